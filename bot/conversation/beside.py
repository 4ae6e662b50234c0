"""What stands beside an answer: the other side, related topics, and whether it helped."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import replace

from bot.answers.answer import Related
from bot.answers.related import related
from bot.conversation.actions import Action, ChangedError, ForgedError
from bot.conversation.answers import Answers
from bot.conversation.desk import Desk
from bot.conversation.keyboards import (
    PER_PAGE,
    column,
    navigation,
    numbered,
    page_of,
    press,
    rows,
    titled,
    topic_button,
)
from bot.conversation.memory import Turn
from bot.conversation.reply import Reply
from bot.questions.question import Question, Reading

_MOST_RATED = 10_000


class Beside:
    """Leads on from an answer."""

    def __init__(self, desk: Desk, answers: Answers) -> None:
        self._desk = desk
        self._answers = answers
        self._rated: OrderedDict[tuple[int, int | None, str], None] = OrderedDict()  # a second press counts nothing

    def other_side(self, turn: Turn, action: Action) -> Reply:
        """The same question about the other side."""
        receipt = self._desk.receipt(action.text(0))
        readings = [one for reading in self._desk.asked(receipt).readings for one in self._mirrored(reading)]
        if not readings:
            raise ChangedError(receipt.id)
        return self._answers.of_readings(replace(turn, language=receipt.language), *dict.fromkeys(readings))

    def related(self, action: Action) -> Reply:
        """Topics that are not the same as what was asked, each a button."""
        receipt = self._desk.receipt(action.text(0))
        wording = self._desk.wording(receipt.language)
        near = self._near(self._desk.asked(receipt))
        page, pages = page_of(near, action.number(1, 1))
        shown = near[(page - 1) * PER_PAGE : page * PER_PAGE]
        kinds = dict.fromkeys(wording.texts.say(f"related-{one.how}") for one in shown)
        back = press(wording.texts.say("button-short"), "s", receipt.id)
        buttons = column(topic_button(wording, one.topic, one.place, one.total) for one in shown)
        below = rows(navigation("r", numbered(page, pages, receipt.id)), [back])
        block = titled(wording.texts.say("related-title"), ", ".join(kinds))
        return Reply((block,), (*buttons, *below), replaces=True)

    def helpful(self, turn: Turn, action: Action) -> Reply:
        """Count whether an answer helped, for each topic in it and without who says so."""
        receipt, word = self._desk.receipt(action.text(0)), action.text(1)
        if word not in ("y", "n"):
            raise ForgedError(word)
        texts, rating = self._desk.texts(receipt.language), (turn.whom.chat, turn.whom.user, receipt.id)
        if rating in self._rated:
            return Reply(alert=texts.say("alert-counted-before"))
        for topic in dict.fromkeys(str(reading.topic) for reading in self._desk.asked(receipt).readings):
            self._desk.chats.feedback(topic, word == "y", self._desk.clock())
        self._rated[rating] = None
        while len(self._rated) > _MOST_RATED:
            self._rated.popitem(last=False)
        return Reply(alert=texts.say("alert-counted"))

    def forget(self, person: int) -> None:
        """Forget what a person pressed."""
        for rating in [rating for rating in self._rated if person in rating[:2]]:
            del self._rated[rating]

    def _mirrored(self, reading: Reading) -> Iterator[Reading]:
        population = self._desk.store.catalog.populations[reading.topic.population]
        if counterpart := population.attributes.get("counterpart"):
            yield replace(reading, topic=replace(reading.topic, population=counterpart), unmatched=())

    def _near(self, question: Question) -> list[Related]:
        topics, catalog = self._desk.store.find.topics(), self._desk.store.catalog
        near = (one for reading in question.readings for one in related(reading, topics, catalog))
        return list({(one.topic, one.place): one for one in near}.values())
