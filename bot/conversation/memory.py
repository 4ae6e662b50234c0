"""What a follow-up or an edited question builds on: the slots of the last answers, for half an hour."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.chats.model import Asker, Remembered
from bot.conversation.desk import Desk
from bot.conversation.slots import Json, SlotsError, is_known, question_from_json, question_to_json
from bot.conversation.whom import Whom
from bot.questions.dates.spans import Limits, Span
from bot.questions.frame import Frame
from bot.questions.question import Dates, Outcome, Question, Reading
from bot.questions.readings.readings import resolve
from bot.questions.tokens.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of a conversation: who is answered, in which language, and to what."""

    whom: Whom
    language: str
    message: int | None = None  # the message that asks
    before: Question | None = None  # what it may follow up
    tell: Callable[[], str] | None = None  # makes the action that passes an unanswered question on to the editors
    checked: int | None = None  # the message whose number was checked, where it is not the one that asks
    pressed: int | None = None  # the message whose button was pressed


def remember(desk: Desk, turn: Turn, question: Question, receipt: str) -> None:
    """Keep the slots of a question that is being answered, and of the one before it."""
    if question.frame is None:
        question = replace(question, frame=frame_of(question, desk.claimbot.vocabulary))
    slots: Json = {"question": question_to_json(question, frame=True)}
    if turn.before is not None:
        slots["before"] = question_to_json(turn.before, frame=True)
    if turn.checked is not None:
        slots["checked"] = turn.checked
    whom = turn.whom
    desk.chats.remember_answer(Asker(whom.chat, whom.user, whom.topic), slots, receipt, turn.message, desk.clock())


def last_question(desk: Desk, whom: Whom, replied_to: int | None) -> Question | None:
    """What a question may follow up: the answer replied to, else this asker's last one here."""
    remembered = desk.chats.answer_shown_by(whom.chat, replied_to, desk.clock()) if replied_to is not None else None
    if remembered is None:
        remembered = desk.chats.last_answer(Asker(whom.chat, whom.user, whom.topic), desk.clock())
    if remembered is None:
        return None
    question = slots_of(desk, remembered, "question")
    if question is None or question.outcome is Outcome.OUT_OF_SCOPE:  # chatter in between changes nothing
        return slots_of(desk, remembered, "before")
    return question


def slots_of(desk: Desk, remembered: Remembered, name: str) -> Question | None:
    """A remembered question, where there is one and the claims still have what it names."""
    kept = remembered.slots.get(name) if isinstance(remembered.slots, dict) else None
    if kept is None:
        return None
    try:
        question = question_from_json(kept)
    except SlotsError:
        return None
    return question if is_known(question, desk.store.catalog) else None


def checked_by(remembered: Remembered) -> int | None:
    """The message whose number an answer checked, where it is not the one that asked."""
    checked = remembered.slots.get("checked") if isinstance(remembered.slots, dict) else None
    return checked if isinstance(checked, int) else None


def frame_of(question: Question, vocabulary: Vocabulary) -> Frame | None:
    """The frame of a question that nobody typed, so that it can be followed up; None where none gives its reading."""
    if len(question.readings) != 1:
        return None
    reading = question.readings[0]
    frame = _frame(reading, vocabulary)
    return frame if resolve(frame, vocabulary).readings == (reading,) else None


def _frame(reading: Reading, vocabulary: Vocabulary) -> Frame:
    topic = reading.topic
    said = bool(reading.dates.said_from or reading.dates.said_to)
    frame = Frame(
        measures=[topic.measure],
        objects=[topic.object] if topic.object else [],
        claimants=[*reading.claimants],
        spokespersons=[*reading.spokespersons],
        places=[reading.place] if reading.place else [],
        limits=_limits(reading.dates, period=reading.period or said),
        unmatched=[*reading.unmatched],
        per=reading.per,
        said=said,
        asked=True,
        people=topic.object is None,
    )
    entry = vocabulary.entities.populations[topic.population]
    party, group = entry.attributes.get("party"), entry.attributes.get("group")
    if party and vocabulary.population(party, group) == entry.id:
        frame.sides, frame.groups = [party], [group] if group and topic.object is None else []
    else:
        frame.populations = [entry.id]
    return frame


def _limits(dates: Dates, *, period: bool) -> list[Limits]:
    first, last = (dates.as_of_from or dates.said_from), (dates.as_of_to or dates.said_to)
    if first and last:
        return [Limits("within", Span(first, last, "range"))]
    if first:
        return [Limits("since", Span(first, first, "day"))]
    if last and not period:
        return [Limits("as-of", Span(last, last, "day"))]
    return []
