"""A digest in one message: whole where it is short; else in short, by whose losses they are, then by claimant.

What became of claims is told first, with its reason. What has no room gives way in a fixed order, for both sides alike;
where not even one figure of each side has room, there are but counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from bot.answers.blocks import Block, BlockKind, Item, bold, plain
from bot.answers.html import LIMIT, to_html
from bot.answers.short import visible
from bot.digests.layout.bulletin import Room, in_short
from bot.digests.layout.layout import without_evidence
from bot.digests.layout.parts import Occasion, head, sections
from bot.digests.layout.wording import DigestWording
from bot.digests.news.changes import NewsItem

BESIDE = 300  # UTF-16 units that are left to the lines which a channel adds
SHORT = 1500  # visible characters of a digest that is told in full at once
LONGEST = 2000  # … of a summary
_FEW = 30  # figures: with more it is not short
_MANY = 1000  # figures: with more it is as short as can be

# Who fell silent gives way first, then lines of each claimant, then claimants, and last what became of claims.
_ROOMS = (
    *(Room(30, 30, changed=30, silent=silent) for silent in (30, 6, 2)),
    *(Room(lines, claimants, changed=10, silent=2) for claimants in (30, 8, 4, 2) for lines in (30, 10, 5, 3, 2, 1)),
    *(Room(1, 2, changed=changed, silent=2) for changed in (5, 2, 1)),
)


def summary(
    items: Sequence[NewsItem], occasion: Occasion, wording: DigestWording, full: tuple[Block, ...]
) -> tuple[Block, ...]:
    """The digest in one message; `full` is all of it."""
    if _is_short(full):
        return full
    if len(items) <= _FEW and _is_short(brief := without_evidence(items, occasion, wording)):
        return brief
    for room in _ROOMS if len(items) <= _MANY else _ROOMS[-1:]:
        blocks = in_short(items, occasion, wording, room)
        if visible(blocks) <= LONGEST and is_one_message(blocks):
            return blocks
    return tuple(_counted(items, occasion, wording))


def _is_short(blocks: Sequence[Block]) -> bool:
    return visible(blocks) <= SHORT and is_one_message(blocks)


def is_one_message(blocks: Sequence[Block]) -> bool:
    """Whether it fits a message, beside what a channel adds to it."""
    return len(to_html(blocks, limit=LIMIT - BESIDE)) <= 1


def _counted(items: Sequence[NewsItem], occasion: Occasion, wording: DigestWording) -> Iterator[Block]:
    """But how many figures there are, of whose losses."""
    yield head(items, occasion, wording)
    for section in sections(items, wording):
        lines = [
            plain(f"{heading}: {wording.figures(len(list(group)))}", indent=1)
            for heading, group in groupby(section.items, key=lambda item: wording.heading(item.figure))
        ]
        yield Block(BlockKind.COUNTS, bold(section.title) if section.title else None, (Item(tuple(lines)),))
