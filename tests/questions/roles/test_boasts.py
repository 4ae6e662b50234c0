"""What somebody boasts of he did; "our" in his words is his; people of third parties keep apart from whoever did it."""

from collections.abc import Callable

import pytest

from bot.questions.question import Question

Ask = Callable[..., Question]
RUSSIA, UKRAINE, KOREA = "russian-forces", "ukrainian-forces", "north-korean-troops"


@pytest.mark.parametrize(
    ("text", "population", "said"),
    [
        ("planes Moscow boasts of having downed", UKRAINE, "russia"),
        ("planes Kyiv boasts of having downed", RUSSIA, "ukraine"),
        ("скількома полоненими хвалиться міноборони рф", UKRAINE, "russia-mod"),
        ("сколькими пленными хвастается украина", RUSSIA, "ukraine"),
        ("сколькими пленными хвастается россия", UKRAINE, "russia"),
        ("артилерія україни, втрати, рахує росія", UKRAINE, "russia"),
        ("артиллерия россии, потери, считает украина", RUSSIA, "ukraine"),
        ("Russia's claimed air kills, planes only", UKRAINE, "russia"),
        ("tank kills claimed by the Ukrainian side", RUSSIA, "ukraine"),
        ("Kyiv: 1,351 of our servicemen killed", UKRAINE, "ukraine"),
        ("Moscow: 1,351 of our servicemen killed", RUSSIA, "russia"),
        ("москва: 1351 нашого військового вбито", RUSSIA, "russia"),
    ],
)
def test_whose_and_who_says_so(ask: Ask, text: str, population: str, said: str) -> None:
    readings = ask(text).readings
    assert {(r.topic.population, r.claimants) for r in readings} == {(population, (said,))}


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("солдати кндр, яких українці вбили на курщині", [f"{KOREA}/killed"]),
        ("сколько солдат кндр украинцы убили и сколько взяли в плен", [f"{KOREA}/killed", f"{KOREA}/captured"]),
        ("в боях за бахмут вагнер сколько украинских солдат убил", [f"{UKRAINE}/killed"]),
        ("вагнер скільки українських танків спалив", [f"{UKRAINE}/destroyed/tank"]),
        ("скольких бойцов рф удерживает у себя киев?", [f"{RUSSIA}/captured"]),
        ("скількох бійців зсу утримує в себе москва", [f"{UKRAINE}/captured"]),
    ],
)
def test_third_parties_and_keepers(ask: Ask, text: str, topics: list[str]) -> None:
    assert [str(reading.topic) for reading in ask(text).readings] == topics


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine's POWs",
        "Russian tank kills",
        "kyiv's prisoners, how many",
        "жертви окупантів",
        "пленные со стороны Украины",
        "prisoners of Ukraine",
    ],
)
def test_either_may_be_meant(ask: Ask, text: str) -> None:
    assert ask(text).missing == "side"


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("сколько танков путина уничтожено", [f"{RUSSIA}/destroyed/tank"]),
        ("скільки танків зеленського знищено", [f"{UKRAINE}/destroyed/tank"]),
        ("my boss says putin lost a million men", [f"{RUSSIA}/losses"]),
        ("Москалькова: на Украине в плену находятся около тысячи российских военных", [f"{RUSSIA}/captured"]),
        ("Patriot downs Russian Kinzhal", [f"{RUSSIA}/destroyed/cruise-missile"]),
        ("Lancet drones destroyed 50 Leopard tanks, Russia says", [f"{UKRAINE}/destroyed/tank"]),
        ("Azov fighters destroyed 15 Russian tanks", [f"{RUSSIA}/destroyed/tank"]),
        ("Российские силы ПВО за ночь сбили десятки украинских дронов", [f"{UKRAINE}/destroyed/drone"]),
        ("Ukraine's shootdowns of Russian helicopters", [f"{RUSSIA}/destroyed/helicopter"]),
        ("count of russian choppers down since last summer", [f"{RUSSIA}/destroyed/helicopter"]),
        ("87,000 people killed during the Russian siege of Mariupol", ["civilians-ukraine/killed"]),
    ],
)
def test_owners_and_their_weapons(ask: Ask, text: str, topics: list[str]) -> None:
    assert [str(reading.topic) for reading in ask(text).readings] == topics


@pytest.mark.parametrize(
    ("text", "topic", "place"),
    [
        (
            "Mariupol mayor says more than 10,000 civilians killed in Russian siege",
            "civilians-ukraine/killed",
            "mariupol",
        ),
        ("мер Маріуполя: загинуло 10 тисяч цивільних", "civilians-ukraine/killed", "mariupol"),
        ("civilians killed on Russian soil from Ukrainian rockets", "civilians-russia/killed", None),
        ("civilians killed on Ukrainian soil from Russian rockets", "civilians-ukraine/killed", None),
        ("how many of its soldiers does Russia say are in Ukrainian hands", f"{RUSSIA}/captured", None),
        ("Sumy governor says 30 killed in Russian strike", "civilians-ukraine/killed", "sumy"),
        ("Belgorod governor says 3 killed by Ukrainian drones", "civilians-russia/killed", "belgorod-region"),
        ("SBU drones destroyed 100 Russian tanks", f"{RUSSIA}/destroyed/tank", None),
        ("втрати зсу статистика", f"{UKRAINE}/losses", None),
        ("civilians killed according to the LPR", "civilians-ukraine/killed", None),
        ("пленные всу статистика", f"{UKRAINE}/captured", None),
        ("скільки дронів рф вже перехопила Україна", f"{RUSSIA}/destroyed/drone", None),
    ],
)
def test_where_and_in_whose_hands(ask: Ask, text: str, topic: str, place: str | None) -> None:
    assert [(str(reading.topic), reading.place) for reading in ask(text).readings] == [(topic, place)]
