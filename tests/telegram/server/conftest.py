"""A tiny bot of python-telegram-bot that talks to the server over HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from telegram.ext import Application

from bot.telegram.server import LocalBotApi
from tests.telegram.server.echo import build, polling


@pytest.fixture
async def echo(judged: LocalBotApi) -> AsyncIterator[Application]:
    """The echo bot, polling."""
    async with polling(build(judged)) as application:
        yield application
