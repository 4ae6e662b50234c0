"""Ukrainian and Russian typed in Latin letters."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.questions.question import Question
from bot.questions.tokens.scripts import cyrillic, literals, romanised

Ask = Callable[..., Question]


@pytest.mark.parametrize(
    ("typed", "language", "meant"),
    [
        ("buriativ", "uk", "бурятів"),
        ("zhyvii", "uk", "живій"),
        ("kharkovi", "uk", "харкові"),
        ("nashykh", "uk", "наших"),
        ("ishche", "uk", "іще"),
        ("zgharyshche", "uk", "згарище"),
        ("poyizd", "uk", "поїзд"),
        ("zhivoy", "ru", "живой"),
        ("ranenyh", "ru", "раненых"),
        ("kazanskiy", "ru", "казанский"),
        ("yuzhnyy", "ru", "южный"),
        ("schet", "ru", "щет"),  # nobody can tell it from счет
    ],
)
def test_a_romanised_word_as_it_is_most_likely_spelt(typed: str, language: str, meant: str) -> None:
    assert cyrillic(typed, language) == meant


def test_both_ways_to_spell_a_word_are_folded_into_one() -> None:
    for spelt in (*literals("збиття", "uk"), "zbittya", "zbyttja"):
        assert romanised(spelt) == romanised("збиття")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("vtraty rf u zhyvii syli za den", "втрати рф у живій силі за день"),  # an unlisted form
        ("skilky tankiv my vtratyly", "скільки танків ми втратили"),  # "my" is no English word there
        ("vtraty zsu vid 24.02.22 do 24.02.23", "втрати зсу від 24.02.22 до 24.02.23"),  # nor "vid" and "do"
        ("tanky, bbm, arta rf na sohodni", "танки, ббм, арта рф на сьогодні"),
        ("kazhut pivtora miliona zsu vtratyly", "кажуть півтора мільйона зсу втратили"),  # number words
        ("zelenskyi kazav 43 tysiachi zahyblykh nashykh", "зеленський казав 43 тисячі загиблих наших"),
        ("skolko ukrainskiz soldat ubila rossi", "сколько украинских солдат убила россия"),  # a slip makes no doer
        ("skilky 300-kh u moskaliv", "скільки 300-х у москалів"),
        ("skolko 200yh u hohlov", "сколько 200ых у хохлов"),
        ("poteri pvo rf i ukrainy", "потери пво рф и украины"),
        ("зсу lost: samolety, vertushki, drony", "зсу втратили: самолети, вертушки, дрони"),  # a word of English
        ('skilky zahynulo na "moskvi"', "скільки загинуло на москві"),  # aboard; no "of" is spelt so
        ("skolko grazhdanskih ubito pri obstrelah donetska", "сколько гражданских убито при обстрелах донецка"),
    ],
)
def test_a_romanised_question_is_read_as_the_same_in_cyrillic(ask: Ask, typed: str, meant: str) -> None:
    of_latin, of_cyrillic = ask(typed), ask(meant)
    assert of_latin.readings == of_cyrillic.readings
    assert (of_latin.outcome, of_latin.checked) == (of_cyrillic.outcome, of_cyrillic.checked)
    assert of_latin.language == of_cyrillic.language
