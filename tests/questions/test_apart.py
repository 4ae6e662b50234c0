"""Questions with parts of their own: each side is asked about its own thing and deed, and none is dropped."""

from collections.abc import Callable

import pytest

from bot.questions.question import Question

Ask = Callable[..., Question]
RU, UA, NK = "russian-forces", "ukrainian-forces", "north-korean-troops"
RU_TANKS, UA_TANKS = f"{RU}/destroyed/tank", f"{UA}/destroyed/tank"


def topics(question: Question) -> list[str]:
    return [str(reading.topic) for reading in question.readings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # people of a third state, or a part of an army, beside a side
        ("how many russian soldiers died and also the north koreans", [f"{RU}/killed", f"{NK}/killed"]),
        ("how many north koreans and russians died", [f"{NK}/killed", f"{RU}/killed"]),
        ("сколько погибло российских солдат и северокорейцев", [f"{RU}/killed", f"{NK}/killed"]),
        ("скільки загинуло росіян та північнокорейців", [f"{RU}/killed", f"{NK}/killed"]),
        ("how many Wagner fighters and Russian soldiers were killed", ["wagner/killed", f"{RU}/killed"]),
        ("how many Russian Wagner fighters were killed", ["wagner/killed"]),
        # each led by the preposition of those who lost it
        ("tanks lost by the Russians and by the Ukrainians", [f"{RU}/destroyed/tank", f"{UA}/destroyed/tank"]),
        (
            "more children injured on russian soil or on ukrainian soil?",
            ["children-russia/wounded", "children-ukraine/wounded"],
        ),
        # soldiers and civilians
        ("скільки поранено зсушників і мирних українців?", [f"{UA}/wounded", "civilians-ukraine/wounded"]),
        ("скільки загинуло мирних українців і зсушників", ["civilians-ukraine/killed", f"{UA}/killed"]),
        ("сколько погибло ВСУ и мирных жителей Украины", [f"{UA}/killed", "civilians-ukraine/killed"]),
        ("сколько убито россиян и украинских мирных жителей", [f"{RU}/killed", "civilians-ukraine/killed"]),
        ("how many Russians and Ukrainian civilians were killed", [f"{RU}/killed", "civilians-ukraine/killed"]),
        ("how many Ukrainian soldiers and civilians were killed", [f"{UA}/killed", "civilians-ukraine/killed"]),
        ("how many ukrainians, soldiers and civilians, were killed", [f"{UA}/killed", "civilians-ukraine/killed"]),
        # people and things, each with what became of them
        ("300,000 Russian casualties and 5,000 tanks destroyed?", [f"{RU}/casualties", RU_TANKS]),
        (
            "I don't disagree with 300k Russian casualties, but 5,000+ tanks destroyed I find hard to believe",
            [f"{RU}/casualties", RU_TANKS],
        ),
        ("how many tanks destroyed and russian soldiers killed", [RU_TANKS, f"{RU}/killed"]),
        ("скільки танків знищено і вбито росіян", [RU_TANKS, f"{RU}/killed"]),
        ("сколько российских солдат ранено и танков подбито", [f"{RU}/wounded", RU_TANKS]),
        ("уничтожено 20 танков и 300 солдат ВСУ", [UA_TANKS, f"{UA}/killed"]),
        ("20 tanks and 300 Ukrainians destroyed?", [UA_TANKS, f"{UA}/killed"]),
        # each side with a deed or thing of its own
        ("сколько русских ранено и сколько украинцев убито", [f"{RU}/wounded", f"{UA}/killed"]),
        ("russian dead and ukrainian wounded", [f"{RU}/killed", f"{UA}/wounded"]),
        ("скільки росіян у полоні і скільки українців загинуло", [f"{RU}/captured", f"{UA}/killed"]),
        ("tanks lost by russia and planes lost by ukraine", [RU_TANKS, f"{UA}/destroyed/aircraft"]),
        ("сколько танков потеряла россия и сколько самолетов украина", [RU_TANKS, f"{UA}/destroyed/aircraft"]),
        ("росія втратила 100 танків, а україна 50 літаків", [RU_TANKS, f"{UA}/destroyed/aircraft"]),
        ("Russia lost 100 tanks while Ukraine lost 50 planes", [RU_TANKS, f"{UA}/destroyed/aircraft"]),
        (
            "Russian tanks destroyed, Ukrainian planes shot down and civilians killed",
            [RU_TANKS, f"{UA}/destroyed/aircraft", "civilians-ukraine/killed"],
        ),
        # the subject of two verbs
        ("Russia lost 100 tanks and captured 500 soldiers", [RU_TANKS, f"{UA}/captured"]),
        ("Россия потеряла 100 танков и взяла в плен 500 солдат", [RU_TANKS, f"{UA}/captured"]),
        ("Ukraine shot down 20 drones and lost 3 tanks", [f"{RU}/destroyed/drone", UA_TANKS]),
        ("Росія знищила 20 танків та вбила 300 військових", [UA_TANKS, f"{UA}/killed"]),
        ("Russia destroyed 20 tanks and lost 10", [UA_TANKS, RU_TANKS]),
        ("Сколько танков потеряла Украина и сколько уничтожила", [UA_TANKS, RU_TANKS]),
        ("how many tanks did ukraine lose and how many did it destroy", [UA_TANKS, RU_TANKS]),
        ("how many prisoners does Russia have and how many soldiers did it lose", [f"{UA}/captured", f"{RU}/losses"]),
        ("Russia says it killed 500 Ukrainians and lost 300 soldiers", [f"{UA}/killed", f"{RU}/losses"]),
        ("In this war Russia lost 300 thousand and Ukraine 200 thousand", [f"{RU}/losses", f"{UA}/losses"]),
        ("у цій війні рф втратила більше ніж україна?", [f"{RU}/losses", f"{UA}/losses"]),
        # what each did to the other
        ("Ukraine captured 1348 Russians and Russia captured 6465 Ukrainians", [f"{RU}/captured", f"{UA}/captured"]),
        ("В плену ВСУ 1348 российских солдат, в РФ - 6465 украинских", [f"{RU}/captured", f"{UA}/captured"]),
        ("скільки росіян вбили українці і скільки українців вбили росіяни", [f"{RU}/killed", f"{UA}/killed"]),
        # who lost something is not what is counted
        ("скільки російських танків знищено і скільки втратили ми", [RU_TANKS, UA_TANKS]),
        ("сколько украинских танков подбито и сколько потеряли русские", [UA_TANKS, RU_TANKS]),
        ("how many russian tanks were destroyed and how many did the ukrainians lose", [RU_TANKS, UA_TANKS]),
        (
            "сколько детей погибло с украинской стороны и сколько с российской",
            ["children-ukraine/killed", "children-russia/killed"],
        ),
        (
            "how many children died on the russian side and how many on the ukrainian",
            ["children-russia/killed", "children-ukraine/killed"],
        ),
    ],
)
def test_each_with_its_own(ask: Ask, text: str, expected: list[str]) -> None:
    assert topics(ask(text)) == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("how many Russian and Ukrainian soldiers were killed and wounded", 4),
        ("скільки росіян і українців вбито та поранено", 4),
        ("потери россии и украины убитыми", 2),
        ("how many russian tanks were destroyed and captured", 2),
        ("killed and wounded Russian soldiers", 2),
        ("более 20 танков или самолетов потеряла россия", 2),
    ],
)
def test_each_with_each(ask: Ask, text: str, count: int) -> None:
    assert len(topics(ask(text))) == count


@pytest.mark.parametrize(
    "text",
    [
        "In 2022 how many russians were wounded and how many ukrainians were killed, according to the UN",
        "how many russians were wounded and how many ukrainians were killed in 2022, according to the UN",
        "according to the UN, how many russians were wounded, and how many ukrainians killed in 2022",
    ],
)
def test_what_is_said_once_holds_for_all(ask: Ask, text: str) -> None:
    question = ask(text)
    assert topics(question) == [f"{RU}/wounded", f"{UA}/killed"]
    assert {(r.claimants, str(r.dates.as_of_from), r.period) for r in question.readings} == {
        (("un",), "2022-01-01", True)
    }


def test_where_and_when_of_each_part(ask: Ask) -> None:
    question = ask("how many russians were killed at Bakhmut and how many ukrainians were wounded at Robotyne")
    assert [(str(r.topic), r.place) for r in question.readings] == [
        (f"{RU}/killed", "bakhmut"),
        (f"{UA}/wounded", "robotyne"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Russia says 60k Ukrainians killed. Ukraine says 200k Russians killed. Who's right?",
        "Moscow claims 60,000 dead Ukrainians. Kyiv claims 200,000 dead Russians",
        "Russia: 61,000 Ukrainians dead. Ukraine: 200,000 Russians dead",
        "Росія каже, що загинуло 60 тисяч українців. Україна каже, що 200 тисяч росіян. Кому вірити?",
        "Москва заявляет о 60 тысячах погибших украинцев. Киев - о 200 тысячах погибших россиян. Кто врёт?",
    ],
)
def test_each_says_its_own_sentence(ask: Ask, text: str) -> None:
    readings = ask(text).readings
    assert {(str(r.topic), r.claimants) for r in readings} == {
        (f"{UA}/killed", ("russia",)),
        (f"{RU}/killed", ("ukraine",)),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ukraine says it destroyed 300 Russian tanks. Russia says it destroyed 200 Ukrainian ones.",
            [RU_TANKS, UA_TANKS],
        ),
        ("Ukraine destroyed 300 tanks. Russia destroyed 200. right?", [RU_TANKS, UA_TANKS]),
        ("Russia lost 1000 tanks. Ukraine lost 900. is it true", [RU_TANKS, UA_TANKS]),
        ("Россия: 498 погибших. Украина: 9000 погибших", [f"{RU}/killed", f"{UA}/killed"]),
    ],
)
def test_each_sentence_has_a_side(ask: Ask, text: str, expected: list[str]) -> None:
    assert topics(ask(text)) == expected
