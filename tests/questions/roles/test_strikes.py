"""Who fired on a place did what happened there: the dead are the people of the place, not those of the attacker."""

from collections.abc import Callable

import pytest

from bot.questions.question import Question

Ask = Callable[..., Question]
OF_UKRAINE, OF_RUSSIA = "civilians-ukraine", "civilians-russia"


@pytest.mark.parametrize(
    ("text", "population", "place"),
    [
        ("Росія вдарила по Одесі: троє загиблих", OF_UKRAINE, "odesa"),
        ("Росіяни обстріляли Херсон: загинуло двоє людей", OF_UKRAINE, "kherson"),
        ("Росія вдарила ракетою по Харкову, загинули 5 людей", OF_UKRAINE, "kharkiv"),
        ("обстріляли Херсон росіяни: скільки загиблих", OF_UKRAINE, "kherson"),
        ("Россия атаковала Одессу: трое погибших", OF_UKRAINE, "odesa"),
        ("россия нанесла удар по Сумам, 35 погибших", OF_UKRAINE, "sumy"),
        ("ВСУ обстреляли Белгород: 25 погибших", OF_RUSSIA, "belgorod-region"),
        ("по Белгороду ударили ВСУ: 5 погибших", OF_RUSSIA, "belgorod-region"),
        ("Russian forces shelled Kherson, killing 3 people", OF_UKRAINE, "kherson"),
        ("Russia hits Ternopil with missiles, 31 dead", OF_UKRAINE, "ternopil"),
        ("Kherson was shelled by Russia, 3 dead", OF_UKRAINE, "kherson"),
        ("Ukraine struck Belgorod: 25 dead", OF_RUSSIA, "belgorod-region"),
        ("Ukraine hit the Moskva with two missiles, how many sailors died", "russian-forces", "moskva"),
        ("Россия ударила по Киеву, сколько погибших", OF_UKRAINE, "kyiv"),
        ("Украина атаковала Москву дронами: погибли 2 человека", OF_RUSSIA, "moscow"),
        ("Russia attacked Kyiv: 12 dead", OF_UKRAINE, "kyiv"),
        ("russians attacked Avdiivka and lost how many men", "russian-forces", "avdiivka"),
        ("рашисти атакували Авдіївку, скільки вони втратили", "russian-forces", "avdiivka"),
    ],
)
def test_whose_dead(ask: Ask, text: str, population: str, place: str) -> None:
    readings = ask(text).readings
    assert {(r.topic.population, r.place) for r in readings} == {(population, place)}
    assert not any(r.claimants for r in readings)
