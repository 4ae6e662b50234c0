"""Both databases mean the same by the same error of SQLite, and have a remedy for each."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from bot.chats import trouble
from bot.chats.trouble import ChatsError, RefusedError
from bot.claims.database import connection
from bot.claims.database.connection import StoreError
from bot.sqlite_trouble import FileTrouble, trouble_with_file


def error(code: int, kind: type[sqlite3.Error] = sqlite3.OperationalError) -> sqlite3.Error:
    made = kind("said")
    made.sqlite_errorcode = code
    return made


@pytest.mark.parametrize(
    ("code", "found"),
    [
        (sqlite3.SQLITE_BUSY, FileTrouble.LOCKED),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, FileTrouble.LOCKED),
        (sqlite3.SQLITE_LOCKED, FileTrouble.LOCKED),
        (sqlite3.SQLITE_READONLY_DBMOVED, FileTrouble.READ_ONLY),
        (sqlite3.SQLITE_CORRUPT, FileTrouble.DAMAGED),
        (sqlite3.SQLITE_NOTADB, FileTrouble.DAMAGED),
        (sqlite3.SQLITE_FULL, FileTrouble.FULL),
        (sqlite3.SQLITE_CANTOPEN, FileTrouble.UNREADABLE),
        (sqlite3.SQLITE_IOERR_READ, FileTrouble.UNREADABLE),
    ],
)
def test_both_databases_say_so(code: int, found: FileTrouble) -> None:
    assert trouble_with_file(error(code)) == found
    with pytest.raises(StoreError) as claims, connection.explained(Path("claims.db")):
        raise error(code, sqlite3.DatabaseError)
    with pytest.raises(ChatsError) as chats, trouble.explained("chats.db"):
        raise error(code, sqlite3.DatabaseError)
    assert claims.value.trouble == chats.value.trouble == found
    assert str(claims.value).partition(": ")[2] and str(chats.value).partition(": ")[2]


@pytest.mark.parametrize("kind", [sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.InterfaceError])
def test_what_is_not_about_the_file_is_not_told_as_if_it_were(kind: type[sqlite3.Error]) -> None:
    with pytest.raises(kind), connection.explained(Path("claims.db")):
        raise error(sqlite3.SQLITE_CONSTRAINT, kind)
    with pytest.raises(RefusedError), trouble.explained("chats.db"):
        raise error(sqlite3.SQLITE_CONSTRAINT, kind)
