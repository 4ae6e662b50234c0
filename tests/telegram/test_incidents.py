"""An error inside tells the operator where to look, and neither of a person nor a text nor a secret."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from telegram.error import BadRequest

from bot.chats.trouble import ChatsError, Trouble
from bot.claims.database import connection
from bot.telegram.incidents import APOLOGY, Incident, apology, incident, report
from bot.telegram.secrets import Redactor

AT = datetime(2026, 5, 17, 12, 30, tzinfo=UTC)
TOKEN = "1234567890:AAE-x_Zk3vTqWm0pLr9sYb2cUd4fGh6jKn8"
TEXT = "how many people of our street were killed"


def fail(text: str) -> None:
    {}[text]


def refuse(text: str) -> None:
    try:
        fail(text)
    except KeyError as error:
        raise BadRequest(f"Can't parse entities in {text}, {TOKEN}") from error


def caught(error: BaseException | None = None) -> Exception:
    try:
        if error:
            raise error
        refuse(TEXT)
    except Exception as raised:
        return raised
    raise AssertionError


def told(error: Exception) -> str:
    return report(incident(error, "message", AT), "0.2.0", Redactor([TOKEN]))


def test_report_tells_where_to_look() -> None:
    happened = incident(caught(), "message in a group", AT, "abc234")
    lines = report(happened, "0.2.0", Redactor()).splitlines()
    assert lines[0] == "incident abc234 at 2026-05-17 12:30:00 UTC"
    assert lines[1] == f"version 0.2.0, while handling: message in a group, kind {happened.fingerprint}"
    assert lines[2] == "telegram.error.BadRequest"
    assert re.fullmatch(r"  tests/telegram/test_incidents\.py:\d+ refuse", lines[4])
    assert "because of KeyError" in lines
    assert re.fullmatch(r"  tests/telegram/test_incidents\.py:\d+ fail", lines[-1])


def test_report_tells_of_nobody() -> None:
    said = told(caught())
    assert TEXT not in said and "street" not in said
    assert TOKEN not in said
    assert str(Path(__file__).parents[3]) not in said


@pytest.mark.parametrize(
    "error",
    [
        ChatsError(Trouble.FULL, "/srv/chats.db"),
        connection.StoreError(connection.Trouble.LOCKED, Path("/srv/claims.db")),
    ],
)
def test_what_was_written_for_operators_is_told(error: Exception) -> None:
    assert str(error) in told(caught(error))


def test_never_a_token() -> None:
    assert TOKEN not in told(caught(ChatsError(Trouble.UNREACHABLE, "postgresql://x", f"bot{TOKEN}")))


def test_ids_are_short_and_differ() -> None:
    ids = {incident(ValueError(), "job", AT).id for _ in range(200)}
    assert len(ids) == 200
    assert all(re.fullmatch("[a-z2-7]{6}", id_) for id_ in ids)


def test_apology_carries_the_id_and_nothing_else() -> None:
    happened = incident(caught(), "message", AT)
    assert apology(happened) == (APOLOGY, {"id": happened.id})


def test_the_same_fault_has_the_same_fingerprint() -> None:
    def at_once(error: BaseException | None = None) -> Incident:
        return incident(caught(error), "message", AT)

    assert at_once().fingerprint == at_once().fingerprint
    assert at_once().fingerprint != at_once(ValueError(TEXT)).fingerprint


def test_errors_in_a_circle_and_deep_ones_have_an_end() -> None:
    first, second = ValueError(), TypeError()
    first.__cause__, second.__cause__ = second, first
    assert [cause.kind for cause in incident(first, "job", AT).causes] == ["ValueError", "TypeError"]

    def deeper(levels: int) -> None:
        if not levels:
            raise RecursionError
        deeper(levels - 1)

    with pytest.raises(RecursionError) as raised:
        deeper(200)
    assert len(incident(raised.value, "job", AT).causes[0].frames) == 8


def test_a_cause_that_was_hidden_stays_hidden() -> None:
    try:
        try:
            fail(TEXT)
        except KeyError:
            raise ValueError from None
    except ValueError as error:
        assert [cause.kind for cause in incident(error, "job", AT).causes] == ["ValueError"]
