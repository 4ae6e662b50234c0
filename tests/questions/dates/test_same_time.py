"""The dates of the question before, named again; and the day that a figure's state is of."""

from collections.abc import Callable
from datetime import date

import pytest

from bot.questions.question import Question

Ask = Callable[..., Question]


@pytest.mark.parametrize(
    ("before", "text", "topic"),
    [
        ("втрати рф за вчора", "а зсу за той же день", "ukrainian-forces/losses"),
        ("втрати рф за 5 травня 2024", "а ЗСУ за той самий день?", "ukrainian-forces/losses"),
        ("скільки росіян загинуло 5 травня 2024", "а українців за цей же день", "ukrainian-forces/killed"),
        ("потери рф за вчера", "а всу за тот же день", "ukrainian-forces/losses"),
        ("потери россии 5 мая 2024", "а у украины в тот же день", "ukrainian-forces/losses"),
        ("russian losses yesterday", "and ukraine the same day", "ukrainian-forces/losses"),
        ("russian losses on 5 may 2024", "and ukraine on that same day?", "ukrainian-forces/losses"),
        ("russian losses on 5 may 2024", "ukraine, same day", "ukrainian-forces/losses"),
        ("втрати рф за травень 2024", "а зсу за той же місяць", "ukrainian-forces/losses"),
        ("потери рф за май 2024", "а всу за тот же месяц", "ukrainian-forces/losses"),
        ("втрати рф за 2023 рік", "а за той же рік зсу?", "ukrainian-forces/losses"),
        ("потери рф с мая по июнь 2024", "а за тот же период всу", "ukrainian-forces/losses"),
        ("втрати рф за травень 2024", "a za toi samyi period zsu", "ukrainian-forces/losses"),
        ("втрати рф за вчора", "а зсу в той же день", "ukrainian-forces/losses"),
        ("скільки українців загинуло 5 травня 2024", "а їхні за той день", "russian-forces/killed"),
        ("russian losses last week", "and the ukrainians that week", "ukrainian-forces/losses"),
        ("втрати рф 5 травня 2024", "а українські того ж дня", "ukrainian-forces/losses"),
        ("потери рф 5 мая 2024", "а украинские того же дня", "ukrainian-forces/losses"),
        ("ukrainian losses in may 2024", "and the russians for that same period", "russian-forces/losses"),
    ],
)
def test_the_same_time_is_that_of_the_question_before(ask: Ask, before: str, text: str, topic: str) -> None:
    (reading,) = ask(text, previous=before).readings
    assert str(reading.topic) == topic
    assert reading.dates == ask(before).readings[0].dates
    assert not reading.claimants


@pytest.mark.parametrize(
    "text",
    [
        "Russian WIA, status 05/06/2022",
        "russian losses, status 5 june 2022",
        "Ukrainian KIA, status as of 05/06/2022",
        "russian tanks lost, state of play 5 june 2022",
        "поранені росіяни, статус на 05.06.2022",
        "раненые россияне, состояние на 05.06.2022",
        "втрати рф, стан на 5 червня 2022",
        "потери рф, статус на 5 июня 2022",
    ],
)
def test_the_state_of_a_day_is_up_to_it(ask: Ask, text: str) -> None:
    (reading,) = ask(text).readings
    assert (reading.dates.as_of_from, reading.dates.as_of_to) in ((None, date(2022, 6, 5)), (None, date(2022, 5, 6)))
