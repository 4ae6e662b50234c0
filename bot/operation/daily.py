"""The backup of each day, and how long backups and the list of deletions are kept.

Of all programs that share a private database one makes it, into its own folder: those that share a file share the
folder too, and a server's database keeps who made the last one.
"""

from __future__ import annotations

import re
import shutil
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from filelock import FileLock, Timeout
from sqlalchemy import Connection

from bot.chats import apart
from bot.chats.trouble import BackupError, ChatsError
from bot.config import BackupSettings
from bot.operation.backups import Kept, back_up

PAUSE = timedelta(hours=1)  # before one that failed is tried again, by this program or by another
LEFT_SECONDS = 86_400.0  # that nobody who restores needs
_NAME = re.compile(r"chats-(\d{4}-\d\d-\d\d)(?:-\w+)?\.db", re.ASCII)


class _BusyError(Exception):
    """Another program is making it."""


class Daily:
    """See the module's description."""

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
        try:
            made = self._make(now) if self._settings.automatic else None
        except _BusyError:
            return None
        self._prune(now.date() - timedelta(days=self._settings.keep_days))
        self._not_before = datetime.combine(now.date() + timedelta(days=1), self._settings.time_of_day, UTC)
        return made

    def _make(self, now: datetime) -> Path | None:
        folder = self._kept.folder
        file = folder / f"chats-{now.date().isoformat()}.db"
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with FileLock(folder / ".lock", timeout=0, mode=0o600):
                return self._make_in_turn(file, now)
        except Timeout:
            raise _BusyError from None
        except OSError as error:
            raise BackupError(f"{folder}: no backup can be written there: {error.strerror}") from None
        except ChatsError as error:
            raise BackupError(f"no backup was made: {error}") from None

    def _make_in_turn(self, file: Path, now: datetime) -> Path | None:
        """Make it, unless it is there; nobody else is in the folder."""
        if self._kept.database.is_sqlite:
            return None if file.exists() else self._made(file, now)
        with self._turn() as connection:
            last = apart.last_made(connection)
            if last is not None and last.day >= now.date():
                return None
            made = None if file.exists() else self._made(file, now)
            apart.note_made(connection, apart.Made(now, socket.gethostname(), str(file)))
            return made

    @contextmanager
    def _turn(self) -> Iterator[Connection]:
        """A transaction during which no other program that shares the server makes one."""
        with self._kept.database.writing() as connection:  # apart from what follows, in which others need them
            apart.make(connection)
        with self._kept.database.writing() as connection:
            if not apart.takes_turn(connection):
                raise _BusyError
            yield connection

    def _made(self, file: Path, now: datetime) -> Path:
        for left in file.parent.glob(".chats-*.new*"):  # by a program that was killed
            left.unlink(missing_ok=True)
        back_up(self._kept, file, now)
        return file

    def _prune(self, oldest: date) -> None:
        folder = self._kept.folder
        for file in folder.glob("chats-*.db"):
            named = _NAME.fullmatch(file.name)
            if named and date.fromisoformat(named[1]) < oldest:
                file.unlink(missing_ok=True)
        for left in folder.glob(".restoring-*"):  # by a program that was killed: it holds what a backup holds
            if time.time() - left.stat().st_mtime > LEFT_SECONDS:
                shutil.rmtree(left, ignore_errors=True)
        self._kept.deletions.prune(oldest)
