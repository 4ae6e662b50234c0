"""Whole copies of a private database: into a file of SQLite, whichever database it is, and from such a file back.

A copy of SQLite is made by its online backup, which sees one state while others go on writing. A server's rows are
read in one transaction, table by table, and written into a file of the same shape: so a copy of either can be put into
either, and whoever outgrows the file can move to a server.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, func, select, text

from bot.chats.connection import Database
from bot.chats.migrations import is_current
from bot.chats.tables import metadata
from bot.chats.trouble import ChatsError, Trouble, explained

_ROWS = 1000  # at a time


def copy_out(database: Database, file: Path) -> None:
    """Copy a database as it is at this moment into a new file. Raises ChatsError, about the one or about the other."""
    if database.is_sqlite:
        database.check()  # a damaged one is no backup
        with explained(database.where), database.connect() as connection:
            source = connection.connection.driver_connection
            assert isinstance(source, sqlite3.Connection)
            copy_file(source, file)
        return
    target = Database(URL.create("sqlite", database=str(file)))
    try:
        target.open()
        with _one_state(database) as source_rows, target.writing() as target_rows:
            if not is_current(source_rows):
                raise ChatsError(Trouble.OLDER, database.where)
            _copy_rows(source_rows, target_rows)
    finally:
        target.close()


def copy_file(source: sqlite3.Connection, file: Path) -> None:
    """Copy what an SQLite connection sees now into a file."""
    with explained(str(file)), closing(sqlite3.connect(file)) as target:
        source.backup(target)


def copy_in(source: Database, target: Database, then: Callable[[Connection], object]) -> None:
    """Put all rows of a database in place of all those of another, in one transaction that ends with `then`.

    Both have today's tables.
    """
    with source.reading() as source_rows, target.writing() as target_rows:
        if not target.is_sqlite:  # whoever writes meanwhile waits, instead of being in the way
            names = ", ".join(table.name for table in metadata.sorted_tables)
            target_rows.execute(text(f"LOCK TABLE {names} IN EXCLUSIVE MODE"))
        for table in reversed(metadata.sorted_tables):
            target_rows.execute(table.delete())
        _copy_rows(source_rows, target_rows)
        if not target.is_sqlite:
            _number_on(target_rows)
        then(target_rows)
    target.checkpoint()


def has_rows(database: Database) -> bool:
    """Whether anything stands in a database with today's tables."""
    with database.reading() as connection:
        return any(connection.execute(select(table).limit(1)).first() for table in metadata.sorted_tables)


def _copy_rows(source: Connection, target: Connection) -> None:
    for table in metadata.sorted_tables:
        for rows in source.execution_options(yield_per=_ROWS).execute(select(table)).partitions():
            target.execute(table.insert(), [dict(row._mapping) for row in rows])


@contextmanager
def _one_state(database: Database) -> Iterator[Connection]:
    """A transaction in which a server shows all tables as they were at its beginning."""
    with explained(database.where), database.connect() as connection:
        connection.execution_options(isolation_level="REPEATABLE READ")
        with connection.begin():
            yield connection


def _number_on(connection: Connection) -> None:
    """Let a server number new rows after those that came with their numbers."""
    for table in metadata.sorted_tables:
        column = table.autoincrement_column
        if column is not None:
            sequence = func.pg_get_serial_sequence(table.name, column.name)
            newest = select(func.coalesce(func.max(column), 0) + 1).scalar_subquery()
            connection.execute(select(func.setval(sequence, newest, False)))
