"""Where a sayer comes from is no side and no third state; whose a leader's things are, and who laid civilians low."""

from collections.abc import Callable

import pytest

from bot.questions.question import Outcome, Question

Ask = Callable[..., Question]


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("друг із німеччини просив дізнатись, скільки дітей загинуло в Україні", "children-ukraine"),
        ("кум з Польщі твердить, що загинуло 100 тисяч українських солдатів", "ukrainian-forces"),
        ("подруга из Израиля спрашивает, сколько русских погибло", "russian-forces"),
        ("жінка з росії пише, що 2 млн двохсотих у хохлів", "ukrainian-forces"),
        ("сколько танков у путина подбили", "russian-forces"),
        ("пленных русских у зеленского сколько", "russian-forces"),
        ("сколько пленных у путина", "ukrainian-forces"),
        ("сколько детишек погубили русские", "children-ukraine"),
        ("сколько мирных угробили всу", "civilians-russia"),
        ("сколько своих положили русские", "russian-forces"),
        ("українські військові. скільки їх загинуло?", "ukrainian-forces"),
    ],
)
def test_whose(ask: Ask, text: str, population: str) -> None:
    assert {r.topic.population for r in ask(text).readings} == {population}


@pytest.mark.parametrize(
    "text",
    [
        "Пише вам бабуся з Полтави. Скільки наших хлопців полягло?",
        "can it be that 70,000 ukrainian soldiers are missing? a colleague from Lviv heard so",
        "a friend in Kharkiv heard that russia lost 10,000 tanks",
        "подруга зі Львова чула що 70 тисяч українських військових зникли безвісти, це правда?",
        "коллега из Харькова слышал что россия потеряла 10 тысяч танков, правда?",
    ],
)
def test_where_the_asker_or_who_told_him_comes_from_is_no_place(ask: Ask, text: str) -> None:
    (reading,) = ask(text).readings
    assert reading.place is None


@pytest.mark.parametrize(
    "text", ["сколько граждан Польши погибло в украине", "сколько добровольцев из Германии погибло"]
)
def test_people_of_a_third_state_who_died(ask: Ask, text: str) -> None:
    assert ask(text).outcome is not Outcome.UNDERSTOOD
