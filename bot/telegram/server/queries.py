"""Questions that wait for the bot's answer: presses of buttons and inline queries, and the cache of the latter."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

from bot.telegram.server.errors import QUERY_TOO_OLD, bad_request
from bot.telegram.server.world import Json, Message, User, World

CALLBACK_SECONDS = 60  # after this the press is "too old"
INLINE_SECONDS = 10


@dataclass(eq=False)
class Pending:
    """Something a user did that the bot is to answer once."""

    id: str
    user: User
    asked_at: float
    seconds: int
    answered: asyncio.Event = field(default_factory=asyncio.Event)
    answer: Json | None = None

    async def wait(self, timeout: float = 10) -> Any:
        """Wait for the bot's answer. Raises TimeoutError."""
        await asyncio.wait_for(self.answered.wait(), timeout)
        return self


@dataclass(eq=False)
class Press(Pending):
    """The press of a button: what it does at once, and what the bot answers."""

    button: Json = field(default_factory=dict)
    message: Message | None = None

    @property
    def alert(self) -> str | None:
        """The short word that the bot showed."""
        return (self.answer or {}).get("text")


@dataclass(eq=False)
class Inquiry(Pending):
    """An inline query: what was typed, and the results shown."""

    query: str = ""
    offset: str = ""
    cached: bool = False

    @property
    def results(self) -> list[Json]:
        """The results as the bot gave them."""
        return list((self.answer or {}).get("results", []))

    @property
    def titles(self) -> list[str]:
        """Their titles."""
        return [result.get("title", "") for result in self.results]

    @property
    def button(self) -> Json | None:
        """The button above the results."""
        return (self.answer or {}).get("button")

    @property
    def next_offset(self) -> str:
        """Where the next page begins; empty: there is none."""
        return str((self.answer or {}).get("next_offset") or "")


@dataclass(slots=True)
class Cached:
    """An answer that Telegram keeps for others who ask the same."""

    answer: Json
    until: float


class Queries:
    """All that waits for an answer."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.pending: dict[str, Pending] = {}
        self.cache: dict[tuple[int | None, str, str], Cached] = {}
        self.callback_seconds = CALLBACK_SECONDS
        self.inline_seconds = INLINE_SECONDS

    def new_id(self) -> str:
        """An identifier as Telegram gives them: a long number."""
        return str(self.world.chance.randrange(10**17, 10**18))

    def open_press(self, user: User, button: Json, message: Message) -> Press:
        """A button has been pressed."""
        press = Press(
            self.new_id(), user, self.world.clock.now(), self.callback_seconds, button=button, message=message
        )
        self.pending[press.id] = press
        return press

    def open_inquiry(self, user: User, query: str, offset: str) -> Inquiry:
        """An inline query has been typed."""
        inquiry = Inquiry(self.new_id(), user, self.world.clock.now(), self.inline_seconds, query=query, offset=offset)
        self.pending[inquiry.id] = inquiry
        return inquiry

    def close(self, query_id: str, answer: Json, kind: type[Pending]) -> Pending:
        """The bot answers. Raises ApiError where it has answered already, or too late."""
        waiting = self.pending.get(query_id)
        if not isinstance(waiting, kind) or self.world.clock.now() - waiting.asked_at > waiting.seconds:
            raise bad_request(QUERY_TOO_OLD)
        del self.pending[query_id]
        waiting.answer = answer
        waiting.answered.set()
        return waiting

    def remember(self, inquiry: Inquiry, answer: Json) -> None:
        """Keep an answer for as long as the bot allows: for all, or for this user only."""
        whose = inquiry.user.id if answer.get("is_personal") else None
        seconds = answer.get("cache_time")
        until = self.world.clock.now() + (300 if seconds is None else seconds)
        self.cache[whose, inquiry.query, inquiry.offset] = Cached(answer, until)

    def known(self, user: User, query: str, offset: str) -> Json | None:
        """An answer that has been kept and still holds."""
        for whose in (user.id, None):
            cached = self.cache.get((whose, query, offset))
            if cached is not None and self.world.clock.now() < cached.until:
                return cached.answer
        return None
