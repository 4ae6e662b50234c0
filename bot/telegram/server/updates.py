"""The updates that wait for the bot: which kinds it asked for, what it has confirmed, who waits for more."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Iterator
from typing import Any

from telegram.constants import UpdateType

from bot.telegram.server.world import Json

# Telegram leaves these out unless a bot names them.
NOT_BY_DEFAULT = frozenset({UpdateType.CHAT_MEMBER, UpdateType.MESSAGE_REACTION, UpdateType.MESSAGE_REACTION_COUNT})
KINDS = frozenset(str(kind) for kind in UpdateType)
DEFAULT = KINDS - {str(kind) for kind in NOT_BY_DEFAULT}


class Updates:
    """A queue that forgets an update when the bot asks for a later one."""

    def __init__(self) -> None:
        self.waiting: dict[int, Json] = {}
        self.allowed: frozenset[str] = frozenset(DEFAULT)
        self.asked_for: frozenset[str] = frozenset()
        self.next_id = 100_001
        self.fresh = asyncio.Event()  # replaced each time that something is queued

    def allow(self, kinds: list[str] | None) -> None:
        """Which kinds the bot wants from now on: none given, as before; an empty list, the usual ones."""
        if kinds is not None:
            self.asked_for = frozenset(kind for kind in kinds if kind in KINDS)
            self.allowed = self.asked_for or frozenset(DEFAULT)

    def put(self, kind: str, content: Json) -> int | None:
        """Queue an update and return its id, or None where the bot does not want its kind."""
        if kind not in self.allowed:
            return None
        return self.queue({kind: content})

    def queue(self, update: Json) -> int:
        """Queue an update, whatever it is, under the next id."""
        number = self.next_id
        self.next_id += 1
        self.waiting[number] = update | {"update_id": number}
        fresh, self.fresh = self.fresh, asyncio.Event()
        fresh.set()
        return number

    def confirm(self, offset: int) -> None:
        """Forget what is older than `offset`; a negative one keeps that many of the newest."""
        old = list(self.waiting)[:offset] if offset < 0 else self.older_than(offset)
        for number in old:
            del self.waiting[number]

    def older_than(self, offset: int) -> list[int]:
        """The ids of what waits and is older."""
        return list(itertools.takewhile(lambda number: number < offset, self.waiting))

    def newer_than(self, number: int) -> list[Json]:
        """What has been queued after that update."""
        newer = itertools.takewhile(lambda one: one > number, reversed(self.waiting))
        return [self.waiting[one] for one in reversed(list(newer))]

    def first(self, limit: int) -> list[Json]:
        """The oldest updates that wait."""
        return list(itertools.islice(self.waiting.values(), limit))


def lane_of(update: Json) -> Any:
    """Whose updates must come one after the other: the chat, else the user. A made-up update may have neither."""
    for content in update.values():
        for place in (content, *_values(content, "message")):
            for whose in (*_values(place, "chat"), *_values(place, "from")):
                return next(_values(whose, "id"), None)
    return None


def _values(content: Any, name: str) -> Iterator[Any]:
    if isinstance(content, dict) and name in content:
        yield content[name]
