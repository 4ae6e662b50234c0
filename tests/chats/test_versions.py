"""A database that any released version has left behind is brought up to date with every row that it holds.

`fixtures/v*.sql` were written by those versions, one for each migration, and are never changed. Whoever adds a
migration adds the dump of the version before it.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, inspect, select

from bot.chats import migrations
from bot.chats.chats import Chats, file_url
from bot.chats.connection import Database
from bot.chats.model import Asker, Presence
from bot.chats.tables import metadata
from bot.digests.model import DeliveryState, State
from tests.chats.conftest import START, Clock
from tests.chats.filling import everything
from tests.digests.desk import Desk, claims_in

FIXTURES = {file.stem.removeprefix("v"): file for file in sorted((Path(__file__).parent / "fixtures").glob("v*.sql"))}
ANN, GROUP = 7001, -1001


@pytest.fixture(params=FIXTURES)
def version(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def left(url: URL, version: str, tmp_path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """The rows that this version left, which are in the database at `url` now, in its tables."""
    (tmp_path / "storage").mkdir(exist_ok=True)
    if url.get_backend_name() == "sqlite":
        load(version, Path(str(url.database)))
        return rows_of(Database(url))
    load(version, tmp_path / "chats.db")
    return copied(Database(file_url(tmp_path)), Database(url), version)


def load(version: str, file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(FIXTURES[version].read_text(encoding="utf-8"))


def rows_of(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of the tables that are there."""
    with database.reading() as connection:
        there = set(inspect(connection).get_table_names())
        tables = [table for table in metadata.sorted_tables if table.name in there]
        return {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))]
            for table in tables
        }


def copied(source: Database, target: Database, version: str) -> dict[str, list[tuple[Any, ...]]]:
    """The same on a server, in the tables that this version made there."""
    rows = rows_of(source)
    with target.writing() as connection:
        config = migrations.configuration()
        config.attributes["connection"] = connection
        command.upgrade(config, version)
        for table in metadata.sorted_tables:
            for row in rows.get(table.name, ()):
                connection.execute(table.insert().values(row))
    return rows


def test_each_version_has_left_one() -> None:
    known = {script.revision for script in ScriptDirectory.from_config(migrations.configuration()).walk_revisions()}
    assert known == set(FIXTURES)


def test_every_row_is_there_after_it(url: URL, left: dict[str, list[tuple[Any, ...]]]) -> None:
    assert {"chats", "receipts"} <= set(left) and all(left.values())
    with Chats(url) as chats:
        found = everything(chats.database)
        assert {name: found[name] for name in left} == left
        with chats.database.reading() as connection:
            assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_it_is_understood_as_it_was_meant(url: URL, left: dict[str, list[tuple[Any, ...]]], clock: Clock) -> None:
    with Chats(url, clock=clock) as chats:
        assert chats.chat(ANN).language == "uk"
        group = chats.chat(GROUP)
        assert (group.language, group.topics) == ("ru", ("people/killed",))
        assert (group.presence, group.can_hear, group.presence_since) == (Presence.ADMIN, True, START)
        receipt = chats.receipt("m6tkokbw")
        assert receipt and receipt.shown == [{"head": "people ґ"}] and receipt.created == START
        answer = chats.answer_shown_by(GROUP, 11)
        assert answer and answer.slots == {"topic": "people/killed"} and answer.asker == Asker(GROUP, ANN, 3)
        assert [(one.helpful, one.unhelpful) for one in chats.feedback_counts(START.date())] == [(1, 1)]
        assert [one.text for one in chats.editor_questions()] == ["When was the first?"]
        assert chats.seen_update(99)
        if "subscriptions" in left:
            goes_on(Desk(chats, clock))


def goes_on(desk: Desk) -> None:
    """The digests of that version are delivered."""
    (mine,), (groups,) = desk.digests.of_chat(ANN), desk.digests.of_chat(GROUP)
    assert (mine.state, groups.owner) == (State.ACTIVE, ANN)
    assert [one.state for one in desk.digests.history(mine.id, ANN)] == [DeliveryState.QUEUED, DeliveryState.SENT]
    desk.clock.forward(days=2)
    assert desk.digests.draft(ANN, ANN) == {"step": "topics"}
    assert [claims_in(each) for each in desk.send()] == [["third"], ["third"]]
