"""Dates that are counted: from the beginning of it all, from today, in quarters, in words (today: 22 November 2026)."""

from collections.abc import Callable

import pytest

from bot.questions.question import Question


def _limits(question: Question) -> list[tuple[str | None, str | None]]:
    dates = [reading.dates for reading in question.readings]
    return [
        (d.as_of_from.isoformat() if d.as_of_from else None, d.as_of_to.isoformat() if d.as_of_to else None)
        for d in dates
    ]


FROM_THE_BEGINNING = [
    ("in the first summer of the war", "2022-06-01", "2022-08-31"),
    ("in the first winter of the full scale war", "2022-12-01", "2023-02-28"),
    ("за перше літо вторгнення", "2022-06-01", "2022-08-31"),
    ("за другу зиму війни", "2023-12-01", "2024-02-29"),
    ("за первую зиму войны", "2022-12-01", "2023-02-28"),
    ("за первое лето войны", "2022-06-01", "2022-08-31"),
    ("первой военной зимой", "2022-12-01", "2023-02-28"),
    ("in the fourth year of the war", "2025-02-24", "2026-02-24"),
    ("за четвертий рік війни", "2025-02-24", "2026-02-24"),
    ("за пятый месяц войны", "2022-06-24", "2022-07-24"),
    ("in 1000 days", "2022-02-24", "2024-11-19"),
    ("за 1000 днів", "2022-02-24", "2024-11-19"),
    ("за тысячу дней войны", "2022-02-24", "2024-11-19"),
    ("на тисячний день війни", None, "2024-11-19"),
    ("на тысячный день войны", None, "2024-11-19"),
    ("on day one of the war", "2022-02-24", "2022-02-24"),
    ("on the fourth anniversary of the invasion", None, "2026-02-24"),
    ("by the third anniversary", None, "2025-02-24"),
    ("на четверту річницю вторгнення", None, "2026-02-24"),
    ("до річниці вторгнення", None, "2026-02-24"),
    ("к третьей годовщине войны", None, "2025-02-24"),
    ("на 2-ю годовщину вторжения", None, "2024-02-24"),
]
FROM_TODAY = [
    ("за 2,5 роки", "2024-05-22", "2026-11-22"),
    ("за 2,5 года", "2024-05-22", "2026-11-22"),
    ("over three and a half years", "2023-05-22", "2026-11-22"),
    ("за три з половиною роки", "2023-05-22", "2026-11-22"),
    ("за полтора года", "2025-05-22", "2026-11-22"),
    ("на тому тижні", "2026-11-09", "2026-11-15"),
    ("на той неделе", "2026-11-09", "2026-11-15"),
    ("the week before last", "2026-11-02", "2026-11-08"),
    ("позаминулого тижня", "2026-11-02", "2026-11-08"),
    ("в позапрошлом месяце", "2026-09-01", "2026-09-30"),
    ("the year before last", "2024-01-01", "2024-12-31"),
    ("позапрошлым летом", "2024-06-01", "2024-08-31"),
    ("в позапрошлом году", "2024-01-01", "2024-12-31"),
    ("month to date", "2026-11-01", "2026-11-22"),
    ("з початку місяця", "2026-11-01", None),
    ("с начала месяца", "2026-11-01", None),
    ("over the past fortnight", "2026-11-08", "2026-11-22"),
    ("a year ago today", None, "2025-11-22"),
    ("на выходных", "2026-11-21", "2026-11-22"),
]
PARTS = [
    ("last quarter", "2026-07-01", "2026-09-30"),
    ("за останній квартал", "2026-07-01", "2026-09-30"),
    ("за прошлый квартал", "2026-07-01", "2026-09-30"),
    ("за квартал", "2026-08-22", "2026-11-22"),
    ("за II квартал 2024", "2024-04-01", "2024-06-30"),
    ("за III квартал 2025", "2025-07-01", "2025-09-30"),
    ("за 3 кв 2024", "2024-07-01", "2024-09-30"),
    ("in h1 2024", "2024-01-01", "2024-06-30"),
    ("за 10 місяців 2025", "2025-01-01", "2025-10-31"),
    ("за 10 месяцев 2025", "2025-01-01", "2025-10-31"),
    ("за 11 днів листопада", "2026-11-01", "2026-11-11"),
    ("у перших числах листопада", "2026-11-01", "2026-11-10"),
    ("в первых числах ноября", "2026-11-01", "2026-11-10"),
    ("за весь 2023 рік", "2023-01-01", "2023-12-31"),
    ("за цілий 2023", "2023-01-01", "2023-12-31"),
    ("под конец 2023", "2023-12-01", "2023-12-31"),
    ("в ніч з 4 на 5 листопада", "2026-11-05", "2026-11-05"),
    ("в ночь с 4 на 5 ноября 2024", "2024-11-05", "2024-11-05"),
    ("overnight on 5 november", "2026-11-05", "2026-11-05"),
]
SPELT = [
    ("двадцять першого листопада", "2026-11-21", "2026-11-21"),
    ("двадцать первого ноября", "2026-11-21", "2026-11-21"),
    ("on the twenty first of november", "2026-11-21", "2026-11-21"),
    ("пятого марта 2022", "2022-03-05", "2022-03-05"),
    ("п'ятого березня 2022", "2022-03-05", "2022-03-05"),
    ("on the fifth of march 2022", "2022-03-05", "2022-03-05"),
    ("21.11", "2026-11-21", "2026-11-21"),
    ("21/11", "2026-11-21", "2026-11-21"),
    ("за 21.11", "2026-11-21", "2026-11-21"),
    ("на 2022.03.05", None, "2022-03-05"),
    ("5 марта 22", "2022-03-05", "2022-03-05"),
    ("5 березня 22", "2022-03-05", "2022-03-05"),
    ("2022-24", "2022-01-01", "2024-12-31"),
    ("22-24", "2022-01-01", "2024-12-31"),
    ("за 22-24 роки", "2022-01-01", "2024-12-31"),
]


@pytest.mark.parametrize(("text", "first", "last"), FROM_THE_BEGINNING + FROM_TODAY + PARTS + SPELT)
def test_limits(ask: Callable[..., Question], text: str, first: str | None, last: str | None) -> None:
    question = ask(f"russian losses {text}" if text.isascii() else f"втрати рф {text}")
    assert _limits(question) == [(first, last)]
    assert question.checked is None


@pytest.mark.parametrize("text", ["russian losses 30k a month", "втрати рф 1000 на день", "потери рф 1000 на день"])
def test_a_rate_sets_no_limits(ask: Callable[..., Question], text: str) -> None:
    assert _limits(ask(text)) == [(None, None)]


@pytest.mark.parametrize(
    "text",
    [
        "russian losses on the anniversary of the sinking",
        "втрати рф на річницю загибелі крейсера",
        "потери рф в годовщину взятия бахмута",
    ],
)
def test_an_anniversary_of_something_else_is_not_taken_for_that_of_it_all(
    ask: Callable[..., Question], text: str
) -> None:
    assert _limits(ask(text)) in ([], [(None, None)])


@pytest.mark.parametrize(
    ("text", "value"),
    [("24 abrams lost by ukraine", 24), ("втрати рф 21.5 тисяч вбитими", 21500), ("потери рф 1.05 млн", 1050000)],
)
def test_what_is_counted_is_no_day(ask: Callable[..., Question], text: str, value: int) -> None:
    question = ask(text)
    assert question.checked is not None and question.checked.low == value
    assert _limits(question) in ([], [(None, None)])
