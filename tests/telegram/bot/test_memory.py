"""Nothing of an update outlives it, but in caches that are full some day."""

from __future__ import annotations

import asyncio
import gc
from collections import Counter

import pytest
from telegram import CallbackQuery, InlineQuery, Update
from telegram import Message as Received

from bot.answers.answer import Answer
from bot.conversation.memory import Turn
from bot.conversation.reply import Reply
from bot.conversation.whom import Whom
from bot.questions.question import Question
from bot.telegram.server import LocalBotApi, User
from tests.telegram.bot.running import Running, asked, pressed

pytestmark = pytest.mark.anyio

PASSING = (Update, Received, CallbackQuery, InlineQuery, Turn, Reply, Whom, asyncio.Task)
KEPT = (Answer, Question)  # for whoever asks the same


def alive() -> Counter[str]:
    """How many there are of each kind."""
    gc.collect()
    return Counter(type(one).__name__ for one in gc.get_objects() if type(one) in PASSING + KEPT)


async def test_no_object_of_an_update_is_left(judged: LocalBotApi, bot: Running, ann: User, ben: User) -> None:
    async def use() -> None:
        for user in (ann, ben):
            answer = await asked(judged, user, "how many Russian soldiers have been killed")
            await pressed(judged, user, answer, "All figures")
            await asked(judged, user, "/settings")
            await judged.searched(user, "russian tanks")
        await judged.settled()

    await use()
    before = alive()
    for _ in range(5):
        await use()
    more = alive() - before
    assert sum(more.values()) < 5, more
    assert set(more) <= {"Task"}  # one that fetches, or ends just now
