"""Backups of the private database. The claims are in none: their database is built from the package at any time.

A backup is a file of SQLite, whatever the database is, with one table more, which tells when it was made and how far
the list of deletions had come (`bot.chats.deletions`).
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Self

from filelock import FileLock, Timeout

from bot.chats.connection import Database
from bot.chats.copying import copy_out
from bot.chats.deletions import Deletions, Mark
from bot.chats.trouble import BackupError, ChatsError, explained
from bot.config import BackupSettings, Settings

PAUSE = timedelta(hours=1)  # before a daily backup that failed is tried again
_NAME = re.compile(r"chats-(\d{4}-\d\d-\d\d)(?:-\w+)?\.db", re.ASCII)


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a backup tells of itself."""

    made: datetime
    mark: Mark


@dataclass(frozen=True, slots=True)
class Kept:
    """What is backed up, the list of deletions that belongs to it, and the folder of the backups."""

    database: Database
    deletions: Deletions
    folder: Path

    @classmethod
    def of(cls, settings: Settings, database: Database) -> Self:
        """As the settings say."""
        storage = settings.storage.directory
        return cls(database, Deletions(storage), settings.backup.directory or storage / "backups")


def back_up(kept: Kept, file: Path, at: datetime) -> None:
    """Copy the private database as it is into a file, while others use it. Raises BackupError, ChatsError.

    The file is there whole or not at all. One that is there already gives way only where it is a backup too.
    """
    if file.exists() and read_stamp(file) is None:
        raise BackupError(f"{file}: there is a file that is no backup of claimbot; give another name")
    new = file.with_name(f".{file.name}.new")
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _remove(new)
        new.touch(mode=0o600)
        stamp = Stamp(at, kept.deletions.mark())
        copy_out(kept.database, new)
        _write_stamp(new, stamp)
        _sync(new)
        new.replace(file)
        _sync(file.parent)
    except OSError as error:
        raise BackupError(f"{file}: the backup cannot be written: {error.strerror}") from None
    finally:
        with suppress(OSError):
            _remove(new)


def read_stamp(file: Path) -> Stamp | None:
    """What a file tells of itself; None where it is no backup, or cannot be read."""
    with suppress(sqlite3.Error, ValueError), closing(opened(file)) as connection:
        row = connection.execute("SELECT made, list, number FROM backup").fetchone()
        return Stamp(datetime.fromisoformat(row[0]), Mark(row[1], row[2])) if row else None
    return None


def opened(file: Path) -> sqlite3.Connection:
    """A connection that only reads a file. Raises sqlite3.Error."""
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)


class Daily:
    """The backup of each day, and how long backups and the list of deletions are kept."""

    def __init__(self, kept: Kept, settings: BackupSettings, clock: Callable[[], datetime]) -> None:
        self._kept = kept
        self._settings = settings
        self._clock = clock
        self._not_before = datetime.min.replace(tzinfo=UTC)

    def tick(self) -> Path | None:
        """Make the backup of the day where it is time and none is there; its file. Raises BackupError, ChatsError."""
        now = self._clock().astimezone(UTC)
        if now.time() < self._settings.time_of_day or now < self._not_before:
            return None
        self._not_before = now + PAUSE  # should it fail
        made = self._make(now) if self._settings.automatic else None
        self._prune(now.date() - timedelta(days=self._settings.keep_days))
        self._not_before = datetime.combine(now.date() + timedelta(days=1), self._settings.time_of_day, UTC)
        return made

    def _make(self, now: datetime) -> Path | None:
        """Make it. Programs that share the folder make one together."""
        folder = self._kept.folder
        file = folder / f"chats-{now.date().isoformat()}.db"
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with FileLock(folder / ".lock", timeout=0, mode=0o600):
                if file.exists():
                    return None
                for left in folder.glob(".chats-*.new*"):  # by a program that was killed
                    left.unlink(missing_ok=True)
                back_up(self._kept, file, now)
                return file
        except Timeout:  # another program is making it
            return None
        except OSError as error:
            raise BackupError(f"{folder}: no backup can be written there: {error.strerror}") from None
        except ChatsError as error:
            raise BackupError(f"no backup was made: {error}") from None

    def _prune(self, oldest: date) -> None:
        for file in self._kept.folder.glob("chats-*.db"):
            named = _NAME.fullmatch(file.name)
            if named and date.fromisoformat(named[1]) < oldest:
                file.unlink(missing_ok=True)
        self._kept.deletions.prune(oldest)


def _write_stamp(file: Path, stamp: Stamp) -> None:
    with explained(str(file)), closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")  # it needs no file beside it
        with connection:
            connection.execute("DROP TABLE IF EXISTS backup")
            connection.execute("CREATE TABLE backup (made TEXT NOT NULL, list TEXT NOT NULL, number INTEGER NOT NULL)")
            made = stamp.made.isoformat(timespec="seconds")
            connection.execute("INSERT INTO backup VALUES (?, ?, ?)", (made, stamp.mark.file, stamp.mark.number))


def _remove(file: Path) -> None:
    for each in (file, *(file.with_name(f"{file.name}{end}") for end in ("-wal", "-shm", "-journal"))):
        each.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    """Have the disk keep what was written, before anybody relies on it."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
