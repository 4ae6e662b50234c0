"""Floods: from one user, from a thousand, by questions, presses, edits and inline queries.

How the buckets count: tests/telegram/test_limits.py.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.asking import Claimbot
from bot.config import LimitsSettings
from bot.telegram.limits import SEARCHES_PER_QUESTION
from bot.telegram.server import LocalBotApi, User
from tests.telegram.bot.running import Running, asked, running

pytestmark = pytest.mark.anyio

PER_MINUTE = LimitsSettings().user_per_minute


async def test_one_user_is_answered_so_often_told_once_and_holds_nobody_up(
    judged: LocalBotApi, bot: Running, ann: User, ben: User
) -> None:
    for _ in range(300):
        judged.tell(ann, "/help")
    assert await asked(judged, ben, "/help")
    await judged.settled()
    assert PER_MINUTE < len(judged.said(ann)) <= PER_MINUTE + 5  # the line, and what flowed in meanwhile
    assert judged.said(ann).count(bot.say("limit-reached")) == 1


async def test_a_thousand_users_are_each_answered(judged: LocalBotApi, bot: Running) -> None:
    users = [judged.user(f"User {number}") for number in range(1000)]
    judged.judging = False
    for user in users:
        judged.tell(user, "/help")
    await judged.settled(seconds=120)
    assert all(len(judged.said(user)) == 1 for user in users)
    assert len(bot.edge.limits) <= 2 * len(users)


async def test_a_thousand_users_in_one_group_draw_no_more_than_the_group_may_have(
    judged: LocalBotApi, bot: Running, ann: User
) -> None:
    users = [judged.user(f"User {number}") for number in range(1000)]
    group = judged.group("Crowd", ann, *users, supergroup=True)
    await judged.settled()
    before = len(judged.said(group))
    judged.judging = False
    for user in users:
        judged.say(user, group, "/help")
    await judged.settled(seconds=60)
    assert len(judged.said(group)) - before <= LimitsSettings().group_per_minute * 2 + 1  # with a minute's inflow


async def test_editing_a_question_again_and_again_is_asking_again_and_again(
    judged: LocalBotApi, bot: Running, ann: User
) -> None:
    question = judged.tell(ann, "how many Russian soldiers have been killed")
    await judged.answer(question)
    edits = len(judged.calls("editMessageText"))
    for number in range(200):
        judged.edit(question, f"how many {'Russian' if number % 2 else 'Ukrainian'} soldiers have been killed")
    await judged.settled()
    assert len(judged.calls("editMessageText")) - edits <= PER_MINUTE + 5


async def test_pressing_again_and_again_is_asking_again_and_again(judged: LocalBotApi, bot: Running, ann: User) -> None:
    answer = await asked(judged, ann, "how many Russian soldiers have been killed")
    label = next(label for label in answer.labels if label.startswith("All figures"))
    presses = [judged.press(ann, answer, label) for _ in range(100)]
    await asyncio.gather(*(press.wait(20) for press in presses))
    assert sum(press.alert == bot.say("limit-reached") for press in presses) >= 100 - PER_MINUTE - 5


async def test_inline_queries_without_end_are_left_unanswered(
    judged: LocalBotApi, claims: Claimbot, tmp_path: Path, ann: User, ben: User
) -> None:
    async with running(judged, claims, tmp_path, limits=LimitsSettings(user_per_minute=2)):
        for number in range(100):
            judged.inline(ann, f"russian tanks {number}")
        assert (await judged.searched(ben, "russian tanks")).results
        await judged.settled()
        allowed = 2 * SEARCHES_PER_QUESTION
        assert allowed <= len(judged.calls("answerInlineQuery")) - 1 <= allowed + 10
