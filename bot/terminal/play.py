"""A chat with the real bot on a local Bot API server, played by whoever types."""

from __future__ import annotations

import asyncio
import re
import tempfile
from collections.abc import Callable
from contextlib import AsyncExitStack
from datetime import datetime
from pathlib import Path
from typing import Self
from urllib.parse import parse_qs, urlsplit

from pydantic import SecretStr

from bot.app import build_application, chats_of, serve
from bot.asking import Claimbot
from bot.config import Settings
from bot.telegram.pacing import UNPACED
from bot.telegram.server import Chat, LocalBotApi, Message, User

LONGEST_ANSWER = 120.0  # seconds
PEOPLE = ("Ann", "Ben")
TITLE = "Newsroom"

_REPLY = re.compile(r">\s*(\d+)\s+(.*)", re.DOTALL)


class Play:
    """Whoever types, the bot, and the chat they are in."""

    def __init__(
        self, claimbot: Claimbot, settings: Settings, *, language: str, group: bool, clock: Callable[[], datetime]
    ) -> None:
        self._claimbot = claimbot
        self._settings = settings
        self._clock = clock
        self._stop = asyncio.Event()
        self._open = AsyncExitStack()
        self.server = LocalBotApi()
        self.people = [self.server.user(name, language) for name in (PEOPLE if group else PEOPLE[:1])]
        self.in_group = group
        self.chat: Chat = self.server.world.private(self.people[0])
        self.buttons: list[tuple[Message, int]] = []  # those shown last, in the order of their numbers

    async def __aenter__(self) -> Self:
        await self._open.enter_async_context(self.server)
        folder = self._open.enter_context(tempfile.TemporaryDirectory(prefix="claimbot-"))
        settings = self._settings.model_copy(deep=True)
        settings.telegram = settings.telegram.model_copy(
            update={
                "token": SecretStr(self.server.token),
                "base_url": self.server.base_url,
                "base_file_url": self.server.base_file_url,
                "mode": "polling",
            }
        )
        settings.storage.directory, settings.storage.chats_url = Path(folder), None
        chats = self._open.enter_context(chats_of(settings, self._clock))
        application = build_application(settings, self._claimbot, chats, UNPACED, self._clock)
        started = asyncio.Event()
        self._bot = asyncio.create_task(serve(application, settings, self._stop, lambda _: started.set()))
        await started.wait()
        if self.in_group:
            self.chat = self.server.group(TITLE, *self.people, supergroup=True)
        return self

    async def __aexit__(self, *error: object) -> None:
        self._stop.set()
        await self._bot
        await self._open.aclose()

    async def play(self, line: str) -> str | None:
        """Do what a line says and wait for what the bot makes of it; what is to be told besides the messages."""
        told = None
        if line.isdecimal() and 0 < int(line) <= len(self.buttons):
            told = await self._press(*self.buttons[int(line) - 1])
        else:
            self._say(line)
        await self.server.settled(seconds=LONGEST_ANSWER)
        return told

    def _say(self, line: str) -> None:
        person, text = self._speaker(line)
        replied = None
        if match := _REPLY.fullmatch(text):
            replied, text = self.chat.messages.get(int(match[1])), match[2]
        self.server.say(person, self.chat, text, reply_to=replied)

    def _speaker(self, line: str) -> tuple[User, str]:
        """Who says it: the one named before a colon, else the first."""
        for person in self.people[1:]:
            if line.casefold().startswith(f"{person.first_name.casefold()}:"):
                return person, line.partition(":")[2].strip()
        return self.people[0], line

    async def _press(self, message: Message, place: int) -> str | None:
        """Press a button; what it tells or copies, or the address that it opens."""
        pressed = self.server.press(self.people[0], message, place)
        if url := pressed.button.get("url"):
            return self._follow(url)
        if copied := pressed.button.get("copy_text"):
            return str(copied["text"])
        await pressed.wait(LONGEST_ANSWER)
        return pressed.alert

    def _follow(self, url: str) -> str | None:
        """Open a link: into the private chat with the bot it is played here."""
        address = urlsplit(url)
        if address.netloc != "t.me" or address.path != f"/{self.server.bot.username}":
            return url
        argument = parse_qs(address.query).get("start", [""])[0]
        self.server.tell(self.people[0], f"/start {argument}".strip())
        return None

    def chats(self) -> list[Chat]:
        """The chats that are shown: the one played, and the private one of whoever types."""
        private = self.server.world.private(self.people[0])
        return [self.chat] if self.chat is private else [self.chat, private]
