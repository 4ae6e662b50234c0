"""All figures of an answer, page by page: by claimant or by date, and the reports that printed them.

A page begins at a fixed place (every ten figures) and holds as many as one message does; where ten are too long, the
next page goes on where it ended. So a button always names a place among the figures, whatever became of their number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from bot.answers.answer import Answer, Group, Options, Order, ReadingAnswer
from bot.answers.blocks import Block, BlockKind, Item, Line, Span, bold
from bot.answers.chart import is_subject_drawable
from bot.answers.compose import answer
from bot.answers.evidence import FigureItems, Marks
from bot.answers.layout import lay_out
from bot.answers.parts import parts
from bot.answers.wording import Wording
from bot.chats.model import Receipt
from bot.claims.model import Figure, Source
from bot.conversation.actions import Action, ChangedError, ForgedError, code, decode
from bot.conversation.answers import settle
from bot.conversation.desk import Desk, fit
from bot.conversation.keyboards import (
    PER_PAGE,
    Row,
    Stops,
    column,
    navigation,
    numbered,
    page_of,
    press,
    rows,
    text,
)
from bot.conversation.memory import Turn
from bot.conversation.reply import Button, Reply
from bot.questions.question import Question, Reading

SIZE = 10  # figures from one fixed place to the next
_ORDERS = {"c": Order.CLAIMANT, "d": Order.DATE}
_SHOWN = frozenset({BlockKind.HEAD, BlockKind.GROUP, BlockKind.CAVEATS})

Show = Callable[[int, int], tuple[Block, ...]]  # the blocks of some figures of a page: from, to


@dataclass(frozen=True, slots=True)
class Place:
    """Where among the figures a page begins."""

    page: int
    skip: int
    pages: int
    there: int  # figures from the fixed place to the next one

    @property
    def first(self) -> int:
        """The number of the first figure shown, from 1."""
        return (self.page - 1) * SIZE + self.skip + 1


class Pages:
    """Shows figures page by page."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def figures(self, action: Action) -> Reply:
        """A page of all figures of one reading: receipt, reading, order, page, how many of it to skip."""
        receipt = self._desk.receipt(action.text(0))
        question = self._desk.asked(receipt)
        if len(action.arguments) == 1 and len(question.readings) > 1:
            return self._which(question, receipt, "a")
        reading = _reading(question, action)
        sign = action.text(2) if len(action.arguments) > 2 else "d"
        if sign not in _ORDERS:
            raise ForgedError(sign)
        wording = self._desk.wording(receipt.language)
        page = max(1, action.number(3, 1))
        answered = self._page(question, reading, Options(everything=True, by=_ORDERS[sign], page=page, page_size=SIZE))
        place = _place(action, 3, answered.readings[0].pages, len(answered.readings[0].figures))
        total = sum(count for _, count, _ in self._beginnings(reading))

        def show(first: int, last: int) -> tuple[Block, ...]:
            part = replace(answered, readings=(_cut(answered.readings[0], first, last),))
            blocks = [block for block in lay_out(part, self._desk.store, wording.texts) if block.kind in _SHOWN]
            return (*blocks, *text(_where(wording, place, last - first, total)))

        blocks, shown = _fitting(show, place)
        number = action.number(1)
        other = "c" if sign == "d" else "d"
        order = press(wording.texts.say(f"button-by-{_ORDERS[other]}"), "a", receipt.id, number, other)
        claimants = press(wording.texts.say("button-claimants"), "g", receipt.id, number)
        stops = _stops(place, shown, receipt.id, number, sign)
        keyboard = rows(navigation("a", stops), [order, claimants], self._back(wording, receipt))
        return Reply(blocks, keyboard, replaces=True)

    def claimants(self, action: Action) -> Reply:
        """The claimants of a reading, each a button that opens the page on which their figures begin."""
        receipt = self._desk.receipt(action.text(0))
        question = self._desk.asked(receipt)
        if len(action.arguments) == 1 and len(question.readings) > 1:
            return self._which(question, receipt, "g")
        number, reading = action.number(1), _reading(question, action)
        wording = self._desk.wording(receipt.language)
        beginnings = list(self._beginnings(reading))
        page, pages = page_of(beginnings, action.number(2, 1))
        buttons = [
            press(
                f"{wording.claimant(claimant)} · {wording.texts.number(total)}",
                "a", receipt.id, number, "c", before // SIZE + 1, before % SIZE,
            )
            for claimant, total, before in beginnings[(page - 1) * PER_PAGE : page * PER_PAGE]
        ]  # fmt: skip
        title = wording.texts.say("chat-claimants-title", topic=wording.topic(reading.topic, reading.place))
        stops = numbered(page, pages, receipt.id, number)
        keyboard = (*column(buttons), *rows(navigation("g", stops), self._back(wording, receipt)))
        return Reply(text(title), keyboard, replaces=True)

    def sources(self, action: Action) -> Reply:
        """The reports that printed the figures of one reading: receipt, reading, page, how many of it to skip."""
        receipt = self._desk.receipt(action.text(0))
        question = self._desk.asked(receipt)
        if len(action.arguments) == 1 and len(question.readings) > 1:
            return self._which(question, receipt, "src")
        number, reading = action.number(1), _reading(question, action)
        wording = self._desk.wording(receipt.language)
        page = max(1, action.number(2, 1))
        answered = self._page(question, reading, Options(everything=True, by=Order.DATE, page=page, page_size=SIZE))
        figures = answered.readings[0].figures
        place = _place(action, 2, answered.readings[0].pages, len(figures))
        total = sum(count for _, count, _ in self._beginnings(reading))
        title = wording.texts.say("chat-sources-title", topic=wording.topic(reading.topic, reading.place))

        def show(first: int, last: int) -> tuple[Block, ...]:
            items = tuple(printed(wording, figures[first:last]))
            block = Block(BlockKind.GROUP, bold(title), items)
            return (block, *text(_where(wording, place, last - first, total)))

        blocks, shown = _fitting(show, place)
        stops = _stops(place, shown, receipt.id, number)
        return Reply(blocks, rows(navigation("src", stops), self._back(wording, receipt)), replaces=True)

    def subject(self, turn: Turn, action: Action) -> Reply:
        """A page of the figures of a subject, which fit no topic: its code, page, how many of it to skip."""
        desk, wording = self._desk, self._desk.wording(turn.language)
        totals = {count.subject: count.total for count in desk.store.find.subjects()}
        subject = decode(action.text(0), totals)
        page = max(1, action.number(1, 1))
        figures = desk.store.find.of_subject(subject, limit=SIZE, offset=(page - 1) * SIZE)
        place = _place(action, 1, -(-totals[subject] // SIZE), len(figures))
        linked = self._linked(figures)

        def show(first: int, last: int) -> tuple[Block, ...]:
            marks = Marks()
            maker = FigureItems(wording, marks, linked, complete=True)
            shown = tuple(maker.item(figure, claimant=True) for figure in figures[first:last])
            title = bold(wording.name(wording.catalog.subjects, subject))
            where = text(_where(wording, place, last - first, totals[subject]))
            return (Block(BlockKind.GROUP, title, shown), *caveats(wording, marks), *where)

        blocks, shown = _fitting(show, place)
        back = press(wording.texts.say("button-back"), "sb")
        taken = self._taken(subject, wording) if turn.whom.private else ()
        keyboard = rows(navigation("sf", _stops(place, shown, action.text(0))), taken, [back])
        return Reply(blocks, keyboard, replaces=True)

    def _taken(self, subject: str, wording: Wording) -> Iterator[Button]:
        """What can be taken out of a subject."""
        if is_subject_drawable(self._desk.store.find.of_subject(subject)):
            yield press(wording.texts.say("button-chart"), "sw", code(subject))
        yield press(wording.texts.say("button-csv"), "sc", code(subject))

    def _page(self, question: Question, reading: Reading, options: Options) -> Answer:
        one = replace(settle(question, reading), checked=None)
        answered = answer(one, self._desk.store, options=replace(options, surroundings=False))
        return replace(answered, linked=self._linked(answered.readings[0].figures))

    def _linked(self, figures: Iterable[Figure]) -> dict[str, Figure]:
        """The figures that relations of these point to."""
        ids = dict.fromkeys(relation.other for figure in figures for relation in figure.relations if relation.other)
        return {figure.id: figure for figure in self._desk.store.find.by_ids([*ids])} if ids else {}

    def _beginnings(self, reading: Reading) -> Iterator[tuple[str, int, int]]:
        """Each claimant with how many figures it has in a part, and how many stand before them, in pages' order."""
        before = 0
        for part in parts(reading, self._desk.store.meta):
            for count in self._desk.store.find.claimants(part) if part.countings else ():
                yield count.claimant, count.total, before
                before += count.total

    def _which(self, question: Question, receipt: Receipt, verb: str) -> Reply:
        """Ask which of several readings is meant."""
        wording = self._desk.wording(receipt.language)
        buttons = [
            press(wording.topic(reading.topic, reading.place), verb, receipt.id, number)
            for number, reading in enumerate(question.readings)
        ]
        keyboard = (*column(buttons), *rows(self._back(wording, receipt)))
        return Reply(text(wording.texts.say("chat-which-reading")), keyboard, replaces=True)

    def _back(self, wording: Wording, receipt: Receipt) -> Row:
        return (press(wording.texts.say("button-short"), "s", receipt.id),)


def printed(wording: Wording, figures: Iterable[Figure]) -> Iterator[Item]:
    """Each report once, with its address, author and day."""
    sources = dict.fromkeys(appearance.source for figure in figures for appearance in figure.appearances)
    for source in sources:
        yield Item((Line(tuple(_report(wording, source)), indent=1),))


def _report(wording: Wording, source: Source) -> Iterator[Span]:
    yield Span(wording.name(wording.catalog.publishers, source.publisher), href=source.url)
    details = [source.title, source.author, wording.texts.date(source.published) if source.published else None]
    for detail in filter(None, details):
        yield Span(f", {detail}")
    if source.via:
        yield Span(f", {wording.texts.say('printed-via', agency=source.via)}")
    if source.archived_url:
        yield Span(" (")
        yield Span(wording.texts.say("chat-archived"), href=source.archived_url)
        yield Span(")")


def caveats(wording: Wording, marks: Marks) -> tuple[Block, ...]:
    """What the letters beside figures stand for."""
    items = tuple(Item((Line((Span(f"[{mark}] "), Span(said)), indent=1),)) for mark, said in marks)
    return (Block(BlockKind.CAVEATS, bold(wording.texts.say("caveats-title")), items),) if items else ()


def _reading(question: Question, action: Action) -> Reading:
    number = action.number(1)
    if number >= len(question.readings):
        raise ChangedError(action.text(0))
    return question.readings[number]


def _place(action: Action, index: int, pages: int, there: int) -> Place:
    """The place that an action names. Raises ChangedError where there is none (any more)."""
    page, skip = max(1, action.number(index, 1)), action.number(index + 1)
    if page > pages or skip >= there:
        raise ChangedError(action.verb)
    return Place(page, skip, pages, there)


def _fitting(show: Show, place: Place) -> tuple[tuple[Block, ...], int]:
    """As many figures as one message holds, at least one; and how many."""
    for last in range(place.there, place.skip + 1, -1):
        if fit(blocks := show(place.skip, last)):
            return blocks, last - place.skip
    return show(place.skip, place.skip + 1), 1


def _stops(place: Place, shown: int, *before: str | int) -> Stops:
    page, end = place.page, place.skip + shown
    previous = (*before, page) if place.skip else (*before, page - 1) if page > 1 else None
    following: tuple[str | int, ...] | None = None
    if end < place.there:
        following = (*before, page, end)
    elif page < place.pages:
        following = (*before, page + 1)
    first = (*before, 1) if page > 2 else None
    last = (*before, place.pages) if page < place.pages - 1 else None
    return Stops(first, previous, following, last)


def _where(wording: Wording, place: Place, shown: int, total: int) -> str:
    number = wording.texts.number
    first, last = number(place.first), number(place.first + shown - 1)
    return wording.texts.say("chat-page", first=first, last=last, total=number(total))


def _cut(reading: ReadingAnswer, first: int, last: int) -> ReadingAnswer:
    """The reading with only these of the figures on its page."""
    kept: list[tuple[Group, ...]] = []
    passed = 0
    for part in reading.parts:
        cut = []
        for group in part:
            figures = group.figures[max(0, first - passed) : max(0, last - passed)]
            passed += len(group.figures)
            if figures:
                cut.append(replace(group, figures=figures))
        kept.append(tuple(cut))
    rates, groups, stock, other = kept
    return replace(reading, rates=rates, groups=groups, stock=stock, other_counting=other, pages=1)
