"""How a bot receives updates: one long poll at a time, or a webhook that is tried again and again."""

from __future__ import annotations

import asyncio
import json
import shutil
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from telegram import Bot
from telegram.error import Conflict
from telegram.request import HTTPXRequest
from tornado import web
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from bot.telegram.server import LocalBotApi
from tests.telegram.server.echo import build
from tests.telegram.server.raw import call, form

pytestmark = pytest.mark.anyio


def texts(answer: dict[str, Any]) -> list[str]:
    return [update["message"]["text"] for update in answer["result"]]


async def test_updates_come_until_they_are_confirmed(judged: LocalBotApi) -> None:
    anna = judged.user("Anna")
    for number in range(5):
        judged.tell(anna, str(number))
    first = await call(judged, "getUpdates", {"limit": 2})
    assert texts(first) == texts(await call(judged, "getUpdates", {"limit": 2})) == ["0", "1"]
    confirmed = first["result"][-1]["update_id"] + 1
    assert texts(await form(judged, "getUpdates", {"offset": confirmed})) == ["2", "3", "4"]
    assert texts(await call(judged, "getUpdates", {"offset": -1})) == ["4"]
    assert judged.updates_waiting == 1


async def test_a_long_poll_ends_with_an_update_or_empty(judged: LocalBotApi) -> None:
    anna = judged.user("Anna")
    waiting = asyncio.create_task(call(judged, "getUpdates", {"timeout": 9}))
    await judged.polled()
    judged.tell(anna, "hello")
    assert texts(await waiting) == ["hello"]
    offset = judged.receiving.updates.next_id
    assert (await call(judged, "getUpdates", {"offset": offset, "timeout": 1}))["result"] == []


async def test_only_the_kinds_asked_for_arrive(judged: LocalBotApi) -> None:
    anna, boris = judged.user("Anna"), judged.user("Boris")
    group = judged.group("Desk", anna, supergroup=True, bot_admin=True)
    judged.join(boris, group)
    kinds = await kinds_received(judged)
    assert kinds == ["my_chat_member", "message", "message"]  # chat_member does not come by default
    await call(judged, "getUpdates", {"allowed_updates": ["chat_member", "nonsense"]})
    judged.leave(boris, group)
    assert await kinds_received(judged) == ["chat_member"]
    await call(judged, "getUpdates", {"allowed_updates": []})
    judged.join(boris, group)
    assert await kinds_received(judged) == ["message"]


async def kinds_received(server: LocalBotApi) -> list[str]:
    """The kinds of what waits; then it is confirmed."""
    updates = (await call(server, "getUpdates"))["result"]
    await call(server, "getUpdates", {"offset": server.receiving.updates.next_id})
    return [next(name for name in update if name != "update_id") for update in updates]


async def test_a_second_poller_ends_the_first(judged: LocalBotApi) -> None:
    async with bot(judged) as one, bot(judged) as other:
        first = asyncio.create_task(one.get_updates(timeout=9))
        await judged.polled()
        second = asyncio.create_task(other.get_updates(timeout=1))
        with pytest.raises(Conflict, match="terminated by other getUpdates request; make sure that only one bot"):
            await first
        assert await second == ()


async def test_polling_and_a_webhook_exclude_each_other(judged: LocalBotApi) -> None:
    async with bot(judged) as one:
        poll = asyncio.create_task(one.get_updates(timeout=9))
        await judged.polled()
        await one.set_webhook("https://example.org/hook", max_connections=3)
        with pytest.raises(Conflict, match="terminated by setWebhook request"):
            await poll
        with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active; use deleteWebhook"):
            await one.get_updates()
        judged.tell(judged.user("Anna"), "hello")
        info = await one.get_webhook_info()
        assert (info.url, info.max_connections, info.pending_update_count) == ("https://example.org/hook", 3, 1)
        await one.delete_webhook(drop_pending_updates=True)
        assert await one.get_updates() == ()


def bot(server: LocalBotApi) -> Bot:
    return Bot(server.token, server.base_url, server.base_file_url, request=HTTPXRequest(read_timeout=20))


async def test_a_poller_that_hangs_up_leaves_no_trace(judged: LocalBotApi) -> None:
    poll = asyncio.create_task(call(judged, "getUpdates", {"timeout": 30}))
    await judged.polled()
    poll.cancel()
    while judged.receiving.poll is not None:
        await asyncio.sleep(0.01)
    assert (await call(judged, "getUpdates"))["ok"]


class Hook(web.RequestHandler):
    """A webhook that answers as it is told."""

    statuses: list[int]
    received: list[tuple[str | None, dict[str, Any]]]

    def initialize(self, statuses: list[int], received: list[tuple[str | None, dict[str, Any]]]) -> None:
        self.statuses, self.received = statuses, received

    def post(self) -> None:
        secret = self.request.headers.get("X-Telegram-Bot-Api-Secret-Token")
        self.received.append((secret, json.loads(self.request.body)))
        self.set_status(self.statuses.pop(0) if self.statuses else 200)


@pytest.fixture
async def hook() -> AsyncIterator[tuple[str, list[int], list[tuple[str | None, dict[str, Any]]]]]:
    """Its address, the statuses that it will answer with (then 200), and what it received."""
    statuses: list[int] = []
    received: list[tuple[str | None, dict[str, Any]]] = []
    sockets = bind_sockets(0, "127.0.0.1")
    server = HTTPServer(web.Application([("/hook", Hook, {"statuses": statuses, "received": received})]))
    server.add_sockets(sockets)
    yield f"http://127.0.0.1:{sockets[0].getsockname()[1]}/hook", statuses, received
    server.stop()


async def test_a_webhook_is_tried_again_until_it_takes_the_update(judged: LocalBotApi, hook: Any) -> None:
    address, statuses, received = hook
    statuses += [500, 403]
    judged.delivery.first_wait = 0.01
    assert (await form(judged, "setWebhook", {"url": address, "secret_token": "s3cret_-"}))["ok"]
    anna = judged.user("Anna")
    judged.tell(anna, "one")
    judged.tell(anna, "two")
    while judged.updates_waiting:
        await asyncio.sleep(0.01)
    assert [update["message"]["text"] for _, update in received] == ["one", "one", "one", "two"]
    assert {secret for secret, _ in received} == {"s3cret_-"}
    info = (await call(judged, "getWebhookInfo"))["result"]
    assert info["last_error_message"] == "Wrong response from the webhook: 403 Forbidden"
    assert info["last_error_date"] == judged.clock.seconds()
    assert info["pending_update_count"] == 0


async def test_a_webhook_that_nobody_serves(judged: LocalBotApi) -> None:
    judged.delivery.first_wait = 0.01
    await call(judged, "setWebhook", {"url": "http://127.0.0.1:9/hook"})
    judged.tell(judged.user("Anna"), "one")
    while judged.receiving.webhook.error is None:
        await asyncio.sleep(0.01)
    info = (await call(judged, "getWebhookInfo"))["result"]
    assert (info["last_error_message"], info["pending_update_count"]) == ("Connection refused", 1)


async def test_an_update_made_up_by_a_test_arrives_as_it_is_and_twice_when_ordered(
    judged: LocalBotApi, hook: Any
) -> None:
    address, _, received = hook
    judged.faults.repeats()
    await call(judged, "setWebhook", {"url": address})
    number = judged.inject({"message": {"chat": 5, "from": "nobody"}, "colour": None})
    while judged.updates_waiting:
        await asyncio.sleep(0.01)
    assert [update for _, update in received] == [
        {"update_id": number, "message": {"chat": 5, "from": "nobody"}, "colour": None}
    ] * 2


@pytest.mark.skipif(shutil.which("openssl") is None, reason="makes a certificate of its own with openssl")
async def test_the_echo_bot_by_webhook_with_a_certificate_of_its_own(judged: LocalBotApi, tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = (
        "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1 "
        f"-keyout {key} -out {certificate}"
    )
    subprocess.run(command.split(), check=True, capture_output=True)
    async with by_webhook(judged, "https", cert=str(certificate), key=str(key)):
        answer = await judged.answer(judged.tell(judged.user("Anna"), "hello"))
        assert answer.text == "hello"
        assert (await call(judged, "getWebhookInfo"))["result"]["has_custom_certificate"] is True


@asynccontextmanager
async def by_webhook(server: LocalBotApi, scheme: str, **options: Any) -> AsyncIterator[None]:
    """The echo bot behind a webhook on this machine."""
    free = bind_sockets(0, "127.0.0.1")
    port = free[0].getsockname()[1]
    free[0].close()
    application = build(server)
    assert application.updater is not None
    async with application:
        await application.start()
        await application.updater.start_webhook(
            "127.0.0.1", port, "tg", webhook_url=f"{scheme}://127.0.0.1:{port}/tg", secret_token="s", **options
        )
        yield
        await application.updater.stop()
        await application.stop()


async def test_the_echo_bot_by_webhook(judged: LocalBotApi) -> None:
    async with by_webhook(judged, "http", drop_pending_updates=True):
        anna = judged.user("Anna")
        answer = await judged.answer(judged.tell(anna, "hello"))
        assert answer.text == "hello"
        assert (await judged.pressed(anna, answer, "Louder")).alert == "Louder!"
