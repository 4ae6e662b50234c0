"""Receipts, counts of helpful answers, questions for the editors, and how long each is kept."""

from __future__ import annotations

from datetime import timedelta
from threading import Thread

import pytest
from sqlalchemy import URL

from bot.chats import receipts
from bot.chats.chats import Chats
from bot.chats.ids import as_receipt_id, short_id
from bot.chats.model import EditorQuestion, FeedbackCount, Receipt
from tests.chats.conftest import START, Clock

READINGS = [{"topic": "people/killed", "claimants": ["courier"]}]
SHOWN = [{"block": "head", "spans": ["Загинули люди", 17]}]
TODAY = START.date()


def new(chats: Chats, readings: object = READINGS, shown: object = SHOWN, version: str = "1.2.0") -> str:
    return chats.receipt_new(readings, shown, 4, version, "uk")


class TestReceipts:
    def test_opens_as_it_was_given(self, chats: Chats, url: URL) -> None:
        id_ = new(chats)
        expires = START + timedelta(days=90)
        with Chats(url, clock=lambda: START) as other:
            assert other.receipt(id_) == Receipt(id_, READINGS, SHOWN, 4, "1.2.0", "uk", START, expires)

    def test_id_is_short_and_typed_in_any_way(self, chats: Chats) -> None:
        id_ = new(chats)
        assert len(id_) == 8 and set(id_) <= set("abcdefghijklmnopqrstuvwxyz234567")
        assert chats.receipt(f" {id_.upper()}\n") == chats.receipt(id_)

    @pytest.mark.parametrize(
        "typed", ["", "a", "abcdefg1", "abcdefgh2", "abcdefg\0", "' OR 1=1", "абвгдежз", "ａbcdefgh"]
    )
    def test_what_is_no_id(self, chats: Chats, typed: str) -> None:
        assert as_receipt_id(typed) is None
        assert chats.receipt(typed) is None

    def test_unknown(self, chats: Chats) -> None:
        assert chats.receipt("abcdefgh") is None

    def test_the_same_answer_has_one_receipt_a_day(self, chats: Chats, clock: Clock) -> None:
        first = new(chats)
        clock.forward(hours=1)
        assert new(chats) == first
        different = {new(chats, readings=[]), new(chats, shown=[]), new(chats, version="1.3.0")}
        clock.forward(days=1)
        assert len(different | {first, new(chats)}) == 5

    def test_ends_with_retention(self, chats: Chats, clock: Clock) -> None:
        id_ = new(chats)
        clock.forward(days=89, hours=23)
        assert chats.receipt(id_)
        assert chats.prune()["receipts"] == 0
        clock.forward(hours=1)
        assert chats.receipt(id_) is None
        assert chats.prune()["receipts"] == 1

    def test_an_id_taken_by_chance(self, chats: Chats, monkeypatch: pytest.MonkeyPatch) -> None:
        ids = iter(["aaaaaaaa", "aaaaaaaa", "bbbbbbbb"])
        monkeypatch.setattr(receipts, "short_id", lambda _: next(ids))
        assert [new(chats, readings=[1]), new(chats, readings=[2])] == ["aaaaaaaa", "bbbbbbbb"]
        first = chats.receipt("aaaaaaaa")
        assert first and first.readings == [1]

    def test_given_at_once_to_many(self, chats: Chats) -> None:
        given: list[str] = []
        threads = [Thread(target=lambda: given.extend(new(chats) for _ in range(10))) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(given) == 40 and len(set(given)) == 1


def test_short_ids_differ() -> None:
    assert len({short_id(8) for _ in range(1000)}) == 1000


class TestFeedback:
    def test_counted_by_topic_and_day(self, chats: Chats, clock: Clock) -> None:
        for helpful in (True, True, False):
            chats.feedback("people/killed", helpful)
        chats.feedback("people/wounded", False)
        clock.forward(days=1)
        chats.feedback("people/killed", True)
        tomorrow = TODAY + timedelta(days=1)
        assert chats.feedback_counts(TODAY) == [
            FeedbackCount("people/killed", TODAY, 2, 1),
            FeedbackCount("people/wounded", TODAY, 0, 1),
            FeedbackCount("people/killed", tomorrow, 1, 0),
        ]
        assert chats.feedback_counts(tomorrow) == [FeedbackCount("people/killed", tomorrow, 1, 0)]

    def test_kept_as_long_as_said(self, chats: Chats, clock: Clock) -> None:
        chats.feedback("people/killed", True)
        chats.editor_question("?")
        clock.forward(days=30)
        pruned = chats.prune()
        assert (pruned["feedback"], pruned["editor_questions"]) == (0, 0)
        clock.forward(days=1)
        pruned = chats.prune()
        assert (pruned["feedback"], pruned["editor_questions"]) == (1, 1)
        assert chats.feedback_counts(TODAY) == [] == chats.editor_questions()


class TestEditorQuestions:
    def test_kept_without_who_and_when(self, chats: Chats) -> None:
        chats.editor_question("how many cats\0\ud83d", "en")
        chats.editor_question("скільки котів")
        first, second = chats.editor_questions()
        assert first == EditorQuestion(first.id, TODAY, "en", "how many cats?")
        assert (second.text, second.language) == ("скільки котів", None)

    def test_dealt_with(self, chats: Chats) -> None:
        chats.editor_question("how many cats")
        (only,) = chats.editor_questions()
        assert chats.editor_question_done(only.id)
        assert not chats.editor_question_done(only.id)
        assert chats.editor_questions() == []
