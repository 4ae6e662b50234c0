"""Editing a CSV table as text, so that every row that is not edited keeps its bytes."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from bot.claims.tables import Row

Cells = Mapping[str, str]


class Record(NamedTuple):
    """A record of a table: its text with the line end, and its cells by column."""

    text: str
    cells: Cells


class CsvText:
    """A table as text. The header decides the order of the columns."""

    def __init__(self, text: str) -> None:
        if not text.endswith("\n"):
            text += "\n"
        lines = io.StringIO(text, newline="").readlines()  # split as the reader below splits them
        reader = csv.reader(lines)
        self._columns = [column.removeprefix("\ufeff") for column in next(reader)]
        ends = [0, reader.line_num]
        self._head = "".join(lines[: reader.line_num])
        self._line_end = "\r\n" if self._head.endswith("\r\n") else "\n"
        self._records: list[Record] = []
        for cells in reader:
            ends.append(reader.line_num)
            self._records.append(
                Record("".join(lines[ends[-2] : ends[-1]]), dict(zip(self._columns, cells, strict=False)))
            )

    def __str__(self) -> str:
        return self._head + "".join(record.text for record in self._records)

    def insert(self, row: Row, *, before: Callable[[Cells], bool]) -> None:
        """Insert a row before the first record that a condition holds for, else at the end."""
        record = self._record(cells_of(row))
        at = next((i for i, other in enumerate(self._records) if before(other.cells)), len(self._records))
        self._records.insert(at, record)

    def insert_after(self, row: Row, *, like: Callable[[Cells], bool]) -> None:
        """Insert a row after the last record that a condition holds for, else at the end."""
        alike = [i for i, other in enumerate(self._records) if like(other.cells)]
        self._records.insert(alike[-1] + 1 if alike else len(self._records), self._record(cells_of(row)))

    def change(self, id_: str, cells: Cells) -> None:
        """Change cells of the record with that id."""
        for i, record in enumerate(self._records):
            if record.cells.get("id") == id_:
                self._records[i] = self._record({**record.cells, **cells})

    def _record(self, cells: Cells) -> Record:
        line = io.StringIO()
        csv.writer(line, lineterminator=self._line_end).writerow([cells.get(column, "") for column in self._columns])
        return Record(line.getvalue(), cells)


def cells_of(row: Row) -> dict[str, str]:
    """A row as the cells of its table."""
    separators = {name: " | " if name in ("aliases", "avoid") else " " for name in type(row).model_fields}
    return {name: _cell(getattr(row, name), separators[name]) for name in separators}


def _cell(value: object, separator: str) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return "true"
    if isinstance(value, tuple):
        return separator.join(map(str, value))
    return value.isoformat() if isinstance(value, date) else str(value)
