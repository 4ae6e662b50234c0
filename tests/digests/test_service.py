"""What a chat can do with its subscriptions, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from sqlalchemy import update

from bot.chats.chats import Chats
from bot.chats.tables import subscriptions
from bot.digests.delivery import contents
from bot.digests.model import (
    DeliveryState,
    Frequency,
    Kind,
    Pause,
    Quiet,
    Rhythm,
    Selection,
    State,
    Told,
    Wanted,
    Wishes,
)
from bot.digests.service import MOST, Digests, TooManyError
from bot.digests.subscribing import subscriptions as rows
from tests.chats.conftest import START, Clock
from tests.digests.subscriber import ANN, BORIS, DAILY, GROUP, OTHER_GROUP, WISHES, Claims, Record, content


def test_what_was_chosen_comes_back(digests: Digests, clock: Clock) -> None:
    made = digests.subscribe(GROUP, 7, ANN, WISHES)
    assert (made.chat, made.thread, made.owner, made.wishes) == (GROUP, 7, ANN, WISHES)
    assert (made.state, made.told, made.created) == (State.ACTIVE, Told("origin", 5, START), START)
    assert made.next_run_at == datetime.fromisoformat("2026-05-20T09:30+05:45")  # the next Wednesday
    assert digests.get(made.id, GROUP) == made
    assert digests.of_chat(GROUP) == digests.owned_by(ANN) == [made]


def test_an_id_without_its_holder_finds_nothing(digests: Digests, record: Record) -> None:
    made = digests.subscribe(GROUP, None, ANN, DAILY)
    delivery = record.add(made.id, "2026-05-16", DeliveryState.DOUBTFUL)
    for stranger in (BORIS, OTHER_GROUP):
        assert digests.get(made.id, stranger) is None
        assert digests.edit(made.id, stranger, WISHES) is None
        assert digests.move(made.id, stranger, 3) is None
        assert digests.pause(made.id, stranger) is None
        assert digests.resume(made.id, stranger) is None
        assert digests.remove(made.id, stranger) is None
        assert digests.restore(made.id, stranger) is None
        assert digests.history(made.id, stranger) == []
        assert digests.content(delivery, stranger) is None
        assert not digests.settle(delivery, stranger)
        assert digests.doubtful(stranger) == digests.of_chat(stranger) == digests.owned_by(stranger) == []
    assert digests.get(made.id, GROUP) == digests.get(made.id, ANN) == made


def test_two_presses_make_one_subscription(digests: Digests) -> None:
    first = digests.subscribe(ANN, None, None, WISHES)
    assert digests.subscribe(ANN, None, None, WISHES) == first
    assert digests.subscribe(ANN, None, None, replace(WISHES, language="ru")).id != first.id
    assert digests.subscribe(ANN, 3, None, WISHES).id != first.id
    assert digests.subscribe(BORIS, None, None, WISHES).id != first.id
    digests.pause(first.id, ANN)
    assert digests.subscribe(ANN, None, None, WISHES) == first


def test_no_more_than_a_chat_may_have(digests: Digests) -> None:
    made = [digests.subscribe(ANN, number, None, DAILY) for number in range(MOST)]
    with pytest.raises(TooManyError):
        digests.subscribe(ANN, MOST, None, DAILY)
    assert digests.subscribe(ANN, 0, None, DAILY) == made[0]
    assert digests.subscribe(BORIS, None, None, DAILY)
    digests.remove(made[0].id, ANN)
    digests.subscribe(ANN, MOST, None, DAILY)
    with pytest.raises(TooManyError):
        digests.restore(made[0].id, ANN)
    assert len(digests.of_chat(ANN)) == MOST


def test_wishes_that_cannot_be_kept(digests: Digests) -> None:
    made = digests.subscribe(ANN, None, None, DAILY)
    wrong = Wishes(rhythm=Rhythm(zone="Mars/Olympus"))
    with pytest.raises(ValueError, match="zone"):
        digests.subscribe(ANN, None, None, wrong)
    with pytest.raises(ValueError, match="zone"):
        digests.edit(made.id, ANN, wrong)
    assert digests.of_chat(ANN) == [made]


def test_edit_keeps_what_was_told(digests: Digests, claims: Claims) -> None:
    made = digests.subscribe(ANN, None, None, DAILY)
    claims.told = replace(claims.told, revision=9)
    edited = digests.edit(made.id, ANN, WISHES)
    assert edited and (edited.wishes, edited.told) == (WISHES, made.told)
    assert edited.next_run_at == datetime.fromisoformat("2026-05-20T09:30+05:45")
    at_once = digests.edit(made.id, ANN, Wishes(rhythm=Rhythm(Frequency.AT_ONCE)))
    assert at_once and at_once.next_run_at is None


@pytest.mark.parametrize(
    "state", [DeliveryState.SENT, DeliveryState.NOTHING, DeliveryState.QUEUED, DeliveryState.DOUBTFUL]
)
def test_a_date_that_had_its_digest_has_no_second_one(
    digests: Digests, clock: Clock, record: Record, state: DeliveryState
) -> None:
    made = digests.subscribe(GROUP, None, ANN, Wishes(rhythm=Rhythm(at=time(11), zone="UTC")))
    record.add(made.id, "2026-05-17", state)
    later = digests.edit(made.id, GROUP, DAILY)
    assert later and later.next_run_at == START.replace(hour=15) + timedelta(days=1)
    there = digests.edit(made.id, GROUP, Wishes(rhythm=Rhythm(at=time(23), zone="Pacific/Honolulu")))
    assert there and there.next_run_at == datetime.fromisoformat("2026-05-18T23:00-10:00")


def test_a_date_whose_digest_was_taken_back_still_has_one(digests: Digests, record: Record) -> None:
    made = digests.subscribe(GROUP, None, ANN, DAILY)
    record.add(made.id, "2026-05-17", DeliveryState.REPLACED)
    edited = digests.edit(made.id, GROUP, replace(DAILY, silent=True))
    assert edited and edited.next_run_at == START.replace(hour=15)


def test_another_forum_topic(digests: Digests) -> None:
    made = digests.subscribe(GROUP, 3, ANN, DAILY)
    assert digests.move(made.id, ANN, 4) == replace(made, thread=4) == digests.get(made.id, GROUP)


def test_pause_until_resumed(digests: Digests, chats: Chats, clock: Clock, record: Record) -> None:
    made = digests.subscribe(GROUP, None, ANN, DAILY)
    record.add(made.id, "2026-05-16", DeliveryState.QUEUED)
    record.add(made.id, "2026-05-15", DeliveryState.SENDING)
    paused = digests.pause(made.id, ANN)
    assert paused and (paused.state, paused.paused, paused.next_run_at) == (State.PAUSED, Pause.CHOSEN, None)
    key = rows.digest_key(made.id, "2026-05-16")
    assert record.states()[key] == (DeliveryState.REPLACED, "paused chosen")
    assert record.states()[rows.digest_key(made.id, "2026-05-15")][0] == DeliveryState.SENDING
    clock.forward(days=40)
    assert digests.resume(made.id, ANN) == replace(made, next_run_at=START.replace(hour=15) + timedelta(days=40))
    resumed = digests.resume(made.id, ANN)
    assert resumed and resumed.state is State.ACTIVE


def test_a_pause_that_ends(digests: Digests, chats: Chats, clock: Clock) -> None:
    made = digests.subscribe(GROUP, None, ANN, DAILY)
    until = START + timedelta(days=3)
    paused = digests.pause(made.id, GROUP, until)
    assert paused and paused.paused_until == until

    def wake() -> int:
        with chats.database.writing() as connection:
            return rows.wake(connection, clock.now)

    clock.forward(days=3, seconds=-1)
    assert wake() == 0 and digests.get(made.id, GROUP) == paused
    clock.forward(days=2, hours=4)  # nobody looked meanwhile: what came due since the end is due now
    assert wake() == 1 and wake() == 0
    assert digests.get(made.id, GROUP) == replace(made, next_run_at=until.replace(hour=15))


def test_remove_and_restore(digests: Digests, chats: Chats, clock: Clock, record: Record) -> None:
    made = digests.subscribe(GROUP, None, ANN, DAILY)
    record.add(made.id, "2026-05-16", DeliveryState.QUEUED)
    removed = digests.remove(made.id, GROUP)
    assert removed and (removed.state, removed.removed_at, removed.next_run_at) == (State.REMOVED, START, None)
    assert record.states()[rows.digest_key(made.id, "2026-05-16")] == (DeliveryState.REPLACED, "removed")
    assert digests.of_chat(GROUP) == digests.owned_by(ANN) == []
    assert digests.get(made.id, GROUP) == removed == digests.remove(made.id, GROUP)
    assert digests.pause(made.id, GROUP) is None and digests.resume(made.id, GROUP) is None
    clock.forward(days=1)
    assert digests.restore(made.id, GROUP) == replace(made, next_run_at=START.replace(hour=15) + timedelta(days=1))


def test_restored_as_it_was_paused(digests: Digests) -> None:
    made = digests.subscribe(GROUP, None, ANN, DAILY)
    paused = digests.pause(made.id, GROUP, START + timedelta(days=7))
    digests.remove(made.id, GROUP)
    assert digests.restore(made.id, GROUP) == paused


def test_editing_what_is_removed_does_not_serve_it(digests: Digests) -> None:
    made = digests.subscribe(GROUP, None, ANN, DAILY)
    digests.remove(made.id, GROUP)
    edited = digests.edit(made.id, GROUP, WISHES)
    assert edited and (edited.state, edited.next_run_at) == (State.REMOVED, None)


def test_a_chat_that_cannot_be_reached(digests: Digests, claims: Claims) -> None:
    chosen, served = digests.subscribe(ANN, None, None, DAILY), digests.subscribe(ANN, None, None, WISHES)
    other = digests.subscribe(BORIS, None, None, DAILY)
    digests.pause(chosen.id, ANN)
    assert digests.unreachable(ANN) == 1 and digests.unreachable(ANN) == 0
    assert [each.paused for each in digests.of_chat(ANN)] == [Pause.CHOSEN, Pause.UNREACHABLE]
    assert digests.of_chat(BORIS) == [other]
    claims.told = replace(claims.told, revision=9)
    assert digests.revive(ANN) == 1 and digests.revive(ANN) == 0
    assert digests.get(served.id, ANN) == served  # what it was told among it: nothing is missed
    assert [each.paused for each in digests.of_chat(ANN)] == [Pause.CHOSEN, None]


def test_a_topic_that_is_closed_and_opened_again(digests: Digests) -> None:
    there, elsewhere = digests.subscribe(GROUP, 3, ANN, DAILY), digests.subscribe(GROUP, 4, BORIS, DAILY)
    notice = digests.lost(there.id, Pause.NO_TOPIC)
    assert notice and (notice.to, notice.why, notice.subscription.id) == (ANN, Pause.NO_TOPIC, there.id)
    assert digests.lost(there.id, Pause.NO_TOPIC) is None  # told once
    assert digests.get(elsewhere.id, GROUP) == elsewhere
    assert digests.revive(GROUP) == 0
    assert digests.topic_back(GROUP, 4) == 0 and digests.topic_back(GROUP, 3) == 1
    assert digests.get(there.id, GROUP) == there


def test_rights_that_are_lost_and_given_back(digests: Digests) -> None:
    made = digests.subscribe(GROUP, None, None, DAILY)
    assert digests.lost(made.id, Pause.NO_RIGHTS) is None  # nobody to be told
    assert digests.of_chat(GROUP)[0].paused is Pause.NO_RIGHTS
    assert digests.revive(GROUP) == 1
    assert digests.of_chat(GROUP) == [made]


def test_history(digests: Digests, clock: Clock, record: Record) -> None:
    made = digests.subscribe(GROUP, 3, ANN, DAILY)
    for day in range(1, 13):
        record.add(made.id, f"2026-05-{day:02}", DeliveryState.SENT, message_id=day)
        clock.forward(days=1)
    found = digests.history(made.id, GROUP)
    assert [each.message for each in found] == [12, 11, 10, 9, 8, 7, 6, 5, 4, 3]
    assert (found[0].kind, found[0].chat, found[0].subscription) == (Kind.DIGEST, GROUP, made.id)


def test_digests_that_may_not_have_arrived(digests: Digests, clock: Clock, record: Record) -> None:
    made = digests.subscribe(GROUP, None, ANN, DAILY)
    old = record.add(made.id, "2026-04-01", DeliveryState.DOUBTFUL)
    clock.forward(days=29)
    new = record.add(made.id, "2026-04-30", DeliveryState.DOUBTFUL, reason="timed out")
    sent = record.add(made.id, "2026-05-01", DeliveryState.SENT)
    assert [each.id for each in digests.doubtful(GROUP)] == [new, old]
    assert digests.doubtful(GROUP)[0].reason == "timed out"
    clock.forward(days=2)
    assert [each.id for each in digests.doubtful(GROUP)] == [new]
    assert not digests.settle(sent, GROUP) and digests.settle(new, GROUP)
    assert digests.doubtful(GROUP) == []


def test_what_a_delivery_says(digests: Digests, chats: Chats, record: Record) -> None:
    made = digests.subscribe(GROUP, None, ANN, DAILY)
    with chats.database.writing() as connection:
        kept = contents.add(connection, content(), START)
        assert contents.add(connection, content(), START) == kept
        assert contents.add(connection, content("uk"), START) != kept
    full = record.add(made.id, "2026-05-17", DeliveryState.SENT, content_id=kept)
    empty = record.add(made.id, "2026-05-18", DeliveryState.NOTHING)
    assert digests.content(full, GROUP) == content()
    assert digests.content(empty, GROUP) is None


def test_preview(digests: Digests) -> None:
    assert digests.preview(WISHES) == content("uk")


def test_a_draft_lives_for_an_hour(digests: Digests, clock: Clock) -> None:
    assert digests.draft(GROUP, ANN) is None
    digests.set_draft(GROUP, ANN, {"step": 1, "words": ["мост"]})
    digests.set_draft(GROUP, 0, {"step": 9})
    clock.forward(minutes=59)
    digests.set_draft(GROUP, ANN, {"step": 2})
    clock.forward(minutes=59)
    assert digests.draft(GROUP, ANN) == {"step": 2}
    assert digests.draft(GROUP, 0) is None
    clock.forward(minutes=1)
    assert digests.draft(GROUP, ANN) is None
    digests.set_draft(GROUP, ANN, {"step": 3})
    digests.clear_draft(GROUP, ANN)
    assert digests.draft(GROUP, ANN) is None


def test_the_same_news_have_the_same_key() -> None:
    one, two = Wanted("a", "killed"), Wanted("b", "killed")
    same = [
        Selection((one, two), ("Bridge", "мост")),
        Selection((two, one), ("МОСТ", "bridge")),
        Selection((one, two, one), ("мост", "bridge", "bridge")),
    ]
    others = [
        Selection((one,), ("Bridge", "мост")),
        Selection((one, two)),
        Selection((one, two), ("Bridge", "мост"), 5),
    ]
    assert len({rows.content_key(each) for each in same}) == 1
    assert len({rows.content_key(each) for each in [same[0], *others, Selection()]}) == 5


def test_nothing_personal_stays(digests: Digests, chats: Chats, record: Record) -> None:
    mine = digests.subscribe(ANN, None, None, DAILY)
    ours = digests.subscribe(GROUP, None, ANN, DAILY)
    record.add(mine.id, "2026-05-17", DeliveryState.SENT, ANN)
    record.add(ours.id, "2026-05-17", DeliveryState.SENT, GROUP)
    digests.set_draft(GROUP, ANN, {})
    digests.set_draft(ANN, ANN, {})
    chats.forget(ANN)
    assert digests.of_chat(ANN) == []
    assert digests.of_chat(GROUP) == [replace(ours, owner=None)]
    assert list(record.states()) == [rows.digest_key(ours.id, "2026-05-17")]
    assert digests.draft(GROUP, ANN) is None


def test_a_group_that_becomes_a_supergroup(digests: Digests, chats: Chats, record: Record) -> None:
    made = digests.subscribe(GROUP, None, ANN, DAILY)
    other = digests.subscribe(OTHER_GROUP, None, ANN, DAILY)
    record.add(made.id, "2026-05-17", DeliveryState.QUEUED)
    announced = {"kind": Kind.ANNOUNCEMENT.value, "subscription_id": None}
    record.add(made.id, "a1", DeliveryState.SENT, **announced, key=f"a:news:{GROUP}:0")
    record.add(made.id, "a2", DeliveryState.SENT, **announced, key=f"a:more:{GROUP}:0")
    record.add(made.id, "a3", DeliveryState.SENT, **announced, key="a:more:-9001:0", chat=-9001)
    digests.set_draft(GROUP, ANN, {"step": 1})
    assert chats.migrate_chat(GROUP, -9001)
    assert digests.of_chat(GROUP) == [] and digests.of_chat(-9001) == [replace(made, chat=-9001)]
    assert digests.of_chat(OTHER_GROUP) == [other]
    assert {each.chat for each in digests.history(made.id, -9001)} == {-9001}
    digest = rows.digest_key(made.id, "2026-05-17")
    assert set(record.states()) == {digest, "a:news:-9001:0", f"a:more:{GROUP}:0", "a:more:-9001:0"}
    assert digests.draft(-9001, ANN) is None
    assert not chats.migrate_chat(GROUP, -9001)


def test_a_row_of_each_kind_of_rhythm_comes_back(digests: Digests, chats: Chats) -> None:
    for number, rhythm in enumerate(
        [
            Rhythm(Frequency.AT_ONCE, quiet=Quiet(time(0, 0), time(23, 59))),
            Rhythm(Frequency.MONTHLY, time(0, 0), "America/Argentina/ComodRivadavia", day=31),
            Rhythm(Frequency.WEEKLY, time(23, 59), "Pacific/Chatham", weekday=0),
        ]
    ):
        made = digests.subscribe(ANN, number, None, Wishes(rhythm=rhythm))
        assert made.wishes.rhythm == rhythm
    with chats.database.writing() as connection:
        connection.execute(update(subscriptions).values(told_revision=6))
    assert {each.told.revision for each in digests.of_chat(ANN)} == {6}
