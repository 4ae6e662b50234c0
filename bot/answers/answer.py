"""What is answered: every sourced figure that can be reached, in the order of dates, with what is doubtful about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.claims.model import Entry, Figure, Topic
from bot.questions.question import Question, Reading


class AnswerStatus(StrEnum):
    """The contract's `status`."""

    ANSWERED = "answered"
    CLARIFY = "clarify"
    NO_FIGURES = "no-figures"
    OUT_OF_SCOPE = "out-of-scope"
    ERROR = "error"


class Order(StrEnum):
    """How the figures of an answer are laid out: always by date, within one claimant or across all."""

    CLAIMANT = "claimant"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Options:
    """Which of the figures an answer carries. It always counts all of them."""

    everything: bool = False  # every figure, not only the first and the newest of each claimant
    by: Order = Order.CLAIMANT
    page: int = 1  # with a page size: which page of the figures of each reading
    page_size: int | None = None
    newest: int | None = None  # at most so many a reading, the newest of each claimant first; 0: none
    surroundings: bool = True  # spread, what is missing, related topics, differences


@dataclass(frozen=True, slots=True)
class Group:
    """One claimant's figures for a reading, in the order of as-of dates."""

    claimant: Entry
    interest: str
    total: int  # how many there are
    figures: tuple[Figure, ...]  # those shown: all, or the first and the newest of a long series


@dataclass(frozen=True, slots=True)
class Spread:
    """Two totals of one topic with as-of dates within seven days of each other; both ends attributed."""

    low: Figure
    high: Figure
    ratio: float


@dataclass(frozen=True, slots=True)
class Missing:
    """What the database lacks: no standing total by this claimant since `since` (None: none at all)."""

    claimant: Entry
    since: date | None


@dataclass(frozen=True, slots=True)
class Related:
    """A topic that is not the same as what was asked, and how many figures it has."""

    topic: Topic
    place: str | None
    how: str  # other-measure, part, whole, other-side, other-counting, place, whole-war
    total: int


@dataclass(frozen=True, slots=True)
class Nearby:
    """A reading with fewer limits than one that has no figures, and how many figures answer it."""

    reading: Reading
    how: str  # measure, claimant, dates: which limit is another or none; limits: none of them is left
    total: int


@dataclass(frozen=True, slots=True)
class Difference:
    """Two totals of one claimant around the dates asked for; nobody said their difference."""

    before: Figure
    after: Figure


@dataclass(frozen=True, slots=True)
class ReadingAnswer:
    """The answer to one reading."""

    reading: Reading
    total: int
    claimants_total: int
    newest: Figure | None
    spread: Spread | None
    groups: tuple[Group, ...]
    other_counting: tuple[Group, ...]  # figures of the topic that count otherwise (a period, a rate), named apart
    undated: int  # left out under --known-by because the package does not tell when they were said
    missing: tuple[Missing, ...]
    related: tuple[Related, ...]
    differences: tuple[Difference, ...] = ()
    nearby: tuple[Nearby, ...] = ()  # only where there is no figure, or rates are asked for and there is none
    rates: tuple[Group, ...] = ()  # so many a day, week or month: where that is asked for, and whole
    rates_total: int = 0
    stock: tuple[Group, ...] = ()  # numbers on a given day, which can fall: beside the totals, never among them
    said_later: int = 0  # where an as-of date was asked for: figures said only after it
    pages: int = 1

    @property
    def parts(self) -> tuple[tuple[Group, ...], ...]:
        """All that it carries, each way of counting in a part of its own, in the order of the answer."""
        return self.rates, self.groups, self.stock, self.other_counting

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of all parts."""
        return tuple(figure for part in self.parts for group in part for figure in group.figures)


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of a number that the question puts forward."""

    low: int
    high: int
    qualifier: str | None
    matches: tuple[Figure, ...]
    nearest: tuple[Figure, ...]
    within_limits: bool = True  # False: matches were found only outside the claimants, place or dates asked for
    elsewhere: tuple[Figure, ...] = ()  # the same number about something else
    same_days: tuple[Figure, ...] = ()  # what others said of the days of the matches


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to a question."""

    question: Question
    status: AnswerStatus
    readings: tuple[ReadingAnswer, ...] = ()
    checked: Checked | None = None
    data_version: str = ""
    data_newest: date | None = None
    known_by: date | None = None
    options: Options = Options()
    linked: Mapping[str, Figure] = field(default_factory=dict)  # what the relations of the figures shown point to
