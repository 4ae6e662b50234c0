"""Putting a backup in place of what the private database holds, without what was deleted since it was made."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.chats.connection import Database, file_url
from bot.chats.copying import copy_file, copy_in, has_rows
from bot.chats.forgetting import forget_again
from bot.chats.tables import deliveries
from bot.chats.trouble import BackupError, ChatsError, Trouble
from bot.digests.delivery.leader import Leader
from bot.digests.delivery.outbox import Outbox
from bot.digests.model import DeliveryState
from bot.operation.backups import Kept, back_up, opened, read_stamp


@dataclass(frozen=True, slots=True)
class Restored:
    """What came of it."""

    forgotten: int  # persons and chats that had been deleted since
    before: Path | None  # a backup of what was there before; None: there was nothing
    damaged: Path | None  # where a damaged file was put


def restore(kept: Kept, file: Path, at: datetime, *, lost: bool = False) -> Restored:
    """Put a backup in place of what the database holds, whether the bot runs or not. All of it happens, or nothing.

    What is there now goes into a backup of its own first. `lost`: go on though the list of deletions does not reach
    back to the backup, and delete again all that it does tell of. Raises LostDeletionsError, BackupError, ChatsError.
    """
    database, deletions = kept.database, kept.deletions
    check(file)
    stamp = read_stamp(file)
    so_far = deletions.mark()
    deleted = deletions.known() if lost else deletions.since(stamp.mark if stamp else None)
    with _scratch(kept.folder) as scratch:
        source = Database(file_url(scratch))
        try:
            forgotten = _prepare(source, file, deleted, at)
            damaged = _open(database, at)
            before = _keep(kept, at)
            copy_in(source, database, lambda rows: forget_again(rows, deletions.since(so_far)))
        finally:
            source.close()
    return Restored(forgotten, before, damaged)


@contextmanager
def _scratch(folder: Path) -> Iterator[Path]:
    """A folder that nobody else may read, gone afterwards; after a kill `bot.operation.daily` removes it."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        made = TemporaryDirectory(prefix=".restoring-", dir=folder)
    except OSError as error:
        raise BackupError(f"{folder}: nothing can be written there: {error.strerror}") from None
    with made as scratch:
        yield Path(scratch)


def check(file: Path) -> None:
    """Look whether a file is a backup. Raises BackupError where it is none."""
    with _explained(file), closing(opened(file)) as connection:
        connection.execute("SELECT version_num FROM alembic_version")
        active = connection.execute("SELECT name FROM sqlite_master WHERE type IN ('view', 'trigger')").fetchone()
    if active:  # none that we made has any: they would run when its rows are read or deleted
        raise BackupError(f"{file}: this is no backup of claimbot")


@contextmanager
def _explained(file: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error:
        raise BackupError(f"{file}: this is no backup of claimbot") from None


def _prepare(source: Database, file: Path, deleted: Callable[[int], bool], at: datetime) -> int:
    """Copy a backup to where it may be changed, bring its tables up to date, and delete again what was deleted."""
    assert source.file is not None
    with _explained(file), closing(opened(file)) as connection:
        copy_file(connection, source.file)
    try:
        source.open()
        source.check()
    except ChatsError as error:
        if error.trouble is Trouble.DAMAGED:
            raise BackupError(f"{file}: this backup is damaged ({error.detail}); take another") from None
        raise
    _doubt(source, at)
    with source.writing() as rows:
        return forget_again(rows, deleted)


def _doubt(source: Database, at: datetime) -> None:
    """Of what was due when the backup was made nobody knows any more whether it was sent: not again unasked."""
    due = (deliveries.c.state == DeliveryState.QUEUED.value) & (deliveries.c.next_attempt_at <= at)
    with source.writing() as rows:
        rows.execute(deliveries.update().where(due).values(state=DeliveryState.SENDING.value, next_attempt_at=None))
    Outbox(source, lambda: at).recover()


def _open(database: Database, at: datetime) -> Path | None:
    """Open a database, or a new one where its file is damaged, which is put aside; where to."""
    try:
        database.open()
        database.check()
    except ChatsError as error:
        if error.trouble is not Trouble.DAMAGED or database.file is None:
            raise
        aside = _put_aside(database, database.file, at)
        database.open()
        return aside
    return None


def _put_aside(database: Database, file: Path, at: datetime) -> Path:
    leader = Leader(database)
    if not leader.lead():
        raise BackupError(f"{file}: it is damaged, and a running bot has it open; stop the bot and try again")
    try:
        database.close()
        aside = file.with_name(f"{file.name}.damaged-{at:%Y%m%d-%H%M%S}")
        for end in ("", "-wal", "-shm"):
            each = file.with_name(file.name + end)
            if each.exists():
                shutil.move(each, f"{aside}{end}")
        return aside
    finally:
        leader.resign()


def _keep(kept: Kept, at: datetime) -> Path | None:
    """Back up what is there now."""
    if not has_rows(kept.database):
        return None
    before = kept.folder / f"chats-{at:%Y-%m-%d}-before_restore_{at:%H%M%S}.db"
    back_up(kept, before, at)
    return before
