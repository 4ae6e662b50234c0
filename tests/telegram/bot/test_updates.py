"""Updates are confirmed after they were handled, whatever happens in between."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.asking import Claimbot
from bot.telegram.polling import SecondInstanceError
from bot.telegram.server import LocalBotApi, User
from bot.telegram.updates import Intake
from tests.telegram.bot.running import Running, asked, running

pytestmark = pytest.mark.anyio


class Memory:
    """Remembers in memory."""

    def __init__(self) -> None:
        self.numbers: set[int] = set()

    async def seen(self, update: int, /) -> bool:
        return update in self.numbers

    async def handled(self, update: int, last: Sequence[Callable[[], object]], /) -> None:
        for work in last:
            work()
        self.numbers.add(update)


def message(number: int, chat: int = 1) -> dict[str, Any]:
    place = {"id": chat, "type": "private"}
    return {"update_id": number, "message": {"message_id": number, "date": 0, "chat": place, "text": "hello"}}


async def test_those_of_one_chat_are_handled_in_order_and_chats_do_not_wait_for_each_other() -> None:
    handled: list[int] = []
    gate = asyncio.Event()

    async def handle(update: Any) -> None:
        if update.update_id == 1:
            await gate.wait()
        handled.append(update.update_id)

    intake = Intake(None, handle, Memory())  # type: ignore[arg-type]  # the updates need no bot
    tasks = [intake.take(message(number, chat)) for number, chat in [(1, 1), (2, 1), (3, 2)]]
    await asyncio.wait([tasks[2]])
    assert handled == [3]
    assert intake.lowest() == 1
    gate.set()
    await intake.settle()
    assert handled == [3, 1, 2]
    assert intake.lowest() is None


async def test_one_that_comes_again_is_handled_once() -> None:
    handled: list[int] = []
    memory = Memory()

    async def handle(update: Any) -> None:
        await asyncio.sleep(0)
        handled.append(update.update_id)

    intake = Intake(None, handle, memory)  # type: ignore[arg-type]
    assert intake.take(message(1)) is intake.take(message(1))
    await intake.settle()
    await intake.take(message(1))
    assert handled == [1]
    await Intake(None, handle, memory).take(message(1))  # type: ignore[arg-type]  # after a restart
    assert handled == [1]


async def test_one_handled_behind_another_in_hand_is_not_even_read_again() -> None:
    gate, memory = asyncio.Event(), Memory()

    async def handle(update: Any) -> None:
        if update.update_id == 1:
            await gate.wait()

    intake = Intake(None, handle, memory)  # type: ignore[arg-type]
    for number in (1, 2, 3):
        intake.take(message(number, chat=number))
    await intake.settle(left=1)
    assert (intake.lowest(), len(intake)) == (1, 1)
    memory.numbers.clear()  # it need not be asked
    again = intake.take(message(3, chat=3))
    assert again.done()
    assert not memory.numbers
    gate.set()
    await intake.settle()
    await intake.take(message(3, chat=3))  # confirmed meanwhile: only memory knows
    assert memory.numbers == {1, 3}


async def test_settling_ends_when_the_time_is_over() -> None:
    async def handle(_: object) -> None:
        await asyncio.sleep(3600)

    intake = Intake(None, handle, Memory())  # type: ignore[arg-type]
    task = intake.take(message(1))
    await intake.settle(0.001)
    assert len(intake) == 1
    task.cancel()


async def test_trouble_with_one_does_not_stop_the_next() -> None:
    async def handle(update: Any) -> None:
        raise RuntimeError(update.update_id)

    intake = Intake(None, handle, Memory())  # type: ignore[arg-type]
    for raw in ({"update_id": 1, "message": {"date": "never"}}, {"update_id": 2, "unheard_of": {}}, message(3)):
        await intake.take(raw)
    assert intake.lowest() is None


async def test_an_update_that_was_not_handled_before_the_crash_comes_again(
    judged: LocalBotApi, claims: Claimbot, tmp_path: Path, ann: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(judged, claims, tmp_path) as crashing:
        hang = asyncio.Event()

        async def never(*_: Any) -> None:
            hang.set()
            await asyncio.sleep(3600)

        monkeypatch.setattr(crashing.edge.sender, "deliver", never, raising=False)
        judged.tell(ann, "/language uk")
        await hang.wait()
        assert judged.updates_waiting == 1
        assert crashing.chats.chat(ann.id).language == "uk"  # what is acknowledged is kept before it is said
        await crashing.crash()
        monkeypatch.undo()
    async with running(judged, claims, tmp_path):
        await judged.settled()
        assert len(judged.said(ann)) == 1
        assert judged.updates_waiting == 0


async def test_a_second_instance_ends_with_what_telegram_says(
    judged: LocalBotApi, claims: Claimbot, tmp_path: Path, ann: User
) -> None:
    async with running(judged, claims, tmp_path) as first:
        await asked(judged, ann, "/help")
        async with httpx.AsyncClient() as other:
            await other.post(f"{judged.base_url}{judged.token}/getUpdates", json={"timeout": 0})
        error = await first.died()
        assert isinstance(error, SecondInstanceError)
        assert "make sure that only one bot instance is running" in str(error)


async def test_a_slow_chat_does_not_keep_others_waiting(
    judged: LocalBotApi, bot: Running, ann: User, ben: User
) -> None:
    judged.faults.late("sendMessage", seconds=4)
    judged.tell(ann, "/help")
    await asyncio.sleep(0.2)
    for _ in range(3):
        assert await judged.answer(judged.tell(ben, "/help"), seconds=3)
    assert judged.updates_waiting >= 1


async def test_what_was_received_is_answered_before_the_end(
    judged: LocalBotApi, claims: Claimbot, tmp_path: Path, ann: User, ben: User
) -> None:
    async with running(judged, claims, tmp_path) as bot:
        judged.faults.late("sendMessage", seconds=0.5)
        questions = [judged.tell(ann, "/help"), judged.tell(ben, "/about")]
        await asyncio.sleep(0.2)
        await bot.stop()
        assert [len(judged.sent_after(question)) for question in questions] == [1, 1]
        assert judged.updates_waiting == 0
