"""What was asked is counted so that no count tells of one chat, on disk or in memory."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chats.asked import FEWEST_CHATS, OUTCOME, TOPIC, Tally, week_of
from bot.chats.chats import Chats
from tests.chats.conftest import START, Clock

MONDAY = date(2026, 5, 11)
SUNDAY = date(2026, 5, 17)
QUESTIONS = st.lists(st.tuples(st.integers(0, 13), st.integers(1, 9), st.sampled_from("abc")), max_size=60)


def of_topics(counts: Counter[tuple[date, str, str]]) -> dict[str, int]:
    return {name: questions for (_, kind, name), questions in counts.items() if kind == TOPIC}


def test_a_topic_is_counted_from_the_fifth_chat_on_with_all_before() -> None:
    tally = Tally()
    for chat in range(1, FEWEST_CHATS):
        tally.count(MONDAY, chat, "answered", ["a"])
        tally.count(SUNDAY, chat, "answered", ["a"])
    assert of_topics(tally.taken()) == {}
    tally.count(SUNDAY, FEWEST_CHATS, "answered", ["a"])
    tally.count(SUNDAY, 1, "answered", ["a", "b"])
    assert of_topics(tally.taken()) == {"a": 2 * (FEWEST_CHATS - 1) + 2}


def test_a_week_begins_with_none() -> None:
    tally = Tally()
    for chat in range(FEWEST_CHATS):
        tally.count(SUNDAY, chat, "answered", ["a"])
    tally.count(SUNDAY + timedelta(days=1), 1, "answered", ["a"])
    assert of_topics(tally.taken()) == {"a": FEWEST_CHATS}


@given(QUESTIONS)
def test_no_topic_of_few_chats_is_ever_counted_and_no_question_without_one(asked: list[tuple[int, int, str]]) -> None:
    tally = Tally()
    chats: dict[tuple[date, str], set[int]] = {}
    total: Counter[tuple[date, str, str]] = Counter()
    for day, chat, topic in sorted(asked):
        on = MONDAY + timedelta(days=day)
        chats.setdefault((week_of(on), topic), set()).add(chat)
        tally.count(on, chat, "answered", [topic])
        total += tally.taken()
    assert sum(questions for (_, kind, _), questions in total.items() if kind == OUTCOME) == len(asked)
    told = {(week, name) for week, kind, name in total if kind == TOPIC}
    assert told == {key for key, asking in chats.items() if len(asking) >= FEWEST_CHATS}


def test_the_number_of_a_chat_is_nowhere_in_memory() -> None:
    tally = Tally()
    tally.count(MONDAY, 7_777_001_234_567, "answered", ["a"])
    assert "7777001234567" not in repr(tally._rare)
    assert all(len(digest) == 16 for rare in tally._rare.values() for digest in rare.chats)


def test_two_tallies_cannot_be_compared() -> None:
    one, other = Tally(), Tally()
    for tally in (one, other):
        tally.count(MONDAY, 1, "answered", ["a"])
    assert one._rare["a"].chats.isdisjoint(other._rare["a"].chats)


def test_what_could_not_be_kept_is_counted_again() -> None:
    tally = Tally()
    tally.count(MONDAY, 1, "answered", [])
    taken = tally.taken()
    assert tally.taken() == Counter()
    tally.count(MONDAY, 1, "answered", [])
    tally.give_back(taken)
    assert tally.taken() == {(MONDAY, OUTCOME, "answered"): 2}


def test_counts_add_up_and_are_kept_as_long_as_feedback(chats: Chats, clock: Clock) -> None:
    for questions in (2, 3):
        chats.add_asked(Counter({(MONDAY, TOPIC, "a"): questions, (MONDAY, OUTCOME, "answered"): 1}))
    chats.add_asked(Counter({(MONDAY - timedelta(days=7), TOPIC, "b"): 9}))
    assert chats.asked(TOPIC, START.date()) == [("a", 5)]
    assert chats.asked(TOPIC, START.date() - timedelta(days=7)) == [("b", 9), ("a", 5)]
    assert chats.asked(OUTCOME, START.date()) == [("answered", 2)]
    clock.forward(days=30)
    assert chats.prune()["asked"] == 1
    clock.forward(days=1)
    assert chats.prune()["asked"] == 2  # its Sunday is as old as may be kept


@pytest.mark.parametrize(("day", "monday"), [(MONDAY, MONDAY), (SUNDAY, MONDAY)])
def test_week_of(day: date, monday: date) -> None:
    assert week_of(day) == monday
