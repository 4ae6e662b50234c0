"""The HTTP side: one address for each method, one for each file."""

from __future__ import annotations

import asyncio
import inspect
import json
import re
from typing import Any, Protocol

from tornado import web

from bot.telegram.server.errors import ApiError, DroppedError, not_found, unauthorized
from bot.telegram.server.faults import Fault
from bot.telegram.server.methods import METHODS, Method
from bot.telegram.server.requests import read_request
from bot.telegram.server.shapes import Upload
from bot.telegram.server.world import Stored

TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")


class Served(Protocol):
    """What the handlers need of the server."""

    token: str

    def strike(self, method: str, *, after: bool) -> Fault | None:
        """The fault that strikes this request now, if any."""

    def execute(self, method: Method, given: dict[str, Any], files: dict[str, Upload]) -> Any:
        """Do what a method does. Raises ApiError."""

    def finished(self, method: str, given: dict[str, Any], error: ApiError | None) -> None:
        """A request has been answered."""

    def stored(self, path: str) -> Stored | None:
        """A file by its path."""


class MethodHandler(web.RequestHandler):
    """`/bot<token>/<method>`."""

    SUPPORTED_METHODS = ("GET", "POST")
    served: Served
    running: asyncio.Task[Any] | None = None

    def initialize(self, served: Served) -> None:
        """What tornado hands over for each request."""
        self.served = served

    async def get(self, token: str, name: str) -> None:
        """Telegram takes GET and POST alike."""
        await self.post(token, name)

    async def post(self, token: str, name: str) -> None:
        """Run the method, with the faults that were ordered."""
        given: dict[str, Any] = {}
        error = None
        try:
            method = self._method(token, name)
            given, files = read_request(self.request)
            result = await self._run(method, given, files)
            body, status = {"ok": True, "result": result}, 200
        except DroppedError as dropped:
            self.served.finished(name, given, dropped)
            return
        except ApiError as refusal:
            error = refusal
            body, status = refusal.body(), refusal.code
        self.served.finished(name, given, error)
        self.set_status(status)
        self.set_header("Content-Type", "application/json")
        self.finish(json.dumps(body, ensure_ascii=False))

    def _method(self, token: str, name: str) -> Method:
        if not TOKEN.fullmatch(token):
            raise not_found()
        if token != self.served.token:
            raise unauthorized()
        method = METHODS.get(name.lower())
        if method is None:
            raise not_found("method not found")
        return method

    async def _run(self, method: Method, given: dict[str, Any], files: dict[str, Upload]) -> Any:
        await self._suffer(self.served.strike(method.name, after=False))
        result = self.served.execute(method, given, files)
        if inspect.isawaitable(result):
            self.running = asyncio.ensure_future(_awaited(result))
            try:
                result = await self.running
            except asyncio.CancelledError:
                raise DroppedError from None
        await self._suffer(self.served.strike(method.name, after=True))
        return result

    async def _suffer(self, fault: Fault | None) -> None:
        if fault is None:
            return
        if fault.kind == "late":
            await asyncio.sleep(fault.seconds)
        elif fault.error is not None:
            raise fault.error
        elif fault.kind == "garbage":
            self.finish("<html>502 Bad Gateway</html>")
            raise DroppedError
        else:
            self.detach().close()
            raise DroppedError

    def on_connection_close(self) -> None:
        """The bot has hung up: nobody waits for updates any more."""
        if self.running is not None:
            self.running.cancel()


class FileHandler(web.RequestHandler):
    """`/file/bot<token>/<path>`."""

    served: Served

    def initialize(self, served: Served) -> None:
        """What tornado hands over for each request."""
        self.served = served

    def get(self, token: str, path: str) -> None:
        """The content of a file."""
        stored = self.served.stored(path) if token == self.served.token else None
        if stored is None:
            self.set_status(404)
            self.finish(json.dumps(not_found().body()))
            return
        self.set_header("Content-Type", "application/octet-stream")
        self.finish(stored.content)


async def _awaited(result: Any) -> Any:
    return await result


def application(served: Served) -> web.Application:
    """The tornado application."""
    return web.Application(
        [
            (r"/bot([^/]+)/([A-Za-z0-9_]+)", MethodHandler, {"served": served}),
            (r"/file/bot([^/]+)/(.+)", FileHandler, {"served": served}),
        ],
        log_function=lambda _: None,
    )
