"""Questions with words that nobody parted, and words that only look as if they were several."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.questions.question import Outcome, Question

Ask = Callable[..., Question]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("howmanyrussiansoldierskilled", "how many russian soldiers killed"),
        ("russian vessels sentto the bottom", "russian vessels sent to the bottom"),
        ("russians killedby ukrainian drones", "russians killed by ukrainian drones"),
        ("скількиросіянзагинуло", "скільки росіян загинуло"),
        ("скількинашихвоїнівзагинуло", "скільки наших воїнів загинуло"),
        ("скільки орківвбито", "скільки орків вбито"),
        ("сколькотанковпотерялавсу", "сколько танков потеряла всу"),
        ("сколькоукраинскихвоенныхвплену", "сколько украинских военных в плену"),
        ("втратита полонені україни", "втрати та полонені україни"),
        ("сколько русскихв плену", "сколько русских в плену"),  # without the preposition it would be in theirs
        ("двухсотыерф за всё время", "двухсотые рф за всё время"),
        ("civilians killed at the handsof Russian soldiers", "civilians killed at the hands of Russian soldiers"),
        ("how many prisoners of waris ukraine keeping", "how many prisoners of war is ukraine keeping"),
        ("drones the Ukrainian air force shotdown", "drones the Ukrainian air force shot down"),
        ("losses of enemy personnel generalstaff of ukraine", "losses of enemy personnel general staff of ukraine"),
        ("number of choppers ukraineis down", "number of choppers ukraine is down"),
    ],
)
def test_words_without_spaces_are_read_as_with_them(ask: Ask, typed: str, meant: str) -> None:
    assert ask(typed).readings == ask(meant).readings != ()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ukrainjan losses", "ukrainian losses"),
        ("скільки танківв втратила рф", "скільки танків втратила рф"),
        ("сколькко танков потеряла россия", "сколько танков потеряла россия"),
        ("сколько русскиз военных убили украинцы", "сколько русских военных убили украинцы"),
    ],
)
def test_a_slip_in_one_word_does_not_make_two_of_it(ask: Ask, typed: str, meant: str) -> None:
    assert ask(typed).readings == ask(meant).readings != ()


def test_a_name_of_a_side_and_a_preposition_or_another_form_of_it_is_asked_about(ask: Ask) -> None:
    assert ask("скок руснив плен попало").outcome is Outcome.CLARIFY  # of theirs in captivity, or in their captivity
