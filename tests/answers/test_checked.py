"""A number put forward: who said it, what is near, what it is confused with, what others said of the same days."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.answer import AnswerStatus
from bot.claims.database.store import Store
from bot.questions.question import Dates, NumberCheck
from tests.answers.asking import ask, read, told

KILLED = read("lake-people/killed")


def values(figures: tuple) -> list[int]:
    return [figure.value.point for figure in figures]


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (214, 214, [214]),
        (200, 200, [214]),  # as one report printed it: "more than 200"
        (12, 12, [12]),
        (195, 212, [197, 209]),  # a range: whatever has an end inside
        (5, 5, []),
    ],
)
def test_who_said_it(quake: Store, low: int, high: int, said: list[int]) -> None:
    checked = ask(quake, KILLED, checked=NumberCheck(low, high)).checked
    assert checked is not None
    assert sorted(values(checked.matches)) == said
    assert bool(checked.nearest) is not bool(said)


def test_a_number_that_nobody_said_has_the_nearest(quake: Store) -> None:
    answered = ask(quake, KILLED, checked=NumberCheck(210, 210))
    assert answered.checked is not None
    assert values(answered.checked.nearest)[0] == 209
    text = told(quake, answered)
    assert "This database holds no figure with this number for: people in Lake Province · killed." in text
    assert "at least 209 · Lake Courier · as of 20 May 2024" in text


def test_what_it_is_confused_with_is_named_as_something_else(quake: Store) -> None:
    checked = ask(quake, KILLED, checked=NumberCheck(160, 160)).checked
    assert checked is not None
    assert checked.matches == ()
    assert [str(figure.topic) for figure in checked.elsewhere] == ["east-shore-people/killed"]


def test_others_said_of_the_same_days(quake: Store) -> None:
    checked = ask(quake, KILLED, checked=NumberCheck(214, 214)).checked
    assert checked is not None
    assert [(figure.claimant, figure.value.point) for figure in checked.same_days] == [("lake-health", 131)]


@pytest.mark.parametrize(
    "limited",
    [
        read("lake-people/killed", claimants=("lake-courier",)),
        read("lake-people/killed", dates=Dates(as_of_to=date(2024, 5, 1))),
    ],
)
def test_said_but_not_by_those_or_then(quake: Store, limited) -> None:
    answered = ask(quake, limited, checked=NumberCheck(214, 214))
    assert answered.checked is not None
    assert values(answered.checked.matches) == [214]
    assert not answered.checked.within_limits
    assert "but not within the claimants, place or dates asked for" in told(quake, answered)


def test_a_number_found_outside_the_limits_is_an_answer(quake: Store) -> None:
    nothing_else = read("lake-people/killed", dates=Dates(as_of_to=date(2024, 4, 1)))
    assert ask(quake, nothing_else, checked=NumberCheck(214, 214)).status is AnswerStatus.ANSWERED
    assert ask(quake, nothing_else, checked=NumberCheck(215, 215)).status is AnswerStatus.NO_FIGURES


def test_the_seeds_number_is_found_with_its_print(real: Store) -> None:
    answered = ask(real, read("russian-forces/killed"), checked=NumberCheck(9000, 9000))
    assert answered.checked is not None
    assert [figure.claimant for figure in answered.checked.matches] == ["ukraine-president"]
    assert 498 in values(answered.checked.same_days)
    text = told(real, answered)
    assert "about 9,000 · President of Ukraine · as of 3 March 2022" in text
