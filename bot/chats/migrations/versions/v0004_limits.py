"""How often a group is answered is its operator's to say: no chat could ever choose it."""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Drop the column."""
    op.drop_column("chats", "per_minute")
