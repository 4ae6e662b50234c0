"""The parts of a digest: its head, its sections and what is said at its end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from bot.answers.blocks import Block, BlockKind, Item, Line, Span, Style, bold, plain
from bot.answers.evidence import Marks
from bot.answers.wording import SEPARATOR
from bot.digests.layout.sparkline import BARS
from bot.digests.layout.wording import DigestWording
from bot.digests.model import ClaimNews
from bot.digests.news.changes import NewsItem

_NOT_CHANGED = frozenset({ClaimNews.NEW, ClaimNews.SILENT, ClaimNews.STANDING})


@dataclass(frozen=True, slots=True)
class Occasion:
    """Why a digest is made."""

    example: bool = False  # to show how one reads: what became known
    since: date = date.min  # from this day on
    until: date = date.max


class Sort(Enum):
    """What a section is about."""

    CHANGED = auto()
    FIGURES = auto()  # new ones, or those that stand
    SILENT = auto()


@dataclass(frozen=True, slots=True)
class Section:
    """News of one sort."""

    sort: Sort
    title: str | None
    items: tuple[NewsItem, ...]


def head(items: Sequence[NewsItem], occasion: Occasion, wording: DigestWording) -> Block:
    """What this is, how much of it there is, and how new the data are."""
    counts = [
        wording.texts.say(f"digest-count-{kind}", count=count)
        for kind, count in (
            ("new", _count(items, {ClaimNews.NEW})),
            ("changed", sum(item.news not in _NOT_CHANGED for item in items)),
            ("silent", _count(items, {ClaimNews.SILENT})),
        )
        if count
    ]
    meta = wording.meta
    counts.append(wording.texts.say("digest-data", version=meta.version, date=wording.day(meta.newest)))
    lines = (bold(_title(items, occasion, wording)), plain(SEPARATOR.join(counts)))
    return Block(BlockKind.HEAD, None, (Item(lines),))


def _count(items: Iterable[NewsItem], kinds: set[ClaimNews]) -> int:
    return sum(item.news in kinds for item in items)


def _title(items: Sequence[NewsItem], occasion: Occasion, wording: DigestWording) -> str:
    say, day = wording.texts.say, wording.day
    if all(item.news is ClaimNews.STANDING for item in items):
        what = "nothing" if items else "none"
        return say(f"digest-title-example-{what}" if occasion.example else f"digest-title-{what}")
    if not occasion.example:
        return say("digest-title")
    if occasion.since == occasion.until:
        return say("digest-title-example-day", date=day(occasion.until))
    return say("digest-title-example", **{"from": day(occasion.since), "to": day(occasion.until)})


def sections(items: Iterable[NewsItem], wording: DigestWording) -> Iterator[Section]:
    """What changed on the record, then what is new, then who fell silent; a title where there is need of one."""
    listed = tuple(items)
    changed = tuple(item for item in listed if item.news not in _NOT_CHANGED)
    new = tuple(item for item in listed if item.news in (ClaimNews.NEW, ClaimNews.STANDING))
    silent = tuple(item for item in listed if item.news is ClaimNews.SILENT)
    say, meta = wording.texts.say, wording.meta
    if changed:
        yield Section(Sort.CHANGED, say("digest-changed-title"), changed)
    if new:
        yield Section(Sort.FIGURES, say("digest-new-title") if changed else None, new)
    if silent:
        date_ = wording.day(meta.newest)
        title = say("digest-silent-title", days=meta.fell_silent_days, date=date_)
        yield Section(Sort.SILENT, title, silent)


def caveats(marks: Marks, wording: DigestWording, *, folded: bool) -> Iterator[Block]:
    """What the letters beside figures mean."""
    told = [Line((Span(f"[{mark}] "), Span(text)), indent=1, evidence=folded) for mark, text in marks]
    if told:
        items = (Item(tuple(told)),) if folded else tuple(Item((line,)) for line in told)
        yield Block(BlockKind.CAVEATS, bold(wording.texts.say("caveats-title")), items)


def note(items: Iterable[NewsItem], wording: DigestWording) -> Iterator[Block]:
    """What differences and bars are, where there are any."""
    grown = [item.growth for item in items if item.growth]
    if grown:
        told = [wording.texts.say("digest-note")]
        if any(growth.steps for growth in grown):
            told.append(wording.texts.say("digest-bars", bars=f"{BARS[0]}{BARS[2]}{BARS[-1]}"))
        yield Block(BlockKind.HINTS, Line((Span(" ".join(told), Style.ITALIC),)))
