"""A Bot API server on this machine: as strict as Telegram's, with a world of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from bot.telegram.server.clock import Clock
from bot.telegram.server.errors import ApiError, malformed, unauthorized
from bot.telegram.server.faults import Fault, Faults
from bot.telegram.server.gathering import Gathering
from bot.telegram.server.http import application
from bot.telegram.server.limits import Pace
from bot.telegram.server.methods import Call, Method
from bot.telegram.server.methods.files import path_of
from bot.telegram.server.pressing import Pressing
from bot.telegram.server.profile import Profile
from bot.telegram.server.shapes import Upload
from bot.telegram.server.transcript import transcript
from bot.telegram.server.webhook import Delivery
from bot.telegram.server.world import Chat, Json, Stored, User

Judge = Callable[[str, dict[str, Any]], str | None]
MAX_BODY = 60 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Request:
    """One request of the bot's and how it ended."""

    method: str
    parameters: Json
    error: ApiError | None


class LocalBotApi(Gathering, Pressing):
    """The server. `judge` looks at each request first and says in words what is wrong with it, or None."""

    def __init__(
        self, clock: Clock | None = None, *, judge: Judge | None = None, bot_name: str = "claimbot", **names: str
    ) -> None:
        super().__init__(clock, bot_name=bot_name, **names)
        self.token = f"{self.bot.id}:AAEhBOweik9ai2lMCmKJNJ6ZvZQnLocalOnly"
        self.judge = judge
        self.judging = True  # False: no judge and no record of requests, for measurements
        self.faults = Faults(self.world.chance)
        self.receiving.polled = self.pulse
        self.receiving.repeats = self.faults.repeat_now
        self.pace = Pace(self.clock)
        self.profile = Profile()
        self.delivery = Delivery(self.receiving, self.clock)
        self.requests: list[Request] = []
        self.refused: list[str] = []  # requests that no state of the world would have made right
        self._server: HTTPServer | None = None
        self._delivering: asyncio.Task[None] | None = None
        self.port = 0

    async def start(self, port: int = 0) -> None:
        """Listen on this machine only; port 0 takes a free one."""
        sockets = bind_sockets(port, "127.0.0.1")
        self.port = sockets[0].getsockname()[1]
        self._server = HTTPServer(application(self), max_buffer_size=MAX_BODY, max_body_size=MAX_BODY)
        self._server.add_sockets(sockets)
        self._delivering = asyncio.create_task(self.delivery.run())

    async def stop(self) -> None:
        """Close all connections."""
        if self._delivering is not None:
            self._delivering.cancel()
            await asyncio.gather(self._delivering, return_exceptions=True)
        if self._server is not None:
            self._server.stop()
            await self._server.close_all_connections()

    async def __aenter__(self) -> LocalBotApi:
        await self.start()
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.stop()

    def inject(self, update: Json) -> int:
        """Send the bot an update that a test has made up; its id is given here and returned."""
        return self.receiving.updates.queue(update)

    @property
    def base_url(self) -> str:
        """What python-telegram-bot takes as `base_url`."""
        return f"http://127.0.0.1:{self.port}/bot"

    @property
    def base_file_url(self) -> str:
        """What python-telegram-bot takes as `base_file_url`."""
        return f"http://127.0.0.1:{self.port}/file/bot"

    def transcript(self, chat: Chat | User) -> str:
        """A chat as one reads it."""
        return transcript(self.world.private(chat) if isinstance(chat, User) else chat)

    def commands(self, user: User, chat: Chat | None = None) -> list[Json]:
        """The commands that a user is offered in a chat (None: with the bot in private)."""
        return self.profile.offered(chat or self.world.private(user), user)

    def calls(self, method: str) -> list[Json]:
        """The parameters of each request of a method."""
        return [one.parameters for one in self.requests if one.method.lower() == method.lower()]

    def strike(self, method: str, *, after: bool) -> Fault | None:
        """The fault that strikes this request now, if any."""
        return self.faults.strike(method, after=after)

    def execute(self, method: Method, given: dict[str, Any], files: dict[str, Upload]) -> Any:
        """Judge a request and do it. Raises ApiError."""
        if self.receiving.logged_out:
            raise unauthorized()
        if self.judging and self.judge is not None:
            fault = self.judge(method.name, given | files)
            if fault is not None:
                raise malformed(f"refused by the judge: {fault}")
        own = {name: file for name, file in files.items() if name in method.parameters.model_fields}
        stray = [name for name in files if name not in own and f"attach://{name}" not in str(given)]
        if stray:
            raise malformed(f'unknown field "{stray[0]}"')
        checked = method.parameters.of(given | own)
        return method.run(Call(self.world, self.queries, self.receiving, self.profile, self.pace, files), checked)

    def finished(self, method: str, given: dict[str, Any], error: ApiError | None) -> None:
        """Write down how a request ended and wake those who wait for the bot."""
        if self.judging and (error is not None or method.lower() != "getupdates"):
            self.requests.append(Request(method, given, error))
            if error is not None and error.malformed:
                self.refused.append(f"{method}: {error.description}: {given}")
        self.pulse()

    def stored(self, path: str) -> Stored | None:
        """A file by its path."""
        return next((file for file in self.world.files.values() if path_of(file) == path), None)
