"""Which updates were handled, so that one which Telegram sends again after a crash is not handled twice."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache

from sqlalchemy import Connection, Executable, bindparam, select

from bot.chats.connection import upsert
from bot.chats.tables import seen_updates

LIFETIME = timedelta(days=1)  # Telegram keeps what was not confirmed for a day

_FIND = select(seen_updates.c.at).where(seen_updates.c.update_id == bindparam("update"))


@cache
def _add(dialect: str) -> Executable:
    return upsert(seen_updates, dialect).on_conflict_do_nothing().returning(seen_updates.c.update_id)


def seen(connection: Connection, update: int) -> bool:
    """Whether an update was handled."""
    return connection.execute(_FIND, {"update": update}).first() is not None


def remember(connection: Connection, update: int, at: datetime) -> bool:
    """Keep that an update was handled; False where that was known already."""
    added = connection.execute(_add(connection.dialect.name), {"update_id": update, "at": at})
    return added.first() is not None


def expire(connection: Connection, at: datetime) -> int:
    """Delete what Telegram cannot send again; how many."""
    return connection.execute(seen_updates.delete().where(seen_updates.c.at <= at - LIFETIME)).rowcount
