"""Takes updates in: each is handled once, those of one chat in order, and confirmed only when it has been handled.

Telegram forgets an update as soon as it is confirmed: by a higher offset in getUpdates, or by the answer 200 to its
webhook request. python-telegram-bot's Updater confirms when an update is in its queue, so what waits there is lost in a
crash. Here confirmation waits until the update has been handled and its id is remembered. After a crash in between the
same update comes again: a question is then answered twice, once; a setting is set again to what it was set to.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from contextvars import ContextVar
from typing import Any, Protocol

from telegram import Bot, Update

log = logging.getLogger(__name__)


_left: ContextVar[list[Callable[[], object]] | None] = ContextVar("left", default=None)


def at_last(work: Callable[[], object]) -> bool:
    """Leave some work with the memory of updates to when this one is remembered; False where none is being handled."""
    left = _left.get()
    if left is not None:
        left.append(work)
    return left is not None


class Memory(Protocol):
    """Remembers which updates have been handled, over restarts."""

    async def seen(self, update: int, /) -> bool:
        """Whether this update has been handled before."""

    async def handled(self, update: int, last: Sequence[Callable[[], object]], /) -> object:
        """Remember that this update has been handled, and do with it what was left to the last: both or none."""


class Intake:
    """Hands updates on, and knows which are still in hand."""

    def __init__(self, bot: Bot, handle: Callable[[Update], Awaitable[None]], memory: Memory) -> None:
        self._bot = bot
        self._handle = handle
        self._memory = memory
        self._in_hand: dict[int, asyncio.Task[None]] = {}
        self._behind: dict[int, asyncio.Task[None]] = {}  # handled, but not confirmed: one before is still in hand
        self._put = asyncio.Event()  # one has been handled
        self._last_of: dict[int, asyncio.Task[None]] = {}  # by chat: what the next update of that chat waits for

    def take(self, raw: dict[str, Any]) -> asyncio.Task[None]:
        """Begin to handle an update as Telegram sent it. When the task is done, the update may be confirmed."""
        number = int(raw["update_id"])
        known = self._in_hand.get(number) or self._behind.get(number)
        if known is not None:
            return known
        update = self._read(raw)
        place = _place(update)
        task = asyncio.create_task(self._one(number, update, self._last_of.get(place)), name=f"update {number}")
        self._in_hand[number] = self._last_of[place] = task
        task.add_done_callback(lambda _: self._put_down(number, place, task))
        return task

    def lowest(self) -> int | None:
        """The first update that may not be confirmed yet; None where nothing is in hand."""
        return min(self._in_hand, default=None)

    def __len__(self) -> int:
        return len(self._in_hand)

    async def settle(self, seconds: float | None = None, left: int = 0) -> None:
        """Wait until no more than `left` are in hand, or so long."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while len(self._in_hand) > left:
                    self._put.clear()
                    await self._put.wait()

    def _read(self, raw: dict[str, Any]) -> Update | None:
        """The update; None where it cannot be read: it never will be, so it is confirmed like any other."""
        try:
            return Update.de_json(raw, self._bot)
        except Exception as error:  # its message could hold a text
            log.error("update %s cannot be read and is left out: %s", raw["update_id"], type(error).__name__)
            return None

    async def _one(self, number: int, update: Update | None, before: asyncio.Task[None] | None) -> None:
        if before is not None:
            await asyncio.wait([before])
        try:
            if update is not None and not await self._seen(number):
                left: list[Callable[[], object]] = []
                _left.set(left)
                await self._handle(update)
                await self._memory.handled(number, left)
        except Exception:
            log.exception("update %s was not handled", number)

    async def _seen(self, number: int) -> bool:
        """Whether it was handled before. Where memory fails it is handled, so that whoever asked is told of trouble."""
        try:
            return await self._memory.seen(number)
        except Exception:
            log.exception("no telling whether update %s was handled before", number)
            return False

    def _put_down(self, number: int, place: int, task: asyncio.Task[None]) -> None:
        del self._in_hand[number]
        self._put.set()
        lowest = self.lowest()
        if lowest is None:
            self._behind = {}
        elif number > lowest:
            self._behind[number] = task
        else:
            self._behind = {one: handled for one, handled in self._behind.items() if one > lowest}
        if self._last_of.get(place) is task:
            del self._last_of[place]


def _place(update: Update | None) -> int:
    """Where an update happens: updates of one place are handled one after the other."""
    where = update and (update.effective_chat or update.effective_user)
    return where.id if where else 0
