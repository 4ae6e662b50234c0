"""The proofs of delivery in short forms; their full ones are `make prove-digests`."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import URL

from bot.asking import database_path
from tests.conftest import settings_for
from tests.proofs import killed, minute, pace, speed

pytestmark = pytest.mark.timeout(240)


def test_a_delivery_that_is_killed_again_and_again_reaches_each_chat_once(url: URL) -> None:
    counts = killed.prove(url, chats=60, kills=5, seed=2)
    assert counts.misses == []
    assert counts.kills == 5


def test_many_that_are_due_at_once_are_queued_once(url: URL, real_storage: Path) -> None:
    counts = minute.prove(url, 3000, database_path(settings_for(real_storage)))
    assert counts.holds, str(counts)
    assert counts.tick.queued > 1000


def test_a_delivery_without_a_pace_brings_all() -> None:
    counts = asyncio.run(pace.prove(200, lifted=True))
    assert counts.sent == 200
    assert asyncio.run(speed.bare(50)) > 0
