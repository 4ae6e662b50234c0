"""Rows in every table there is, whoever adds one later."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Boolean, Column, Date, Integer, String, select

from bot.chats.connection import Database
from bot.chats.tables import CHAT, OWNER, USER, UtcDateTime, metadata

MOMENT = datetime(2026, 5, 17, 9, 30, 15, tzinfo=UTC)


def fill_all(database: Database, first: int, *, chat: int, user: int, mark: str = "mark") -> None:
    """A row in every table, numbered `first` wherever it has a number of its own, about this chat and this user."""
    with database.writing() as connection:
        for table in metadata.sorted_tables:
            values = {column.name: _value(column, first, chat, user, mark) for column in table.c}
            connection.execute(table.insert().values(values))


def everything(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables."""
    with database.reading() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))]
            for table in metadata.sorted_tables
        }


def _value(column: Column[Any], first: int, chat: int, user: int, mark: str) -> Any:  # noqa: PLR0911
    if column.info in (CHAT, USER, OWNER):
        return chat if column.info == CHAT else user
    kind = column.type
    if isinstance(kind, JSON):
        return {mark: [first, None, "ґ", 0.5, True]}
    if isinstance(kind, UtcDateTime):
        return MOMENT
    if isinstance(kind, Date):
        return date(2026, 5, first % 28 + 1)
    if isinstance(kind, Boolean):
        return first % 2 == 0
    if isinstance(kind, BigInteger | Integer):
        return first
    assert isinstance(kind, String), column
    return f"{mark}{first}"[: kind.length]
