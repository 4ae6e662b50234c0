"""Every test of the private database runs on SQLite, and on PostgreSQL where it can be started."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import URL

from bot.chats.chats import Chats, file_url
from tests.chats import postgres

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


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[URL]:
    reason = postgres.missing()
    if reason:
        pytest.skip(reason)
    with postgres.server() as url:
        yield url


@pytest.fixture
def postgres_url(postgres_server: URL) -> URL:
    postgres.empty(postgres_server)
    return postgres_server


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> URL:
    """The address of an empty database."""
    if request.param == "sqlite":
        return file_url(tmp_path / "storage")
    return request.getfixturevalue("postgres_url")


@pytest.fixture
def chats(url: URL, clock: Clock) -> Iterator[Chats]:
    with Chats(url, receipts_days=90, feedback_days=30, clock=clock) as opened:
        yield opened
