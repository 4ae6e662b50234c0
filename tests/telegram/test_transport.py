"""httpx over aiohttp: the same answers, and errors that tell whether a request may have been carried out."""

from __future__ import annotations

import asyncio
import gzip
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable

import httpx
import pytest

from bot.telegram.send import NOT_SENT
from bot.telegram.transport import Transport

pytestmark = pytest.mark.anyio

Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(transport=Transport(), timeout=httpx.Timeout(5, read=0.2)) as opened:
        yield opened


async def serve(talk: Talk) -> tuple[asyncio.Server, str]:
    server = await asyncio.start_server(talk, "127.0.0.1")
    return server, f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"


async def request_of(reader: asyncio.StreamReader) -> bytes:
    head = await reader.readuntil(b"\r\n\r\n")
    length = next((int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0)
    return head + await reader.readexactly(length)


def answer(status: str, body: bytes, *headers: str) -> bytes:
    head = "\r\n".join([f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers])
    return head.encode() + b"\r\n\r\n" + body


async def test_what_is_sent_and_what_comes_back(client: httpx.AsyncClient) -> None:
    received = []

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for body in (b"one", b"two"):
            received.append(await request_of(reader))
            zipped = gzip.compress(body)
            writer.write(answer("418 Teapot", zipped, "Content-Encoding: gzip", "X-Said: this"))
        writer.close()

    server, url = await serve(talk)
    async with server:
        for body in ("one", "two"):
            got = await client.post(url + "path?a=b", data={"text": "ї&="}, files={"photo": ("p.png", b"\x89PNG")})
            assert (got.status_code, got.text, got.headers["x-said"]) == (418, body, "this")
    assert len(received) == 2  # on one connection
    for sent in received:
        assert sent.startswith(b"POST /path?a=b HTTP/1.1\r\n")
        assert "ї&=".encode() in sent
        assert b'filename="p.png"' in sent
        assert b"\x89PNG" in sent


async def hang(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read()
    writer.close()


async def hang_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await request_of(reader)
    writer.close()


async def reset(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await request_of(reader)
    writer.transport.abort()


async def stop_half_way(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await request_of(reader)
    writer.write(answer("200 OK", b"1234567890")[:-5])
    writer.close()


async def babble(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await request_of(reader)
    writer.write(b"this is no HTTP\r\n\r\n")
    writer.close()


@pytest.mark.parametrize(
    ("talk", "error"),
    [
        (hang, httpx.ReadTimeout),
        (hang_up, httpx.ReadError),
        (reset, httpx.ReadError),
        (stop_half_way, httpx.ReadError),
        (babble, httpx.ReadError),
    ],
)
async def test_what_may_have_been_carried_out(client: httpx.AsyncClient, talk: Talk, error: type[Exception]) -> None:
    server, url = await serve(talk)
    async with server:
        with pytest.raises(error) as raised:
            await client.post(url, data={"a": "b"})
    assert not isinstance(raised.value, NOT_SENT)


async def test_a_server_that_does_not_read_is_not_waited_for(client: httpx.AsyncClient) -> None:
    over = asyncio.Event()

    async def sleep(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await over.wait()
        writer.transport.abort()

    server, url = await serve(sleep)
    async with server:
        with pytest.raises(httpx.ReadTimeout):
            await client.post(url, content=bytes(50_000_000), timeout=0.1)
        over.set()


@pytest.mark.parametrize("host", ["http://127.0.0.1:{port}/", "https://127.0.0.1:{port}/", "http://nowhere.invalid/"])
async def test_what_was_not_sent(client: httpx.AsyncClient, host: str) -> None:
    server, url = await serve(hang)
    server.close()
    await server.wait_closed()
    with pytest.raises(httpx.ConnectError) as raised:
        await client.post(host.format(port=httpx.URL(url).port), data={"a": "b"})
    assert isinstance(raised.value, NOT_SENT)


async def test_a_connection_that_the_server_closed_is_not_used_again(client: httpx.AsyncClient) -> None:
    async def once(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await request_of(reader)
        writer.write(answer("200 OK", zlib.compress(b"x"), "Content-Encoding: deflate"))
        await writer.drain()
        writer.close()

    server, url = await serve(once)
    async with server:
        for _ in range(3):
            assert (await client.get(url)).text == "x"
            await asyncio.sleep(0.01)


async def test_it_may_be_used_after_it_was_closed() -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await request_of(reader)
        writer.write(answer("200 OK", b"x"))
        writer.close()

    server, url = await serve(talk)
    transport = Transport()
    async with server:
        for _ in range(2):
            async with httpx.AsyncClient(transport=transport) as client:
                assert (await client.get(url)).text == "x"
