"""Dates, places and sayers between a verb and whose it is: the side stays, wherever they stand."""

from collections.abc import Callable
from itertools import product

import pytest

from bot.questions.question import Question

Ask = Callable[..., Question]
POPULATIONS = ("russian-forces", "ukrainian-forces")
LEAST_ANSWERED = 0.9  # the rest is asked back

# What may stand at {x}; then, with the names of one side at {a} and of the other at {b}, sentences that ask for a's.
TABLE = {
    "en": (
        ["", "by May 2023", "in 2024", "according to the UN", "in total", "near Bakhmut", "reportedly", "per oryx"],
        [["Russia", "Russian", "the Russian army"], ["Ukraine", "Ukrainian", "the Ukrainian army"]],
        [
            "how many tanks has {b0} {x} destroyed",
            "how many howitzers did {b2} {x} hit",
            "{x} how many howitzers did {b2} hit",
            "how many {a1} planes has {b0} {x} shot down",
            "how many soldiers has {b0} {x} killed",
            "how many {a1} soldiers were {x} killed by {b0}",
            "the tanks that {b0} destroyed {x}, how many",
            "tanks lost {x} by {a0}",
            "how many tanks did {a0} {x} lose",
        ],
    ),
    "uk": (
        ["", "до травня 2023", "за 2024 рік", "за даними оон", "вже", "під Авдіївкою", "цього місяця", "реально"],
        [["Росія", "російських", "рф"], ["Україна", "українських", "зсу"]],
        [
            "скільки {a1} танків {x} знищила {b0}",
            "скільки {a1} танків {b0} {x} знищила",
            "кількість {a1} дронів, перехоплених {x} {b2}",
            "скільки {x} танків знищила {b0}",
            "скільки танків {b0} {x} знищила",
            "скільки танків {x} втратила {a0}",
        ],
    ),
    "ru": (
        ["", "к маю 2023", "за 2024 год", "по данным оон", "уже", "под Авдеевкой", "в этом месяце", "реально"],
        [["Россия", "российских", "вс рф"], ["Украина", "украинских", "всу"]],
        [
            "сколько {a1} танков {x} уничтожила {b0}",
            "сколько {a1} танков {b0} {x} уничтожила",
            "количество {a1} дронов, перехваченных {x} {b2}",
            "сколько {x} танков уничтожила {b0}",
            "сколько танков {b0} {x} уничтожила",
            "сколько танков {x} потеряла {a0}",
        ],
    ),
}


@pytest.mark.parametrize("language", list(TABLE))
def test_adverbials_change_no_side(ask: Ask, language: str) -> None:
    adverbials, names, sentences = TABLE[language]
    read = []
    for sentence, adverbial, a in product(sentences, adverbials, (0, 1)):
        forms = {f"{k}{i}": name for k, side in (("a", a), ("b", 1 - a)) for i, name in enumerate(names[side])}
        text = sentence.format(x=adverbial, **forms)
        read.append((text, {r.topic.population for r in ask(text).readings}, {POPULATIONS[a]}))
    assert [text for text, found, asked in read if found - asked] == []
    assert sum(found == asked for _, found, asked in read) >= LEAST_ANSWERED * len(read)


@pytest.mark.parametrize(
    ("text", "populations"),
    [
        ("who's right about Ukrainian dead, Russia or Ukraine", {"ukrainian-forces"}),
        ("хто правий щодо загиблих росіян: україна чи росія", {"russian-forces"}),
        ("compare Russia's and Ukraine's figures for Ukrainian dead", {"ukrainian-forces"}),
        ("россия: враг потерял 300 военных", {"ukrainian-forces"}),
        ("росія: ворог втратив за літо 300 бійців", {"ukrainian-forces"}),
        ("украина: враг потерял 300 военных", {"russian-forces"}),
        ("number of servicemen Kyiv claims to have captured", {"russian-forces"}),
        ("how many prisoners did Moscow take this month", {"ukrainian-forces"}),
        ("Путин раскрыл соотношение пленных у России и Украины", set(POPULATIONS)),
        ("скільки дронів зсу перехопила рф", {"ukrainian-forces"}),
        ("скільки солдатів рф вбила", set()),
    ],
)
def test_sayers_enemies_and_holders(ask: Ask, text: str, populations: set[str]) -> None:
    assert {r.topic.population for r in ask(text).readings} == populations
