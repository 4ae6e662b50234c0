"""Claims that are loaded while the bot runs: figures at once, words within a minute."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from bot.app import take_up
from bot.asking import open_claimbot
from bot.claims.database.store import Store
from bot.claims.package.reader import read_package
from bot.questions.vocabulary import Vocabulary
from bot.telegram.server import LocalBotApi, User
from tests.conftest import settings_for
from tests.telegram.bot.running import asked, running

pytestmark = pytest.mark.anyio


async def test_new_words_and_figures_are_taken_up(
    judged: LocalBotApi, ann: User, small_package: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    claimbot = open_claimbot(settings_for(tmp_path, small_package))
    async with running(judged, claimbot, tmp_path) as bot:
        conversation = bot.edge.conversation
        assert not await take_up(conversation)
        assert "197" not in (await asked(judged, ann, "how many people perished")).shown
        edit(small_package / "words" / "en.toml", 'killed = ["killed"', 'killed = ["killed", "perished"')
        for series in (small_package / "series").glob("*.csv"):
            edit(series, "197", "198")
        with Store.open(claimbot.store.database.path) as other:
            other.load(read_package(small_package), by="load")
        assert "198" in (await asked(judged, ann, "how many people were killed")).shown
        await take_up(conversation)  # unless the look of a new minute has just done it
        assert "198" in (await asked(judged, ann, "how many people perished")).shown
        assert "words were not made" not in caplog.text
    claimbot.store.close()


def edit(file: Path, old: str, new: str) -> None:
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")


async def test_old_words_are_let_go(judged: LocalBotApi, small_package: Path, tmp_path: Path) -> None:
    claimbot = open_claimbot(settings_for(tmp_path, small_package))
    alive = []
    async with running(judged, claimbot, tmp_path) as bot:
        for deaths in range(201, 204):
            for series in (small_package / "series").glob("*.csv"):
                edit(series, "197" if deaths == 201 else str(deaths - 1), str(deaths))
            with Store.open(claimbot.store.database.path) as other:
                other.load(read_package(small_package), by="load")
            await take_up(bot.edge.conversation)  # unless the look of a new minute has just done it
            alive.append(sum(isinstance(one, Vocabulary) for one in gc.get_objects()))
    assert alive[1:] == alive[:1] * 2
    claimbot.store.close()
