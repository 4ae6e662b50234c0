"""Capitals that did it, ranks that say it, "their losses" in the words of a sayer, things that struck by themselves."""

from collections.abc import Callable

import pytest

from bot.questions.question import Question

Ask = Callable[..., Question]
RUSSIA, UKRAINE = "russian-forces", "ukrainian-forces"


@pytest.mark.parametrize(
    ("text", "population", "claimants"),
    [
        ("сколько русских взял в плен киев", RUSSIA, set()),
        ("скільки росіян в полоні тримає київ", RUSSIA, set()),
        ("сколько украинцев держит в плену москва", UKRAINE, set()),
        ("сколько русских танков уничтожил киев", RUSSIA, set()),
        ("сколько дронов сбила москва", UKRAINE, set()),
        ("сколько танков потерял киев", UKRAINE, set()),
        ("сколько убито русских, киев", RUSSIA, {"ukraine"}),
        ("Ukrainian commander: 2,000 Russian artillery systems destroyed", RUSSIA, {"ukraine"}),
        ("Russian colonel: 500 Ukrainians killed", UKRAINE, {"russia"}),
        ("what did Kyiv say their losses were", UKRAINE, {"ukraine"}),
        ("what did Moscow say their losses were", RUSSIA, {"russia"}),
        ("Russia's Black Sea Fleet: how many ships has Ukraine sunk?", RUSSIA, set()),
        ("Атака БПЛА на Курскую область: погиб один человек", "civilians-russia", set()),
        ("дрони атакували Одесу: загинули двоє", "civilians-ukraine", set()),
    ],
)
def test_whose_and_by_whom(ask: Ask, text: str, population: str, claimants: set[str]) -> None:
    readings = ask(text).readings
    assert {r.topic.population for r in readings} == {population}
    assert {claimant for r in readings for claimant in r.claimants} == claimants
