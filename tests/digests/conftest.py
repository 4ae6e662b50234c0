"""What tests of digests share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import URL

from bot.chats.chats import Chats
from bot.digests.service import Digests
from tests.chats.conftest import Clock
from tests.digests.subscriber import Claims, Record

from .desk import Desk
from .newsroom import Newsroom


@pytest.fixture
def newsroom(small_package: Path, tmp_path: Path) -> Iterator[Newsroom]:
    """The earthquake package, loaded."""
    room = Newsroom(small_package, tmp_path / "claims.db")
    yield room
    room.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def chats(url: URL, clock: Clock) -> Iterator[Chats]:
    """An empty private database, of each kind."""
    with Chats(url, clock=clock) as opened:
        yield opened


@pytest.fixture
def claims(clock: Clock) -> Claims:
    return Claims(clock)


@pytest.fixture
def digests(chats: Chats, claims: Claims, clock: Clock) -> Digests:
    return Digests(chats.database, claims, clock)


@pytest.fixture
def record(chats: Chats, clock: Clock) -> Record:
    return Record(chats, clock)


@pytest.fixture
def desk(chats: Chats, clock: Clock) -> Desk:
    """What is due and the outbox together, on each kind of database."""
    return Desk(chats, clock)
