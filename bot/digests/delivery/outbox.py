"""The outbox: what is to be delivered, and the record of what was.

A delivery is written down as SENDING, and that committed, before its request goes out, and how it ended afterwards. So
whenever the program dies, each row says what is known: QUEUED ones were not sent, and SENDING ones, no more of them
than there were requests under way, may have arrived or not. Whoever leads next calls them DOUBTFUL: never sent again by
themselves, never forgotten.

What a subscription has been told moves on with a delivery that was sent or is doubtful, and with no other.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import Connection, Insert, Row, and_, bindparam, func, or_, select

from bot.chats.connection import Database, upsert
from bot.chats.tables import contents as content_rows
from bot.chats.tables import deliveries, subscriptions
from bot.digests.delivery import contents
from bot.digests.model import Content, DeliveryState, Kind, Pause, Quiet, State
from bot.digests.subscribing import schedule
from bot.digests.subscribing import subscriptions as rows

MOST_CONTENTS = 100  # kept in memory: as a rule a great many chats get the same few
PER_STATEMENT = 500  # rows; a database takes only so many parameters

# Seconds before each repetition of what is known to be undelivered; together a day, then it is given up.
PAUSES = (2, 10, 60, 300, 900, 1800, *(23 * (3600,)))

T = TypeVar("T")

_d = deliveries.c
_s = subscriptions.c
_c = content_rows.c
_TOLD = (DeliveryState.SENT, DeliveryState.DOUBTFUL)
_WITH_SUBSCRIPTION = (
    select(deliveries, _s.quiet, _s.zone, _s.silent, _s.pinned, _s.state.label("served"), _c.digest)
    .outerjoin(subscriptions, _s.id == _d.subscription_id)
    .outerjoin(content_rows, _c.id == _d.content_id)
)
_WAITING = (
    _WITH_SUBSCRIPTION.where(_d.state == DeliveryState.QUEUED.value, _d.next_attempt_at <= bindparam("now"))
    .order_by(_d.next_attempt_at, _d.id)
    .limit(bindparam("limit"))
)
_SENDING = _WITH_SUBSCRIPTION.where(_d.state == DeliveryState.SENDING.value)
_MARK = (
    deliveries.update()
    .where(_d.id.in_(bindparam("ids", expanding=True)), _d.state == DeliveryState.QUEUED.value)
    .values(state=DeliveryState.SENDING.value, attempts=_d.attempts + 1, next_attempt_at=None)
    .returning(_d.id, _d.chat_id, _d.attempts)
)
_RECORD = (
    deliveries.update()
    .where(_d.id == bindparam("to_id"))
    .where(or_(_d.state == DeliveryState.SENDING.value, _d.state == bindparam("to_or")))
    .values(
        {name: bindparam(f"to_{name}") for name in ("state", "reason", "message_id", "next_attempt_at", "finished_at")}
    )
)
_MOVE = (
    subscriptions.update()
    .where(_s.id == bindparam("of_id"))
    .values({name: bindparam(f"of_{name}") for name in ("told_origin", "told_revision", "told_at")})
)


@lru_cache
def _insert(dialect: str) -> Insert:
    """A new delivery; under a key that is free again in place of what had it."""
    insert = upsert(deliveries, dialect)
    names = ("state", "content_id", "chat_id", "thread_id", "due_at", "next_attempt_at", "finished_at", "attempts")
    new = {name: insert.excluded[name] for name in (*names, "reason")}
    return insert.on_conflict_do_update(index_elements=[_d.key], set_=new, where=rows.is_free())


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A delivery on its way."""

    id: int
    key: str
    kind: Kind
    subscription: int | None
    chat: int
    thread: int | None
    content: Content | None
    due: datetime
    attempts: int = 0
    silent: bool = False
    pinned: bool = False

    @property
    def paused(self) -> Pause | None:
        """Why the subscription that a notice tells of is paused."""
        return Pause(self.key.rpartition(":")[2]) if self.kind is Kind.NOTICE else None


@dataclass(frozen=True, slots=True)
class Result:
    """How an attempt ended. QUEUED: to be tried again after so many seconds (None: by how often it was tried)."""

    outgoing: Outgoing
    state: DeliveryState
    reason: str | None = None
    message: int | None = None
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class New:
    """A delivery to be queued."""

    key: str
    kind: Kind
    chat: int
    thread: int | None
    subscription: int | None
    content: int | None  # the id of one that is kept
    state: DeliveryState = DeliveryState.QUEUED


class Outbox:
    """See the module's description. `writing` begins the transactions: those of the leader, where one must lead."""

    def __init__(
        self,
        database: Database,
        clock: Callable[[], datetime],
        writing: Callable[[], AbstractContextManager[Connection]] | None = None,
    ) -> None:
        self.database = database
        self._clock = clock
        self._writing = writing or database.writing
        self._contents: dict[str, Content | None] = {}  # by digest: an id may be given to another one day

    def queue(self, connection: Connection, new: Sequence[New]) -> None:
        """Queue deliveries inside a transaction; one whose key was there already is left as it is.

        A key is free again where what had it was taken back, or failed for a reason that has ended since.
        """
        if not new:
            return
        connection.execute(_insert(connection.dialect.name), [self._row(each) for each in new])

    def lost(self, result: Result, why: Pause) -> None:
        """Pause a subscription that can be delivered no longer, and tell who set it up: once a day for each chat."""
        outgoing, now = result.outgoing, self._clock()
        if outgoing.kind is not Kind.DIGEST or outgoing.subscription is None:
            return
        with self.database.writing() as connection:
            notice = rows.lost(connection, outgoing.subscription, why, now)
            if notice is not None:
                key = f"n:{outgoing.chat}:{notice.to}:{now:%Y-%m-%d}:{why}"
                self.queue(connection, [New(key, Kind.NOTICE, notice.to, None, notice.subscription.id, None)])

    def due(self, limit: int) -> list[Outgoing]:
        """What may be sent now, the longest due first. What falls into quiet hours is put off till their end."""
        now = self._clock()
        with self.database.reading() as connection:
            first = connection.execute(_WAITING, {"now": now, "limit": limit}).all()
            dropped = [row.id for row in first if _is_unwanted(row)]
            quiet = {row.id: until for row in first if (until := _quiet_until(row, now)) is not None}
            found = [self._outgoing(connection, row) for row in first if row.id not in quiet and not _is_unwanted(row)]
        if dropped or quiet:
            with self._writing() as connection:
                _set(connection, dropped, state=DeliveryState.REPLACED.value, reason="paused", finished_at=now)
                for until in set(quiet.values()):
                    _set(connection, [id_ for id_, end in quiet.items() if end == until], next_attempt_at=until)
        return found

    def put_off(self, ids: Collection[int], seconds: float) -> None:
        """Let deliveries wait: it is not their chat's turn."""
        with self._writing() as connection:
            _set(connection, ids, next_attempt_at=self._clock() + timedelta(seconds=seconds))

    def exchange(self, results: Sequence[Result], chosen: Sequence[Outgoing]) -> list[Outgoing]:
        """Record how some ended and that others are being sent, in one transaction; those that may be sent.

        What was taken back meanwhile is not among them.
        """
        with self._writing() as connection:
            self._record(connection, results)
            return self._mark(connection, chosen)

    def take(self, limit: int) -> list[Outgoing]:
        """What is to be sent now, written down as being sent."""
        return self.exchange((), self.due(limit))

    def finish(self, results: Sequence[Result]) -> None:
        """Record how attempts ended, whoever leads by now."""
        with self.database.writing() as connection:
            self._record(connection, results)

    def recover(self) -> int:
        """Call doubtful what a leader that is gone was sending; how many."""
        with self._writing() as connection:
            left = [self._outgoing(connection, row) for row in connection.execute(_SENDING).all()]
            self._record(connection, [Result(each, DeliveryState.DOUBTFUL, "stopped") for each in left])
            return len(left)

    def stop(self, announcement: str) -> int:
        """Take back what is queued of an announcement; how many."""
        queued = and_(_d.key.startswith(f"a:{announcement}:", autoescape=True), _d.state == DeliveryState.QUEUED.value)
        values = {"state": DeliveryState.REPLACED.value, "reason": "stopped", "finished_at": self._clock()}
        with self.database.writing() as connection:
            return connection.execute(deliveries.update().where(queued).values(**values, next_attempt_at=None)).rowcount

    def counts(self, announcement: str | None = None) -> dict[DeliveryState, int]:
        """How many deliveries are in each state, all of them or those of an announcement."""
        query = select(_d.state, func.count()).group_by(_d.state)
        if announcement is not None:
            query = query.where(_d.key.startswith(f"a:{announcement}:", autoescape=True))
        with self.database.reading() as connection:
            found = {DeliveryState(state): count for state, count in connection.execute(query)}
        return {state: found.get(state, 0) for state in DeliveryState}

    def _row(self, new: New) -> dict[str, Any]:
        now = self._clock()
        waits = new.state is DeliveryState.QUEUED
        return {
            "key": new.key,
            "kind": new.kind.value,
            "subscription_id": new.subscription,
            "chat_id": new.chat,
            "thread_id": new.thread,
            "content_id": new.content,
            "state": new.state.value,
            "attempts": 0,
            "due_at": now,
            "next_attempt_at": now if waits else None,
            "finished_at": None if waits else now,
            "reason": None,
        }

    def _outgoing(self, connection: Connection, row: Row[Any]) -> Outgoing:
        return Outgoing(
            id=row.id,
            key=row.key,
            kind=Kind(row.kind),
            subscription=row.subscription_id,
            chat=row.chat_id,
            thread=row.thread_id,
            content=self._content(connection, row.content_id, row.digest),
            due=row.due_at,
            attempts=row.attempts,
            silent=bool(row.silent),
            pinned=bool(row.pinned) and row.kind == Kind.DIGEST.value,
        )

    def _content(self, connection: Connection, id_: int | None, digest: str | None) -> Content | None:
        if id_ is None or digest is None:
            return None
        if digest not in self._contents:
            while len(self._contents) >= MOST_CONTENTS:
                del self._contents[next(iter(self._contents))]
            self._contents[digest] = contents.find(connection, id_)
        return self._contents[digest]

    def _mark(self, connection: Connection, chosen: Sequence[Outgoing]) -> list[Outgoing]:
        if not chosen:
            return []
        marked = {row.id: row for row in connection.execute(_MARK, {"ids": [each.id for each in chosen]})}
        return [
            replace(each, chat=marked[each.id].chat_id, attempts=marked[each.id].attempts)
            for each in chosen
            if each.id in marked
        ]

    def _record(self, connection: Connection, results: Sequence[Result]) -> None:
        if not results:
            return
        now = self._clock()
        connection.execute(_RECORD, [_ended(each, now) for each in results])
        if told := [row for each in results if (row := _told(each))]:
            connection.execute(_MOVE, told)


def _ended(result: Result, now: datetime) -> dict[str, Any]:
    """What becomes of the row of a delivery."""
    sent = result.state is DeliveryState.SENT
    again = result.state is DeliveryState.QUEUED
    seconds = result.seconds
    if again and seconds is None:
        tried = result.outgoing.attempts
        again = tried <= len(PAUSES)
        seconds = PAUSES[tried - 1] if again else None
    state = DeliveryState.FAILED if result.state is DeliveryState.QUEUED and not again else result.state
    return {
        "to_id": result.outgoing.id,
        # What has arrived is known to have, even where another leader has called it doubtful meanwhile.
        "to_or": (DeliveryState.DOUBTFUL if sent else DeliveryState.SENDING).value,
        "to_state": state.value,
        "to_reason": result.reason,
        "to_message_id": result.message,
        "to_next_attempt_at": now + timedelta(seconds=seconds) if again and seconds is not None else None,
        "to_finished_at": None if again else now,
    }


def _told(result: Result) -> dict[str, Any] | None:
    """What a subscription has been told from now on; None where that does not change."""
    outgoing = result.outgoing
    if result.state not in _TOLD or outgoing.kind is not Kind.DIGEST or outgoing.content is None:
        return None
    told = outgoing.content.told
    return {
        "of_id": outgoing.subscription,
        "of_told_origin": told.origin,
        "of_told_revision": told.revision,
        "of_told_at": told.at,
    }


def _set(connection: Connection, ids: Collection[int], **values: Any) -> None:
    """Change deliveries that are queued."""
    if values.get("state"):
        values["next_attempt_at"] = None
    for some in batched(list(ids)):
        queued = and_(_d.id.in_(some), _d.state == DeliveryState.QUEUED.value)
        connection.execute(deliveries.update().where(queued).values(**values))


def _is_unwanted(row: Row[Any]) -> bool:
    """Whether it is a digest of a subscription that was paused or removed while it was being sent and failed."""
    return bool(row.kind == Kind.DIGEST.value and row.served != State.ACTIVE.value)


def _quiet_until(row: Row[Any], now: datetime) -> datetime | None:
    """The end of the quiet hours that it is now; None where it is none."""
    if not row.quiet:
        return None
    end = schedule.outside_quiet(quiet_of(row.quiet), row.zone, now)
    return end if end > now else None


def quiet_of(kept: str) -> Quiet:
    """The quiet hours that a column keeps."""
    return Quiet(*map(time.fromisoformat, kept.split("-")))


def batched(values: list[T]) -> Iterable[list[T]]:
    """The values in lists of which each fits into a statement."""
    return (values[begin : begin + PER_STATEMENT] for begin in range(0, len(values), PER_STATEMENT))
