"""Who took captives, and what those count of whom nothing else is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.questions.question import Question

Ask = Callable[..., Question]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Russia took 2,439 prisoners, true?", "ukrainian-forces/captured"),
        ("Ukraine took 2,439 prisoners, true?", "russian-forces/captured"),
        ("ukraine took how many prisoners", "russian-forces/captured"),
        ("prisoners the ukrainians took in kursk", "russian-forces/captured"),
        ("how many prisoners did russia take", "ukrainian-forces/captured"),
        ("prisoners taken by the russians", "ukrainian-forces/captured"),
        ("did ukraine take any of kim's soldiers alive? how many", "north-korean-troops/captured"),
        ("did russia capture any ukrainian soldiers alive", "ukrainian-forces/captured"),
        ("how many of zelensky's men have the russians taken alive", "ukrainian-forces/captured"),
        ("how many russians were taken alive near kursk", "russian-forces/captured"),
        ("is this for losses? ok, pows taken by ukraine", "russian-forces/captured"),
        ("is this for losses? ok, pows taken by russia", "ukrainian-forces/captured"),
        ("Скільки полонених узяли ЗСУ під Курськом", "russian-forces/captured"),
        ("сколько пленных взяли ВСУ", "russian-forces/captured"),
        ("сколько пленных взяли ВС РФ", "ukrainian-forces/captured"),
        ("скільки російських солдатів україна взяла в полон живими", "russian-forces/captured"),
        ("скільки українців росіяни захопили в полон живцем", "ukrainian-forces/captured"),
        ("сколько русских украинцы взяли в плен живыми", "russian-forces/captured"),
    ],
)
def test_whoever_took_prisoners_holds_them(ask: Ask, text: str, topic: str) -> None:
    assert [str(reading.topic) for reading in ask(text).readings] == [topic]


@pytest.mark.parametrize("text", ["how many russian soldiers are alive", "how many ukrainian prisoners are alive"])
def test_those_who_are_alive_were_not_taken(ask: Ask, text: str) -> None:
    assert not ask(text).readings


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("ukraine sank half of the fleet, how many ships is that", "russian-forces/destroyed/ship"),
        ("russia destroyed a third of the artillery, how many guns is that", "ukrainian-forces/destroyed/artillery"),
    ],
)
def test_a_part_of_them_is_what_it_was_done_to(ask: Ask, text: str, topic: str) -> None:
    assert [str(reading.topic) for reading in ask(text).readings] == [topic]


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("how many russian tanks does oryx list", ["russian-forces/destroyed/tank"]),
        ("ukrainian soldiers by name, mediazona's number of them", ["ukrainian-forces/killed"]),
        ("how many tanks does russia have according to oryx", []),
        ("what is oryx", []),
    ],
)
def test_those_who_count_one_thing_are_asked_for_it(ask: Ask, text: str, topics: list[str]) -> None:
    assert [str(reading.topic) for reading in ask(text).readings] == topics


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        (
            "both tanks and planes lost by russia",
            ["russian-forces/destroyed/tank", "russian-forces/destroyed/aircraft"],
        ),
        ("both killed and wounded ukrainians", ["ukrainian-forces/killed", "ukrainian-forces/wounded"]),
        ("tanks lost by both", ["russian-forces/destroyed/tank", "ukrainian-forces/destroyed/tank"]),
    ],
)
def test_both_of_two_things_are_not_both_sides(ask: Ask, text: str, topics: list[str]) -> None:
    assert [str(reading.topic) for reading in ask(text).readings] == topics
