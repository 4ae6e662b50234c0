"""What stands around the figures: spread, differences, related topics, what is missing, and a number put forward."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from bot.answers.answer import Answer, Checked, Difference, Missing, Nearby, ReadingAnswer, Related, Spread
from bot.answers.blocks import Block, BlockKind, Item, Line, Span, Style, bold, plain
from bot.answers.evidence import FigureItems
from bot.answers.wording import Wording
from bot.claims.model import Figure, Topic

MATCHES_SHOWN = 10
RELATED_SHOWN = 6  # of one kind
_SMALL_RATIO = 1.05  # below this, two totals are as good as equal, and a ratio would say nothing
_ROUND_RATIO = 10  # from here on a ratio is told in whole numbers


class Around:
    """Lays out what belongs to a reading beside its figures."""

    def __init__(self, wording: Wording, items: FigureItems) -> None:
        self._wording = wording
        self._items = items
        self._say = wording.texts.say

    def before(self, answered: ReadingAnswer, number: int) -> Iterator[Block]:
        """What is told before a reading's figures: how far totals of the same days lie apart."""
        if answered.spread:
            yield self._spread(answered.spread, number)

    def after(self, answered: ReadingAnswer, answer: Answer, number: int) -> Iterator[Block]:
        """What is told after them."""
        if answered.differences:
            items = tuple(self._difference(difference) for difference in answered.differences)
            yield Block(BlockKind.DIFFERENCES, bold(self._say("differences-title")), items, number)
        nearby, related = tuple(self._nearby(answered.nearby)), tuple(self._related(answered.related))
        if answered.total and nearby:
            yield Block(BlockKind.RELATED, bold(self._say("rates-nearest")), nearby, number)
            nearby = ()
        if near := nearby + related:
            title = "related-title" if answered.total else "none-nearest"
            yield Block(BlockKind.RELATED, bold(self._say(title)), near, number)
        if answered.missing:
            yield self._missing(answered, answer, number)

    def _spread(self, spread: Spread, number: int) -> Block:
        lines = [plain(self._wording.attributed(end), indent=1) for end in (spread.low, spread.high)]
        if _SMALL_RATIO <= spread.ratio < float("inf"):
            ratio = round(spread.ratio) if spread.ratio >= _ROUND_RATIO else round(spread.ratio, 1)
            whole = int(ratio) if ratio == int(ratio) else ratio
            lines.append(plain(self._say("spread-ratio", ratio=whole), indent=1))
        return Block(BlockKind.SPREAD, bold(self._say("spread-title")), (Item(tuple(lines)),), number)

    def _difference(self, difference: Difference) -> Item:
        wording = self._wording
        change = difference.after.value.point - difference.before.value.point
        ends = (difference.before, difference.after)
        lines = [Line((Span(wording.claimant(difference.after.claimant), Style.BOLD),), indent=1)]
        lines += [plain(f"{wording.value(end)} · {wording.when(end)}", indent=2) for end in ends]
        lines.append(plain(self._say("difference", number=wording.texts.number(change)), indent=2))
        return Item(tuple(lines))

    def _nearby(self, nearby: Iterable[Nearby]) -> Iterator[Item]:
        for how, group in groupby(nearby, key=lambda one: one.how):
            lines = [plain(self._say(f"nearby-{how}"), indent=1)]
            lines += [self._counted(one.reading.topic, one.reading.place, one.total) for one in group]
            yield Item(tuple(lines))

    def _counted(self, topic: Topic, place: str | None, total: int) -> Line:
        return plain(f"{self._wording.topic(topic, place)}: {self._wording.figures(total)}", indent=2)

    def _related(self, related: Iterable[Related]) -> Iterator[Item]:
        for how, group in groupby(related, key=lambda one: one.how):
            topics = list(group)
            lines = [plain(self._say(f"related-{how}"), indent=1)]
            lines += [self._counted(one.topic, one.place, one.total) for one in topics[:RELATED_SHOWN]]
            if more := len(topics[RELATED_SHOWN:]):
                lines.append(plain(self._say("related-more", count=more), indent=2))
            yield Item(tuple(lines))

    def _missing(self, answered: ReadingAnswer, answer: Answer, number: int) -> Block:
        texts = self._wording.texts
        until = answered.reading.dates.as_of_to or answer.known_by
        lines = [self._lacks(missing, texts.date(until) if until else None) for missing in answered.missing]
        if answer.data_newest:
            lines.append(texts.say("missing-newest", date=texts.date(answer.data_newest)))
        items = tuple(Item((plain(line, indent=1),)) for line in lines)
        return Block(BlockKind.MISSING, bold(self._say("missing-title")), items, number)

    def _lacks(self, missing: Missing, until: str | None) -> str:
        arguments = {"claimant": missing.claimant.name(self._wording.texts.language)}
        message = "missing-none"
        if missing.since:
            message = "missing-since"
            arguments["date"] = self._wording.texts.date(missing.since)
        if until:
            message += "-until"
            arguments["until"] = until
        return self._say(message, **arguments)

    def checked(self, checked: Checked, answered: ReadingAnswer) -> Iterator[Block]:
        """What became of the number that the question puts forward."""
        title = bold(self._say("checked-title", number=self._number(checked)))
        if checked.matches:
            found = "checked-found" if checked.within_limits else "checked-unlimited"
            items = [*self._listed(found, checked.matches[:MATCHES_SHOWN], full=True)]
            if more := len(checked.matches[MATCHES_SHOWN:]):
                items.append(Item((plain(self._say("figures-not-shown", count=more), indent=1),)))
        else:
            topic = self._wording.topic(answered.reading.topic, answered.reading.place)
            items = [Item((plain(self._say("checked-none", topic=topic)),))]
            items += self._listed("checked-nearest", checked.nearest)
        items += self._listed("checked-elsewhere", checked.elsewhere, matter=True)
        items += self._listed("checked-same-days", checked.same_days)
        yield Block(BlockKind.CHECKED, title, tuple(items), reading=0)

    def offered(self, checked: Checked) -> Iterator[Block]:
        """Who said the number, about which of the topics that the question leaves open."""
        if checked.matches:
            title = bold(self._say("checked-title", number=self._number(checked)))
            items = self._listed("checked-found", checked.matches[:MATCHES_SHOWN], matter=True)
            yield Block(BlockKind.CHECKED, title, tuple(items))

    def _number(self, checked: Checked) -> str:
        low, high = self._wording.texts.number(checked.low), self._wording.texts.number(checked.high)
        return low if checked.low == checked.high else self._say("value-between", low=low, high=high)

    def _listed(
        self, title: str, figures: Sequence[Figure], *, full: bool = False, matter: bool = False
    ) -> Iterator[Item]:
        if not figures:
            return
        yield Item((plain(self._say(title)),))
        for figure in figures:
            if full:
                yield self._items.item(figure, claimant=True)
            else:
                topic = f"{self._wording.matter(figure)}: " if matter else ""
                yield Item((plain(f"{topic}{self._wording.attributed(figure)}", indent=1),), figure=figure.id)
