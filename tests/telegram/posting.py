"""A courier at work on a local Bot API server, with claims of the test's own."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from sqlalchemy import select
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.chats.chats import Chats
from bot.chats.tables import deliveries
from bot.conversation.reply import Reply
from bot.digests.delivery.leader import Leader
from bot.digests.delivery.outbox import Outbox, Outgoing
from bot.digests.model import DeliveryState
from bot.telegram.delivery import Callbacks, Courier
from bot.telegram.pacing import UNPACED, Pace, Pacer
from bot.telegram.server import Chat, LocalBotApi, User
from bot.telegram.transport import Transport
from tests.chats.conftest import Clock
from tests.digests.desk import Desk


def plainly(outgoing: Outgoing) -> Reply:
    """What is sent where the test does not care."""
    return Reply(outgoing.content.summary if outgoing.content else ())


@dataclass
class Post:
    """A courier, what it delivers, and what it was heard to say."""

    server: LocalBotApi
    desk: Desk
    bot: Bot
    pacer: Pacer
    leader: Leader
    refused: list[tuple[int, str]] = field(default_factory=list)
    dress: Callable[[Outgoing], Reply] = plainly

    def courier(self) -> Courier:
        """One that leads as soon as nobody else does."""
        outbox = Outbox(self.desk.database, self.desk.clock, self.leader.writing)
        callbacks = Callbacks(self._dress, self._unreachable, self.desk.chats.migrate_chat)
        return Courier(self.bot, self.pacer, outbox, self.leader, callbacks)

    def _dress(self, outgoing: Outgoing) -> Reply:
        return self.dress(outgoing)

    def _unreachable(self, chat: int, refusal: str) -> None:
        self.refused.append((chat, refusal))
        self.desk.digests.unreachable(chat)

    def someone(self, name: str = "Ann") -> User:
        """Somebody who has started the bot and subscribed."""
        user = self.server.user(name)
        self.server.press_start(user)
        self.desk.subscribe(user.id)
        return user

    def news(self, *claims: str) -> None:
        """Something is new, and a day passes."""
        self.desk.claims.load(*claims or ("second",))
        self.desk.tick(days=1)

    def later(self, **by: float) -> None:
        self.desk.clock.forward(**by)

    def ended(self) -> dict[int, tuple[str, str | None]]:
        """By chat, the state of its newest delivery, and why."""
        with self.desk.database.reading() as connection:
            found = connection.execute(select(deliveries).order_by(deliveries.c.id))
            return {row.chat_id: (row.state, row.reason) for row in found}

    async def until(self, true: Callable[[], object], seconds: float = 10) -> None:
        """Wait until something holds."""
        async with asyncio.timeout(seconds):
            while not true():
                await asyncio.sleep(0.01)

    async def settled(self) -> None:
        """Wait until nothing waits that may be sent now, and nothing is being sent."""
        await self.until(lambda: not self.desk.outbox.due(1) and not self.desk.outbox.counts()[DeliveryState.SENDING])

    def said(self, place: Chat | User) -> list[str]:
        return self.server.said(place)


@asynccontextmanager
async def post_office(
    server: LocalBotApi, chats: Chats, clock: Clock, *, pace: Pace = UNPACED, read_timeout: float = 5
) -> AsyncIterator[Post]:
    """All but a courier."""
    limits = {"read_timeout": read_timeout, "write_timeout": 0.0, "connect_timeout": 0.5, "pool_timeout": 0.0}
    request = HTTPXRequest(**limits, httpx_kwargs={"transport": Transport()})
    bot = Bot(server.token, server.base_url, server.base_file_url, request=request)
    async with bot:
        yield Post(server, Desk(chats, clock), bot, Pacer(pace), Leader(chats.database))


@asynccontextmanager
async def delivering(post: Post) -> AsyncIterator[Courier]:
    """A courier that delivers meanwhile."""
    stop, courier = asyncio.Event(), post.courier()
    running = asyncio.create_task(courier.run(stop))
    try:
        yield courier
    finally:
        stop.set()
        await running
