"""Keeps count of what happens: fills in the hooks of the layers below."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Collection
from datetime import datetime

from telegram import Update

from bot.chats.asked import Tally
from bot.chats.chats import Chats
from bot.conversation.watch import Watch
from bot.operation.logs import handling
from bot.operation.metrics import Metrics
from bot.operation.readings import Beats
from bot.telegram.reporting import doing

Handle = Callable[[Update], Awaitable[None]]


class Observer(Watch):
    """See the module's description."""

    def __init__(self, chats: Chats, clock: Callable[[], datetime], *, polls: bool) -> None:
        self.metrics = Metrics()
        self.beats = Beats(polls)
        self._tally = Tally()
        self._chats = chats
        self._clock = clock

    def answered(self, chat: int, outcome: str, topics: Collection[str]) -> None:
        """Count an answer, for the operator's statistics too."""
        self.metrics.answers.labels(outcome).inc()
        self._tally.count(self._clock().date(), chat, outcome, topics)

    def limited(self) -> None:
        """Count what was one too many."""
        self.metrics.limited.inc()

    def called(self, outcome: str) -> None:
        """Count a call."""
        self.metrics.calls.labels(outcome).inc()

    def repeated(self, why: str) -> None:
        """Count a repetition."""
        self.metrics.repeats.labels(why).inc()

    def serving(self) -> None:
        """Note that updates are taken from now on."""
        self.beats.serving = True

    def fetched(self) -> None:
        """Note when Telegram told of updates."""
        self.beats.fetched = self.beats.clock()
        self.metrics.fetched.set_to_current_time()

    def failed(self, kind: str) -> None:
        """Count an error."""
        self.metrics.incidents.labels(kind).inc()

    def delivering(self, delivery: int) -> None:
        """Let what this task logs name the delivery."""
        handling.set(f"delivery {delivery}")

    def delivered(self, state: str) -> None:
        """Count an attempt."""
        self.metrics.deliveries.labels(state).inc()

    def watched(self, handle: Handle) -> Handle:
        """The same way to handle an update, with what it logs named after it, timed and counted."""

        async def watched(update: Update) -> None:
            handling.set(f"update {update.update_id}")
            self.beats.updated = self.beats.clock()
            self.metrics.updated.set_to_current_time()
            kind, begun = doing(update), time.perf_counter()
            with self.metrics.in_hand.track_inprogress():
                try:
                    await handle(update)
                finally:
                    self.metrics.updates.labels(kind).inc()
                    self.metrics.seconds.labels(kind).observe(time.perf_counter() - begun)

        return watched

    def every_minute(self, work: Callable[[], Awaitable[None]]) -> Callable[[], Awaitable[None]]:
        """The same work with what it logs named so, timed, and noted when it was done."""

        async def watched() -> None:
            handling.set("minute")
            with self.metrics.minutes.time():
                await work()
            self.beats.ticked = self.beats.clock()
            self.metrics.ticked.set_to_current_time()

        return watched

    async def keep(self) -> None:
        """Keep what was counted since the last time for the operator's statistics. Raises ChatsError."""
        counted = self._tally.taken()
        if not counted:
            return
        try:
            await asyncio.to_thread(self._chats.add_asked, counted)
        except BaseException:
            self._tally.give_back(counted)
            raise
