"""What is due is found, composed once, and queued once; what was missed comes as one digest. It is noon at first."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import time

import pytest
from sqlalchemy import URL, select

from bot.chats.chats import Chats
from bot.chats.tables import contents, subscriptions
from bot.digests.delivery.due import Due, Tick
from bot.digests.delivery.outbox import Outbox, Result
from bot.digests.model import DeliveryState, Frequency, Pause, Quiet, Rhythm, Selection, State
from tests.digests.desk import Desk, at, claims_in

AT_ONCE = Rhythm(Frequency.AT_ONCE)


def test_nothing_is_due_before_its_time(desk: Desk) -> None:
    desk.subscribe(7)
    desk.claims.load("second")
    assert desk.tick(hours=20, minutes=59) == Tick()
    assert desk.tick(minutes=1) == Tick(queued=1, composed=1)
    assert desk.tick() == Tick()
    assert [claims_in(each) for each in desk.send()] == [["second"]]
    assert desk.states() == [("2026-05-18", "sent")]


def test_what_is_sent_is_told_and_not_told_again(desk: Desk) -> None:
    desk.subscribe(7)
    desk.claims.load("second")
    desk.tick(days=1)
    desk.send()
    desk.claims.load("third")
    desk.tick(days=1)
    assert [claims_in(each) for each in desk.send()] == [["third"]]


def test_nothing_new_is_recorded_and_nothing_is_sent(desk: Desk) -> None:
    id_ = desk.subscribe(7)
    assert desk.tick(days=1) == Tick(nothing=1, composed=1)
    assert desk.send() == []
    assert desk.states() == [("2026-05-18", "nothing")]
    assert desk.subscription(id_, 7).told == desk.claims.state()


def test_growth_below_a_threshold_adds_up(desk: Desk) -> None:
    id_ = desk.subscribe(7, selection=Selection(threshold=1000))
    before = desk.subscription(id_, 7).told
    assert desk.tick(days=1).nothing == 1
    assert desk.subscription(id_, 7).told == before


def test_who_always_wants_a_digest_has_one(desk: Desk) -> None:
    desk.subscribe(7, always=True)
    assert desk.tick(days=1).queued == 1


def test_after_an_outage_there_is_one_digest_for_all_that_was_missed(desk: Desk) -> None:
    desk.subscribe(7)
    desk.claims.load("second")
    desk.clock.forward(days=3)
    desk.claims.load("third")
    assert desk.tick(days=2) == Tick(queued=1, composed=1)
    assert [claims_in(each) for each in desk.send()] == [["second", "third"]]
    assert desk.states() == [("2026-05-22", "sent")]
    assert desk.tick(hours=20) == Tick()
    assert desk.tick(hours=1) == Tick(nothing=1, composed=1)


def test_those_who_were_told_as_much_and_want_the_same_get_one_content(desk: Desk) -> None:
    for chat in range(1, 51):
        desk.subscribe(chat, language=("en", "uk")[chat % 2])
    desk.claims.load("second")
    assert desk.tick(days=1) == Tick(queued=50, composed=2)
    with desk.database.reading() as connection:
        assert len(connection.execute(select(contents.c.id)).all()) == 2


def test_batches_leave_nobody_out(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.digests.delivery.due.BATCH", 3)
    for chat in range(1, 11):
        desk.subscribe(chat, Rhythm(at=time(9, chat % 3)))
    desk.claims.load("second")
    assert desk.tick(days=1).queued == 10
    assert sorted(each.chat for each in desk.send()) == list(range(1, 11))


def test_two_programs_share_the_work(desk: Desk, url: URL, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.digests.delivery.due.BATCH", 20)
    for chat in range(1, 201):
        desk.subscribe(chat)
    desk.claims.load("second")
    desk.clock.forward(days=1)
    with Chats(url, clock=desk.clock) as other, ThreadPoolExecutor(2) as threads:
        both = [desk.due, Due(other.database, desk.claims, Outbox(other.database, desk.clock), desk.clock)]
        ticks = list(threads.map(lambda due: due.tick(), both))
    assert sum(tick.queued for tick in ticks) == 200
    assert len(desk.send()) == len(desk.states()) == 200


def test_one_that_waits_still_is_replaced_by_the_next(desk: Desk) -> None:
    desk.subscribe(7)
    desk.claims.load("second")
    desk.tick(days=1)
    desk.claims.load("third")
    desk.tick(days=1)
    assert desk.states() == [("2026-05-18", "replaced"), ("2026-05-19", "queued")]
    assert [claims_in(each) for each in desk.send()] == [["second", "third"]]


def test_one_that_is_being_sent_is_waited_for(desk: Desk) -> None:
    desk.subscribe(7)
    desk.claims.load("second")
    desk.tick(days=1)
    (taken,) = desk.outbox.take(10)
    desk.claims.load("third")
    assert desk.tick(days=1) == Tick(waiting=1, composed=1)
    desk.outbox.finish([Result(taken, DeliveryState.SENT, message=1)])
    assert desk.tick(minutes=1).queued == 1
    assert [claims_in(each) for each in desk.send()] == [["third"]]


def test_what_failed_is_told_by_the_next(desk: Desk) -> None:
    desk.subscribe(7)
    desk.claims.load("second")
    desk.tick(days=1)
    desk.send(DeliveryState.FAILED, "refused")
    desk.claims.load("third")
    desk.tick(days=1)
    assert [claims_in(each) for each in desk.send()] == [["second", "third"]]


def test_what_is_doubtful_is_not_told_again(desk: Desk) -> None:
    desk.subscribe(7)
    desk.claims.load("second")
    desk.tick(days=1)
    desk.send(DeliveryState.DOUBTFUL, "timed out")
    assert desk.tick(days=1).nothing == 1


def test_who_hears_at_once_hears_of_each_load_once(desk: Desk) -> None:
    desk.subscribe(7, AT_ONCE)
    assert desk.tick(minutes=1) == Tick()
    desk.claims.load("second")
    assert desk.tick(minutes=1) == Tick(queued=1, composed=1)
    assert desk.tick(minutes=1) == Tick()
    desk.send()
    assert desk.tick(minutes=1) == Tick()
    desk.claims.load("third")
    assert desk.tick(minutes=1).queued == 1
    assert [claims_in(each) for each in desk.send()] == [["third"]]


def test_a_database_that_was_built_anew_does_not_take_the_keys_of_the_old_one(desk: Desk) -> None:
    desk.subscribe(7, AT_ONCE)
    desk.claims.load("second")
    desk.tick(minutes=1)
    desk.send()
    desk.claims.origin, desk.claims.loads = "another", [("first",), ("second",)]
    assert desk.tick(minutes=1).nothing == 1
    assert [slot for slot, _ in desk.states()] == ["r2-package", "r2-another"]


def test_at_once_waits_for_the_end_of_the_quiet_hours(desk: Desk) -> None:
    desk.subscribe(7, Rhythm(Frequency.AT_ONCE, quiet=Quiet(time(11), time(14))))
    desk.claims.load("second")
    assert desk.tick(minutes=1) == Tick(quiet=1, composed=1)
    assert desk.tick(hours=1) == Tick()
    assert desk.tick(hours=1).queued == 1


def test_what_is_late_waits_for_the_end_of_the_quiet_hours(desk: Desk) -> None:
    id_ = desk.subscribe(7, Rhythm(quiet=Quiet(time(10), time(13))))
    desk.claims.load("second")
    assert desk.tick(days=1).quiet == 1
    assert at(desk.subscription(id_, 7).next_run_at or desk.clock()) == "05-18 13:00"
    assert desk.tick(hours=1).queued == 1
    assert desk.states() == [("2026-05-18", "queued")]
    assert at(desk.subscription(id_, 7).next_run_at or desk.clock()) == "05-19 09:00"


def test_a_claim_that_was_told_and_is_withdrawn_is_told_to_that_chat_whatever_it_wants(desk: Desk) -> None:
    desk.subscribe(7)
    narrow = desk.subscribe(7, selection=Selection(words=("else",)))
    desk.subscribe(8, selection=Selection(words=("else",)))
    desk.claims.load("second")
    desk.tick(days=1)
    desk.send()
    desk.claims.load("third")
    desk.claims.changed = {"second", "never told"}
    desk.tick(days=1)
    told = {each.subscription: claims_in(each) for each in desk.send()}
    assert told.pop(narrow) == ["second"]
    assert list(told.values()) == [["second", "third"]]


def test_a_pause_ends_by_itself(desk: Desk) -> None:
    id_ = desk.subscribe(7)
    desk.digests.pause(id_, 7, until=desk.clock())
    desk.claims.load("second")
    assert desk.tick().woken == 1
    assert desk.tick(days=1).queued == 1


def test_one_that_came_to_nobody_comes_when_the_chat_is_back(desk: Desk) -> None:
    id_ = desk.subscribe(7, AT_ONCE)
    desk.claims.load("second")
    desk.tick(minutes=1)
    desk.send(DeliveryState.FAILED, Pause.UNREACHABLE)
    desk.digests.unreachable(7)
    assert desk.subscription(id_, 7).state is State.PAUSED
    assert desk.tick(minutes=1) == Tick()
    desk.digests.revive(7)
    assert desk.tick(minutes=1).queued == 1
    assert [claims_in(each) for each in desk.send()] == [["second"]]


def test_what_cannot_be_composed_keeps_nobody_else_waiting(desk: Desk) -> None:
    desk.subscribe(7, selection=Selection(threshold=13))
    desk.subscribe(8)
    desk.claims.broken.add(13)
    desk.claims.load("second")
    tick = desk.tick(days=1)
    assert (tick.failed, tick.queued) == (1, 1)
    desk.claims.broken.clear()
    assert desk.tick(minutes=1).queued == 1


def test_a_time_zone_that_this_machine_does_not_know_keeps_nobody_else_waiting(desk: Desk) -> None:
    id_ = desk.subscribe(7)
    desk.subscribe(8)
    with desk.database.writing() as connection:
        of = subscriptions.update().where(subscriptions.c.id == id_)
        connection.execute(of.values(zone="Mars/Olympus", next_run_at=desk.clock()))
    desk.claims.load("second")
    tick = desk.tick(days=1)
    assert (tick.failed, tick.queued) == (1, 1)
