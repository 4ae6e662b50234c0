"""The private database: connecting to SQLite or PostgreSQL, and transactions that either happen whole or not at all."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError

from bot.chats.migrations import NewerDatabaseError, upgrade
from bot.chats.trouble import ChatsError, Trouble, explained

FILE_NAME = "chats.db"

# Longer than any transaction of ours, short enough for a reader who is waiting meanwhile.
LOCK_TIMEOUT_SECONDS = 5.0
# Who works on an event loop does not wait: others would. A server's locks are of rows, and short; a file's is of all.
HASTY_SECONDS = 0.1


def file_url(directory: Path) -> URL:
    """The address of the database that lives in a directory."""
    return URL.create("sqlite", database=str(directory / FILE_NAME))


class _Whole(threading.local):
    """The transaction whose parts a thread's transactions are meanwhile."""

    held: ExitStack | None = None  # what ends it; None: there is none, each transaction stands by itself
    connection: Connection | None = None  # once it has begun


class Database:
    """Connections to one private database. Threads and tasks may share it."""

    def __init__(self, url: str | URL, *, lock_timeout: float = LOCK_TIMEOUT_SECONDS) -> None:
        parsed = _parse(url)
        self.where = _where(parsed)
        self._url = parsed
        self._engine = self._connect(lock_timeout)
        self.is_sqlite = self._engine.dialect.name == "sqlite"
        # What is in memory is in the memory of one connection.
        self._hasty = self._connect(0 if self.file else HASTY_SECONDS) if self._is_shared else self._engine
        self._whole = _Whole()

    def open(self) -> None:
        """Make the database where there is none, and bring its tables up to date."""
        if self.is_sqlite:
            _make_file(self._url, self.where)
        try:
            if self.is_sqlite:
                self._use_write_ahead_log()
            with self.writing() as connection:
                upgrade(connection)
        except NewerDatabaseError as error:
            raise ChatsError(Trouble.NEWER, self.where, str(error)) from None

    def close(self) -> None:
        """Give all connections back; the next use would open new ones."""
        self._engine.dispose()
        self._hasty.dispose()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Let this thread's transactions be parts of one meanwhile, begun with the first and committed at the end.

        An error that leaves it undoes all of them. It does not wait for a lock that another program holds: ChatsError.
        Nothing in it may wait for anything else either.
        """
        if self._whole.held is not None:
            yield
            return
        try:
            with explained(self.where), ExitStack() as held:
                self._whole.held = held
                yield
        finally:
            self._whole.held = self._whole.connection = None

    def is_free(self) -> bool:
        """Whether one can write to it just now: not while another program writes to the file."""
        if not self.is_sqlite:
            return True
        try:
            with explained(self.where), self._hasty.connect() as connection:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
        except ChatsError as error:
            return error.trouble is not Trouble.LOCKED
        return True

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that only reads: several queries see one state."""
        if self._whole.held is not None:
            with explained(self.where):
                yield self._joined("BEGIN")
            return
        with self._transaction("BEGIN") as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction: all of it is committed when the block ends, or nothing where an error leaves it."""
        # It takes its lock at the start: a reader that turns writer would fail instead of waiting for another.
        if self._whole.held is not None:
            with explained(self.where), self._part(self._joined("BEGIN IMMEDIATE")) as connection:
                yield connection
            return
        with self._transaction("BEGIN IMMEDIATE") as connection:
            yield connection

    def connect(self) -> Connection:
        """A connection to be held, for what lasts longer than a transaction; whoever takes it closes it."""
        return self._engine.connect()

    @property
    def file(self) -> Path | None:
        """The file of an SQLite database; None where it is in memory, or on a server."""
        name = self._url.database if self.is_sqlite else None
        return None if not name or name == ":memory:" or name.startswith("file:") else Path(name)

    def check(self) -> None:
        """Look whether the database answers and, a file of SQLite, whether it is whole; ChatsError where it is not."""
        found = self._run_alone("PRAGMA quick_check" if self.is_sqlite else "SELECT 'ok'")
        if found != "ok":
            raise ChatsError(Trouble.DAMAGED, self.where, str(found))

    def vacuum(self) -> None:
        """Give space back and leave nothing of deleted rows in SQLite's file or in its log."""
        self._run_alone("VACUUM")
        self.checkpoint()

    def checkpoint(self) -> None:
        """Move SQLite's write-ahead log into the file and empty it, unless somebody is reading from it."""
        if self.is_sqlite:
            self._run_alone("PRAGMA wal_checkpoint(TRUNCATE)")

    def _run_alone(self, statement: str) -> object:
        """Run a statement that no transaction may hold; the first value that it gives, where it gives any."""
        with explained(self.where), self._engine.connect() as connection:
            if not self.is_sqlite:  # which begins no transaction by itself
                connection.execution_options(isolation_level="AUTOCOMMIT")
            result = connection.exec_driver_sql(statement)
            return result.scalar() if result.returns_rows else None

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[Connection]:
        """A transaction; `begin` is SQLite's word for how it is to begin."""
        with explained(self.where), self._engine.begin() as connection:
            self._begin(connection, begin)
            yield connection

    def _joined(self, begin: str) -> Connection:
        """The transaction that all of this thread's are parts of, begun so where it has not begun yet."""
        whole = self._whole
        assert whole.held is not None
        if whole.connection is None:
            whole.connection = whole.held.enter_context(self._hasty.begin())
            self._begin(whole.connection, begin)
        return whole.connection

    @contextmanager
    def _part(self, connection: Connection) -> Iterator[Connection]:
        """A part of a transaction, of which nothing happens where an error leaves it."""
        if not self.is_sqlite:
            with connection.begin_nested():
                yield connection
            return
        driver: Any = connection.connection.driver_connection  # SQLAlchemy's way takes longer than what is done in it
        driver.execute("SAVEPOINT part")
        try:
            yield connection
        except BaseException:
            if driver.in_transaction:  # or SQLite has undone all of it, as on a full disk
                driver.execute("ROLLBACK TO part")
                driver.execute("RELEASE part")
            raise
        driver.execute("RELEASE part")

    def _begin(self, connection: Connection, begin: str) -> None:
        if self.is_sqlite:  # by the driver itself: SQLAlchemy's event for it takes longer than the transaction
            connection.connection.cursor().execute(begin)

    @property
    def _is_shared(self) -> bool:
        """Whether several connections see the same database."""
        return not self.is_sqlite or self.file is not None

    def _connect(self, lock_timeout: float) -> Engine:
        options: dict[str, Any] = {
            "hide_parameters": True,  # values are about persons: not for messages of errors, not for logs
            "json_serializer": _to_json,
        }
        if self._url.get_backend_name() == "sqlite":
            options["connect_args"] = {"timeout": lock_timeout}
        else:
            options["pool_pre_ping"] = True  # a server that was restarted is found again
            options["connect_args"] = {
                "connect_timeout": max(2, round(lock_timeout)),
                "options": f"-c lock_timeout={round(lock_timeout * 1000)}",
            }
        try:
            engine = create_engine(self._url, **options)
        except ModuleNotFoundError as error:
            raise ChatsError(Trouble.NO_DRIVER, self.where, str(error)) from error
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", _prepare_sqlite)
        return engine

    def _use_write_ahead_log(self) -> None:
        if self._run_alone("PRAGMA journal_mode") != "wal":
            self._run_alone("PRAGMA journal_mode = WAL")


def upsert(table: Table, dialect: str) -> sqlite.Insert | postgresql.Insert:
    """An INSERT that can say what to do on a conflict, in the words of a database."""
    return sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)


def _parse(url: str | URL) -> URL:
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise ChatsError(Trouble.UNSUPPORTED, "storage.chats_url") from None
    if parsed.drivername in {"postgres", "postgresql"}:
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.drivername not in {"sqlite", "sqlite+pysqlite", "postgresql+psycopg"}:
        raise ChatsError(Trouble.UNSUPPORTED, parsed.render_as_string(hide_password=True))
    return parsed


def _where(url: URL) -> str:
    if url.get_backend_name() == "sqlite":
        return url.database or "memory"
    # Not the query either: it may hold a password too.
    return url.set(query={}).render_as_string(hide_password=True)


def _make_file(url: URL, where: str) -> None:
    """A new file that only its owner may read; SQLite gives its log the same rights."""
    if not url.database or url.database == ":memory:" or url.database.startswith("file:"):
        return
    path = Path(url.database)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
    except OSError as error:
        trouble = Trouble.READ_ONLY if path.is_file() and os.access(path, os.R_OK) else Trouble.UNREADABLE
        raise ChatsError(trouble, where, error.strerror or "") from None
    # SQLite would open it all the same, and leave a log beside it that stays read-only when the rights are mended.
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise ChatsError(Trouble.READ_ONLY if os.access(path, os.R_OK) else Trouble.UNREADABLE, where)


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # sqlite3's own BEGIN comes only before the first change; ours where a transaction begins.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    # In WAL mode a killed process loses nothing, a power cut at most the last transactions, and neither harms the file.
    connection.execute("PRAGMA synchronous = NORMAL")
    # Deleted rows are overwritten at once: what was forgotten must not linger in free pages.
    connection.execute("PRAGMA secure_delete = ON")


def _to_json(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "replace").decode("utf-8")  # half a surrogate pair has no place in UTF-8
