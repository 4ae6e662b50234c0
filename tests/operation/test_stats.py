"""/stats: in the operator's chats alone, in each language, and without a topic of few chats."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest

from bot.asking import Claimbot
from bot.chats.asked import FEWEST_CHATS, OUTCOME, TOPIC, Key, week_of
from bot.config import OperatorSettings
from bot.operation.stats import MOST_TOPICS, OUTCOMES
from bot.telegram.server import LocalBotApi, User
from tests.telegram.bot.running import Running, asked, running

pytestmark = pytest.mark.anyio

QUESTION = "how many Russian soldiers have been killed"
TOPIC_LINE = "Russian forces · killed"


async def test_topics_appear_with_the_fifth_chat(
    judged: LocalBotApi, claims: Claimbot, tmp_path: Path, ann: User
) -> None:
    async with running(judged, claims, tmp_path, operator=OperatorSettings(chats=[ann.id])) as bot:
        observer = bot.application.bot_data["observer"]
        for number in range(FEWEST_CHATS - 1):
            await asked(judged, judged.user(f"User {number}"), QUESTION)
        await asked(judged, judged.user("User 0"), "russian tanks destroyed")
        await observer.keep()
        before = (await asked(judged, ann, "/stats")).shown
        await asked(judged, judged.user("User of another chat"), QUESTION)
        await observer.keep()
        after = (await asked(judged, ann, "/stats")).shown
    assert TOPIC_LINE not in before
    assert bot.say("stats-no-topics") in before
    assert f"{TOPIC_LINE}: {FEWEST_CHATS}" in after
    assert "tanks" not in after
    assert bot.say("stats-answered", count=str(FEWEST_CHATS + 1)) in after


async def test_nobody_else_is_told(judged: LocalBotApi, bot: Running, ann: User) -> None:
    assert (await asked(judged, ann, "/stats")).shown == (await asked(judged, ann, "/help")).shown
    group = judged.group("Readers", ann, supergroup=True)
    await judged.settled()
    before = len(judged.said(group))
    judged.say(ann, group, "/stats")
    await judged.settled()
    assert len(judged.said(group)) == before


@pytest.mark.parametrize("language", ["en", "uk", "ru"])
async def test_every_line_in_every_language(
    judged: LocalBotApi, claims: Claimbot, tmp_path: Path, language: str
) -> None:
    operator = judged.user("Olha", language)
    async with running(judged, claims, tmp_path, operator=OperatorSettings(chats=[operator.id])) as bot:
        week = week_of(judged.clock.today().date())
        counts: Counter[Key] = Counter({(week, OUTCOME, outcome): 1234 for outcome in OUTCOMES})
        topics = sorted({str(count.topic) for count in claims.store.find.topics()})
        counts |= Counter({(week - timedelta(weeks=4), TOPIC, name): 7 for name in topics[: MOST_TOPICS + 2]})
        counts |= Counter({(week - timedelta(weeks=5), TOPIC, "gone/long-ago"): 7, (week, TOPIC, "no/longer/known"): 3})
        bot.chats.add_asked(counts)
        shown = (await asked(judged, operator, "/stats")).shown
        number = bot.edge.conversation.desk.texts(language).number
        for outcome in OUTCOMES:
            assert bot.say(f"stats-{outcome}", language, count=number(1234)) in shown
        assert bot.say("stats-more-topics", language, count=3) in shown
        assert bot.say("stats-no-deliveries", language) in shown
        assert bot.say("stats-how", language, chats=FEWEST_CHATS) in shown
        assert "long-ago" not in shown


async def test_what_is_counted_last_is_kept_when_the_bot_stops(
    judged: LocalBotApi, claims: Claimbot, tmp_path: Path, ann: User
) -> None:
    async with running(judged, claims, tmp_path) as bot:
        await asked(judged, ann, QUESTION)
        await bot.stop()
        assert bot.chats.asked(OUTCOME, judged.clock.today().date()) == [("answered", 1)]
