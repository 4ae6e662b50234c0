"""Clauses that say what is not asked neither refuse a question nor add to it; what is asked elsewhere still does."""

from collections.abc import Callable

import pytest

from bot.questions.question import Outcome, Question

Ask = Callable[..., Question]


@pytest.mark.parametrize(
    ("text", "topic", "place"),
    [
        ("NOT ww2, the present one. ukrainian soldiers wounded, which figure did zelensky give", "wounded", None),
        ("never mind what the widows are paid: ukrainian dead, confirmed?", "killed", None),
        (
            "Leaving aside the villages they took: ukrainian troops killed in the Kursk region, Moscow's figure",
            "killed",
            "kursk-region",
        ),
        (
            "I'm not asking how many were drafted, I ask how many Ukrainian servicemen died, as the Pentagon sees it",
            "killed",
            None,
        ),
        ("not about the money, how many ukrainian tanks were lost", "destroyed/tank", None),
        ("Про обміни знаю, дякую. А всього військових наших росія взяла в полон скільки?", "captured", None),
        ("не про біженців питаю, а про загиблих воїнів зсу", "killed", None),
        ("не про дорамы вопрос, серьёзный: солдат всу ранено сколько", "wounded", None),
        ("мобилизация мимо, выплаты мимо. пленные. украинские. всего их у русских?", "captured", None),
        ("погибшие всу за первую половину 2025. дома и заводы не надо", "killed", None),
        ("як довго брали Бахмут я не питаю, питаю скільки там зсушників полягло", "killed", "bakhmut"),
        ("never mind syria, how many ukrainians died", "killed", None),
        ("wounded aside, how many ukrainians died", "killed", None),
        ("I keep seeing killed figures. Is there anything on Ukrainian wounded?", "wounded", None),
        ("i've seen the russian numbers, how many ukrainian tanks destroyed", "destroyed/tank", None),
        ("я чув про вбитих. а скільки українських військових поранено?", "wounded", None),
        ("слышал про потери россии, а сколько военных потеряла украина?", "losses", None),
        ("can it be 300 ukrainian planes shot down or is that inflated by Moscow?", "destroyed/aircraft", None),
        ("скок у хохлов танков, блин, не танков а самолётов сбили", "destroyed/aircraft", None),
    ],
)
def test_what_is_not_asked(ask: Ask, text: str, topic: str, place: str | None) -> None:
    readings = ask(text).readings
    assert {(str(r.topic), r.place) for r in readings} == {(f"ukrainian-forces/{topic}", place)}


@pytest.mark.parametrize(
    "text",
    [
        "сколько русских погибло в сирии, не в украине",
        "how many died in Gaza, not Ukraine",
        "I'm not asking how many Russians died, I'm asking how many fled",
        "не питаю про вбитих, скільки росіян втекло",
        "How many Ukrainian refugees are there, not counting the dead",
        "how many Russians died in Syria? never mind",
    ],
)
def test_another_matter_that_is_asked(ask: Ask, text: str) -> None:
    assert ask(text).outcome is Outcome.OUT_OF_SCOPE
