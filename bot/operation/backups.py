"""Backups of the private database. The claims are in none: their database is built from the package at any time.

A backup is a file of SQLite, whatever the database is, with one table more, which tells when it was made and how far
the list of deletions had come (`bot.chats.deletions`).
"""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Self

from bot.chats.chats import deletions_of
from bot.chats.connection import Database
from bot.chats.copying import copy_out
from bot.chats.deletions import Deletions, Mark
from bot.chats.trouble import BackupError, explained
from bot.config import Settings


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
        return cls(database, deletions_of(database, settings.storage.directory), folder_of(settings))


def folder_of(settings: Settings) -> Path:
    """Where backups are kept."""
    return settings.backup.directory or settings.storage.directory / "backups"


def exposed_data(settings: Settings) -> Iterator[Path]:
    """Files of what chats have chosen that everybody on this machine can read or write."""
    if os.name != "posix":
        return
    storage = settings.storage.directory
    beside = ("chats.db", "chats.db-*", "chats.db.damaged-*", "forgotten.log")
    for folder, pattern in (*((storage, each) for each in beside), (folder_of(settings), "*.db")):
        for file in sorted(folder.glob(pattern)):
            if _mode(file) & (stat.S_IROTH | stat.S_IWOTH):
                yield file


def shared_folders(settings: Settings) -> Iterator[Path]:
    """Folders of such files in which everybody may put, rename and remove files."""
    if os.name == "posix":
        for folder in dict.fromkeys((settings.storage.directory, folder_of(settings))):
            if _mode(folder) & stat.S_IWOTH:
                yield folder


def _mode(path: Path) -> int:
    with suppress(OSError):  # it is gone again, or was never there
        return path.stat().st_mode
    return 0


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
        _make(new)
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


def _write_stamp(file: Path, stamp: Stamp) -> None:
    with explained(str(file)), closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")  # it needs no file beside it
        with connection:
            connection.execute("DROP TABLE IF EXISTS backup")
            connection.execute("CREATE TABLE backup (made TEXT NOT NULL, list TEXT NOT NULL, number INTEGER NOT NULL)")
            made = stamp.made.isoformat(timespec="seconds")
            connection.execute("INSERT INTO backup VALUES (?, ?, ?)", (made, stamp.mark.list, stamp.mark.number))


def _make(file: Path) -> None:
    """A new file for its owner alone. It must not be there: in a folder of others it could be a link to anything."""
    os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


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
