"""Where nothing is found within the limits asked for: what fewer limits find, never mixed in and never a dead end."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.answer import ReadingAnswer
from bot.claims.database.store import Store
from bot.claims.model import LANGUAGES
from bot.language.texts import texts_for
from bot.questions.question import Dates, Reading
from tests.answers.asking import ask, read, told

OTHER_MEASURE = read("lake-people/missing", claimants=("lake-courier",))
TOO_EARLY = Dates(as_of_to=date(2024, 4, 1))
MARCH = Dates(as_of_from=date(2024, 3, 1), as_of_to=date(2024, 3, 31))


def loosened(answered: ReadingAnswer) -> list[tuple[str, str, int]]:
    return [(one.how, str(one.reading.topic), one.total) for one in answered.nearby]


@pytest.mark.parametrize(
    ("reading", "hows"),
    [
        (OTHER_MEASURE, {"measure", "claimant"}),
        (read("lake-people/killed", dates=TOO_EARLY), {"dates"}),
        (read("lake-people/killed", dates=MARCH, period=True), {"dates"}),
        (read("lake-people/killed", claimants=("lake-courier",), dates=TOO_EARLY), {"dates"}),
        (read("lake-people/missing", claimants=("lake-courier",), dates=TOO_EARLY), {"limits"}),
        (read("lake-people/killed"), set()),  # it has figures
        (read("east-shore-people/missing"), set()),  # no limits: topics near to it are told anyway
    ],
)
def test_what_fewer_limits_find(quake: Store, reading: Reading, hows: set[str]) -> None:
    answered = ask(quake, reading).readings[0]
    assert {how for how, _, _ in loosened(answered)} == hows


def test_each_is_counted_as_its_own_answer_counts_it(quake: Store) -> None:
    near = ask(quake, OTHER_MEASURE).readings[0].nearby
    assert near
    for one in near:
        assert ask(quake, one.reading).readings[0].total == one.total > 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_told_how_each_differs(quake: Store, language: str) -> None:
    answered = ask(quake, OTHER_MEASURE, language=language)
    shown = told(quake, answered)
    say = texts_for(language).say
    assert say("nearby-measure") in shown
    assert say("nearby-claimant") in shown
