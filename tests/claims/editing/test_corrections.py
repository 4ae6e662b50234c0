"""The public log of corrections."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.claims.database.store import Store
from bot.claims.editing.corrections import corrections
from bot.claims.model import Change
from bot.claims.package.reader import read_package
from tests.claims.package_edits import change, remove
from tests.conftest import QUAKE

NAMES = "lake-courier-2024-05-20-lake-people-killed"
HOUSES = "lake-government-2024-05-03-lake-people-destroyed-house"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "claims.db") as opened:
        opened.load(read_package(QUAKE), by="test")
        yield opened


def test_none_at_first(store: Store) -> None:
    assert corrections(store.database) == []


def test_a_changed_value_with_its_reason(store: Store, small_package: Path) -> None:
    change(small_package, "claims.csv", HOUSES, low="4600", high="4600", notes="names-are-a-minimum")
    change(small_package, "appearances.csv", HOUSES, as_printed="4.6k", quote="about 4.6k houses are gone")
    store.load(read_package(small_package), by="test")
    (correction,) = corrections(store.database)
    assert (correction.claim, correction.change) == (HOUSES, Change.CHANGED)
    assert [(field.field, field.old, field.new) for field in correction.fields] == [
        ("low", 4700, 4600),
        ("high", 4700, 4600),
    ]
    assert correction.reasons == ("names-are-a-minimum",)
    assert (correction.on, correction.version) == (store.meta.loaded_at.date(), store.meta.version)


def test_a_withdrawn_claim_with_its_reason(store: Store, small_package: Path) -> None:
    reason = {"status": "withdrawn", "status_reason": "east-shore-counted-twice", "status_date": "2024-05-30"}
    change(small_package, "claims.csv", NAMES, **reason)
    store.load(read_package(small_package), by="test")
    (correction,) = corrections(store.database)
    assert [(field.old, field.new) for field in correction.fields] == [("standing", "withdrawn")]
    assert correction.reasons == ("east-shore-counted-twice",)


@pytest.mark.parametrize(
    ("file", "cells"),
    [
        ("claims.csv", {"status": "superseded", "status_reason": "names-are-a-minimum", "status_date": "2024-06-01"}),
        ("claims.csv", {"caveats": "second-hand"}),
        ("appearances.csv", {"quote": "We have the names of 209 people"}),
    ],
)
def test_what_is_no_correction(store: Store, small_package: Path, file: str, cells: dict[str, str]) -> None:
    change(small_package, file, NAMES, **cells)
    assert store.load(read_package(small_package), by="test").changed == 1
    assert corrections(store.database) == []


def test_a_removed_claim_and_its_return_newest_first(store: Store, small_package: Path) -> None:
    for file in ("claims.csv", "appearances.csv"):
        remove(small_package, file, HOUSES)
    store.load(read_package(small_package), by="test")
    store.load(read_package(QUAKE), by="test")
    returned, removed = corrections(store.database)
    assert (removed.change, removed.old["low"], removed.new) == (Change.RETIRED, 4700, None)
    assert (returned.change, returned.fields) == (Change.RESTORED, ())


def test_since_a_day(store: Store, small_package: Path) -> None:
    change(small_package, "claims.csv", NAMES, method="register")
    store.load(read_package(small_package), by="test")
    today = datetime.now(UTC).date()
    assert len(corrections(store.database, since=today - timedelta(days=1))) == 1
    assert corrections(store.database, since=today + timedelta(days=1)) == []
