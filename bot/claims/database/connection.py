"""The claim database's file: opening it, running plain SQL on it, and telling what is wrong with it when that fails.

A database that cannot be read must never look like one without figures, so every error of SQLite becomes a StoreError
that names the file and says what to do.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any

from bot.sqlite_trouble import trouble_with_file

SCHEMA = ("0001_claims", "0002_kept", "0003_by_counting", "0004_counts")  # the names in migrations.py
LOCK_TIMEOUT_SECONDS = 10.0


class Trouble(StrEnum):
    """What is wrong with a database; the programs around the store have a text for each."""

    MISSING = "missing"
    EMPTY = "empty"  # no package has been loaded yet
    LOCKED = "locked"
    READ_ONLY = "read-only"
    DAMAGED = "damaged"
    FULL = "full"
    NEWER = "newer"  # made by a newer version of this program
    UNREADABLE = "unreadable"


_REMEDIES: Mapping[Trouble, str] = MappingProxyType(
    {
        Trouble.MISSING: "check the path, or load a claim package to build it",
        Trouble.EMPTY: "load a claim package",
        Trouble.LOCKED: "another program is writing to it: wait for it to end and try again",
        Trouble.READ_ONLY: "give this user the right to write to the file and to its folder",
        Trouble.DAMAGED: "move the file away and load the claim package again, or restore a backup",
        Trouble.FULL: "free space on the disk and try again",
        Trouble.NEWER: "install the version of this program that made it, or a newer one",
        Trouble.UNREADABLE: "check that the path is a database file that this user may read",
    }
)


class StoreError(Exception):
    """The database cannot be used: what is wrong, with which file, and what to do."""

    def __init__(self, trouble: Trouble, path: Path, detail: str = "") -> None:
        self.trouble = trouble
        self.path = path
        self.detail = detail
        said = f" ({detail})" if detail else ""
        super().__init__(f"{path}: the claim database is {trouble}{said}: {_REMEDIES[trouble]}")


class ClaimDatabase:
    """A connection to one claim database. It belongs to the thread that opened it."""

    def __init__(self, path: Path, *, create: bool) -> None:
        self.path = path
        if not create and not path.exists():
            raise StoreError(Trouble.MISSING, path)
        with explained(path):
            self._connection = sqlite3.connect(path, timeout=LOCK_TIMEOUT_SECONDS)
        try:
            self._prepare()
        except BaseException:
            self._connection.close()
            raise

    def _prepare(self) -> None:
        with explained(self.path):
            self._connection.execute("PRAGMA foreign_keys = ON")
            if self._applied() != set(SCHEMA):
                self._migrate()
            # In WAL mode this loses at most the last transaction on a power cut, and never damages the file.
            self._connection.execute("PRAGMA synchronous = NORMAL")

    def _applied(self) -> set[str]:
        """The migrations that made this file, as sqlite-utils records them."""
        if not self.rows("SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'"):
            return set()
        return {name for (name,) in self.rows("SELECT name FROM _sqlite_migrations WHERE migration_set = 'claims'")}

    def _migrate(self) -> None:
        if newer := self._applied() - set(SCHEMA):
            raise StoreError(Trouble.NEWER, self.path, ", ".join(sorted(newer)))
        # A file that is up to date, as nearly all are, opens without it: its import takes a fifth of a second.
        from bot.claims.database.migrations import migrate  # noqa: PLC0415

        self._connection.execute("PRAGMA journal_mode = WAL")
        with self.writing():
            migrate(self._connection)

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def rows(self, sql: str, parameters: Sequence[object] | Mapping[str, object] = ()) -> list[tuple[Any, ...]]:
        """Every row that a query gives."""
        with explained(self.path):
            return self._connection.execute(sql, parameters).fetchall()

    def records(self, sql: str, parameters: Sequence[object] | Mapping[str, object] = ()) -> list[dict[str, Any]]:
        """Every row that a query gives, by column name."""
        with explained(self.path):
            cursor = self._connection.execute(sql, parameters)
            columns = [column[0] for column in cursor.description]
            return [dict(zip(columns, row, strict=True)) for row in cursor]

    def value(self, sql: str, parameters: Sequence[object] | Mapping[str, object] = ()) -> Any:
        """The first column of the first row; None where there is no row."""
        rows = self.rows(sql, parameters)
        return rows[0][0] if rows else None

    def run(self, sql: str, parameters: Sequence[object] | Mapping[str, object] = ()) -> None:
        """Run a statement that gives no rows."""
        with explained(self.path):
            self._connection.execute(sql, parameters)

    def run_many(self, sql: str, parameters: Iterable[Sequence[object] | Mapping[str, object]]) -> None:
        """Run a statement once for each set of parameters."""
        with explained(self.path):
            self._connection.executemany(sql, parameters)

    def check_integrity(self) -> None:
        """Let SQLite look through the whole file; StoreError where it is damaged."""
        found = self.value("PRAGMA quick_check")
        if found != "ok":
            raise StoreError(Trouble.DAMAGED, self.path, str(found))

    def state(self) -> int:
        """A number that changes when another connection has written to the file."""
        return int(self.value("PRAGMA data_version"))

    @contextmanager
    def reading(self) -> Iterator[None]:
        """One unchanging view of the database for several queries, whatever is loaded meanwhile."""
        if self._connection.in_transaction:  # it holds already
            yield
            return
        with explained(self.path):
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                self._connection.rollback()  # nothing was written

    @contextmanager
    def caching(self, kib: int) -> Iterator[None]:
        """Let SQLite keep so much of the file in memory meanwhile: for much writing at once."""
        before = self.value("PRAGMA cache_size")
        self.run(f"PRAGMA cache_size = -{kib}")
        try:
            yield
        finally:
            self.run(f"PRAGMA cache_size = {before}")

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction: all of it or nothing. The lock is taken at once, so that nobody writes in between."""
        with explained(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                self._connection.rollback()
                raise


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn SQLite's errors about the file into a StoreError; faults in the data or in our SQL stay what they are."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if (trouble := trouble_with_file(error)) is None:
            raise
        raise StoreError(Trouble(trouble), path, str(error)) from error
