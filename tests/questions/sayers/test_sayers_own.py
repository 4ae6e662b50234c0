"""What sayers tell of their own forces' deeds, who heads or closes a headline, and who keeps somebody captive."""

from collections.abc import Callable

import pytest

from bot.questions.question import Question

Ask = Callable[..., Question]
RUSSIA, UKRAINE = "russian-forces", "ukrainian-forces"


@pytest.mark.parametrize(
    ("text", "population", "claimants"),
    [
        ("Kyiv says its troops destroyed 3 jets", RUSSIA, {"ukraine"}),
        ("Russia claims its men captured 300", UKRAINE, {"russia"}),
        ("Putin admits his soldiers killed in Ukraine", RUSSIA, {"russia-president"}),
        ("Russia says its air defence shot down 100 drones", UKRAINE, {"russia"}),
        ("how many Ukrainian drones did Russian air defence say it brought down", UKRAINE, {"russia"}),
        ("how many Russian drones did Ukrainian air defence say it brought down", RUSSIA, {"ukraine"}),
        ("Ukrainian air defence claimed destroyed by Russia", UKRAINE, {"russia"}),
        ("российская пво заявила что сбила 50 украинских дронов", UKRAINE, {"russia"}),
        ("скільки російських дронів українська ППО заявила що збила", RUSSIA, {"ukraine"}),
        ("российские военные: убито 500 тысяч украинских солдат", UKRAINE, {"russia"}),
        ("украинские военные: 500 российских танков уничтожено", RUSSIA, {"ukraine"}),
        ("Russian soldiers: 500 killed by Ukrainian drones", RUSSIA, set()),
        ("Повітряні сили: цієї ночі знищено 88 дронів", RUSSIA, {"ukraine"}),
        ("Russia Loses 22 Artillery Systems, 31 Drones in a Day: Ukraine", RUSSIA, {"ukraine"}),
        ("More than 70,000 Russian soldiers killed in Ukraine, BBC confirms", RUSSIA, {"bbc-russian", "mediazona-bbc"}),
        ("Putin has lost 100,000 men", RUSSIA, set()),
        ("у росії вдруге розповіли про свої втрати: загинув 1351 військовослужбовець", RUSSIA, {"russia"}),
        ("в Украине впервые за полгода назвали свои потери: погибла 31 тысяча", UKRAINE, {"ukraine"}),
        ("5 Russian Planes, 1 Helicopter Shot Down, Claims Ukraine", RUSSIA, {"ukraine"}),
        ("Ukraine lost 300 tanks, claims Russia", UKRAINE, {"russia"}),
        ("Сырский хоть какие-то потери своей армии называл?", UKRAINE, {"oleksandr-syrskyi"}),
        ("шойгу о погибших в своей армии", RUSSIA, {"sergei-shoigu"}),
        ("Zelensky has lost 70,000 soldiers", UKRAINE, set()),
        ("pows kyiv is holding", RUSSIA, set()),
        ("Kyiv has destroyed 500 tanks", RUSSIA, set()),
        ("путин-то сам называл, сколько своих солдат убито?", RUSSIA, {"russia-president"}),
        ("чи називав зеленський скільки своїх солдатів загинуло", UKRAINE, {"ukraine-president"}),
        ("MLRS Russia is said to have lost", RUSSIA, set()),
        ("Ukraine is reported to have lost 300 tanks", UKRAINE, set()),
        ("anything from the Ukrainian side on how many jets THEY lost? not the enemy", UKRAINE, {"ukraine"}),
        ("anything from the Russian side on how many jets THEY lost? not the enemy", RUSSIA, {"russia"}),
        ("что говорит Москва, сколько танков они потеряли", RUSSIA, {"russia"}),
        ("что говорит Киев, сколько танков они потеряли", UKRAINE, {"ukraine"}),
        ("чи є від української сторони цифри, скільки вони самі втратили танків", UKRAINE, {"ukraine"}),
        ("чи є від російської сторони цифри, скільки вони самі втратили танків", RUSSIA, {"russia"}),
        ("рсзо выбитые российской армией, по её же отчётам", UKRAINE, {"russia"}),
        ("рсзо выбитые всу, по их же отчётам", RUSSIA, {"ukraine"}),
        ("от украинской армии данные о потерях россиян", RUSSIA, {"ukraine"}),
        ("от российской армии данные о потерях украинцев", UKRAINE, {"russia"}),
    ],
)
def test_whose_and_by_whom(ask: Ask, text: str, population: str, claimants: set[str]) -> None:
    readings = ask(text).readings
    assert {r.topic.population for r in readings} == {population}
    assert {claimant for r in readings for claimant in r.claimants} <= claimants


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("Ukraine keeps 500 soldiers captive", RUSSIA),
        ("Russia holds hundreds of civilians hostage", "civilians-ukraine"),
        ("Ukraine took 300 troops prisoner", RUSSIA),
        ("Russian troops took 5000 Ukrainian soldiers prisoner", UKRAINE),
        ("russia took how many ukrainians prisoner", UKRAINE),
        ("the AFU took 300 Russians captive", RUSSIA),
        ("Ukrainian soldiers held captive in Russia", UKRAINE),
    ],
)
def test_who_keeps_them(ask: Ask, text: str, population: str) -> None:
    assert {(r.topic.population, r.topic.measure) for r in ask(text).readings} == {(population, "captured")}


@pytest.mark.parametrize(
    ("previous", "text", "population"),
    [
        ("сколько украинских военных ранено в 2023", "теперь то же самое по российским", RUSSIA),
        ("Ukrainian jets lost in 2022", "what about moscow's", RUSSIA),
        ("Ukrainian jets lost in 2022", "what about moscows", RUSSIA),
        ("how many jets were shot down", "kyivs ones", UKRAINE),
        ("russian ships sunk", "kyiv's number", RUSSIA),
        ("сколько рсзо потеряла украина", "это по чьим данным? мне надо по российским", UKRAINE),
    ],
)
def test_theirs_in_a_follow_up(ask: Ask, previous: str, text: str, population: str) -> None:
    assert {r.topic.population for r in ask(text, previous).readings} == {population}


@pytest.mark.parametrize(
    "text",
    [
        "Russia's Wagner boss says more than 20,000 of his troops died in Bakhmut battle",
        "Пригожин назвал потери ЧВК «Вагнер» в Артемовске",
        "Пригожин назвав втрати вагнера",
    ],
)
def test_a_part_that_speaks_of_its_own_is_not_the_whole(ask: Ask, text: str) -> None:
    assert {r.topic.population for r in ask(text).readings} == {"wagner"}


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("росія заперечує втрату 300 бійців", RUSSIA),
        ("Україна заперечила загибель 300 бійців", UKRAINE),
        ("украина отрицает гибель 300 военных", UKRAINE),
        ("россия отрицает потери украины", UKRAINE),
    ],
)
def test_who_denies_losses_denies_its_own(ask: Ask, text: str, population: str) -> None:
    assert {r.topic.population for r in ask(text).readings} == {population}
