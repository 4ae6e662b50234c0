"""The files of a package folder, and how to tell whether any of them has changed."""

from __future__ import annotations

import hashlib
from pathlib import Path

_PATTERNS = ("datapackage.json", "*.csv", "series/*.csv", "words/*.toml", "texts/*.ftl")


def file_names(path: Path) -> list[str]:
    """The files that make the package, by their paths inside it."""
    return sorted(found.relative_to(path).as_posix() for pattern in _PATTERNS for found in path.glob(pattern))


def signature(path: Path) -> str:
    """A line that changes when a file of the package does, made without opening any."""
    states = ((name, (path / name).stat()) for name in file_names(path))
    known = "\n".join(f"{name} {state.st_size} {state.st_mtime_ns}" for name, state in states)
    return hashlib.sha256(known.encode()).hexdigest()


def digest(path: Path) -> str:
    """A line that changes with any byte of any file."""
    hashed = hashlib.sha256()
    for name in file_names(path):
        content = (path / name).read_bytes()
        hashed.update(f"{name} {len(content)}\n".encode())  # so that no two sets of files look alike
        hashed.update(content)
    return hashed.hexdigest()
