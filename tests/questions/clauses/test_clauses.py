"""What stands around the clause that asks: what the speaker tells, adds or doubts, and those whom he calls "them"."""

from collections.abc import Callable

import pytest

from bot.questions.question import Outcome, Question, Refusal

Ask = Callable[..., Question]


def read(question: Question) -> list[tuple[str, str | None]]:
    return [(str(reading.topic), reading.place) for reading in question.readings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # where those are whom the next sentence calls "them"
        ("the russians entered pokrovsk. how many tanks did they lose", ("russian-forces/destroyed/tank", "pokrovsk")),
        ("russians attacked pokrovsk again. how many of them died", ("russian-forces/killed", "pokrovsk")),
        ("Wagner took Bakhmut. how many did they lose there", ("wagner/losses", "bakhmut")),
        (
            "my son is in Ukraine's 47th brigade. how many did they lose at Robotyne",
            ("ukrainian-forces/losses", "robotyne"),
        ),
        ("Украинцы ушли из Авдеевки. сколько они потеряли танков?", ("ukrainian-forces/destroyed/tank", "avdiivka")),
        ("Росіяни лізуть на Покровськ. скільки їх загинуло?", ("russian-forces/killed", "pokrovsk")),
        # what they did, they did to the others
        ("Ukrainians entered kursk. how many did they capture", ("russian-forces/captured", "kursk-region")),
        (
            "the russians entered pokrovsk. how many tanks did they destroy",
            ("ukrainian-forces/destroyed/tank", "pokrovsk"),
        ),
        ("Ukrainians fought at Bakhmut. how many russians did they kill", ("russian-forces/killed", "bakhmut")),
        ("ЗСУ зайшли в Курськ. скільки вони взяли в полон?", ("russian-forces/captured", "kursk-region")),
        ("Русские у Покровска. сколько танков они уничтожили", ("ukrainian-forces/destroyed/tank", "pokrovsk")),
        ("Українці під Покровськом. скільки танків вони знищили", ("russian-forces/destroyed/tank", "pokrovsk")),
    ],
)
def test_those_called_them(ask: Ask, text: str, expected: tuple[str, str]) -> None:
    assert read(ask(text)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Українці лізуть на Покровськ. скільки їх загинуло?",  # "they" may be those, or the enemy of whoever speaks
        "Українці тримають Покровськ. скільки їх загинуло?",
        "шо по дітках, скіко їх поранило за всю войну",  # nobody's children in particular
        "безвісти зниклі на даний момент, скільки їх?",  # nor nobody's missing
        "полонені, скільки їх",
        "Russians and Ukrainians met at Bakhmut. How many did they kill?",
        "Russian families searching for missing soldiers: how many missing according to Kyiv?",
        "Ukrainian families searching for missing soldiers: how many missing according to Moscow?",
    ],
)
def test_those_called_them_are_asked_back_where_two_may_be_meant(ask: Ask, text: str) -> None:
    assert ask(text).outcome is not Outcome.UNDERSTOOD


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("чоловік у морській піхоті служить. скільки росіян загинуло у Кринках?", ("russian-forces/killed", "krynky")),
        ("My brother serves in the army. How many Ukrainian soldiers were killed?", ("ukrainian-forces/killed", None)),
        ("мой брат служит под Покровском. сколько русских солдат погибло?", ("russian-forces/killed", None)),
        ("My son was killed at Bakhmut. How many Ukrainian soldiers died?", ("ukrainian-forces/killed", None)),
        ("Мій брат зник. Скільки росіян загинуло?", ("russian-forces/killed", None)),
        ("Мой сын пропал. сколько украинских солдат пропало", ("ukrainian-forces/missing", None)),
        ("Ukraine lost 9000 soldiers. you kidding me mate?", ("ukrainian-forces/losses", None)),
        ("Russia lost 9000 soldiers. zorgled?", ("russian-forces/losses", None)),
    ],
)
def test_what_is_told_or_added_is_set_aside(ask: Ask, text: str, expected: tuple[str, str | None]) -> None:
    assert read(ask(text)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "My son was killed at Bakhmut. How many soldiers died?",
        "My brother is missing. How do I find him?",
        "Мій брат зник. Скільки росіян загинуло? Допоможіть знайти брата",
        "мой брат пропал под Бахмутом, помогите",
    ],
)
def test_a_misfortune_of_ones_own_is_not(ask: Ask, text: str) -> None:
    assert ask(text).refusal is Refusal.HELP


def test_a_place_alone_is_not_what_was_taken(ask: Ask) -> None:
    assert ask("bryansk region: civilians wounded by ukrainian drones").outcome is Outcome.UNDERSTOOD
    assert ask("did ukraine capture kursk").outcome is Outcome.OUT_OF_SCOPE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("how many people were killed in kharkiv by russian missiles", "civilians-ukraine/killed"),
        ("скільки людей загинуло в Херсоні від російських обстрілів", "civilians-ukraine/killed"),
        ("сколько людей погибло в белгороде от обстрелов всу", "civilians-russia/killed"),
        ("how many did russia capture in kherson", "ukrainian-forces/captured"),
        ("how many soldiers did ukraine kill in donetsk", "russian-forces/killed"),
        ("how many russians were killed by ukraine in donetsk", "russian-forces/killed"),
    ],
)
def test_those_killed_where_people_live_are_its_people(ask: Ask, text: str, expected: str) -> None:
    assert [str(reading.topic) for reading in ask(text).readings] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Good evening. My late husband was a sailor, so I would like to ask how many Russian tanks burnt",
            ["russian-forces/destroyed/tank"],
        ),
        ("Question from a German student: how many tanks has Russia lost?", ["russian-forces/destroyed/tank"]),
        ("a question from a Canadian here: how many tanks has Ukraine lost?", ["ukrainian-forces/destroyed/tank"]),
        ("Nearly half a million Russians killed, UK spy chief says", ["russian-forces/killed"]),
        ("what does the german press say about ukrainian losses", ["ukrainian-forces/losses"]),
        (
            "Колеги з кафедри просять: поранені військові, скільки українських і скільки російських",
            ["ukrainian-forces/wounded", "russian-forces/wounded"],
        ),
        ("табори для полонених рускіх переповнені, а скільки їх там всього?", ["russian-forces/captured"]),
    ],
)
def test_who_asks_and_where_he_read_it_is_no_other_subject(ask: Ask, text: str, expected: list[str]) -> None:
    assert [str(reading.topic) for reading in ask(text).readings] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Vietnam war question from a student: how many soldiers died?",
        "how many polish soldiers killed, says the un",
        "did dynamo kyiv lose yesterday?",
        "how many refugees says un",
    ],
)
def test_another_subject_stays_one(ask: Ask, text: str) -> None:
    assert ask(text).outcome is Outcome.OUT_OF_SCOPE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the place of the sentence before is that of a question about them, or about there
        (
            "Русские наступают на Покровск. сколько украинских солдат они убили?",
            ("ukrainian-forces/killed", "pokrovsk"),
        ),
        (
            "The Russians are advancing on Pokrovsk. How many Ukrainian soldiers did they kill?",
            ("ukrainian-forces/killed", "pokrovsk"),
        ),
        (
            "Росіяни наступають на Покровськ. скільки українських солдатів вони вбили?",
            ("ukrainian-forces/killed", "pokrovsk"),
        ),
        (
            "Russians stormed Avdiivka again. How many Ukrainian soldiers died there?",
            ("ukrainian-forces/killed", "avdiivka"),
        ),
        ("Українці обороняють Часів Яр. Скільки росіян вони знищили?", ("russian-forces/killed", "chasiv-yar")),
        ("Чоловік воює під Покровськом. скільки росіян там загинуло", ("russian-forces/killed", "pokrovsk")),
        (
            "My brother serves near Pokrovsk. How many Russian soldiers died there?",
            ("russian-forces/killed", "pokrovsk"),
        ),
        ("Русские штурмовали Авдеевку. Сколько русских погибло под Бахмутом?", ("russian-forces/killed", "bakhmut")),
        ("я живу в Харькове. сколько российских солдат погибло?", ("russian-forces/killed", None)),
    ],
)
def test_places_of_the_sentence_before(ask: Ask, text: str, expected: tuple[str, str | None]) -> None:
    assert read(ask(text)) == [expected]


def test_a_place_that_is_left_out_is_named(ask: Ask) -> None:
    assert ask("Русские наступают на Покровск. сколько украинских солдат погибло?").readings[0].unmatched == (
        "Покровск",
    )
