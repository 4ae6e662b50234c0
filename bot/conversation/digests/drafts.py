"""What somebody is putting together for a subscription, until it is made or an hour has passed."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from enum import StrEnum

from pydantic import TypeAdapter, ValidationError

from bot.conversation.actions import ChangedError
from bot.conversation.desk import Desk
from bot.conversation.whom import Whom
from bot.digests.model import Wishes

_EVERYBODY = 0  # a group or channel has one draft, which all its admins share: an anonymous one has no name


class Step(StrEnum):
    """What is chosen."""

    TOPICS = "t"
    FREQUENCY = "f"
    TIME = "h"
    ZONE = "z"
    QUIET = "q"
    WORDS = "w"
    THRESHOLD = "n"
    LANGUAGE = "l"


TYPED = frozenset({Step.TIME, Step.ZONE, Step.WORDS, Step.THRESHOLD})  # those for which a message may be typed


def _key() -> str:
    return secrets.token_hex(3)


@dataclass(frozen=True, slots=True)
class Draft:
    """See the module's description."""

    chat: int  # whose subscription it is
    thread: int | None
    wishes: Wishes
    step: Step
    subscription: int | None = None  # the one that is being changed; None: a new one
    several: bool = False  # topics are marked one after another; else the first one chosen is all
    message: int | None = None  # which shows it
    key: str = field(default_factory=_key)  # in its buttons: those of another draft stand for nothing any more


_DRAFT = TypeAdapter(Draft)


class Drafts:
    """Finds and keeps drafts."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def find(self, chat: int) -> Draft | None:
        """What is being put together in a chat."""
        kept = self._desk.digests.draft(chat, _owner(chat))
        if kept is None:
            return None
        try:
            return _DRAFT.validate_python(kept)
        except ValidationError:  # of an earlier version of this program
            return None

    def with_key(self, whom: Whom, key: str) -> Draft:
        """The draft that a button belongs to. Raises ChangedError where it is another one's, or nobody's by now."""
        draft = self.find(whom.chat)
        if draft is None or draft.key != key or not whom.may_manage(draft.chat):
            raise ChangedError(key)
        return draft

    def keep(self, chat: int, draft: Draft) -> None:
        """Keep it as it is now."""
        self._desk.digests.set_draft(chat, _owner(chat), _DRAFT.dump_python(draft, mode="json"))

    def drop(self, chat: int) -> None:
        """It has been made, or is not wanted."""
        self._desk.digests.clear_draft(chat, _owner(chat))


def _owner(chat: int) -> int:
    """A private chat has the number of its user."""
    return chat if chat > 0 else _EVERYBODY
