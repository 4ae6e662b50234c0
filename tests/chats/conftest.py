"""Every test of the private database runs on SQLite, and on PostgreSQL where it can be started."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import URL

from bot.chats.chats import Chats

START = datetime(2026, 5, 17, 12, 0, tzinfo=UTC)


class Clock:
    """A clock that stands still until it is put forward."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def chats(url: URL, clock: Clock) -> Iterator[Chats]:
    with Chats(url, receipts_days=90, feedback_days=30, clock=clock) as opened:
        yield opened
