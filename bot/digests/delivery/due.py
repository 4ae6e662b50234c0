"""What is due: found every minute, composed once for all who are to get the same, and queued.

Any number of programs may do so at once. Each takes its rows by locks that the others skip (SQLite has one writer at a
time), and a key that a delivery has already is never queued again. Nothing is kept between two minutes: what was missed
while no program ran is due at the next, as one digest.
"""

from __future__ import annotations

import logging
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfoNotFoundError

from sqlalchemy import Connection, Row, bindparam, exists, func, literal, or_, select

from bot.chats.connection import Database
from bot.chats.tables import deliveries, subscriptions
from bot.digests.delivery.making import Composes, Making
from bot.digests.delivery.outbox import New, Outbox, batched
from bot.digests.model import DeliveryState, Frequency, Kind, Rhythm, State, Told
from bot.digests.subscribing import schedule
from bot.digests.subscribing import subscriptions as rows

log = logging.getLogger(__name__)

BATCH = 1000  # subscriptions in one transaction
BREATH = 0.002  # seconds between two of them, in which others may write

_d = deliveries.c
_s = subscriptions.c

After = tuple[datetime, int]  # when a subscription was due, and its id: where the next batch begins
BEGINNING: After = (datetime(1970, 1, 1, tzinfo=UTC), 0)

_NOW = bindparam("now", type_=_s.next_run_at.type)
_ENDED = select(_s.id).where(_s.state == State.PAUSED.value, _s.paused_until <= _NOW).limit(1)
_MOMENT = bindparam("moment", type_=_s.next_run_at.type)
_DUE = (
    select(subscriptions)
    .where(_s.state == State.ACTIVE.value, _s.next_run_at <= _NOW, _s.next_run_at >= _MOMENT)
    .where(or_(_s.next_run_at > _MOMENT, _s.id > bindparam("after", type_=_s.id.type)))
    .order_by(_s.next_run_at, _s.id)
    .limit(bindparam("batch"))
)
_DUE_LOCKED = _DUE.with_for_update(skip_locked=True)

# Those who hear at once what is new, were told of other claims than there are, and have no delivery of these.
_KEY_AT_ONCE = literal("d:") + _s.id.cast(_d.key.type) + bindparam("slot", type_=_d.key.type)
_NOT_TOLD = select(_s.id).where(
    _s.frequency == Frequency.AT_ONCE.value,
    _s.state == State.ACTIVE.value,
    _s.next_run_at.is_(None),
    or_(_s.told_revision != bindparam("revision"), _s.told_origin != bindparam("origin")),
    ~exists().where(_d.key == _KEY_AT_ONCE, ~rows.is_free()),
)
_OUTSTANDING = (
    select(_d.id, _d.key, _d.subscription_id, _d.state)
    .where(_d.subscription_id.in_(bindparam("ids", expanding=True)), _d.kind == Kind.DIGEST.value)
    # Not the bare column: PostgreSQL, before it has counted the rows, would look through all that are queued.
    .where(func.coalesce(_d.state, "").in_([DeliveryState.QUEUED.value, DeliveryState.SENDING.value]))
    .with_for_update()
)


@dataclass(slots=True)
class Tick:
    """What one look found, in numbers of subscriptions."""

    queued: int = 0
    nothing: int = 0  # nothing was new
    quiet: int = 0  # put off till the end of the quiet hours
    waiting: int = 0  # the last digest is just being sent: looked at again in a minute
    failed: int = 0  # an error inside: looked at again in a minute
    woken: int = 0  # their pause has ended
    composed: int = 0  # digests


@dataclass(frozen=True, slots=True)
class _When:
    """What a rhythm says of this moment."""

    slot: str
    following: datetime | None
    quiet_until: datetime | None


class Due:
    """Looks for what is due. One thread at a time may use it."""

    def __init__(self, database: Database, composer: Composes, outbox: Outbox, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._composer = composer
        self._outbox = outbox
        self._clock = clock

    def tick(self) -> Tick:
        """Queue all that is due by now. Raises ChatsError, StoreError; what is queued by then stays so."""
        now, state = self._clock(), self._composer.state()
        one = _Round(self._database, self._outbox, Making(self._composer, state, now))
        if one.has_work():
            one.wake()
            one.call_at_once()
            after: After | None = BEGINNING
            while after is not None:
                after = one.batch(after)
                time.sleep(BREATH)
        return one.tick


class _Round:
    """One look: what holds while it lasts."""

    def __init__(self, database: Database, outbox: Outbox, making: Making) -> None:
        self._database = database
        self._outbox = outbox
        self._making = making
        self._now = making.now
        self._slot_at_once = f"r{making.state.revision}-{making.state.origin[:8]}"
        self._times: dict[tuple[Any, ...], _When | None] = {}
        self.tick = Tick()

    def has_work(self) -> bool:
        """Whether there is anything to do in this minute."""
        with self._database.reading() as connection:
            return any(
                connection.execute(statement, given).first() is not None
                for statement, given in (
                    (_DUE, self._due(BEGINNING)),
                    (_ENDED, {"now": self._now}),
                    (_NOT_TOLD, self._state()),
                )
            )

    def wake(self) -> None:
        """Serve those again whose pause has ended."""
        with self._database.writing() as connection:
            self.tick.woken = rows.wake(connection, self._now)

    def call_at_once(self) -> None:
        """Let those be due who hear at once what is new, and have not heard of the claims as they are now."""
        with self._database.reading() as connection:
            found = list(connection.execute(_NOT_TOLD, self._state()).scalars())
        for some in batched(found):
            with self._database.writing() as connection:
                still = (_s.id.in_(some), _s.next_run_at.is_(None))
                connection.execute(subscriptions.update().where(*still).values(next_run_at=self._now))

    def batch(self, after: After) -> After | None:
        """Queue some; where to go on, None at the end."""
        with self._database.reading() as connection:
            seen = connection.execute(_DUE, self._due(after)).all()
            if not seen:
                return None
            self._making.look(connection, seen)
        # What is new is composed before the rows are locked: whoever edits a subscription must not wait for it.
        self._making.compose(self._database, seen)
        with self._database.writing() as connection:
            locked = connection.execute(_DUE_LOCKED, self._due(after)).all()
            self._making.look(connection, locked)
            self._queue(connection, locked)
        self.tick.composed = self._making.composed
        return (seen[-1].next_run_at, seen[-1].id) if len(seen) == BATCH else None

    def _due(self, after: After) -> dict[str, Any]:
        moment, id_ = after
        return {"now": self._now, "moment": moment, "after": id_, "batch": BATCH}

    def _state(self) -> dict[str, Any]:
        state = self._making.state
        return {"revision": state.revision, "origin": state.origin, "slot": f":{self._slot_at_once}"}

    def _queue(self, connection: Connection, due: Sequence[Row[Any]]) -> None:
        """Queue a digest for each, or record that there is nothing to tell; and say when the next one is due."""
        queued, sending = self._outstanding(connection, [row.id for row in due])
        new: list[New] = []
        next_runs: dict[datetime | None, list[int]] = defaultdict(list)
        told: list[int] = []
        for row in due:
            if row.id in sending:
                self.tick.waiting += 1
                continue
            if (when := self._when(row)) is None or not self._making.knows(connection, row):
                self.tick.failed += 1
                continue
            if when.quiet_until is not None:
                self.tick.quiet += 1
                next_runs[when.quiet_until].append(row.id)
                continue
            next_runs[when.following].append(row.id)
            content = self._making.content_for(row)
            new.append(_new(row, when.slot, content))
            if content is not None:
                self.tick.queued += 1
                continue
            self.tick.nothing += 1
            if self._making.may_move(row):
                told.append(row.id)
        keys = {each.key for each in new}
        old = [id_ for of, (id_, key) in queued.items() if key not in keys and of not in sending]
        _replace(connection, old, self._now)
        self._outbox.queue(connection, new)
        _run_next(connection, next_runs)
        _tell(connection, told, self._making.state)

    def _outstanding(self, connection: Connection, ids: list[int]) -> tuple[dict[int, tuple[int, str]], set[int]]:
        """By subscription, the digest that is queued still; and the subscriptions whose digest is being sent."""
        queued: dict[int, tuple[int, str]] = {}
        sending: set[int] = set()
        for some in batched(ids):
            for row in connection.execute(_OUTSTANDING, {"ids": some}):
                if row.state == DeliveryState.SENDING.value:
                    sending.add(row.subscription_id)
                else:
                    queued[row.subscription_id] = (row.id, row.key)
        return queued, sending

    def _when(self, row: Row[Any]) -> _When | None:
        """What the rhythm of a subscription says; None where this machine does not know its time zone (any more)."""
        kept = (row.frequency, row.local_time, row.zone, row.weekday, row.day, row.quiet)
        if kept not in self._times:
            try:
                self._times[kept] = self._asked(rows.from_row(row).wishes.rhythm)
            except ZoneInfoNotFoundError:
                log.error("time zone %s is not known here: install the tzdata of this system anew", row.zone)
                self._times[kept] = None
        return self._times[kept]

    def _asked(self, rhythm: Rhythm) -> _When:
        due = schedule.last_due(rhythm, self._now)
        slot = schedule.slot(rhythm, due) if due is not None else self._slot_at_once
        quiet = schedule.outside_quiet(rhythm.quiet, rhythm.zone, self._now)
        return _When(slot, schedule.next_run(rhythm, self._now), quiet if quiet > self._now else None)


def _new(row: Row[Any], slot: str, content: int | None) -> New:
    state = DeliveryState.QUEUED if content is not None else DeliveryState.NOTHING
    return New(rows.digest_key(row.id, slot), Kind.DIGEST, row.chat_id, row.thread_id, row.id, content, state)


def _replace(connection: Connection, ids: list[int], now: datetime) -> None:
    """Take back digests in favour of newer ones, which tell all that they would have told."""
    values = {"state": DeliveryState.REPLACED.value, "reason": "newer", "finished_at": now, "next_attempt_at": None}
    for some in batched(ids):
        connection.execute(deliveries.update().where(_d.id.in_(some)).values(**values))


def _run_next(connection: Connection, next_runs: Mapping[datetime | None, list[int]]) -> None:
    for moment, ids in next_runs.items():
        for some in batched(ids):
            connection.execute(subscriptions.update().where(_s.id.in_(some)).values(next_run_at=moment))


def _tell(connection: Connection, ids: list[int], told: Told) -> None:
    values = {"told_origin": told.origin, "told_revision": told.revision, "told_at": told.at}
    for some in batched(ids):
        connection.execute(subscriptions.update().where(_s.id.in_(some)).values(**values))
