"""The language of a question, where two have its words alike."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
TELLING = """
from types import SimpleNamespace
from bot.questions.tokens.normalise import tokenise
from bot.questions.tokens.tongue import tongue_of
vocabulary = SimpleNamespace(languages={"танки": frozenset({"ru", "uk"}), "кремль": frozenset({"uk", "ru", "any"})})
print(*(tongue_of(text, tokenise(text), vocabulary, None).language for text in ("танки", "кремль")))
"""


@pytest.mark.parametrize("seed", ["0", "1", "2", "3", "4", "5"])
def test_a_tie_is_decided_alike_in_every_run_of_the_program(seed: str) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    told = subprocess.run([sys.executable, "-c", TELLING], env=environment, capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["uk", "uk"]
