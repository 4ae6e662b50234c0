"""What befell a place in its own clause tells when; what is gone was destroyed; who is said to have so many, has."""

from collections.abc import Callable

import pytest

from bot.questions.question import Outcome, Question

Ask = Callable[..., Question]
RUSSIA, UKRAINE = "russian-forces", "ukrainian-forces"


@pytest.mark.parametrize(
    ("text", "topic", "place"),
    [
        ("When Avdiivka fell, how many Ukrainians were taken prisoner", f"{UKRAINE}/captured", "avdiivka"),
        ("Мариуполь пал, сколько украинцев попало в плен", f"{UKRAINE}/captured", "mariupol"),
        ("коли впала Авдіївка, скільки наших загинуло", f"{UKRAINE}/killed", "avdiivka"),
        ("крейсер Москва затонул - скольких моряков записали в без вести пропавшие", f"{RUSSIA}/missing", "moskva"),
        ("барак в еленовке взорвали, пленных там сколько убило", f"{UKRAINE}/killed", "olenivka"),
        ("Russia took Mariupol, how many civilians died", "civilians-ukraine/killed", "mariupol"),
        ("Росія взяла Маріуполь, скільки загинуло мирних", "civilians-ukraine/killed", "mariupol"),
        ("Украина взяла Суджу, сколько погибло мирных", "civilians-russia/killed", "sudzha"),
        ("4,000 russian tanks gone", f"{RUSSIA}/destroyed/tank", None),
        ("How many Ukrainian SAM systems are gone?", f"{UKRAINE}/destroyed/air-defence", None),
        ("submarines the russian navy doesn't have any more, how many", f"{RUSSIA}/destroyed/submarine", None),
        ("how many tanks does ukraine no longer have", f"{UKRAINE}/destroyed/tank", None),
        ("скільки танків у росії більше немає", f"{RUSSIA}/destroyed/tank", None),
        ("скільки літаків україна вже не має", f"{UKRAINE}/destroyed/aircraft", None),
        ("скольких танков больше нет у рф", f"{RUSSIA}/destroyed/tank", None),
        ("сколько танков у украины больше не осталось", f"{UKRAINE}/destroyed/tank", None),
        ("guy on tv says ukraine has 600 thousand dead", f"{UKRAINE}/killed", None),
        ("my boss says russia has 600k dead", f"{RUSSIA}/killed", None),
        ("nope, I didn't ask about russians. UKRAINIAN troops wounded, how many", f"{UKRAINE}/wounded", None),
        ("Please state Russia's cumulative losses as at 31 March 2024", f"{RUSSIA}/losses", None),
    ],
)
def test_what_is_asked(ask: Ask, text: str, topic: str, place: str | None) -> None:
    readings = ask(text).readings
    assert [(str(r.topic), r.place, r.claimants) for r in readings] == [(topic, place, ())]


def test_a_capital_that_claims_it_did_it(ask: Ask) -> None:
    (reading,) = ask("Kyiv claims to have burned how many Russian lorries").readings
    assert (str(reading.topic), reading.claimants) == (f"{RUSSIA}/destroyed/vehicle", ("ukraine",))


@pytest.mark.parametrize("text", ["where has the russian fleet gone", "what share of the Black Sea Fleet is gone"])
def test_gone_elsewhere(ask: Ask, text: str) -> None:
    assert ask(text).outcome is not Outcome.UNDERSTOOD
