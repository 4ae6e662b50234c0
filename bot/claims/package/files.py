"""The files of a package folder, and how to tell whether any of them has changed."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from pathlib import Path

LARGEST = 512 * 2**20  # bytes of one file; a million claims take half of that
_PATTERNS = ("datapackage.json", "*.csv", "series/*.csv", "words/*.toml", "texts/*.ftl")


def inside(root: Path, name: str) -> Path:
    """The file of that name in a package. OSError where it is none, lies elsewhere, or is larger than any should be.

    A package may come from anywhere: a name or a link in it must not make the program read what the package lacks, nor
    wait for a device that never ends.
    """
    try:
        path, folder = Path(os.path.realpath(root / name)), Path(os.path.realpath(root))
        state = path.stat()
    except ValueError as error:  # a name that no file can have
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL)) from error
    if not path.is_relative_to(folder):
        raise OSError(errno.EPERM, "it lies outside the package")
    if not stat.S_ISREG(state.st_mode):
        raise OSError(errno.EINVAL, "it is not a file with content of its own")
    if state.st_size > LARGEST:
        raise OSError(errno.EFBIG, f"it is larger than {LARGEST // 2**20} MB")
    return path


def file_names(path: Path) -> list[str]:
    """The files that make the package, by their paths inside it; what only looks like one is left out."""
    found = (file.relative_to(path).as_posix() for pattern in _PATTERNS for file in path.glob(pattern))
    return sorted(name for name in found if _is_inside(path, name))


def _is_inside(root: Path, name: str) -> bool:
    try:
        inside(root, name)
    except OSError:
        return False
    return True


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
