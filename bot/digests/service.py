"""What a chat can do with its subscriptions.

Whoever calls has made sure that the person may. Yet a subscription is only ever found together with its *holder*, the
chat that it is for or the person who set it up: an id that was forged finds nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Connection, Row, bindparam, select

from bot.chats.connection import Database, upsert
from bot.chats.model import Json
from bot.chats.tables import deliveries, drafts, subscriptions
from bot.digests.delivery import contents
from bot.digests.model import (
    Content,
    Delivery,
    DeliveryState,
    Kind,
    Notice,
    Pause,
    State,
    Subscription,
    Told,
    Wanted,
    Wishes,
)
from bot.digests.subscribing import schedule, tidying, transfer
from bot.digests.subscribing import subscriptions as rows
from bot.digests.subscribing.subscriptions import Recipient
from bot.digests.subscribing.tidying import DRAFT_LIFETIME
from bot.digests.subscribing.transfer import Imported, TransferError, Why

MOST = 20  # subscriptions of one chat
DOUBT_LIFETIME = timedelta(days=30)  # for so long a chat is asked about a digest that may not have arrived


class TooManyError(Exception):
    """The chat has as many subscriptions as one may have."""


class Composes(Protocol):
    """What makes digests of claims: `bot.digests.news.composer.Composer`."""

    def state(self) -> Told:
        """The claims as they are now: what a new subscriber need not be told."""

    def preview(self, wishes: Wishes) -> Content:
        """What a digest would look like."""


# Made once: it is looked for at each message, and to build a statement takes longer than to run it.
_DRAFT = select(drafts.c.draft).where(
    drafts.c.chat_id == bindparam("chat"), drafts.c.user_id == bindparam("user"), drafts.c.at > bindparam("since")
)


class Digests:
    """Subscriptions, drafts of them, and the record of what came of them. Each method is one transaction."""

    def __init__(self, database: Database, composer: Composes, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._composer = composer
        self._clock = clock

    # Subscriptions

    def subscribe(self, chat: int, thread: int | None, owner: int | None, wishes: Wishes) -> Subscription:
        """Make a subscription, or serve the one that is the same; TooManyError where a chat has too many.

        `owner` is who sets it up for a group or channel. Raises ValueError for wishes that cannot be kept.
        """
        schedule.check(wishes.rhythm)
        told, now = self._composer.state(), self._clock()
        with self._database.writing() as connection:
            made = self._subscribe(connection, Recipient(chat, thread, owner), wishes, told, now)
            return rows.activate(connection, made, now) if made.state is State.PAUSED else made

    def preview(self, wishes: Wishes) -> Content:
        """What a digest with these choices would look like."""
        return self._composer.preview(wishes)

    def of_chat(self, chat: int) -> list[Subscription]:
        """The subscriptions of a chat, the oldest first, without those that were removed."""
        return self._some(subscriptions.c.chat_id == chat)

    def owned_by(self, user: int) -> list[Subscription]:
        """What a person has set up for groups and channels."""
        return self._some(subscriptions.c.owner_id == user, subscriptions.c.chat_id != user)

    def get(self, id_: int, holder: int) -> Subscription | None:
        """A subscription, removed or not; None where the holder has no such one."""
        with self._database.reading() as connection:
            return rows.find(connection, id_, holder)

    def edit(self, id_: int, holder: int, wishes: Wishes) -> Subscription | None:
        """Choose otherwise. What was told stays told, and a date that had its digest has no second one."""
        schedule.check(wishes.rhythm)
        now = self._clock()
        with self._database.writing() as connection:
            found = rows.find(connection, id_, holder, lock=True)
            if found is None:
                return None
            due = rows.free_run(connection, id_, wishes.rhythm, now) if found.state is State.ACTIVE else None
            return rows.change(connection, id_, **rows.columns(wishes), next_run_at=due)

    def move(self, id_: int, holder: int, thread: int | None) -> Subscription | None:
        """Send it into another forum topic from now on."""
        with self._database.writing() as connection:
            if rows.find(connection, id_, holder, lock=True) is None:
                return None
            return rows.change(connection, id_, thread_id=thread)

    def pause(self, id_: int, holder: int, until: datetime | None = None) -> Subscription | None:
        """Send nothing until a moment, or until it is resumed; what is new meanwhile is told then."""
        with self._database.writing() as connection:
            found = rows.find(connection, id_, holder, lock=True)
            if found is None or found.state is State.REMOVED:
                return None
            return rows.pause(connection, id_, Pause.CHOSEN, until, self._clock())

    def resume(self, id_: int, holder: int) -> Subscription | None:
        """Serve a subscription again that was paused, for whatever reason."""
        with self._database.writing() as connection:
            found = rows.find(connection, id_, holder, lock=True)
            if found is None or found.state is not State.PAUSED:
                return found if found and found.state is State.ACTIVE else None
            return rows.activate(connection, found, self._clock())

    def remove(self, id_: int, holder: int) -> Subscription | None:
        """End a subscription; for a month it can be restored."""
        now = self._clock()
        with self._database.writing() as connection:
            found = rows.find(connection, id_, holder, lock=True)
            if found is None or found.state is State.REMOVED:
                return found
            rows.take_back(connection, [id_], "removed", now)
            return rows.change(connection, id_, state=State.REMOVED.value, removed_at=now, next_run_at=None)

    def restore(self, id_: int, holder: int) -> Subscription | None:
        """Undo a removal: as it was before, paused if it was; TooManyError where others took its place."""
        with self._database.writing() as connection:
            found = rows.find(connection, id_, holder, lock=True)
            if found is None or found.state is not State.REMOVED:
                return found
            if rows.count(connection, found.chat) >= MOST:
                raise TooManyError
            if found.paused is not None:
                return rows.change(connection, id_, state=State.PAUSED.value, removed_at=None)
            return rows.activate(connection, found, self._clock())

    # Subscriptions as a file

    def export(self, chat: int) -> bytes:
        """The subscriptions of a chat as a file."""
        return transfer.export(self.of_chat(chat))

    def export_owned(self, user: int) -> bytes:
        """What a person has set up for groups and channels as a file."""
        return transfer.export(self.owned_by(user))

    def import_(self, data: bytes, recipient: Recipient, known: Callable[[Wanted], bool]) -> Imported:
        """Subscribe to all that a file asks for, or, with TransferError, to nothing.

        `known` tells whether the claims have what a topic names. What the chat has already is not made again.
        """
        asked = transfer.read(data)
        for number, wishes in enumerate(asked, start=1):
            if not all(map(known, wishes.selection.wanted)):
                raise TransferError(Why.UNKNOWN_TOPIC, f"subscriptions.{number}.wanted")
        told, now = self._composer.state(), self._clock()
        with self._database.writing() as connection:
            before = {each.id for each in rows.some(connection, subscriptions.c.chat_id == recipient.chat)}
            try:
                made = [self._subscribe(connection, recipient, wishes, told, now) for wishes in asked]
            except TooManyError:
                raise TransferError(Why.TOO_MANY) from None
        added = {each.id: each for each in made if each.id not in before}
        return Imported(tuple(added.values()), len(asked) - len(added))

    # What Telegram said

    def unreachable(self, chat: int) -> int:
        """Pause all of a chat that cannot be written to; how many."""
        with self._database.writing() as connection:
            return rows.unreachable(connection, chat, self._clock())

    def revive(self, chat: int) -> int:
        """The chat can be written to again: serve what was paused because it could not; how many."""
        with self._database.writing() as connection:
            return rows.revive(connection, chat, {Pause.UNREACHABLE, Pause.NO_RIGHTS}, self._clock())

    def topic_back(self, chat: int, thread: int) -> int:
        """A forum topic was opened again: serve what was paused because it was closed; how many."""
        with self._database.writing() as connection:
            return rows.revive(connection, chat, {Pause.NO_TOPIC}, self._clock(), thread)

    def lost(self, id_: int, why: Pause) -> Notice | None:
        """Pause a subscription that can be delivered no longer; what to tell whom, the first time."""
        with self._database.writing() as connection:
            return rows.lost(connection, id_, why, self._clock())

    # What was delivered

    def history(self, id_: int, holder: int, limit: int = 10) -> list[Delivery]:
        """The last digests of a subscription, the newest first."""
        with self._database.reading() as connection:
            if rows.find(connection, id_, holder) is None:
                return []
            mine = (deliveries.c.subscription_id == id_) & (deliveries.c.kind == Kind.DIGEST.value)
            return _deliveries(connection, mine, limit)

    def doubtful(self, chat: int) -> list[Delivery]:
        """Digests of the last month that may not have arrived, and that nobody looked at since."""
        since = self._clock() - DOUBT_LIFETIME
        with self._database.reading() as connection:
            return _deliveries(
                connection,
                (deliveries.c.chat_id == chat)
                & (deliveries.c.state == DeliveryState.DOUBTFUL.value)
                & (deliveries.c.kind == Kind.DIGEST.value)
                & deliveries.c.settled_at.is_(None)
                & (deliveries.c.finished_at > since),
            )

    def settle(self, delivery: int, chat: int) -> bool:
        """A doubtful digest was looked at again, or waved aside; False where the chat has none such."""
        this = (deliveries.c.id == delivery) & (deliveries.c.chat_id == chat)
        doubtful = deliveries.c.state == DeliveryState.DOUBTFUL.value
        with self._database.writing() as connection:
            done = deliveries.update().where(this, doubtful).values(settled_at=self._clock())
            return connection.execute(done).rowcount > 0

    def content(self, delivery: int, chat: int) -> Content | None:
        """What a delivery to a chat says; None where there is none such, or where it is kept no longer."""
        this = (deliveries.c.id == delivery) & (deliveries.c.chat_id == chat)
        with self._database.reading() as connection:
            id_ = connection.execute(select(deliveries.c.content_id).where(this)).scalar()
            return contents.find(connection, id_) if id_ is not None else None

    # Subscriptions that are being put together; user 0 is an anonymous admin

    def draft(self, chat: int, user: int) -> Json | None:
        """What somebody is putting together in a chat; None after an hour."""
        sought = {"chat": chat, "user": user, "since": self._clock() - DRAFT_LIFETIME}
        with self._database.reading() as connection:
            return connection.execute(_DRAFT, sought).scalar()

    def set_draft(self, chat: int, user: int, draft: Json) -> None:
        """Keep it for another hour."""
        with self._database.writing() as connection:
            insert = upsert(drafts, connection.dialect.name).values(
                chat_id=chat, user_id=user, draft=draft, at=self._clock()
            )
            new = {"draft": insert.excluded.draft, "at": insert.excluded.at}
            keys = [drafts.c.chat_id, drafts.c.user_id]
            connection.execute(insert.on_conflict_do_update(index_elements=keys, set_=new))

    def clear_draft(self, chat: int, user: int) -> None:
        """It is made, or given up."""
        with self._database.writing() as connection:
            connection.execute(drafts.delete().where(drafts.c.chat_id == chat, drafts.c.user_id == user))

    def prune(self) -> dict[str, int]:
        """Delete what is kept no longer; how many rows of each table. To be called every minute or so."""
        with self._database.writing() as connection:
            return tidying.prune(connection, self._clock())

    def _some(self, *conditions: ColumnElement[bool]) -> list[Subscription]:
        with self._database.reading() as connection:
            return rows.some(connection, subscriptions.c.state != State.REMOVED.value, *conditions)

    @staticmethod
    def _subscribe(
        connection: Connection, recipient: Recipient, wishes: Wishes, told: Told, at: datetime
    ) -> Subscription:
        same = rows.same(connection, recipient, wishes)
        if same is not None:
            return same
        # Two who subscribe a group in the same instant may make it one more than MOST, which does no harm.
        if rows.count(connection, recipient.chat) >= MOST:
            raise TooManyError
        return rows.add(connection, recipient, wishes, told, at)


def _deliveries(connection: Connection, which: ColumnElement[bool], limit: int = 100) -> list[Delivery]:
    query = select(deliveries).where(which).order_by(deliveries.c.due_at.desc(), deliveries.c.id.desc()).limit(limit)
    return [_delivery(row) for row in connection.execute(query)]


def _delivery(row: Row[Any]) -> Delivery:
    return Delivery(
        id=row.id,
        kind=Kind(row.kind),
        subscription=row.subscription_id,
        chat=row.chat_id,
        thread=row.thread_id,
        content=row.content_id,
        state=DeliveryState(row.state),
        due_at=row.due_at,
        finished_at=row.finished_at,
        message=row.message_id,
        reason=row.reason,
    )
