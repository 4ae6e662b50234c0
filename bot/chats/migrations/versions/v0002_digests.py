"""Digests: subscriptions, what was composed for them, the outbox, and subscriptions being put together."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

# A migration stays what it was: types of its own, whatever bot.chats.tables becomes.
MOMENT = sa.DateTime(timezone=True)
ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    _subscriptions()
    _contents()
    _deliveries()
    _drafts()


def _subscriptions() -> None:
    op.create_table(
        "subscriptions",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("thread_id", sa.BigInteger()),
        sa.Column("owner_id", sa.BigInteger()),
        sa.Column("selection", sa.JSON(), nullable=False),
        sa.Column("content_key", sa.String(64), nullable=False),
        sa.Column("frequency", sa.String(16), nullable=False),
        sa.Column("local_time", sa.String(5), nullable=False),
        sa.Column("zone", sa.String(64), nullable=False),
        sa.Column("weekday", sa.Integer()),
        sa.Column("day", sa.Integer()),
        sa.Column("quiet", sa.String(11)),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("always", sa.Boolean(), nullable=False),
        sa.Column("silent", sa.Boolean(), nullable=False),
        sa.Column("pinned", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("paused", sa.String(16)),
        sa.Column("paused_until", MOMENT),
        sa.Column("removed_at", MOMENT),
        sa.Column("told_origin", sa.String(64), nullable=False),
        sa.Column("told_revision", sa.BigInteger(), nullable=False),
        sa.Column("told_at", MOMENT, nullable=False),
        sa.Column("next_run_at", MOMENT),
        sa.Column("created", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="subscriptions_key"),
    )
    for column in ("chat_id", "owner_id", "next_run_at"):
        op.create_index(f"subscriptions_by_{column}", "subscriptions", [column])


def _contents() -> None:
    op.create_table(
        "contents",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("summary", sa.JSON()),
        sa.Column("full", sa.JSON()),
        sa.Column("told_origin", sa.String(64), nullable=False),
        sa.Column("told_revision", sa.BigInteger(), nullable=False),
        sa.Column("told_at", MOMENT, nullable=False),
        sa.Column("created", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="contents_key"),
        sa.UniqueConstraint("digest", name="contents_once_digest"),
    )
    op.create_index("contents_by_created", "contents", ["created"])
    op.create_table(
        "content_claims",
        sa.Column("content_id", ROW_ID, nullable=False),
        sa.Column("claim", sa.Text(), nullable=False),
        sa.Column("news", sa.String(16), nullable=False),
        sa.PrimaryKeyConstraint("content_id", "claim", name="content_claims_key"),
        sa.ForeignKeyConstraint(
            ["content_id"], ["contents.id"], name="content_claims_content_id_in_contents", ondelete="CASCADE"
        ),
    )
    op.create_index("content_claims_by_claim", "content_claims", ["claim"])


def _deliveries() -> None:
    op.create_table(
        "deliveries",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("key", sa.String(96), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("subscription_id", ROW_ID),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("thread_id", sa.BigInteger()),
        sa.Column("content_id", ROW_ID),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("next_attempt_at", MOMENT),
        sa.Column("finished_at", MOMENT),
        sa.Column("message_id", sa.BigInteger()),
        sa.Column("reason", sa.String(64)),
        sa.Column("settled_at", MOMENT),
        sa.PrimaryKeyConstraint("id", name="deliveries_key"),
        sa.UniqueConstraint("key", name="deliveries_once_key"),
        sa.ForeignKeyConstraint(
            ["subscription_id"],
            ["subscriptions.id"],
            name="deliveries_subscription_id_in_subscriptions",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["content_id"], ["contents.id"], name="deliveries_content_id_in_contents"),
    )
    for columns in (
        ["subscription_id"],
        ["state", "next_attempt_at"],
        ["chat_id"],
        ["content_id"],
        ["finished_at"],
    ):
        op.create_index(f"deliveries_by_{'_'.join(columns)}", "deliveries", columns)


def _drafts() -> None:
    op.create_table(
        "drafts",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("draft", sa.JSON(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "user_id", name="drafts_key"),
    )
    op.create_index("drafts_by_at", "drafts", ["at"])
