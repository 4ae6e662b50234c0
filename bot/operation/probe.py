"""Asks from outside how things are: Telegram about the bot, and the bot that runs about itself."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import httpx
from pydantic import SecretStr

from bot.config import HealthSettings, Settings

SECONDS = 5.0  # of patience with each question, from the first byte sent to the last received
SLOWEST_SECONDS = 20.0  # with a bot whose database is locked
CONNECT_SECONDS = 2.0  # to reach what listens on this machine: nobody is there where it takes longer


class NoAnswerError(Exception):
    """Nothing came back that can be read; the message says what instead, without secrets."""


class RefusedTokenError(Exception):
    """Telegram does not know the token."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What Telegram said, and how far this machine's clock was ahead of its own then."""

    result: Mapping[str, Any]
    ahead_seconds: float


def ask_telegram(base_url: str, token: SecretStr, method: str) -> Answered:
    """Call a method that needs no parameters. Raises NoAnswerError, RefusedTokenError."""
    try:
        answer = _answer("GET", f"{base_url}{token.get_secret_value()}/{method}", SECONDS)
        told = answer.json()
    except httpx.HTTPError as error:
        raise NoAnswerError(type(error).__name__) from None
    except ValueError:
        raise NoAnswerError(f"HTTP {answer.status_code}") from None
    if answer.status_code in (401, 404):
        raise RefusedTokenError
    if answer.status_code != 200 or not isinstance(told, dict) or not isinstance(told.get("result"), dict):
        raise NoAnswerError(f"HTTP {answer.status_code}")
    return Answered(told["result"], _ahead(answer.headers.get("Date")))


def failed_checks(settings: HealthSettings) -> list[str] | None:
    """The names of the checks that the running bot fails; None where nothing listens. Raises NoAnswerError."""
    try:
        address = f"http://{_reachable(settings.listen)}:{settings.port}/healthz"
        answer = _answer("GET", address, SLOWEST_SECONDS, CONNECT_SECONDS)
        checks = answer.json()["checks"]
        return [name for name, check in checks.items() if check["status"] == "failed"]
    except (httpx.ConnectError, httpx.ConnectTimeout):
        return None
    except httpx.HTTPError as error:
        raise NoAnswerError(type(error).__name__) from None
    except (ValueError, LookupError, TypeError, AttributeError):
        raise NoAnswerError(f"HTTP {answer.status_code}") from None


def is_claimbot(settings: Settings, section: str) -> bool:
    """Whether what listens on the port of a section ("health", "telegram") answers as this program does."""
    if section == "health":
        with suppress(NoAnswerError):
            return failed_checks(settings.health) is not None
        return False
    given = settings.telegram
    scheme = "https" if given.key else "http"
    address = f"{scheme}://{_reachable(given.listen)}:{given.port}{given.path}"
    try:
        answer = _answer("POST", address, SECONDS, CONNECT_SECONDS, verify=False)  # no secret goes along
    except httpx.HTTPError:
        return False
    return (answer.status_code, answer.text) == (403, "403")


def _answer(
    method: str, address: str, seconds: float, connecting: float | None = None, *, verify: bool = True
) -> httpx.Response:
    """What is answered within so many seconds, however slowly it comes. Raises httpx.HTTPError."""
    patience = httpx.Timeout(seconds, connect=min(seconds, connecting or seconds))

    async def ask() -> httpx.Response:
        async with asyncio.timeout(seconds), httpx.AsyncClient(timeout=patience, verify=verify) as client:
            return await client.request(method, address)

    try:
        return asyncio.run(ask())
    except TimeoutError:
        raise httpx.ReadTimeout("the answer does not end") from None


def _reachable(listen: str) -> str:
    """An address at which what listens there can be reached from this machine."""
    address = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "::1"}.get(listen, listen)  # noqa: S104  not to listen
    return f"[{address}]" if ":" in address else address


def _ahead(date: str | None) -> float:
    try:
        told = parsedate_to_datetime(date or "")
    except ValueError:
        return 0.0
    return (datetime.now(UTC) - told).total_seconds()
