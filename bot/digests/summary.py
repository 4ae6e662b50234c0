"""A digest in one message: whole where it is short; else in short, by whose losses they are, then by claimant.

What became of claims is told first, with its reason. What has no room gives way in a fixed order, for both sides alike;
where not even one figure of each side has room, there are but counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from bot.answers.blocks import Block, BlockKind, Item, bold, plain
from bot.answers.evidence import Marks
from bot.answers.html import LIMIT, to_html
from bot.answers.short import visible
from bot.claims.database.store import Store
from bot.digests.bulletin import Bulletins, Room, more
from bot.digests.changes import NewsItem
from bot.digests.layout import NewsItems, lay_out
from bot.digests.parts import Occasion, Sort, caveats, head, note, sections
from bot.digests.wording import DigestWording

BESIDE = 300  # UTF-16 units that are left to the lines which a channel adds
SHORT = 1500  # visible characters of a digest that is told in full at once
LONGEST = 2000  # … of a summary

# Who fell silent gives way first, then lines of each claimant, then claimants, and last what became of claims.
_ROOMS = (
    *(Room(30, 30, changed=30, silent=silent) for silent in (30, 6, 2)),
    *(Room(lines, claimants, changed=10, silent=2) for claimants in (30, 8, 4, 2) for lines in (30, 10, 5, 3, 2, 1)),
    *(Room(1, 2, changed=changed, silent=2) for changed in (5, 2, 1)),
)


def summary(items: Sequence[NewsItem], occasion: Occasion, store: Store, wording: DigestWording) -> tuple[Block, ...]:
    """The digest in one message."""
    for evidence in (True, False):
        blocks = lay_out(items, occasion, store, wording, evidence=evidence)
        if visible(blocks) <= SHORT and is_one_message(blocks):
            return blocks
    for room in _ROOMS:
        blocks = tuple(_in_short(items, occasion, wording, room))
        if visible(blocks) <= LONGEST and is_one_message(blocks):
            return blocks
    return tuple(_counted(items, occasion, wording))


def is_one_message(blocks: Sequence[Block]) -> bool:
    """Whether it fits a message, beside what a channel adds to it."""
    return len(to_html(blocks, limit=LIMIT - BESIDE)) <= 1


def _in_short(items: Sequence[NewsItem], occasion: Occasion, wording: DigestWording, room: Room) -> Iterator[Block]:
    marks = Marks()
    bulletins, told = Bulletins(wording, marks, room), NewsItems(wording, marks, None)
    yield head(items, occasion, wording)
    for section in sections(items, wording):
        if section.title:
            yield Block(BlockKind.GROUP, bold(section.title))
        if section.sort is Sort.CHANGED:
            *blocks, last = told.by_topic(section.items[: room.changed])
            left = more(len(section.items) - room.changed, wording)
            yield from (*blocks, replace(last, items=(*last.items, *left)))
        elif section.sort is Sort.SILENT:
            yield from bulletins.silent(section.items)
        else:
            yield from bulletins.figures(section.items)
    yield from caveats(marks, wording, folded=True)
    yield from note(items, wording)


def _counted(items: Sequence[NewsItem], occasion: Occasion, wording: DigestWording) -> Iterator[Block]:
    """But how many figures there are, of whose losses."""
    yield head(items, occasion, wording)
    for section in sections(items, wording):
        lines = [
            plain(f"{heading}: {wording.figures(len(list(group)))}", indent=1)
            for heading, group in groupby(section.items, key=lambda item: wording.heading(item.figure))
        ]
        yield Block(BlockKind.COUNTS, bold(section.title) if section.title else None, (Item(tuple(lines)),))
