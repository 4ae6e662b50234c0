"""Delivery to a webhook: each chat in order, several chats at once, again and again with longer waits."""

from __future__ import annotations

import asyncio
import json
import ssl
from collections import deque
from http.client import responses
from typing import Any

from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest
from tornado.simple_httpclient import HTTPStreamClosedError, HTTPTimeoutError

from bot.telegram.server.clock import Clock
from bot.telegram.server.receiving import Receiving, Webhook
from bot.telegram.server.updates import lane_of
from bot.telegram.server.world import Json

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  the name of a header
LONGEST_WAIT = 60


class Delivery:
    """Sends what waits to the webhook while one is set."""

    def __init__(self, receiving: Receiving, clock: Clock) -> None:
        self.receiving = receiving
        self.clock = clock
        self.first_wait = 1.0  # seconds before the second attempt; doubled each time
        self._client: AsyncHTTPClient | None = None

    async def run(self) -> None:
        """Deliver until cancelled, starting afresh when the webhook changes."""
        self._client = AsyncHTTPClient(force_instance=True, max_clients=100)
        task: asyncio.Task[None] | None = None
        try:
            while True:
                self.receiving.changed.clear()
                if self.receiving.webhook.url:
                    task = asyncio.create_task(self._deliver(self.receiving.webhook))
                await self.receiving.changed.wait()
                await _stop(task)
        finally:
            await _stop(task)
            self._client.close()

    async def _deliver(self, webhook: Webhook) -> None:
        lanes: dict[Any, deque[Json]] = {}
        room = asyncio.Semaphore(webhook.connections)
        tls = ssl.create_default_context(cadata=webhook.certificate.decode()) if webhook.certificate else None
        seen = 0
        async with asyncio.TaskGroup() as group:
            while True:
                fresh = self.receiving.updates.fresh
                for update in self.receiving.updates.newer_than(seen):
                    seen = update["update_id"]
                    lane = lanes.setdefault(lane_of(update), deque())
                    lane.append(update)
                    if len(lane) == 1:
                        group.create_task(self._empty(lane, webhook, room, tls))
                await fresh.wait()

    async def _empty(
        self, lane: deque[Json], webhook: Webhook, room: asyncio.Semaphore, tls: ssl.SSLContext | None
    ) -> None:
        """Deliver the updates of one chat one after the other."""
        while lane:
            update, wait = lane[0], self.first_wait
            while not await self._attempt(update, webhook, room, tls):
                await asyncio.sleep(wait)
                wait = min(2 * wait, LONGEST_WAIT)
            if not self.receiving.repeats():
                self.receiving.updates.waiting.pop(update["update_id"], None)
                lane.popleft()

    async def _attempt(
        self, update: Json, webhook: Webhook, room: asyncio.Semaphore, tls: ssl.SSLContext | None
    ) -> bool:
        headers = {"Content-Type": "application/json"}
        if webhook.secret:
            headers[SECRET_HEADER] = webhook.secret
        request = HTTPRequest(
            webhook.url,
            "POST",
            headers,
            json.dumps(update, ensure_ascii=False).encode(),
            ssl_options=tls,
            follow_redirects=False,
        )
        assert self._client is not None
        async with room:
            try:
                await self._client.fetch(request)
            except HTTPTimeoutError:
                self._failed(webhook, "Read timeout expired")
            except HTTPStreamClosedError:
                self._failed(webhook, "Connection closed")
            except HTTPClientError as error:
                self._failed(webhook, f"Wrong response from the webhook: {error.code} {responses.get(error.code, '')}")
            except OSError as error:
                self._failed(webhook, error.strerror or str(error))
            else:
                return True
        return False

    def _failed(self, webhook: Webhook, words: str) -> None:
        webhook.error_at, webhook.error = self.clock.seconds(), words.strip()


async def _stop(task: asyncio.Task[None] | None) -> None:
    if task is not None:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
