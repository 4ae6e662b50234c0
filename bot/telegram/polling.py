"""Long polling that confirms an update only when it has been handled."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from typing import Any

from telegram import Bot
from telegram.error import Conflict, EndPointNotFound, InvalidToken, RetryAfter, TelegramError, TimedOut

from bot.conversation.watch import UNWATCHED, Watch
from bot.telegram.send import seconds_of
from bot.telegram.updates import Intake

log = logging.getLogger(__name__)

# Bot.get_updates reads all updates or none: one that the library cannot read would hold up the others for ever. So they
# are fetched as they are, under a name that the library does not take for its own; Telegram's are case-insensitive.
METHOD = "GetUpdates"
LONG = 25  # seconds that Telegram may wait for an update before it answers that there is none
PATIENCE = 1.0  # seconds: how long those in hand, more than half of them, may keep the next request back
LONGEST_PAUSE = 30.0


class SecondInstanceError(Exception):
    """Another program fetches the updates of this bot."""


class Polling:
    """Fetches updates and hands them to an intake until it is told to stop."""

    def __init__(
        self, bot: Bot, intake: Intake, allowed: Sequence[str], long: int = LONG, watch: Watch = UNWATCHED
    ) -> None:
        self._bot = bot
        self._intake = intake
        self._allowed = list(allowed)
        self._long = long
        self._watch = watch
        self._next = 0  # the lowest id that has not been received

    async def run(self, stop: asyncio.Event) -> None:
        """Fetch until `stop` is set; then what was received is handled and confirmed."""
        await self._bot.delete_webhook()
        stopping = asyncio.create_task(stop.wait())
        try:
            while not stop.is_set():
                await self._round(stopping)
        finally:
            stopping.cancel()
        await self._intake.settle()
        await self._confirm()

    async def _round(self, stopping: asyncio.Task[Any]) -> None:
        fetching = asyncio.create_task(self._fetch_patiently())
        await asyncio.wait([fetching, stopping], return_when=asyncio.FIRST_COMPLETED)
        if not fetching.done():
            fetching.cancel()
            return
        for raw in fetching.result():
            self._next = max(self._next, int(raw["update_id"]) + 1)
            self._intake.take(raw)
        await self._intake.settle(PATIENCE, left=len(self._intake) // 2)

    async def _fetch_patiently(self) -> list[dict[str, Any]]:
        """The updates there are; after trouble on the way none, and a pause that grows while the trouble lasts."""
        pause = 0.5
        while True:
            try:
                return await self._fetch(0 if self._intake.lowest() else self._long)
            except Conflict as error:
                raise SecondInstanceError(str(error)) from error
            except EndPointNotFound as error:  # what the library makes of a token that was revoked
                raise InvalidToken(str(error)) from error
            except InvalidToken:
                raise
            except RetryAfter as error:
                await asyncio.sleep(seconds_of(error))
            except TimedOut:
                continue
            except TelegramError as error:
                log.warning("updates cannot be fetched, next try in %s s: %s", pause, error)
                await asyncio.sleep(pause)
                pause = min(2 * pause, LONGEST_PAUSE)

    async def _fetch(self, seconds: int, limit: int = 100) -> list[dict[str, Any]]:
        """Updates from the first that is not handled; asking for it confirms all before. Those in hand come again."""
        lowest = self._intake.lowest()
        known = {"offset": self._next if lowest is None else min(lowest, self._next)}
        asked = {**known, "limit": limit, "timeout": seconds, "allowed_updates": self._allowed}
        found: Any = await self._bot.do_api_request(METHOD, api_kwargs=asked, read_timeout=seconds + 10)
        self._watch.fetched()
        return list(found)

    async def _confirm(self) -> None:
        try:
            await self._fetch(0, limit=1)
        except TelegramError as error:
            log.warning("the last updates are handled, but not confirmed: %s", error)
