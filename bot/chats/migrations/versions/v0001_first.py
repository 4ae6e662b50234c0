"""The first tables: chats, answers for half an hour, receipts, feedback, questions for the editors, seen updates."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

# A migration stays what it was: types of its own, whatever bot.chats.tables becomes.
MOMENT = sa.DateTime(timezone=True)
ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    _chats()
    _answers()
    _receipts()
    _counts()


def _chats() -> None:
    op.create_table(
        "chats",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("language", sa.String(8)),
        sa.Column("who_may_change", sa.String(16)),
        sa.Column("per_minute", sa.Integer()),
        sa.Column("topics", sa.JSON()),
        sa.Column("presence", sa.String(16)),
        sa.Column("can_hear", sa.Boolean()),
        sa.Column("presence_since", MOMENT),
        sa.PrimaryKeyConstraint("chat_id", name="chats_key"),
    )


def _answers() -> None:
    op.create_table(
        "answers",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger()),
        sa.Column("thread_id", sa.BigInteger()),
        sa.Column("question_message_id", sa.BigInteger()),
        sa.Column("receipt_id", sa.String(16)),
        sa.Column("slots", sa.JSON(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="answers_key"),
    )
    op.create_index("answers_by_chat_id_user_id_thread_id", "answers", ["chat_id", "user_id", "thread_id"])
    op.create_index("answers_by_chat_id_question_message_id", "answers", ["chat_id", "question_message_id"])
    op.create_index("answers_by_chat_id_receipt_id", "answers", ["chat_id", "receipt_id"])
    op.create_index("answers_by_user_id", "answers", ["user_id"])
    op.create_index("answers_by_at", "answers", ["at"])
    op.create_table(
        "answer_messages",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("message_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("answer_id", ROW_ID, nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "message_id", name="answer_messages_key"),
        sa.ForeignKeyConstraint(
            ["answer_id"], ["answers.id"], name="answer_messages_answer_id_in_answers", ondelete="CASCADE"
        ),
    )
    op.create_index("answer_messages_by_answer_id", "answer_messages", ["answer_id"])


def _receipts() -> None:
    op.create_table(
        "receipts",
        sa.Column("id", sa.String(16), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("readings", sa.JSON(), nullable=False),
        sa.Column("shown", sa.JSON(), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("created", MOMENT, nullable=False),
        sa.Column("expires", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="receipts_key"),
        sa.UniqueConstraint("digest", name="receipts_once_digest"),
    )
    op.create_index("receipts_by_expires", "receipts", ["expires"])


def _counts() -> None:
    op.create_table(
        "feedback",
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("helpful", sa.Integer(), nullable=False),
        sa.Column("unhelpful", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("topic", "day", name="feedback_key"),
    )
    op.create_index("feedback_by_day", "feedback", ["day"])
    op.create_table(
        "editor_questions",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("language", sa.String(8)),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="editor_questions_key"),
    )
    op.create_table(
        "seen_updates",
        sa.Column("update_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("update_id", name="seen_updates_key"),
    )
    op.create_index("seen_updates_by_at", "seen_updates", ["at"])
