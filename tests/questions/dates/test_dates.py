"""The limits that a question's dates set (today is Sunday, 22 November 2026; the war began on 24 February 2022)."""

from collections.abc import Callable

import pytest

from bot.questions.question import Question


@pytest.mark.parametrize(
    ("text", "first", "last", "period"),
    [
        ("as of 3 March 2022", None, "2022-03-03", False),
        ("as of 2024-12-31", None, "2024-12-31", False),
        ("by May 2023", None, "2023-05-31", False),
        ("by the end of 2023", None, "2023-12-31", False),
        ("until the end of May 2023", None, "2023-05-31", False),
        ("so far", None, None, False),
        ("since the start of the war", None, None, False),
        ("since the full-scale invasion began", None, None, False),
        ("from the first day of the invasion", None, None, False),
        ("від першого дня вторгнення", None, None, False),
        ("since the day of the invasion", None, None, False),
        ("з дня вторгнення", None, None, False),
        ("со дня вторжения", None, None, False),
        ("since the invasion kicked off", None, None, False),
        ("since the conflict between Russia and Ukraine started", None, None, False),
        ("с тех пор как конфликт между россией и украиной начался", None, None, False),
        ("з того часу як конфлікт між росією та україною почався", None, None, False),
        ("від старту вторгнення", None, None, False),
        ("со старта вторжения", None, None, False),
        ("з початку всього цього", None, None, False),
        ("с начала всего этого", None, None, False),
        ("с первого дня вторжения", None, None, False),
        ("since 24 February 2022", None, None, False),
        ("since Feb 2022", None, None, False),
        ("since 2024", "2024-01-01", None, True),
        ("since January 2025", "2025-01-01", None, True),
        ("in May 2023", "2023-05-01", "2023-05-31", True),
        ("in the year 2025", "2025-01-01", "2025-12-31", True),
        ("in the 2023 offensive (June to September)", "2023-06-01", "2023-09-30", True),
        ("у 2023 році, червень-вересень", "2023-06-01", "2023-09-30", True),
        ("в 2023 году (июнь-сентябрь)", "2023-06-01", "2023-09-30", True),
        ("by the year 2024", None, "2024-12-31", False),
        ("2025, the deadliest year since 2022", "2025-01-01", "2025-12-31", True),
        ("за рік 2024", "2024-01-01", "2024-12-31", True),
        ("за год 2024", "2024-01-01", "2024-12-31", True),
        ("in May", "2026-05-01", "2026-05-31", True),
        ("on 5 May 2023", "2023-05-05", "2023-05-05", True),
        ("in the first week", "2022-02-24", "2022-03-03", True),
        ("in the first three days", "2022-02-24", "2022-02-26", True),
        ("in the first month of the war", "2022-02-24", "2022-03-24", True),
        ("last week", "2026-11-09", "2026-11-15", True),
        ("from last week", "2026-11-09", "2026-11-15", True),
        ("from yesterday", "2026-11-21", "2026-11-21", True),
        ("from March 2023", "2023-03-01", None, True),
        ("last month", "2026-10-01", "2026-10-31", True),
        ("last year", "2025-01-01", "2025-12-31", True),
        ("last winter", "2025-12-01", "2026-02-28", True),
        ("last three months", "2026-08-22", "2026-11-22", True),
        ("yesterday", "2026-11-21", "2026-11-21", True),
        ("one year ago", None, "2025-11-22", False),
        ("up to and including 24 feb 2023", None, "2023-02-24", False),
        ("upto december 2024", None, "2024-12-31", False),
        ("up till 2024", None, "2024-12-31", False),
        ("by late-2024", None, "2024-12-31", False),
        ("в ніч на 17 червня 2025", "2025-06-17", "2025-06-17", True),
        ("in the first six months of 2023", "2023-01-01", "2023-06-30", True),
        ("in the last two weeks of May 2024", "2024-05-18", "2024-05-31", True),
        ("in twenty twenty-three", "2023-01-01", "2023-12-31", True),
        ("between March and June 2023", "2023-03-01", "2023-06-30", True),
        ("from March to June 2023", "2023-03-01", "2023-06-30", True),
        ("станом на 31.12.2023", None, "2023-12-31", False),
        ("у травні 2023 року", "2023-05-01", "2023-05-31", True),
        ("на початок березня 2022", None, "2022-03-01", False),
        ("за жовтень 2025", "2025-10-01", "2025-10-31", True),
        ("минулого тижня", "2026-11-09", "2026-11-15", True),
        ("позавчора", "2026-11-20", "2026-11-20", True),
        ("к маю 2023", None, "2023-05-31", False),
        ("с начала года", "2026-01-01", None, True),
        ("с начала войны", None, None, False),
        ("летом 2025", "2025-06-01", "2025-08-31", True),
        ("in q1 2024", "2024-01-01", "2024-03-31", True),
        ("in the first half of 2024", "2024-01-01", "2024-06-30", True),
        ("за второе полугодие 2023", "2023-07-01", "2023-12-31", True),
        ("from 1 to 15 May 2024", "2024-05-01", "2024-05-15", True),
        ("march-april 2022", "2022-03-01", "2022-04-30", True),
        ("on day 100 of the war", "2022-06-03", "2022-06-03", True),
        ("at the beginning of the war", "2022-02-24", "2022-03-23", True),
        ("over 24 hours", "2026-11-21", "2026-11-22", True),
        ("за последние полгода", "2026-05-22", "2026-11-22", True),
        ("неделю назад", None, "2026-11-15", False),
        ("на 1-е сентября 2025 г.", None, "2025-09-01", False),
        ("на прошлой неделе", "2026-11-09", "2026-11-15", True),
        ("за первый месяц войны", "2022-02-24", "2022-03-24", True),
        ("this weekend", "2026-11-21", "2026-11-22", True),
        ("last weekend", "2026-11-14", "2026-11-15", True),
        ("за эти выходные", "2026-11-21", "2026-11-22", True),
        ("у минулі вихідні", "2026-11-14", "2026-11-15", True),
        ("by Christmas 2024", None, "2024-12-25", False),
        ("by New Year's Eve 2023", None, "2023-12-31", False),
        ("до великодня 2024", None, "2024-05-05", False),
        ("к новому году 2024", None, "2024-01-01", False),
        ("on Christmas", "2025-12-25", "2025-12-25", True),
        ("до кінця літа", None, "2026-08-31", False),
        ("до конца весны 2023", None, "2023-05-31", False),
        ("week ending 15 Nov", "2026-11-09", "2026-11-15", True),
        ("за неделю по 15 ноября", "2026-11-09", "2026-11-15", True),
        ("this yr", "2026-01-01", "2026-11-22", True),
        ("YTD", "2026-01-01", "2026-11-22", True),
        ("цьогоріч", "2026-01-01", "2026-11-22", True),
        ("торік", "2025-01-01", "2025-12-31", True),
        ("за 22 год", "2022-01-01", "2022-12-31", True),
        ("с 23 года", "2023-01-01", None, True),
        ("у 23 році", "2023-01-01", "2023-12-31", True),
        ("весной 22", "2022-03-01", "2022-05-31", True),
        ("восени 23", "2023-09-01", "2023-11-30", True),
        ("in summer 24", "2024-06-01", "2024-08-31", True),
        ("в 22", "2022-01-01", "2022-12-31", True),
        ("за 3 года", "2023-11-22", "2026-11-22", True),
        ("by mid-2025", None, "2025-07-02", False),
        ("after 1000 days of war", None, "2024-11-19", False),
        ("в неделю", None, None, False),
        ("на місяць", None, None, False),
        ("за неделю", "2026-11-15", "2026-11-22", True),
        ("за 21.11", "2026-11-21", "2026-11-21", True),
        ("between 1 and 15 November", "2026-11-01", "2026-11-15", True),
        ("між 1 і 15 листопада", "2026-11-01", "2026-11-15", True),
        ("зимой 2022-2023", "2022-12-01", "2023-02-28", True),
        ("in winter 2022/23", "2022-12-01", "2023-02-28", True),
        ("за 22-24 годы", "2022-01-01", "2024-12-31", True),
        ("позаторік", "2024-01-01", "2024-12-31", True),
        ("на 5.10", None, "2026-10-05", False),
        ("к 1.12", None, "2025-12-01", False),
        ("станом на 23.00 5 березня 2022", None, "2022-03-05", False),
        ("as of 23:00 on 5 March 2022", None, "2022-03-05", False),
        ("as of 10:30, 5 March 2022", None, "2022-03-05", False),
    ],
)
def test_limits(ask: Callable[..., Question], text: str, first: str | None, last: str | None, period: bool) -> None:
    (reading,) = ask(f"russian killed {text}" if text.isascii() else f"убито русских {text}").readings
    found = reading.dates
    assert (found.as_of_from and found.as_of_from.isoformat(), found.as_of_to and found.as_of_to.isoformat()) == (
        first,
        last,
    )
    assert reading.period is period


@pytest.mark.parametrize(
    "text",
    [
        "Russians killed in May 2024 and a year earlier",
        "убито русских в мае 2024 и годом ранее",
        "вбито росіян у травні 2024 і роком раніше",
    ],
)
def test_a_year_earlier_than_the_date_before_it(ask: Callable[..., Question], text: str) -> None:
    found = [str(reading.dates.as_of_from) for reading in ask(text).readings]
    assert found == ["2024-05-01", "2023-05-01"]


@pytest.mark.parametrize(
    "text",
    [
        "24 Russian tanks destroyed",
        "погибло 22 солдата рф",
        "знищено 24 танки рф",
        "around 2000 Russian POWs",
        "Ukraine captures about 1900 Russian soldiers",
        "около 2000 пленных россиян",
        "близько 1900 полонених росіян",
    ],
)
def test_what_is_counted_is_no_year(ask: Callable[..., Question], text: str) -> None:
    question = ask(text)
    assert question.checked is not None
    assert [reading.dates.as_of_to for reading in question.readings] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "I am 78 years old, how many Russians died",
        "мне 78 лет, сколько русских погибло",
        "мені 78 років, скільки росіян загинуло",
    ],
)
def test_an_age_is_neither_a_date_nor_a_number_to_check(ask: Callable[..., Question], text: str) -> None:
    question = ask(text)
    assert question.checked is None
    assert [reading.dates.as_of_to for reading in question.readings] == [None]


def test_a_running_total_on_a_day_is_no_period(ask: Callable[..., Question]) -> None:
    (reading,) = ask("russian death toll march 25 2022").readings
    assert reading.period is False
    assert str(reading.dates.as_of_to) == "2022-03-25"


def test_what_somebody_said_in_a_month(ask: Callable[..., Question]) -> None:
    (reading,) = ask("what did Shoigu say about russian dead in sept 2022").readings
    assert str(reading.dates.said_from) == "2022-09-01"
    assert reading.dates.as_of_to is None


def test_may_and_march_are_verbs_too(ask: Callable[..., Question]) -> None:
    (reading,) = ask("how many russians may have died").readings
    assert reading.dates.as_of_to is None


@pytest.mark.parametrize(
    "text",
    ["Russian losses in the counteroffensive", "втрати рф під час контрнаступу", "потери всу за контрнаступление"],
)
def test_a_part_of_it_all_that_nothing_dates_is_named(ask: Callable[..., Question], text: str) -> None:
    (reading,) = ask(text).readings
    assert reading.unmatched
    assert reading.dates.as_of_to is None


def test_a_part_of_it_all_may_be_dated(ask: Callable[..., Question]) -> None:
    (reading,) = ask("Russian losses in the 2023 counteroffensive").readings
    assert (reading.unmatched, str(reading.dates.as_of_from)) == ((), "2023-01-01")


@pytest.mark.parametrize(
    "text", ["потери россии с начала контрнаступления", "russian losses since the counteroffensive began"]
)
def test_since_a_part_of_it_all_is_not_since_the_beginning(ask: Callable[..., Question], text: str) -> None:
    assert ask(text).readings == ()


def test_the_day_when_somebody_said_it_is_not_asked_for(ask: Callable[..., Question]) -> None:
    (reading,) = ask("a taxi driver today said that 100 thousand russians died").readings
    assert reading.dates.as_of_to is None
