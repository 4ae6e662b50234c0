"""Who says that it did something, did it: the subject left out behind "says that" is whoever says so."""

from collections.abc import Callable

import pytest

from bot.questions.question import Question

Ask = Callable[..., Question]
RUSSIA, UKRAINE = "russian-forces", "ukrainian-forces"


@pytest.mark.parametrize(
    "before", ["", "ukrainian tanks destroyed", "russian tanks destroyed", "скільки загинуло росіян"]
)
@pytest.mark.parametrize(
    ("text", "topic", "said"),
    [
        ("росія каже що збила 600 літаків?", f"{UKRAINE}/destroyed/aircraft", "russia"),
        ("україна каже, що збила 600 літаків", f"{RUSSIA}/destroyed/aircraft", "ukraine"),
        ("Россия говорит что сбила 600 самолетов?", f"{UKRAINE}/destroyed/aircraft", "russia"),
        ("Украина заявила, что она сбила 600 самолётов", f"{RUSSIA}/destroyed/aircraft", "ukraine"),
        ("міноборони рф стверджує, що вбило 600 солдатів", f"{UKRAINE}/killed", "russia-mod"),
        ("россия утверждает что убила 600 солдат", f"{UKRAINE}/killed", "russia"),
        ("украина утверждает что убила 600 солдат", f"{RUSSIA}/killed", "ukraine"),
        ("москва заявляє що захопила 600 полонених", f"{UKRAINE}/captured", "russia"),
        ("київ заявляє що взяв у полон 600 солдатів", f"{RUSSIA}/captured", "ukraine"),
        ("скільки танків, каже росія, вона знищила", f"{UKRAINE}/destroyed/tank", "russia"),
        ("russia says it killed 600 soldiers", f"{UKRAINE}/killed", "russia"),
        ("kyiv says it has killed 600 soldiers", f"{RUSSIA}/killed", "ukraine"),
        ("moscow claims that it captured 600 soldiers", f"{UKRAINE}/captured", "russia"),
        ("ukraine claims they have shot down 600 planes", f"{RUSSIA}/destroyed/aircraft", "ukraine"),
    ],
)
def test_the_sayer_did_it(ask: Ask, text: str, topic: str, said: str, before: str) -> None:
    readings = ask(text, previous=before or None).readings
    assert {(str(r.topic), r.claimants) for r in readings} == {(topic, (said,))}


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("россия говорит что украина сбила 600 самолетов", RUSSIA),
        ("україна каже, що росія збила 60 літаків", UKRAINE),
        ("росія каже що втратила 600 танків", RUSSIA),
        ("kyiv says it lost 31,000 soldiers", UKRAINE),
        ("russia says ukraine killed 600 soldiers", RUSSIA),
    ],
)
def test_another_subject_or_a_loss(ask: Ask, text: str, population: str) -> None:
    assert {reading.topic.population for reading in ask(text).readings} == {population}
