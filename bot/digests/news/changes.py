"""All that has changed in the claims since an earlier state, whoever wants to hear of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING

from bot.answers.choose import by_date
from bot.claims.database.catalog import Catalog
from bot.claims.database.since import Line, LineTotal, Since, figures_of, last_total, line_totals
from bot.claims.database.store import Store
from bot.claims.model import Counting, Figure, PartialDate, Qualifier, Status, Topic, Value
from bot.digests.model import ClaimNews
from bot.digests.news.growth import Growth, growth

if TYPE_CHECKING:
    from bot.claims.database.stated import Stated

# What a claim counts, and for when: where one of these differs, the claim was revised.
_WHAT_IT_SAYS = attrgetter(
    "topic",
    "subject",
    "place",
    "claimant",
    "spokesperson",
    "value",
    "counting",
    "per",
    "period_start",
    "as_of",
    "said_on",
)
_OF_STATUS = MappingProxyType(
    {status: ClaimNews(status.value) for status in Status if status is not Status.STANDING}
    | {Status.STANDING: ClaimNews.RESTORED}
)

Lines = Mapping[Line, tuple[LineTotal, ...]]


@dataclass(frozen=True, slots=True)
class NewsItem:
    """What is new about a claim."""

    news: ClaimNews
    figure: Figure  # as it is now, or was when it left
    before: Figure | None = None  # as it was, where it was revised
    growth: Growth | None = None  # of the newest new total of a line


@dataclass(frozen=True, slots=True)
class Changes:
    """What has changed, in the order in which it is told, and the lines of totals that have new ones."""

    items: tuple[NewsItem, ...]
    lines: Lines
    new: frozenset[str]  # the claims that have come

    def line(self, item: NewsItem) -> tuple[LineTotal, ...]:
        """The line of which a new figure is the last total; empty for any other."""
        return _line_ending(item, self.lines)


def changes(store: Store, since: Since) -> Changes:
    """All changes since then."""
    return _Changes(store, since).all()


def line_of(figure: Figure) -> Line | None:
    """The line of totals to which a figure belongs."""
    if figure.topic is None or figure.counting is not Counting.CUMULATIVE:
        return None
    start = figure.period_start.text if figure.period_start else None
    return Line(figure.claimant, str(figure.topic), figure.place, start)


def in_order(items: Iterable[NewsItem], catalog: Catalog) -> tuple[NewsItem, ...]:
    """By topic as the package lists them, then by claimant in the order of their first figures, then by date."""
    places = _Places(catalog)
    listed = sorted(items, key=lambda item: by_date(item.figure))
    first: dict[object, int] = {}
    for number, item in enumerate(listed):
        first.setdefault(_whose(item.figure), number)
    return tuple(sorted(listed, key=lambda item: (places.of(item.figure), first[_whose(item.figure)])))


def _whose(figure: Figure) -> tuple[object, ...]:
    return (figure.topic, figure.subject, figure.place, figure.claimant)


class _Places:
    """Where topics, subjects and places stand in the package's lists."""

    def __init__(self, catalog: Catalog) -> None:
        tables = (catalog.populations, catalog.measures, catalog.objects, catalog.subjects, catalog.places)
        self._tables = [{id_: place for place, id_ in enumerate(table)} for table in tables]

    def of(self, figure: Figure) -> tuple[int, ...]:
        topic = figure.topic
        facets = (topic.population, topic.measure, topic.object) if topic else (None, None, None)
        ids = (*facets, figure.subject, figure.place)
        found = [
            -1 if id_ is None else table.get(id_, len(table)) for table, id_ in zip(self._tables, ids, strict=True)
        ]
        return (topic is None, *found)


class _Changes:
    """Collects what has changed since one state."""

    def __init__(self, store: Store, since: Since) -> None:
        self._database = store.database
        self._catalog = store.catalog
        self._silent_after = timedelta(days=store.meta.fell_silent_days)
        self._since = since

    def all(self) -> Changes:
        """In order, without what a new total of the same line tells already: that it supersedes the one before."""
        added = [NewsItem(ClaimNews.NEW, figure) for figure in figures_of(self._database, self._since.added())]
        lines = {line for item in added if (line := line_of(item.figure))}
        changed = [
            item
            for item in self._changed()
            if item.news is not ClaimNews.SUPERSEDED or line_of(item.figure) not in lines
        ]
        totals = {line: line_totals(self._database, line) for line in lines}
        new = frozenset(item.figure.id for item in added)
        grown = (_grown(item, totals, new) for item in added)
        return Changes(in_order((*grown, *changed, *self._silent()), self._catalog), totals, new)

    def _changed(self) -> Iterator[NewsItem]:
        for figure in figures_of(self._database, self._since.ended()):
            yield NewsItem(_OF_STATUS[figure.status], figure)
        gone = self._since.gone()
        for figure in figures_of(self._database, self._since.was):
            was = self._since.was[figure.id]
            if was.there and figure.id in gone:
                yield NewsItem(ClaimNews.RETIRED, figure)
            elif was.there:
                yield from _compared(figure, was.stated)
            elif figure.id not in gone:
                yield NewsItem(ClaimNews.RESTORED, figure)

    def _silent(self) -> Iterator[NewsItem]:
        """Totals that were the last word of a claimant for too short a time then, and are for long enough now.

        Both are measured against the newest day that the claims had at the time, never against today.
        """
        then, now = self._since.last_totals(), self._since.last_totals_now()
        spoke = {key for key, last in then.of.items() if last >= then.newest - self._silent_after}
        silent = [key for key, last in now.of.items() if key in spoke and last < now.newest - self._silent_after]
        last = [last_total(self._database, *key) for key in silent]
        for figure in figures_of(self._database, last):
            yield NewsItem(ClaimNews.SILENT, figure)


def _grown(item: NewsItem, lines: Lines, new: frozenset[str]) -> NewsItem:
    """The item with how far its line has grown, where it is the last total of one."""
    line = _line_ending(item, lines)
    return replace(item, growth=growth(line, new)) if line else item


def _line_ending(item: NewsItem, lines: Lines) -> tuple[LineTotal, ...]:
    line = line_of(item.figure)
    totals = lines.get(line, ()) if line else ()
    return totals if totals and totals[-1].id == item.figure.id else ()


def _compared(figure: Figure, then: Stated) -> Iterator[NewsItem]:
    before = _as_it_was(figure, then)
    if before.status is not figure.status:
        yield NewsItem(_OF_STATUS[figure.status], figure)
    elif _WHAT_IT_SAYS(before) != _WHAT_IT_SAYS(figure):
        yield NewsItem(ClaimNews.REVISED, figure, before)


def _as_it_was(figure: Figure, then: Stated) -> Figure:
    """The figure with what its claim stated before; names of what has been renamed since are today's."""
    has_topic = then["population"] and then["measure"]
    return replace(
        figure,
        topic=Topic(then["population"], then["measure"], then["object"]) if has_topic else None,
        value=Value(then["low"], then["high"], Qualifier(then["qualifier"])),
        counting=Counting(then["counting"]),
        period_start=PartialDate(then["period_start"]) if then["period_start"] else None,
        as_of=PartialDate(then["as_of"], then["as_of_inferred"]),
        said_on=date.fromisoformat(then["said_on"]) if then["said_on"] else None,
        status=Status(then["status"]),
        **{column: then[column] for column in ("subject", "place", "claimant", "spokesperson", "per")},
    )
