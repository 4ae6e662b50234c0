"""`claimbot explain` shows how each word was read, what was vetoed and why, and what came of the question."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli import main

Explain = Callable[..., list[str]]


@pytest.fixture
def explain(real_storage: Path, monkeypatch: pytest.MonkeyPatch) -> Explain:
    monkeypatch.setenv("CLAIMBOT_STORAGE__DIRECTORY", str(real_storage))

    def run(*arguments: str) -> list[str]:
        result = CliRunner().invoke(main, ["explain", *arguments])
        assert result.exit_code == 0, result.output
        return result.stdout.splitlines()

    return run


def row(lines: list[str], word: str) -> str:
    return next(line for line in lines if line.startswith(word + " "))


def test_a_mended_word_its_meaning_and_its_use(explain: Explain) -> None:
    lines = explain("how many rusian soldiers kiled acording to kyiv")
    assert "russian" in row(lines, "rusian")
    assert "whose losses" in row(lines, "rusian")
    assert "who says it" in row(lines, "kyiv")
    assert any("russian-forces/killed claimants=ukraine" in line for line in lines)


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("how many russian soldiers killed by zorbling", "unknown"),
        ("how many soldiers were killed", "whose losses is open"),
        ("how many died in gaza", "another subject"),
        ("сколько наших погибло", "depends on who asks"),
        ("how much does a russian tank cost", "another subject"),
        ("how many russian doctors were killed", "no topic here counts"),
        ("russian losses in the war with ukraine", "whom the others fought"),
        ("my teacher says 9000 russians died", "a person who says it"),
        ("how many russian tanks, I mean planes, were destroyed", "taken back"),
        ("I live in Warsaw. How many russian tanks destroyed", "told besides"),
    ],
)
def test_what_was_vetoed_and_why(explain: Explain, question: str, why: str) -> None:
    assert any(why in line for line in explain(question))


def test_what_a_number_is_asked_for_each_of(explain: Explain) -> None:
    lines = explain("how many tanks does russia lose per day")
    assert "rate:day" in row(lines, "per day")
    assert any("russian-forces/destroyed/tank per=day" in line for line in lines)


def test_a_number_and_the_question_before(explain: Explain) -> None:
    assert any("31000" in line for line in explain("31k ukrainian soldiers dead?"))
    lines = explain("and wounded?", "--previous", "how many russians were killed")
    assert any("russian-forces/wounded" in line for line in lines)


def test_suggestions_are_marked(explain: Explain) -> None:
    suggested = [line.strip() for line in explain("how many soldiers were killed") if line.strip().startswith("? ")]
    assert "? russian-forces/killed" in suggested
    assert "? ukrainian-forces/killed" in suggested
