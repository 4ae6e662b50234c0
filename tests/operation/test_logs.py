"""The log: a line of JSON or text with what was being handled, and nothing of secrets, texts and persons at DEBUG."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.asking import Claimbot
from bot.chats.chats import ChatsError, Trouble
from bot.config import OperatorSettings
from bot.operation.logs import Format, handling, set_up
from bot.telegram.server import LocalBotApi, User
from tests.telegram.bot.running import Running, asked, pressed, running

TOKEN = "1234567890:AAE-x_Zk3vTqWm0pLr9sYb2cUd4fGh6jKn8"
QUESTION = "how many Russian soldiers have been killed"
TEXT = f"{QUESTION} near Quirkleburgh"
NAME = "Zeldarina"
SURNAME = "Quastenholm"
GROUP = "Plumbers of Quirkleburgh"

SetUp = Callable[..., io.StringIO]


@pytest.fixture
def set_up_log() -> Iterator[SetUp]:
    """Sets the log up on a text that is given back; all is as it was after the test."""
    root = logging.getLogger()
    loggers = [each for each in logging.Logger.manager.loggerDict.values() if isinstance(each, logging.Logger)]
    before = root.handlers[:], {each: each.level for each in [root, *loggers]}, sys.excepthook

    def begin(form: Format = "json", *secrets: str) -> io.StringIO:
        written = io.StringIO()
        set_up(form, "debug", secrets, written)
        return written

    yield begin
    handlers, levels, sys.excepthook = before
    root.handlers[:] = handlers
    for each, level in levels.items():
        each.setLevel(level)


def objects(written: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written.getvalue().splitlines()]


def test_a_record_is_a_line_with_what_was_being_handled(set_up_log: SetUp) -> None:
    written = set_up_log()
    token = handling.set("update 7")
    logging.getLogger("bot.test").warning("two\nlines of %s", "ї")
    handling.reset(token)
    (record,) = objects(written)
    assert record.pop("time").endswith("+00:00")
    assert record == {"level": "warning", "logger": "bot.test", "handling": "update 7", "message": "two\nlines of ї"}


def test_as_text(set_up_log: SetUp) -> None:
    written = set_up_log("text")
    logging.getLogger("bot.test").info("said")
    moment, rest = written.getvalue().split(" ", 1)
    assert moment.endswith("Z")
    assert rest == "INFO bot.test [-] said\n"


@pytest.mark.parametrize("end", ["\n", "\r", "\x85", "\u2028", "\x0b"])
def test_what_is_in_a_message_begins_no_line_and_steers_no_terminal(set_up_log: SetUp, end: str) -> None:
    forged = "2026-05-17T12:00:00.000Z INFO bot.test [-] all is well\x1b[2J\x9b31m\u202e\x07"
    for form in ("text", "json"):
        written = set_up_log(form)
        logging.getLogger("bot.test").info("Telegram said: %s%s", end, forged)
        lines = written.getvalue().split("\n")
        assert sum(line.startswith(("2", "{")) for line in lines) == 1
        assert "".join(lines).isprintable()


@pytest.mark.parametrize("form", ["text", "json"])
def test_an_exception_is_logged_without_what_it_says(set_up_log: SetUp, form: Format) -> None:
    written = set_up_log(form)
    try:
        try:
            {}[TEXT]
        except KeyError as error:
            raise ValueError(TEXT) from error
    except ValueError:
        logging.getLogger("bot.test").exception("it went wrong")
    said = written.getvalue()
    assert TEXT not in said
    assert "ValueError" in said
    assert "because of KeyError" in said
    assert "test_logs.py" in said


def test_what_is_written_for_operators_is_said_without_secrets(set_up_log: SetUp) -> None:
    written = set_up_log("json", "hidden-word")
    try:
        raise ChatsError(Trouble.LOCKED, f"hidden-word {TOKEN}")
    except ChatsError:
        logging.getLogger("bot.test").exception("no settings")
    (record,) = objects(written)
    assert "[secret] [secret]: the database of chats is locked" in record["error"]


async def _fail() -> None:
    raise KeyError(TEXT)


def test_a_task_that_nobody_waited_for_is_named_without_its_exception(set_up_log: SetUp) -> None:
    async def main() -> None:
        task = asyncio.create_task(_fail())
        await asyncio.wait([task])
        del task

    written = set_up_log()
    asyncio.run(main())
    (record,) = [each for each in objects(written) if each["level"] == "error"]
    assert record["message"] == "Task exception was never retrieved"
    assert "KeyError" in record["error"]
    assert TEXT not in written.getvalue()


def test_a_callback_that_failed_is_not_shown_with_what_it_was_given(set_up_log: SetUp) -> None:
    async def main() -> None:
        asyncio.get_running_loop().call_soon({}.__getitem__, TEXT)
        await asyncio.sleep(0)

    written = set_up_log()
    asyncio.run(main())
    assert "KeyError" in written.getvalue()
    assert TEXT not in written.getvalue()


@pytest.mark.anyio
@pytest.mark.parametrize("form", ["text", "json"])
async def test_a_whole_conversation_leaves_no_text_no_name_and_no_token(  # noqa: PLR0917
    judged: LocalBotApi,
    claims: Claimbot,
    tmp_path: Path,
    set_up_log: SetUp,
    monkeypatch: pytest.MonkeyPatch,
    form: Format,
) -> None:
    monkeypatch.setattr("bot.telegram.send.PAUSES", (0.0, 0.0, 0.0))
    user = judged.user(f"{NAME} {SURNAME}", username="zeldaq")
    other = judged.user("Ben")
    written = set_up_log(form, judged.token)
    async with running(judged, claims, tmp_path, operator=OperatorSettings(chats=[other.id])) as bot:
        await _converse(judged, bot, user)
        await _fail_in_every_way(judged, bot, user, monkeypatch)
    said = written.getvalue()
    assert "incident" in said  # it was listened to
    assert re.search(r"update \d+", said)
    private = (NAME, SURNAME, "zeldaq", str(user.id), QUESTION, "Quirkleburgh", judged.token, judged.token[-35:])
    assert [one for one in private if one in said] == []


async def _converse(server: LocalBotApi, bot: Running, user: User) -> None:
    for label in ("All figures", "Chart", "Sources"):
        await pressed(server, user, await asked(server, user, QUESTION), label)
    await asked(server, user, f"/check {TEXT} 9000")
    await asked(server, user, "/subscribe")
    await asked(server, user, "/forget")
    server.edit(server.tell(user, TEXT), f"{TEXT} 2")
    group = server.group(GROUP, user, supergroup=True)
    server.say(user, group, f"/ask {TEXT}")
    await server.settled()
    await server.searched(user, TEXT)
    server.remove_bot(user, group)
    await server.settled()


async def _fail_in_every_way(server: LocalBotApi, bot: Running, user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    """Refusals, lost connections, updates that cannot be read, errors whose messages hold the text."""
    server.faults.fails("sendMessage", code=400, times=1)
    await _told(server, user, TEXT)
    server.faults.fails("sendMessage", code=502, times=2)
    await _told(server, user, TEXT)
    server.faults.garbage("sendMessage")
    await _told(server, user, TEXT)
    server.faults.fails("getUpdates", code=500, times=1)
    await _told(server, user, TEXT)
    server.inject({"message": {"text": TEXT, "from": {"first_name": NAME, "id": "no number"}}})
    await server.settled()

    def fail(*_: object, **__: object) -> None:
        raise ValueError(f"{TEXT} {NAME} {user.id}") from KeyError(TEXT)

    with monkeypatch.context() as patch:
        patch.setattr(bot.edge.conversation, "topics", fail)
        await _told(server, user, "/topics")
    with monkeypatch.context() as patch:
        patch.setattr(bot.chats, "remember_update", fail)
        await _told(server, user, TEXT)
    with monkeypatch.context() as patch:
        patch.setattr(bot.edge.reporter, "report", fail)
        patch.setattr(bot.edge.conversation, "topics", fail)
        await _told(server, user, "/topics")
    with monkeypatch.context() as patch:
        patch.setattr(bot.chats, "seen_update", fail)
        await _told(server, user, TEXT)
    server.faults.fails("sendMessage", code=403, times=1)
    await _told(server, user, TEXT)


async def _told(server: LocalBotApi, user: User, text: str) -> None:
    server.tell(user, text)
    await server.settled()
