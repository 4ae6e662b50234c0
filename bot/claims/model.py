"""What a claim is, in the terms of the field.

A *claimant* (an office or institution) says, through a *spokesperson*, that a number of people or things (the *topic*)
were lost up to an *as-of date*. Publishers print it: each print is an *appearance*. A *figure* is one claim's number as
an answer shows it. Ids, facets and the allowed values are fixed by the project's contract; names and words are data.
"""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

LANGUAGES = ("en", "uk", "ru")


class Qualifier(StrEnum):
    """The hedge a number was said with; an open bound stays open ("at least 136" has no high)."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    AT_LEAST = "at-least"
    MORE_THAN = "more-than"
    AT_MOST = "at-most"
    RANGE = "range"


class Counting(StrEnum):
    """What stretch of time a number covers."""

    CUMULATIVE = "cumulative"  # everything since period_start, up to the as-of date
    PERIOD = "period"  # what happened from period_start to the as-of date, and only that
    EVENT = "event"  # one event (a strike, a battle)
    RATE = "rate"  # a number per day, week or month
    STOCK = "stock"  # how many there are on the as-of date (held, listed), which can fall


class Status(StrEnum):
    """What became of a claim. A misprint belongs to an appearance, not to the claim."""

    STANDING = "standing"
    SUPERSEDED = "superseded"  # the same claimant replaced it by a newer one
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    MISATTRIBUTED = "misattributed"
    FORGED = "forged"


class Interest(StrEnum):
    """Whose losses a claimant counts. Computed from claimant and population, never typed."""

    OWN_LOSSES = "own-losses"
    ENEMY_LOSSES = "enemy-losses"
    THIRD_PARTY = "third-party"
    INDEPENDENT_COUNT = "independent-count"


class Method(StrEnum):
    """How the claimant came by the number."""

    OFFICIAL_STATEMENT = "official-statement"
    VERIFIED_COUNT = "verified-count"  # cases checked one by one: a minimum
    NAMED_LIST = "named-list"  # persons known by name: a minimum
    PHOTOGRAPHS = "photographs"  # losses seen in a picture: a minimum
    REGISTER = "register"
    INTELLIGENCE_ESTIMATE = "intelligence-estimate"
    ESTIMATE = "estimate"
    MODEL = "model"  # a statistical model, usually with an interval
    LEAK = "leak"
    COMPILATION = "compilation"  # adds up what others said


class Distortion(StrEnum):
    """What a print does to the claim it prints."""

    ROUNDED = "rounded"
    WIDENED = "widened"  # casualties printed as deaths, one side's as everyone's
    MISDATED = "misdated"
    MISPRINTED = "misprinted"
    MISATTRIBUTED = "misattributed"
    GARBLED = "garbled"  # order or context of several claims mixed up
    REWORDED = "reworded"


class RelationKind(StrEnum):
    """How one claim stands to another (or to reports in general, where the other is empty)."""

    DISPUTES = "disputes"
    REPEATS = "repeats"
    REVISES = "revises"
    DERIVED_FROM = "derived_from"
    PART_OF = "part_of"
    NOT_COMPARABLE_WITH = "not_comparable_with"


class Change(StrEnum):
    """What a load did to a claim."""

    ADDED = "added"
    CHANGED = "changed"
    RETIRED = "retired"
    RESTORED = "restored"


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """An ISO date that may lack its day or month: "2022-03-02", "2022-03", "2022"."""

    text: str
    inferred: bool = False

    @property
    def first(self) -> date:
        """The earliest day it can mean."""
        year, month, day = (*map(int, self.text.split("-")), 1, 1)[:3]
        return date(year, month, day)

    @property
    def last(self) -> date:
        """The latest day it can mean: filters and the order of figures go by it."""
        parts = list(map(int, self.text.split("-")))
        if len(parts) == 3:
            return date(*parts)
        year, month = (*parts, 12)[:2]
        return date(year, month, calendar.monthrange(year, month)[1])

    @property
    def grain(self) -> Precision:
        """Day, month or year: what the text itself shows, whether inferred or not."""
        return (Precision.YEAR, Precision.MONTH, Precision.DAY)[self.text.count("-")]

    @property
    def precision(self) -> Precision:
        """As the JSON answer gives it: `inferred` wins over the grain."""
        return Precision.INFERRED if self.inferred else self.grain


@dataclass(frozen=True, slots=True)
class Value:
    """A number with its hedge; None is an open bound, never zero."""

    low: int | None
    high: int | None
    qualifier: Qualifier

    @property
    def point(self) -> int:
        """One end to plot or compare by: the only one, or the low end of a range."""
        bound = self.low if self.low is not None else self.high
        assert bound is not None  # the checker refuses a value without any bound
        return bound


@dataclass(frozen=True, slots=True)
class Topic:
    """A cell of population, measure and object; `object` is None for people."""

    population: str
    measure: str
    object: str | None = None

    def __str__(self) -> str:
        return "/".join(x for x in (self.population, self.measure, self.object) if x)


@dataclass(frozen=True, slots=True)
class Word:
    """A form that people write for a thing or a cue."""

    language: str
    kind: str
    target: str
    form: str
    line: int | None = field(default=None, compare=False)  # of its file


@dataclass(frozen=True, slots=True)
class Source:
    """A report: who printed it, never who said it."""

    id: str
    publisher: str
    title: str | None
    url: str | None
    archived_url: str | None
    author: str | None
    published: PartialDate | None
    language: str | None
    via: str | None = None  # the agency or outlet it copied, as it says


@dataclass(frozen=True, slots=True)
class Appearance:
    """One print of a claim, with the number as printed there."""

    source: Source
    as_printed: str | None
    quote: str | None = None
    quote_language: str | None = None
    distortion: Distortion | None = None
    note: str | None = None  # id of a note


@dataclass(frozen=True, slots=True)
class Relation:
    """`claim` stands in `kind` to `other` (None: to reports in general), as `note` explains."""

    claim: str
    kind: RelationKind
    other: str | None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One claim as the store hands it out. Texts are ids: names come from the Catalog in the reader's language."""

    id: str
    topic: Topic | None
    subject: str | None  # what is counted where no topic fits
    place: str | None
    claimant: str
    spokesperson: str | None
    interest: Interest
    value: Value
    counting: Counting
    per: str | None  # of a rate: day, week, month
    period_start: PartialDate | None
    as_of: PartialDate
    said_on: date | None
    known_on: date | None  # the day by which it had certainly been said; None: the package does not tell
    method: Method
    status: Status
    status_reason: str | None  # id of a note
    status_date: date | None
    caveats: tuple[str, ...]  # ids of caveats, computed ones first
    notes: tuple[str, ...]  # ids of notes
    appearances: tuple[Appearance, ...] = ()
    relations: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A named thing of the package: a facet, a claimant, a spokesperson, a place, a party, a caveat, a note…"""

    id: str
    names: Mapping[str, str]  # language -> name or text
    parent: str | None = None
    aliases: tuple[str, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)  # the other columns of its table, empty ones left out

    def name(self, language: str) -> str:
        """The name in that language, else in English, else any."""
        return self.names.get(language) or self.names.get("en") or next(iter(self.names.values()), self.id)
