"""What was understood of a question: slots, never the text's similarity to anything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.claims.model import Topic
from bot.questions.frame import Frame


class Outcome(StrEnum):
    """What understanding came to."""

    UNDERSTOOD = "understood"  # at least one reading, each with a topic
    CLARIFY = "clarify"  # exactly one facet is missing: ask back
    OUT_OF_SCOPE = "out-of-scope"


class Refusal(StrEnum):
    """Why a question is out of scope; each has a text of its own."""

    UNKNOWN = "unknown"  # nothing, or too little, was recognised
    OTHER_SUBJECT = "other-subject"  # another war, another year, another matter of this war
    OTHER_PARTY = "other-party"  # people of a third state
    NOT_A_QUESTION = "not-a-question"  # chatter, a bare word or number, an order to the bot
    HELP = "help"  # a cry for help: a humane sentence and a pointer
    PERSON = "person"  # a private person is never looked up


@dataclass(frozen=True, slots=True)
class Dates:
    """Limits that the question sets; None where it sets none."""

    as_of_from: date | None = None
    as_of_to: date | None = None
    said_from: date | None = None
    said_to: date | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing asked for."""

    topic: Topic
    place: str | None = None
    claimants: tuple[str, ...] = ()  # ids of claimants; each includes what is below it
    spokespersons: tuple[str, ...] = ()  # ids of spokespersons, where the question names a person
    period: bool = False  # what happened within the dates: totals never stand in for it
    dates: Dates = Dates()
    unmatched: tuple[str, ...] = ()  # words that narrow what the topic cannot (a model, a rank), as typed
    per: str | None = None  # day, week or month: a number is asked for each of them


@dataclass(frozen=True, slots=True)
class NumberCheck:
    """A number that the question puts forward."""

    low: int
    high: int
    qualifier: str | None = None  # a Qualifier's value, where one was typed


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A reading to offer when asking back; `why` is the id of a text."""

    reading: Reading
    why: str


@dataclass(frozen=True, slots=True)
class Step:
    """How one word was read, for `claimbot explain`: typed -> repaired -> concept, and what was made of it."""

    typed: str
    repaired: str
    concept: str | None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood."""

    text: str
    language: str  # en, uk or ru
    outcome: Outcome
    readings: tuple[Reading, ...] = ()
    checked: NumberCheck | None = None
    missing: str | None = None  # to ask back for: side, measure, object; `word`: a word that is not known
    suggestions: tuple[Suggestion, ...] = ()
    refusal: Refusal | None = None
    set_aside: int = 0  # unknown words that change nothing: how many were stepped over
    steps: tuple[Step, ...] = field(default=(), compare=False)
    frame: Frame | None = field(default=None, compare=False, repr=False)  # what a follow-up builds on


# What the items from one position to another ask by themselves; none where they are all of the text.
QuestionOf = Callable[[int, int], Question | None]
