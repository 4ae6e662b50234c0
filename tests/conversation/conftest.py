"""What tests of the conversation share: the earthquake and the shipped claims, each with an empty database of chats."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.asking import Claimbot, open_claimbot
from bot.chats.chats import Chats, file_url
from bot.conversation.service import Conversation
from tests.conftest import QUAKE, settings_for
from tests.conversation.talking import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def chats(tmp_path: Path, clock: Clock) -> Iterator[Chats]:
    with Chats(file_url(tmp_path / "chats.db"), clock=clock) as opened:
        yield opened


@pytest.fixture(scope="session")
def quake_claimbot(quake_storage: Path) -> Iterator[Claimbot]:
    claimbot = open_claimbot(settings_for(quake_storage, QUAKE))
    yield claimbot
    claimbot.store.close()


@pytest.fixture
def quake(quake_claimbot: Claimbot, chats: Chats, tmp_path: Path, clock: Clock) -> Conversation:
    return Conversation(quake_claimbot, chats, settings_for(tmp_path, QUAKE), clock=clock)


@pytest.fixture(scope="session")
def shipped_claimbot(real_storage: Path) -> Iterator[Claimbot]:
    claimbot = open_claimbot(settings_for(real_storage))
    yield claimbot
    claimbot.store.close()


@pytest.fixture
def real(shipped_claimbot: Claimbot, chats: Chats, tmp_path: Path, clock: Clock) -> Conversation:
    return Conversation(shipped_claimbot, chats, settings_for(tmp_path), clock=clock)
