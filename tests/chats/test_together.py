"""Transactions that are parts of one: all of them happen or none, and nobody is waited for."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing, suppress
from pathlib import Path

import pytest
from sqlalchemy import URL, event

from bot.chats.chats import Chats, file_url
from bot.chats.model import Asker
from bot.chats.trouble import ChatsError, RefusedError, Trouble


class WrongError(Exception):
    """Something else goes wrong."""


def test_each_part_sees_those_before_it_and_others_see_all_at_the_end(chats: Chats, url: URL) -> None:
    with Chats(url) as other:
        with chats.database.together():
            assert chats.chat(7).language is None
            chats.set_language(7, "uk")
            chats.remember_answer(Asker(7, 7), {"n": 1}, "abcdefgh", 3)
            assert chats.chat(7).language == "uk"
            assert chats.answer_sent(7, "abcdefgh", [11, 12])
            assert other.chat(7).language is None
        assert other.chat(7).language == "uk"
    found = chats.answer_to(7, 3)
    assert found is not None
    assert found.messages == (11, 12)


def test_an_error_undoes_all_of_it(chats: Chats) -> None:
    with pytest.raises(WrongError), chats.database.together():
        chats.set_language(7, "uk")
        chats.set_language(8, "ru")
        raise WrongError
    assert (chats.chat(7).language, chats.chat(8).language) == (None, None)
    chats.set_language(7, "en")
    assert chats.chat(7).language == "en"


def test_an_error_that_somebody_expects_undoes_its_part_alone(chats: Chats) -> None:
    with chats.database.together():
        chats.set_language(7, "uk")
        with suppress(WrongError), chats.database.writing():
            chats.set_language(8, "ru")
            raise WrongError
        with suppress(RefusedError):
            chats.remember_update(2**70)
        chats.set_language(9, "en")
    assert [chats.chat(one).language for one in (7, 8, 9)] == ["uk", None, "en"]


def test_one_inside_another_is_a_part_of_it(chats: Chats) -> None:
    with pytest.raises(WrongError), chats.database.together():
        with chats.database.together():
            chats.set_language(7, "uk")
        raise WrongError
    assert chats.chat(7).language is None


def test_whatever_is_done_is_committed_once(chats: Chats) -> None:
    commits: list[object] = []
    event.listen(chats.database._hasty, "commit", commits.append)
    with chats.database.together():
        chats.seen_update(1)
        chats.remember_answer(Asker(7, 7), {}, "abcdefgh")
        chats.receipt_new([], [], 1, "1.0.0", "en")
        chats.remember_update(1)
    assert len(commits) == 1
    with chats.database.together():
        pass
    assert len(commits) == 1


def test_other_threads_have_their_own(chats: Chats) -> None:
    seen: list[str | None] = []
    with chats.database.together():
        chats.chat(7)
        thread = threading.Thread(target=lambda: seen.append(chats.set_language(7, "uk").language))
        thread.start()
        thread.join()
    assert seen == ["uk"]


def test_in_memory_too() -> None:
    with Chats("sqlite://") as chats:
        with chats.database.together():
            chats.set_language(7, "uk")
        assert chats.chat(7).language == "uk"


class TestLocked:
    @pytest.fixture
    def locked(self, tmp_path: Path) -> Chats:
        return Chats(file_url(tmp_path), lock_timeout=3600)

    def test_nobody_is_waited_for(self, locked: Chats, tmp_path: Path) -> None:
        with locked as chats, closing(sqlite3.connect(tmp_path / "chats.db")) as other:
            assert chats.database.is_free()
            other.execute("BEGIN IMMEDIATE")
            assert not chats.database.is_free()
            with pytest.raises(ChatsError) as caught, chats.database.together():
                assert chats.chat(7).language is None
                chats.set_language(7, "uk")
            assert caught.value.trouble is Trouble.LOCKED
            with chats.database.together():
                assert chats.chat(7).language is None
            other.rollback()
            assert chats.database.is_free()
            with chats.database.together():
                chats.set_language(7, "uk")
            assert chats.chat(7).language == "uk"

    def test_what_was_written_since_the_first_part_read_makes_it_begin_anew(
        self, locked: Chats, tmp_path: Path
    ) -> None:
        with locked as chats:
            with pytest.raises(ChatsError) as caught, chats.database.together():
                assert chats.chat(7).language is None
                with Chats(file_url(tmp_path)) as other:
                    other.set_language(7, "ru")
                chats.set_language(7, "uk")
            assert caught.value.trouble is Trouble.LOCKED
            assert chats.database.is_free()
            assert chats.chat(7).language == "ru"
