"""Answers /healthz and /metrics, on a port of their own that only the operator's machines should reach."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, HTTPError, RequestHandler

from bot.config import HealthSettings
from bot.operation.metrics import Metrics
from bot.operation.readings import Instruments, Readings

KEPT_SECONDS = 1.0  # for which what was read is told again: however many ask, the databases are asked once


class CannotListenError(Exception):
    """The port cannot be had; the message says why."""


class Reader:
    """Reads the instruments for whoever asks."""

    def __init__(self, instruments: Instruments, metrics: Metrics) -> None:
        self._instruments = instruments
        self._metrics = metrics
        self._reading = asyncio.Lock()
        self._read_at = float("-inf")

    async def readings(self) -> Readings:
        """How the program is now."""
        async with self._reading:
            now = self._metrics.now
            if now is None or time.monotonic() - self._read_at > KEPT_SECONDS:
                claims = self._instruments.claims()
                now = self._metrics.now = await asyncio.to_thread(self._instruments.read, claims)
                self._read_at = time.monotonic()
            return now

    async def page(self) -> bytes:
        """All numbers, as Prometheus reads them."""
        await self.readings()
        self._metrics.tasks.set(len(asyncio.all_tasks()))
        return await asyncio.to_thread(generate_latest, self._metrics.registry)


class _Page(RequestHandler):
    def initialize(self, reader: Reader) -> None:
        """Take what the application hands to each request."""
        self.reader = reader

    def set_default_headers(self) -> None:
        """Say nothing about the server."""
        self.clear_header("Server")
        self.set_header("Cache-Control", "no-store")

    def write_error(self, status_code: int, **_: object) -> None:
        """Say no more than the status."""
        self.finish(str(status_code))


class _Nothing(_Page):
    def prepare(self) -> None:
        """There is nothing here."""
        raise HTTPError(404)


class _Health(_Page):
    async def get(self) -> None:
        """200 where the program works, else 503; with every check by its name."""
        readings = await self.reader.readings()
        self.set_status(200 if readings.healthy else 503)
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.finish(json.dumps(as_json(readings), ensure_ascii=False) + "\n")


class _Metrics(_Page):
    async def get(self) -> None:
        """All numbers."""
        page = await self.reader.page()
        self.set_header("Content-Type", CONTENT_TYPE_LATEST)
        self.finish(page)


def as_json(readings: Readings) -> dict[str, Any]:
    """What /healthz says."""
    checks = {check.name: {"status": check.status, **check.facts} for check in readings.checks}
    return {"status": "ok" if readings.healthy else "failed", "version": readings.version, "checks": checks}


@asynccontextmanager
async def listening(settings: HealthSettings, reader: Reader) -> AsyncIterator[int | None]:
    """Answer meanwhile; gives the port, None where none is wanted. Raises CannotListenError."""
    if settings.port is None:
        yield None
        return
    given = {"reader": reader}
    application = Application(
        [("/healthz", _Health, given), ("/metrics", _Metrics, given)],
        default_handler_class=_Nothing,
        default_handler_args=given,
        log_function=lambda _: None,
    )
    server = HTTPServer(application, max_buffer_size=2**16, idle_connection_timeout=60)
    try:
        sockets = bind_sockets(settings.port, settings.listen)
    except OSError as error:
        raise CannotListenError(error.strerror or str(error)) from None
    server.add_sockets(sockets)
    try:
        yield sockets[0].getsockname()[1]
    finally:
        server.stop()
        await server.close_all_connections()
