"""What losses are measured against is set aside, where it is no count of ours; the other side is asked for too."""

from collections.abc import Callable

import pytest

from bot.questions.question import Outcome, Question

Ask = Callable[..., Question]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Has Russia lost more tanks in Ukraine than the USSR lost in Afghanistan?", "russian-forces/destroyed/tank"),
        ("Has Ukraine lost more soldiers than the US in ten years in Iraq and Afghanistan?", "ukrainian-forces/losses"),
        ("how many soldiers did Russia lose, more than France and Germany together?", "russian-forces/losses"),
        ("Are Ukrainian losses higher than those of Poland in 1939?", "ukrainian-forces/losses"),
        ("is the russian death toll as high as in Vietnam", "russian-forces/killed"),
        ("did Ukraine lose as many tanks as Iraq in 1991", "ukrainian-forces/destroyed/tank"),
        ("Compared to the war in Afghanistan, how many Ukrainians have died?", "ukrainian-forces/killed"),
        ("Ukraine has lost more tanks than it ever received from the West", "ukrainian-forces/destroyed/tank"),
        ("Russia has lost more tanks than it had at the start of the war", "russian-forces/destroyed/tank"),
        ("Russia's losses so far exceed those of the Soviet Union in Afghanistan", "russian-forces/losses"),
        ("Ukrainian tank losses outstrip production", "ukrainian-forces/destroyed/tank"),
        ("Ukraine lost more planes than anybody imagined before", "ukrainian-forces/destroyed/aircraft"),
        ("Правда, что Россия потеряла больше солдат, чем СССР в Афганистане?", "russian-forces/losses"),
        ("сколько танков потеряла украина, больше чем ей поставили?", "ukrainian-forces/destroyed/tank"),
        ("Россия теряет танки быстрее, чем успевает строить", "russian-forces/destroyed/tank"),
        ("как в Афганистане: сколько украинских солдат погибло?", "ukrainian-forces/killed"),
        ("Потери РФ превысили потери СССР в Афганистане", "russian-forces/losses"),
        ("скільки солдатів втратила росія, більше ніж за обидві чеченські війни?", "russian-forces/losses"),
        ("Україна втратила більше літаків, ніж має Німеччина", "ukrainian-forces/destroyed/aircraft"),
        ("На відміну від Чечні, скільки росіян загинуло в Україні?", "russian-forces/killed"),
        ("скільки дітей загинуло в україні порівняно з газою", "children-ukraine/killed"),
    ],
)
def test_a_yardstick(ask: Ask, text: str, topic: str) -> None:
    (reading,) = ask(text).readings
    assert str(reading.topic) == topic
    assert not (reading.claimants or reading.place or reading.dates.as_of_from)


@pytest.mark.parametrize(
    "text",
    [
        "did Ukraine lose as many soldiers as Russia",
        "did Russia lose as many soldiers as Ukraine",
        "has Russia lost more tanks than Ukraine",
        "потери России превышают потери Украины?",
        "втрати України перевищують втрати росії?",
        "Україна втратила більше за росіян?",
    ],
)
def test_the_other_side_is_none(ask: Ask, text: str) -> None:
    assert {r.topic.population for r in ask(text).readings} == {"russian-forces", "ukrainian-forces"}


@pytest.mark.parametrize(
    ("text", "claimants"),
    [
        ("more Russian soldiers killed than in Afghanistan according to Oryx", ["oryx"]),
        ("has Ukraine lost as many tanks as Oryx says", ["oryx"]),
        ("Are Russian losses higher than Oryx admits?", ["oryx"]),
    ],
)
def test_who_says_it_stays(ask: Ask, text: str, claimants: list[str]) -> None:
    assert [list(r.claimants) for r in ask(text).readings] == [claimants]


@pytest.mark.parametrize(
    "text",
    [
        "did the USSR lose more in Afghanistan than Russia in Ukraine",
        "росія втратила в афганістані більше ніж в україні",
        "did Russia lose more than 15,000 soldiers in Afghanistan",
        "Россия потеряла больше чем 15000 солдат в Афганистане?",
        "Did Russia lose more soldiers than expected in Syria?",
        "How many Russians were killed as mercenaries in Syria",
        "сколько русских погибло как наемники в Сирии",
        "Has Russia produced more tanks than it lost",
        "Росія виробляє більше танків, ніж втрачає?",
        "Погибло больше израильтян, чем украинцев?",
        "more than in Vietnam",
    ],
)
def test_what_is_asked_elsewhere(ask: Ask, text: str) -> None:
    assert ask(text).outcome is Outcome.OUT_OF_SCOPE
