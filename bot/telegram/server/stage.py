"""What all actions of users share: the world, the bot's queue, and waiting for what the bot does."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from bot.telegram.server.clock import Clock
from bot.telegram.server.queries import Queries
from bot.telegram.server.receiving import Receiving
from bot.telegram.server.world import Chat, Message, User, World

SECONDS = 10.0


class Stage:
    """The world and the bot's way of hearing of it."""

    def __init__(self, clock: Clock | None = None, *, bot_name: str = "claimbot", username: str = "claims_bot") -> None:
        self.clock = clock or Clock()
        self.bot = User(8_100_200_300, bot_name, username=username, is_bot=True)
        self.world = World(self.clock, self.bot)
        self.queries = Queries(self.world)
        self.receiving = Receiving()
        self._pulse = asyncio.Event()  # replaced each time that the bot has done something

    @property
    def updates_waiting(self) -> int:
        """How many updates the bot has not confirmed."""
        return len(self.receiving.updates.waiting)

    def pulse(self) -> None:
        """Tell those who wait that the bot has done something."""
        pulse, self._pulse = self._pulse, asyncio.Event()
        pulse.set()

    async def until(self, true: Callable[[], bool], seconds: float = SECONDS) -> None:
        """Wait until something holds; it is looked at again after each request of the bot's. Raises TimeoutError."""
        async with asyncio.timeout(seconds):
            while not true():
                await self._pulse.wait()

    async def polled(self, seconds: float = SECONDS) -> None:
        """Wait until the bot waits for updates. Raises TimeoutError."""
        await self.until(lambda: self.receiving.poll is not None, seconds)

    async def answers(self, message: Message, count: int = 1, seconds: float = SECONDS) -> list[Message]:
        """The first messages that the bot sends to this chat after a message. Raises TimeoutError."""
        await self.until(lambda: len(self.sent_after(message)) >= count, seconds)
        return self.sent_after(message)[:count]

    async def answer(self, message: Message, seconds: float = SECONDS) -> Message:
        """The first message that the bot sends to this chat after a message. Raises TimeoutError."""
        return (await self.answers(message, 1, seconds))[0]

    async def changed(self, message: Message, seconds: float = SECONDS) -> Message:
        """A message after the bot's next edit of it. Raises TimeoutError."""
        version = message.version
        await self.until(lambda: message.version > version, seconds)
        return message

    async def settled(self, quiet: float = 0.1, seconds: float = SECONDS) -> None:
        """Wait until nothing waits for the bot and it has been still for a while: to see that it stays silent."""
        async with asyncio.timeout(seconds):
            while True:
                pulse = self._pulse
                try:
                    await asyncio.wait_for(pulse.wait(), quiet)
                except TimeoutError:
                    if not self.updates_waiting:
                        return

    def sent_after(self, message: Message) -> list[Message]:
        """What the bot has sent to this chat after a message."""
        log = message.chat.log
        begin = next(place for place, entry in enumerate(log) if entry.message is message)
        return [
            entry.message
            for entry in log[begin + 1 :]
            if entry.what == "sent" and entry.message is not None and self.is_bots(entry.message)
        ]

    def is_bots(self, message: Message) -> bool:
        """Whether the bot has sent a message."""
        return message.sender is self.bot or message.from_bot

    def said(self, chat: Chat | User) -> list[str]:
        """All that the bot has sent to a chat, as it stands now."""
        place = self.world.private(chat) if isinstance(chat, User) else chat
        return [one.shown for one in place.messages.values() if self.is_bots(one) and not one.deleted]
