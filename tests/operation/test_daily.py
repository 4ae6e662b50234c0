"""The bot that runs makes the backup of the day, and tells its operators where it cannot."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.asking import Claimbot
from bot.config import BackupSettings, OperatorSettings
from bot.operation.backups import read_stamp
from bot.telegram.server import LocalBotApi, User
from tests.telegram.bot.running import asked, running

pytestmark = pytest.mark.anyio


async def test_the_bot_makes_it(judged: LocalBotApi, claims: Claimbot, tmp_path: Path, ann: User) -> None:
    async with running(judged, claims, tmp_path, backup=BackupSettings(at="00:00")) as bot:
        file = tmp_path / "backups" / f"chats-{judged.clock.today():%Y-%m-%d}.db"
        async with asyncio.timeout(60):
            while not file.exists():
                await asyncio.sleep(0.05)
        assert read_stamp(file)
        assert str(bot.settings.backup.keep_days) in (await asked(judged, ann, "/privacy")).shown


async def test_the_operator_hears_that_it_cannot(
    judged: LocalBotApi, claims: Claimbot, tmp_path: Path, ann: User
) -> None:
    (tmp_path / "backups").write_text("in the way")
    judged.tell(ann, "/start")
    sections = {"backup": BackupSettings(at="00:00"), "operator": OperatorSettings(chats=[ann.id])}
    async with running(judged, claims, tmp_path, **sections):
        await judged.until(lambda: any("no backup can be written there" in said for said in judged.said(ann)))
