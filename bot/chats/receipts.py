"""Receipts: an answer as it was given, under a short id, until the operator's retention ends. None tells who asked."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from sqlalchemy import Connection, Executable, bindparam, select

from bot.chats.connection import upsert
from bot.chats.ids import RECEIPT_LENGTH, as_receipt_id, short_id
from bot.chats.model import Json, Receipt
from bot.chats.tables import receipts

_SAME = select(receipts.c.id).where(receipts.c.digest == bindparam("same"))
_FIND = select(receipts).where(receipts.c.id == bindparam("sought"), receipts.c.expires > bindparam("now"))


@cache
def _add(dialect: str) -> Executable:
    return upsert(receipts, dialect).on_conflict_do_nothing().returning(receipts.c.id)


@dataclass(frozen=True, slots=True)
class Given:
    """What an answer was made of."""

    readings: Json
    shown: Json
    revision: int
    version: str
    language: str

    def digest(self, at: datetime) -> str:
        """The same for the same answer on the same day: it then needs no second receipt."""
        parts = [at.date().isoformat(), self.readings, self.shown, self.revision, self.version, self.language]
        return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def add(connection: Connection, given: Given, at: datetime, keep: timedelta) -> str:
    """The id of the receipt for this answer: a new one, or the one that somebody got for it earlier that day."""
    digest = given.digest(at)
    values = {
        "digest": digest,
        "readings": given.readings,
        "shown": given.shown,
        "revision": given.revision,
        "version": given.version,
        "language": given.language,
        "created": at,
        "expires": at + keep,
    }
    while True:
        known = connection.execute(_SAME, {"same": digest}).scalar()
        if known is not None:
            return str(known)
        # Nothing is inserted where the id is taken by another, or where somebody got this receipt at the same moment.
        id_ = short_id(RECEIPT_LENGTH)
        if connection.execute(_add(connection.dialect.name), {"id": id_, **values}).first():
            return id_


def find(connection: Connection, typed: str, at: datetime) -> Receipt | None:
    """The receipt with an id as people type it; None where there is none, or no longer."""
    id_ = as_receipt_id(typed)
    if id_ is None:
        return None
    row = connection.execute(_FIND, {"sought": id_, "now": at}).first()
    if row is None:
        return None
    return Receipt(
        id=row.id,
        readings=row.readings,
        shown=row.shown,
        revision=row.revision,
        version=row.version,
        language=row.language,
        created=row.created,
        expires=row.expires,
    )


def expire(connection: Connection, at: datetime) -> int:
    """Delete what may be kept no longer; how many."""
    return connection.execute(receipts.delete().where(receipts.c.expires <= at)).rowcount
