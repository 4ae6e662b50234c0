"""The tables of the private database as the newest migration leaves them, for SQLite and PostgreSQL alike.

No column holds the text of a message, save `editor_questions.text`, which its asker agreed to pass on. A column that
names a chat or a user says so in its `info`: by that mark everything about a chat or a person is found to be deleted.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)

CHAT = {"names": "chat"}
USER = {"names": "user"}

# SQLite numbers the rows of an INTEGER primary key by itself, not those of a BIGINT one.
RowId = BigInteger().with_variant(Integer(), "sqlite")


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: kept in UTC, given back aware of it, on databases that know time zones and on those that do not."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To the database."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value}: a moment without its time zone; give a datetime that has one, as UTC")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """From the database."""
        if value is None:
            return None
        moment: datetime = value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)
        return moment


metadata = MetaData(
    naming_convention={
        "ix": "%(table_name)s_by_%(column_0_N_name)s",
        "uq": "%(table_name)s_once_%(column_0_N_name)s",
        "pk": "%(table_name)s_key",
        "fk": "%(table_name)s_%(column_0_name)s_in_%(referred_table_name)s",
    }
)

# A row stands only where something was chosen or noticed; an empty column means "not chosen", never a default.
chats = Table(
    "chats",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False, info=CHAT),
    Column("language", String(8)),
    Column("who_may_change", String(16)),
    Column("per_minute", Integer),
    Column("topics", JSON(none_as_null=True)),
    Column("presence", String(16)),
    Column("can_hear", Boolean),
    Column("presence_since", UtcDateTime),
)

# What the last answers were about, so that a follow-up or a reply can build on them for half an hour.
answers = Table(
    "answers",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("chat_id", BigInteger, nullable=False, info=CHAT),
    Column("user_id", BigInteger, info=USER),
    Column("thread_id", BigInteger),
    Column("question_message_id", BigInteger),
    Column("receipt_id", String(16)),
    Column("slots", JSON, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Index(None, "chat_id", "user_id", "thread_id"),
    Index(None, "chat_id", "question_message_id"),
    Index(None, "chat_id", "receipt_id"),
    Index(None, "user_id"),
    Index(None, "at"),
)

answer_messages = Table(
    "answer_messages",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False, info=CHAT),
    Column("message_id", BigInteger, primary_key=True, autoincrement=False),
    Column("answer_id", RowId, ForeignKey("answers.id", ondelete="CASCADE"), nullable=False, index=True),
)

receipts = Table(
    "receipts",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("digest", String(64), nullable=False, unique=True),  # of all that makes the answer, and of the day
    Column("readings", JSON, nullable=False),
    Column("shown", JSON, nullable=False),
    Column("revision", BigInteger, nullable=False),
    Column("version", Text, nullable=False),
    Column("language", String(8), nullable=False),
    Column("created", UtcDateTime, nullable=False),
    Column("expires", UtcDateTime, nullable=False, index=True),
)

feedback = Table(
    "feedback",
    metadata,
    Column("topic", Text, primary_key=True),
    Column("day", Date, primary_key=True),
    Column("helpful", Integer, nullable=False),
    Column("unhelpful", Integer, nullable=False),
    Index(None, "day"),
)

# A day and no time, so that a question cannot be matched with what a chat did at that minute.
editor_questions = Table(
    "editor_questions",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("day", Date, nullable=False),
    Column("language", String(8)),
    Column("text", Text, nullable=False),
)

seen_updates = Table(
    "seen_updates",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("at", UtcDateTime, nullable=False, index=True),
)
