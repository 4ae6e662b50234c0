"""Two sides beside each other, or two places in the countries of both: each gets its own reading."""

from collections.abc import Callable

import pytest

from bot.questions.question import Outcome, Question

RUSSIA, UKRAINE = "russian-forces", "ukrainian-forces"


@pytest.mark.parametrize(
    "text",
    [
        "u kogo bolshe bespilotnikov posbivali, u rf ili u vsu",
        "у кого більше танків втрачено, у росії чи в україни",
        "у кого больше подбито танков: у россиян или у украинцев",
        "у росії або у зсу більше бмп втрачено",
        "в росії чи в україні більше загиблих",
        "Air defence attrition: Russia next to Ukraine",
        "Росія поруч з Україною: втрати авіації",
        "танки: потери россии рядом с украиной",
        "втрати росії порівняно з україною",
        "Drone losses: Moscow's army versus Kyiv's, for 2024",
        "Moscow vs Kyiv: tanks lost",
        "Russia's losses compared to Kyiv's",
        "во сколько раз у ВСУ потери больше наших",
        "Чиїх вертольотів більше збито",
        "чьих самолетов больше сбито",
        "whose drones get shot down more",
        "безвозвратные потери обеих армий, рядом",
        "он говорит украинцев погибло больше чем русских",
    ],
)
def test_both_sides(ask: Callable[[str], Question], text: str) -> None:
    question = ask(text)
    assert {reading.topic.population for reading in question.readings} == {RUSSIA, UKRAINE}
    assert not any(reading.claimants or reading.place for reading in question.readings)


@pytest.mark.parametrize(
    ("text", "population", "place"),
    [
        ("tanks lost by Russia next to Kyiv", RUSSIA, "kyiv"),
        ("tanks lost by Ukraine next to Moscow", UKRAINE, "moscow"),
        ("скільки росіян загинуло поруч з бахмутом", RUSSIA, "bakhmut"),
    ],
)
def test_next_to_a_town(ask: Callable[[str], Question], text: str, population: str, place: str) -> None:
    assert [(r.topic.population, r.place) for r in ask(text).readings] == [(population, place)]


@pytest.mark.parametrize(
    "text",
    [
        "Kyiv vs Moscow on Russian losses",
        "Russia's losses according to Kyiv versus Moscow",
        "втрати росії: версія києва проти версії москви",
    ],
)
def test_two_who_say_it(ask: Callable[[str], Question], text: str) -> None:
    (reading,) = ask(text).readings
    assert (reading.topic.population, reading.claimants) == (RUSSIA, ("ukraine", "russia"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "мирняк: сколько погибло в донецке и сколько в белгороде",
            [("civilians-ukraine", "donetsk"), ("civilians-russia", "belgorod-region")],
        ),
        (
            "children killed in Kharkiv and in Kursk",
            [("children-ukraine", "kharkiv"), ("children-russia", "kursk-region")],
        ),
        (
            "цивільні: скільки загинуло в бєлгороді і скільки в харкові",
            [("civilians-ukraine", "kharkiv"), ("civilians-russia", "belgorod-region")],
        ),
    ],
)
def test_places_of_both_countries(ask: Callable[[str], Question], text: str, found: list[tuple[str, str]]) -> None:
    assert sorted((r.topic.population, r.place) for r in ask(text).readings) == sorted(found)


def test_two_people_side_by_side_lack_a_measure(ask: Callable[[str], Question]) -> None:
    question = ask("ми vs москалі")
    assert (question.outcome, question.missing) == (Outcome.CLARIFY, "measure")


@pytest.mark.parametrize(
    ("text", "topic", "claimants"),
    [
        ("Ukrainian POWs – Kyiv's number against Moscow's", f"{UKRAINE}/captured", ("ukraine", "russia")),
        ("Russian dead: Moscow's figure and Kyiv's", f"{RUSSIA}/killed", ("russia", "ukraine")),
        (
            "по поранених дітях у кого більша цифра, у генпрокурора чи в ООН?",
            "children-ukraine/wounded",
            ("ukraine-prosecutor-general", "un"),
        ),
    ],
)
def test_two_who_say_it_are_no_sides(
    ask: Callable[[str], Question], text: str, topic: str, claimants: tuple[str, ...]
) -> None:
    (reading,) = ask(text).readings
    assert (str(reading.topic), reading.claimants) == (topic, claimants)


@pytest.mark.parametrize("text", ["whose losses are bigger", "у кого больше потерь", "чиї втрати більші"])
def test_whose_losses_is_a_whole_question(ask: Callable[[str], Question], text: str) -> None:
    assert {str(reading.topic) for reading in ask(text).readings} == {f"{RUSSIA}/losses", f"{UKRAINE}/losses"}


@pytest.mark.parametrize(
    "text",
    [
        "more children killed in ukraine and russia?",
        "how many children killed in ukraine or russia?",
        "more kids killed on the ukrainian or russian side?",
        "сколько детей погибло в украине и россии",
        "скільки дітей загинуло в росії та україні",
    ],
)
def test_the_children_of_both_countries(ask: Callable[[str], Question], text: str) -> None:
    assert {reading.topic.population for reading in ask(text).readings} == {"children-ukraine", "children-russia"}


@pytest.mark.parametrize("text", ["how many tanks lost in ukraine and russia", "soldiers killed in russia or ukraine"])
def test_two_countries_are_where_and_not_whose(ask: Callable[[str], Question], text: str) -> None:
    assert ask(text).outcome is Outcome.CLARIFY
