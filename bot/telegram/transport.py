"""httpx's requests over aiohttp's connections.

python-telegram-bot calls Telegram by httpx, whose own pool looks at each of its connections, with a call of the
operating system, at the beginning and at the end of each request. Sending an answer then takes half as long again, and
the more chats are answered at once, the longer. Above the connections all is httpx's: time limits, errors, logging.

| what aiohttp says                       | what httpx says of the same          |
|-----------------------------------------|--------------------------------------|
| no connection within the time           | ConnectTimeout: nothing was sent     |
| no connection, no such host, no TLS     | ConnectError: nothing was sent       |
| time over otherwise                     | ReadTimeout: it may have been done   |
| cut off                                 | ReadError: it may have been done     |

There is a library for this, httpx-aiohttp; it says ConnectTimeout of a connection that was cut off, as if nothing had
been sent, and a digest that had arrived would be sent again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from urllib.request import getproxies

import aiohttp
import httpx

# Shorter than any server keeps an idle connection: one that it closes while a request goes out leaves that in doubt.
IDLE_SECONDS = 5.0
MOST_CONNECTIONS = 256

_MEANINGS: tuple[tuple[type[Exception], type[httpx.TransportError]], ...] = (
    (aiohttp.ConnectionTimeoutError, httpx.ConnectTimeout),
    (TimeoutError, httpx.ReadTimeout),
    (aiohttp.ClientConnectorError, httpx.ConnectError),
    (aiohttp.ClientError, httpx.ReadError),
)


class Transport(httpx.AsyncBaseTransport):
    """Connections that are kept for the next request. It may be used again after it was closed."""

    def __init__(self) -> None:
        self._tls = httpx.create_ssl_context()
        self._session: aiohttp.ClientSession | None = None

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request and read the whole answer. Raises httpx.TransportError."""
        session = self._session = self._session or self._open()
        with _as_httpx(request):
            async with session.request(
                request.method,
                str(request.url),
                headers=request.headers,
                data=await request.aread(),
                allow_redirects=False,
                timeout=_limits(request.extensions["timeout"]),
            ) as answer:
                content = await answer.read()
        return httpx.Response(answer.status, headers=answer.raw_headers, content=content, request=request)

    async def aclose(self) -> None:
        """Close all connections."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    def _open(self) -> aiohttp.ClientSession:
        return aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(ssl=self._tls, limit=MOST_CONNECTIONS, keepalive_timeout=IDLE_SECONDS),
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,  # httpx does it
            trust_env=bool(getproxies()),  # it would look for proxies at each request
        )


def _limits(given: Mapping[str, float | None]) -> aiohttp.ClientTimeout:
    """httpx's time limits, in seconds; aiohttp has none for writing, so all together must be over in their sum."""
    total = None if None in given.values() else sum(seconds or 0 for seconds in given.values())
    return aiohttp.ClientTimeout(total=total, sock_connect=given["connect"], sock_read=given["read"])


@contextmanager
def _as_httpx(request: httpx.Request) -> Iterator[None]:
    """Turn aiohttp's errors into httpx's."""
    try:
        yield
    except (aiohttp.ClientError, TimeoutError) as error:
        meaning = next(meaning for kind, meaning in _MEANINGS if isinstance(error, kind))
        raise meaning(str(error), request=request) from error
