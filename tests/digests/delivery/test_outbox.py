"""The outbox: who may send, what is tried again and when, what a stop leaves behind."""

from __future__ import annotations

from datetime import time, timedelta

import pytest
from sqlalchemy import URL

from bot.chats.chats import Chats, ChatsError
from bot.digests.delivery.leader import Leader, NotLeadingError
from bot.digests.delivery.outbox import PAUSES, New, Outbox, Result
from bot.digests.model import DeliveryState, Kind, Pause, Quiet, Rhythm, State
from tests.chats.conftest import Clock
from tests.digests.desk import Desk


@pytest.fixture
def queued(desk: Desk) -> Desk:
    """Ten chats whose digest waits."""
    for chat in range(1, 11):
        desk.subscribe(chat)
    desk.claims.load("second")
    desk.tick(days=1)
    return desk


def test_what_is_taken_is_nobody_elses(queued: Desk) -> None:
    first, second = queued.outbox.take(6), queued.outbox.take(6)
    assert (len(first), len(second)) == (6, 4)
    assert not {each.id for each in first} & {each.id for each in second}


def test_what_was_taken_back_meanwhile_is_not_sent(queued: Desk) -> None:
    seen = queued.outbox.due(10)
    removed = seen[3]
    assert removed.subscription
    queued.digests.remove(removed.subscription, removed.chat)
    assert removed.id not in {each.id for each in queued.outbox.exchange((), seen)}


def test_a_chat_that_moved_meanwhile_is_written_to_where_it_is_now(queued: Desk) -> None:
    seen = queued.outbox.due(10)
    queued.chats.migrate_chat(1, -1001)
    assert -1001 in {each.chat for each in queued.outbox.exchange((), seen)}


def test_what_was_being_sent_when_the_leader_died_is_doubtful_and_told(queued: Desk) -> None:
    taken = queued.outbox.take(4)
    assert queued.outbox.recover() == 4
    assert queued.outbox.recover() == 0
    counts = queued.outbox.counts()
    assert (counts[DeliveryState.DOUBTFUL], counts[DeliveryState.QUEUED]) == (4, 6)
    for each in taken:
        assert each.subscription
        assert queued.subscription(each.subscription, each.chat).told.revision == 2
        assert [one.reason for one in queued.digests.doubtful(each.chat)] == ["stopped"]


def test_what_arrived_is_known_to_have_though_another_leader_called_it_doubtful(queued: Desk) -> None:
    sent, failed = queued.outbox.take(2)
    queued.outbox.recover()
    queued.outbox.finish(
        [Result(sent, DeliveryState.SENT, message=5), Result(failed, DeliveryState.QUEUED, "no connection")]
    )
    counts = queued.outbox.counts()
    assert (counts[DeliveryState.SENT], counts[DeliveryState.DOUBTFUL]) == (1, 1)


def test_what_did_not_arrive_is_tried_again_for_a_day_in_growing_intervals(desk: Desk) -> None:
    desk.subscribe(7)
    desk.claims.load("second")
    desk.tick(days=1)
    for seconds in PAUSES:
        assert len(desk.send(DeliveryState.QUEUED, "5xx")) == 1
        assert desk.send() == []
        desk.clock.forward(seconds=seconds)
    assert timedelta(seconds=sum(PAUSES)) >= timedelta(hours=23)
    desk.send(DeliveryState.QUEUED, "5xx")
    assert desk.outbox.counts()[DeliveryState.FAILED] == 1


def test_a_later_attempt_waits_for_the_end_of_the_quiet_hours(desk: Desk) -> None:
    desk.subscribe(7, Rhythm(at=time(12), quiet=Quiet(time(12, 5), time(14))))
    desk.claims.load("second")
    desk.tick(days=1)
    (taken,) = desk.outbox.take(1)
    desk.outbox.finish([Result(taken, DeliveryState.QUEUED, "429", seconds=600)])
    desk.clock.forward(minutes=10)
    assert desk.send() == []
    desk.clock.forward(hours=1, minutes=49)
    assert desk.send() == []
    desk.clock.forward(minutes=1)
    assert len(desk.send()) == 1


def test_one_that_is_put_off_lets_others_pass(queued: Desk) -> None:
    first = queued.outbox.due(1)[0]
    queued.outbox.put_off([first.id], 30)
    assert first.id not in {each.id for each in queued.outbox.due(10)}
    queued.clock.forward(seconds=30)
    assert first.id in {each.id for each in queued.outbox.due(10)}


def test_one_whose_subscription_was_paused_while_it_failed_is_dropped(desk: Desk) -> None:
    id_ = desk.subscribe(7)
    desk.claims.load("second")
    desk.tick(days=1)
    (taken,) = desk.outbox.take(1)
    desk.digests.pause(id_, 7)
    desk.outbox.finish([Result(taken, DeliveryState.QUEUED, "429", seconds=1)])
    desk.clock.forward(seconds=1)
    assert desk.send() == []
    assert desk.states() == [("2026-05-18", "replaced")]


def test_who_set_it_up_is_told_once_that_rights_were_lost(desk: Desk) -> None:
    ids = [desk.subscribe(-5, Rhythm(at=time(9, minute)), owner=42) for minute in (0, 1)]
    desk.claims.load("second")
    desk.tick(days=1)
    for each in desk.outbox.take(10):
        result = Result(each, DeliveryState.FAILED, Pause.NO_RIGHTS)
        desk.outbox.finish([result])
        desk.outbox.lost(result, Pause.NO_RIGHTS)
    assert {desk.subscription(id_, -5).paused for id_ in ids} == {Pause.NO_RIGHTS}
    (notice,) = desk.send()
    assert (notice.kind, notice.chat, notice.paused) == (Kind.NOTICE, 42, Pause.NO_RIGHTS)


def test_an_announcement_is_queued_once_and_can_be_stopped_and_gone_on_with(desk: Desk) -> None:
    new = [New(f"a:x1:{chat}:0", Kind.ANNOUNCEMENT, chat, None, None, None) for chat in range(1, 6)]

    def queue() -> None:
        with desk.database.writing() as connection:
            desk.outbox.queue(connection, new)

    queue()
    desk.outbox.finish([Result(each, DeliveryState.SENT) for each in desk.outbox.take(2)])
    queue()
    assert desk.outbox.stop("x2") == 0
    assert desk.outbox.stop("x1") == 3
    assert desk.send() == []
    queue()
    assert len(desk.send()) == 3
    assert desk.outbox.counts("x1")[DeliveryState.SENT] == 5
    assert desk.outbox.counts("x")[DeliveryState.SENT] == 0


def test_one_leads_and_the_next_takes_over(desk: Desk) -> None:
    first, second = Leader(desk.database), Leader(desk.database)
    assert first.lead()
    assert first.lead()
    assert not second.lead()
    first.resign()
    assert second.lead()
    assert not first.lead()
    second.resign()


def test_who_does_not_lead_sends_nothing(queued: Desk) -> None:
    leader = Leader(queued.database)
    outbox = Outbox(queued.database, queued.clock, leader.writing)
    with pytest.raises(NotLeadingError):
        outbox.take(1)
    assert leader.lead()
    assert len(outbox.take(1)) == 1
    leader.resign()
    with pytest.raises(NotLeadingError):
        outbox.take(1)
    assert not leader.holds()


def test_a_removed_subscription_takes_its_deliveries_with_it(desk: Desk) -> None:
    id_ = desk.subscribe(7)
    desk.claims.load("second")
    desk.tick(days=1)
    desk.digests.remove(id_, 7)
    assert desk.subscription(id_, 7).state is State.REMOVED
    assert desk.send() == []


def test_who_loses_the_connection_that_holds_the_lock_sends_nothing_more(postgres_url: URL, clock: Clock) -> None:
    with Chats(postgres_url, clock=clock) as chats:
        desk = Desk(chats, clock)
        for chat in range(1, 5):
            desk.subscribe(chat)
        desk.claims.load("second")
        desk.tick(days=1)
        first, second = Leader(desk.database), Leader(desk.database)
        outbox = Outbox(desk.database, clock, first.writing)
        assert first.lead()
        (taken,) = outbox.take(1)
        with desk.database.writing() as connection:
            holder = "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted"
            assert connection.exec_driver_sql(holder).scalar()
        with pytest.raises(ChatsError):
            outbox.take(1)
        with pytest.raises(NotLeadingError):
            outbox.take(1)
        assert not first.holds()
        assert second.lead()
        assert Outbox(desk.database, clock, second.writing).recover() == 1
        outbox.finish([Result(taken, DeliveryState.SENT, message=9)])
        assert outbox.counts()[DeliveryState.SENT] == 1
        first.resign()
        assert not first.lead()
        second.resign()
