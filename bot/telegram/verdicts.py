"""What an attempt to deliver came to: what is known of it decides what is done.

There is no idempotency key: a request whose answer was lost may have been carried out. A digest twice is worse than one
that its reader must ask for again, so such a delivery is *doubtful*: on record, and never sent again by itself.

| what happened                                       | what is known         | what becomes of the delivery          |
|-----------------------------------------------------|-----------------------|---------------------------------------|
| Telegram's message                                  | it arrived            | sent                                  |
| no connection, no free one                          | it was not sent       | tried again, in growing intervals     |
| 5xx in Telegram's words, 401, 404, 409              | it was refused        | the same                              |
| 429 with `retry_after`                              | it was refused        | tried again then; that chat waits     |
| timed out, cut off, an answer that cannot be read   | nothing               | doubtful                              |
| 403; 400 "chat not found" and its like              | nobody is there       | failed; the chat's subscriptions wait |
| 400: the topic is gone or closed                    | it cannot be written  | failed; the subscription waits        |
| 400: no right to write                              | the same              | the same                              |
| `migrate_to_chat_id`                                | the chat moved        | tried again there                     |
| any other 400                                       | it was refused        | failed                                |
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from types import MappingProxyType

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.digests.model import Pause
from bot.telegram.send import NOT_SENT, seconds_of

_NOBODY = ("chat not found", "peer_id_invalid", "user not found", "group chat was deleted", "chat_restricted")
_LOST: Mapping[Pause, tuple[str, ...]] = MappingProxyType(
    {
        Pause.NO_TOPIC: ("message thread not found", "topic_closed", "topic_deleted", "topic_id_invalid"),
        Pause.NO_RIGHTS: (
            "chat_write_forbidden",
            "have no rights to send",
            "need administrator rights",
            "not enough rights",
            "chat_send_plain_forbidden",
        ),
    }
)


class Outcome(Enum):
    """What is to be done about an attempt that did not succeed."""

    AGAIN = auto()
    DOUBTFUL = auto()
    UNREACHABLE = auto()
    LOST = auto()  # this subscription can be delivered no longer, others of the chat may
    MOVED = auto()
    REFUSED = auto()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an error means."""

    outcome: Outcome
    reason: str  # in one of few words, for the record
    seconds: float | None = None  # of AGAIN: after so long; None: after a pause that grows
    pause: Pause | None = None  # of LOST
    chat: int | None = None  # of MOVED: its number now


def verdict(error: Exception) -> Verdict:
    """What an error means for a delivery."""
    match error:
        case RetryAfter():
            found = Verdict(Outcome.AGAIN, "429", seconds_of(error))
        case ChatMigrated():
            found = Verdict(Outcome.MOVED, "moved", chat=error.new_chat_id)
        case Forbidden() | BadRequest():
            found = _refusal(error)
        case InvalidToken() | Conflict():
            found = Verdict(Outcome.AGAIN, type(error).__name__)
        case NetworkError():
            found = _network(error)
        case TelegramError():
            found = Verdict(Outcome.DOUBTFUL, "unreadable")
        case _:  # an answer that the library could not make sense of
            found = Verdict(Outcome.DOUBTFUL, type(error).__name__)
    return found


def _refusal(error: TelegramError) -> Verdict:
    said = error.message.lower()
    for pause, phrases in _LOST.items():
        if any(phrase in said for phrase in phrases):
            return Verdict(Outcome.LOST, pause, pause=pause)
    if isinstance(error, Forbidden) or any(phrase in said for phrase in _NOBODY):
        return Verdict(Outcome.UNREACHABLE, Pause.UNREACHABLE)
    return Verdict(Outcome.REFUSED, "refused")


def _network(error: NetworkError) -> Verdict:
    """Trouble on the way, or Telegram's own: a cause tells that it was on the way, or that its words are not JSON."""
    if error.__cause__ is None:
        return Verdict(Outcome.AGAIN, "5xx")
    if isinstance(error.__cause__, NOT_SENT):
        return Verdict(Outcome.AGAIN, "no connection")
    late = isinstance(error.__cause__, httpx.TimeoutException)
    return Verdict(Outcome.DOUBTFUL, "timed out" if late else "cut off")
