"""Some of those who are counted, named besides, are asked for with all of them."""

from collections.abc import Callable

import pytest

from bot.questions.question import Question

Ask = Callable[..., Question]
BOTH = ["civilians-ukraine/killed", "children-ukraine/killed"]


@pytest.mark.parametrize(
    "text",
    [
        "Russian attack on Sumy kills 34, including two children",
        "34 people including 2 children killed in Sumy",
        "Missile strike on Sumy kills 46, six children among them",
        "34 killed in Sumy, 2 of them children",
        "удар по Сумам: 20 погибших, в том числе 9 детей",
        "в Сумах погибли 20 человек, из них 9 детей",
        "внаслідок удару по Сумах загинули 34 людини, зокрема двоє дітей",
        "Внаслідок удару росіян по Сумах загинули 20 людей, серед них 9 дітей",
    ],
)
def test_all_and_some_of_them(ask: Ask, text: str) -> None:
    read = [(str(r.topic), r.place) for r in ask(text).readings]
    assert read == [("civilians-ukraine/killed", "sumy"), ("children-ukraine/killed", "sumy")]


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("50 000 Russians killed, including 20 000 Wagner fighters", ["russian-forces/killed", "wagner/killed"]),
        ("how many civilians killed in ukraine, including children", BOTH),
        ("how many people killed in Mariupol including children", BOTH),
        ("Ukrainian children killed", ["children-ukraine/killed"]),
        ("how many of those 790k russian casualties were killed", ["russian-forces/killed"]),
        ("of all Ukrainian casualties, how many are wounded", ["ukrainian-forces/wounded"]),
        ("number of Russian casualties and killed", ["russian-forces/casualties", "russian-forces/killed"]),
    ],
)
def test_of_a_whole_that_is_told_or_not(ask: Ask, text: str, topics: list[str]) -> None:
    assert [str(r.topic) for r in ask(text).readings] == topics


def test_in_a_follow_up_they_are_asked_for_alone(ask: Ask) -> None:
    question = ask("including children?", "how many civilians killed in Ukraine")
    assert [str(r.topic) for r in question.readings] == ["children-ukraine/killed"]
