"""What is known after an attempt to deliver."""

from __future__ import annotations

import httpx
import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.digests.model import Pause
from bot.telegram.verdicts import Outcome, Verdict, verdict


def because(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error


REQUEST = httpx.Request("POST", "https://example.org")


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (RetryAfter(7), Verdict(Outcome.AGAIN, "429", 7)),
        (ChatMigrated(-1005), Verdict(Outcome.MOVED, "moved", chat=-1005)),
        (NetworkError("Bad Gateway"), Verdict(Outcome.AGAIN, "5xx")),
        (NetworkError("Internal Server Error"), Verdict(Outcome.AGAIN, "5xx")),
        (InvalidToken(), Verdict(Outcome.AGAIN, "InvalidToken")),
        (Conflict("terminated"), Verdict(Outcome.AGAIN, "Conflict")),
        (because(NetworkError(""), httpx.ConnectError("refused")), Verdict(Outcome.AGAIN, "no connection")),
        (because(TimedOut(), httpx.ConnectTimeout("")), Verdict(Outcome.AGAIN, "no connection")),
        (because(TimedOut(), httpx.PoolTimeout("")), Verdict(Outcome.AGAIN, "no connection")),
        (because(TimedOut(), httpx.ReadTimeout("")), Verdict(Outcome.DOUBTFUL, "timed out")),
        (because(TimedOut(), httpx.WriteTimeout("")), Verdict(Outcome.DOUBTFUL, "timed out")),
        (because(NetworkError(""), httpx.ReadError("")), Verdict(Outcome.DOUBTFUL, "cut off")),
        (because(NetworkError(""), httpx.RemoteProtocolError("")), Verdict(Outcome.DOUBTFUL, "cut off")),
        (because(NetworkError("502"), TelegramError("Invalid server response")), Verdict(Outcome.DOUBTFUL, "cut off")),
        (TelegramError("Invalid server response"), Verdict(Outcome.DOUBTFUL, "unreadable")),
        (KeyError("message_id"), Verdict(Outcome.DOUBTFUL, "KeyError")),
        (Forbidden("Forbidden: bot was blocked by the user"), Verdict(Outcome.UNREACHABLE, "unreachable")),
        (Forbidden("Forbidden: bot was kicked from the supergroup chat"), Verdict(Outcome.UNREACHABLE, "unreachable")),
        (BadRequest("Chat not found"), Verdict(Outcome.UNREACHABLE, "unreachable")),
        (BadRequest("PEER_ID_INVALID"), Verdict(Outcome.UNREACHABLE, "unreachable")),
        (BadRequest("message thread not found"), Verdict(Outcome.LOST, "no-topic", pause=Pause.NO_TOPIC)),
        (BadRequest("TOPIC_CLOSED"), Verdict(Outcome.LOST, "no-topic", pause=Pause.NO_TOPIC)),
        (BadRequest("CHAT_WRITE_FORBIDDEN"), Verdict(Outcome.LOST, "no-rights", pause=Pause.NO_RIGHTS)),
        (
            BadRequest("not enough rights to send text messages to the chat"),
            Verdict(Outcome.LOST, "no-rights", pause=Pause.NO_RIGHTS),
        ),
        (
            BadRequest("need administrator rights in the channel chat"),
            Verdict(Outcome.LOST, "no-rights", pause=Pause.NO_RIGHTS),
        ),
        (BadRequest("can't parse entities"), Verdict(Outcome.REFUSED, "refused")),
    ],
    ids=lambda one: one.reason if isinstance(one, Verdict) else f"{type(one).__name__} {one}",
)
def test_what_an_error_means(error: Exception, expected: Verdict) -> None:
    assert verdict(error) == expected
