"""What is due: found every minute, composed once for all who are to get the same, and queued.

Any number of programs may do so at once. Each takes its rows by locks that the others skip (SQLite has one writer at a
time), and a key that a delivery has already is never queued again. Nothing is kept between two minutes: what was missed
while no program ran is due at the next, as one digest.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, exists, literal, or_, select

from bot.chats.connection import Database
from bot.chats.tables import deliveries, subscriptions
from bot.digests import schedule
from bot.digests import subscriptions as rows
from bot.digests.making import Composes, Making
from bot.digests.model import DeliveryState, Frequency, Kind, Rhythm, State, Told
from bot.digests.outbox import New, Outbox, batched, is_free

BATCH = 1000  # subscriptions in one transaction
BREATH = 0.002  # seconds between two of them, in which others may write

_d = deliveries.c
_s = subscriptions.c


@dataclass(slots=True)
class Tick:
    """What one look found, in numbers of subscriptions."""

    queued: int = 0
    nothing: int = 0  # nothing was new
    quiet: int = 0  # put off till the end of the quiet hours
    waiting: int = 0  # the last digest is just being sent: looked at again in a minute
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
        with self._database.writing() as connection:
            one.tick.woken = rows.wake(connection, now)
        one.call_at_once()
        after: tuple[datetime, int] | None = None
        while (after := one.batch(after)) is not None:
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
        self._times: dict[tuple[Any, ...], _When] = {}
        self.tick = Tick()

    def call_at_once(self) -> None:
        """Let those be due who hear at once what is new, and have not heard of the claims as they are now."""
        state = self._making.state
        key = literal("d:") + _s.id.cast(_d.key.type) + literal(f":{self._slot_at_once}")
        told = exists().where(_d.key == key, ~is_free())
        waiting = select(_s.id).where(
            _s.frequency == Frequency.AT_ONCE.value,
            _s.state == State.ACTIVE.value,
            _s.next_run_at.is_(None),
            or_(_s.told_revision != state.revision, _s.told_origin != state.origin),
            ~told,
        )
        with self._database.reading() as connection:
            found = list(connection.execute(waiting).scalars())
        for some in batched(found):
            with self._database.writing() as connection:
                connection.execute(
                    subscriptions.update()
                    .where(_s.id.in_(some), _s.next_run_at.is_(None))
                    .values(next_run_at=self._now)
                )

    def batch(self, after: tuple[datetime, int] | None) -> tuple[datetime, int] | None:
        """Queue some; where to go on, None at the end."""
        with self._database.reading() as connection:
            seen = connection.execute(self._due(after)).all()
            if not seen:
                return None
            self._making.look(connection, seen)
        # What is new is composed before the rows are locked: whoever edits a subscription must not wait for it.
        self._making.compose(self._database, seen)
        with self._database.writing() as connection:
            locked = connection.execute(self._due(after).with_for_update(skip_locked=True)).all()
            self._making.look(connection, locked)
            self._queue(connection, locked)
        self.tick.composed = self._making.composed
        return (seen[-1].next_run_at, seen[-1].id) if len(seen) == BATCH else None

    def _due(self, after: tuple[datetime, int] | None) -> Any:
        query = select(subscriptions).where(_s.state == State.ACTIVE.value, _s.next_run_at <= self._now)
        if after is not None:
            moment, id_ = after
            query = query.where(_s.next_run_at >= moment, or_(_s.next_run_at > moment, _s.id > id_))
        return query.order_by(_s.next_run_at, _s.id).limit(BATCH)

    def _queue(self, connection: Connection, due: Sequence[Row[Any]]) -> None:
        """Queue a digest for each, or record that there is nothing to tell; and say when the next one is due."""
        queued, sending = self._outstanding(connection, [row.id for row in due])
        new: list[New] = []
        next_runs: dict[datetime | None, list[int]] = defaultdict(list)
        told: list[int] = []
        for row in due:
            when = self._when(row)
            if row.id in sending:
                self.tick.waiting += 1
                continue
            if when.quiet_until is not None:
                self.tick.quiet += 1
                next_runs[when.quiet_until].append(row.id)
                continue
            next_runs[when.following].append(row.id)
            content = self._making.content_for(connection, row)
            new.append(_new(row, when.slot, content))
            if content is not None:
                self.tick.queued += 1
                continue
            self.tick.nothing += 1
            if row.selection["threshold"] is None:  # growth below it adds up until it is told
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
        states = (DeliveryState.QUEUED.value, DeliveryState.SENDING.value)
        for some in batched(ids):
            query = select(_d.id, _d.key, _d.subscription_id, _d.state).where(
                _d.subscription_id.in_(some), _d.kind == Kind.DIGEST.value, _d.state.in_(states)
            )
            for row in connection.execute(query.with_for_update()):
                if row.state == DeliveryState.SENDING.value:
                    sending.add(row.subscription_id)
                else:
                    queued[row.subscription_id] = (row.id, row.key)
        return queued, sending

    def _when(self, row: Row[Any]) -> _When:
        kept = (row.frequency, row.local_time, row.zone, row.weekday, row.day, row.quiet)
        if kept not in self._times:
            self._times[kept] = self._asked(rows.from_row(row).wishes.rhythm)
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
