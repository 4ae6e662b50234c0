"""Differences between packages, a package and the database, and loads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.claims.database.store import Store
from bot.claims.editing.diff import Difference, diff, diff_loads
from bot.claims.model import Change
from bot.claims.package.reader import PackageError, read_package
from tests.claims.package_edits import add, change, remove
from tests.conftest import QUAKE

NAMES = "lake-courier-2024-05-20-lake-people-killed"
HOUSES = "lake-government-2024-05-03-lake-people-destroyed-house"
MISSING = "lake-government-2024-05-03-lake-people-missing"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "claims.db") as opened:
        opened.load(read_package(QUAKE), by="test")
        yield opened


@pytest.fixture
def edited(small_package: Path) -> Path:
    """The package with a claim of each fate, and a renamed claimant."""
    change(small_package, "claims.csv", NAMES, method="register")
    change(small_package, "appearances.csv", NAMES, quote="We know 209 by name")
    for file in ("claims.csv", "appearances.csv"):
        remove(small_package, file, HOUSES)
    add(small_package, "claims.csv", MISSING, id=f"{MISSING}-2", as_of="2024-05-02")
    add(small_package, "appearances.csv", MISSING, claim=f"{MISSING}-2")
    change(small_package, "claimants.csv", "lake-courier", aliases="the Courier | the Lake Courier")
    return small_package


def summary(differences: list[Difference]) -> list[tuple[str, str, Change, list[str]]]:
    return [(each.table, each.id, each.change, [field.field for field in each.fields]) for each in differences]


def test_nothing_changed(store: Store) -> None:
    assert diff(QUAKE, QUAKE) == []
    assert diff(store.database, QUAKE) == []
    assert diff(QUAKE, store.database) == []


def test_what_changed_field_by_field(edited: Path) -> None:
    differences = diff(QUAKE, edited)
    assert [(each.table, each.id, each.change) for each in differences] == [
        ("claimants", "lake-courier", Change.CHANGED),
        ("claims", NAMES, Change.CHANGED),
        ("claims", HOUSES, Change.RETIRED),
        ("claims", f"{MISSING}-2", Change.ADDED),
    ]
    claimant, names, _, missing = differences
    assert [(field.field, field.old, field.new) for field in claimant.fields] == [
        ("aliases", ["the Courier"], ["the Courier", "the Lake Courier"])
    ]
    assert [field.field for field in names.fields] == ["method", "appearances"]
    assert (names.fields[0].old, names.fields[0].new) == ("named-list", "register")
    given = {field.field: field.new for field in missing.fields}
    assert (given["low"], given["high"], given["as_of"]) == (70, 90, "2024-05-02")
    assert "place" not in given


def test_the_other_way_round(edited: Path) -> None:
    swapped = {Change.ADDED: Change.RETIRED, Change.RETIRED: Change.ADDED, Change.CHANGED: Change.CHANGED}
    forth, back = diff(QUAKE, edited), diff(edited, QUAKE)
    assert [(each.id, swapped[each.change]) for each in forth] == [(each.id, each.change) for each in back]
    assert [(f.field, f.new, f.old) for each in forth for f in each.fields] == [
        (f.field, f.old, f.new) for each in back for f in each.fields
    ]


def test_a_package_against_the_database(store: Store, edited: Path) -> None:
    assert diff(store.database, edited) == diff(QUAKE, edited)


def test_zero_is_not_empty(small_package: Path) -> None:
    id_ = "lake-health-2024-05-10-lake-people-injured"
    change(small_package, "claims.csv", id_, low="0")
    (difference,) = diff(QUAKE, small_package)
    assert [(field.field, field.old, field.new) for field in difference.fields] == [("low", None, 0)]


def test_loads_of_one_database(store: Store, edited: Path) -> None:
    store.load(read_package(edited), by="test")
    store.load(read_package(QUAKE), by="test")
    of_claims = [each for each in diff(QUAKE, edited) if each.table == "claims"]
    assert diff_loads(store.database, 1, 2) == of_claims
    assert summary(diff_loads(store.database, 2, 3)) == summary(
        [each for each in diff(edited, QUAKE) if each.table == "claims"]
    )
    assert diff_loads(store.database, 1, 3) == []
    assert diff_loads(store.database, 3, 3) == []
    assert {each.change for each in diff_loads(store.database, 0, 1)} == {Change.ADDED}
    assert len(diff_loads(store.database, 0, 1)) == store.loads()[0].added


def test_a_package_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(PackageError, match="no folder"):
        diff(QUAKE, tmp_path / "nowhere")
