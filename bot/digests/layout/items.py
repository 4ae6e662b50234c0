"""A figure of a digest as an item: what it is, what is new about it, where it was printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from bot.answers.blocks import Block, BlockKind, Item, Line, Span, bold, plain
from bot.answers.evidence import FigureItems, Marks
from bot.answers.wording import SEPARATOR
from bot.claims.model import Figure
from bot.digests.layout.wording import DigestWording
from bot.digests.model import ClaimNews
from bot.digests.news.changes import NewsItem


class NewsItems:
    """Makes items of news. `linked` holds the figures that relations point to; without it there is no evidence."""

    def __init__(self, wording: DigestWording, marks: Marks, linked: Mapping[str, Figure] | None) -> None:
        self._wording = wording
        self._evidence = linked is not None
        self._figures = FigureItems(wording, marks, linked or {}, complete=False)

    def by_topic(self, items: Sequence[NewsItem]) -> Iterator[Block]:
        """A block for each topic."""
        for _, group in groupby(items, key=lambda item: _matter(item.figure)):
            of_topic = list(group)
            title = bold(self._wording.matter(of_topic[0].figure))
            yield Block(BlockKind.GROUP, title, tuple(map(self.item, of_topic)))

    def item(self, item: NewsItem) -> Item:
        """A figure, what is new about it, and what is told of it besides."""
        told = self._figures.item(item.figure, claimant=True)
        first, *rest = told.lines
        if became := self._wording.became(item):
            value = replace(first.spans[0], text=became)
            first = replace(first, spans=(value, *first.spans[1:]))
        return replace(told, lines=(first, *self._about(item), *(line for line in rest if self._keeps(item, line))))

    def _keeps(self, item: NewsItem, line: Line) -> bool:
        """Whether a line below a figure is told: of what is not new nothing is, unless there is room for evidence."""
        if item.news is ClaimNews.SILENT:
            return False
        return self._evidence or not (line.evidence or item.news is ClaimNews.STANDING)

    def _about(self, item: NewsItem) -> Iterator[Line]:
        """What is new about a figure, where it is more than the figure itself."""
        wording, say = self._wording, self._wording.texts.say
        if item.before:
            yield plain(say("digest-before", claim=self._was(item.figure, item.before)), indent=2)
        if item.growth:
            before = item.growth.before
            said = say(
                "digest-difference",
                before=wording.hedged(before.value),
                when=say("when-cumulative", date=wording.texts.date(before.as_of)),
                number=wording.difference(item.growth),
            )
            yield Line((Span(said), wording.bars(item.growth)), indent=2)

    def _was(self, figure: Figure, before: Figure) -> str:
        """What the claim said before, with what it was about and who said it where that is another now."""
        wording = self._wording
        parts = [wording.claim(before)]
        if before.claimant != figure.claimant:
            parts.append(wording.claimant(before.claimant))
        if _matter(before) != _matter(figure):
            parts.insert(0, wording.matter(before))
        return SEPARATOR.join(parts)


def _matter(figure: Figure) -> tuple[object, ...]:
    return figure.topic, figure.subject, figure.place
