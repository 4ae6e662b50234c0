"""What the private database keeps: what a chat chose, answers for half an hour, receipts, counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple, TypedDict

Json = Any  # what json.dumps takes; it comes back as equal lists, dicts, strings and numbers


class WhoMayChange(StrEnum):
    """Who may change the settings of a group."""

    ADMINS = "admins"
    EVERYONE = "everyone"


class Presence(StrEnum):
    """Whether the bot can write to a chat, and why not."""

    UNKNOWN = "unknown"  # nothing was noticed yet
    MEMBER = "member"
    ADMIN = "admin"
    LEFT = "left"
    REMOVED = "removed"  # kicked out of a group or channel
    BLOCKED = "blocked"  # by the user of a private chat
    GONE = "gone"  # the chat was deleted, or its user deactivated


PRESENT = frozenset({Presence.UNKNOWN, Presence.MEMBER, Presence.ADMIN})


@dataclass(frozen=True, slots=True)
class ChatSettings:
    """What a chat chose, and what the bot noticed of its own standing there."""

    chat: int
    language: str | None = None  # None: as the reader's Telegram or question is
    who_may_change: WhoMayChange = WhoMayChange.ADMINS
    topics: tuple[str, ...] = ()  # the topics that the chat is about; empty: all
    presence: Presence = Presence.UNKNOWN
    can_hear: bool | None = None  # whether messages that do not address the bot reach it; None: unknown
    presence_since: datetime | None = None

    @property
    def present(self) -> bool:
        """Whether the bot can write there, as far as it knows."""
        return self.presence in PRESENT


class Changes(TypedDict, total=False):
    """Settings to change; those left out stay as they are, None takes a choice back."""

    language: str | None
    who_may_change: WhoMayChange | None
    topics: tuple[str, ...] | None


class Asker(NamedTuple):
    """Whose last answer a follow-up builds on: one user in one chat, in one topic of a forum."""

    chat: int
    user: int | None = None  # None: a channel, or an anonymous admin
    topic: int | None = None


@dataclass(frozen=True, slots=True)
class Remembered:
    """An answer given within the last half hour: what was asked in slots, never its text."""

    asker: Asker
    slots: Json
    receipt: str | None
    question: int | None  # the id of the message that asked
    at: datetime
    messages: tuple[int, ...] = ()  # the ids of the bot's messages that show the answer


@dataclass(frozen=True, slots=True)
class Receipt:
    """An answer as it was given, open to anyone who has its id. It does not tell who asked."""

    id: str
    readings: Json
    shown: Json
    revision: int  # of the claim database
    version: str  # of the claim package
    language: str
    created: datetime
    expires: datetime


@dataclass(frozen=True, slots=True)
class FeedbackCount:
    """How often answers about a topic were called helpful, or not, on one day."""

    topic: str
    day: date
    helpful: int
    unhelpful: int


@dataclass(frozen=True, slots=True)
class EditorQuestion:
    """A question that its asker agreed to pass on to the editors. It does not tell who that was."""

    id: int
    day: date
    language: str | None
    text: str
