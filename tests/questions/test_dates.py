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
        ("since 24 February 2022", None, None, False),
        ("since Feb 2022", None, None, False),
        ("since 2024", "2024-01-01", None, True),
        ("since January 2025", "2025-01-01", None, True),
        ("in May 2023", "2023-05-01", "2023-05-31", True),
        ("in May", "2026-05-01", "2026-05-31", True),
        ("on 5 May 2023", "2023-05-05", "2023-05-05", True),
        ("in the first week", "2022-02-24", "2022-03-03", True),
        ("in the first three days", "2022-02-24", "2022-02-26", True),
        ("in the first month of the war", "2022-02-24", "2022-03-24", True),
        ("last week", "2026-11-09", "2026-11-15", True),
        ("last month", "2026-10-01", "2026-10-31", True),
        ("last year", "2025-01-01", "2025-12-31", True),
        ("last winter", "2025-12-01", "2026-02-28", True),
        ("last three months", "2026-08-22", "2026-11-22", True),
        ("yesterday", "2026-11-21", "2026-11-21", True),
        ("one year ago", None, "2025-11-22", False),
        ("up to and including 24 feb 2023", None, "2023-02-24", False),
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
