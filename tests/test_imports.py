"""Who asks one question does not wait for what only the bot needs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

OF_THE_BOT = {"telegram", "sqlalchemy", "tornado", "aiohttp", "apscheduler", "prometheus_client", "alembic", "httpx"}
OF_DICTIONARIES = {"pymorphy3"}
OF_CHARTS = {"matplotlib", "numpy", "PIL"}
OF_LOADING = {"sqlite_utils", "rich", "asyncio"}  # of a database that is not up to date, and of other commands
QUESTION = "how many Russian soldiers killed"
ASK = """
from bot.cli import main
main(["ask", *{options}, "{question}"], standalone_mode=False)
"""
ANSWER = """
import bot.app  # all that the running bot is made of
from bot.app import chats_of
from bot.asking import open_claimbot
from bot.config import load
from bot.conversation.service import Conversation
from bot.conversation.whom import Whom
settings = load(None)
with chats_of(settings) as chats:
    print(Conversation(open_claimbot(settings), chats, settings).ask(Whom(1, 1), "{question}"))
"""


def imported(script: str, storage: Path) -> set[str]:
    """The packages that a process has imported after a script."""
    tell = "\nimport sys; print(*sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)"
    environment = {**os.environ, "CLAIMBOT_STORAGE__DIRECTORY": str(storage)}
    done = subprocess.run(
        [sys.executable, "-c", script + tell], env=environment, capture_output=True, check=True, text=True
    )
    assert done.stdout
    return set(done.stderr.split())


@pytest.mark.parametrize("options", [[], ["--json"], ["--all", "--by", "date"]])
def test_asking_imports_nothing_of_the_bot(real_storage: Path, options: list[str]) -> None:
    packages = imported(ASK.format(options=options, question=QUESTION), real_storage)
    assert not packages & (OF_THE_BOT | OF_CHARTS | OF_DICTIONARIES)


def test_the_bot_answers_without_what_draws_charts(real_storage: Path) -> None:
    packages = imported(ANSWER.format(question=QUESTION), real_storage)
    assert "telegram" in packages
    assert not packages & OF_CHARTS
