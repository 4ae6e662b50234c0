"""A message with a number in it, as it was forwarded or replied to: who said that number?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from bot.conversation.answers import Answers
from bot.conversation.desk import Desk
from bot.conversation.keyboards import Rows, column, press, text
from bot.conversation.memory import Turn
from bot.conversation.reply import Reply
from bot.conversation.whom import Whom
from bot.language.numbers import read_numbers
from bot.questions.question import NumberCheck, Outcome, Question
from bot.questions.understand import understand

_SENTENCE_END = re.compile(r"(?<=[.!?…;])\s+|\n+")
_LONGEST_SENTENCE = 1000
_MOST_SENTENCES = 40
_MOST_NUMBERS = 4


@dataclass(frozen=True, slots=True)
class _Found:
    """A sentence that puts a number forward, as understood."""

    question: Question
    number: NumberCheck


class Checks:
    """Checks numbers in messages."""

    def __init__(self, desk: Desk, answers: Answers) -> None:
        self._desk = desk
        self._answers = answers

    def check(self, whom: Whom, written: str, message: int | None) -> Reply:
        """What became of the first number of a message; further ones are a press away."""
        texts = self._desk.texts(self._desk.language(whom))
        if not written.strip():
            return Reply(text(texts.say("chat-check-how")))
        with_numbers = [sentence for sentence in _sentences(written) if read_numbers(sentence)]
        if not with_numbers:
            return Reply(text(texts.say("chat-check-no-number")))
        found = list(islice(self._found(whom, with_numbers), _MOST_NUMBERS))
        if not found:
            return Reply(text(texts.say("chat-check-unclear")))
        found.sort(key=lambda one: one.question.outcome is not Outcome.UNDERSTOOD)  # what needs asking back comes last
        first, *others = found
        language = self._desk.chosen(whom) or first.question.language
        reply = self._answers.give(Turn(whom, language, message), first.question)
        return replace(reply, buttons=(*self._further(others, language), *reply.buttons))

    def _found(self, whom: Whom, sentences: list[str]) -> Iterator[_Found]:
        """The numbers that count something here, each once."""
        seen = set()
        for sentence in sentences[:_MOST_SENTENCES]:
            question = understand(
                sentence[:_LONGEST_SENTENCE],
                self._desk.claimbot.vocabulary,
                today=self._desk.today,
                language=self._desk.language(whom),
            )
            key = (question.checked, question.readings, question.suggestions)
            if question.checked and key not in seen:
                seen.add(key)
                yield _Found(question, question.checked)

    def _further(self, others: list[_Found], language: str) -> Rows:
        texts = self._desk.texts(language)
        buttons = []
        for one in others:
            receipt = self._desk.keep(one.question, (), language)
            number = texts.number(one.number.low)
            buttons.append(press(texts.say("button-check-number", number=number), "s", receipt))
        return column(buttons)


def _sentences(written: str) -> list[str]:
    return [sentence for sentence in _SENTENCE_END.split(written) if sentence.strip()]
