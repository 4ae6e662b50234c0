"""People who are where they live, and a war that is named for the country where it is fought."""

from collections.abc import Callable

import pytest

from bot.questions.question import Outcome, Question


@pytest.mark.parametrize(
    "text",
    [
        "how many civilians have died in the ukraine war",
        "Number of civilians killed in Ukraine war rises to 12,000",
        "civilian deaths in russia's war on ukraine",
        "how many civilians died since the russian invasion of ukraine",
        "скільки цивільних загинуло у війні в україні",
        "скільки цивільних загинуло у війні росії проти україни",
        "сколько гражданских погибло в войне на украине",
        "сколько мирных погибло в войне россии против украины",
    ],
)
def test_they_are_of_that_country(ask: Callable[..., Question], text: str) -> None:
    assert [str(reading.topic) for reading in ask(text).readings] == ["civilians-ukraine/killed"]


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("russian civilians killed in the ukraine war", ["civilians-russia/killed"]),
        ("civilians killed in Belgorod in the ukraine war", ["civilians-russia/killed"]),
        ("мирные жители россии погибшие в войне на украине", ["civilians-russia/killed"]),
        ("russian soldiers killed in the ukraine war", ["russian-forces/killed"]),
        ("скільки військових рф загинуло у війні в україні", ["russian-forces/killed"]),
    ],
)
def test_whoever_is_named_otherwise_is_not(ask: Callable[..., Question], text: str, topics: list[str]) -> None:
    assert [str(reading.topic) for reading in ask(text).readings] == topics


@pytest.mark.parametrize("text", ["how many soldiers died in the ukraine war", "civilian deaths in russia-ukraine war"])
def test_soldiers_and_both_countries_tell_nobody(ask: Callable[..., Question], text: str) -> None:
    assert ask(text).outcome is Outcome.CLARIFY
