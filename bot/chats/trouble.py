"""What can be wrong with the private database, and what to do about it.

A reader of the message is an operator: it names the file or server (never a password) and the remedy, and neither
statements nor their values, which are about persons.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from types import MappingProxyType

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from bot.sqlite_trouble import trouble_with_file


class Trouble(StrEnum):
    """What is wrong with the private database; the programs around it have a text for each."""

    LOCKED = "locked"
    READ_ONLY = "read-only"
    DAMAGED = "damaged"
    FULL = "full"
    NEWER = "newer"  # made by a newer version of this program
    OLDER = "made by an older version"
    UNREADABLE = "unreadable"
    UNREACHABLE = "unreachable"  # the server does not answer, or refuses this user
    UNSUPPORTED = "unsupported"  # the address is of no kind that is known here
    NO_DRIVER = "without a driver"


_REMEDIES: Mapping[Trouble, str] = MappingProxyType(
    {
        Trouble.LOCKED: "another program is writing to it: wait for it to end and try again",
        Trouble.READ_ONLY: "give this user the right to write to it (to the file and to its folder) and try again",
        Trouble.DAMAGED: "restore a backup (claimbot restore FILE), or move the file away to begin with an empty one",
        Trouble.FULL: "free space on the disk and try again",
        Trouble.NEWER: "install the version of this program that made it, or a newer one",
        Trouble.OLDER: "start the bot once, which brings its tables up to date, or use the server's own pg_dump",
        Trouble.UNREADABLE: "check that storage.directory or storage.chats_url names a database that this user may use",
        Trouble.UNREACHABLE: "check that the server runs, and its name, user and password in storage.chats_url",
        Trouble.UNSUPPORTED: "write storage.chats_url as postgresql://user@host/name, or leave it out to use a file",
        Trouble.NO_DRIVER: "install this program with its PostgreSQL driver: pip install 'claimbot[postgresql]'",
    }
)

# PostgreSQL's SQLSTATE, or the class that its first two characters name.
_POSTGRESQL: Mapping[str, Trouble] = MappingProxyType(
    {
        "08": Trouble.UNREACHABLE,
        "28": Trouble.UNREACHABLE,  # the user or the password is wrong
        "3D": Trouble.UNREACHABLE,  # there is no such database
        "53": Trouble.UNREACHABLE,  # too many connections, no memory
        "57": Trouble.UNREACHABLE,  # the server is starting or stopping
        "25006": Trouble.READ_ONLY,
        "42501": Trouble.READ_ONLY,  # the right to a table is missing
        "40": Trouble.LOCKED,  # a deadlock, or two transactions in each other's way
        "55P03": Trouble.LOCKED,
        "57014": Trouble.LOCKED,  # a statement waited too long
        "53100": Trouble.FULL,
        "XX": Trouble.DAMAGED,
    }
)


class ChatsError(Exception):
    """The private database cannot be used: what is wrong, with which one, and what to do."""

    def __init__(self, trouble: Trouble, where: str, detail: str = "") -> None:
        self.trouble = trouble
        self.where = where
        self.detail = detail
        said = f" ({detail})" if detail else ""
        super().__init__(f"{where}: the database of chats is {trouble}{said}: {_REMEDIES[trouble]}")


class BackupError(Exception):
    """A backup cannot be made or put back: the message says which, and what to do."""


class RefusedError(Exception):
    """The database refused a statement: the fault is in this program or in what it was given, not in the database."""


@contextmanager
def explained(where: str) -> Iterator[None]:
    """Turn a database's errors about itself into a ChatsError, and those about our statements into a RefusedError.

    What they came of is not shown with them: SQLAlchemy's and the driver's messages can hold whole rows.
    """
    try:
        yield
    except PoolTimeoutError as error:
        raise ChatsError(Trouble.LOCKED, where, "all connections are in use") from error
    except OverflowError as error:  # sqlite3's word for a number that no column can hold
        raise RefusedError(str(error)) from None
    except (DBAPIError, sqlite3.Error) as error:
        said = error.orig if isinstance(error, DBAPIError) else error
        trouble = _of_sqlite(said) if isinstance(said, sqlite3.Error) else _of_postgresql(said)
        if trouble is None:
            raise RefusedError(f"{type(said).__name__}: {_words(said)}") from None
        raise ChatsError(trouble, where, _words(said)) from None


def _words(error: BaseException | None) -> str:
    """The driver's own words on one line. PostgreSQL's details are left out: they show the row."""
    primary = getattr(getattr(error, "diag", None), "message_primary", None)
    return " ".join(str(primary or error).split())


def _of_sqlite(error: sqlite3.Error) -> Trouble | None:
    found = trouble_with_file(error)
    return Trouble(found) if found else None


def _of_postgresql(error: BaseException | None) -> Trouble | None:
    state = getattr(error, "sqlstate", None)
    if state is None:  # the driver itself found no server, or lost it
        return Trouble.UNREACHABLE if type(error).__name__ == "OperationalError" else None
    return _POSTGRESQL.get(state) or _POSTGRESQL.get(state[:2])
