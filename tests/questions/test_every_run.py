"""A question is read alike in every run of the program, in whatever order Python keeps its sets."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
READING = """
from bot.questions.understand import understand
from tests.questions.package import TODAY, vocabulary
words = vocabulary()
for text in (
    "какая выплата положена семье если сын погиб",  # a form of a word of which several homonyms are listed
    "Мирняка сколько убило в ДНР от обстрелов вагнера",
    "how many Ukrainian soldiers did North Koreans kill",
):
    print(understand(text, words, today=TODAY).steps)
"""


def _read(seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    run = subprocess.run([sys.executable, "-c", READING], env=environment, capture_output=True, text=True, check=True)
    return run.stdout


def test_a_question_is_read_alike_in_every_run_of_the_program() -> None:
    first, again = map(_read, ("4", "6"))
    assert first
    assert again == first
