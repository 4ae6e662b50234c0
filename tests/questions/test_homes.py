"""People of a place, and people whom a country counts as its own."""

from collections.abc import Callable

import pytest

from bot.questions.question import Outcome, Question

Ask = Callable[..., Question]
RUSSIA, UKRAINE = "russian-forces", "ukrainian-forces"


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("скільки людей загинуло в Куп'янську за війну", "civilians-ukraine"),
        ("how many people died in Bakhmut", "civilians-ukraine"),
        ("сколько людей ранено в Курской области", "civilians-russia"),
        ("46 dead in Dnipro apartment block hit by Russian missile", "civilians-ukraine"),
        ("скільки людей втратила росія в Бахмуті", RUSSIA),
        ("у києві назвали кількість зниклих безвісти", UKRAINE),
        ("сколько пропавших без вести по данным киева", UKRAINE),
        ("Kyiv: Russian soldiers missing", RUSSIA),
        ("є статистика по загиблих дітях від офісу генпрокурора?", "children-ukraine"),
        ("Скількох російських вояк поклали ЗСУ протягом 2025 року?", RUSSIA),
        ("британці скільки поранених росіян нарахували", RUSSIA),
        ("how many Buryats were killed", RUSSIA),
        ("скільки чеченців загинуло", RUSSIA),
        ("сколько калмыков погибло", RUSSIA),
        ("how many Ukrainian prisoners of war were executed", UKRAINE),
        ("скільки російських полонених стратили", RUSSIA),
        ("сколько украинских пленных расстреляли", UKRAINE),
        ("скільки леопардів німецьких втрачено", UKRAINE),
        ("втрати 1-ша танкова армія росії", RUSSIA),
    ],
)
def test_whose(ask: Ask, text: str, population: str) -> None:
    assert {r.topic.population for r in ask(text).readings} == {population}


@pytest.mark.parametrize(
    "text",
    [
        "Dead in Russia, Ukraine and North Korea",
        "загиблі в Україні, Росії та Північній Кореї",
        "погибшие в России, Украине и Северной Корее",
    ],
)
def test_countries_listed_are_all_asked_about(ask: Ask, text: str) -> None:
    assert {r.topic.population for r in ask(text).readings} == {RUSSIA, UKRAINE, "north-korean-troops"}


@pytest.mark.parametrize("text", ["civilians killed in Bucha Irpin", "сколько мирных погибло в Ирпене Буче"])
def test_towns_side_by_side_are_both_asked_about(ask: Ask, text: str) -> None:
    assert {r.place for r in ask(text).readings} == {"bucha", "irpin"}


@pytest.mark.parametrize("text", ["сколько людей погибло под бахмутом", "сколько солдат погибло в авдеевке"])
def test_not_told(ask: Ask, text: str) -> None:
    assert ask(text).outcome is Outcome.CLARIFY


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("сколько русских убили дроны", ["russian-forces/killed"]),
        ("сколько русских убито фпв", ["russian-forces/killed"]),
        ("сколько русских танков полегло", ["russian-forces/destroyed/tank"]),
        ("300 000 убитых россиян это фейк?", ["russian-forces/killed"]),
        ("скільки українських танків знищили росіяни", ["ukrainian-forces/destroyed/tank"]),
        ("средства ПВО за ночь уничтожили 121 украинский беспилотник", ["ukrainian-forces/destroyed/drone"]),
        ("how many Ukrainian soldiers died in Russian captivity", ["ukrainian-forces/killed"]),
        ("скільки українців загинуло в полоні", ["ukrainian-forces/killed"]),
        ("Бастрыкин: от действий ВСУ в Курской области погибли 445 человек", ["civilians-russia/killed"]),
        ("пво киева, вернее всей украины, сколько установок накрыли", ["ukrainian-forces/destroyed/air-defence"]),
        ("Zelensky told CNN 2,500 soldiers have been killed on their side", ["ukrainian-forces/killed"]),
    ],
)
def test_what_befell_whom(ask: Ask, text: str, topics: list[str]) -> None:
    assert [str(r.topic) for r in ask(text).readings] == topics
