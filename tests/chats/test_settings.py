"""What chats choose, how the bot stands in them, and what becomes of it when a group becomes a supergroup."""

from __future__ import annotations

from threading import Thread

import pytest
from sqlalchemy import URL

from bot.chats.chats import Chats
from bot.chats.model import Asker, ChatSettings, Presence, WhoMayChange
from tests.chats.conftest import START, Clock

GROUP, SUPERGROUP = -4_200_000_001, -1_002_200_000_001


def test_nothing_chosen(chats: Chats) -> None:
    assert chats.chat(7) == ChatSettings(7)
    assert chats.chat(7).who_may_change is WhoMayChange.ADMINS
    assert chats.chat(7).present


def test_what_is_chosen_is_kept(chats: Chats, url: URL) -> None:
    chosen = chats.set(7, language="uk", who_may_change=WhoMayChange.EVERYONE, topics=("a/b", "c/d"))
    with Chats(url) as other:  # another process: it was committed before the method returned
        assert other.chat(7) == chosen
    assert chosen == ChatSettings(7, "uk", WhoMayChange.EVERYONE, ("a/b", "c/d"))


def test_only_what_is_named_changes(chats: Chats) -> None:
    chats.set(7, language="uk", topics=("a/b",))
    chats.set(7, who_may_change=WhoMayChange.EVERYONE)
    chats.set(7, topics=None)
    assert chats.chat(7) == ChatSettings(7, "uk", WhoMayChange.EVERYONE)
    assert chats.set_language(7, None).language is None
    assert chats.set(7) == chats.chat(7)


def test_choices_can_be_taken_back(chats: Chats) -> None:
    chats.set(7, language="uk", who_may_change=WhoMayChange.EVERYONE, topics=("a/b",))
    chats.set(7, language=None, who_may_change=None, topics=None)
    assert chats.chat(7) == ChatSettings(7)
    chats.set(7, topics=("a/b",))
    assert chats.set(7, topics=()).topics == ()


@pytest.mark.parametrize("changes", [{"colour": "red"}, {"who_may_change": "dogs"}])
def test_what_cannot_be_chosen_changes_nothing(chats: Chats, changes: dict[str, object]) -> None:
    chats.set(7, language="uk")
    with pytest.raises(ValueError, match=r"colour|dogs"):
        chats.set(7, language="en", **changes)  # type: ignore[misc]  # as a forged button would
    assert chats.chat(7) == ChatSettings(7, "uk")


def test_chats_do_not_share(chats: Chats) -> None:
    chats.set_language(7, "uk")
    chats.set_language(8, "ru")
    assert (chats.chat(7).language, chats.chat(8).language, chats.chat(9).language) == ("uk", "ru", None)


def test_presence(chats: Chats, clock: Clock) -> None:
    chats.set_language(7, "uk")
    seen = chats.set_presence(7, Presence.MEMBER, can_hear=False)
    assert (seen.presence, seen.can_hear, seen.presence_since, seen.language) == (Presence.MEMBER, False, START, "uk")
    clock.forward(hours=1)
    assert chats.set_presence(7, Presence.MEMBER).presence_since == START  # nothing new
    removed = chats.set_presence(7, Presence.REMOVED)
    assert (removed.present, removed.can_hear, removed.presence_since) == (False, False, clock.now)
    assert chats.set_presence(7, Presence.ADMIN, can_hear=True).can_hear is True


@pytest.mark.parametrize("presence", [Presence.LEFT, Presence.REMOVED, Presence.BLOCKED, Presence.GONE])
def test_absent(chats: Chats, presence: Presence) -> None:
    assert not chats.set_presence(7, presence).present


def test_changes_at_once_do_not_undo_each_other(chats: Chats) -> None:
    def choose(changes: list[dict[str, object]]) -> None:
        for each in changes:
            chats.set(7, **each)  # type: ignore[arg-type]

    threads = [
        Thread(target=choose, args=([{"language": code} for code in ("en", "ru", "en", "uk") * 10],)),
        Thread(target=choose, args=([{"topics": (f"a/{number}",)} for number in range(1, 41)],)),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (chats.chat(7).language, chats.chat(7).topics) == ("uk", ("a/40",))


class TestMigration:
    def test_everything_moves(self, chats: Chats) -> None:
        chats.set(GROUP, language="uk", topics=("a/b",))
        chats.set_presence(GROUP, Presence.MEMBER, can_hear=True)
        chats.remember_answer(Asker(GROUP, 5), {"n": 1}, "abcdefgh", 10)
        assert chats.migrate_chat(GROUP, SUPERGROUP)
        moved = chats.chat(SUPERGROUP)
        assert (moved.language, moved.topics, moved.can_hear, moved.presence) == ("uk", ("a/b",), True, Presence.MEMBER)
        assert chats.chat(GROUP) == ChatSettings(GROUP)
        remembered = chats.last_answer(Asker(SUPERGROUP, 5))
        assert remembered and remembered.slots == {"n": 1}
        assert chats.last_answer(Asker(GROUP, 5)) is None

    def test_a_supergroup_counts_its_messages_anew(self, chats: Chats) -> None:
        chats.remember_answer(Asker(GROUP, 5), {"n": 1}, "abcdefgh", 10)
        chats.answer_sent(GROUP, "abcdefgh", [11])
        chats.migrate_chat(GROUP, SUPERGROUP)
        assert chats.answer_to(SUPERGROUP, 10) is None
        assert chats.answer_shown_by(SUPERGROUP, 11) is None

    def test_told_twice(self, chats: Chats) -> None:
        """Both chats get a service message that says so."""
        chats.set_language(GROUP, "uk")
        assert chats.migrate_chat(GROUP, SUPERGROUP)
        chats.set_language(SUPERGROUP, "ru")
        assert not chats.migrate_chat(GROUP, SUPERGROUP)
        assert chats.chat(SUPERGROUP).language == "ru"

    def test_what_the_supergroup_has_already_is_newer(self, chats: Chats) -> None:
        chats.set(GROUP, language="uk", topics=("a/b",))
        chats.set_presence(GROUP, Presence.MEMBER, can_hear=False)
        chats.set_presence(SUPERGROUP, Presence.ADMIN, can_hear=True)
        chats.set_language(SUPERGROUP, "en")
        chats.migrate_chat(GROUP, SUPERGROUP)
        moved = chats.chat(SUPERGROUP)
        assert (moved.language, moved.topics, moved.presence, moved.can_hear) == ("en", ("a/b",), Presence.ADMIN, True)

    def test_nothing_to_move(self, chats: Chats) -> None:
        assert not chats.migrate_chat(GROUP, SUPERGROUP)
        assert chats.chat(SUPERGROUP) == ChatSettings(SUPERGROUP)

    def test_answers_alone_move_too(self, chats: Chats) -> None:
        chats.remember_answer(Asker(GROUP, 5), {"n": 1}, None)
        assert chats.migrate_chat(GROUP, SUPERGROUP)
        assert chats.last_answer(Asker(SUPERGROUP, 5))

    def test_all_or_nothing(self, chats: Chats, monkeypatch: pytest.MonkeyPatch) -> None:
        chats.set_language(GROUP, "uk")

        def fail(*_: object) -> int:
            raise RuntimeError

        monkeypatch.setattr("bot.chats.answers.move", fail)
        with pytest.raises(RuntimeError):
            chats.migrate_chat(GROUP, SUPERGROUP)
        assert chats.chat(GROUP).language == "uk"
        assert chats.chat(SUPERGROUP).language is None
