"""Sides that are compared, and capitals that stand for theirs."""

from collections.abc import Callable

import pytest

from bot.questions.question import Question

Ask = Callable[..., Question]


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("Moscow has lost 100,000 men", ["russian-forces/losses"]),
        ("Kyiv lost over 43,000 troops", ["ukrainian-forces/losses"]),
        ("Київ втратив 43 тисячі солдатів", ["ukrainian-forces/losses"]),
        ("Москва потеряла 100 тысяч солдат", ["russian-forces/losses"]),
    ],
)
def test_a_capital_that_has_lost_stands_for_its_side(ask: Ask, text: str, topics: list[str]) -> None:
    assert [str(reading.topic) for reading in ask(text).readings] == topics


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("kids wounded in russia compared with ukraine", ["children-russia/wounded", "children-ukraine/wounded"]),
        ("civilians killed in ukraine vs russia", ["civilians-ukraine/killed", "civilians-russia/killed"]),
        ("дети погибшие в россии по сравнению с украиной", ["children-russia/killed", "children-ukraine/killed"]),
        (
            "сколько танков потеряла Россия по сравнению с Украиной",
            ["russian-forces/destroyed/tank", "ukrainian-forces/destroyed/tank"],
        ),
        (
            "does Moscow hold more prisoners of war than Kyiv does, or is it the reverse?",
            ["ukrainian-forces/captured", "russian-forces/captured"],
        ),
        ("зниклі безвісти з того боку і з нашого: скільки", ["russian-forces/missing", "ukrainian-forces/missing"]),
        (
            "пропавшие без вести с той стороны и с нашей, сколько",
            ["russian-forces/missing", "ukrainian-forces/missing"],
        ),
        (
            "Ukraine overtakes Russia in troop casualties",
            ["ukrainian-forces/casualties", "russian-forces/casualties"],
        ),
        # which side is asked for
        ("с какой стороны больше убитых", ["russian-forces/killed", "ukrainian-forces/killed"]),
        ("з якої сторони більше вбитих", ["russian-forces/killed", "ukrainian-forces/killed"]),
    ],
)
def test_what_is_compared_has_the_same_part(ask: Ask, text: str, topics: list[str]) -> None:
    assert [str(reading.topic) for reading in ask(text).readings] == topics
