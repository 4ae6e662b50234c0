"""The figures of a reading: by claimant or by date; rates, totals, numbers on a day and others each in a part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.answers.answer import Group, Options, Order, ReadingAnswer
from bot.answers.blocks import Block, BlockKind, Item, Line, Span, Style, bold, join, plain
from bot.answers.evidence import FigureItems
from bot.answers.wording import Wording
from bot.questions.question import Reading


class Figures:
    """Lays out the figures of readings."""

    def __init__(self, wording: Wording, items: FigureItems, options: Options) -> None:
        self._wording = wording
        self._items = items
        self._options = options

    def rates(self, answered: ReadingAnswer, number: int) -> Iterator[Block]:
        """So many a day, week or month, where that is asked for; then what tells the totals behind them apart."""
        say = self._wording.texts.say
        yield from self._part(answered.rates, number, title=say("rates-title"))
        if answered.rates and answered.groups:
            yield Block(BlockKind.GROUP, bold(say(totals_title(answered.reading))), reading=number)

    def blocks(self, answered: ReadingAnswer, number: int) -> Iterator[Block]:
        """All other figures that the answer carries for a reading."""
        say = self._wording.texts.say
        others = others_title(answered.reading)
        yield from self._part(answered.groups, number)
        yield from self._part(answered.stock, number, title=say("stock-title"))
        if self._options.everything:
            yield from self._part(answered.other_counting, number, title=say(others))
        elif answered.other_counting:
            lines = (plain(self._in_short(group), indent=1) for group in _one_each(answered.other_counting))
            yield Block(BlockKind.GROUP, bold(say(others)), tuple(Item((line,)) for line in lines), number)
        if answered.pages > 1:
            page = say("page", page=self._options.page, pages=answered.pages)
            yield Block(BlockKind.COUNTS, plain(page), reading=number)

    def _part(self, groups: Sequence[Group], number: int, title: str | None = None) -> Iterator[Block]:
        if groups and title:
            yield Block(BlockKind.GROUP, bold(title), reading=number)
        if groups and self._options.by is Order.DATE:
            yield self._dated(groups, number)
        else:
            yield from (self._group(group, number) for group in groups)

    def _in_short(self, group: Group) -> str:
        return f"{group.claimant.name(self._wording.texts.language)}: {self._wording.figures(group.total)}"

    def _dated(self, groups: Sequence[Group], number: int) -> Block:
        items = [self._items.item(figure, claimant=True) for group in groups for figure in group.figures]
        if (left_out := hidden(groups)) and self._options.page_size is None:
            items.append(self._note("figures-not-shown", left_out))
        return Block(BlockKind.GROUP, None, tuple(items), reading=number)

    def _group(self, group: Group, number: int) -> Block:
        items = [self._items.item(figure) for figure in group.figures]
        if (left_out := hidden([group])) and self._options.page_size is None:
            items.insert(1, self._note("figures-between", left_out))
        return Block(BlockKind.GROUP, self._title(group), tuple(items), reading=number)

    def _title(self, group: Group) -> Line:
        wording = self._wording
        spans = [Span(group.claimant.name(wording.texts.language), Style.BOLD)]
        spans.append(Span(wording.texts.say(f"interest-{group.interest}")))
        if group.total > 1:
            spans.append(Span(wording.figures(group.total)))
        return Line(join(spans))

    def _note(self, message: str, count: int) -> Item:
        text = self._wording.texts.say(message, count=count)
        return Item((Line((Span(f"… {text} …", Style.ITALIC),), indent=1),))


def totals_title(reading: Reading) -> str:
    """The text that tells figures from the rates before them."""
    return "no-rates-period-title" if reading.period else "no-rates-title"


def others_title(reading: Reading) -> str:
    """The text over what counts otherwise than was asked."""
    if reading.per:
        return "stock-title" if reading.period else "other-than-rates-title"
    return "period-other-title" if reading.period else "other-counting-title"


def hidden(groups: Sequence[Group]) -> int:
    """How many figures of these claimants the groups leave out."""
    return sum(group.total for group in _one_each(groups)) - sum(len(group.figures) for group in groups)


def _one_each(groups: Sequence[Group]) -> list[Group]:
    """One group of each claimant: in the order of dates a claimant has several."""
    return list({group.claimant.id: group for group in groups}.values())
