"""Things that attack by themselves are the attacker's when they are shot down; all else in an attack is the others'."""

from collections.abc import Callable

import pytest

from bot.questions.question import Outcome, Question

Ask = Callable[..., Question]
RUSSIA, UKRAINE = "russian-forces", "ukrainian-forces"


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("50 drones shot down in Russian attack", RUSSIA),
        ("Ukraine downs 52 of 62 drones in overnight Russian attack", RUSSIA),
        ("Russia shoots down 100 drones in Ukrainian attack", UKRAINE),
        ("5 planes destroyed in Ukrainian attack", RUSSIA),
        ("Russian missile strike destroyed 5 drones", UKRAINE),
        ("Russian drones destroyed in Ukrainian attack", RUSSIA),
        ("Russia attacked Ukraine with 500 drones, how many were shot down", RUSSIA),
        ("Russia attacked Kyiv with 20 missiles, all shot down", RUSSIA),
        ("Russia launched 500 drones at Ukraine: 400 shot down", RUSSIA),
        ("Ukraine shot down 50 of 60 drones launched by Russia overnight, Air Force says", RUSSIA),
        ("Russia says its air defence shot down 100 drones", UKRAINE),
        ("26 of 38 drones that attacked Ukraine overnight were shot down", RUSSIA),
        ("how many of the drones that attacked Russia were shot down", UKRAINE),
        ("збито 14 дронів, що атакували вночі Україну", RUSSIA),
        ("збито 14 дронів, які атакували росію", UKRAINE),
        ("Українські захисники збили усі 14 дронів, запущених росіянами", RUSSIA),
        ("сколько сбито дронов из тех что атаковали Украину", RUSSIA),
        ("протиповітряною обороною України знищено 53 дрони", RUSSIA),
        ("силами ппо росії збито 53 дрони", UKRAINE),
        ("53 дрони збито силами ППО України", RUSSIA),
        ("силами пво украины сбито 53 дрона", RUSSIA),
        ("средствами пво россии сбито 53 беспилотника", UKRAINE),
        ("ППО збила 52 з 62 дронів під час російської атаки", RUSSIA),
        ("Україна збила 50 ракет під час російського обстрілу", RUSSIA),
        ("Росія атакувала Україну 100 дронами: ППО збила 80", RUSSIA),
        ("РФ випустила по Україні 100 дронів: ППО збила 80", RUSSIA),
        ("ППО збила 80 зі 100 дронів, якими росія атакувала Україну", RUSSIA),
        ("ПВО сбила 52 дрона во время атаки ВСУ", UKRAINE),
        ("Россия атаковала Украину 100 беспилотниками, сбито 80", RUSSIA),
        ("сколько дронов сбили украинские пвошники", RUSSIA),
    ],
)
def test_whose_things(ask: Ask, text: str, population: str) -> None:
    readings = ask(text).readings
    assert {r.topic.population for r in readings} == {population}
    assert len({r.topic for r in readings}) == 1


@pytest.mark.parametrize("text", ["how many drones did Russia launch", "скільки дронів випустила росія"])
def test_how_many_were_launched_is_no_loss(ask: Ask, text: str) -> None:
    assert ask(text).outcome is Outcome.OUT_OF_SCOPE
