"""A digest in full: by topic, then by claimant, each figure with dates, where it was printed and its caveats."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.answers.blocks import Block, BlockKind, bold
from bot.answers.evidence import Marks
from bot.claims.database.store import Store
from bot.claims.model import Figure
from bot.digests.layout.bulletin import Room, in_short
from bot.digests.layout.items import NewsItems
from bot.digests.layout.parts import Occasion, caveats, head, note, sections
from bot.digests.layout.wording import DigestWording
from bot.digests.news.changes import NewsItem

MOST_WITH_EVIDENCE = 100  # figures: of more, where each was printed is found by asking about it
MOST = 400  # figures: of more, not all are shown
_ROOM = Room(lines=30, claimants=30, changed=200, silent=60)


def lay_out(items: Sequence[NewsItem], occasion: Occasion, store: Store, wording: DigestWording) -> tuple[Block, ...]:
    """All of a digest, save that after a very long time there is more than anybody would read."""
    if len(items) > MOST:
        return in_short(items, occasion, wording, _ROOM)
    linked = _linked(items, store) if len(items) <= MOST_WITH_EVIDENCE else None
    return tuple(_blocks(items, occasion, wording, linked))


def without_evidence(items: Sequence[NewsItem], occasion: Occasion, wording: DigestWording) -> tuple[Block, ...]:
    """The same, but not where the figures were printed."""
    return tuple(_blocks(items, occasion, wording, None))


def _linked(items: Sequence[NewsItem], store: Store) -> Mapping[str, Figure]:
    """The figures that relations of these point to."""
    others = {relation.other for item in items for relation in item.figure.relations if relation.other}
    return {figure.id: figure for figure in store.find.by_ids(sorted(others))}


def _blocks(
    items: Sequence[NewsItem], occasion: Occasion, wording: DigestWording, linked: Mapping[str, Figure] | None
) -> Iterator[Block]:
    marks = Marks()
    told = NewsItems(wording, marks, linked)
    yield head(items, occasion, wording)
    for section in sections(items, wording):
        if section.title:
            yield Block(BlockKind.GROUP, bold(section.title))
        yield from told.by_topic(section.items)
    yield from caveats(marks, wording, folded=linked is None)
    yield from note(items, wording)
