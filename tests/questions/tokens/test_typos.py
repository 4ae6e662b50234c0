"""Which of two words a slip is likelier to be of, and questions with a slip in the word that decides."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.questions.question import Outcome, Question
from bot.questions.tokens.typos import typing_cost

Ask = Callable[..., Question]


@pytest.mark.parametrize(
    ("typed", "meant", "other"),
    [
        ("russiaa", "russia", "russian"),  # doubled
        ("killled", "killed", "kills"),
        ("kiled", "killed", "filed"),  # one of two left out
        ("russiane", "russians", "russian"),  # the key beside
        ("ukrainw", "ukraine", "ukraini"),
        ("россир", "россии", "россия"),
        ("скчльки", "скільки", "скорьки"),
        ("пленнеы", "пленные", "пленена"),  # swapped
        ("больще", "больше", "больне"),  # sounds alike
        ("рсія", "росія", "рація"),  # left out
        ("taken", "taken", "token"),  # no slip at all
    ],
)
def test_a_slip_of_the_finger_is_likelier_than_any_other_letter(typed: str, meant: str, other: str) -> None:
    assert typing_cost(typed, meant) < typing_cost(typed, other)


def test_words_further_apart_are_all_alike() -> None:
    assert typing_cost("russia", "prussians") == typing_cost("russia", "rust")


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("how many tanks has Russiaa lost", "russian-forces/destroyed/tank"),
        ("how many tanks has Ukkraine lost", "ukrainian-forces/destroyed/tank"),
        ("abrams lost by Ukrainw", "ukrainian-forces/destroyed/tank"),
        ("how many russiann soldiers were killedd", "russian-forces/killed"),
        ("number of ukrainian soldiers wounder", "ukrainian-forces/wounded"),
        ("потери Украиныы в танках", "ukrainian-forces/destroyed/tank"),
        ("сколькт российских солдат убито", "russian-forces/killed"),
        ("скчльки росіян вбито", "russian-forces/killed"),
        ("поранениі військові україни", "ukrainian-forces/wounded"),
        ("skilky rosiyskyh litakiv zbytoo", "russian-forces/destroyed/aircraft"),
    ],
)
def test_a_slip_in_a_word_that_decides_is_mended(ask: Ask, text: str, topic: str) -> None:
    assert topic in [str(reading.topic) for reading in ask(text).readings]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("hwo mny tanks dos russia hav lost", "russian-forces/destroyed/tank"),
        ("nr of rusian solders the ukranians tok prisoner", "russian-forces/captured"),
        ("wich number dos ukrane giv for its own ded", "ukrainian-forces/killed"),
        ("how mutch artilery has rusia loozed", "russian-forces/destroyed/artillery"),
        ("ukranian armed forces kild sinse 2024", "ukrainian-forces/killed"),
    ],
)
def test_short_words_are_known_by_how_they_are_misspelt(ask: Ask, text: str, topic: str) -> None:
    assert [str(reading.topic) for reading in ask(text).readings] == [topic]


def test_a_year_glued_to_its_preposition_is_a_year(ask: Ask) -> None:
    assert ask("how many russians died in2023").readings == ask("how many russians died in 2023").readings


def test_a_misspelling_that_is_a_word_of_another_language_is_read_as_that(ask: Ask) -> None:
    assert ask("tak skilky rosiyan zahynulo").readings == ask("так скільки росіян загинуло").readings


@pytest.mark.parametrize(
    "text",
    [
        "сколько украинцев убилм",  # one side did, or many
        "сколько украинп потеряла танков",  # one case or another
        "how many russian soldiers has the au eliminated",  # whoever that is
    ],
)
def test_a_slip_between_two_parts_is_asked_about(ask: Ask, text: str) -> None:
    assert ask(text).outcome is not Outcome.UNDERSTOOD


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("russkie voennoplennye v ukraine", ["russian-forces/captured"]),
        ("putin pro poteri ukrainy", ["ukrainian-forces/losses"]),
        ("ruzzki losses", ["russian-forces/losses"]),
    ],
)
def test_a_name_spelt_alike_in_two_languages_does_not_make_a_question_english(
    ask: Ask, text: str, topics: list[str]
) -> None:
    assert [str(reading.topic) for reading in ask(text).readings] == topics


@pytest.mark.parametrize(
    "word",
    ["treat", "marriage", "mary", "desk", "shoulders", "betrayed", "booze", "urine", "incoming", "tight", "louis"],
)
def test_a_common_word_is_no_slip_of_one_of_ours(ask: Ask, word: str) -> None:
    step = next(step for step in ask(f"how many soldiers {word} there").steps if step.typed == word)
    assert step.repaired == word
    assert step.concept is None
