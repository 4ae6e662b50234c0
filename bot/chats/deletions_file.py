"""The list of deletions of a private database in a file: a file beside it, which outlives what happens to it."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from filelock import FileLock, Timeout
from sqlalchemy import Connection

from bot.chats.connection import Database
from bot.chats.deletions import Content, Deletions, Line, Mark, digest, new
from bot.chats.trouble import ChatsError, Trouble

FILE_NAME = "forgotten.log"
_KIND = "claimbot-forgotten-1"
_PATIENCE_SECONDS = 10  # longer than another program's deletion may wait for the database


class ListFile:
    """The file. Threads and programs may share it."""

    def __init__(self, directory: Path) -> None:
        self.path = directory / FILE_NAME
        self._lock = FileLock(f"{self.path}.lock", timeout=_PATIENCE_SECONDS, mode=0o600)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold it against other programs. ChatsError."""
        with self._explained(), self._lock:
            yield

    def read(self) -> Content | None:
        """What it holds; None where it is not there. It need not be held: it is never half written. ChatsError."""
        with self._explained():
            try:
                written = self.path.read_text(encoding="ascii", errors="replace")
            except FileNotFoundError:
                return None
        try:
            return _content(written)
        except ValueError:
            raise ChatsError(Trouble.DAMAGED, str(self.path), "not a list of deletions") from None

    def write(self, content: Content) -> None:
        """Write it whole, beside the old one and then in its place; whoever writes holds it."""
        head = f"{_KIND} {content.salt} {content.dropped}\n"
        lines = (f"{line.number} {line.day.isoformat()} {line.digest}\n" for line in content.lines)
        new_ = self.path.with_name(f"{self.path.name}.new")
        try:
            with os.fdopen(os.open(new_, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii") as file:
                file.write("".join((head, *lines)))
                file.flush()
                os.fsync(file.fileno())
            new_.replace(self.path)
        finally:
            new_.unlink(missing_ok=True)

    def prune(self, before: date) -> int:
        """Drop the lines of days before; how many. ChatsError."""
        with self.held():
            content = self.read()
            if content is None:
                return 0
            kept = tuple(line for line in content.lines if line.day >= before)
            dropped = [line.number for line in content.lines if line.day < before]
            if dropped:
                self.write(replace(content, dropped=max(dropped), lines=kept))
            return len(dropped)

    def remove(self, salt: str) -> None:
        """Remove it where it is the list that has this salt. ChatsError."""
        if self.path.exists():
            with self.held():
                content = self.read()
                if content is not None and content.salt == salt:
                    self.path.unlink()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Tell what is wrong with the file as of a database."""
        try:
            yield
        except Timeout:
            raise ChatsError(Trouble.LOCKED, str(self.path)) from None
        except OSError as error:
            full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
            trouble = Trouble.FULL if full else Trouble.READ_ONLY if self.path.is_file() else Trouble.UNREADABLE
            raise ChatsError(trouble, str(self.path), error.strerror or "") from None


class FileDeletions(Deletions):
    """See the module's description."""

    def __init__(self, database: Database, directory: Path) -> None:
        self.file = ListFile(directory)
        self.where = str(self.file.path)
        self._database = database

    @contextmanager
    def deleting(self, id_: int, day: date) -> Iterator[Connection]:
        """First it is written down, then done, and nobody learns a mark in between."""
        with self.file.held():
            content = self.file.read() or new()
            line = Line(content.last + 1, day, digest(id_, content.salt))
            others = (one for one in content.lines if one.digest != line.digest)
            self.file.write(replace(content, last=line.number, lines=(*others, line)))
            with self._database.writing() as connection:
                yield connection

    def mark(self) -> Mark:
        """See Deletions."""
        with self.file.held():
            content = self.file.read()
            if content is None:
                content = new()
                self.file.write(content)
            return content.mark

    def prune(self, before: date) -> int:
        """See Deletions."""
        return self.file.prune(before)

    def content(self) -> Content | None:
        """See Deletions. Unlocked, as whoever holds it may be waiting for us."""
        return self.file.read()


def _content(written: str) -> Content:
    """What a text tells. ValueError where it is no list."""
    head, *rest = written.splitlines() or [""]
    kind, salt, dropped = head.split()
    if kind != _KIND:
        raise ValueError(kind)
    lines = tuple(_lines(rest))
    return Content(salt, max([int(dropped), *(line.number for line in lines)]), int(dropped), lines)


def _lines(written: Iterable[str]) -> Iterator[Line]:
    for one in written:
        number, day, digest_ = one.split()
        yield Line(int(number), date.fromisoformat(day), digest_)
