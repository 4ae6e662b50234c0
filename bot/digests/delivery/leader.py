"""Who delivers: of all programs that share a private database one leads, and another takes over when it is gone.

On PostgreSQL the leader holds an advisory lock on a connection of its own, and writes through that connection that a
message is being sent: where the connection is lost, and the lock with it, nothing more goes out. On SQLite it holds a
lock on a file beside the database, which the system lets go with the process.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout
from sqlalchemy import Connection, func, select

from bot.chats.connection import Database
from bot.chats.trouble import ChatsError, explained

LOCK = 7_307_218_452_019_531_776  # of PostgreSQL's advisory locks in this database, which have numbers for names


class NotLeadingError(Exception):
    """This program does not deliver (any more)."""


class Leader:
    """Leads where nobody else does. One thread at a time may use it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._file = FileLock(f"{database.where}.leader", thread_local=False) if database.file is not None else None
        self._connection: Connection | None = None

    def lead(self) -> bool:
        """Try to become the leader; whether this program leads now. Raises ChatsError."""
        if self._database.is_sqlite:
            return self._file is None or self._lock_file(self._file)
        return self._connection is not None or self._lock_database()

    def holds(self) -> bool:
        """Whether this program leads still."""
        if self._database.is_sqlite:
            return self._file is None or self._file.is_locked
        try:
            with self.writing() as connection:
                connection.execute(select(1))
        except (ChatsError, NotLeadingError):
            return False
        return True

    def resign(self) -> None:
        """Let somebody else lead."""
        if self._file is not None:
            self._file.release()
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.invalidate()  # closes it: whatever state it is in, the lock ends with it
            connection.close()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is committed only if this program leads. Raises NotLeadingError, ChatsError."""
        if self._database.is_sqlite:
            if self._file is not None and not self._file.is_locked:
                raise NotLeadingError
            with self._database.writing() as connection:
                yield connection
            return
        if self._connection is None:
            raise NotLeadingError
        try:
            with explained(self._database.where), self._connection.begin():
                yield self._connection
        except ChatsError:
            self.resign()  # SQLAlchemy would connect anew by itself: to a session that does not hold the lock
            raise

    def _lock_file(self, file: FileLock) -> bool:
        if file.is_locked:
            return True
        try:
            file.acquire(blocking=False)
        except Timeout:
            return False
        return True

    def _lock_database(self) -> bool:
        with explained(self._database.where):
            connection = self._database.connect()
            with connection.begin():
                got = bool(connection.execute(select(func.pg_try_advisory_lock(LOCK))).scalar())
            if got:
                self._connection = connection
            else:
                connection.close()
            return got
