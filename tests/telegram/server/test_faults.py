"""What can go wrong on the way, on demand, and the pace that Telegram allows."""

from __future__ import annotations

from datetime import timedelta

import pytest
from telegram import Bot
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.ext import Application
from telegram.request import HTTPXRequest

from bot.telegram.server import LocalBotApi, User
from tests.telegram.server.raw import call

pytestmark = pytest.mark.anyio


@pytest.fixture
def anna(judged: LocalBotApi) -> User:
    user = judged.user("Anna")
    judged.tell(user, "hi")
    return user


def seconds(error: RetryAfter) -> float:
    """How long Telegram wants the bot to wait; the library gives seconds or, when told so, a timedelta."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else wait


def bot(server: LocalBotApi, timeout: float = 5) -> Bot:
    return Bot(server.token, server.base_url, server.base_file_url, request=HTTPXRequest(read_timeout=timeout))


async def test_too_many_requests(judged: LocalBotApi, anna: User) -> None:
    fault = judged.faults.too_many("sendMessage", retry_after=7, times=2)
    async with bot(judged) as one:
        for _ in range(2):
            with pytest.raises(RetryAfter) as error:
                await one.send_message(anna.id, "x")
            assert seconds(error.value) == 7
        await one.send_message(anna.id, "y")
    assert judged.said(anna) == ["y"]
    assert fault.happened == 2


@pytest.mark.parametrize("after", [False, True])
async def test_an_error_or_a_dropped_connection_before_or_after_the_effect(
    judged: LocalBotApi, anna: User, after: bool
) -> None:
    async with bot(judged) as one:
        judged.faults.fails("sendMessage", code=502, after=after)
        with pytest.raises(NetworkError, match="Bad Gateway"):
            await one.send_message(anna.id, "x")
        judged.faults.drops("sendMessage", after=after)
        with pytest.raises(NetworkError):
            await one.send_message(anna.id, "y")
    assert judged.said(anna) == (["x", "y"] if after else [])


async def test_a_late_answer_has_taken_effect(judged: LocalBotApi, anna: User) -> None:
    judged.faults.late("sendMessage", seconds=1)
    async with bot(judged, timeout=0.2) as one:
        with pytest.raises(TimedOut):
            await one.send_message(anna.id, "x")
    assert judged.said(anna) == ["x"]


async def test_an_answer_that_is_not_json(judged: LocalBotApi, anna: User) -> None:
    judged.faults.garbage("sendMessage")
    async with bot(judged) as one:
        with pytest.raises(TelegramError, match="Invalid server response"):
            await one.send_message(anna.id, "x")


async def test_faults_strike_by_chance_and_end(judged: LocalBotApi, anna: User) -> None:
    fault = judged.faults.fails(probability=0.5, times=None)
    answers = [(await call(judged, "sendMessage", {"chat_id": anna.id, "text": str(n)}))["ok"] for n in range(40)]
    assert answers.count(False) == fault.happened
    assert 0 < fault.happened < 40
    assert (await call(judged, "getMe"))["ok"]  # asking is not struck unless it is named
    judged.faults.clear()
    assert (await call(judged, "sendMessage", {"chat_id": anna.id, "text": "x"}))["ok"]


async def test_the_same_update_twice(judged: LocalBotApi, echo: Application) -> None:
    judged.faults.repeats()
    question = judged.tell(judged.user("Anna"), "once")
    assert [one.text for one in await judged.answers(question, 2)] == ["once", "once"]


async def test_the_pace_that_telegram_allows(judged: LocalBotApi, anna: User) -> None:
    judged.pace.enabled = True
    group = judged.group("Desk", anna)

    async with bot(judged) as one:
        await one.send_message(anna.id, "x")
        with pytest.raises(RetryAfter):
            await one.send_message(anna.id, "one a second")
        judged.clock.advance(1)
        await one.send_message(anna.id, "y")
        for _ in range(20):
            judged.clock.advance(1)
            await one.send_message(group.id, "x")
        judged.clock.advance(1)
        with pytest.raises(RetryAfter) as error:
            await one.send_message(group.id, "twenty a minute")
        wait = seconds(error.value)
        assert 0 < wait <= 60
        judged.clock.advance(wait)
        await one.send_message(group.id, "z")
    assert judged.said(anna) == ["x", "y"]


async def test_thirty_a_second_in_all(judged: LocalBotApi) -> None:
    judged.pace.enabled = True
    users = [judged.user(f"User {number}") for number in range(31)]
    for user in users:
        judged.tell(user, "hi")
    answers = [await call(judged, "sendMessage", {"chat_id": user.id, "text": "x"}) for user in users]
    assert [answer["ok"] for answer in answers] == [True] * 30 + [False]
    assert answers[-1]["description"] == "Too Many Requests: retry after 1"
    assert answers[-1]["parameters"] == {"retry_after": 1}


async def test_a_refused_request_is_remembered(lenient: LocalBotApi) -> None:
    anna = lenient.user("Anna")
    lenient.tell(anna, "hi")
    async with bot(lenient) as one:
        with pytest.raises(BadRequest, match=r"(?i)refused by the judge: .*the official Bot API has no such field"):
            await one.send_message(anna.id, "x", api_kwargs={"colour": "red"})
    assert len(lenient.refused) == 1
    assert lenient.said(anna) == []
