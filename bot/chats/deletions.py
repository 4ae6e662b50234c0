"""What was deleted at somebody's wish, for backups made before it: once restored, they lose it again.

It stands in a file of its own, beside the databases and in no backup. A line has a number, the day, and a salted hash
of the id, made slowly on purpose: whoever reads the file can check an id he knows, and hardly try out all there are.
A line goes when no backup is kept any more that is older. A backup keeps the mark of how far the file had come.
"""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from filelock import FileLock, Timeout

from bot.chats.trouble import ChatsError, Trouble

FILE_NAME = "forgotten.log"
_KIND = "claimbot-forgotten-1"
# About three milliseconds: nothing for one id, much for each of the ten thousand million that there are.
_EFFORT = {"n": 2**10, "r": 8, "p": 1, "dklen": 16}
_PATIENCE_SECONDS = 10  # longer than another program's deletion may wait for the database


class LostDeletionsError(Exception):
    """What was deleted since a backup is not known (any more)."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How far the file had come: in which file, and the number of its last line."""

    file: str
    number: int


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    day: date
    digest: str

    def __str__(self) -> str:
        return f"{self.number} {self.day.isoformat()} {self.digest}\n"


@dataclass(frozen=True, slots=True)
class _Content:
    salt: str
    dropped: int  # the number of the last line that was dropped as no longer needed
    lines: tuple[_Line, ...] = ()

    @property
    def mark(self) -> Mark:
        """What it says now."""
        name = hashlib.sha256(self.salt.encode()).hexdigest()[:16]
        return Mark(name, self.lines[-1].number if self.lines else self.dropped)

    def __str__(self) -> str:
        return f"{_KIND} {self.salt} {self.dropped}\n" + "".join(map(str, self.lines))


class Deletions:
    """The file of deletions. Threads and programs may share it."""

    def __init__(self, directory: Path) -> None:
        self.path = directory / FILE_NAME
        self._lock = FileLock(f"{self.path}.lock", timeout=_PATIENCE_SECONDS, mode=0o600)

    @contextmanager
    def deleting(self, id_: int, day: date) -> Iterator[None]:
        """Write down that everything about a person or a chat is deleted, and let it be done; ChatsError.

        Nobody learns a mark in between: a backup with that mark could still hold what is being deleted.
        """
        with self._held():
            content = self._read() or _new()
            line = _Line(content.mark.number + 1, day, _digest(id_, content.salt))
            others = (one for one in content.lines if one.digest != line.digest)
            self._write(_Content(content.salt, content.dropped, (*others, line)))
            yield

    def mark(self) -> Mark:
        """How far it has come; the file is made where there is none. ChatsError."""
        with self._held():
            content = self._read()
            if content is None:
                content = _new()
                self._write(content)
            return content.mark

    def since(self, mark: Mark | None) -> Callable[[int], bool]:
        """Whether an id was deleted after a mark. LostDeletionsError where the file does not tell; ChatsError."""
        with self._explained():  # unlocked, as whoever holds it may be waiting for us: it is never half written
            content = self._read()
        if mark is None or content is None or content.mark.file != mark.file or content.dropped > mark.number:
            raise LostDeletionsError
        return _among(content, mark.number)

    def known(self) -> Callable[[int], bool]:
        """Whether an id is among all deletions that the file tells of, at whatever time; ChatsError."""
        with self._explained():
            content = self._read()
        return _among(content, 0) if content else lambda _: False

    def prune(self, before: date) -> int:
        """Drop what no backup needs that is from that day or later; how many lines. ChatsError."""
        with self._held():
            content = self._read()
            if content is None:
                return 0
            kept = tuple(line for line in content.lines if line.day >= before)
            dropped = [line.number for line in content.lines if line.day < before]
            if dropped:
                self._write(_Content(content.salt, max(dropped), kept))
            return len(dropped)

    @contextmanager
    def _held(self) -> Iterator[None]:
        """Hold the file against other programs."""
        with self._explained(), self._lock:
            yield

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

    def _read(self) -> _Content | None:
        try:
            head, *lines = self.path.read_text(encoding="ascii").splitlines()
            kind, salt, dropped = head.split()
            if kind != _KIND:
                raise ValueError(kind)
            return _Content(salt, int(dropped), tuple(_lines(lines)))
        except FileNotFoundError:
            return None
        except ValueError:
            raise ChatsError(Trouble.DAMAGED, str(self.path), "not a list of deletions") from None

    def _write(self, content: _Content) -> None:
        """Write it whole, beside the old one and then in its place: it is never half there."""
        new = self.path.with_name(f"{self.path.name}.new")
        try:
            with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii") as file:
                file.write(str(content))
                file.flush()
                os.fsync(file.fileno())
            new.replace(self.path)
        finally:
            new.unlink(missing_ok=True)


def _new() -> _Content:
    return _Content(secrets.token_hex(16), 0)


def _lines(written: Iterable[str]) -> Iterator[_Line]:
    for one in written:
        number, day, digest = one.split()
        yield _Line(int(number), date.fromisoformat(day), digest)


def _among(content: _Content, number: int) -> Callable[[int], bool]:
    """Whether an id is in a line with a higher number."""
    digests = {line.digest for line in content.lines if line.number > number}
    return lambda id_: bool(digests) and _digest(id_, content.salt) in digests


def _digest(id_: int, salt: str) -> str:
    return hashlib.scrypt(str(id_).encode(), salt=bytes.fromhex(salt), **_EFFORT).hex()
