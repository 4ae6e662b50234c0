"""Forgetting really deletes, and no text of a message is kept in the first place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import JSON, BigInteger, String, Text, select

from bot.chats.chats import Chats, file_url
from bot.chats.model import Asker, Presence
from bot.chats.tables import CHAT, OWNER, USER, metadata
from tests.chats.conftest import Clock
from tests.chats.filling import fill_all

USER_ID, OTHER = 7_777_001_234_567, 7_777_009_876_543
GROUP, OTHER_GROUP = -1_007_777_004_242, -1_007_777_005_353


def fill(chats: Chats, user: int, group: int, mark: str) -> None:
    """All that a person and a group can leave behind."""
    for chat in (user, group):
        chats.set(chat, language="uk", topics=(f"{mark}/settings",))
        chats.set_presence(chat, Presence.MEMBER, can_hear=True)
        for number in range(50):  # over many pages, so that some are freed and some half full
            receipt = f"r{number}"
            chats.remember_answer(Asker(chat, user, 3), {"mark": f"{mark}{number}" * 20}, receipt, number)
            chats.answer_sent(chat, receipt, [100 + number])


def ids(chats: Chats) -> dict[str, set[int]]:
    """Every chat and user that any row names."""
    found: dict[str, set[int]] = {"chat": set(), "user": set(), "owner": set()}
    with chats.database.reading() as connection:
        for table in metadata.sorted_tables:
            for column in table.c:
                if "names" in column.info:
                    found[column.info["names"]] |= set(connection.execute(select(column)).scalars()) - {None}
    return {names: named for names, named in found.items() if names != "owner" or named}


def test_a_person(chats: Chats) -> None:
    fill(chats, USER_ID, GROUP, "mine")
    fill(chats, OTHER, GROUP, "theirs")
    assert chats.forget(USER_ID) > 150
    assert ids(chats) == {"chat": {OTHER, GROUP}, "user": {OTHER}}
    assert chats.last_answer(Asker(OTHER, OTHER, 3)) and chats.last_answer(Asker(GROUP, OTHER, 3))
    assert chats.forget(USER_ID) == 0


def test_a_chat(chats: Chats) -> None:
    fill(chats, USER_ID, GROUP, "mine")
    fill(chats, OTHER, OTHER_GROUP, "theirs")
    assert chats.forget_chat(GROUP) > 100
    assert ids(chats) == {"chat": {USER_ID, OTHER, OTHER_GROUP}, "user": {USER_ID, OTHER}}
    assert chats.forget_chat(GROUP) == 0


def test_a_receipt_stays_but_tells_of_nobody(chats: Chats) -> None:
    id_ = chats.receipt_new(["reading"], ["shown"], 1, "1.0.0", "en")
    chats.remember_answer(Asker(USER_ID, USER_ID), {}, id_)
    chats.forget(USER_ID)
    assert chats.receipt(id_)
    assert ids(chats) == {"chat": set(), "user": set()}


def traces(path: Path) -> bytes:
    """Every byte of the database, its log and its index."""
    return b"".join(each.read_bytes() for each in sorted(path.parent.iterdir()))


@pytest.mark.parametrize("vacuum", [True, False], ids=["vacuum", "at once"])
def test_bytes_of_the_file(tmp_path: Path, clock: Clock, vacuum: bool) -> None:
    url = file_url(tmp_path / "storage")
    path = Path(str(url.database))
    with Chats(url, clock=clock) as chats:
        fill(chats, USER_ID, GROUP, "MY-MARK")
        fill(chats, OTHER, OTHER_GROUP, "THEIR-MARK")
        sought = [b"MY-MARK", *(id_.to_bytes(8, signed=True)[2:] for id_ in (USER_ID, GROUP))]
        before = traces(path)
        assert all(trace in before for trace in sought)
        chats.forget(USER_ID)
        chats.forget_chat(GROUP)
        if vacuum:
            chats.vacuum()
        after = traces(path)
        assert not [trace for trace in sought if trace in after]
        assert b"THEIR-MARK" in after
        chats.database.checkpoint()
    assert not [trace for trace in sought if trace in traces(path)]


def test_no_table_keeps_a_byte(tmp_path: Path, clock: Clock) -> None:
    """Of a person and of a group: settings, answers, subscriptions, what was delivered, what is being put together."""
    url = file_url(tmp_path / "storage")
    with Chats(url, clock=clock, storage=tmp_path / "storage") as chats:
        for number in range(40):
            for chat, user, first, mark in ((USER_ID, USER_ID, 0, "MINE"), (GROUP, OTHER, 100, "OURS")):
                fill_all(chats.database, first + number, chat=chat - number, user=user + number, mark=mark)
        fill_all(chats.database, 200, chat=OTHER_GROUP, user=OTHER, mark="THEIRS")
        for number in range(40):
            chats.forget(USER_ID + number)
            chats.forget_chat(USER_ID - number)
            chats.forget_chat(GROUP - number)
        chats.vacuum()
        left = traces(Path(str(url.database)))
    ids = [id_ for number in range(40) for id_ in (USER_ID + number, USER_ID - number, GROUP - number)]
    assert not [id_ for id_ in ids if id_.to_bytes(8, signed=True)[2:] in left or str(abs(id_)).encode() in left]
    assert OTHER_GROUP.to_bytes(8, signed=True)[2:] in left


def test_expired_answers_leave_no_bytes(tmp_path: Path, clock: Clock) -> None:
    url = file_url(tmp_path)
    with Chats(url, clock=clock) as chats:
        fill(chats, USER_ID, GROUP, "MY-MARK")
        clock.forward(minutes=31)
        chats.set(USER_ID, topics=None)
        chats.set(GROUP, topics=None)
        assert chats.prune()["answers"] == 100
        chats.vacuum()
        assert b"MY-MARK" not in traces(Path(str(url.database)))


def test_every_column_that_can_name_a_chat_or_a_user_says_so() -> None:
    """So that forgetting finds it: whoever adds a table with such a column marks it, or numbers something else."""
    numbers_of_something_else = {
        "answers.id",
        "answers.thread_id",
        "answers.question_message_id",
        "answer_messages.message_id",
        "answer_messages.answer_id",
        "receipts.revision",
        "editor_questions.id",
        "seen_updates.update_id",
        "subscriptions.id",
        "subscriptions.thread_id",
        "subscriptions.told_revision",
        "contents.id",
        "contents.told_revision",
        "content_claims.content_id",
        "deliveries.id",
        "deliveries.subscription_id",
        "deliveries.thread_id",
        "deliveries.content_id",
        "deliveries.message_id",
    }
    unmarked = {
        str(column)
        for table in metadata.sorted_tables
        for column in table.c
        if isinstance(column.type, BigInteger) and column.info not in (CHAT, USER, OWNER)
    }
    assert unmarked == numbers_of_something_else


def test_no_column_is_for_texts() -> None:
    """Whoever adds a column in which a text would fit says here what it holds instead."""
    allowed = {
        "answers.slots": "what was understood",
        "chats.topics": "ids",
        "receipts.readings": "what was understood",
        "receipts.shown": "what the bot said",
        "receipts.version": "of the package",
        "feedback.topic": "an id",
        "asked.name": "a topic's id, or a word for an outcome",
        "editor_questions.text": "passed on by consent, without who",
        "receipts.digest": "of the answer",
        "subscriptions.selection": "ids, and words to look for in claims",
        "subscriptions.content_key": "a digest of choices",
        "subscriptions.zone": "of the time zone database",
        "subscriptions.told_origin": "of the claim database",
        "contents.digest": "of the content",
        "contents.summary": "what the bot says",
        "contents.full": "what the bot says",
        "contents.told_origin": "of the claim database",
        "content_claims.claim": "an id",
        "deliveries.key": "ids and a date",
        "deliveries.reason": "one of few words",
        "drafts.draft": "choices",
    }
    roomy = {
        str(column)
        for table in metadata.sorted_tables
        for column in table.c
        if isinstance(column.type, JSON | Text) or (isinstance(column.type, String) and (column.type.length or 99) > 16)
    }
    assert roomy == set(allowed)
    # Those that could hold one are not about anybody.
    assert not {column.info.get("names") for column in metadata.tables["editor_questions"].c} - {None}


def test_nothing_but_what_was_handed_over_is_stored(chats: Chats) -> None:
    """After a conversation of calls each text in any column is an id, a code, or JSON that a caller made."""
    slots, readings, shown = {"topic": "people/killed"}, [{"topic": "people/killed"}], [{"head": "people"}]
    receipt = chats.receipt_new(readings, shown, 3, "1.2.0", "en")
    asker = Asker(GROUP, USER_ID, 9)
    chats.remember_answer(asker, slots, receipt, 10)
    chats.answer_sent(GROUP, receipt, [11, 12])
    chats.set(GROUP, language="en", topics=("people/killed",))
    chats.set_presence(GROUP, Presence.ADMIN, can_hear=True)
    chats.feedback("people/killed", True)
    chats.remember_update(99)
    chats.last_answer(asker)
    stored = set()
    with chats.database.reading() as connection:
        for table in metadata.sorted_tables:
            for row in connection.execute(select(table)):
                texts = {name: value for name, value in row._mapping.items() if not isinstance(value, int)}
                stored |= {
                    json.dumps(value)
                    for name, value in texts.items()
                    if isinstance(value, str | list | dict) and name != "digest"
                }
    known = [slots, readings, shown, ["people/killed"], "people/killed", receipt, "1.2.0", "en", "admin"]
    assert stored == {json.dumps(value) for value in known}


def test_integers_have_room_for_telegram(chats: Chats) -> None:
    """Ids have up to 52 bits."""
    largest = 2**52 - 1
    chats.set_language(-largest, "uk")
    chats.remember_answer(Asker(-largest, largest, largest), {}, None, largest)
    assert chats.chat(-largest).language == "uk"
    assert chats.last_answer(Asker(-largest, largest, largest))


def test_an_answers_messages_go_with_it(chats: Chats) -> None:
    chats.remember_answer(Asker(GROUP, USER_ID), {}, "abcdefgh", 10)
    chats.answer_sent(GROUP, "abcdefgh", [11])
    chats.forget(USER_ID)
    with chats.database.reading() as connection:
        assert connection.execute(select(metadata.tables["answer_messages"])).all() == []
