"""The pace of messages, on a clock of the test's own."""

from __future__ import annotations

import asyncio

import pytest

from bot.telegram.pacing import LONGEST_HALT, UNPACED, Pace, Pacer, Rate

OPEN = Rate(1000, 1000)


class Time:
    """A clock that moves when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 100.0

    def clock(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds


def times(pace: Pace, chats: list[int]) -> list[float]:
    """When each of these messages goes out, sent one after the other."""
    time = Time()
    pacer = Pacer(pace, time.clock, time.sleep)
    sent = []

    async def send() -> None:
        for chat in chats:
            await pacer.turn(chat)
            sent.append(round(time.now - 100, 3))

    asyncio.run(send())
    return sent


@pytest.mark.parametrize(
    ("pace", "chats", "expected"),
    [
        (Pace(Rate(1, 3), OPEN, OPEN), [7] * 5, [0, 0, 0, 1, 2]),
        (Pace(OPEN, Rate(20 / 60, 2), OPEN), [-7] * 4, [0, 0, 3, 6]),
        (Pace(Rate(1, 1), OPEN, OPEN), [7, 8, 9], [0, 0, 0]),
        (Pace(OPEN, OPEN, Rate(2, 2)), [1, 2, 3, 4], [0, 0, 0.5, 1]),
    ],
    ids=["chat", "group", "chats do not share", "overall"],
)
def test_messages_keep_the_pace_after_a_burst(pace: Pace, chats: list[int], expected: list[float]) -> None:
    assert times(pace, chats) == expected


def test_a_pause_allows_the_next_burst() -> None:
    time = Time()
    pacer = Pacer(Pace(Rate(1, 2), OPEN, OPEN), time.clock, time.sleep)

    async def send(count: int) -> float:
        for _ in range(count):
            await pacer.turn(7)
        return time.now

    assert asyncio.run(send(3)) == 101
    time.now += 60
    assert asyncio.run(send(2)) == 161


def test_a_halt_holds_up_its_own_chat_only() -> None:
    time = Time()
    pacer = Pacer(None, time.clock, time.sleep)
    pacer.halt(7, 30)
    pacer.halt(7, 10)
    asyncio.run(pacer.turn(8))
    assert time.now == 100
    asyncio.run(pacer.turn(7))
    assert time.now == 130


def test_a_long_halt_is_told_until_it_is_short() -> None:
    time = Time()
    pacer = Pacer(None, time.clock, time.sleep)
    pacer.halt(7, LONGEST_HALT + 1)
    assert pacer.held_up(7)
    assert not pacer.held_up(8)
    time.now += 2
    assert not pacer.held_up(7)


def test_chats_that_are_free_again_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.telegram.pacing.MANY_CHATS", 3)
    assert times(Pace(Rate(1, 1), OPEN, OPEN), [1, 2, 3, 4, 5, 1]) == [0, 0, 0, 0, 0, 1]


def test_what_nobody_waits_for_keeps_the_steady_rate_and_catches_up_what_was_slept_too_long() -> None:
    time = Time()
    pacer = Pacer(Pace(OPEN, OPEN, Rate(30, 30)), time.clock, time.sleep)
    sent = []
    for chat in range(300):
        while not pacer.book_spare(chat + 1):
            time.now += pacer.spare_in() + 0.02
        sent.append(time.now - 100)
    assert sum(moment < 1 for moment in sent) <= 34
    assert 9.8 <= sent[-1] <= 10


def test_answers_come_before_what_nobody_waits_for() -> None:
    time = Time()
    pacer = Pacer(Pace(OPEN, OPEN, Rate(30, 30)), time.clock, time.sleep)
    while pacer.book_spare(1):
        time.now += 0.001
    asyncio.run(pacer.turn(2))
    assert pacer.spare_in() > 0
    before = time.now
    for chat in range(3, 23):
        asyncio.run(pacer.turn(chat))
    assert time.now == before
    assert pacer.spare_in() > 20 / 30


def test_a_chat_is_left_alone_after_an_answer_and_while_it_is_held_up() -> None:
    time = Time()
    pacer = Pacer(Pace(Rate(1, 5), OPEN, OPEN), time.clock, time.sleep)
    asyncio.run(pacer.turn(7))
    pacer.halt(8, 30)
    assert not pacer.book_spare(7)
    assert pacer.wait_of(7) == 1
    assert not pacer.book_spare(8)
    assert pacer.wait_of(8) == 30
    assert pacer.book_spare(9)
    time.now += 1
    assert pacer.book_spare(7)


def test_no_delivery_is_put_off_where_the_clock_stands_still() -> None:
    pacer = Pacer(UNPACED, clock=lambda: 0.0)
    asyncio.run(pacer.turn(1))  # an answer to whom something is delivered next
    assert pacer.book_spare(1)
    assert pacer.book_spare(1)
