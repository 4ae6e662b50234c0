"""What a chat subscribed to, and what was made and delivered for it.

A *subscription* selects news and has a rhythm. When it is due, its *content* is composed (once for all who are to get
the same) and a *delivery* is queued for it, under a key that no second one can have.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, time
from enum import StrEnum

from bot.answers.blocks import Block


class Frequency(StrEnum):
    """How often a digest comes."""

    AT_ONCE = "at-once"  # as soon as the claims change
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"


class State(StrEnum):
    """Whether a subscription is served."""

    ACTIVE = "active"
    PAUSED = "paused"
    REMOVED = "removed"  # kept for a while, so that a removal can be undone


class Pause(StrEnum):
    """Why a subscription is paused. All but the first come from what Telegram said, and end when that ends."""

    CHOSEN = "chosen"
    UNREACHABLE = "unreachable"  # blocked, removed, deleted
    NO_TOPIC = "no-topic"  # the forum topic is closed or deleted
    NO_RIGHTS = "no-rights"  # the bot may not write there any more


@dataclass(frozen=True, slots=True)
class Wanted:
    """Claims that a subscriber wants: those that fit every facet that is named, or lie below it."""

    population: str | None = None
    measure: str | None = None
    object: str | None = None
    place: str | None = None
    claimant: str | None = None


@dataclass(frozen=True, slots=True)
class Selection:
    """What a subscription is about."""

    wanted: tuple[Wanted, ...] = ()  # any of these; empty: everything
    words: tuple[str, ...] = ()  # plain words, one of which a claim's texts must hold; empty: no filter
    threshold: int | None = None  # a total of a claimant is news only if it grew by more than so many


@dataclass(frozen=True, slots=True)
class Quiet:
    """Hours in which nothing is sent, by the clock of the subscriber; they may go over midnight."""

    start: time
    end: time


@dataclass(frozen=True, slots=True)
class Rhythm:
    """When digests come."""

    frequency: Frequency = Frequency.DAILY
    at: time = time(9)  # local time, to the minute
    zone: str = "UTC"  # a name of the IANA time zone database
    weekday: int | None = None  # of a weekly one: 0 is Monday
    day: int | None = None  # of a monthly one: 1 to 31; a shorter month's last day stands in
    quiet: Quiet | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """Up to which state of the claims somebody was told the news."""

    origin: str  # the digest of the package: names the state wherever, and however often, a database is built from it
    revision: int  # the number of the load in the database that was asked: another one may count otherwise
    at: datetime


@dataclass(frozen=True, slots=True)
class Wishes:
    """All that a subscriber chooses."""

    selection: Selection = field(default_factory=Selection)
    rhythm: Rhythm = field(default_factory=Rhythm)
    language: str = "en"
    always: bool = False  # also when nothing changed, with the standing figures
    silent: bool = False  # without a sound
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Subscription:
    """A chat's subscription."""

    id: int
    chat: int
    thread: int | None  # the forum topic
    owner: int | None  # the admin who set it up for a group or channel
    wishes: Wishes
    state: State
    told: Told
    created: datetime
    next_run_at: datetime | None = None
    paused: Pause | None = None
    paused_until: datetime | None = None  # None: until it is resumed
    removed_at: datetime | None = None


class Kind(StrEnum):
    """What a delivery is."""

    DIGEST = "digest"
    NOTICE = "notice"  # to whoever set a subscription up, that it is paused and why
    ANNOUNCEMENT = "announcement"  # from the operator


class DeliveryState(StrEnum):
    """How far a delivery has come."""

    QUEUED = "queued"
    SENDING = "sending"  # a request is, or was when the program died, on its way
    SENT = "sent"
    NOTHING = "nothing"  # there was nothing new to tell: nothing was sent
    DOUBTFUL = "doubtful"  # it may have arrived or not: never sent again unasked
    FAILED = "failed"  # it did not arrive; what it told is told by the next one
    REPLACED = "replaced"  # by a later digest, or stopped, before it was sent


class ClaimNews(StrEnum):
    """What a digest tells of a claim."""

    NEW = "new"
    REVISED = "revised"  # its value or dates are others now
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"
    MISATTRIBUTED = "misattributed"
    FORGED = "forged"
    RETIRED = "retired"  # it left the package
    RESTORED = "restored"
    SILENT = "silent"  # the last total of a claimant that has fallen silent
    STANDING = "standing"  # nothing: told as it stands, to those who hear from the bot also when nothing is new


@dataclass(frozen=True, slots=True)
class Content:
    """A digest as composed: the same for all who were told as much and want the same."""

    language: str
    summary: tuple[Block, ...]  # fits one message
    full: tuple[Block, ...]  # all of it; equal to the summary where that holds everything
    claims: tuple[tuple[str, ClaimNews], ...]  # what it tells of: id and what is new
    told: Told  # what the chat has been told when this has arrived


@dataclass(frozen=True, slots=True)
class Delivery:
    """A delivery on record."""

    id: int
    kind: Kind
    subscription: int | None
    chat: int
    thread: int | None
    content: int | None  # None: there was nothing to tell
    state: DeliveryState
    due_at: datetime
    finished_at: datetime | None
    message: int | None  # as Telegram numbers it
    reason: str | None  # why it is in that state


@dataclass(frozen=True, slots=True)
class Notice:
    """What the person who set a subscription up is to be told: it is paused, and why."""

    to: int  # their private chat
    subscription: Subscription
    why: Pause
