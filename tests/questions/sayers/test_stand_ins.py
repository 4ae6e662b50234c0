"""A head of state or a capital that lost, has, owns or did something stands for its country; else it says something."""

from collections.abc import Callable

import pytest

from bot.questions.question import Question

Ask = Callable[..., Question]
RUSSIA, UKRAINE = "russian-forces", "ukrainian-forces"


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("how many children did putin kill", "children-ukraine/killed"),
        ("how many civilians did zelensky kill", "civilians-russia/killed"),
        ("скольких украинцев убил путин", f"{UKRAINE}/killed"),
        ("скільки росіян вбив зеленський", f"{RUSSIA}/killed"),
        ("how many leopards did putin burn", f"{UKRAINE}/destroyed/tank"),
        ("putin destroyed 300 tanks", f"{UKRAINE}/destroyed/tank"),
        ("путин уничтожил 300 танков", f"{UKRAINE}/destroyed/tank"),
        ("how many prisoners does zelensky hold", f"{RUSSIA}/captured"),
        ("zelensky's t-72s blown up", f"{UKRAINE}/destroyed/tank"),
        ("putin's planes shot down by ukraine", f"{RUSSIA}/destroyed/aircraft"),
        ("потери путина", f"{RUSSIA}/losses"),
        ("втрати зеленського", f"{UKRAINE}/losses"),
        ("сколько танков путина уничтожено? с источниками пожалуйста", f"{RUSSIA}/destroyed/tank"),
        ("скільки танків зеленського знищено? з джерелами будь ласка", f"{UKRAINE}/destroyed/tank"),
        ("moscow's losses in 2024", f"{RUSSIA}/losses"),
        ("kyiv's losses between june and august", f"{UKRAINE}/losses"),
        ("kyiv's killed soldiers", f"{UKRAINE}/killed"),
        ("moscow's dead", f"{RUSSIA}/killed"),
        ("Kim's contingent: killed", "north-korean-troops/killed"),
        ("потери Пхеньяна", "north-korean-troops/losses"),
        ("скільки загиблих у Кіма", "north-korean-troops/killed"),
    ],
)
def test_stands_for_its_country(ask: Ask, text: str, topic: str) -> None:
    readings = ask(text).readings
    assert [str(reading.topic) for reading in readings] == [topic]
    assert not any(reading.claimants or reading.spokespersons for reading in readings)


@pytest.mark.parametrize(
    ("text", "population", "claimant"),
    [
        ("kyiv's casualty figures for russia", RUSSIA, "ukraine"),
        ("moscow's claims of ukrainian losses", UKRAINE, "russia"),
        ("moscow's losses according to kyiv", RUSSIA, "ukraine"),
        ("Moscow's casualties, any word from Kyiv's military intelligence?", RUSSIA, "ukraine"),
        ("Kyiv's casualties, any word from Moscow's defence ministry?", UKRAINE, "russia-mod"),
        ("потери Киева по данным генштаба Москвы", UKRAINE, "russia-general-staff"),
        ("потери Москвы по данным генштаба Киева", RUSSIA, "ukraine-general-staff"),
        ("втрати путіна за даними зеленського", RUSSIA, "volodymyr-zelensky"),
        ("втрати зеленського за даними путіна", UKRAINE, "vladimir-putin"),
        ("Pyongyang's casualties, any word from Kyiv's military intelligence?", "north-korean-troops", "ukraine"),
        ("zelensky's figure for dead russians", RUSSIA, "volodymyr-zelensky"),
        ("how many soldiers did putin say ukraine lost", UKRAINE, "vladimir-putin"),
    ],
)
def test_says_it(ask: Ask, text: str, population: str, claimant: str) -> None:
    readings = ask(text).readings
    assert [r.topic.population for r in readings] == [population]
    assert [*readings[0].claimants, *readings[0].spokespersons] == [claimant]


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("how many T-90M have the russians had knocked out", RUSSIA),
        ("how many T-64 have the ukrainians had knocked out", UKRAINE),
        ("warships the Russian navy has had sunk", RUSSIA),
        ("Ukraine had 5 jets shot down", UKRAINE),
        ("how many men has Russia had captured", RUSSIA),
        ("soldiers the Ukrainian army has had taken prisoner", UKRAINE),
        ("Russia had destroyed 300 tanks", UKRAINE),
        ("how many tanks had the ukrainians destroyed", RUSSIA),
        ("tanks the russians have destroyed", UKRAINE),
    ],
)
def test_had_it_done_to_them(ask: Ask, text: str, population: str) -> None:
    assert [r.topic.population for r in ask(text).readings] == [population]


@pytest.mark.parametrize("text", ["zelensky killed soldiers", "putin wounded soldiers number"])
def test_what_is_typed_beside_a_leader_is_not_what_he_did(ask: Ask, text: str) -> None:
    assert not ask(text).readings
