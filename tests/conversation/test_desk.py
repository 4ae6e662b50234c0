"""What the parts of a conversation share: answers kept under receipts."""

from __future__ import annotations

import sqlite3

import pytest

from bot.chats.chats import Chats, ChatsError
from bot.conversation.service import Conversation
from tests.conversation.talking import ANN, BOB, Clock

KILLED = "How many people were killed?"


def test_the_same_answer_has_one_receipt_a_day(quake: Conversation, clock: Clock) -> None:
    first = quake.ask(ANN, KILLED, 1).remember
    assert quake.ask(BOB, KILLED, 2).remember == first
    assert quake.ask(BOB, "How many houses were destroyed?", 3).remember != first
    clock.pass_(days=1)
    assert quake.ask(ANN, KILLED, 4).remember != first


def test_a_receipt_that_could_not_be_written_is_written_with_the_next_answer(
    quake: Conversation, chats: Chats, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as full, pytest.raises(ChatsError):
        full.setattr("bot.chats.receipts.add", _full_disk)
        quake.ask(ANN, KILLED, 1)
    given = quake.ask(ANN, KILLED, 2).remember
    assert given is not None
    assert chats.receipt(given) is not None


def _full_disk(*_: object) -> str:
    raise sqlite3.OperationalError("database or disk is full")
