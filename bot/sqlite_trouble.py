"""What is wrong with a file of SQLite, by the code of an error: for the claim database and the private one alike."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class FileTrouble(StrEnum):
    """The words that both databases have for it."""

    LOCKED = "locked"
    READ_ONLY = "read-only"
    DAMAGED = "damaged"
    FULL = "full"
    UNREADABLE = "unreadable"


# SQLite's primary result codes; codes not listed mean that the file cannot be used as it is.
_TROUBLES: Mapping[int, FileTrouble] = MappingProxyType(
    {
        sqlite3.SQLITE_BUSY: FileTrouble.LOCKED,
        sqlite3.SQLITE_LOCKED: FileTrouble.LOCKED,
        sqlite3.SQLITE_READONLY: FileTrouble.READ_ONLY,
        sqlite3.SQLITE_CORRUPT: FileTrouble.DAMAGED,
        sqlite3.SQLITE_NOTADB: FileTrouble.DAMAGED,
        sqlite3.SQLITE_FULL: FileTrouble.FULL,
    }
)


def trouble_with_file(error: sqlite3.Error) -> FileTrouble | None:
    """What an error says of the file; None where it is about the data or our own SQL."""
    if isinstance(error, sqlite3.IntegrityError | sqlite3.InterfaceError | sqlite3.ProgrammingError):
        return None
    return _TROUBLES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, FileTrouble.UNREADABLE)
