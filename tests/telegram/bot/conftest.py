"""The real bot, polling a judged server."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.asking import Claimbot, open_claimbot
from bot.telegram.server import LocalBotApi, User
from tests.conftest import settings_for
from tests.telegram.bot.running import Running, running


@pytest.fixture(scope="session")
def claims(real_storage: Path) -> Iterator[Claimbot]:
    """The claims that ship, opened once: no conversation changes them."""
    opened = open_claimbot(settings_for(real_storage))
    yield opened
    opened.store.close()


@pytest.fixture
async def bot(judged: LocalBotApi, claims: Claimbot, tmp_path: Path) -> AsyncIterator[Running]:
    """The bot with the claims that ship."""
    async with running(judged, claims, tmp_path) as started:
        yield started


@pytest.fixture
def ann(judged: LocalBotApi) -> User:
    """Somebody whose Telegram is in English."""
    return judged.user("Ann")


@pytest.fixture
def ben(judged: LocalBotApi) -> User:
    """Somebody else."""
    return judged.user("Ben")
