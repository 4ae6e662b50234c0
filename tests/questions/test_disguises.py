"""A question is read alike however it is typed, and never turned to the other side by that."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bot.questions.tokens.vocabulary import Vocabulary
from tests.questions.disguises import DISGUISES, outcomes, rows

ROWS = list(rows([Path(__file__).parent / "sets" / "dev.jsonl"]))
HARDEST = {"Latin letters": 0.92, "another keyboard": 0.92, "two words run together": 0.85}


@pytest.mark.parametrize("name", DISGUISES)
def test_a_disguise_changes_no_reading(vocabulary: Vocabulary, name: str) -> None:
    found = list(outcomes(ROWS, DISGUISES[name], vocabulary))
    counts = Counter(read for _, read in found)
    assert counts["another side"] == 0, [text for text, read in found if read == "another side"]
    kept = counts["same"] / sum(counts.values())
    assert kept >= HARDEST.get(name, 0.98), [text for text, read in found if read != "same"]
