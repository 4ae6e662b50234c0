"""Spans that several words name together: a week by its days, so long after the beginning, up to a date."""

from collections.abc import Callable

import pytest

from bot.questions.question import Dates, Question

UNITS_WITH_THEIR_DATES = [
    ("in the week of 5 May 2025", "2025-05-05", "2025-05-11"),
    ("for the week of May 8", "2026-05-04", "2026-05-10"),
    ("in the month of October", "2026-10-01", "2026-10-31"),
    ("in the month of October 2024", "2024-10-01", "2024-10-31"),
    ("in the week from 5 to 11 May 2025", "2025-05-05", "2025-05-11"),
    ("за тиждень з 5 по 11 травня 2025", "2025-05-05", "2025-05-11"),
    ("за неделю с 5 по 11 мая 2025", "2025-05-05", "2025-05-11"),
    ("за місяць травень 2024", "2024-05-01", "2024-05-31"),
    ("за месяц май 2024", "2024-05-01", "2024-05-31"),
    ("за день 5 мая", "2026-05-05", "2026-05-05"),
]
AFTER_THE_BEGINNING = [
    ("two years into the war", None, "2024-02-24"),
    ("three years on", None, "2025-02-24"),
    ("six months into the invasion", None, "2022-08-24"),
    ("100 days in", None, "2022-06-03"),
    ("a year after the invasion", None, "2023-02-24"),
    ("two years after the war began", None, "2024-02-24"),
    ("a month after the start of the war", None, "2022-03-24"),
    ("через рік після вторгнення", None, "2023-02-24"),
    ("через два роки після початку війни", None, "2024-02-24"),
    ("за рік після вторгнення", None, "2023-02-24"),
    ("через год после вторжения", None, "2023-02-24"),
    ("спустя год после начала войны", None, "2023-02-24"),
    ("спустя три года", None, "2025-02-24"),
    ("спустя три года войны", None, "2025-02-24"),
    ("через год после того как началась война", None, "2023-02-24"),
    ("as of day 500 of the war", None, "2023-07-08"),
    ("as of day 1000", None, "2024-11-19"),
    ("за первые 72 часа", "2022-02-24", "2022-02-26"),
    ("within the first 72 hours", "2022-02-24", "2022-02-26"),
    ("in the first days of the war", "2022-02-24", "2022-03-03"),
    ("in the first weeks of the invasion", "2022-02-24", "2022-03-24"),
    ("у перші дні вторгнення", "2022-02-24", "2022-03-03"),
    ("за перші місяці війни", "2022-02-24", "2022-05-24"),
    ("в первые дни войны", "2022-02-24", "2022-03-03"),
    ("на второй неделе войны", "2022-03-03", "2022-03-10"),
    ("на другому тижні війни", "2022-03-03", "2022-03-10"),
    ("за 3 первых дня", "2022-02-24", "2022-02-26"),
    ("за три перші місяці війни", "2022-02-24", "2022-05-24"),
    ("в 1-м полугодии 2024", "2024-01-01", "2024-06-30"),
    ("за 2кв 2024", "2024-04-01", "2024-06-30"),
    ("в течение суток", "2026-11-21", "2026-11-22"),
    ("в течение недели", "2026-11-15", "2026-11-22"),
    ("протягом тижня", "2026-11-15", "2026-11-22"),
    ("в течение последних суток", "2026-11-21", "2026-11-22"),
    ("на третьем году войны", "2024-02-24", "2025-02-24"),
]
OF_A_BATTLE = [
    ("since the start of the fighting in Kursk region", None, None),
    ("з початку курської операції", None, None),
    ("с начала боев на курском направлении", None, None),
]
UP_TO_TODAY = [
    ("in recent weeks", "2026-10-22", "2026-11-22"),
    ("in the past days", "2026-11-15", "2026-11-22"),
    ("за останні дні", "2026-11-15", "2026-11-22"),
    ("за последние недели", "2026-10-22", "2026-11-22"),
    ("за последние месяцы", "2026-08-22", "2026-11-22"),
]
UP_TO_A_DATE = [
    ("in the year to June 2024", "2023-07-01", "2024-06-30"),
    ("in the 12 months to June 2024", "2023-07-01", "2024-06-30"),
    ("in the last three months to 15 May 2025", "2025-02-16", "2025-05-15"),
    ("за рік до червня 2024", "2023-07-01", "2024-06-30"),
    ("за 12 місяців по червень 2024", "2023-07-01", "2024-06-30"),
    ("за год до 24 февраля 2024", "2023-02-25", "2024-02-24"),
    ("before 2023", None, "2022-12-31"),
    ("prior to June 2024", None, "2024-05-31"),
    ("before summer 2023", None, "2023-05-31"),
    ("перед травнем 2024", None, "2024-04-30"),
    ("ещё до 2024 года", None, "2023-12-31"),
    ("before the end of 2022", None, "2022-12-31"),
    ("before 5 May 2024", None, "2024-05-05"),
    ("at year's end 2022", None, "2022-12-31"),
    ("at the end of the year 2023", None, "2023-12-31"),
    ("на кінець 2023 року", None, "2023-12-31"),
    ("by this time last year", None, "2025-11-22"),
    ("на ранок 5 травня 2025", None, "2025-05-05"),
    ("на утро 5 мая 2025", None, "2025-05-05"),
    ("as of the morning of 5 May 2025", None, "2025-05-05"),
]
NEW_YEARS = [
    ("до нового 2025 року", None, "2025-01-01"),
    ("перед новим 2024 роком", None, "2024-01-01"),
    ("на новий 2024 рік", None, "2024-01-01"),
    ("к новому 2024 году", None, "2024-01-01"),
    ("до нового 2025 года", None, "2025-01-01"),
    ("к новому 24-му году", None, "2024-01-01"),
]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    UNITS_WITH_THEIR_DATES + AFTER_THE_BEGINNING + UP_TO_TODAY + UP_TO_A_DATE + NEW_YEARS + OF_A_BATTLE,
)
def test_limits(ask: Callable[..., Question], text: str, first: str | None, last: str | None) -> None:
    question = ask(f"russian losses {text}" if text.isascii() else f"втрати рф {text}")
    dates = [(r.dates.as_of_from, r.dates.as_of_to) for r in question.readings]
    assert [(f and f.isoformat(), t and t.isoformat()) for f, t in dates] == [(first, last)]
    assert question.checked is None


@pytest.mark.parametrize(
    "text", ["скільки росіян гине у місяць", "сколько русских гибнет в месяц", "скільки росіян гине на тиждень"]
)
def test_so_many_each_month_sets_no_limits(ask: Callable[..., Question], text: str) -> None:
    assert [reading.dates for reading in ask(text).readings] == [Dates()]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("минобороны рф: потери всу за сутки 1345 человек", 1345),
        ("втрати рф за добу 1345 осіб", 1345),
    ],
)
def test_a_number_behind_a_day_counts_the_lost(ask: Callable[..., Question], text: str, value: int) -> None:
    question = ask(text)
    assert question.checked is not None and question.checked.low == value
    assert [str(reading.dates.as_of_from) for reading in question.readings] == ["2026-11-21"]


@pytest.mark.parametrize(
    "text",
    [
        "Russian Forces Had 70,000 Casualties in May, June 2024",
        "70 тысяч потерь рф в мае и июне 2024",
        "70 тисяч втрат рф у травні та червні 2024",
    ],
)
def test_one_number_for_two_months_is_of_both_together(ask: Callable[..., Question], text: str) -> None:
    (reading,) = ask(text).readings
    assert (str(reading.dates.as_of_from), str(reading.dates.as_of_to)) == ("2024-05-01", "2024-06-30")


@pytest.mark.parametrize(
    "text",
    [
        "russian losses in october, november and december 2024",
        "втрати рф у жовтні, листопаді та грудні 2024",
        "потери рф в октябре, ноябре и декабре 2024",
    ],
)
def test_a_year_named_last_is_that_of_all_months_before_it(ask: Callable[..., Question], text: str) -> None:
    found = [str(reading.dates.as_of_from) for reading in ask(text).readings]
    assert found == ["2024-10-01", "2024-11-01", "2024-12-01"]


@pytest.mark.parametrize(
    "text",
    ["one year on: how many russian soldiers have died", "Two years on, how many Russian soldiers were killed?"],
)
def test_so_long_after_the_beginning_at_the_head(ask: Callable[..., Question], text: str) -> None:
    (reading,) = ask(text).readings
    assert reading.dates.as_of_to is not None and reading.dates.as_of_from is None
