"""The short form of an answer for a chat: one message that says what was understood, how much there is, how far it lies
apart, and the newest figure of each of a few claimants, with the caveats that apply. Both sides are always among them.

Where it was printed, and what editors note, is folded away. What does not fit gives way in a fixed order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.answers.answer import Answer, AnswerStatus, Group, ReadingAnswer
from bot.answers.around import Around
from bot.answers.blocks import Block, BlockKind, Item, Line, Span, Style, bold, plain
from bot.answers.evidence import FigureItems, Marks
from bot.answers.few import BELLIGERENTS, few, newest_of_each
from bot.answers.figures import others_title, totals_title
from bot.answers.head import head, set_aside
from bot.answers.html import LIMIT, to_html
from bot.answers.layout import lay_out
from bot.answers.wording import SEPARATOR, Wording
from bot.claims.database.store import Store
from bot.claims.model import Figure
from bot.language.texts import Texts

PRIVATE = 1500  # visible characters of an answer in a private chat
GROUP = 700  # … of one in a group, or sent through inline mode, which stands among other people's messages
_CLAIMANTS = 8
_RELATED = 6
_FOLDED = 3900  # characters of a whole message, what is folded away among them


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a short answer has room for."""

    claimants: int
    around: bool = True  # the spread, or differences within a period
    missing: bool = True
    folded: bool = False  # caveats are folded away
    readings: int | None = None
    evidence: int = _CLAIMANTS  # of how many figures


_PLANS = (
    *(_Plan(claimants) for claimants in range(_CLAIMANTS, 3, -1)),
    *(_Plan(claimants, missing=False) for claimants in range(5, 1, -1)),
    *(_Plan(claimants, missing=False, around=False) for claimants in range(4, 1, -1)),
    *(_Plan(claimants, missing=False, around=False, folded=True) for claimants in range(4, 1, -1)),
)


def short(answer: Answer, store: Store, texts: Texts, *, limit: int = PRIVATE) -> tuple[Block, ...]:
    """The answer in one message of about so many visible characters, with the evidence of what it shows folded away."""
    return _fitted(answer, store, texts, limit, folds=True)


def in_a_group(answer: Answer, store: Store, texts: Texts, *, limit: int = GROUP) -> tuple[Block, ...]:
    """The answer in one message that stands by itself: each figure with claimant, date and a link to one report."""
    return _fitted(answer, store, texts, limit, folds=False)


def one_figure(figure: Figure, store: Store, texts: Texts) -> tuple[Block, ...]:
    """A figure in a message that stands by itself: topic, claimant, dates, caveats, and a link to one report."""
    wording, marks = Wording(texts, store.catalog, store.meta.start), Marks()
    item = FigureItems(wording, marks, {}, complete=False).item(figure, claimant=True)
    headline = replace(item.lines[0], spans=item.lines[0].spans[:-1], indent=0)  # caveats follow it: no letters needed
    caveats = tuple(plain(caveat) for caveat in wording.caveats(figure))
    folded = (replace(line, evidence=True) for line in item.lines[1:])
    shown = (Item((headline, *caveats, *folded), figure=figure.id),)
    return (Block(BlockKind.GROUP, bold(wording.matter(figure)), shown),)


def visible(blocks: Iterable[Block]) -> int:
    """How many characters of some blocks are seen before anything is unfolded."""
    return sum(
        len(span.text)
        for block in blocks
        for line in (*([block.title] if block.title else []), *(line for item in block.items for line in item.lines))
        if not line.evidence
        for span in line.spans
    )


def _fitted(answer: Answer, store: Store, texts: Texts, limit: int, *, folds: bool) -> tuple[Block, ...]:
    if answer.status in (AnswerStatus.CLARIFY, AnswerStatus.OUT_OF_SCOPE):
        return lay_out(answer, store, texts)
    wording = Wording(texts, store.catalog, store.meta.start)
    blocks: tuple[Block, ...] = ()
    plan = _PLANS[-1]
    for plan in _PLANS:
        blocks = tuple(_Short(answer, wording, plan, folds=folds).blocks())
        if visible(blocks) <= limit:
            break
    evidence, readings = plan.evidence, len(answer.readings)
    while not _is_one_message(blocks) and (evidence or readings > 1):
        # Evidence gives way before the things asked for do.
        evidence, readings = (evidence - 1, readings) if evidence else (0, readings - 1)
        smaller = replace(plan, evidence=evidence, readings=readings)
        blocks = tuple(_Short(answer, wording, smaller, folds=folds).blocks())
    return blocks


def _is_one_message(blocks: Sequence[Block]) -> bool:
    return len(to_html(blocks, limit=min(LIMIT, _FOLDED))) <= 1


class _Short:
    """Lays out one answer by one plan."""

    def __init__(self, answer: Answer, wording: Wording, plan: _Plan, *, folds: bool) -> None:
        self._answer = answer
        self._wording = wording
        self._say = wording.texts.say
        self._plan = plan
        self._folds = folds
        self._marks = Marks()
        self._items = FigureItems(wording, self._marks, {}, complete=False)
        self._around = Around(wording, self._items)
        self._evidence: list[Item] = []

    def blocks(self) -> Iterator[Block]:
        answer, readings = self._answer, self._answer.readings[: self._plan.readings]
        yield from set_aside(answer.question, self._wording.texts)
        for number, reading in enumerate(readings):
            yield head(reading, self._wording, answer.known_by, number)
            if number == 0 and answer.checked:
                yield from self._checked(reading)
            else:
                yield from self._reading(reading, number)
            if self._plan.missing and reading.missing:
                yield from _of(BlockKind.MISSING, self._around.after(reading, answer, number))
        if more := len(answer.readings) - len(readings):
            yield Block(BlockKind.COUNTS, plain(self._say("short-more-readings", count=more)))
        if caveats := tuple(self._caveat(mark, text) for mark, text in self._marks):
            items = (Item(caveats),) if self._plan.folded else tuple(Item((caveat,)) for caveat in caveats)
            yield Block(BlockKind.CAVEATS, bold(self._say("caveats-title")), items)
        if evidence := self._evidence[: self._plan.evidence]:
            lines = tuple(line for item in evidence for line in item.lines)
            yield Block(BlockKind.GROUP, bold(self._say("short-evidence-title")), (Item(lines),))

    def _rates(self, reading: ReadingAnswer, number: int) -> Iterator[Block]:
        """So many a day, week or month, where that is asked for: in a private chat whole, and all else gives way."""
        rates = [figure for group in reading.rates for figure in group.figures]
        if rates:
            shown = few(rates, _CLAIMANTS if self._folds else self._room, self._wording.catalog)
            items = [self._figure(figure) for figure in shown]
            if more := len(rates) - len(shown):
                items.append(self._note("figures-not-shown", more))
            yield Block(BlockKind.GROUP, bold(self._say("rates-title")), tuple(items), number)
        if rates and reading.groups:
            yield Block(BlockKind.GROUP, bold(self._say(totals_title(reading.reading))), reading=number)

    def _reading(self, reading: ReadingAnswer, number: int) -> Iterator[Block]:
        yield from self._rates(reading, number)
        if self._plan.around:
            yield from self._around.before(reading, number)
        room = max(self._room - reading.rates_total, len(BELLIGERENTS))  # totals give way before rates do
        yield from self._newest(reading.groups, self._title(reading), number, room)
        yield from self._newest(reading.stock, self._say("stock-title"), number, room)
        if reading.other_counting:
            total = sum(group.total for group in _one_each(reading.other_counting))
            text = f"{self._say(others_title(reading.reading))}: {self._wording.figures(total)}"
            yield Block(BlockKind.COUNTS, Line((Span(text, Style.ITALIC),)), reading=number)
        if self._plan.around:
            yield from _of(BlockKind.DIFFERENCES, self._around.after(reading, self._answer, number))
        if not reading.total or (reading.nearby and self._plan.around):
            related = replace(reading, related=() if reading.total else reading.related[:_RELATED])
            yield from _of(BlockKind.RELATED, self._around.after(related, self._answer, number))

    def _caveat(self, mark: str, text: str) -> Line:
        return Line((Span(f"[{mark}] "), Span(text)), indent=1, evidence=self._plan.folded)

    def _title(self, reading: ReadingAnswer) -> str:
        return self._say("short-newest-figures" if reading.reading.period else "short-newest-totals")

    def _newest(self, groups: Sequence[Group], title: str, number: int, room: int) -> Iterator[Block]:
        if not groups:
            return
        newest = newest_of_each(figure for group in groups for figure in group.figures)
        shown = few(newest, room, self._wording.catalog)
        items = [self._figure(figure) for figure in shown]
        if more := len(_one_each(groups)) - len(shown):
            items.append(self._note("short-more-claimants", more))
        yield Block(BlockKind.GROUP, bold(title), tuple(items), number)

    @property
    def _room(self) -> int:
        """How many figures a part may show: of both sides at least."""
        return max(self._plan.claimants, len(BELLIGERENTS))

    def _note(self, message: str, count: int) -> Item:
        return Item((Line((Span(self._say(message, count=count), Style.ITALIC),), indent=1),))

    def _checked(self, reading: ReadingAnswer) -> Iterator[Block]:
        """The number put forward, with a few of those who said it, its evidence folded away like all other."""
        checked = self._answer.checked
        assert checked is not None  # the caller asks only about answers with a number
        room = max(self._plan.claimants // 2, 1)
        shown = replace(
            checked,
            matches=checked.matches[:room],
            elsewhere=checked.elsewhere[:room],
            same_days=checked.same_days[: max(room, len(BELLIGERENTS))],
        )
        for block in self._around.checked(shown, reading):
            items = [self._folded(item) for item in block.items]
            if more := len(checked.matches) - len(shown.matches):
                items.insert(1 + room, Item((plain(self._say("figures-not-shown", count=more), indent=1),)))
            yield replace(block, items=tuple(items))

    def _figure(self, figure: Figure) -> Item:
        return self._folded(self._items.item(figure, claimant=True), figure)

    def _folded(self, item: Item, figure: Figure | None = None) -> Item:
        """The item's headline; what stands under it is folded away at the end, or but linked."""
        first, *rest = item.lines
        if figure is None and rest:  # only a number that was found comes with its evidence
            figure = next(one for one in self._matches() if one.id == item.figure)
        if figure is None:
            return item
        if not self._folds:
            return Item((replace(first, spans=(*first.spans, *self._link(figure))),), figure=item.figure)
        if rest:
            claimant = Span(self._wording.claimant(figure.claimant), Style.BOLD)
            whose = Line((claimant, Span(SEPARATOR + self._wording.when(figure))))
            self._evidence.append(Item(tuple(replace(line, evidence=True) for line in (whose, *rest))))
        return replace(item, lines=(first,))

    def _matches(self) -> Sequence[Figure]:
        return self._answer.checked.matches if self._answer.checked else ()

    def _link(self, figure: Figure) -> tuple[Span, ...]:
        if not figure.appearances:
            return ()
        source = figure.appearances[0].source
        name = self._wording.name(self._wording.catalog.publishers, source.publisher)
        return (Span(SEPARATOR), Span(name, href=source.url))


def _of(kind: BlockKind, blocks: Iterable[Block]) -> Iterator[Block]:
    return (block for block in blocks if block.kind is kind)


def _one_each(groups: Sequence[Group]) -> list[Group]:
    return list({group.claimant.id: group for group in groups}.values())
