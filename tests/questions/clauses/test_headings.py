"""How a piece of news is headed: where, when and to whom it was said."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.questions.question import Question

Ask = Callable[..., Question]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Putin at Valdai: Ukraine lost 45,000 troops", "Putin: Ukraine lost 45,000 troops"),
        ("Zelensky in Davos: 46,000 Ukrainian soldiers killed", "Zelensky: 46,000 Ukrainian soldiers killed"),
        ("Budanov on Monday: Russia has lost 100,000 killed", "Budanov: Russia has lost 100,000 killed"),
        ("Путін на Валдаї: ЗСУ втратили майже 45 тисяч осіб", "Путін: ЗСУ втратили майже 45 тисяч осіб"),
        ("Зеленський на Рамштайні: росія втратила 30 тисяч солдатів", "Зеленський: росія втратила 30 тисяч солдатів"),
        ("Путин на Валдае: потери ВСУ - почти 45 тысяч человек", "Путин: потери ВСУ - почти 45 тысяч человек"),
        ("Зеленский в Давосе: погибли 46 тысяч украинских военных", "Зеленский: погибли 46 тысяч украинских военных"),
        ("Буданов журналистам: Россия потеряла 100 тысяч убитыми", "Буданов: Россия потеряла 100 тысяч убитыми"),
        (
            "45 100 українських військових загинули, сказав Зеленський Пірсу Моргану",
            "45 100 українських військових загинули, сказав Зеленський",
        ),
        (
            "Загинули 45 100 українських військових, сказав Зеленський в інтерв'ю журналісту Пірсу Моргану",
            "Загинули 45 100 українських військових, сказав Зеленський",
        ),
        (
            "Zelenskiy, speaking to CNN's Jake Tapper, assessed that about 10,000 of his soldiers had been injured",
            "Zelenskiy assessed that about 10,000 of his soldiers had been injured",
        ),
        (
            "МОСКВА, 19 декабря. /ТАСС/. Потери ВСУ с начала спецоперации превысили 383 тыс. военнослужащих",
            "Потери ВСУ с начала спецоперации превысили 383 тыс. военнослужащих",
        ),
    ],
)
def test_an_occasion_changes_nothing(ask: Ask, text: str, plain: str) -> None:
    assert ask(text).readings == ask(plain).readings != ()
    assert ask(text).checked == ask(plain).checked is not None


@pytest.mark.parametrize(
    "text", ["Путін у Сочі: ЗСУ втратили 90 тисяч військових", "Putin in Sochi: Ukraine lost 90,000 soldiers"]
)
def test_where_a_person_said_it_is_named_as_left_out(ask: Ask, text: str) -> None:
    (reading,) = ask(text).readings
    assert reading.place is None
    assert reading.unmatched


@pytest.mark.parametrize(
    "text", ["UN data for this year: children killed in Ukraine", "Ternopil 19 nov 2025 - dead, injured?"]
)
def test_dates_of_the_claim_stay(ask: Ask, text: str) -> None:
    assert ask(text).readings
    assert all(reading.dates.as_of_from is not None for reading in ask(text).readings)
