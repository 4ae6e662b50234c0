"""A message with a number in it, as it was forwarded or replied to: who said that number?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from bot.chats.model import Asker
from bot.conversation.answers import Answers
from bot.conversation.desk import Desk
from bot.conversation.keyboards import Rows, column, press, text
from bot.conversation.kinds import chosen_kinds, inside, is_left
from bot.conversation.memory import Turn, checked_by, last_question, remember, slots_of
from bot.conversation.reply import Reply
from bot.conversation.whom import Whom
from bot.language.numbers import read_numbers
from bot.questions.question import NumberCheck, Outcome, Question, Refusal
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

    def check(self, whom: Whom, written: str, message: int | None, checked: int | None = None) -> Reply:
        """What became of the first number of a message; further ones are a press away."""
        before = last_question(self._desk, whom, None)
        return self._answer(Turn(whom, self._desk.language(whom), message, before, checked=checked), written)

    def checked_again(self, whom: Whom, written: str, message: int) -> Reply | None:
        """The same in place of the answer before; None where that is long ago."""
        remembered = self._desk.chats.answer_to(whom.chat, message, self._desk.clock())
        if remembered is None:
            return None
        before = slots_of(self._desk, remembered, "before")
        turn = Turn(whom, self._desk.language(whom), message, before, checked=checked_by(remembered))
        return replace(self._answer(turn, written), replaces=True)

    def last_of(self, whom: Whom, message: int) -> int | None:
        """The message that asked for this asker's last answer, where it had this message checked."""
        remembered = self._desk.chats.last_answer(Asker(whom.chat, whom.user, whom.topic), self._desk.clock())
        return remembered.question if remembered and checked_by(remembered) == message else None

    def _answer(self, turn: Turn, written: str) -> Reply:
        whom = turn.whom
        if not written.strip():
            return self._declined(turn, "chat-check-how")
        with_numbers = [sentence for sentence in _sentences(written) if read_numbers(sentence)]
        if not with_numbers:
            return self._declined(turn, "chat-check-no-number")
        found = list(islice(self._found(whom, with_numbers), _MOST_NUMBERS))
        if not found:
            return self._declined(turn, "chat-check-unclear")
        found.sort(key=lambda one: one.question.outcome is not Outcome.UNDERSTOOD)  # what needs asking back comes last
        kinds = chosen_kinds(self._desk, whom)
        first, *others = [one for one in found if is_left(inside(one.question, kinds))] or found[:1]
        language = self._desk.chosen(whom) or first.question.language
        reply = self._answers.give(replace(turn, language=language), first.question)
        return replace(reply, buttons=(*self._further(others, language), *reply.buttons))

    def _declined(self, turn: Turn, said: str) -> Reply:
        """Why nothing can be checked; remembered, for the message may be edited."""
        blocks = text(self._desk.texts(turn.language).say(said))
        nothing = Question("", turn.language, Outcome.OUT_OF_SCOPE, refusal=Refusal.UNKNOWN)
        receipt = self._desk.keep(nothing, blocks, turn.language)
        remember(self._desk, turn, nothing, receipt)
        return Reply(blocks, remember=receipt)

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
