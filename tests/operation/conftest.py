"""What tests of an operator's work share: a database of each kind, what is kept of it, and the real bot."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import URL

from bot.chats.chats import Chats
from bot.operation.backups import Kept
from tests.chats.conftest import Clock
from tests.telegram.bot.conftest import ann, ben, bot, claims
from tests.telegram.conftest import anyio_backend, judged, lenient

__all__ = ["ann", "anyio_backend", "ben", "bot", "claims", "judged", "lenient"]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def chats(url: URL, clock: Clock, tmp_path: Path) -> Iterator[Chats]:
    """A database whose deletions are written down."""
    (tmp_path / "storage").mkdir(exist_ok=True)
    with Chats(url, clock=clock, storage=tmp_path / "storage") as opened:
        yield opened


@pytest.fixture
def kept(chats: Chats, tmp_path: Path) -> Kept:
    assert chats.deletions
    return Kept(chats.database, chats.deletions, tmp_path / "backups")
