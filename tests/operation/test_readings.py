"""How the program is: each check on its own, at the limit and past it."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.asking import Claimbot
from bot.chats.chats import Chats, file_url
from bot.chats.tables import deliveries
from bot.claims.database.connection import StoreError
from bot.claims.database.connection import Trouble as StoreTrouble
from bot.digests.model import DeliveryState, Kind
from bot.operation.readings import (
    FETCH_SECONDS,
    MINUTE_SECONDS,
    OVERDUE_SECONDS,
    Beats,
    Check,
    Instruments,
    Readings,
    Status,
    outbox_reading,
)
from tests.chats.conftest import START, Clock


class Seconds:
    """A clock of seconds that stands still until it is put forward."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def beats(seconds: Seconds) -> Beats:
    return Beats(True, seconds, serving=True)


@pytest.fixture
def instruments(claims: Claimbot, chats: Chats, tmp_path: Path, beats: Beats, clock: Clock) -> Instruments:
    return Instruments("1.0", claims.store, chats, tmp_path, beats, clock)


def read(instruments: Instruments) -> Readings:
    return instruments.read(instruments.claims())


def check(instruments: Instruments, name: str) -> Check:
    (found,) = [each for each in read(instruments).checks if each.name == name]
    return found


def test_all_is_well_at_the_start(instruments: Instruments) -> None:
    readings = read(instruments)
    assert readings.healthy
    assert [each.name for each in readings.checks] == [
        *("database", "claims", "package", "scheduler", "telegram", "outbox", "disk")
    ]


@pytest.mark.parametrize(
    ("name", "beat", "limit"), [("scheduler", "ticked", MINUTE_SECONDS), ("telegram", "fetched", FETCH_SECONDS)]
)
@pytest.mark.parametrize("began", [True, False], ids=["stopped", "never began"])
def test_what_has_stopped(  # noqa: PLR0917
    instruments: Instruments, beats: Beats, seconds: Seconds, name: str, beat: str, limit: float, began: bool
) -> None:
    if began:
        seconds.now += 5000
        setattr(beats, beat, seconds.now)
    seconds.now += limit
    assert check(instruments, name).status is Status.OK
    seconds.now += 1
    assert check(instruments, name).status is Status.FAILED
    assert not read(instruments).healthy


@pytest.mark.parametrize("polls", [True, False], ids=["polling", "webhook"])
def test_it_is_not_well_before_it_takes_updates(instruments: Instruments, beats: Beats, polls: bool) -> None:
    beats.polls, beats.serving = polls, False
    assert check(instruments, "telegram") == Check("telegram", Status.FAILED, {"trouble": "starting"})
    assert not read(instruments).healthy


def test_silence_says_nothing_where_telegram_calls(instruments: Instruments, beats: Beats, seconds: Seconds) -> None:
    beats.polls = False
    seconds.now += 1_000_000
    assert check(instruments, "telegram") == Check("telegram", Status.OK, {"last_update_seconds": None})
    beats.updated = seconds.now - 3
    assert check(instruments, "telegram").facts == {"last_update_seconds": 3}


@pytest.mark.parametrize(("days", "status"), [(30, Status.OK), (31, Status.WARNING)])
def test_an_old_package_is_a_warning(instruments: Instruments, clock: Clock, days: int, status: Status) -> None:
    newest = instruments.store.meta.newest
    clock.now = datetime(newest.year, newest.month, newest.day, 12, tzinfo=UTC) + timedelta(days=days)
    assert check(instruments, "package").status is status
    assert read(instruments).healthy


def test_a_claim_database_that_cannot_be_read(instruments: Instruments) -> None:
    readings = instruments.read(StoreError(StoreTrouble.EMPTY, Path("claims.db")))
    assert {each.name for each in readings.checks if not each.passed} == {"claims", "package"}
    assert readings.claims is None


def test_a_locked_database_is_named_so(claims: Claimbot, tmp_path: Path, beats: Beats, clock: Clock) -> None:
    with Chats(file_url(tmp_path), clock=clock, lock_timeout=0.01) as chats:
        instruments = Instruments("1.0", claims.store, chats, tmp_path, beats, clock)
        other = sqlite3.connect(tmp_path / "chats.db")
        other.execute("BEGIN IMMEDIATE")
        assert check(instruments, "database") == Check("database", Status.FAILED, {"trouble": "locked"})
        assert check(instruments, "outbox").facts == {"trouble": "locked"}
        other.rollback()
        other.close()
        assert read(instruments).healthy


def delivery(chats: Chats, number: int, state: DeliveryState, *, due: datetime, ended: datetime | None = None) -> None:
    values = {
        "key": f"d:{number}",
        "kind": Kind.DIGEST.value,
        "chat_id": number,
        "state": state.value,
        "due_at": due,
        "next_attempt_at": due if state is DeliveryState.QUEUED else None,
        "finished_at": ended,
    }
    with chats.database.writing() as connection:
        connection.execute(deliveries.insert().values(**values))


@pytest.mark.parametrize(
    ("overdue", "idle", "status"),
    [
        (OVERDUE_SECONDS - 1, None, Status.OK),
        (OVERDUE_SECONDS, None, Status.FAILED),
        (OVERDUE_SECONDS * 9, 5.0, Status.OK),  # a great many take their time
        (OVERDUE_SECONDS * 9, OVERDUE_SECONDS, Status.FAILED),
        (-60.0, None, Status.OK),  # due later
    ],
)
def test_an_outbox_that_does_not_move(
    instruments: Instruments, chats: Chats, overdue: float, idle: float | None, status: Status
) -> None:
    delivery(chats, 1, DeliveryState.QUEUED, due=START - timedelta(seconds=overdue))
    if idle is not None:
        ended = START - timedelta(seconds=idle)
        delivery(chats, 2, DeliveryState.SENT, due=ended, ended=ended)
    found = check(instruments, "outbox")
    assert found.status is status
    assert found.facts == {"queued": 1, "overdue_seconds": max(0.0, overdue)}


def test_the_outbox_counts_what_waits_and_what_ended_within_a_day(chats: Chats) -> None:
    for number, state in enumerate(DeliveryState):
        waits = state in (DeliveryState.QUEUED, DeliveryState.SENDING)
        delivery(chats, number, state, due=START, ended=None if waits else START - timedelta(hours=1))
    delivery(chats, 99, DeliveryState.SENT, due=START, ended=START - timedelta(days=2))
    with chats.database.reading() as connection:
        assert outbox_reading(connection, START).states == {state.value: 1 for state in DeliveryState}
