"""News of many topics in short: by whose losses they are, then by claimant, a line a topic.

What a claimant's figures have in common (dates, where they were printed, caveats) is said once, over all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Self, TypeVar

from bot.answers.blocks import Block, BlockKind, Item, Line, Span, Style, bold, join, plain
from bot.answers.choose import by_date
from bot.answers.evidence import Marks
from bot.answers.few import few
from bot.answers.wording import SEPARATOR
from bot.claims.model import Figure
from bot.digests.layout.items import NewsItems
from bot.digests.layout.parts import Occasion, Sort, caveats, head, note, sections
from bot.digests.layout.wording import DigestWording
from bot.digests.model import ClaimNews
from bot.digests.news.changes import NewsItem

_MEASURED = 3  # lines of one measure that have it said over them
_TOPICS = 2  # named of those of which there is no new total
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Room:
    """What there is room for."""

    lines: int  # of each claimant
    claimants: int  # of each of those whose losses are told
    changed: int  # claims that became something else, of each of those whose losses they count
    silent: int  # claimants of which there is no new total, of the same


def in_short(items: Sequence[NewsItem], occasion: Occasion, wording: DigestWording, room: Room) -> tuple[Block, ...]:
    """The digest in short, as far as there is room."""
    return tuple(_blocks(items, occasion, wording, room))


def _blocks(items: Sequence[NewsItem], occasion: Occasion, wording: DigestWording, room: Room) -> Iterator[Block]:
    marks = Marks()
    bulletins, told = _Bulletins(wording, marks, room), NewsItems(wording, marks, None)
    yield head(items, occasion, wording)
    for section in sections(items, wording):
        if section.title:
            yield Block(BlockKind.GROUP, bold(section.title))
        if section.sort is Sort.CHANGED:
            yield from _changed(section.items, told, wording, room)
        elif section.sort is Sort.SILENT:
            yield from bulletins.silent(section.items)
        else:
            yield from bulletins.figures(section.items)
    yield from caveats(marks, wording, folded=True)
    yield from note(items, wording)


def _changed(items: Iterable[NewsItem], told: NewsItems, wording: DigestWording, room: Room) -> Iterator[Block]:
    """What became of claims, with the reasons: as many for each of those whose losses they count."""
    for _, group in groupby(items, key=lambda item: wording.heading(item.figure)):
        alike = list(group)
        *blocks, last = told.by_topic(alike[: room.changed])
        yield from blocks
        yield replace(last, items=(*last.items, *_more(len(alike) - room.changed, wording)))


@dataclass(frozen=True, slots=True)
class _Entry:
    """One line: the newest of a claimant's news of one topic that count alike, and how many more there are."""

    item: NewsItem
    more: int


def _more(count: int, wording: DigestWording, indent: int = 1) -> Iterator[Item]:
    """That there are more figures than are shown, where there are."""
    if count > 0:
        yield Item((_note(wording.texts.say("figures-not-shown", count=count), indent),))


class _Bulletins:
    """Lays out the news of one digest."""

    def __init__(self, wording: DigestWording, marks: Marks, room: Room) -> None:
        self._wording = wording
        self._say = wording.texts.say
        self._marks = marks
        self._room = room

    def figures(self, items: Iterable[NewsItem]) -> Iterator[Block]:
        """Figures, a line each."""
        for heading, group in self._by_heading(items):
            told = [self._claimant(of_claimant) for of_claimant in self._shown(group, self._room.claimants)]
            yield Block(BlockKind.GROUP, heading, (*told, *self._more_claimants(len(group) - self._room.claimants)))

    def silent(self, items: Iterable[NewsItem]) -> Iterator[Block]:
        """Topics of which there is no new total, a line for each day of which the last ones are."""
        for heading, group in self._by_heading(items):
            shown = self._shown(group, self._room.silent)
            told = [item for of_claimant in shown for item in self._fell_silent(of_claimant)]
            yield Block(BlockKind.GROUP, heading, (*told, *self._more_claimants(len(group) - self._room.silent)))

    def _by_heading(self, items: Iterable[NewsItem]) -> Iterator[tuple[Line, dict[str, list[NewsItem]]]]:
        for heading, group in groupby(items, key=lambda item: self._wording.heading(item.figure)):
            by_claimant: dict[str, list[NewsItem]] = {}
            for item in group:
                by_claimant.setdefault(item.figure.claimant, []).append(item)
            first = sorted(
                by_claimant, key=lambda claimant: min(by_date(item.figure) for item in by_claimant[claimant])
            )
            yield bold(heading), {claimant: by_claimant[claimant] for claimant in first}

    def _shown(self, by_claimant: dict[str, list[NewsItem]], room: int) -> list[list[NewsItem]]:
        newest = [items[-1].figure for items in by_claimant.values()]
        shown = {figure.claimant for figure in few(newest, room, self._wording.catalog)}
        return [items for claimant, items in by_claimant.items() if claimant in shown]

    def _more_claimants(self, left: int) -> Iterator[Item]:
        if left > 0:
            yield Item((_note(self._say("short-more-claimants", count=left), 1),))

    def _fell_silent(self, items: Sequence[NewsItem]) -> Iterator[Item]:
        by_day: dict[str, list[str]] = {}
        for item in items:
            by_day.setdefault(self._wording.when(item.figure), []).append(self._wording.label(item.figure))
        claimant = Span(self._wording.claimant(items[0].figure.claimant), Style.BOLD)
        for when, labels in by_day.items():
            named = labels[:_TOPICS]
            if left := len(labels) - len(named):
                named.append(self._say("digest-more-topics", count=left))
            told = self._say("digest-silent", topics="; ".join(named), when=when)
            yield Item((Line((claimant, Span(f": {told}")), indent=1),))

    def _claimant(self, items: Sequence[NewsItem]) -> Item:
        entries = _entries(items)
        if len(entries) == 1:
            return Item((self._alone(entries[0]),))
        shown = entries[: self._room.lines]
        common = _Common.of(shown, self._wording)
        left = sum(1 + entry.more for entry in entries[len(shown) :])
        notes = (line for item in _more(left, self._wording, indent=2) for line in item.lines)
        return Item((*self._over(shown, common), *self._lines(shown, common), *notes))

    def _alone(self, entry: _Entry) -> Line:
        """All about the one thing that a claimant says."""
        claimant = Span(self._wording.claimant(entry.item.figure.claimant), Style.BOLD)
        line = self._line(entry, _Common())
        return Line((claimant, Span(SEPARATOR), *line.spans), indent=1)

    def _over(self, entries: Sequence[_Entry], common: _Common) -> Iterator[Line]:
        """Who says it, and below what is common to all of it."""
        claimant = self._wording.claimant(entries[0].item.figure.claimant)
        yield Line((Span(claimant, Style.BOLD), Span(self._marks.of(list(common.caveats)))), indent=1)
        told = [common.when, common.since and self._say("digest-differences-from", date=common.since)]
        spans = [*(Span(text) for text in told if text), *([common.source] if common.source else [])]
        if spans:
            yield Line(join(spans), indent=1)

    def _lines(self, entries: Sequence[_Entry], common: _Common) -> Iterator[Line]:
        """A line each; where many are of one measure, that is said over them."""
        for measure, group in groupby(entries, key=lambda entry: self._wording.measure(entry.item.figure)):
            alike = list(group)
            if measure is None or len(alike) < _MEASURED:
                yield from (self._line(entry, common) for entry in alike)
            else:
                yield plain(f"{measure}:", indent=2)
                yield from (self._line(entry, common, under=measure) for entry in alike)

    def _line(self, entry: _Entry, common: _Common, under: str = "") -> Line:
        figure = entry.item.figure
        label = self._wording.label(figure).removeprefix(under + SEPARATOR)
        value = Span(self._wording.value_with_status(figure), Style.BOLD)
        own = [caveat for caveat in self._wording.caveats(figure) if caveat not in common.caveats]
        spans = (Span(f"{label}: "), value, *self._difference(entry.item, common), *self._own(entry, common))
        return Line((*spans, Span(self._marks.of(own))), indent=3 if under else 2)

    def _difference(self, item: NewsItem, common: _Common) -> Iterator[Span]:
        if item.growth:
            number = self._wording.difference(item.growth)
            if not common.since:
                date = self._wording.texts.date(item.growth.before.as_of)
                number = self._say("digest-difference-from", date=date, number=number)
            yield Span(f" ({number})")
            yield self._wording.bars(item.growth)

    def _own(self, entry: _Entry, common: _Common) -> Iterator[Span]:
        """What a line does not share with the others of its claimant."""
        figure = entry.item.figure
        if not common.when:
            yield Span(SEPARATOR + self._wording.when(figure))
        if not common.source and (source := _source(figure, self._wording)):
            yield from (Span(SEPARATOR), source)
        if entry.more:
            yield Span(f"{SEPARATOR}{self._say('figures-not-shown', count=entry.more)}")


@dataclass(frozen=True, slots=True)
class _Common:
    """What all figures of a claimant share; None or empty where they do not."""

    when: str | None = None
    since: str | None = None
    source: Span | None = None
    caveats: tuple[str, ...] = ()

    @classmethod
    def of(cls, entries: Sequence[_Entry], wording: DigestWording) -> Self:
        figures = [entry.item.figure for entry in entries]
        growths = [entry.item.growth for entry in entries if entry.item.growth]
        first, *others = (wording.caveats(figure) for figure in figures)
        return cls(
            when=_same([wording.when(figure) for figure in figures]),
            since=_same([wording.texts.date(growth.before.as_of) for growth in growths]),
            source=_same([_source(figure, wording) for figure in figures]),
            caveats=tuple(caveat for caveat in first if all(caveat in told for told in others)),
        )


def _entries(items: Sequence[NewsItem]) -> list[_Entry]:
    """One line for all new figures of a topic that count alike; a line for each other."""
    alike: dict[object, list[NewsItem]] = {}
    for item in items:
        figure = item.figure
        key = (figure.topic, figure.subject, figure.place, figure.counting)
        alike.setdefault(key if item.news is ClaimNews.NEW else figure.id, []).append(item)
    return [_Entry(group[-1], len(group) - 1) for group in alike.values()]


def _same(values: Sequence[T]) -> T | None:
    return values[0] if values and all(value == values[0] for value in values) else None


def _source(figure: Figure, wording: DigestWording) -> Span | None:
    if not figure.appearances:
        return None
    source = figure.appearances[0].source
    publisher = wording.name(wording.catalog.publishers, source.publisher)
    return Span(wording.texts.say("digest-source", publisher=publisher), href=source.url)


def _note(text: str, indent: int) -> Line:
    return Line((Span(text, Style.ITALIC),), indent=indent)
