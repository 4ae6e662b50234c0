"""Small edits to the files of a package, as an editor with a slip of the hand would make them."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path


def change(root: Path, file: str, key: str, /, **cells: str) -> int:
    """Write cells of the row whose first cell is `key`; the row number, as a spreadsheet shows it."""
    return _rewrite(root / file, key, lambda row: row.update(cells))


def add(root: Path, file: str, like: str, **cells: str) -> int:
    """Add a row at the end that is like another but for some cells; its row number."""
    path = root / file
    header, rows = _read(path)
    model = next(row for row in rows if row[header[0]] == like)
    rows.append({**model, **cells})
    _write(path, header, rows)
    return len(rows) + 1


def remove(root: Path, file: str, key: str) -> None:
    """Remove every row whose first cell is `key`."""
    header, rows = _read(root / file)
    _write(root / file, header, [row for row in rows if row[header[0]] != key])


def replace(root: Path, file: str, old: str, new: str) -> None:
    """Replace text in a file, once; it must be there."""
    text = (root / file).read_text(encoding="utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def _rewrite(path: Path, key: str, edit: Callable[[dict[str, str]], None]) -> int:
    header, rows = _read(path)
    number, row = next((number, row) for number, row in enumerate(rows, start=2) if row[header[0]] == key)
    edit(row)
    _write(path, header, rows)
    return number


def _read(path: Path) -> tuple[list[str], list[dict[str, str]]]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        return list(reader.fieldnames or []), list(reader)


def _write(path: Path, header: list[str], rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
