"""Making claims, reports and appearances of the series: daily bulletins kept as wide tables.

Two transcriptions of one bulletin may differ. Where they agree on a date and a column there is one claim, which appears
in both; where they do not, each number is a claim of its own that says so: none is preferred, corrected or averaged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from bot.claims.model import Qualifier
from bot.claims.package.wide import Reading, WideRow, WideTable, read_wide
from bot.claims.problem import Problem
from bot.claims.tables import AppearanceRow, ClaimRow, Row, SeriesColumnRow, SeriesRow, SourceRow

TRANSCRIPTIONS_DIFFER = "transcriptions-differ"  # the caveat that package and program share
_OPEN_HIGH = frozenset({Qualifier.AT_LEAST, Qualifier.MORE_THAN})
_SAME_PUBLICATION = ("claimant", "spokesperson", "counting", "period", "period_start", "method")
_SAME_TOPIC = ("population", "measure", "object", "subject")


@dataclass(frozen=True, slots=True)
class Expansion:
    """What the series of a package come to: rows with the file and row each was made from."""

    rows: list[tuple[str, int, Row]]
    problems: list[Problem]


class _Seen(NamedTuple):
    """A reading with the series and the row it stands in."""

    series: SeriesRow
    row: WideRow
    reading: Reading


def expand(root: Path, series: Sequence[SeriesRow], columns: Sequence[SeriesColumnRow]) -> Expansion:
    """Make every claim, report and appearance of the series of the package in `root`."""
    mapped: dict[str, list[SeriesColumnRow]] = {row.id: [] for row in series}
    for column in columns:
        if column.series in mapped:  # the reader of the package tells of a series that is not there
            mapped[column.series].append(column)
    problems = [*_unlike_series(series), *_unlike_columns(series, mapped)]
    rows: list[tuple[str, int, Row]] = []
    bulletins: dict[str, list[WideTable]] = {}
    for row in series:
        table = read_wide(root, row, mapped[row.id])
        problems += table.problems
        bulletins.setdefault(row.bulletin, []).append(table)
    for bulletin, tables in bulletins.items():
        for table in tables:
            rows += _sources(table)
        rows += _claims(bulletin, tables)
    return Expansion(rows, problems)


def _unlike_series(series: Iterable[SeriesRow]) -> Iterator[Problem]:
    """Transcriptions of one publication must agree on who said it and how it counts."""
    first: dict[str, SeriesRow] = {}
    for row in series:
        other = first.setdefault(row.bulletin, row)
        for name in _SAME_PUBLICATION:
            if getattr(row, name) != getattr(other, name):
                what = f"of {row.id} differs from that of {other.id}, a series of the same bulletin"
                yield Problem("series.csv", None, name, what, "make them the same, or give them different bulletins")


def _unlike_columns(series: Iterable[SeriesRow], mapped: Mapping[str, list[SeriesColumnRow]]) -> Iterator[Problem]:
    """Within one bulletin a key always counts the same."""
    first: dict[tuple[str, str], SeriesColumnRow] = {}
    for bulletin, column in ((row.bulletin, column) for row in series for column in mapped[row.id]):
        other = first.setdefault((bulletin, column.key), column)
        for name in _SAME_TOPIC:
            if getattr(column, name) != getattr(other, name):
                what = f"of {column.series}, {column.column} differs from that of {other.series}, {other.column}"
                fix = "make them the same, or give one column another key"
                yield Problem("series_columns.csv", None, name, what, fix)


def _source_id(series: SeriesRow, day: date) -> str:
    return f"{series.id}-{day}"


def _sources(table: WideTable) -> Iterator[tuple[str, int, Row]]:
    """A report for each row that has any number."""
    series = table.series
    for row in table.rows:
        if row.readings:
            source = SourceRow(
                id=_source_id(series, row.day),
                publisher=series.publisher,
                url=row.address or series.url,
                published=series.published or row.day.isoformat(),
                language=series.language,
                via=series.via,
            )
            yield series.file, row.number, source


def _claims(bulletin: str, tables: Sequence[WideTable]) -> Iterator[tuple[str, int, Row]]:
    """The claims of a bulletin and their appearances, by date and, within a date, by column."""
    cells: dict[tuple[date, str], list[_Seen]] = {}
    for table in tables:
        for row in table.rows:
            for reading in row.readings:
                cells.setdefault((row.day, reading.column.key), []).append(_Seen(table.series, row, reading))
    templates: dict[tuple[tuple[str, str], ...], ClaimRow] = {}
    for (day, key), seen in sorted(cells.items(), key=lambda cell: cell[0][0]):
        groups = _by_number(seen)
        for group in groups:
            columns = tuple((one.series.id, one.reading.column.column) for one in group)
            if columns not in templates:
                templates[columns] = _template(group)
            claim_id = f"{bulletin}-{day}-{key}"
            if len(groups) > 1:
                claim_id += f"-{group[0].series.id}"
            claim = _claim(claim_id, templates[columns], group, alone=len(groups) == 1)
            yield group[0].series.file, group[0].row.number, claim
            for one in group:
                yield one.series.file, one.row.number, _appearance(claim_id, one)


def _by_number(seen: Iterable[_Seen]) -> list[list[_Seen]]:
    """Readings of one cell by the number they give, in the order of the series."""
    groups: dict[tuple[int, int], list[_Seen]] = {}
    for one in seen:
        groups.setdefault((one.reading.low, one.reading.high), []).append(one)
    return list(groups.values())


def _template(group: Sequence[_Seen]) -> ClaimRow:
    """What all claims that these columns make together have in common: validated once, then copied."""
    first = group[0]
    series, column = first.series, first.reading.column
    caveats = (caveat for one in group for caveat in (*one.series.caveats, *one.reading.column.caveats))
    notes = (note for one in group for note in (*one.series.notes, *one.reading.column.notes))
    return ClaimRow(
        id=series.bulletin,
        population=column.population,
        measure=column.measure,
        object=column.object,
        subject=column.subject,
        place=None,
        claimant=series.claimant,
        spokesperson=series.spokesperson,
        qualifier=first.reading.qualifier,
        counting=series.counting,
        per=None,
        as_of=first.row.day.isoformat(),
        method=series.method,
        caveats=tuple(dict.fromkeys(caveats)),
        notes=tuple(dict.fromkeys(notes)),
    )


def _claim(claim_id: str, template: ClaimRow, group: Sequence[_Seen], *, alone: bool) -> ClaimRow:
    first = group[0]
    told = next((one for one in group if one.reading.hedged), first)  # a hedge that a row tells outweighs a general one
    series, day, qualifier = first.series, first.row.day, told.reading.qualifier
    return template.model_copy(
        update={
            "id": claim_id,
            "low": None if qualifier is Qualifier.AT_MOST else first.reading.low,
            "high": None if qualifier in _OPEN_HIGH else first.reading.high,
            "qualifier": qualifier,
            "period_start": _period_start(series, day),
            "as_of": day.isoformat(),
            "said_on": None if series.published else day,
            "caveats": template.caveats if alone else (*template.caveats, TRANSCRIPTIONS_DIFFER),
        }
    )


def _period_start(series: SeriesRow, day: date) -> str | None:
    """The first day a row counts: that of the series, or of the week or month that ends on its date."""
    if series.period is None:
        return series.period_start
    start = (day - timedelta(days=6) if series.period == "week" else day.replace(day=1)).isoformat()
    return max(start, series.period_start or start)  # the first week may be a short one


def _appearance(claim_id: str, one: _Seen) -> AppearanceRow:
    source = _source_id(one.series, one.row.day)
    return AppearanceRow(claim=claim_id, source=source, as_printed=one.reading.as_printed, quote=None)
