"""Another program holds the private database: who needs it waits, in order; nobody else does, and nothing is lost."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator

import pytest

from bot.telegram.server import LocalBotApi, User
from bot.telegram.together import Together
from tests.telegram.bot.running import Running, asked

pytestmark = pytest.mark.anyio

QUESTION = "how many Russian soldiers have been killed"


@pytest.fixture
def other(bot: Running) -> Iterator[sqlite3.Connection]:
    """Another program's connection to the same file."""
    connection = sqlite3.connect(bot.settings.storage.directory / "chats.db", isolation_level=None)
    yield connection
    connection.close()


async def test_one_chat_waits_and_others_are_answered_meanwhile(
    judged: LocalBotApi, bot: Running, ann: User, ben: User, other: sqlite3.Connection
) -> None:
    answer = await asked(judged, ben, QUESTION)
    await judged.settled()
    other.execute("BEGIN IMMEDIATE")
    first, second = judged.tell(ann, "/language uk"), judged.tell(ann, "/help")
    await judged.pressed(ben, answer, "Sources")
    await judged.until(lambda: answer.version > 1)
    assert (await judged.searched(judged.user("Carl"), "russian tanks")).results
    assert (await asked(judged, judged.user("Dora"), "/about")).shown
    assert judged.sent_after(first) == []
    other.execute("ROLLBACK")
    await judged.settled()
    assert bot.chats.chat(ann.id).language == "uk"
    assert [message.shown.splitlines()[0] for message in judged.sent_after(first)] == [
        bot.say("chat-language-is", "uk"),
        bot.say("chat-help-title", "uk"),
    ]
    assert judged.sent_after(second)
    assert judged.updates_waiting == 0


async def test_a_question_is_counted_and_answered_once_however_often_it_was_begun(
    judged: LocalBotApi, bot: Running, ann: User, other: sqlite3.Connection
) -> None:
    other.execute("BEGIN IMMEDIATE")
    question = judged.tell(ann, QUESTION)
    while bot.edge.conversation.desk.watch.metrics.in_hand._value.get() == 0:  # type: ignore[attr-defined]
        await asyncio.sleep(0)
    other.execute("ROLLBACK")
    await judged.settled()
    (answer,) = judged.sent_after(question)
    receipt = answer.shown.partition("Receipt ")[2].partition(" ")[0]
    assert bot.chats.receipt(receipt) is not None
    page = bot.edge.conversation.desk.watch.metrics.answers.labels("answered")  # type: ignore[attr-defined]
    assert page._value.get() == 1


async def test_who_waited_for_too_long_is_apologised_to(
    judged: LocalBotApi, bot: Running, ann: User, other: sqlite3.Connection
) -> None:
    desk = bot.edge.conversation.desk
    bot.edge.together = Together(bot.chats.database, desk.forget, patience=0.01)
    other.execute("BEGIN IMMEDIATE")
    answer = await asked(judged, ann, "/language uk")
    assert answer.shown.startswith(bot.say("error-apology", id="")[:30])
    other.execute("ROLLBACK")
    await judged.settled()
    assert bot.chats.chat(ann.id).language is None
