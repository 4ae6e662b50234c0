"""The menus of commands: told to Telegram where it has others, and only there."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.asking import Claimbot
from bot.telegram.server import LocalBotApi, User
from tests.telegram.bot.running import asked, running

pytestmark = pytest.mark.anyio


async def test_a_second_start_changes_only_the_menu_that_is_another(
    judged: LocalBotApi, claims: Claimbot, tmp_path: Path, ann: User
) -> None:
    told = []
    for _ in range(2):
        async with running(judged, claims, tmp_path):
            await asked(judged, ann, "/help")
        told.append(len(judged.calls("setMyCommands")))
        offered = judged.commands(ann)
        assert "topics" in [command["command"] for command in offered]
        judged.profile.commands.popitem()
    assert told == [12, 13]
