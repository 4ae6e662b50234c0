"""Subscriptions in the private database: what each row says, and what becomes of it.

Functions work inside a transaction of the caller. One that pauses or removes a subscription takes back what is queued
for it; `told` stays, so that its next digest tells all that was missed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime, time
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, and_, func, or_, select

from bot.chats.tables import deliveries, subscriptions
from bot.digests.model import (
    DeliveryState,
    Frequency,
    Notice,
    Pause,
    Quiet,
    Rhythm,
    Selection,
    State,
    Subscription,
    Told,
    Wanted,
    Wishes,
)
from bot.digests.subscribing import schedule

_t = subscriptions.c


class Recipient(NamedTuple):
    """Where digests go, and who set them up where that is not a private chat."""

    chat: int
    thread: int | None = None
    owner: int | None = None


def add(connection: Connection, recipient: Recipient, wishes: Wishes, told: Told, at: datetime) -> Subscription:
    """Make a subscription; `told` is what its first digest need not tell."""
    values = {
        "chat_id": recipient.chat,
        "thread_id": recipient.thread,
        "owner_id": recipient.owner,
        **columns(wishes),
        "state": State.ACTIVE.value,
        "told_origin": told.origin,
        "told_revision": told.revision,
        "told_at": told.at,
        "next_run_at": schedule.next_run(wishes.rhythm, at),
        "created": at,
    }
    return from_row(connection.execute(subscriptions.insert().values(values).returning(subscriptions)).one())


def same(connection: Connection, recipient: Recipient, wishes: Wishes) -> Subscription | None:
    """The subscription to the same in the same place, active or paused, where there is one."""
    theirs = some(connection, _t.chat_id == recipient.chat, _t.state != State.REMOVED.value)
    return next((each for each in theirs if (each.thread, each.wishes) == (recipient.thread, wishes)), None)


def find(connection: Connection, id_: int, holder: int, *, lock: bool = False) -> Subscription | None:
    """A subscription that is for a chat, or was set up by a person; None where they have no such one."""
    query = select(subscriptions).where(_t.id == id_, or_(_t.chat_id == holder, _t.owner_id == holder))
    row = connection.execute(query.with_for_update() if lock else query).first()
    return from_row(row) if row else None


def some(connection: Connection, *conditions: ColumnElement[bool]) -> list[Subscription]:
    """The subscriptions that fit, the oldest first."""
    query = select(subscriptions).where(*conditions).order_by(_t.created, _t.id)
    return [from_row(row) for row in connection.execute(query)]


def count(connection: Connection, chat: int) -> int:
    """How many a chat has, those not counted that were removed."""
    query = select(func.count()).where(_t.chat_id == chat, _t.state != State.REMOVED.value)
    return int(connection.execute(query).scalar_one())


def change(connection: Connection, id_: int, **values: Any) -> Subscription:
    """Write columns of a subscription."""
    statement = subscriptions.update().where(_t.id == id_).values(**values).returning(subscriptions)
    return from_row(connection.execute(statement).one())


def pause(connection: Connection, id_: int, why: Pause, until: datetime | None, at: datetime) -> Subscription:
    """Serve it no longer, until a moment or until it is resumed."""
    take_back(connection, [id_], f"paused {why}", at)
    return change(
        connection,
        id_,
        state=State.PAUSED.value,
        paused=why.value,
        paused_until=until,
        removed_at=None,
        next_run_at=None,
    )


def activate(connection: Connection, subscription: Subscription, after: datetime) -> Subscription:
    """Serve it again, with the first date after a moment that had no digest yet."""
    return change(
        connection,
        subscription.id,
        state=State.ACTIVE.value,
        paused=None,
        paused_until=None,
        removed_at=None,
        next_run_at=free_run(connection, subscription.id, subscription.wishes.rhythm, after),
    )


def unreachable(connection: Connection, chat: int, at: datetime) -> int:
    """Pause all that a chat has, as nothing can be sent to it; how many."""
    active = some(connection, _t.chat_id == chat, _t.state == State.ACTIVE.value)
    for each in active:
        pause(connection, each.id, Pause.UNREACHABLE, None, at)
    return len(active)


def lost(connection: Connection, id_: int, why: Pause, at: datetime) -> Notice | None:
    """Pause an active one that can be delivered no longer; what to tell whom, where somebody set it up."""
    active = some(connection, _t.id == id_, _t.state == State.ACTIVE.value)
    if not active:
        return None
    paused = pause(connection, id_, why, None, at)
    return None if paused.owner is None else Notice(paused.owner, paused, why)


def revive(connection: Connection, chat: int, why: Iterable[Pause], at: datetime, thread: int | None = None) -> int:
    """Serve what was paused for one of these reasons again, all of a chat or that of a forum topic; how many."""
    conditions = [_t.chat_id == chat, _t.state == State.PAUSED.value, _t.paused.in_([each.value for each in why])]
    if thread is not None:
        conditions.append(_t.thread_id == thread)
    paused = some(connection, *conditions)
    for each in paused:
        activate(connection, each, at)
    return len(paused)


def wake(connection: Connection, at: datetime) -> int:
    """Serve those again whose pause has ended; how many. One whose time came since the end is due at once."""
    ended = some(connection, _t.state == State.PAUSED.value, _t.paused_until <= at)
    for each in ended:
        activate(connection, each, each.paused_until or at)
    return len(ended)


def take_back(connection: Connection, ids: Iterable[int], reason: str, at: datetime) -> None:
    """Let nothing be sent that is queued for subscriptions."""
    queued = (deliveries.c.subscription_id.in_(list(ids))) & (deliveries.c.state == DeliveryState.QUEUED.value)
    replaced = {"state": DeliveryState.REPLACED.value, "reason": reason, "finished_at": at, "next_attempt_at": None}
    connection.execute(deliveries.update().where(queued).values(**replaced))


def digest_key(id_: int, slot: str) -> str:
    """What no two digests of a subscription share."""
    return f"d:{id_}:{slot}"


@cache
def is_free() -> ColumnElement[bool]:
    """Whether the key of a delivery may be used again: it was taken back, or failed for a reason that has an end."""
    failed = deliveries.c.state == DeliveryState.FAILED.value
    ended = or_(*(deliveries.c.reason == each.value for each in Pause))
    return or_(deliveries.c.state == DeliveryState.REPLACED.value, and_(failed, ended))


def free_run(connection: Connection, id_: int, rhythm: Rhythm, after: datetime) -> datetime | None:
    """The first due moment of a date that had no digest yet: after a change of time or zone a date may come again."""
    due = schedule.next_run(rhythm, after)
    while due is not None:
        key = digest_key(id_, schedule.slot(rhythm, due))
        taken = select(deliveries.c.id).where(deliveries.c.key == key, ~is_free())
        if connection.execute(taken).first() is None:
            return due
        due = schedule.next_run(rhythm, due)
    return None


def columns(wishes: Wishes) -> dict[str, Any]:
    """What the columns say that hold a subscriber's choices."""
    rhythm, selection = wishes.rhythm, selection_to_json(wishes.selection)
    return {
        "selection": selection,
        "content_key": content_key(wishes.selection),
        "frequency": rhythm.frequency.value,
        "local_time": f"{rhythm.at:%H:%M}",
        "zone": rhythm.zone,
        "weekday": rhythm.weekday,
        "day": rhythm.day,
        "quiet": f"{rhythm.quiet.start:%H:%M}-{rhythm.quiet.end:%H:%M}" if rhythm.quiet else None,
        "language": wishes.language,
        "always": wishes.always,
        "silent": wishes.silent,
        "pinned": wishes.pinned,
    }


def content_key(selection: Selection) -> str:
    """The same for selections of the same news, in whatever order they were chosen."""
    kept = selection_to_json(selection)
    kept["wanted"] = sorted({json.dumps(each, sort_keys=True) for each in kept["wanted"]})
    kept["words"] = sorted({word.casefold() for word in kept["words"]})
    return hashlib.sha256(json.dumps(kept, sort_keys=True).encode()).hexdigest()


def selection_to_json(selection: Selection) -> dict[str, Any]:
    """As the database keeps it."""
    wanted = [{facet: id_ for facet, id_ in asdict(each).items() if id_} for each in selection.wanted]
    return {"wanted": wanted, "words": list(selection.words), "threshold": selection.threshold}


def selection_from_json(kept: dict[str, Any]) -> Selection:
    """As it was kept."""
    wanted = tuple(Wanted(**each) for each in kept["wanted"])
    return Selection(wanted, tuple(kept["words"]), kept["threshold"])


def from_row(row: Row[Any]) -> Subscription:
    """The subscription that a row keeps."""
    quiet = Quiet(*map(time.fromisoformat, row.quiet.split("-"))) if row.quiet else None
    at = time.fromisoformat(row.local_time)
    rhythm = Rhythm(Frequency(row.frequency), at, row.zone, row.weekday, row.day, quiet)
    selection = selection_from_json(row.selection)
    return Subscription(
        id=row.id,
        chat=row.chat_id,
        thread=row.thread_id,
        owner=row.owner_id,
        wishes=Wishes(selection, rhythm, row.language, row.always, row.silent, row.pinned),
        state=State(row.state),
        told=Told(row.told_origin, row.told_revision, row.told_at),
        created=row.created,
        next_run_at=row.next_run_at,
        paused=Pause(row.paused) if row.paused else None,
        paused_until=row.paused_until,
        removed_at=row.removed_at,
    )
