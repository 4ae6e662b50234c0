"""Requests as bytes on the wire, without any library of bots between."""

from __future__ import annotations

import json
from typing import Any

import httpx

from bot.telegram.server import LocalBotApi

Files = dict[str, tuple[str, bytes]]


async def call(server: LocalBotApi, method: str, parameters: dict[str, Any] | None = None) -> dict[str, Any]:
    """A request with a JSON body; the whole answer."""
    return await send(f"{server.base_url}{server.token}/{method}", json=parameters or {})


async def form(
    server: LocalBotApi, method: str, parameters: dict[str, Any], files: Files | None = None
) -> dict[str, Any]:
    """A request as a form, in parts where there are files; what is not text is JSON."""
    data = {name: one if isinstance(one, str) else json.dumps(one) for name, one in parameters.items()}
    return await send(f"{server.base_url}{server.token}/{method}", data=data, files=files)


async def send(url: str, **body: Any) -> dict[str, Any]:
    """POST; the error code must be the HTTP status."""
    async with httpx.AsyncClient(timeout=10) as client:
        response = await client.post(url, **body)
    answer: dict[str, Any] = response.json()
    assert response.status_code == (200 if answer["ok"] else answer["error_code"])
    return answer
