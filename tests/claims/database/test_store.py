"""The store as a file: what opening tells, who may read while another loads, and that people can read it."""

from __future__ import annotations

import asyncio
import json
import os
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from datasette.app import Datasette
from sqlite_utils import Database

from bot.claims.database.connection import SCHEMA
from bot.claims.database.migrations import MIGRATIONS
from bot.claims.database.selection import Selection
from bot.claims.database.store import Store, StoreError, Trouble
from bot.claims.model import Method, Topic
from bot.claims.package.reader import read_package
from bot.claims.tables import TABLES
from tests.claims.package_edits import change
from tests.conftest import QUAKE

ON_THE_EAST_SHORE = Selection(Topic("east-shore-people", "killed"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "claims.db"


@pytest.fixture
def loaded(path: Path, small_package: Path) -> Path:
    with Store.open(path) as store:
        store.load(read_package(small_package), by="test")
    return path


class TestTrouble:
    def trouble(self, path: Path, *, create: bool = True) -> StoreError:
        with pytest.raises(StoreError) as caught, Store.open(path, create=create) as store:
            store.find.total(ON_THE_EAST_SHORE)
        return caught.value

    def test_missing(self, path: Path) -> None:
        assert self.trouble(path, create=False).trouble is Trouble.MISSING
        assert not path.exists()

    def test_folder_missing(self, path: Path) -> None:
        assert self.trouble(path / "deeper" / "claims.db").trouble is Trouble.UNREADABLE

    def test_empty_is_not_a_database_without_figures(self, path: Path) -> None:
        assert self.trouble(path).trouble is Trouble.EMPTY

    def test_not_a_database(self, path: Path) -> None:
        path.write_bytes(b"a letter to the editor " * 100)
        assert self.trouble(path).trouble is Trouble.DAMAGED

    def test_damaged_pages(self, loaded: Path) -> None:
        with closing(sqlite3.connect(loaded)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        content = loaded.read_bytes()
        loaded.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
        assert self.trouble(loaded).trouble is Trouble.DAMAGED

    def test_made_by_a_newer_program(self, loaded: Path) -> None:
        with closing(sqlite3.connect(loaded)) as connection, connection:
            connection.execute(
                "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('claims', '9999_later', '')"
            )
        assert self.trouble(loaded).trouble is Trouble.NEWER

    @pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only to root")
    def test_read_only(self, loaded: Path) -> None:
        loaded.chmod(0o444)
        with Store.open(loaded) as store, pytest.raises(StoreError) as caught, store.database.writing():
            store.database.run("DELETE FROM words")
        assert caught.value.trouble is Trouble.READ_ONLY

    def test_locked(self, loaded: Path, small_package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("bot.claims.database.connection.LOCK_TIMEOUT_SECONDS", 0.05)
        change(small_package, "claims.csv", "lake-courier-2024-05-20-lake-people-killed", method="register")
        with closing(sqlite3.connect(loaded)) as other, Store.open(loaded) as store:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreError) as caught:
                store.load(read_package(small_package), by="test")
            assert caught.value.trouble is Trouble.LOCKED
            assert store.find.total(ON_THE_EAST_SHORE) == 2  # reading goes on

    def test_says_what_where_and_what_to_do(self, path: Path) -> None:
        said = str(self.trouble(path, create=False))
        assert str(path) in said
        assert "load a claim package" in said


class TestTwoConnections:
    def test_a_load_elsewhere_is_seen(self, loaded: Path, small_package: Path) -> None:
        with Store.open(loaded) as reader:
            assert (reader.meta.revision, reader.catalog.claimants["lake-courier"].name("en")) == (1, "Lake Courier")
            change(small_package, "claimants.csv", "lake-courier", name_en="The Lake Courier")
            with Store.open(loaded) as writer:
                writer.load(read_package(small_package), by="another process")
            assert (reader.meta.revision, reader.catalog.claimants["lake-courier"].name("en")) == (
                2,
                "The Lake Courier",
            )

    def test_queries_held_to_one_state(self, loaded: Path, small_package: Path) -> None:
        id_ = "lake-courier-2024-05-20-lake-people-killed"
        change(small_package, "claims.csv", id_, method="register")
        with Store.open(loaded) as reader, Store.open(loaded) as writer:
            with reader.reading():
                before = reader.find.figure(id_)
                writer.load(read_package(small_package), by="test")
                assert reader.find.figure(id_) == before
            after = reader.find.figure(id_)
        assert before is not None and before.method is Method.NAMED_LIST
        assert after is not None and after.method is Method.REGISTER

    def test_one_store_for_each_thread(self, loaded: Path) -> None:
        totals: list[int] = []

        def count() -> None:
            with Store.open(loaded, create=False) as store:
                totals.extend(store.find.total(ON_THE_EAST_SHORE) for _ in range(50))

        threads = [threading.Thread(target=count) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert totals == [2] * 200

    def test_many_may_build_it_at_once(self, path: Path, small_package: Path) -> None:
        start, package = threading.Barrier(6), read_package(small_package)
        repeated: list[bool] = []

        def build() -> None:
            start.wait()
            with Store.open(path) as store:
                repeated.append(store.load(package, by="test").repeated)

        threads = [threading.Thread(target=build) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(repeated) == [False] + [True] * 5


class TestCatalog:
    @pytest.fixture
    def store(self, loaded: Path) -> Store:
        return Store.open(loaded)

    def test_entries_keep_their_columns(self, store: Store) -> None:
        house = store.catalog.objects["house"]
        assert (house.name("uk"), house.parent) == ("житлові будинки", "building")
        courier = store.catalog.claimants["lake-courier"]
        assert courier.aliases == ("the Courier",)
        assert courier.attributes == {"kind": "media", "counts_itself": "1"}
        assert store.catalog.measures["injured"].attributes["definition_en"].startswith("treated in a hospital")
        assert store.catalog.notes["names-are-a-minimum"].attributes == {"author": "the editors"}
        assert store.catalog.caveats["estimate"].name("ru") == "Оценка, а не подсчёт."
        assert store.catalog.publishers["northern-wire"].name("uk") == "Northern Wire"
        assert store.catalog.glossary["earthquake"].aliases == ("killer quake", "Judgement Day")
        assert store.catalog.spokespersons["tomas-reed"].attributes["claimant"] == "lake-government"
        assert set(store.catalog.places) == {"lake-province", "millbrook", "otterby"}
        assert store.catalog.subjects["rescued"].name("en") == "people pulled out alive"
        assert store.catalog.parties == {}

    def test_what_is_above_and_below(self, store: Store) -> None:
        assert store.catalog.root("lake-health") == "lake-government"
        assert store.catalog.root("un") == "un"
        assert store.catalog.below("claimants", "lake-government") == {"lake-government", "lake-health"}
        assert store.catalog.below("populations", "lake-people") == {
            "lake-people",
            "east-shore-people",
            "west-shore-people",
        }

    def test_words_and_texts(self, store: Store) -> None:
        forms = {(word.language, word.kind, word.target, word.form) for word in store.words()}
        assert ("en", "measure", "missing", "unaccounted for") in forms
        assert ("ru", "object", "house", "домов") in forms
        assert store.texts("uk") == (QUAKE / "texts" / "uk.ftl").read_text(encoding="utf-8")
        assert store.texts("fr") == ""

    def test_meta(self, store: Store, small_package: Path) -> None:
        package = read_package(small_package)
        meta = store.meta
        assert (meta.package, meta.version, meta.digest) == (
            package.descriptor.name,
            package.descriptor.version,
            package.digest,
        )
        assert (meta.start.isoformat(), meta.newest.isoformat()) == ("2024-05-01", "2024-05-31")
        assert (meta.languages, meta.fell_silent_days, meta.revision) == (("en", "uk", "ru"), 90, 1)


class TestReadableByPeople:
    def test_tables_have_the_columns_of_the_package(self, loaded: Path) -> None:
        skipped = {"series", "series_columns"}  # what they come to is in claims, sources and appearances
        with closing(sqlite3.connect(loaded)) as connection:
            for model in TABLES:
                if model.table not in skipped:
                    columns = {row[1] for row in connection.execute(f'PRAGMA table_info("{model.table}")')}
                    assert set(model.model_fields) <= columns, model.table

    def test_no_reference_dangles(self, loaded: Path) -> None:
        with closing(sqlite3.connect(loaded)) as connection:
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]

    def test_datasette_shows_names_for_ids(self, loaded: Path) -> None:
        async def rows(query: str) -> list[dict[str, object]]:
            answer = await Datasette([str(loaded)]).client.get(f"/claims/{query}&_shape=array")
            return list(json.loads(answer.text))

        claims = asyncio.run(rows("claims.json?_labels=on&id=lake-government-2024-05-03-lake-people-missing"))
        assert claims[0]["claimant"] == {"value": "lake-government", "label": "Government of Lake Province"}
        assert claims[0]["spokesperson"] == {"value": "tomas-reed", "label": "Tomas Reed"}
        figures = asyncio.run(rows("figures.json?id=lake-government-2024-05-03-lake-people-missing"))
        assert (figures[0]["claimant"], figures[0]["publisher"]) == ("Government of Lake Province", "Lake Courier")
        found = asyncio.run(rows("claim_texts.json?_search=governor+missing"))
        assert [row["claim"] for row in found] == ["lake-government-2024-05-03-lake-people-missing"]


def test_the_schema_is_what_the_migrations_make(tmp_path: Path) -> None:
    """The names are told apart from the migrations so that opening a file need not import them."""
    known = MIGRATIONS.pending(Database(memory=True))
    assert tuple(migration.name for migration in known) == SCHEMA
