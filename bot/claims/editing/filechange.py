"""Changing several files of a folder at once: all of them or none, even if the program is killed half-way."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType

from bot.claims.package.files import inside
from bot.claims.problem import PackageError, Problem

_JOURNAL = ".unfinished-change.json"  # name -> its text before and after; there while a change is under way


class FileChange:
    """Writes the files on entering; an error inside the `with` block puts back what they held."""

    def __init__(self, folder: Path, files: Mapping[str, str]) -> None:
        self._folder = folder
        self._files = files

    def __enter__(self) -> None:
        texts = {name: (_read(self._folder / name), after) for name, after in self._files.items()}
        _write(self._folder / _JOURNAL, json.dumps(texts, ensure_ascii=False))
        try:
            for name, text in self._files.items():
                _write(self._folder / name, text)
        except BaseException:
            settle(self._folder)
            raise

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None:
            settle(self._folder)
        else:
            (self._folder / _JOURNAL).unlink()


def settle(folder: Path) -> bool:
    """Put back what the files held before a change that did not come to its end; true if there was one.

    A file that somebody has edited since is left as it is.
    """
    journal = folder / _JOURNAL
    if not journal.exists():
        return False
    for name, (before, after) in _recorded(folder).items():
        if _read(folder / name) == after:
            _write(folder / name, before)
    journal.unlink()
    return True


def _recorded(folder: Path) -> dict[str, tuple[str, str]]:
    """What the journal says: only ever of files that lie in the folder itself, as this program writes no others."""
    try:
        texts: dict[str, tuple[str, str]] = json.loads(_read(inside(folder, _JOURNAL)))
        whole = all(inside(folder, name) and Path(name).name == name and len(pair) == 2 for name, pair in texts.items())
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        whole = False
    if not whole:
        fix = "look at it, then remove it: this program has not written it"
        raise PackageError([Problem(_JOURNAL, None, None, "is no record of a change to this package", fix)])
    return texts


def _read(path: Path) -> str:
    return path.read_bytes().decode()  # line ends as they are


def _write(path: Path, text: str) -> None:
    """Replace a file in one step, so that a reader sees the old text or the new one."""
    fresh = path.with_name(f".{path.name}.new")
    with fresh.open("wb") as file:
        file.write(text.encode())
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
