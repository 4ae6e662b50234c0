"""How long an answer takes with the whole shipped package.

`make bench` prints the table. Measured in the running process: the question understood, answered and rendered, beside
the floor of reading the rows of a topic in SQLite and doing nothing; and as a process, beside `python -c pass` and one
that only opens the database and prints.
"""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.asking import Asking, Claimbot

QUESTIONS = Path(__file__).parents[1] / "questions" / "sets" / "dev.jsonl"
TODAY = date(2026, 11, 22)
SMALL, LARGE = "how many north korean soldiers were captured", "russian losses"


@pytest.fixture
def asking(real_claimbot: Claimbot) -> Asking:
    return Asking(real_claimbot, today=TODAY)


def english_questions() -> list[str]:
    rows = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    return [row["text"] for row in rows if row["lang"] == "en"]


def test_understand(benchmark: Any, real_claimbot: Claimbot) -> None:
    questions = english_questions()
    benchmark.extra_info["questions"] = len(questions)
    benchmark(lambda: [real_claimbot.understand(question, today=TODAY) for question in questions])


@pytest.mark.parametrize("question", [SMALL, "how many Russian soldiers killed", LARGE])
def test_answer_as_text(benchmark: Any, asking: Asking, question: str) -> None:
    benchmark(lambda: asking.as_text(asking.answer(question)))


@pytest.mark.parametrize("question", [SMALL, "how many Russian soldiers killed", LARGE])
def test_floor_open_the_rows_and_do_nothing(benchmark: Any, real_storage: Path, asking: Asking, question: str) -> None:
    topic = str(asking.answer(question).question.readings[0].topic)
    rows = "SELECT * FROM claims WHERE topic = ? AND place IS NULL AND retired_in IS NULL"
    connection = sqlite3.connect(real_storage / "claims.db")
    benchmark(lambda: connection.execute(rows, (topic,)).fetchall())


PROCESSES = {
    "python -c pass": ["-c", "pass"],
    "open the database and print": [
        "-c",
        "import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute('SELECT count(*) FROM claims').fetchone())",
        "{database}",
    ],
    "claimbot ask": ["-c", "from bot.cli import main; main()", "ask", "how many Russian soldiers killed"],
}


@pytest.mark.parametrize("name", PROCESSES)
def test_process(benchmark: Any, real_storage: Path, name: str) -> None:
    arguments = [argument.format(database=real_storage / "claims.db") for argument in PROCESSES[name]]
    environment = {**os.environ, "CLAIMBOT_STORAGE__DIRECTORY": str(real_storage)}

    def process() -> None:
        done = subprocess.run([sys.executable, *arguments], env=environment, capture_output=True, check=True)
        assert done.stdout or name == "python -c pass"

    benchmark.pedantic(process, rounds=7, warmup_rounds=1)
