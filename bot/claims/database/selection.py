"""Which figures are looked for, and what is found of them in short."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from bot.claims.model import Counting, PartialDate, Status, Topic, Value


class Limit(NamedTuple):
    """The first (>=) or the last (<=) day that a column of a claim may have."""

    column: str  # as_of_last, known_on or covers_from
    sign: str  # >= or <=
    day: date

    @property
    def hardest(self) -> str:
        """Which of several days must keep it, so that all of them do."""
        return "least" if self.sign == ">=" else "most"

    @property
    def easiest(self) -> str:
        """Which of them keeps it, if any does."""
        return "most" if self.sign == ">=" else "least"


@dataclass(frozen=True, slots=True)
class Selection:
    """Which figures: those of one topic and one place (None: the whole war), narrowed by the other fields."""

    topic: Topic
    place: str | None = None
    claimants: tuple[str, ...] = ()  # each includes what is below it; a claimant or a spokesperson is enough
    spokespersons: tuple[str, ...] = ()
    countings: tuple[Counting, ...] = ()
    as_of_from: date | None = None
    as_of_to: date | None = None
    said_from: date | None = None  # by the said-on date, else the first publication
    said_to: date | None = None
    within: tuple[date, date] | None = None  # all that a figure counts lies in this range
    known_by: date | None = None  # what the package cannot date is left out: see Find.undated

    def limits(self) -> Iterator[Limit]:
        """What the dates of a figure must keep to."""
        first, last = self.within or (None, None)
        limits = (
            ("as_of_last", ">=", self.as_of_from),
            ("as_of_last", "<=", self.as_of_to),
            ("known_on", ">=", self.said_from),
            ("known_on", "<=", self.said_to),
            ("known_on", "<=", self.known_by),
            ("covers_from", ">=", first),
            ("as_of_last", "<=", last),
        )
        return (Limit(column, sign, day) for column, sign, day in limits if day is not None)


@dataclass(frozen=True, slots=True)
class ClaimantCount:
    """How many figures a claimant has in a selection, and from when to when."""

    claimant: str
    total: int
    first_as_of: date
    newest_as_of: date


@dataclass(frozen=True, slots=True)
class TopicCount:
    """How many figures there are of one topic, place and way of counting."""

    topic: Topic
    place: str | None
    counting: Counting
    total: int


@dataclass(frozen=True, slots=True)
class SubjectCount:
    """How many figures there are of a subject, of those that fit no topic."""

    subject: str
    total: int


@dataclass(frozen=True, slots=True)
class Total:
    """A standing cumulative total, in short: to compare totals before reading any of them whole."""

    id: str
    claimant: str
    value: Value
    as_of: date


@dataclass(frozen=True, slots=True)
class Point:
    """A figure in short, to draw it: its number and dates, without prints and notes."""

    claimant: str
    value: Value
    counting: Counting
    period_start: PartialDate | None
    as_of: PartialDate
    status: Status
