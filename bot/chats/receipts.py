"""Receipts: an answer as it was given, under a short id, until the operator's retention ends. None tells who asked."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, select

from bot.chats.connection import upsert
from bot.chats.ids import RECEIPT_LENGTH, as_receipt_id, short_id
from bot.chats.model import Json, Receipt
from bot.chats.tables import receipts


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
    known = select(receipts.c.id).where(receipts.c.digest == digest)
    statement = upsert(connection, receipts).on_conflict_do_nothing()
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
    while (id_ := connection.execute(known).scalar()) is None:
        # Nothing is inserted where the id is taken already, or where another worker has just given this very answer.
        connection.execute(statement, {"id": short_id(RECEIPT_LENGTH), **values})
    return str(id_)


def find(connection: Connection, typed: str, at: datetime) -> Receipt | None:
    """The receipt with an id as people type it; None where there is none, or no longer."""
    id_ = as_receipt_id(typed)
    if id_ is None:
        return None
    row = connection.execute(select(receipts).where(receipts.c.id == id_, receipts.c.expires > at)).first()
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
