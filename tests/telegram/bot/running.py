"""The real application on a local Bot API server, with the claims that ship."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import AsyncMock, patch

from bot.app import App, build_application, chats_of, serve
from bot.asking import Claimbot
from bot.chats.chats import Chats
from bot.config import Settings, StorageSettings, TelegramSettings
from bot.conversation.service import Conversation
from bot.telegram.edge import Edge
from bot.telegram.pacing import UNPACED, Pace
from bot.telegram.server import LocalBotApi, Message, Press, User


@dataclass(slots=True)
class Running:
    """A bot that runs."""

    settings: Settings
    application: App
    chats: Chats
    stopping: asyncio.Event
    serving: asyncio.Task[None]

    @property
    def edge(self) -> Edge:
        edge: Edge = self.application.bot_data["edge"]
        return edge

    def say(self, message: str, language: str = "en", **arguments: Any) -> str:
        """One of the bot's texts."""
        return self.edge.conversation.desk.texts(language).say(message, **arguments)

    async def stop(self) -> None:
        self.stopping.set()
        await self.serving

    async def died(self) -> BaseException | None:
        """Wait until it ends by itself; what it ended with."""
        await asyncio.wait([self.serving])
        error = self.serving.exception()
        self.serving = asyncio.create_task(asyncio.sleep(0))
        return error

    async def crash(self) -> None:
        """End without finishing anything."""
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            if task.get_name().startswith("update "):
                task.cancel()
        self.serving.cancel()
        await asyncio.wait([self.serving])
        self.serving = asyncio.create_task(asyncio.sleep(0))


def settings_for(server: LocalBotApi, directory: Path, telegram: dict[str, Any], **sections: Any) -> Settings:
    """Settings of a bot that talks to this server."""
    reached = {"token": server.token, "base_url": server.base_url, "base_file_url": server.base_file_url}
    return Settings(
        telegram=TelegramSettings(**reached | telegram), storage=StorageSettings(directory=directory), **sections
    )


@asynccontextmanager
async def running(
    server: LocalBotApi,
    claimbot: Claimbot,
    directory: Path,
    *,
    pace: Pace = UNPACED,
    telegram: dict[str, Any] | None = None,
    warm: bool = False,
    **sections: Any,
) -> AsyncIterator[Running]:
    """The bot, from the moment that it listens until it has stopped; what it makes beforehand for readers, if `warm`.

    That is most of a start, and made when it is wanted otherwise.
    """
    settings = settings_for(server, directory, telegram or {}, **sections)
    cold = nullcontext() if warm else patch.object(Conversation, "warm", AsyncMock())
    with cold, chats_of(settings, server.clock.today) as chats:
        application = build_application(settings, claimbot, chats, pace, server.clock.today)
        stopping, started = asyncio.Event(), asyncio.Event()
        serving = asyncio.create_task(serve(application, settings, stopping, lambda _: started.set()))
        await asyncio.wait([serving, asyncio.create_task(started.wait())], return_when=asyncio.FIRST_COMPLETED)
        bot = Running(settings, application, chats, stopping, serving)
        try:
            yield bot
        finally:
            await bot.stop()


async def asked(server: LocalBotApi, user: User, text: str) -> Message:
    """What the bot answers to a text in private."""
    return await server.answer(server.tell(user, text))


async def pressed(server: LocalBotApi, user: User, message: Message, label: str) -> Press:
    """Press the button whose label begins so, and wait until the bot has done what it does."""
    full = next(one for one in message.labels if one.startswith(label))
    press = await server.pressed(user, message, full)
    await server.settled()
    return press
