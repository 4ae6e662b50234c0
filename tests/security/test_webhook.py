"""What may come by webhook from whoever finds its address, and from whoever has even learnt its secret.

The secret itself, the path and what is no update at all: tests/telegram/bot/test_webhook.py.
"""

from __future__ import annotations

import asyncio
import gzip
import json
import logging
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.asking import Claimbot
from bot.telegram import webhook
from bot.telegram.server import LocalBotApi, User
from bot.telegram.webhook import HEADER, LARGEST
from tests.operation.test_logs import SetUp, set_up_log
from tests.telegram.bot.running import Running, asked, running
from tests.telegram.bot.test_webhook import SECRET, address, free_port

__all__ = ["set_up_log"]

pytestmark = pytest.mark.anyio

DEEP = 100_000
MESSAGE: dict[str, Any] = {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}, "text": "/help"}


@pytest.fixture
async def hooked(judged: LocalBotApi, claims: Claimbot, tmp_path: Path) -> AsyncIterator[Running]:
    """The bot behind a webhook, which the server calls too."""
    port = free_port()
    url = f"https://127.0.0.1:{port}/telegram"
    telegram = {"mode": "webhook", "webhook_url": url, "webhook_secret": SECRET, "port": port}
    async with running(judged, claims, tmp_path, telegram=telegram) as started:
        judged.receiving.webhook.url = url.replace("https", "http")
        yield started


async def post(bot: Running, content: bytes, secret: str | None = SECRET, **headers: str) -> int:
    given = {} if secret is None else {HEADER: secret}
    async with httpx.AsyncClient() as client:
        return (await client.post(address(bot), headers=given | headers, content=content)).status_code


@pytest.mark.parametrize("opening", [b"[", b'{"a":', b'{"update_id": 1, "message": ['])
async def test_json_nested_deeper_than_a_program_reads(hooked: Running, opening: bytes) -> None:
    assert await post(hooked, opening + b"[" * DEEP) == 400


async def test_messages_that_reply_to_messages_without_end(judged: LocalBotApi, hooked: Running, ann: User) -> None:
    """JSON that can just be read, and objects made of it that cannot: left behind like any update that is unread."""
    update: dict[str, Any] = MESSAGE
    for _ in range(300):
        update = MESSAGE | {"reply_to_message": update}
    assert await post(hooked, json.dumps({"update_id": 9, "message": update}).encode()) == 200
    assert await asked(judged, ann, "/help")


@pytest.mark.parametrize(
    "number", ["1e400", "NaN", "Infinity", "-1", "true", "1.5", '"1"', "null", "[]", "9" * 5000, str(2**63)]
)
async def test_a_number_that_numbers_nothing(hooked: Running, number: str) -> None:
    body = json.dumps({"message": MESSAGE})[:-1] + f', "update_id": {number}}}'
    assert await post(hooked, body.encode()) == 400


async def test_more_than_an_update_can_be_is_not_even_read(judged: LocalBotApi, hooked: Running, ann: User) -> None:
    for secret in (SECRET, None):
        try:
            status = await post(hooked, b" " * (LARGEST + 1), secret)
        except httpx.TransportError:  # the connection is closed while the rest is still being sent
            status = 400
        assert status == 400
    assert await asked(judged, ann, "/help")


async def test_a_compressed_bomb_is_not_inflated(hooked: Running) -> None:
    bomb = gzip.compress(b'{"update_id": 1, "x": "' + b" " * 10_000_000 + b'"}')
    assert len(bomb) < LARGEST
    assert await post(hooked, bomb, **{"Content-Encoding": "gzip"}) == 400


async def test_whoever_is_slow_is_cut_off(
    judged: LocalBotApi, claims: Claimbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A connection held open with half a request costs the attacker as much as the bot."""
    monkeypatch.setattr(webhook, "SLOWEST", 0.2)
    port = free_port()
    telegram = {"mode": "webhook", "webhook_url": f"https://127.0.0.1:{port}/telegram", "port": port}
    async with running(judged, claims, tmp_path, telegram=telegram):
        for beginning in (b"POST /tel", b"POST /telegram HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(beginning)
            await writer.drain()
            assert await asyncio.wait_for(reader.read(), 10) in (b"", b"HTTP/1.1 400 Bad Request\r\n\r\n")
            writer.close()


async def test_nothing_of_a_forged_request_reaches_a_log(hooked: Running, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    private = "what somebody typed"
    await post(hooked, json.dumps({"update_id": 5, "message": private}).encode(), secret="a-wrong-guess")
    await post(hooked, f'{{"update_id": "{private}"}}'.encode())
    written = "\n".join(record.getMessage() + str(record.exc_info) for record in caplog.records)
    assert private not in written
    assert SECRET not in written
    assert "a-wrong-guess" not in written


@pytest.mark.parametrize(
    "request_",
    [
        b"GET /what-somebody-typed\x1b[31m HTTP/1.1\r\n\r\n",
        b"POST /telegram HTTP/1.1\r\nHost: a\r\nContent-Type: what-somebody-typed\x1b[31m\r\n\r\n",
        b"POST /telegram HTTP/1.1\r\nHost: a\r\nContent-Length: what-somebody-typed\r\n\r\n",
        b"POST /telegram HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n"
        b"Content-Type: multipart/form-data; boundary=what-somebody-typed\r\n\r\nabcdefghi",
    ],
)
async def test_nothing_of_a_request_that_is_none_reaches_a_log(
    hooked: Running, set_up_log: SetUp, request_: bytes
) -> None:
    """Tornado logs what it cannot read, which anybody can send."""
    written = set_up_log("text")
    reader, writer = await asyncio.open_connection("127.0.0.1", int(httpx.URL(address(hooked)).port or 0))
    writer.write(request_)
    assert b" 40" in await asyncio.wait_for(reader.read(100), 10)
    writer.close()
    logging.getLogger("bot").error("a line")
    (line,) = [each for each in written.getvalue().splitlines() if "somebody" in each or "a line" in each]
    assert line.endswith("a line")
