"""Reading the wide table of a series: one row a date, one column a topic, each filled cell a reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from bot.claims.model import Qualifier
from bot.claims.package.csvtable import read_cells
from bot.claims.problem import Problem
from bot.claims.tables import LARGEST, SeriesColumnRow, SeriesRow

DATE = "date"
_LONGEST = len(str(LARGEST)) - 1  # digits
ADDRESS = "address"
_QUALIFIERS = {qualifier.value: qualifier for qualifier in Qualifier}


@dataclass(frozen=True, slots=True)
class Reading:
    """One filled cell: what a transcription gives for one column on one date."""

    column: SeriesColumnRow
    low: int
    high: int
    qualifier: Qualifier
    hedged: bool  # the row itself tells the hedge, rather than the column or the series
    as_printed: str


@dataclass(frozen=True, slots=True)
class WideRow:
    """One date of a wide table."""

    number: int  # as a spreadsheet shows it
    day: date
    address: str | None
    readings: tuple[Reading, ...]


class CellError(ValueError):
    """A cell that cannot be read: its column, what is wrong and what to do."""

    def __init__(self, column: str, what: str, fix: str) -> None:
        super().__init__(what)
        self.column, self.what, self.fix = column, what, fix


@dataclass(frozen=True, slots=True)
class _Column:
    """Where the cells of a mapped column stand."""

    row: SeriesColumnRow
    index: int
    default: Qualifier
    qualifier: int | None = None
    low: int | None = None
    high: int | None = None


@dataclass
class WideTable:
    """The wide table of one series, and what is wrong with it."""

    series: SeriesRow
    rows: list[WideRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def report(self, row: int | None, column: str | None, what: str, fix: str) -> None:
        """Note a fault of this table."""
        self.problems.append(Problem(self.series.file, row, column, what, fix))


def read_wide(root: Path, series: SeriesRow, columns: Sequence[SeriesColumnRow]) -> WideTable:
    """Read a series' table by the columns mapped for it; a faulty row or cell is told and left out."""
    table = WideTable(series)
    header, records = read_cells(root, series.file, table.problems)
    if not header or not _header_fits(table, header, columns):
        return table
    mapped = [_place(row, header, series) for row in columns]
    address = header.index(ADDRESS) if ADDRESS in header else None
    seen: dict[date, int] = {}
    for number, cells in records:
        day = _day(table, number, cells[header.index(DATE)])
        if day is None:
            continue
        if day in seen:
            table.report(number, DATE, f"{day} stands already in row {seen[day]}", "keep one row a date")
            continue
        seen[day] = number
        printed_at = cells[address].strip() or None if address is not None else None
        readings = tuple(_readings(table, number, cells, mapped))
        table.rows.append(WideRow(number, day, printed_at, readings))
    return table


def _header_fits(table: WideTable, header: Sequence[str], columns: Sequence[SeriesColumnRow]) -> bool:
    needed = {DATE}
    for row in columns:
        needed |= {name for name in (row.column, row.qualifier_column, row.low_column, row.high_column) if name}
    for name in sorted(needed - set(header)):
        fix = "add the column" if name == DATE else "add the column, or correct its line in series_columns.csv"
        table.report(1, name, "is missing", fix)
    for name, times in Counter(header).items():
        if name not in needed | {ADDRESS}:
            table.report(1, name, "is not known", "say in series_columns.csv what it counts, or remove the column")
        elif times > 1:
            table.report(1, name, "stands twice in the header", "keep one of the two columns")
    return not table.problems


def _place(row: SeriesColumnRow, header: Sequence[str], series: SeriesRow) -> _Column:
    def index(name: str | None) -> int | None:
        return None if name is None else header.index(name)

    return _Column(
        row=row,
        index=header.index(row.column),
        default=row.qualifier or series.qualifier,
        qualifier=index(row.qualifier_column),
        low=index(row.low_column),
        high=index(row.high_column),
    )


def _day(table: WideTable, number: int, text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        table.report(number, DATE, f"“{text.strip()}” is not a date", "write it as YYYY-MM-DD")
        return None


def _readings(table: WideTable, number: int, cells: Sequence[str], columns: Sequence[_Column]) -> Iterator[Reading]:
    """The filled cells of a row. An empty one says that the bulletin gave no number, never zero."""
    filled: dict[str, str] = {}  # key -> the column that gave it
    for column in columns:
        try:
            reading = _reading(column, cells)
        except CellError as error:
            table.report(number, error.column, error.what, error.fix)
            continue
        if reading is None:
            continue
        name, key = column.row.column, column.row.key
        if key in filled:
            what = f"counts the same as {filled[key]}, which is filled too"
            table.report(number, name, what, "leave one of the two cells empty")
            continue
        filled[key] = name
        yield reading


def _reading(column: _Column, cells: Sequence[str]) -> Reading | None:
    name, text = column.row.column, cells[column.index].strip()
    if not text:
        return None
    value = _whole(name, text)
    qualifier, hedged = _hedge(column, cells)
    if column.low is None and column.high is None:
        return Reading(column.row, value, value, qualifier, hedged, text)
    low = value if column.low is None else _whole(column.row.low_column or name, cells[column.low])
    high = value if column.high is None else _whole(column.row.high_column or name, cells[column.high])
    if not low <= value <= high:
        raise CellError(name, f"{value} lies outside its range, {low} to {high}", "correct one of the three cells")
    return Reading(column.row, low, high, qualifier, hedged, f"{value} ({low}–{high})")


def _hedge(column: _Column, cells: Sequence[str]) -> tuple[Qualifier, bool]:
    text = "" if column.qualifier is None else cells[column.qualifier].strip()
    if not text:
        return column.default, False
    if text not in _QUALIFIERS:
        name = column.row.qualifier_column or column.row.column
        raise CellError(name, f"“{text}” is not a known hedge", f"write one of: {', '.join(_QUALIFIERS)}")
    return _QUALIFIERS[text], True


def _whole(column: str, text: str) -> int:
    digits = text.strip()
    if digits.isascii() and digits.isdigit() and len(digits) <= _LONGEST:
        return int(digits)
    what = f"“{digits}” is not a whole number" if digits else "is empty beside a number"
    raise CellError(column, what, "write digits only, without spaces, commas or words; leave it empty for no number")
