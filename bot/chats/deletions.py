"""What was deleted at somebody's wish, for backups made before it: once restored, they lose it again.

The list of deletions is in no backup, and no restoring touches it. A line has a number, the day, and a salted hash of
the id, made slowly on purpose: whoever reads the list can check an id he knows, and hardly try out all there are. A
line goes when no backup is kept any more that is older. A backup keeps the mark of how far the list had come.

All programs that share a private database share one list: of a database in a file it is a file beside it
(`bot.chats.deletions_file`), so that it outlives the database's damage; of a server's it is a table there
(`bot.chats.deletions_table`), so that each machine knows what another has deleted.
"""

from __future__ import annotations

import hashlib
import secrets
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

# About three milliseconds: nothing for one id, much for each of the ten thousand million that there are.
_EFFORT = {"n": 2**10, "r": 8, "p": 1, "dklen": 16}


class LostDeletionsError(Exception):
    """What was deleted since a backup is not known (any more)."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a list had come: which list, and the number of its last line."""

    list: str
    number: int


@dataclass(frozen=True, slots=True)
class Line:
    """That somebody's or some chat's data were deleted."""

    number: int
    day: date
    digest: str


@dataclass(frozen=True, slots=True)
class Content:
    """What a list holds."""

    salt: str
    last: int  # the number of the last line there ever was
    dropped: int  # that of the last one that went as no longer needed
    lines: tuple[Line, ...] = ()

    @property
    def mark(self) -> Mark:
        """How far it has come."""
        return Mark(hashlib.sha256(self.salt.encode()).hexdigest()[:16], self.last)

    def among(self, number: int) -> Callable[[int], bool]:
        """Whether an id is in a line with a higher number."""
        digests = {line.digest for line in self.lines if line.number > number}
        return lambda id_: bool(digests) and digest(id_, self.salt) in digests


class Deletions(ABC):
    """A list of deletions. Threads and programs may share it."""

    where: str  # for messages

    @abstractmethod
    def deleting(self, id_: int, day: date) -> AbstractContextManager[Connection]:
        """A transaction in which everything about a person or a chat is deleted, which the list tells of; ChatsError.

        Whoever makes a backup meanwhile has a copy without what is deleted, or a mark that comes before it.
        """

    @abstractmethod
    def mark(self) -> Mark:
        """How far it has come; the list is begun where there is none. ChatsError."""

    @abstractmethod
    def prune(self, before: date) -> int:
        """Drop what no backup needs that is from that day or later; how many lines. ChatsError."""

    @abstractmethod
    def content(self) -> Content | None:
        """What it holds; None where it was never begun. ChatsError."""

    def since(self, mark: Mark | None) -> Callable[[int], bool]:
        """Whether an id was deleted after a mark. LostDeletionsError where the list does not tell; ChatsError."""
        found = self.content()
        if mark is None or found is None or found.mark.list != mark.list:
            raise LostDeletionsError
        if not found.dropped <= mark.number <= found.last:  # what it has forgotten, and what it never learnt
            raise LostDeletionsError
        return found.among(mark.number)

    def known(self) -> Callable[[int], bool]:
        """Whether an id is among all deletions that the list tells of, at whatever time; ChatsError."""
        found = self.content()
        return found.among(0) if found else lambda _: False


def new() -> Content:
    """A list without a line."""
    return Content(secrets.token_hex(16), 0, 0)


def digest(id_: int, salt: str) -> str:
    """What stands for an id in the list that has this salt."""
    return hashlib.scrypt(str(id_).encode(), salt=bytes.fromhex(salt), **_EFFORT).hex()
