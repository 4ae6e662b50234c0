"""An answer as a chat shows it: the short form, with the rest one press away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache

from bot.answers.answer import Answer, AnswerStatus, Nearby, ReadingAnswer, Related
from bot.answers.blocks import Block, BlockKind, Item, Line, Span
from bot.answers.chart import is_drawable
from bot.answers.compose import answer
from bot.answers.nearby import MEASURE
from bot.answers.short import in_a_group, short
from bot.chats.model import Receipt
from bot.conversation.actions import Action, ChangedError, code
from bot.conversation.desk import Desk
from bot.conversation.keyboards import Row, Rows, column, counted, examples, press, rows, text, topic_button
from bot.conversation.kinds import Kinds, chosen_kinds, inside, is_left, kind_names
from bot.conversation.links import to_answer, to_receipt
from bot.conversation.memory import Turn, remember
from bot.conversation.reply import Button, Reply
from bot.conversation.slots import SlotsError, blocks_from_json
from bot.conversation.whom import Whom
from bot.language.texts import Texts
from bot.questions.question import Outcome, Question, Reading, Refusal

_MOST_KEPT = 500  # answers
OUTSIDE = "outside"  # what came of a question, beside the statuses of answers: the group asks about other things
NOT_UNDERSTOOD = "not-understood"
MOST_OPTIONS = 4  # readings offered when asking back, topics offered where nothing was found


class Answers:
    """Gives answers to understood questions, and opens those that were given."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._make = lru_cache(_MOST_KEPT)(self._made)  # many ask the same

    def forget(self) -> None:
        """Let go of what was made of the claims as they were."""
        self._make.cache_clear()

    def give(self, turn: Turn, question: Question) -> Reply:
        """The answer, kept under a receipt and remembered for follow-ups: of what the group asks about, in a group."""
        desk, texts, kinds = self._desk, self._desk.texts(turn.language), chosen_kinds(self._desk, turn.whom)
        within = inside(question, kinds)
        if not is_left(within):
            return self._outside(turn, question, kinds)
        nobodys = replace(within, text="", steps=(), frame=None)  # what is kept holds nobody's words
        answered, blocks = self._make(nobodys, turn.language, turn.whom.private, desk.store.meta.revision)
        answered = replace(answered, question=within)
        receipt = desk.keep(within, blocks, turn.language)
        remember(desk, turn, question, receipt)
        if answered.status is AnswerStatus.ANSWERED:
            blocks += self._signed(receipt, texts)
        buttons = self._buttons(turn, answered, receipt, texts)
        if within != question:
            blocks += text(texts.say("chat-partly-outside", kinds=self._named(kinds, turn.language)))
            whole = self._in_private(desk.keep(question, (), turn.language), texts)
            buttons = (*(row for row in buttons if row[0].url is None), *whole)  # one link, and to all that was asked
        # Counted last: what is undone above is done again.
        desk.watch.answered(turn.whom.chat, outcome(answered), {str(reading.topic) for reading in within.readings})
        return Reply(blocks, buttons, remember=receipt)

    def _outside(self, turn: Turn, question: Question, kinds: Kinds) -> Reply:
        """What the group asks about, where a question is of nothing of it; it is answered in the private chat."""
        desk, texts = self._desk, self._desk.texts(turn.language)
        blocks = text(texts.say("chat-outside", kinds=self._named(kinds, turn.language)))
        receipt = desk.keep(question, blocks, turn.language)
        remember(desk, turn, question, receipt)
        desk.watch.answered(turn.whom.chat, OUTSIDE, ())
        return Reply(blocks, self._in_private(receipt, texts), remember=receipt)

    def _named(self, kinds: Kinds, language: str) -> str:
        return kind_names(kinds, self._desk.store, self._desk.wording(language))

    def _made(
        self, question: Question, language: str, private: bool, _revision: int
    ) -> tuple[Answer, tuple[Block, ...]]:
        """The answer in this state of the claims, and its short form."""
        store = self._desk.store
        answered = answer(question, store)
        return answered, (short if private else in_a_group)(answered, store, self._desk.texts(language))

    def again(self, turn: Turn, action: Action) -> Reply:
        """The answer of a receipt in short, as the claims are now."""
        return replace(self.linked(turn, action.text(0)), replaces=True)

    def linked(self, turn: Turn, id_: str) -> Reply:
        """The same by a deep link: what a group was told in brief."""
        receipt = self._desk.receipt(id_)
        return self.give(replace(turn, language=receipt.language), self._desk.asked(receipt))

    def given(self, turn: Turn, id_: str) -> Reply:
        """The answer of a receipt as it was given. Raises ChangedError."""
        desk = self._desk
        receipt = desk.receipt(id_)
        texts, meta = desk.texts(receipt.language), desk.store.meta
        try:
            shown = blocks_from_json(receipt.shown)
        except SlotsError as error:
            raise ChangedError(id_) from error
        day = texts.date(receipt.created.date())
        head = [texts.say("chat-receipt-title", receipt=receipt.id, date=day, version=receipt.version)]
        if receipt.revision != meta.revision:
            head.append(texts.say("chat-receipt-older", version=meta.version))
        now = press(texts.say("button-answer-now"), "s", receipt.id)
        return Reply((*text(*head), *shown), (*rows([now]), *self._further(turn, receipt)), remember=receipt.id)

    def _further(self, turn: Turn, receipt: Receipt) -> Rows:
        """The buttons of the answer as it would be now; none where the claims no longer have what it names."""
        try:
            answered = answer(self._desk.asked(receipt), self._desk.store)
        except ChangedError:
            return ()
        return self._buttons(turn, answered, receipt.id, self._desk.texts(receipt.language))

    def chosen(self, turn: Turn, action: Action) -> Reply:
        """The answer to one of the readings that were offered."""
        receipt = self._desk.receipt(action.text(0))
        question, number = self._desk.asked(receipt), action.number(1)
        if number >= len(question.suggestions):
            raise ChangedError(receipt.id)
        settled = settle(question, question.suggestions[number].reading)
        return replace(self.give(replace(turn, language=receipt.language), settled), replaces=True)

    def loosened(self, turn: Turn, action: Action) -> Reply:
        """The answer within fewer limits than those within which nothing was found."""
        receipt = self._desk.receipt(action.text(0))
        question = self._desk.asked(receipt)
        found = answer(question, self._desk.store)
        chosen = next((one.reading for one in _nearby(found) if _named(one) == action.text(1)), None)
        if chosen is None:
            raise ChangedError(receipt.id)
        return self.give(replace(turn, language=receipt.language), settle(question, chosen))

    def of_readings(self, turn: Turn, *readings: Reading) -> Reply:
        """The answer to readings that nobody typed."""
        return self.give(turn, Question("", turn.language, Outcome.UNDERSTOOD, readings))

    def _in_private(self, receipt: str, texts: Texts) -> Rows:
        """Opens the whole answer in the private chat; nothing while the bot's name is unknown."""
        link = self._desk.link(to_answer(receipt))
        return rows([Button(texts.say("button-answer-in-private"), url=link)]) if link else ()

    def _signed(self, receipt: str, texts: Texts) -> tuple[Block, ...]:
        """The receipt, which opens this very answer again, and the state of the data."""
        meta = self._desk.store.meta
        named = Span(texts.say("chat-receipt", receipt=receipt), href=self._desk.link(to_receipt(receipt)))
        data = texts.say("chat-receipt-data", version=meta.version, date=texts.date(meta.newest))
        return (Block(BlockKind.HINTS, None, (Item((Line((named, Span(f" · {data}"))),)),)),)

    def _buttons(self, turn: Turn, answered: Answer, receipt: str, texts: Texts) -> Rows:
        match answered.status:
            case AnswerStatus.ANSWERED:
                return self._answered(turn.whom, answered, receipt, texts)
            case AnswerStatus.CLARIFY:
                return self._offered(answered, receipt, texts)
            case AnswerStatus.NO_FIGURES:
                return (*self._nearest(answered, receipt, texts), *_passed_on(texts, turn.tell))
            case _:
                return self._refused(answered, texts, turn.tell)

    def _answered(self, whom: Whom, answered: Answer, receipt: str, texts: Texts) -> Rows:
        say = texts.say
        if not whom.private:
            link = self._desk.link(to_answer(receipt))
            whole = Button(say("button-in-private"), url=link) if link else self._all(answered, receipt, texts)
            return rows([whole], [press(say("button-subscribe"), "sa", receipt) if whom.kind == "group" else None])
        rates = [self._loosened(one, receipt, texts) for one in _rates_nearby(answered)]
        return rows(
            *column(rates[:MOST_OPTIONS]),
            [self._all(answered, receipt, texts), press(say("button-claimants"), "g", receipt)],
            [
                press(say("button-chart"), "w", receipt) if is_drawable(answered) else None,
                press(say("button-csv"), "csv", receipt),
            ],
            [press(say("button-sources"), "src", receipt), press(say("button-cite"), "c", receipt)],
            self._around(answered, receipt, texts),
            [press(say("button-subscribe"), "sa", receipt)],
            [press(say("button-helpful"), "h", receipt, "y"), press(say("button-unhelpful"), "h", receipt, "n")],
        )

    def _all(self, answered: Answer, receipt: str, texts: Texts) -> Button:
        total = sum(map(_count, answered.readings))
        return press(texts.say("button-all", count=total), "a", receipt)

    def _around(self, answered: Answer, receipt: str, texts: Texts) -> Iterator[Button | None]:
        near = list(_near(answered))
        if any(one.how == "other-side" for one in near):
            yield press(texts.say("button-other-side"), "o", receipt)
        if near:
            yield press(texts.say("button-related"), "r", receipt)

    def _offered(self, answered: Answer, receipt: str, texts: Texts) -> Rows:
        wording = self._desk.wording(texts.language)
        options = [
            press(wording.topic(one.reading.topic, one.reading.place), "p", receipt, number)
            for number, one in enumerate(answered.question.suggestions[:MOST_OPTIONS])
        ]
        return (*column(options), *rows([press(texts.say("button-none-of-these"), "x", receipt)]))

    def _nearest(self, answered: Answer, receipt: str, texts: Texts) -> Rows:
        """What counts otherwise than was asked, what fewer limits find, and topics near to it that have figures."""
        others = [self._all(answered, receipt, texts)] if any(map(_count, answered.readings)) else []
        wording = self._desk.wording(texts.language)
        buttons = [self._loosened(one, receipt, texts) for one in _nearby(answered)]
        buttons += [topic_button(wording, one.topic, one.place, one.total) for one in _near(answered)]
        return (*rows(others), *column(buttons[:MOST_OPTIONS]), *rows([press(texts.say("button-topics"), "tt")]))

    def _loosened(self, one: Nearby, receipt: str, texts: Texts) -> Button:
        topic = self._desk.wording(texts.language).topic(one.reading.topic, one.reading.place)
        label = topic if one.how == MEASURE else f"{topic} · {texts.say(f'nearby-{one.how}')}"
        return press(counted(label, texts.number(one.total)), "n", receipt, _named(one))

    def _refused(self, answered: Answer, texts: Texts, tell: Callable[[], str] | None) -> Rows:
        refusal = answered.question.refusal
        if refusal in (Refusal.HELP, Refusal.PERSON):
            return ()
        asked = [press(example, "ex", number) for number, example in enumerate(examples(texts), start=1)]
        topics = press(texts.say("button-topics"), "tt")
        return (*column(asked), *rows([topics]), *(_passed_on(texts, tell) if refusal is Refusal.UNKNOWN else ()))


def settle(question: Question, *readings: Reading) -> Question:
    """The question, were these the readings that it has."""
    return replace(
        question, outcome=Outcome.UNDERSTOOD, readings=readings, missing=None, suggestions=(), refusal=None, frame=None
    )


def outcome(answered: Answer) -> str:
    """What came of a question, in a word for those who count: the status, or that it was not understood."""
    unknown = answered.status is AnswerStatus.OUT_OF_SCOPE and answered.question.refusal is Refusal.UNKNOWN
    return NOT_UNDERSTOOD if unknown else answered.status.value


def _passed_on(texts: Texts, tell: Callable[[], str] | None) -> tuple[Row, ...]:
    return ((Button(texts.say("button-tell-editors"), action=tell()),),) if tell else ()


def _count(reading: ReadingAnswer) -> int:
    return reading.total + sum({group.claimant.id: group.total for group in reading.other_counting}.values())


def _nearby(answered: Answer) -> list[Nearby]:
    """What fewer limits find; another measure within the same limits first, as it is nearest to what was asked."""
    return [one for reading in answered.readings for one in reading.nearby]


def _rates_nearby(answered: Answer) -> list[Nearby]:
    """Where there are rates, if they are asked for and totals alone were found."""
    return [one for reading in answered.readings if reading.total for one in reading.nearby]


def _named(one: Nearby) -> str:
    return code(one.how, str(one.reading.topic), one.reading.place)


def _near(answered: Answer) -> Iterator[Related]:
    for reading in answered.readings:
        yield from reading.related
