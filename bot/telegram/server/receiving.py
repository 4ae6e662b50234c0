"""How the bot receives updates: one long poll at a time, or a webhook."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.telegram.server.errors import OTHER_POLLER, WEBHOOK_SET, ApiError, conflict
from bot.telegram.server.parameters import GetUpdates
from bot.telegram.server.updates import Updates
from bot.telegram.server.world import Json

MAX_TIMEOUT = 50


@dataclass(slots=True, eq=False)
class Webhook:
    """An address that updates are sent to."""

    url: str = ""
    secret: str | None = None
    certificate: bytes | None = None
    connections: int = 40
    address: str | None = None
    error_at: int | None = None
    error: str | None = None


@dataclass(slots=True, eq=False)
class Poll:
    """A getUpdates that waits."""

    ended: asyncio.Event = field(default_factory=asyncio.Event)
    error: ApiError | None = None

    def end(self, error: ApiError) -> None:
        """Make it answer with an error."""
        self.error = error
        self.ended.set()


class Receiving:
    """The bot's way of receiving, and what waits for it."""

    def __init__(self) -> None:
        self.updates = Updates()
        self.webhook = Webhook()
        self.poll: Poll | None = None
        self.logged_out = False
        self.repeats: Callable[[], bool] = lambda: False  # a fault: the same update once more
        self.polled: Callable[[], None] = lambda: None  # told when a long poll begins to wait
        self.changed = asyncio.Event()  # the webhook has been set or removed

    def interrupt(self, error: ApiError) -> None:
        """End a poll that waits."""
        if self.poll is not None:
            self.poll.end(error)
            self.poll = None

    async def get_updates(self, given: GetUpdates) -> list[Json]:
        """Confirm, then wait for what is new. Raises ApiError: 409 where somebody else receives too."""
        if self.webhook.url:
            raise conflict(WEBHOOK_SET)
        self.interrupt(conflict(OTHER_POLLER))
        self.updates.allow(given.allowed_updates)
        if not (self.updates.older_than(given.offset) and self.repeats()):
            self.updates.confirm(given.offset)
        limit = given.limit if 1 <= given.limit <= 100 else 100
        seconds = max(0, min(given.timeout, MAX_TIMEOUT))
        if not self.updates.waiting and seconds > 0:
            await self._wait(seconds)
        return self.updates.first(limit)

    async def _wait(self, seconds: float) -> None:
        """Until there is an update or the time is over. Raises ApiError where somebody else polls."""
        self.poll = poll = Poll()
        self.polled()
        tasks = {asyncio.ensure_future(self.updates.fresh.wait()), asyncio.ensure_future(poll.ended.wait())}
        try:
            await asyncio.wait(tasks, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()
            if self.poll is poll:
                self.poll = None
        if poll.error is not None:
            raise poll.error
