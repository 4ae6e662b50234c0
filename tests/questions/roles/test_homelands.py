"""Whose a place is tells nobody's losses: it is part of the place's name."""

from collections.abc import Callable

import pytest

from bot.questions.question import Question

Ask = Callable[..., Question]
RUSSIA, UKRAINE = "russian-forces", "ukrainian-forces"
OF_RUSSIA, OF_UKRAINE = "civilians-russia", "civilians-ukraine"


@pytest.mark.parametrize(
    ("text", "population", "place"),
    [
        ("Ukraine loses over 9,000 troops in border areas of Russia's Kursk region", UKRAINE, "kursk-region"),
        ("how many died in the Ukrainian city of Dnipro", OF_UKRAINE, "dnipro"),
        ("at least 20 killed in shelling of Russian city Belgorod", OF_RUSSIA, "belgorod-region"),
        ("12 killed in Russia's Belgorod by Ukrainian shelling", OF_RUSSIA, "belgorod-region"),
        ("Russian missile attack on Ukraine's Sumy kills 34", OF_UKRAINE, "sumy"),
        ("Russian soldiers killed in the Ukrainian town of Makiivka", RUSSIA, "makiivka"),
        ("killed in Belgorod, Russia", OF_RUSSIA, "belgorod-region"),
        ("Ukrainian drone strike kills 24 in Russian-occupied Kherson", OF_UKRAINE, "kherson"),
        ("сколько погибло в российском Белгороде", OF_RUSSIA, "belgorod-region"),
        ("сколько украинских военных погибло в российской Курской области", UKRAINE, "kursk-region"),
        ("удар по украинскому Харькову: сколько погибших", OF_UKRAINE, "kharkiv"),
        ("потери всу в курской области рф", UKRAINE, "kursk-region"),
        ("скільки українських військових загинуло в російській Курській області", UKRAINE, "kursk-region"),
        ("загинуло у Харкові, Україна", OF_UKRAINE, "kharkiv"),
        ("the Ukrainian Mariupol garrison losses", UKRAINE, "mariupol"),
        ("in Kursk Russia lost 500 soldiers", RUSSIA, "kursk-region"),
        # whoever calls them his own, civilians are of the place
        ("сколько у нас в белгороде мирных убило", "civilians-russia", "belgorod-region"),
        ("скільки у нас в харкові цивільних вбито", "civilians-ukraine", "kharkiv"),
        ("how many of our civilians died in Belgorod", "civilians-russia", "belgorod-region"),
    ],
)
def test_whose_losses_where(ask: Ask, text: str, population: str, place: str) -> None:
    assert {(r.topic.population, r.place) for r in ask(text).readings} == {(population, place)}
