"""What a follow-up carries over, principle by principle, with either side in each part."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.questions.question import Outcome, Question, Reading

TABLE = tomllib.loads(Path(__file__).with_name("followups.toml").read_text(encoding="utf-8"))
OUTCOMES = {Outcome.CLARIFY: "?", Outcome.OUT_OF_SCOPE: "-"}


def told(reading: Reading) -> str:
    """What a reading says: its topic, who says so, where, when."""
    dates = reading.dates
    first, last = dates.as_of_from or dates.said_from, dates.as_of_to or dates.said_to
    parts = [
        str(reading.topic),
        *([f"@{','.join(said)}"] if (said := (*reading.claimants, *reading.spokespersons)) else []),
        *([f"in {reading.place}"] if reading.place else []),
        *([f"{first or ''}..{last or ''}"] if first or last else []),
    ]
    return " ".join(parts)


@pytest.mark.parametrize("line", [line for lines in TABLE.values() for line in lines])
def test_what_a_follow_up_carries_over(ask: Callable[..., Question], line: str) -> None:
    before, text, right = (part.strip() for part in line.split("|"))
    question = ask(text, before)
    assert (" + ".join(map(told, question.readings)) or OUTCOMES[question.outcome]) == right
