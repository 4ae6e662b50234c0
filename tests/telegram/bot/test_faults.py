"""Trouble on the way and inside: floods, refusals, lost connections, errors; and who is told what of it."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.asking import Claimbot
from bot.chats.chats import ChatsError, Trouble
from bot.chats.model import Presence
from bot.config import LimitsSettings, OperatorSettings
from bot.telegram.pacing import UNPACED, Pace, Rate
from bot.telegram.server import LocalBotApi, User
from tests.telegram.bot.running import Running, asked, pressed, running

pytestmark = pytest.mark.anyio

QUESTION = "how many Russian soldiers have been killed"


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Failed calls are repeated without a pause."""
    monkeypatch.setattr("bot.telegram.send.PAUSES", (0.0, 0.0, 0.0))


async def test_a_429_is_waited_out_and_holds_up_nobody_else(
    judged: LocalBotApi, bot: Running, ann: User, ben: User
) -> None:
    judged.faults.too_many("sendMessage", retry_after=1)
    held_up = judged.tell(ann, "/help")
    other = await judged.answer(judged.tell(ben, "/help"))
    assert judged.sent_after(held_up) == []
    assert other.shown
    assert (await judged.answer(held_up)).shown == other.shown


async def test_a_long_429_gives_the_answer_up_and_the_bot_goes_on(
    judged: LocalBotApi, bot: Running, ann: User, ben: User
) -> None:
    judged.faults.too_many("sendMessage", retry_after=3600)
    question = judged.tell(ann, "/help")
    await judged.settled()
    assert judged.sent_after(question) == []
    assert await asked(judged, ben, "/help")
    await judged.settled()
    assert judged.updates_waiting == 0


@pytest.mark.parametrize("code", [500, 502, 503])
async def test_a_5xx_is_tried_again(judged: LocalBotApi, bot: Running, ann: User, code: int) -> None:
    judged.faults.fails("sendMessage", code=code, times=2)
    question = judged.tell(ann, QUESTION)
    await judged.settled()
    assert len(judged.sent_after(question)) == 1


@pytest.mark.parametrize("after", [False, True], ids=["before it was sent", "after it was sent"])
async def test_a_lost_connection_never_loses_an_answer(
    judged: LocalBotApi, bot: Running, ann: User, after: bool
) -> None:
    judged.faults.drops("sendMessage", after=after)
    question = judged.tell(ann, QUESTION)
    await judged.settled()
    assert len(judged.sent_after(question)) == 1 + after


async def test_an_answer_that_nobody_can_read_is_asked_for_once_more(
    judged: LocalBotApi, bot: Running, ann: User
) -> None:
    judged.faults.garbage("sendMessage")
    question = judged.tell(ann, QUESTION)
    await judged.settled()
    assert len(judged.sent_after(question)) == 2


@pytest.mark.parametrize("times", [1, 3])
async def test_an_edit_is_repeated(judged: LocalBotApi, bot: Running, ann: User, times: int) -> None:
    answer = await asked(judged, ann, QUESTION)
    judged.faults.fails("editMessageText", times=times)
    await pressed(judged, ann, answer, "All figures")
    assert answer.version > 1


async def test_a_press_is_answered_once_though_the_answer_was_lost(
    judged: LocalBotApi, bot: Running, ann: User
) -> None:
    answer = await asked(judged, ann, QUESTION)
    judged.faults.drops("answerCallbackQuery", after=True)
    press = await pressed(judged, ann, answer, bot.say("button-helpful"))
    assert press.alert == bot.say("alert-counted")
    assert bot.say("error-apology", id="")[:20] not in judged.transcript(ann)


async def test_an_update_that_comes_twice_is_answered_once(judged: LocalBotApi, bot: Running, ann: User) -> None:
    judged.faults.repeats(times=None)
    question = judged.tell(ann, QUESTION)
    await judged.answer(question)
    judged.faults.clear()
    await judged.settled()
    assert len(judged.sent_after(question)) == 1


async def test_polling_outlives_trouble(judged: LocalBotApi, bot: Running, ann: User) -> None:
    judged.faults.fails("getUpdates", times=2)
    judged.faults.drops("getUpdates")
    judged.faults.garbage("getUpdates")
    judged.faults.too_many("getUpdates", retry_after=1)
    assert await asked(judged, ann, "/help")
    assert await judged.answer(judged.tell(ann, "/about"), seconds=30)


async def test_who_has_blocked_the_bot_is_not_written_to_again(
    judged: LocalBotApi, bot: Running, ann: User, ben: User
) -> None:
    await asked(judged, ann, "/start")
    judged.tell(ann, QUESTION)
    judged.block(ann)
    await judged.settled()
    assert bot.chats.chat(ann.id).presence is Presence.BLOCKED
    assert await asked(judged, ben, "/help")
    judged.unblock(ann)
    assert await asked(judged, ann, "/start")
    assert bot.chats.chat(ann.id).presence is Presence.MEMBER


async def test_a_deleted_account_is_no_error(judged: LocalBotApi, bot: Running, ann: User, ben: User) -> None:
    judged.tell(ann, QUESTION)
    judged.delete_account(ann)
    await judged.settled()
    assert bot.chats.chat(ann.id).presence is Presence.GONE
    assert await asked(judged, ben, "/help")


async def test_a_group_that_takes_no_pictures_gets_the_caption(judged: LocalBotApi, bot: Running, ann: User) -> None:
    answer = await asked(judged, ann, QUESTION)
    judged.faults.fails("sendPhoto", code=400, description="Bad Request: not enough rights to send photos to the chat")
    await pressed(judged, ann, answer, bot.say("button-chart"))
    (caption,) = judged.sent_after(answer)
    assert caption.photo is None
    assert caption.shown


@pytest.fixture
async def operated(judged: LocalBotApi, claims: Claimbot, tmp_path: Path) -> AsyncIterator[Running]:
    """A bot whose operator, user 1001, wants to be told of errors."""
    operator = judged.user("Operator")
    judged.world.private(operator).started = True
    async with running(judged, claims, tmp_path, operator=OperatorSettings(chats=[operator.id])) as started:
        yield started


async def test_an_error_is_apologised_for_and_reported_without_what_was_asked(
    judged: LocalBotApi,
    operated: Running,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG, "bot")
    zelda = judged.user("Zelda")

    def fail(*_: object) -> None:
        raise KeyError("a very private question")

    monkeypatch.setattr(operated.edge.conversation, "ask", fail)
    answer = await asked(judged, zelda, "a very private question")
    assert answer.shown.startswith(operated.say("error-apology", id="")[:30])
    number = answer.shown.rstrip(".").rpartition(" ")[2]
    operator = next(user for user in judged.world.users.values() if user.first_name == "Operator")
    (report,) = judged.said(operator)
    assert number in report
    told = report + "\n".join(record.getMessage() for record in caplog.records if record.name.startswith("bot"))
    assert "a very private" not in told
    assert "Zelda" not in told
    assert str(zelda.id) not in report
    assert judged.token not in told
    again = await asked(judged, zelda, "a very private question")
    assert again.shown != answer.shown
    assert judged.said(operator) == [report]


async def test_a_database_that_fails_is_apologised_for_in_the_language_of_the_client(
    judged: LocalBotApi, operated: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ChatsError(Trouble.FULL, "chats.db")

    for method in ("chat", "seen_update", "remember_update"):
        monkeypatch.setattr(operated.chats, method, fail)
    answer = await asked(judged, judged.user("Olena", "uk"), "/help")
    assert answer.shown.startswith(operated.say("error-apology", "uk", id="")[:30])
    monkeypatch.undo()
    assert operated.say("chat-help-title", "uk") in (await asked(judged, judged.user("Taras", "uk"), "/help")).shown


async def test_an_error_behind_a_button_ends_the_waiting(
    judged: LocalBotApi, operated: Running, ann: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = await asked(judged, ann, QUESTION)
    monkeypatch.setattr(operated.edge.conversation, "pressed", None)
    press = await pressed(judged, ann, answer, "All figures")
    assert press.answer is not None
    (apology,) = judged.sent_after(answer)
    assert apology.shown.startswith(operated.say("error-apology", id="")[:30])


async def test_who_asks_too_much_is_told_once(judged: LocalBotApi, claims: Claimbot, tmp_path: Path) -> None:
    ann, ben = judged.user("Ann"), judged.user("Ben")
    limits = LimitsSettings(user_per_minute=2, group_per_minute=3)
    async with running(judged, claims, tmp_path, limits=limits) as bot:
        for _ in range(5):
            judged.tell(ann, "/help")
        await judged.settled()
        polite = bot.say("limit-reached")
        assert [said == polite for said in judged.said(ann)] == [False, False, True]
        assert (await asked(judged, ben, "/help")).shown != polite


async def test_a_group_has_a_limit_of_its_own(judged: LocalBotApi, claims: Claimbot, tmp_path: Path) -> None:
    people = [judged.user(f"User {number}") for number in range(6)]
    limits = LimitsSettings(user_per_minute=5, group_per_minute=3)
    async with running(judged, claims, tmp_path, limits=limits) as bot:
        group = judged.group("News", *people, supergroup=True)
        await judged.settled()
        added = len(judged.said(group))
        for person in people:
            judged.say(person, group, "/help")
        await judged.settled()
        polite = bot.say("limit-reached")
        assert [said == polite for said in judged.said(group)[added:]] == [False] * 3 + [True]


async def test_many_askers_at_once_never_meet_telegrams_limits(
    judged: LocalBotApi, claims: Claimbot, tmp_path: Path
) -> None:
    people = [judged.user(f"User {number}") for number in range(20)]
    judged.clock = judged.pace.clock = type(judged.clock)()  # real time, for real limits
    judged.pace.enabled = True
    pace = Pace(Rate(1, 1), UNPACED.group, Rate(25, 1))
    async with running(judged, claims, tmp_path, pace=pace):
        questions = [judged.tell(person, "/help") for person in people]
        for question in questions:
            await judged.answer(question, seconds=30)
    refused = [one for one in judged.requests if one.error is not None and one.error.code == 429]
    assert refused == []
