"""Whom a pronoun stands for, and what a relative clause says of the noun before it."""

from collections.abc import Callable

import pytest

from bot.questions.question import Question

Ask = Callable[..., Question]
RUSSIA, UKRAINE = "russian-forces", "ukrainian-forces"


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("helicopters that the russians downed, whats the count", UKRAINE),
        ("tanks that the Ukrainians destroyed", RUSSIA),
        ("soldiers whom the Russians captured", UKRAINE),
        ("tanks which Russian forces destroyed", UKRAINE),
        ("tanks that Ukrainians lost", UKRAINE),
        ("українські військові, скільки їх загинуло", UKRAINE),
        ("хочу знати про українців, скільки їх полягло", UKRAINE),
        ("скільки загинуло українських солдатів і скільки їх поранено", UKRAINE),
        ("российские солдаты, сколько их погибло", RUSSIA),
        ("українські солдати: скільки з них загинуло", UKRAINE),
        ("а ми скільки їх вбили", RUSSIA),
        ("наші кажуть, скільки їх полягло", RUSSIA),
        ("а наші скільки їхніх полонених тримають?", RUSSIA),
        ("а росіяни скільки наших полонених тримають?", UKRAINE),
        ("украинцы сколько русских пленных держат", RUSSIA),
        ("скільки своїх людей поклала росія в україні", RUSSIA),
        ("україна знову бреше. скільки у них загиблих?", UKRAINE),
        ("росія знову бреше. скільки у них загиблих?", RUSSIA),
        ("київ знову бреше. скільки вони знищили танків?", RUSSIA),
        ("украина опять врёт. сколько у них убитых?", UKRAINE),
        ("москва опять врёт. сколько у них убитых?", RUSSIA),
        ("россия врёт. сколько они сбили самолётов", UKRAINE),
        ("Ukraine lies all the time. how many tanks did they lose?", UKRAINE),
        ("Kyiv always lies. how many of its soldiers died", UKRAINE),
        ("Russia keeps lying. How many of its tanks were destroyed?", RUSSIA),
        ("Украина постоянно врёт. Сколько её солдат погибло?", UKRAINE),
        ("Росія постійно бреше. Скільки її солдатів загинуло?", RUSSIA),
        ("The Russians always boast. How many HIMARS have they really destroyed?", UKRAINE),
        ("Росіяни постійно хваляться. Скільки наших літаків вони збили насправді?", UKRAINE),
        ("Украинцы постоянно хвастаются. Сколько самолетов они сбили на самом деле?", RUSSIA),
        ("moscow is silent. how many soldiers have they lost?", RUSSIA),
        ("росія бреше. скільки в них полонених", UKRAINE),
        ("Україна бреше. Скільки в них загиблих за даними росії", UKRAINE),
        ("Слава ЗСУ! скільки їх вже поклали?", RUSSIA),
    ],
)
def test_whose(ask: Ask, text: str, population: str) -> None:
    assert {r.topic.population for r in ask(text).readings} == {population}


@pytest.mark.parametrize(
    ("previous", "text", "population"),
    [
        ("сколько самолётов сбила украина", "а россия у них?", UKRAINE),
        ("how many planes did Ukraine shoot down", "and Russia?", UKRAINE),
        ("сколько танков подбила россия", "а украина?", RUSSIA),
        ("сколько танков потеряла россия", "а украина?", UKRAINE),
        ("how many planes has Ukraine lost", "and Russia?", RUSSIA),
    ],
)
def test_the_other_one_behind_a_deed_did_it_too(ask: Ask, previous: str, text: str, population: str) -> None:
    assert {r.topic.population for r in ask(text, previous).readings} == {population}
