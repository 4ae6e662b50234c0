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
from bot.claims.package.made import MadeAppearance, MadeClaim, Origin, Shared
from bot.claims.package.wide import Reading, WideTable, read_wide
from bot.claims.problem import Problem
from bot.claims.tables import ClaimRow, SeriesColumnRow, SeriesRow, SourceRow

TRANSCRIPTIONS_DIFFER = "transcriptions-differ"  # the caveat that package and program share
_OPEN_HIGH = frozenset({Qualifier.AT_LEAST, Qualifier.MORE_THAN})
_SAME_PUBLICATION = ("claimant", "spokesperson", "counting", "period", "period_start", "method")
_SAME_TOPIC = ("population", "measure", "object", "subject")


@dataclass(frozen=True, slots=True)
class Expansion:
    """What the series of a package come to. Reports stand with the file and row each was made from."""

    sources: list[tuple[str, int, SourceRow]]
    claims: list[MadeClaim]  # each with its appearances
    problems: list[Problem]


class _Place(NamedTuple):
    """A row of a wide table."""

    series: SeriesRow
    origin: Origin
    day: date
    as_of: str
    source: str


class _Seen(NamedTuple):
    """A reading with the place where it stands."""

    at: _Place
    reading: Reading


def expand(root: Path, series: Sequence[SeriesRow], columns: Sequence[SeriesColumnRow]) -> Expansion:
    """Make every claim, report and appearance of the series of the package in `root`."""
    mapped: dict[str, list[SeriesColumnRow]] = {row.id: [] for row in series}
    for column in columns:
        if column.series in mapped:  # the reader of the package tells of a series that is not there
            mapped[column.series].append(column)
    problems = [*_unlike_series(series), *_unlike_columns(series, mapped)]
    made = Expansion([], [], problems)
    bulletins: dict[str, list[SeriesRow]] = {}
    for row in series:
        bulletins.setdefault(row.bulletin, []).append(row)
    for bulletin, transcriptions in bulletins.items():
        tables = [read_wide(root, row, mapped[row.id]) for row in transcriptions]
        for table in tables:
            problems += table.problems
            made.sources.extend(_sources(table))
        made.claims.extend(_claims(bulletin, tables))
    return made


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


def _sources(table: WideTable) -> Iterator[tuple[str, int, SourceRow]]:
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


def _claims(bulletin: str, tables: Sequence[WideTable]) -> Iterator[MadeClaim]:
    """The claims of a bulletin with their appearances, by date and, within a date, by column."""
    cells: dict[tuple[date, str], list[_Seen]] = {}
    for table in tables:
        for place, readings in _places(table):
            for reading in readings:
                cells.setdefault((place.day, reading.column.key), []).append(_Seen(place, reading))
    templates: dict[_Alike, Shared] = {}
    for (_, key), seen in sorted(cells.items(), key=lambda cell: cell[0][0]):
        groups = _by_number(seen)
        for group in groups:
            alike = _alike(group, alone=len(groups) == 1)
            if alike not in templates:
                templates[alike] = Shared(_template(group, alike))
            claim_id = f"{bulletin}-{group[0].at.as_of}-{key}"
            if not alike.alone:
                claim_id += f"-{group[0].at.series.id}"
            yield _claim(claim_id, templates[alike], group, alike.qualifier)


def _places(table: WideTable) -> Iterator[tuple[_Place, Sequence[Reading]]]:
    series = table.series
    for row in table.rows:
        origin = Origin(series.file, row.number)
        yield _Place(series, origin, row.day, row.day.isoformat(), _source_id(series, row.day)), row.readings


def _by_number(seen: Iterable[_Seen]) -> list[list[_Seen]]:
    """Readings of one cell by the number they give, in the order of the series."""
    groups: dict[tuple[int, int], list[_Seen]] = {}
    for one in seen:
        groups.setdefault((one.reading.low, one.reading.high), []).append(one)
    return list(groups.values())


class _Alike(NamedTuple):
    """Claims are alike but for number and day where all of this is the same."""

    columns: tuple[tuple[str, str], ...]
    alone: bool  # all transcriptions give the same number
    qualifier: Qualifier
    period_start: str | None


def _alike(group: Sequence[_Seen], *, alone: bool) -> _Alike:
    first = group[0]
    told = next((one for one in group if one.reading.hedged), first)  # a hedge that a row tells outweighs a general one
    columns = tuple((one.at.series.id, one.reading.column.column) for one in group)
    return _Alike(columns, alone, told.reading.qualifier, _period_start(first.at.series, first.at.day))


def _template(group: Sequence[_Seen], alike: _Alike) -> ClaimRow:
    """What such claims have in common: validated once."""
    first = group[0]
    series, column = first.at.series, first.reading.column
    caveats = [caveat for one in group for caveat in (*one.at.series.caveats, *one.reading.column.caveats)]
    notes = (note for one in group for note in (*one.at.series.notes, *one.reading.column.notes))
    if not alike.alone:
        caveats.append(TRANSCRIPTIONS_DIFFER)
    return ClaimRow(
        id=series.bulletin,
        population=column.population,
        measure=column.measure,
        object=column.object,
        subject=column.subject,
        place=None,
        claimant=series.claimant,
        spokesperson=series.spokesperson,
        qualifier=alike.qualifier,
        counting=series.counting,
        per=None,
        period_start=alike.period_start,
        as_of=first.at.as_of,
        method=series.method,
        caveats=tuple(dict.fromkeys(caveats)),
        notes=tuple(dict.fromkeys(notes)),
    )


def _claim(claim_id: str, shared: Shared, group: Sequence[_Seen], qualifier: Qualifier) -> MadeClaim:
    at, reading = group[0]
    prints = tuple(MadeAppearance(one.at.origin, claim_id, one.at.source, one.reading.as_printed) for one in group)
    claim = MadeClaim(shared, prints, at.as_of, None if at.series.published else at.day)
    claim.low = None if qualifier is Qualifier.AT_MOST else reading.low
    claim.high = None if qualifier in _OPEN_HIGH else reading.high
    return claim


def _period_start(series: SeriesRow, day: date) -> str | None:
    """The first day a row counts: that of the series, or of the week or month that ends on its date."""
    if series.period is None:
        return series.period_start
    start = (day - timedelta(days=6) if series.period == "week" else day.replace(day=1)).isoformat()
    return max(start, series.period_start or start)  # the first week may be a short one
