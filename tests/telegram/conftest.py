"""What tests of the Telegram edge share: a local Bot API server whose every request is judged."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from bot.telegram.server import Clock, LocalBotApi
from tests.telegram.judge import judge

NOON = datetime(2026, 8, 24, 12, 0, tzinfo=UTC)


@pytest.fixture
def anyio_backend() -> str:
    """Asynchronous tests are marked `pytest.mark.anyio` and run on asyncio."""
    return "asyncio"


@pytest.fixture
async def lenient() -> AsyncIterator[LocalBotApi]:
    """The same server for tests that want to see requests refused."""
    async with LocalBotApi(Clock(NOON), judge=judge) as server:
        yield server


@pytest.fixture
async def judged(lenient: LocalBotApi) -> AsyncIterator[LocalBotApi]:
    """A server whose clock stands still at noon; one request that is refused as malformed fails the test."""
    yield lenient
    assert lenient.refused == []
