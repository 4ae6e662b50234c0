"""An adjective whose nominative is the case of the object too, and a group's own people in its own words."""

from collections.abc import Callable

import pytest

from bot.questions.question import Question

Ask = Callable[..., Question]
RUSSIA, UKRAINE = "russian-forces", "ukrainian-forces"


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("Россия сбила украинский Су-27", UKRAINE),
        ("ВСУ уничтожили российский танк", RUSSIA),
        ("ППО збила російський Су-34", RUSSIA),
        ("українські військові знищили російський танк", RUSSIA),
        ("россияне сбили украинский вертолет", UKRAINE),
        ("Украина потопила российский корабль", RUSSIA),
        ("ЗСУ збили російський гелікоптер", RUSSIA),
        ("Российские военные сбили украинский Су-27", UKRAINE),
        ("сколько дронов сбило российское пво", UKRAINE),
    ],
)
def test_what_stands_behind_subject_and_deed_suffered_it(ask: Ask, text: str, population: str) -> None:
    assert {r.topic.population for r in ask(text).readings} == {population}


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("Wagner chief admits 20,000 of his fighters killed in battle for Bakhmut", "wagner"),
        ("What did Prigozhin say about how many of his men were killed", "wagner"),
        ("Пригожин признал гибель 20 тысяч своих бойцов", "wagner"),
        ("Prigozhin: 20,000 Ukrainian soldiers killed in Bakhmut", UKRAINE),
        ("Putin about his dead soldiers", RUSSIA),
    ],
)
def test_whose_own(ask: Ask, text: str, population: str) -> None:
    assert {r.topic.population for r in ask(text).readings} == {population}


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine lost 800 people and 20 tanks",
        "ЗСУ втратили 800 осіб та 20 танків",
        "ВСУ потеряли более 800 человек, 20 танков",
    ],
)
def test_people_counted_beside_things_are_asked_for_too(ask: Ask, text: str) -> None:
    topics = {(r.topic.measure, r.topic.object) for r in ask(text).readings}
    assert topics == {("losses", None), ("destroyed", "tank")}
