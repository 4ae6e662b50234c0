"""Dots that end no sentence, and things that are counted one beside the other."""

from collections.abc import Callable

import pytest

from bot.questions.question import Question
from bot.questions.tokens.normalise import tokenise


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("383 тыс. военных", []),
        ("46 тис. загиблих, 2 млн. поранених", [","]),
        ("gen. Milley said", []),
        ("N. Korea lost", []),
        ("в 2023 г. потери", []),
        ("losses in May. How many?", [".", "?"]),
        ("втрати у травні. Скільки?", [".", "?"]),
        ("383 тыс.", ["."]),
    ],
)
def test_a_dot_behind_what_is_shortened_is_no_mark(text: str, marks: list[str]) -> None:
    assert [token.text for token in tokenise(text) if token.kind == "mark"] == marks


@pytest.mark.parametrize(
    ("text", "topics", "value"),
    [
        (
            "потери ВСУ превысили 383 тыс. военнослужащих, 553 самолета и 259 вертолетов",
            ["ukrainian-forces/losses", "ukrainian-forces/destroyed/aircraft", "ukrainian-forces/destroyed/helicopter"],
            383_000,
        ),
        (
            "Чотири танки та ще понад 1400 солдатів: Генштаб оновив втрати росії",
            ["russian-forces/losses", "russian-forces/destroyed/tank"],
            1400,
        ),
        (
            "Russia lost 10 tanks, 1,200 soldiers and 3 helicopters",
            ["russian-forces/losses", "russian-forces/destroyed/tank", "russian-forces/destroyed/helicopter"],
            10,
        ),
    ],
)
def test_people_and_things_each_with_a_number(
    ask: Callable[..., Question], text: str, topics: list[str], value: int
) -> None:
    question = ask(text)
    assert sorted(str(reading.topic) for reading in question.readings) == sorted(topics)
    assert question.checked is not None and question.checked.low == value
