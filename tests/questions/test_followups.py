"""Follow-ups that name somebody by the part he plays (themselves, the defenders), and what stays of the one before."""

from collections.abc import Callable
from datetime import date

import pytest

from bot.questions.question import Question

Ask = Callable[..., Question]


@pytest.mark.parametrize(
    ("before", "text", "topic", "claimants"),
    [
        ("скока всу потеряли под часовым яром", "а сами они что говорят", "ukrainian-forces/losses", ("ukraine",)),
        ("how many russian soldiers died", "and what do they say themselves?", "russian-forces/killed", ("russia",)),
        ("how many russian soldiers died, kyiv", "and by their own count?", "russian-forces/killed", ("russia",)),
        ("скільки танків втратила росія", "а самі що кажуть?", "russian-forces/destroyed/tank", ("russia",)),
        (
            "скільки танків втратила україна",
            "а самі скільки визнають?",
            "ukrainian-forces/destroyed/tank",
            ("ukraine",),
        ),
        (
            "сколько танков потеряла россия",
            "а они сами сколько признают?",
            "russian-forces/destroyed/tank",
            ("russia",),
        ),
        ("civilians killed in russia", "what do they say themselves", "civilians-russia/killed", ("russia",)),
    ],
)
def test_they_themselves_say_it(ask: Ask, before: str, text: str, topic: str, claimants: tuple[str, ...]) -> None:
    (reading,) = ask(text, before).readings
    assert (str(reading.topic), reading.claimants) == (topic, claimants)


def test_whoever_is_named_says_it_even_with_themselves(ask: Ask) -> None:
    (reading,) = ask("а самі українці що кажуть?", "українські втрати за даними росії").readings
    assert reading.claimants == ("ukraine",)


@pytest.mark.parametrize(
    ("before", "text", "topic"),
    [
        ("how many soldiers did russia lose near Pokrovsk", "and the defenders?", "ukrainian-forces/losses"),
        ("how many soldiers did russia lose near Pokrovsk", "and the attackers?", "russian-forces/losses"),
        ("how many soldiers did ukraine lose in Kursk region", "and the defenders?", "russian-forces/losses"),
        ("how many soldiers did ukraine lose in Kursk region", "and the attackers?", "ukrainian-forces/losses"),
        ("скільки солдатів втратила росія під Бахмутом", "а захисники?", "ukrainian-forces/losses"),
        ("сколько солдат потеряла россия под Бахмутом", "а защитники?", "ukrainian-forces/losses"),
        ("сколько солдат потеряла украина в курской области", "а защитники?", "russian-forces/losses"),
        ("скільки солдатів втратила росія", "а атакуючі?", ""),  # nowhere in particular
    ],
)
def test_those_who_defend_a_place_are_of_its_country(ask: Ask, before: str, text: str, topic: str) -> None:
    assert [str(reading.topic) for reading in ask(text, before).readings] == [topic] * bool(topic)


@pytest.mark.parametrize(
    ("before", "text", "topic"),
    [
        ("скільки цивільних українців загинуло у 2022", "тільки дітей", "children-ukraine/killed"),
        ("how many ukrainian civilians were killed in 2022", "only children", "children-ukraine/killed"),
        ("сколько мирных россиян погибло в 2022", "только детей", "children-russia/killed"),
        ("civilians killed in russia in 2022", "children only", "children-russia/killed"),
    ],
)
def test_a_part_of_those_asked_about(ask: Ask, before: str, text: str, topic: str) -> None:
    (reading,) = ask(text, before).readings
    assert (str(reading.topic), reading.dates.as_of_from) == (topic, date(2022, 1, 1))


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("скільки цивільних загинуло в Харкові у травні 2024", "а в Одесі за той самий місяць"),
        ("сколько мирных погибло в харькове в мае 2024", "а в одессе за тот же месяц"),
        ("civilians killed in kharkiv in may 2024", "and in odesa in that month"),
    ],
)
def test_the_same_month_elsewhere(ask: Ask, before: str, text: str) -> None:
    (reading,) = ask(text, before).readings
    assert (reading.place, reading.dates.as_of_from, reading.dates.as_of_to) == (
        "odesa",
        date(2024, 5, 1),
        date(2024, 5, 31),
    )


def test_since_the_start_takes_the_dates_away(ask: Ask) -> None:
    (reading,) = ask("and since the start?", "how many russians died in 2023").readings
    assert (reading.dates.as_of_from, reading.dates.as_of_to) == (None, None)


@pytest.mark.parametrize(
    ("before", "text", "topic"),
    [
        ("how many civilians were killed in mariupol", "and in the whole of ukraine?", "civilians-ukraine/killed"),
        ("скільки цивільних загинуло в Маріуполі", "а по всій Україні?", "civilians-ukraine/killed"),
        ("сколько мирных погибло в белгороде", "а по всей стране?", "civilians-russia/killed"),
    ],
)
def test_a_whole_country_takes_the_place_away(ask: Ask, before: str, text: str, topic: str) -> None:
    (reading,) = ask(text, before).readings
    assert (str(reading.topic), reading.place) == (topic, None)
