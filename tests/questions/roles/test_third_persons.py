""" "Theirs" in a language that tells whose they are, what was done at the owner's, and arms before a colon."""

from collections.abc import Callable

import pytest

from bot.questions.question import Outcome, Question

Ask = Callable[..., Question]
RUSSIA, UKRAINE = "russian-forces", "ukrainian-forces"


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("скільки їхніх танків знищено", [f"{RUSSIA}/destroyed/tank"]),
        ("їхня арта - скільки втрачено", [f"{RUSSIA}/destroyed/artillery"]),
        ("скільки їхньої техніки знищили зсу", [f"{RUSSIA}/destroyed/equipment"]),
        ("скільки їхніх полягло під бахмутом", [f"{RUSSIA}/killed"]),
        ("скільки танків у них згоріло", [f"{RUSSIA}/destroyed/tank"]),
        ("скільки наших, а скільки їхніх загинуло", [f"{UKRAINE}/killed", f"{RUSSIA}/killed"]),
        ("ЗСУ та їхні втрати", [f"{UKRAINE}/losses"]),
        ("що кажуть росіяни про їхні втрати", [f"{RUSSIA}/losses"]),
        ("скільки втрат у наших ворогів", [f"{RUSSIA}/losses"]),
        ("скільки наших росіяни вбили", [f"{UKRAINE}/killed"]),
        ("скільки наші росіян вбили", [f"{RUSSIA}/killed"]),
        ("зсу вчора скільки арти вибило у ворога", [f"{RUSSIA}/destroyed/artillery"]),
        ("всу вчера сколько танков выбили у врага", [f"{RUSSIA}/destroyed/tank"]),
        ("вс рф сколько танков сожгли у украинцев", [f"{UKRAINE}/destroyed/tank"]),
        ("рф скільки літаків збила в україни", [f"{UKRAINE}/destroyed/aircraft"]),
        ("з боку росіян скільки загиблих", [f"{RUSSIA}/killed"]),
        ("со стороны украины сколько трупов", [f"{UKRAINE}/killed"]),
        ("Повітряні сили: збито 50 дронів", [f"{RUSSIA}/destroyed/drone"]),
    ],
)
def test_whose(ask: Ask, text: str, topics: list[str]) -> None:
    assert [str(reading.topic) for reading in ask(text).readings] == topics


@pytest.mark.parametrize(
    "text", ["Black Sea Fleet: 24 ships sunk", "Військово-морські сили: потоплено катер", "ВДВ: уничтожено 30 танков"]
)
def test_what_an_arm_lost_or_destroyed_is_asked_back(ask: Ask, text: str) -> None:
    assert ask(text).outcome is Outcome.CLARIFY
