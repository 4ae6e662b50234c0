"""Delivers what is in the outbox: one request for each delivery, at a pace that leaves answers their turns.

A delivery has one of a few slots from the moment that it is written down as being sent until how it ended is written
down too. So whenever this stops, no more deliveries than there are slots are doubtful.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache

from telegram import Bot
from telegram.constants import ParseMode
from telegram.error import TelegramError

from bot.answers.blocks import Block
from bot.answers.html import to_html
from bot.chats.trouble import ChatsError
from bot.conversation.reply import Reply
from bot.conversation.watch import UNWATCHED, Watch
from bot.digests.delivery.leader import Leader, NotLeadingError
from bot.digests.delivery.outbox import Outbox, Outgoing, Result
from bot.digests.model import DeliveryState
from bot.telegram.pacing import Pacer
from bot.telegram.render import NO_PREVIEW, keyboard
from bot.telegram.verdicts import Outcome, Verdict, verdict

log = logging.getLogger(__name__)

IN_FLIGHT = 20  # slots: at 30 messages a second each request may take two thirds of one
WINDOW = 100  # deliveries looked at in advance
FRESH = 1.0  # seconds for which what was looked at counts, and between two looks at an empty outbox
DOWN = 5  # attempts in a row that failed on the way: from then on nothing is sent until Telegram answers again
PROBE = 5.0  # seconds between two questions whether it does

_STATES = {
    Outcome.AGAIN: DeliveryState.QUEUED,
    Outcome.MOVED: DeliveryState.QUEUED,
    Outcome.DOUBTFUL: DeliveryState.DOUBTFUL,
}


@dataclass(frozen=True, slots=True)
class Callbacks:
    """What delivery asks of the rest of the bot. `unreachable` and `migrated` are called off the event loop."""

    dress: Callable[[Outgoing], Reply]  # what to say
    unreachable: Callable[[int, str], object]  # a chat cannot be written to, in these words
    migrated: Callable[[int, int], object]  # a chat has another number now
    watch: Watch = UNWATCHED


@dataclass(frozen=True, slots=True)
class _Ended:
    result: Result
    found: Verdict | None = None
    said: str = ""


class Courier:
    """See the module's description."""

    def __init__(
        self,
        bot: Bot,
        pacer: Pacer,
        outbox: Outbox,
        leader: Leader,
        callbacks: Callbacks,
    ) -> None:
        self._bot = bot
        self._pacer = pacer
        self._outbox = outbox
        self._leader = leader
        self._callbacks = callbacks
        self._watch = callbacks.watch
        self._taken = 0  # slots
        self._ended: list[_Ended] = []  # not written down yet
        self._tasks: set[asyncio.Task[None]] = set()
        self._window: deque[Outgoing] = deque()
        self._looked = float("-inf")
        self._more = False  # than the window holds
        self._failures = 0
        self._nap = FRESH  # seconds, where there is nothing to do but for a request that ends
        self._changed = asyncio.Event()

    async def run(self, stop: asyncio.Event) -> None:
        """Deliver until `stop` is set, whenever no other program does; what is under way then is waited for."""
        stopping = asyncio.create_task(self._wake_at(stop))
        try:
            while not stop.is_set():
                try:
                    await self._lead(stop)
                except (ChatsError, NotLeadingError) as error:
                    log.warning("delivery is interrupted: %s", error or "another program may lead by now")
                except Exception:
                    log.exception("delivery is interrupted by an error inside")
                if not stop.is_set():
                    await self._wait(FRESH)
        finally:
            for task in (stopping, *self._tasks):
                task.cancel()

    async def _lead(self, stop: asyncio.Event) -> None:
        if self._ended:  # of when this program led before
            await self._write_down(self._outbox.finish)
        if stop.is_set() or not await asyncio.to_thread(self._leader.lead):
            return
        try:
            if doubtful := await asyncio.to_thread(self._outbox.recover):
                log.warning("%s deliveries were under way when delivery was cut off: they are doubtful", doubtful)
            self._looked = float("-inf")
            while not stop.is_set():
                await self._round()
        finally:
            if self._tasks:
                await asyncio.wait(self._tasks)
            if self._ended:
                await self._write_down(self._outbox.finish)
            self._leader.resign()

    async def _round(self) -> None:
        chosen = await self._choose()
        if not chosen and not self._ended:
            await self._wait(self._nap)
            return
        marked: list[Outgoing] = []

        def exchange(results: list[Result]) -> None:
            marked.extend(self._outbox.exchange(results, chosen))

        await self._write_down(exchange)
        self._taken += len(marked)
        for each in marked:
            task = asyncio.create_task(self._deliver(each), name=f"delivery {each.id}")
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _choose(self) -> list[Outgoing]:
        """What to send now: as much as there are slots and turns for."""
        if self._failures >= DOWN and not await self._telegram_answers():
            self._nap = PROBE
            return []
        slots = IN_FLIGHT - self._taken + len(self._ended)
        self._nap = self._pacer.spare_in() if slots > 0 else FRESH
        if slots <= 0 or self._nap > 0:
            return []
        await self._look()
        chosen: list[Outgoing] = []
        while self._window and len(chosen) < slots and self._pacer.spare_in() <= 0:
            each = self._window.popleft()
            if self._pacer.book_spare(each.chat):
                chosen.append(each)
            else:
                await asyncio.to_thread(self._outbox.put_off, [each.id], self._pacer.wait_of(each.chat))
        return chosen

    async def _look(self) -> None:
        """Look into the outbox, where it is time to."""
        age = time.monotonic() - self._looked
        if age < FRESH and (self._window or not self._more):
            self._nap = FRESH - age
            return
        if not self._more and not await asyncio.to_thread(self._leader.holds):
            raise NotLeadingError
        self._looked = time.monotonic()
        self._window = deque(await asyncio.to_thread(self._outbox.due, WINDOW))
        self._more = len(self._window) == WINDOW
        self._nap = 0 if self._more else FRESH

    async def _write_down(self, record: Callable[[list[Result]], object]) -> None:
        ended, self._ended = self._ended, []
        try:
            await asyncio.to_thread(record, [each.result for each in ended])
        except BaseException:
            self._ended[:0] = ended
            raise
        self._taken -= len(ended)
        for each in ended:
            if each.found is not None:
                await asyncio.to_thread(self._follow, each.result, each.found, each.said)

    def _follow(self, result: Result, found: Verdict, said: str) -> None:
        """Do what follows for others. Where it fails, the next attempt ends the same way and it is done then."""
        chat = result.outgoing.chat
        try:
            if found.outcome is Outcome.UNREACHABLE:
                self._callbacks.unreachable(chat, said)
            elif found.outcome is Outcome.MOVED and found.chat is not None:
                self._callbacks.migrated(chat, found.chat)
            elif found.pause is not None:
                self._outbox.lost(result, found.pause)
        except ChatsError as error:
            log.warning("what follows from a delivery was not done: %s", error)

    async def _deliver(self, outgoing: Outgoing) -> None:
        self._watch.delivering(outgoing.id)
        ended = await self._attempt(outgoing)
        self._watch.delivered(ended.result.state)
        self._ended.append(ended)  # not in one line: the list is another by now
        self._changed.set()

    async def _attempt(self, outgoing: Outgoing) -> _Ended:
        try:
            reply = self._callbacks.dress(outgoing)
            html = _html(reply.blocks) if not reply.silent else None
        except Exception:
            log.exception("no telling what to deliver: delivery %s is given up", outgoing.id)
            return _Ended(Result(outgoing, DeliveryState.FAILED, "inside"))
        if html is None:
            return _Ended(Result(outgoing, DeliveryState.REPLACED, "unwanted"))
        try:
            message = await self._send(outgoing, html, reply)
        except Exception as error:
            return self._failed(outgoing, error)
        self._failures = 0
        if outgoing.pinned:
            task = asyncio.create_task(self._pin(outgoing.id, outgoing.chat, message))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return _Ended(Result(outgoing, DeliveryState.SENT, message=message))

    async def _send(self, outgoing: Outgoing, html: str, reply: Reply) -> int:
        message = await self._bot.send_message(
            outgoing.chat,
            html,
            parse_mode=ParseMode.HTML,
            link_preview_options=NO_PREVIEW,
            message_thread_id=outgoing.thread,
            disable_notification=outgoing.silent,
            reply_markup=keyboard(reply.buttons),
        )
        return message.message_id

    def _failed(self, outgoing: Outgoing, error: Exception) -> _Ended:
        found = verdict(error)
        on_the_way = found.outcome is Outcome.DOUBTFUL or (found.outcome is Outcome.AGAIN and found.seconds is None)
        self._failures = self._failures + 1 if on_the_way else 0
        seconds = found.seconds
        if seconds is not None:
            self._pacer.halt(outgoing.chat, seconds)
        if found.outcome is Outcome.MOVED:
            seconds = 0
        if found.outcome is Outcome.REFUSED:
            log.error("delivery %s was refused: %s", outgoing.id, error)
        state = _STATES.get(found.outcome, DeliveryState.FAILED)
        return _Ended(Result(outgoing, state, found.reason, seconds=seconds), found, str(error))

    async def _pin(self, delivery: int, chat: int, message: int) -> None:
        try:
            await self._bot.pin_chat_message(chat, message, disable_notification=True)
        except TelegramError as error:
            log.info("delivery %s could not be pinned: %s", delivery, error)

    async def _telegram_answers(self) -> bool:
        try:
            await self._bot.get_me()
        except TelegramError as error:
            log.warning("nothing is delivered, for Telegram does not answer: %s", error)
            return False
        self._failures = 0
        return True

    async def _wait(self, seconds: float) -> None:
        """Wait so long, or until a request has ended or this is to stop."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._changed.wait(), seconds)
        self._changed.clear()

    async def _wake_at(self, stop: asyncio.Event) -> None:
        await stop.wait()
        self._changed.set()


@lru_cache(maxsize=256)
def _html(blocks: tuple[Block, ...]) -> str:
    """The one message that shows the blocks; what is composed for a delivery leaves room for what stands around it."""
    first, *more = to_html(blocks)
    if more:
        log.error("a digest is longer than a message: only its beginning is sent")
    return first
