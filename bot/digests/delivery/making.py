"""What each subscription that is due is to be told: composed once for all who were told as much and want the same."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple, Protocol

from sqlalchemy import Connection, Row, select

from bot.chats.connection import Database
from bot.chats.tables import content_claims, deliveries
from bot.claims.database.connection import StoreError
from bot.digests.delivery import contents
from bot.digests.delivery.outbox import batched
from bot.digests.model import Content, DeliveryState, Selection, Told
from bot.digests.subscribing.subscriptions import selection_from_json

log = logging.getLogger(__name__)

_HEARD = (DeliveryState.SENT.value, DeliveryState.DOUBTFUL.value)


class Composes(Protocol):
    """What makes digests of claims: `bot.digests.news.composer.Composer`."""

    def state(self) -> Told:
        """The claims as they are now."""

    def compose(
        self, selection: Selection, told: Told, language: str, *, always: bool = False, also: Collection[str] = ()
    ) -> Content | None:
        """What is new since `told`; None where there is nothing to say."""

    def changed_status(self, told: Told) -> Collection[str]:
        """The claims of which those who were told must hear, whatever they want to hear of."""

    def has_been_at(self, told: Told) -> bool:
        """Whether the claims have been in the state that somebody was told of."""


class Group(NamedTuple):
    """Those who get the same digest."""

    origin: str
    revision: int
    day: date  # told: to the day, as what is known of a claim is
    wants: str
    language: str
    always: bool
    also: frozenset[str]


class Making:
    """What is composed at one moment, of one state of the claims."""

    def __init__(self, composer: Composes, state: Told, now: datetime) -> None:
        self.state = state
        self.now = now
        self.composed = 0
        self._composer = composer
        self._made: dict[Group, int | None] = {}  # the id of the content; None: there is nothing to tell
        self._failed: set[Group] = set()
        self._changed: dict[tuple[str, int, date], frozenset[str]] = {}
        self._tellings: dict[int, set[str]] = {}  # by content, what it tells of claims that have changed since
        self._looked_for: set[str] = set()
        self._met: dict[str, bool] = {}  # by origin
        self._also: dict[int, frozenset[str]] = {}  # by subscription, of the rows looked at last

    def look(self, connection: Connection, rows: Sequence[Row[Any]]) -> None:
        """Find out what else the chats of these subscriptions must hear of: what changed since a digest told them."""
        changed = {row.id: self._changed_since(row) for row in rows}
        heard = self._heard(connection, rows, frozenset().union(*changed.values()))
        self._also = {row.id: changed[row.id] & heard[row.chat_id] for row in rows if row.chat_id in heard}

    def compose(self, database: Database, rows: Sequence[Row[Any]]) -> None:
        """Compose and keep what these subscriptions are to be told, as far as that is not done yet."""
        missing = {group: row for row in rows if (group := self._group(row)) not in self._made}
        made = [(group, self._compose(group, row)) for group, row in missing.items()]
        if made:
            with database.writing() as connection:
                for group, content in made:
                    self._keep(connection, group, content)

    def knows(self, connection: Connection, row: Row[Any]) -> bool:
        """Whether what a subscription is to be told was composed, or could be now; else an error is in the log."""
        group = self._group(row)
        if group not in self._made:  # of a row that another program held when the others were composed for
            self._keep(connection, group, self._compose(group, row))
        return group not in self._failed

    def may_move(self, row: Row[Any]) -> bool:
        """Whether a subscription to which there is nothing to tell has now been told of the claims as they are.

        Not where it was told of claims that are not known here: another machine has loaded them already, and would tell
        them once more. Nor below a threshold: growth adds up until it is told.
        """
        if row.selection["threshold"] is not None:
            return False
        if row.told_origin not in self._met:
            told = Told(row.told_origin, row.told_revision, row.told_at)
            self._met[row.told_origin] = self._composer.has_been_at(told)
        return self._met[row.told_origin]

    def content_for(self, row: Row[Any]) -> int | None:
        """The id of what a subscription is to be told; None where there is nothing."""
        return self._made[self._group(row)]

    def _keep(self, connection: Connection, group: Group, content: Content | None) -> None:
        self._made[group] = contents.add(connection, content, self.now) if content is not None else None

    def _group(self, row: Row[Any]) -> Group:
        also = self._also.get(row.id, frozenset())
        return Group(*_told_key(row), row.content_key, row.language, row.always, also)

    def _compose(self, group: Group, row: Row[Any]) -> Content | None:
        told = Told(row.told_origin, row.told_revision, row.told_at)
        self.composed += 1
        try:
            selection = selection_from_json(row.selection)
            return self._composer.compose(selection, told, group.language, always=group.always, also=group.also)
        except StoreError:
            raise
        except Exception:  # of one selection: the others are to have their digests
            log.exception("the digest of subscription %s was not composed", row.id)
            self._failed.add(group)
            return None

    def _changed_since(self, row: Row[Any]) -> frozenset[str]:
        key = _told_key(row)
        if key not in self._changed:
            told = Told(row.told_origin, row.told_revision, row.told_at)
            self._changed[key] = frozenset(self._composer.changed_status(told))
        return self._changed[key]

    def _heard(
        self, connection: Connection, rows: Sequence[Row[Any]], changed: frozenset[str]
    ) -> dict[int, frozenset[str]]:
        """By chat, which of these claims a digest has told it of."""
        if not changed:
            return {}
        self._find_tellings(connection, changed - self._looked_for)
        heard: dict[int, set[str]] = defaultdict(set)
        chats = sorted({row.chat_id for row in rows})
        for some_contents in batched(list(self._tellings)):
            for some_chats in batched(chats):
                query = select(deliveries.c.chat_id, deliveries.c.content_id).where(
                    deliveries.c.content_id.in_(some_contents),
                    deliveries.c.chat_id.in_(some_chats),
                    deliveries.c.state.in_(_HEARD),
                )
                for chat, content in connection.execute(query):
                    heard[chat] |= self._tellings[content]
        return {chat: frozenset(claims) for chat, claims in heard.items()}

    def _find_tellings(self, connection: Connection, claims: Collection[str]) -> None:
        for some in batched(sorted(claims)):
            query = select(content_claims.c.content_id, content_claims.c.claim)
            for content, claim in connection.execute(query.where(content_claims.c.claim.in_(some))):
                self._tellings.setdefault(content, set()).add(claim)
        self._looked_for.update(claims)


def _told_key(row: Row[Any]) -> tuple[str, int, date]:
    return row.told_origin, row.told_revision, row.told_at.date()
