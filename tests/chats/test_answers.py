"""Answers of the last half hour, and which updates were handled."""

from __future__ import annotations

import pytest
from sqlalchemy import URL

from bot.chats.chats import Chats
from bot.chats.model import Asker, Remembered
from tests.chats.conftest import START, Clock

ASKER = Asker(chat=-100, user=5, topic=3)
SLOTS = {"topic": "people/killed", "dates": [None, "2024-05-20"], "claimants": ["courier"], "period": False}


def test_last_answer(chats: Chats, url: URL) -> None:
    chats.remember_answer(ASKER, SLOTS, "abcdefgh", 10)
    with Chats(url, clock=lambda: START) as other:
        assert other.last_answer(ASKER) == Remembered(ASKER, SLOTS, "abcdefgh", 10, START)


@pytest.mark.parametrize(
    "other",
    [
        Asker(-101, 5, 3),
        Asker(-100, 6, 3),
        Asker(-100, 5, 4),
        Asker(-100, None, 3),
        Asker(-100, 5, None),
        Asker(-100, None, None),
    ],
)
def test_askers_do_not_share(chats: Chats, other: Asker) -> None:
    chats.remember_answer(ASKER, 1, None)
    assert chats.last_answer(other) is None
    chats.remember_answer(other, 2, None)
    assert chats.last_answer(other) == Remembered(other, 2, None, None, START)
    found = chats.last_answer(ASKER)
    assert found and found.slots == 1


def test_the_newest_counts(chats: Chats, clock: Clock) -> None:
    for number in range(3):
        chats.remember_answer(ASKER, number, None)
        clock.forward(seconds=number % 2)  # two within the same moment
    found = chats.last_answer(ASKER)
    assert found and found.slots == 2


@pytest.mark.parametrize("slots", [None, "", [], {}, "a\0b", {"слово": "танк 🛢", "n": [1, 2.5, None, True]}])
def test_any_json_comes_back(chats: Chats, slots: object) -> None:
    chats.remember_answer(ASKER, slots, None)
    found = chats.last_answer(ASKER)
    assert found and found.slots == slots


def test_half_a_surrogate_pair_does_no_harm(chats: Chats) -> None:
    chats.remember_answer(ASKER, ["\ud83d"], None)
    found = chats.last_answer(ASKER)
    assert found and found.slots == ["?"]


def test_half_an_hour(chats: Chats, clock: Clock) -> None:
    chats.remember_answer(ASKER, SLOTS, "abcdefgh", 10)
    chats.answer_sent(ASKER.chat, "abcdefgh", [11])
    clock.forward(minutes=29, seconds=59)
    assert chats.last_answer(ASKER) and chats.answer_to(-100, 10) and chats.answer_shown_by(-100, 11)
    clock.forward(seconds=1)
    assert not (chats.last_answer(ASKER) or chats.answer_to(-100, 10) or chats.answer_shown_by(-100, 11))
    assert not chats.answer_sent(ASKER.chat, "abcdefgh", [12])
    assert chats.prune()["answers"] == 1


def test_the_moment_may_be_given(chats: Chats, clock: Clock) -> None:
    chats.remember_answer(ASKER, SLOTS, None, None, clock.now)
    clock.forward(hours=1)
    assert chats.last_answer(ASKER, START)
    assert not chats.last_answer(ASKER)
    with pytest.raises(Exception, match="time zone"):
        chats.remember_answer(ASKER, SLOTS, None, None, START.replace(tzinfo=None))


class TestMessages:
    def test_reply_to_any_message_of_an_answer(self, chats: Chats) -> None:
        chats.remember_answer(ASKER, SLOTS, "abcdefgh", 10)
        assert chats.answer_sent(-100, "abcdefgh", [12, 11])
        for message in (11, 12):
            found = chats.answer_shown_by(-100, message)
            assert found and found.slots == SLOTS and found.messages == (11, 12)
        assert chats.answer_shown_by(-100, 13) is None
        assert chats.answer_shown_by(-101, 11) is None

    def test_one_receipt_given_twice_is_the_newest_answer(self, chats: Chats) -> None:
        chats.remember_answer(ASKER, 1, "abcdefgh", 10)
        chats.answer_sent(-100, "abcdefgh", [11])
        chats.remember_answer(Asker(-100, 6), 2, "abcdefgh", 20)
        chats.answer_sent(-100, "abcdefgh", [21])
        first, second = chats.answer_shown_by(-100, 11), chats.answer_shown_by(-100, 21)
        assert first and first.slots == 1
        assert second and second.slots == 2 and second.asker.user == 6

    def test_an_edited_question_and_its_answer(self, chats: Chats) -> None:
        chats.remember_answer(ASKER, 1, "aaaaaaaa", 10)
        chats.answer_sent(-100, "aaaaaaaa", [11])
        before = chats.answer_to(-100, 10)
        assert before and before.messages == (11,)
        chats.remember_answer(ASKER, 2, "bbbbbbbb", 10)
        chats.answer_sent(-100, "bbbbbbbb", before.messages)
        after = chats.answer_to(-100, 10)
        assert after and after.slots == 2 and after.messages == (11,)
        assert chats.answer_shown_by(-100, 11) == after
        assert chats.answer_to(-101, 10) is None

    def test_never_remembered(self, chats: Chats) -> None:
        assert not chats.answer_sent(-100, "abcdefgh", [11])
        assert chats.answer_shown_by(-100, 11) is None


class TestUpdates:
    def test_remembered_once(self, chats: Chats, url: URL) -> None:
        assert not chats.seen_update(1)
        assert chats.remember_update(1)
        assert not chats.remember_update(1)
        with Chats(url) as other:
            assert other.seen_update(1)
            assert not other.seen_update(2)

    def test_for_a_day(self, chats: Chats, clock: Clock) -> None:
        chats.remember_update(1)
        clock.forward(hours=23)
        chats.remember_update(2)
        assert chats.prune()["seen_updates"] == 0
        clock.forward(hours=1)
        assert chats.prune()["seen_updates"] == 1
        assert not chats.seen_update(1)
        assert chats.seen_update(2)
