"""Unknown words: stepped over where they change nothing, asked about where they may."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.questions.question import Outcome, Question
from bot.questions.tokens.vocabulary import Vocabulary
from bot.questions.understand import understand
from tests.questions import package, score

HERE = Path(__file__).parents[1]
Ask = Callable[..., Question]
NONSENSE = {"latin": "qzxvwq", "cyrillic": "щжщцжщ"}


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("how many russian soldiers died qzxvwq Bakhmut", "russian-forces/killed"),
        ("how many ukrainian soldiers died qzxvwq Bakhmut", "ukrainian-forces/killed"),
        ("according to qzxvwq Mediazona how many Russian soldiers were killed", "russian-forces/killed"),
        ("скільки російських солдатів загинуло щжщцжщ врешті решт", "russian-forces/killed"),
        ("сколько украинских солдат погибло щжщцжщ в итоге", "ukrainian-forces/killed"),
        ("how many russian soldiers qzxvwq died", "russian-forces/killed"),
        ("скільки українських танків щжщцжщ знищено", "ukrainian-forces/destroyed/tank"),
        ("Zelensky says qzxvwq 5000 Russian soldiers were killed", "russian-forces/killed"),
        ("Путин сказал щжщцжщ 5000 украинских солдат погибли", "ukrainian-forces/killed"),
        ("ok qzxvwq how many Ukrainian soldiers were wounded", "ukrainian-forces/wounded"),
        ("Qzxvwq Zelensky: 31,000 Ukrainian soldiers killed", "ukrainian-forces/killed"),
        ("Щжщцжщ Зеленский: погибла 31 тысяча украинских солдат", "ukrainian-forces/killed"),
    ],
)
def test_a_word_that_decides_nothing_is_stepped_over_and_counted(ask: Ask, text: str, topic: str) -> None:
    question = ask(text)
    assert [str(reading.topic) for reading in question.readings] == [topic]
    assert question.set_aside == 1


@pytest.mark.parametrize(
    "text",
    [
        "how many qzxvwq were killed by Russia",  # who
        "how many Russian qzxvwq were killed",  # whose head
        "how many tanks the Russians qzxvwq to destroy",  # what a side did
        "how many Russian soldiers were killed in qzxvwq",  # where
        "how many Russian soldiers were killed according to qzxvwq",  # who says it
        "how many Russian soldiers were killed by qzxvwq",  # by whom
        "Qzxvwq: Russian soldiers killed",  # who says it
        "Russian soldiers killed, qzxvwq",  # who says it
        "Russian tanks, qzxvwq and planes destroyed",  # what else
        "Kyiv vs Moscow numbers on qzxvwq dead",  # whose
        "Kyiv vs qzxvwq numbers on Russian dead",  # who says it
        "Qzxvwq 5000 Russian soldiers killed",  # where, or who says it
        "Russian soldiers killed and qzxvwq",  # what else happened
        "5 qzxvwq of Russian tanks destroyed",  # of what the number is
        "how many Ukrainian soldiers killed qzxvwq",  # whom they killed
        "скільки росія втратила щжщцжщ",  # what was lost
        "how many Russia lost qzxvwq",
        "сколько украинские щжщцжщ сбили самолётов",  # who did it
        "сколько раненых российских солдат вылечили",  # what else became of them
        "скільки росіян щжщцжщ",  # what happened
        "qzxvwq qzxvwqa qzxvwqb died in the Russian army",  # too many
    ],
)
def test_a_word_that_may_turn_the_question_is_asked_about(ask: Ask, text: str) -> None:
    assert ask(text).outcome is not Outcome.UNDERSTOOD


def test_nothing_is_set_aside_where_every_word_is_known(ask: Ask) -> None:
    assert not ask("how many Russian soldiers were killed").set_aside


@pytest.mark.parametrize("file", ["dev.jsonl", "fresh_4.jsonl", "fresh_5.jsonl"])
def test_no_word_that_becomes_unknown_brings_the_other_side_or_an_answer(vocabulary: Vocabulary, file: str) -> None:
    """Each word of each labelled question in turn made nonsense: less may be answered, nothing else."""
    for line in (HERE / "sets" / file).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        whole = understand(row["text"], vocabulary, today=package.TODAY)
        for step in whole.steps:
            if not step.typed[:1].isalpha() or (step.note is None and step.concept is None):
                continue
            nonsense = NONSENSE["latin" if step.typed.isascii() else "cyrillic"]
            text = row["text"].replace(step.typed, nonsense, 1)
            masked = understand(text, vocabulary, today=package.TODAY)
            assert _sides(masked) <= _sides(whole) or not whole.readings, text
            assert whole.readings or row["in_scope"] or not masked.readings, text


def _sides(question: Question) -> set[str]:
    return {score.SIDE_OF[reading.topic.population] for reading in question.readings}
