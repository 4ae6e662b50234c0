"""The migrations lead to the tables that the code uses, whoever opens the database first."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, inspect

from bot.chats import migrations
from bot.chats.chats import Chats
from bot.chats.connection import Database
from bot.chats.tables import metadata

OPEN = "import sys; from bot.chats.chats import Chats; Chats(sys.argv[1]).open().set_language(int(sys.argv[2]), 'uk')"


def test_tables_are_what_the_code_uses(chats: Chats) -> None:
    with chats.database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
        assert set(inspect(connection).get_table_names()) == {*metadata.tables, "alembic_version"}


def test_opening_again_changes_nothing(chats: Chats, url: URL) -> None:
    chats.set_language(7, "uk")
    for _ in range(2):
        with Chats(url) as again:
            assert again.chat(7).language == "uk"


def test_several_programs_at_once(url: URL) -> None:
    programs = [
        subprocess.Popen([sys.executable, "-c", OPEN, url.render_as_string(), str(number)], stderr=subprocess.PIPE)
        for number in range(4)
    ]
    for program in programs:
        _, said = program.communicate(timeout=60)
        assert program.returncode == 0, said.decode()
    with Chats(url) as chats:
        assert [chats.chat(number).language for number in range(4)] == ["uk"] * 4


def test_a_migration_that_fails_leaves_nothing(url: URL, monkeypatch: pytest.MonkeyPatch) -> None:
    database = Database(url)

    def fail(*_: object) -> None:
        raise RuntimeError

    def tables() -> list[str]:
        with database.reading() as connection:
            return inspect(connection).get_table_names()

    with monkeypatch.context() as patch:
        patch.setattr("alembic.op.create_index", fail)
        with pytest.raises(RuntimeError):
            database.open()
    assert tables() == []
    database.open()
    assert set(tables()) == {*metadata.tables, "alembic_version"}
    database.close()


def test_one_line_of_migrations() -> None:
    scripts = ScriptDirectory.from_config(migrations.configuration())
    assert len(scripts.get_heads()) == 1
    assert all(Path(script.path).stem.startswith(f"v{script.revision}_") for script in scripts.walk_revisions())
