"""What tells the words of a package from others: the digest that whatever is made of them is kept by."""

from __future__ import annotations

from pathlib import Path

from bot.claims.database.store import Store
from bot.claims.package.reader import read_package
from tests.claims.package_edits import change
from tests.conftest import Loaded
from tests.digests.newsroom import HOUSES, NAMED, Newsroom


def test_new_claims_are_no_other_words(small_package: Path, tmp_path: Path) -> None:
    newsroom = Newsroom(small_package, tmp_path / "claims.db")
    first, revision = newsroom.store.meta.words, newsroom.store.meta.revision
    newsroom.add(HOUSES, "2024-07-02", low="400", high="400")
    newsroom.change(NAMED, low="300")
    newsroom.load()
    assert newsroom.store.meta.revision == revision + 1
    assert newsroom.store.meta.words == first
    newsroom.close()


def test_each_name_and_each_word_makes_other_words(small_package: Path, tmp_path: Path) -> None:
    words = small_package / "words" / "en.toml"
    told = set()
    with Store.open(tmp_path / "claims.db") as store:
        for edit in (
            lambda: None,
            lambda: change(small_package, "places.csv", "otterby", name_uk="Оттерберґ"),
            lambda: change(small_package, "places.csv", "otterby", aliases="Otterton"),
            lambda: change(small_package, "populations.csv", "lake-people", name_en="people of the Lake Province"),
            lambda: change(small_package, "claimants.csv", "un", aliases="UNO"),
            lambda: words.write_text(words.read_text("utf-8").replace('"killed"', '"killed", "perished"'), "utf-8"),
            lambda: words.write_text(words.read_text("utf-8").replace('"killed", ', ""), "utf-8"),
        ):
            edit()
            store.load(read_package(small_package), by="a test")
            told.add(store.meta.words)
    assert len(told) == 7


def test_a_load_of_long_ago_has_the_digest_of_its_package(quake_loaded: Loaded, small_package: Path) -> None:
    settings = quake_loaded(small_package.parent, small_package)
    (database,) = settings.storage.directory.glob("claims-*.db")
    with Store.open(database) as store:
        store.database.run("DELETE FROM meta WHERE key = 'words'")
        assert store.meta.words == store.meta.digest
