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
OWNER = {"names": "owner"}  # somebody who set up what belongs to a chat: forgotten by emptying the column

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

# What was asked, for the operator. A week and no day, and a topic only once several chats asked about it in that week
# (bot.chats.asked): so that no row tells of one of them.
asked = Table(
    "asked",
    metadata,
    Column("week", Date, primary_key=True),  # its Monday
    Column("kind", String(16), primary_key=True),  # what `name` is: "topic" or "outcome"
    Column("name", Text, primary_key=True),
    Column("questions", Integer, nullable=False),
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

# What chats subscribed to (bot.digests). A person who is forgotten leaves a group's subscription behind, nameless.
subscriptions = Table(
    "subscriptions",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("chat_id", BigInteger, nullable=False, info=CHAT),
    Column("thread_id", BigInteger),
    Column("owner_id", BigInteger, info=OWNER),
    Column("selection", JSON, nullable=False),
    Column("content_key", String(64), nullable=False),  # of what its content depends on beside the claims
    Column("frequency", String(16), nullable=False),
    Column("local_time", String(5), nullable=False),  # HH:MM
    Column("zone", String(64), nullable=False),
    Column("weekday", Integer),
    Column("day", Integer),
    Column("quiet", String(11)),  # HH:MM-HH:MM
    Column("language", String(8), nullable=False),
    Column("always", Boolean, nullable=False),
    Column("silent", Boolean, nullable=False),
    Column("pinned", Boolean, nullable=False),
    Column("state", String(16), nullable=False),
    Column("paused", String(16)),
    Column("paused_until", UtcDateTime),
    Column("removed_at", UtcDateTime),
    Column("told_origin", String(64), nullable=False),
    Column("told_revision", BigInteger, nullable=False),
    Column("told_at", UtcDateTime, nullable=False),
    Column("next_run_at", UtcDateTime),  # None: not due at any time
    Column("created", UtcDateTime, nullable=False),
    Index(None, "chat_id"),
    Index(None, "owner_id"),
    Index(None, "next_run_at"),
)

# Digests as composed, once for all who are to get the same: what the claims say, nothing about chats.
contents = Table(
    "contents",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("digest", String(64), nullable=False, unique=True),
    Column("language", String(8), nullable=False),
    Column("summary", JSON(none_as_null=True)),  # NULL, both: kept no longer
    Column("full", JSON(none_as_null=True)),
    Column("told_origin", String(64), nullable=False),
    Column("told_revision", BigInteger, nullable=False),
    Column("told_at", UtcDateTime, nullable=False),
    Column("created", UtcDateTime, nullable=False, index=True),
)

content_claims = Table(
    "content_claims",
    metadata,
    Column("content_id", RowId, ForeignKey("contents.id", ondelete="CASCADE"), primary_key=True),
    Column("claim", Text, primary_key=True),
    Column("news", String(16), nullable=False),
    Index(None, "claim"),
)

# The outbox, and the record of what was delivered. `key` names what must not be delivered twice.
deliveries = Table(
    "deliveries",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("key", String(96), nullable=False, unique=True),  # of a digest: its subscription and its slot
    Column("kind", String(16), nullable=False),
    Column("subscription_id", RowId, ForeignKey("subscriptions.id", ondelete="CASCADE"), index=True),
    Column("chat_id", BigInteger, nullable=False, info=CHAT),
    Column("thread_id", BigInteger),
    Column("content_id", RowId, ForeignKey("contents.id")),  # None: nothing to tell
    Column("state", String(16), nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("due_at", UtcDateTime, nullable=False),
    Column("next_attempt_at", UtcDateTime),  # None: there will be no further one
    Column("finished_at", UtcDateTime),
    Column("message_id", BigInteger),
    Column("reason", String(64)),  # why it is in that state, in one of few words
    Column("settled_at", UtcDateTime),  # of a doubtful one: when its reader looked at it again
    Index(None, "state", "next_attempt_at"),
    Index(None, "chat_id"),
    Index(None, "content_id"),
    Index(None, "finished_at"),
)

# A subscription that somebody is putting together, until it is made or an hour has passed.
drafts = Table(
    "drafts",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False, info=CHAT),  # where it is put together
    Column("user_id", BigInteger, primary_key=True, autoincrement=False, info=USER),  # 0: an anonymous admin
    Column("draft", JSON, nullable=False),
    Column("at", UtcDateTime, nullable=False, index=True),
)
