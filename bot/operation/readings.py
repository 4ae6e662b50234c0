"""How the program is: read off its databases and from what it was told, then judged."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from sqlalchemy import Connection, func, select

from bot.chats.chats import Chats
from bot.chats.tables import deliveries, subscriptions
from bot.chats.trouble import ChatsError, RefusedError
from bot.claims.database.connection import StoreError
from bot.claims.database.store import Meta, Store
from bot.digests.model import DeliveryState, State

FETCH_SECONDS = 120.0  # a poll takes 25 and a pause after trouble 30 at most
MINUTE_SECONDS = 300.0  # without what is done every minute
OVERDUE_SECONDS = 600.0  # of a delivery, while none has ended within as long
OLD_DAYS = 30  # of the newest figure
LOW_BYTES = 500 * 2**20  # of room: a database, its log and a backup of each, with room to grow
RECENTLY = timedelta(days=1)

_d = deliveries.c
_WAITING = (DeliveryState.QUEUED.value, DeliveryState.SENDING.value)


class Status(StrEnum):
    """How a check turned out."""

    OK = "ok"
    WARNING = "warning"  # an operator should look at it; the program works
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Check:
    """A check by its name, with what was found."""

    name: str
    status: Status
    facts: Mapping[str, str | float | None] = field(default_factory=dict)

    @property
    def passed(self) -> bool:
        """Whether the program works as far as this tells."""
        return self.status is not Status.FAILED


@dataclass(frozen=True, slots=True)
class OutboxReading:
    """How delivery stands."""

    states: Mapping[str, int]  # those waiting, and those that ended within a day
    overdue_seconds: float  # of the delivery due longest; 0 where none is
    idle_seconds: float | None  # since one ended; None: none did within a day

    @property
    def stalled(self) -> bool:
        """Whether deliveries are due and none gets done. A great many at once take their time, but they move."""
        idle = OVERDUE_SECONDS if self.idle_seconds is None else self.idle_seconds
        return self.overdue_seconds >= OVERDUE_SECONDS and idle >= OVERDUE_SECONDS


@dataclass(slots=True)
class Beats:
    """When something last happened, by a clock that never goes back."""

    polls: bool  # whether the program fetches updates itself
    clock: Callable[[], float] = time.monotonic
    started: float = 0.0
    serving: bool = False  # whether it has begun to take updates: its start has taken some seconds by then
    fetched: float | None = None
    updated: float | None = None
    ticked: float | None = None

    def __post_init__(self) -> None:
        self.started = self.clock()

    def since(self, beat: float | None) -> float:
        """The seconds since then, or since the start where it has not happened yet."""
        return self.clock() - (self.started if beat is None else beat)


@dataclass(frozen=True, slots=True)
class Readings:
    """All that was read off at one moment."""

    version: str
    checks: tuple[Check, ...]
    claims: Meta | None
    outbox: OutboxReading | None
    subscriptions: int | None
    free_bytes: int

    @property
    def healthy(self) -> bool:
        """Whether every check has passed."""
        return all(check.passed for check in self.checks)


@dataclass(frozen=True, slots=True)
class _Private:
    """What the private database told."""

    trouble: str | None = None
    outbox: OutboxReading | None = None
    subscriptions: int | None = None


@dataclass(slots=True)
class Instruments:
    """Where all of it is read off."""

    version: str
    store: Store
    chats: Chats
    directory: Path
    beats: Beats
    clock: Callable[[], datetime]

    def claims(self) -> Meta | StoreError:
        """What the claim database holds. To be called in the thread that opened it."""
        try:
            return self.store.meta
        except StoreError as error:
            return error

    def read(self, claims: Meta | StoreError) -> Readings:
        """Read everything else. To be called off the event loop: a database may be locked for seconds."""
        private = self._private()
        free = shutil.disk_usage(self.directory).free
        checks = (
            self._database(private),
            self._claims(claims),
            self._package(claims),
            self._scheduler(),
            self._telegram(),
            self._outbox(private),
            Check("disk", Status.OK if free >= LOW_BYTES else Status.WARNING, {"free_mb": free // 2**20}),
        )
        meta = claims if isinstance(claims, Meta) else None
        return Readings(self.version, checks, meta, private.outbox, private.subscriptions, free)

    def _private(self) -> _Private:
        try:
            with self.chats.database.writing() as connection:
                connection.execute(select(1))  # one that cannot be written to keeps no setting, however well it reads
            with self.chats.database.reading() as connection:
                outbox = outbox_reading(connection, self.clock())
                served = select(func.count()).where(subscriptions.c.state == State.ACTIVE.value)
                return _Private(None, outbox, connection.execute(served).scalar_one())
        except ChatsError as error:
            return _Private(error.trouble.value)
        except RefusedError as error:
            return _Private(str(error))

    def _database(self, private: _Private) -> Check:
        status = Status.FAILED if private.trouble else Status.OK
        return Check("database", status, {"trouble": private.trouble} if private.trouble else {})

    def _claims(self, claims: Meta | StoreError) -> Check:
        if isinstance(claims, StoreError):
            return Check("claims", Status.FAILED, {"trouble": str(claims)})
        return Check("claims", Status.OK, {"figures": claims.total, "revision": claims.revision})

    def _package(self, claims: Meta | StoreError) -> Check:
        if isinstance(claims, StoreError):
            return Check("package", Status.FAILED)
        days = (self.clock().date() - claims.newest).days
        facts: dict[str, str | float | None] = {
            "version": claims.version,
            "newest": claims.newest.isoformat(),
            "days": days,
        }
        return Check("package", Status.WARNING if days > OLD_DAYS else Status.OK, facts)

    def _scheduler(self) -> Check:
        seconds = self.beats.since(self.beats.ticked)
        return Check("scheduler", _within(seconds, MINUTE_SECONDS), {"seconds": round(seconds, 1)})

    def _telegram(self) -> Check:
        """Where Telegram calls the program, nothing can be told from silence: nobody may have written."""
        beats = self.beats
        if not beats.serving:
            return Check("telegram", Status.FAILED, {"trouble": "starting"})
        updated = None if beats.updated is None else round(beats.since(beats.updated), 1)
        if not beats.polls:
            return Check("telegram", Status.OK, {"last_update_seconds": updated})
        seconds = beats.since(beats.fetched)
        facts = {"last_fetch_seconds": round(seconds, 1), "last_update_seconds": updated}
        return Check("telegram", _within(seconds, FETCH_SECONDS), facts)

    def _outbox(self, private: _Private) -> Check:
        outbox = private.outbox
        if outbox is None:
            return Check("outbox", Status.FAILED, {"trouble": private.trouble})
        facts = {"queued": outbox.states[DeliveryState.QUEUED], "overdue_seconds": round(outbox.overdue_seconds, 1)}
        return Check("outbox", Status.FAILED if outbox.stalled else Status.OK, facts)


def outbox_reading(connection: Connection, now: datetime) -> OutboxReading:
    """How delivery stands."""
    waiting = select(_d.state, func.count()).where(_d.state.in_(_WAITING)).group_by(_d.state)
    ended = select(_d.state, func.count()).where(_d.finished_at > now - RECENTLY).group_by(_d.state)
    found: dict[str, int] = {}
    for query in (waiting, ended):
        found |= {row[0]: row[1] for row in connection.execute(query)}
    queued = _d.state == DeliveryState.QUEUED.value
    first = connection.execute(select(func.min(_d.next_attempt_at)).where(queued)).scalar()
    last = connection.execute(select(func.max(_d.finished_at)).where(_d.finished_at > now - RECENTLY)).scalar()
    return OutboxReading(
        {state.value: found.get(state.value, 0) for state in DeliveryState},
        max(0.0, (now - first).total_seconds()) if first else 0.0,
        (now - last).total_seconds() if last else None,
    )


def _within(seconds: float, limit: float) -> Status:
    return Status.OK if seconds <= limit else Status.FAILED
