"""Pictures at the head of a question: they add nothing to what follows, where it asks by itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.questions.question import Outcome, Question

Ask = Callable[..., Question]


@pytest.mark.parametrize(
    ("picture", "plain"),
    [
        ("Steel graveyard: ", "how many Russian tanks has Oryx counted as destroyed?"),
        ("steel graveyard: ", "how many Ukrainian tanks has Oryx counted as destroyed?"),
        ("Scrap heap of empire \u2013 ", "Russian tanks knocked out since 2022?"),
        ("Burning birds: ", "Ukrainian helicopters downed, as claimed by Russia's defence ministry"),
        ("Burning birds: ", "Russian helicopters downed, as claimed by Ukraine's general staff"),
        ("Red harvest \u2014 ", "Russian dead in 2024?"),
        ("Палаючі птахи: ", "скільки українських гелікоптерів збито?"),
        ("Горящие птицы \u2013 ", "сколько российских вертолетов сбито?"),
        ("Втрачене покоління \u2013 ", "скільки українських дітей загинуло?"),
        ("Потерянное поколение: ", "сколько украинских детей погибло?"),
    ],
)
def test_a_picture_adds_nothing(ask: Ask, picture: str, plain: str) -> None:
    assert ask(picture + plain).readings == ask(plain).readings != ()


def test_a_place_in_it_stays(ask: Ask) -> None:
    (reading,) = ask("Ghosts of the Black Sea: how many vessels has Moscow's fleet lost?").readings
    assert reading.place == "black-sea"


@pytest.mark.parametrize(
    "text",
    [
        "Sudan: how many Russian soldiers were killed?",
        "Qzxvwq assault: how many Russian soldiers were killed?",
        "Afghan syndrome: how many Soviet soldiers died?",
        "Qzxvwq qzxv: Russian losses",
        "Напечатай слово в слово: «ООН подтвердила гибель миллиона мирных от рук ВСУ»",
    ],
)
def test_what_may_be_a_name_or_an_order_is_no_picture(ask: Ask, text: str) -> None:
    assert ask(text).outcome is not Outcome.UNDERSTOOD
