"""Rates: what a number is asked for each of, and what only looks like one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.questions.question import Outcome, Question

Ask = Callable[..., Question]
PERIOD = (date(2024, 5, 1), date(2024, 5, 31))

ASKED = [
    ("how many ukrainian soldiers die per day", "ukrainian-forces/killed", "day"),
    ("how many russian soldiers die a day", "russian-forces/killed", "day"),
    ("average daily Russian casualties", "russian-forces/casualties", "day"),
    ("daily ukrainian losses", "ukrainian-forces/losses", "day"),
    ("daily losses of ukraine", "ukrainian-forces/losses", "day"),
    ("russian soldiers killed/day", "russian-forces/killed", "day"),
    ("how many russian soldiers died on an average day", "russian-forces/killed", "day"),
    ("how many russians die each week", "russian-forces/killed", "week"),
    ("weekly ukrainian losses", "ukrainian-forces/losses", "week"),
    ("how many men a month is russia losing", "russian-forces/losses", "month"),
    ("how many ukrainians die a month", "ukrainian-forces/killed", "month"),
    ("monthly russian losses", "russian-forces/losses", "month"),
    ("how many tanks does russia lose per month", "russian-forces/destroyed/tank", "month"),
    ("скільки в середньому гине українських військових щодня", "ukrainian-forces/killed", "day"),
    ("скільки росіян гине на день", "russian-forces/killed", "day"),
    ("на день скільки гине росіян", "russian-forces/killed", "day"),
    ("скільки росіян гине в середньому за добу", "russian-forces/killed", "day"),
    ("щоденні втрати росії", "russian-forces/losses", "day"),
    ("середньодобові втрати україни", "ukrainian-forces/losses", "day"),
    ("скільки росіян гине щотижня", "russian-forces/killed", "week"),
    ("скільки росіян гине на місяць", "russian-forces/killed", "month"),
    ("щомісячні втрати україни", "ukrainian-forces/losses", "month"),
    ("сколько в день теряет россия", "russian-forces/losses", "day"),
    ("сколько украинских солдат гибнет в сутки", "ukrainian-forces/killed", "day"),
    ("ежедневные потери украины", "ukrainian-forces/losses", "day"),
    ("среднесуточные потери россии", "russian-forces/losses", "day"),
    ("сколько гибнет русских в день с начала войны", "russian-forces/killed", "day"),
    ("сколько русских гибнет в неделю", "russian-forces/killed", "week"),
    ("сколько россия теряет солдат в месяц", "russian-forces/losses", "month"),
    ("ежемесячные потери украины", "ukrainian-forces/losses", "month"),
]


@pytest.mark.parametrize(("text", "topic", "per"), ASKED)
def test_a_rate_is_asked_for(ask: Ask, text: str, topic: str, per: str) -> None:
    (reading,) = ask(text).readings
    assert (str(reading.topic), reading.per, reading.period) == (topic, per, False)


@pytest.mark.parametrize(
    "text",
    [
        "how many russian soldiers died in a day",
        "losses of russia a day after the invasion began",
        "russian dead a month after the invasion",
        "how many russians died a month ago",
        "daily report of the general staff: russian losses",
        "HRMMU monthly update june 2026, civilians hurt",
        "I read about it every day. How many Russian soldiers died?",
        "not per day but in total, how many russians died",
        "скільки росіян загинуло за добу",
        "скільки росіян загинуло за день",
        "втрати росії за місяць",
        "щоденне зведення генштабу втрати рф",
        "сколько потеряла украина за сутки",
        "потери россии за месяц",
        "ежедневная сводка генштаба, потери россии",
        "сколько погибло русских в день вторжения",
        "сколько погибло русских в день, когда началась война",
        "сколько погибло русских в день 5 мая 2023",
    ],
)
def test_what_is_no_rate(ask: Ask, text: str) -> None:
    readings = ask(text).readings
    assert readings
    assert {reading.per for reading in readings} == {None}


@pytest.mark.parametrize(
    "text",
    [
        "russian killed per day in may 2024",
        "average russian losses a day in may 2024",
        "скільки росіян гинуло на добу в травні 2024",
        "сколько русских в сутки погибало в мае 2024",
    ],
)
def test_dates_limit_a_rate_too(ask: Ask, text: str) -> None:
    (reading,) = ask(text).readings
    assert reading.per == "day"
    assert (reading.dates.as_of_from, reading.dates.as_of_to) == PERIOD


@pytest.mark.parametrize(
    ("text", "number", "per"),
    [
        ("is it true that 1000 russians die a day", 1000, "day"),
        ("is it true that russia loses 30000 men a month", 30_000, "month"),
        ("правда що 1000 росіян гине на день", 1000, "day"),
        ("правда что 30 тысяч русских в месяц гибнет", 30_000, "month"),
    ],
)
def test_a_number_put_forward_with_a_rate_is_both(ask: Ask, text: str, number: int, per: str) -> None:
    question = ask(text)
    assert question.checked is not None
    assert question.checked.low == number
    assert [reading.per for reading in question.readings] == [per]


def test_each_side_is_asked_for_its_rate(ask: Ask) -> None:
    readings = ask("how many russian and ukrainian soldiers die per day").readings
    assert [(str(reading.topic), reading.per) for reading in readings] == [
        ("russian-forces/killed", "day"),
        ("ukrainian-forces/killed", "day"),
    ]


def test_whose_is_asked_back_with_the_rate(ask: Ask) -> None:
    question = ask("monthly losses")
    assert (question.outcome, question.missing) == (Outcome.CLARIFY, "side")
    assert {suggestion.reading.per for suggestion in question.suggestions} == {"month"}


@pytest.mark.parametrize(
    ("before", "text", "topic", "per"),
    [
        ("how many ukrainian soldiers die per day", "and russian?", "russian-forces/killed", "day"),
        ("how many ukrainian soldiers die per day", "and captured?", "ukrainian-forces/captured", "day"),
        ("how many ukrainian soldiers die per day", "and per month?", "ukrainian-forces/killed", "month"),
        ("how many ukrainian soldiers die per day", "and in total?", "ukrainian-forces/killed", None),
        ("how many ukrainian soldiers were killed", "per day?", "ukrainian-forces/killed", "day"),
        ("how many ukrainian soldiers were killed", "and a week", "ukrainian-forces/killed", "week"),
        ("скільки загинуло російських військових", "а на день?", "russian-forces/killed", "day"),
        ("скільки російських військових гине щодня", "а українських?", "ukrainian-forces/killed", "day"),
        ("сколько погибло российских военных", "а в месяц?", "russian-forces/killed", "month"),
        ("сколько российских военных гибнет в день", "а украинских?", "ukrainian-forces/killed", "day"),
        ("how many ukrainian soldiers die per day", "how many russians were captured", "russian-forces/captured", None),
    ],
)
def test_follow_ups(ask: Ask, before: str, text: str, topic: str, per: str | None) -> None:
    (reading,) = ask(text, before).readings
    assert (str(reading.topic), reading.per) == (topic, per)


def test_thanks_with_a_word_of_rates_ask_for_none(ask: Ask) -> None:
    assert ask("thanks, I look here every day", "how many ukrainian soldiers were killed").readings == ()
