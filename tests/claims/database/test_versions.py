"""A claim database that any released version has left behind serves on, with all that it remembers.

`fixtures/*.db.gz` were written by those versions, one for each migration but the last, and are never changed.
"""

from __future__ import annotations

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.claims.database.connection import SCHEMA
from bot.claims.database.selection import Selection
from bot.claims.database.store import Store
from bot.claims.model import Topic
from bot.claims.package.reader import read_package

FIXTURES = {file.name.removesuffix(".db.gz"): file for file in sorted((Path(__file__).parent / "fixtures").iterdir())}
KILLED = Selection(Topic("east-shore-people", "killed"))


@pytest.fixture(params=FIXTURES)
def left(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    file = tmp_path / "claims.db"
    file.write_bytes(gzip.decompress(FIXTURES[request.param].read_bytes()))
    return file


def dump(file: Path, *without: str) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables."""
    with closing(sqlite3.connect(file)) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in names if name not in without}


def test_each_version_but_this_has_left_one() -> None:
    assert tuple(FIXTURES) == SCHEMA[:-1]


def test_every_row_is_there_and_found(left: Path) -> None:
    before = dump(left, "_sqlite_migrations")
    with Store.open(left) as store:
        assert store.meta.total == 25
        assert store.meta.revision == 1
        assert store.find.total(KILLED) > 0
    after = dump(left)
    assert {name: after[name] for name in before} == before
    assert [row[2] for row in after["_sqlite_migrations"]] == list(SCHEMA)


def test_a_package_loaded_into_it_is_there_as_in_a_new_one(left: Path, small_package: Path, tmp_path: Path) -> None:
    package = read_package(small_package)
    with Store.open(left) as store, Store.open(tmp_path / "new.db") as new:
        store.load(package, by="test")
        new.load(package, by="test")
        assert store.meta.total == new.meta.total
        assert store.find.total(KILLED) == new.find.total(KILLED)
