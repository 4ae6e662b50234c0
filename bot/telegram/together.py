"""Does work with the private database on the event loop, which it never holds up.

The work that an update makes is one transaction, whatever it consists of: it is there whole before anybody is told, or
not at all. So where another program holds the database, it is undone at once and done again when the database is free;
other chats are answered meanwhile, as far as they need not write either. What waits for its turn does so in its own
update's task, so that the updates of one chat stay in order.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import TypeVar

from bot.chats.connection import LOCK_TIMEOUT_SECONDS, Database
from bot.chats.trouble import ChatsError, Trouble

T = TypeVar("T")

FIRST_PAUSE, LONGEST_PAUSE = 0.005, 0.1  # seconds between two looks whether the database is free


class Together:
    """See the module's description. `undone` is told when work was undone, for what was kept of it in memory."""

    def __init__(
        self, database: Database, undone: Callable[[], object], patience: float = LOCK_TIMEOUT_SECONDS
    ) -> None:
        self._database = database
        self._undone = undone
        self._patience = patience

    async def do(self, work: Callable[[], T]) -> T:
        """What the work gives. It may be begun several times, so it changes nothing but the database until its end.

        Raises what it raises, ChatsError where another program holds the database for too long.
        """
        until = time.monotonic() + self._patience
        while True:
            try:
                with self._database.together():
                    return work()
            except ChatsError as error:
                self._undone()
                if error.trouble is not Trouble.LOCKED or not await self._free(until):
                    raise
            except BaseException:
                self._undone()
                raise

    async def _free(self, until: float) -> bool:
        """Wait until the database is free; False where that takes too long."""
        pause = FIRST_PAUSE
        while (left := until - time.monotonic()) > 0:
            await asyncio.sleep(min(pause, left))
            if self._database.is_free():
                return True
            pause = min(2 * pause, LONGEST_PAUSE)
        return False
