"""How fast messages go out: so many a second to one chat, a minute to one group, and a second in all.

Telegram publishes no exact limits; these keep a busy bot from running into them. What counts is its `retry_after`,
which holds up the chat that it was said of and no other.

Answers wait for their turn; what nobody waits for takes turns that are to spare.
"""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

LONGEST_HALT = 60.0  # seconds: an answer that would come later than this is no answer
LATE = 0.1  # seconds: what was slept too long is caught up with
MANY_CHATS = 10_000  # so many are kept before those that are free again are forgotten


@dataclass(frozen=True, slots=True)
class Rate:
    """A steady rate, and how many may come at once after a pause."""

    per_second: float
    burst: int


@dataclass(frozen=True, slots=True)
class Pace:
    """The rates to keep to."""

    private: Rate = Rate(1, 5)
    group: Rate = Rate(20 / 60, 15)
    overall: Rate = Rate(30, 30)


# For a server of one's own. Not merely fast: what is put off by a millisecond would wait for ever where a clock that
# was given stands still.
UNPACED = Pace(Rate(math.inf, 1), Rate(math.inf, 1), Rate(math.inf, 1))


class _Line:
    """Books turns at a steady rate, in the order asked for (the generic cell rate algorithm)."""

    def __init__(self, rate: Rate) -> None:
        self._every = 1 / rate.per_second
        self._ahead = (rate.burst - 1) * self._every
        self.booked = float("-inf")  # when all turns given out so far will have been used up

    def book(self, now: float) -> float:
        """The time of the next free turn."""
        turn = max(now, self.booked - self._ahead)
        self.booked = max(self.booked, now) + self._every
        return turn


class Pacer:
    """Lets a sender wait for its turn."""

    def __init__(
        self,
        pace: Pace | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._pace = pace or Pace()
        self._clock = clock
        self._sleep = sleep
        self._overall = _Line(self._pace.overall)
        self._chats: dict[int, _Line] = {}
        self._halted: dict[int, float] = {}

    def book_spare(self, chat: int) -> bool:
        """Take a turn that no answer needs, now or not at all: answers alone may run ahead of the steady rate."""
        now = self._clock()
        if self.wait_of(chat) > 0 or self.spare_in() > 0:
            return False
        self._line(chat).book(now)
        self._overall.book(now)
        return True

    def wait_of(self, chat: int) -> float:
        """How many seconds this chat is to be left alone."""
        return max(self._halted.get(chat, 0), self._line(chat).booked) - self._clock()

    def spare_in(self) -> float:
        """In how many seconds there is a turn that no answer needs; none or less: now."""
        return self._overall.booked - LATE - self._clock()

    async def turn(self, chat: int) -> None:
        """Wait until this chat may be written to."""
        while (halt := self._halted.get(chat, 0) - self._clock()) > 0:
            await self._sleep(halt)
        if (wait := self._line(chat).book(self._clock()) - self._clock()) > 0:
            await self._sleep(wait)
        if (wait := self._overall.book(self._clock()) - self._clock()) > 0:
            await self._sleep(wait)

    def halt(self, chat: int, seconds: float) -> None:
        """Send nothing to this chat for so long."""
        self._halted[chat] = max(self._halted.get(chat, 0), self._clock() + seconds)

    def held_up(self, chat: int) -> bool:
        """Whether this chat must wait for longer than an answer is worth."""
        return self._halted.get(chat, 0) - self._clock() > LONGEST_HALT

    def _line(self, chat: int) -> _Line:
        if len(self._chats) > MANY_CHATS:
            self._forget()
        if chat not in self._chats:
            self._chats[chat] = _Line(self._pace.private if chat > 0 else self._pace.group)
        return self._chats[chat]

    def _forget(self) -> None:
        now = self._clock()
        self._chats = {chat: line for chat, line in self._chats.items() if line.booked > now}
        self._halted = {chat: until for chat, until in self._halted.items() if until > now}
