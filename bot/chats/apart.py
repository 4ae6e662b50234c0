"""What all programs that share a server's database must know of its backups, in tables that stand apart from the rest.

No backup holds them, no restoring touches them, and no migration of the others leads to them or back.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Date,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    inspect,
    select,
    text,
)

from bot.chats.tables import UtcDateTime

metadata = MetaData()

# The list of deletions (bot.chats.deletions): one row about it, and its lines, which name nobody.
forgotten_list = Table(
    "forgotten_list",
    metadata,
    Column("salt", String(32), primary_key=True),
    Column("last", BigInteger, nullable=False),
    Column("dropped", BigInteger, nullable=False),
)
forgotten = Table(
    "forgotten",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("day", Date, nullable=False),
    Column("digest", String(32), nullable=False),
)

# The daily backup that was made last: one row.
daily_backup = Table(
    "daily_backup",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("made", UtcDateTime, nullable=False),
    Column("machine", Text, nullable=False),
    Column("file", Text, nullable=False),
)

# Of PostgreSQL's advisory locks, which have numbers for names.
_MAKING_TABLES = 2_022_022_407
_MAKING_BACKUP = 2_022_022_408


class Made(NamedTuple):
    """The daily backup that was made last."""

    made: datetime
    machine: str
    file: str

    @property
    def day(self) -> date:
        """Of which day it is."""
        return self.made.date()


def there(connection: Connection, tables: Sequence[Table]) -> bool:
    """Whether tables have been made yet."""
    found = set(inspect(connection).get_table_names())
    return all(table.name in found for table in tables)


def make(connection: Connection) -> None:
    """Make the tables where they are missing; until the end of the transaction no other program does."""
    if not there(connection, metadata.sorted_tables):
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _MAKING_TABLES})
        metadata.create_all(connection)


def takes_turn(connection: Connection) -> bool:
    """Whether this program makes the daily backup now, until the end of its transaction: no other one does."""
    return bool(connection.execute(text("SELECT pg_try_advisory_xact_lock(:lock)"), {"lock": _MAKING_BACKUP}).scalar())


def last_made(connection: Connection) -> Made | None:
    """The daily backup that was made last, by whichever program; None where there is none."""
    if not there(connection, [daily_backup]):
        return None
    row = connection.execute(select(daily_backup)).first()
    return Made(row.made, row.machine, row.file) if row else None


def note_made(connection: Connection, made: Made) -> None:
    """Keep that a daily backup was made."""
    connection.execute(daily_backup.delete())
    connection.execute(daily_backup.insert().values(id=1, **made._asdict()))
