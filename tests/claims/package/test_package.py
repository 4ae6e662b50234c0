from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.claims.package.files import signature
from bot.claims.package.reader import PackageError, Problem, Word, read_package, survey
from bot.claims.tables import AppearanceRow, ClaimRow, Note, Party, Population
from tests.claims.package_edits import add, change, replace
from tests.conftest import QUAKE

FIRST = "disaster-agency-2024-05-01-lake-people-killed"
Where = tuple[str, int | None, str | None]


def test_a_package_is_read_whole() -> None:
    package = read_package(QUAKE)
    assert (package.name, package.version) == ("lake-province-earthquake", "0.1.0")
    assert package.descriptor.claimbot.languages == ("en", "uk", "ru")
    assert [row.id for row in package.rows(Population)] == ["lake-people", "east-shore-people", "west-shore-people"]
    assert package.rows(Party) == []
    assert Word("ru", "object", "school", "школ") in package.words
    assert "Red Cross" in package.texts["en"]


def test_rows_know_where_they_stand() -> None:
    package = read_package(QUAKE)
    claim = package.rows(ClaimRow)[0]
    assert (claim.id, claim.low, claim.high) == (FIRST, 12, None)
    assert (package.origin(claim).file, package.row_number(claim)) == ("claims.csv", 2)
    assert package.is_typed(claim)


def test_what_a_series_says_stands_at_its_row_of_the_wide_table() -> None:
    package = read_package(QUAKE)
    made = [claim for claim in package.rows(ClaimRow) if claim.id == "ward-bulletin-2024-05-04-killed"]
    assert [(claim.low, claim.high, claim.as_of) for claim in made] == [(170, 170, "2024-05-04")]
    assert (package.origin(made[0]).file, package.row_number(made[0])) == ("series/open-wards.csv", 4)
    assert not package.is_typed(made[0])
    assert made[0].id in {appearance.claim for appearance in package.rows(AppearanceRow)}


def test_a_spreadsheets_ways_are_accepted(small_package: Path) -> None:
    change(small_package, "notes.csv", "east-shore-counted-twice", text_en="Two\nlines.")
    path = small_package / "notes.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n") + b",,,,\r\n")
    package = read_package(small_package)
    assert [package.row_number(note) for note in package.rows(Note)] == [2, 3]


STRUCTURE: dict[str, tuple[Callable[[Path], object], Where]] = {
    "file missing": (lambda root: (root / "measures.csv").unlink(), ("measures.csv", None, None)),
    "column missing": (
        lambda root: replace(root, "publishers.csv", "name,note", "name"),
        ("publishers.csv", 1, "note"),
    ),
    "column unknown": (
        lambda root: replace(root, "claims.csv", "notes\n", "notes,colour\n"),
        ("claims.csv", 1, "colour"),
    ),
    "column twice": (
        lambda root: replace(root, "publishers.csv", "name,note", "name,note,note"),
        ("publishers.csv", 1, "note"),
    ),
    "file empty": (lambda root: (root / "claims.csv").write_text(""), ("claims.csv", 1, None)),
    "semicolons": (
        lambda root: (root / "publishers.csv").write_text("id;name;note\nlake-courier;Lake Courier;\n"),
        ("publishers.csv", 1, None),
    ),
    "a cell too many": (
        lambda root: replace(root, "publishers.csv", "a news agency", "a news agency, here"),
        ("publishers.csv", 3, None),
    ),
    "quotation mark open": (
        lambda root: replace(root, "publishers.csv", "Northern Wire", '"Northern Wire'),
        ("publishers.csv", 3, None),
    ),
    "not UTF-8": (
        lambda root: (root / "publishers.csv").write_bytes(
            b"id,name,note\nlake-courier,Lake Courier,\ncaf\xe9,Cafe,\n"
        ),
        ("publishers.csv", 3, None),
    ),
    "id empty": (lambda root: change(root, "notes.csv", "names-are-a-minimum", id=""), ("notes.csv", 3, "id")),
    "id misspelt": (
        lambda root: change(root, "notes.csv", "names-are-a-minimum", id="Names are"),
        ("notes.csv", 3, "id"),
    ),
    "name empty": (lambda root: change(root, "objects.csv", "house", name_uk=""), ("objects.csv", 3, "name_uk")),
    "value not allowed": (
        lambda root: change(root, "claims.csv", FIRST, qualifier="at-lest"),
        ("claims.csv", 2, "qualifier"),
    ),
    "not a number": (lambda root: change(root, "claims.csv", FIRST, low="12a"), ("claims.csv", 2, "low")),
    "number below zero": (lambda root: change(root, "claims.csv", FIRST, low="-12"), ("claims.csv", 2, "low")),
    "no such day": (lambda root: change(root, "claims.csv", FIRST, as_of="2024-02-30"), ("claims.csv", 2, "as_of")),
    "not a date": (lambda root: change(root, "claims.csv", FIRST, said_on="yesterday"), ("claims.csv", 2, "said_on")),
    "not a partial date": (
        lambda root: change(root, "claims.csv", FIRST, as_of="May 2024"),
        ("claims.csv", 2, "as_of"),
    ),
    "not a flag": (
        lambda root: change(root, "claims.csv", FIRST, as_of_inferred="perhaps"),
        ("claims.csv", 2, "as_of_inferred"),
    ),
    "id twice": (lambda root: add(root, "notes.csv", "names-are-a-minimum"), ("notes.csv", 4, "id")),
    "appearance twice": (lambda root: add(root, "appearances.csv", FIRST), ("appearances.csv", 16, "claim")),
    "claim of a series again": (
        lambda root: change(root, "claims.csv", FIRST, id="ward-bulletin-2024-05-04-killed"),
        ("series/open-wards.csv", 4, "id"),
    ),
    "claimant unknown": (
        lambda root: change(root, "claims.csv", FIRST, claimant="disaster-agncy"),
        ("claims.csv", 2, "claimant"),
    ),
    "caveat unknown": (
        lambda root: change(root, "claims.csv", FIRST, caveats="second-hand hearsay"),
        ("claims.csv", 2, "caveats"),
    ),
    "population unknown": (
        lambda root: change(root, "claims.csv", FIRST, population="sea-people"),
        ("claims.csv", 2, "population"),
    ),
    "claim unknown": (
        lambda root: change(root, "appearances.csv", FIRST, claim="nobody-said"),
        ("appearances.csv", 2, "claim"),
    ),
    "source unknown": (
        lambda root: change(root, "appearances.csv", FIRST, source="nowhere"),
        ("appearances.csv", 2, "source"),
    ),
    "parent unknown": (
        lambda root: change(root, "claimants.csv", "lake-health", parent="ocean"),
        ("claimants.csv", 4, "parent"),
    ),
    "series file missing": (
        lambda root: (root / "series/open-wards.csv").unlink(),
        ("series/open-wards.csv", None, None),
    ),
    "series cell": (
        lambda root: replace(root, "series/open-wards.csv", "1385", "1385?"),
        ("series/open-wards.csv", 4, "injured"),
    ),
    "caveat of series missing": (
        lambda root: change(root, "caveats.csv", "transcriptions-differ", id="they-differ"),
        ("caveats.csv", None, "id"),
    ),
    "no datapackage.json": (lambda root: (root / "datapackage.json").unlink(), ("datapackage.json", None, None)),
    "not JSON": (lambda root: replace(root, "datapackage.json", '"title"', "title"), ("datapackage.json", 3, None)),
    "bad version": (
        lambda root: replace(root, "datapackage.json", '"0.1.0"', '"first"'),
        ("datapackage.json", None, "version"),
    ),
    "no start": (
        lambda root: replace(root, "datapackage.json", '"start": "2024-05-01",', ""),
        ("datapackage.json", None, "claimbot.start"),
    ),
    "words missing": (lambda root: (root / "words/uk.toml").unlink(), ("words/uk.toml", None, None)),
    "words not TOML": (
        lambda root: replace(root, "words/uk.toml", "killed =", "killed"),
        ("words/uk.toml", None, None),
    ),
    "words not a list": (
        lambda root: replace(root, "words/en.toml", 'school = ["school", "schools"]', 'school = "school"'),
        ("words/en.toml", 15, "school"),
    ),
    "texts missing": (lambda root: (root / "texts/ru.ftl").unlink(), ("texts/ru.ftl", None, None)),
}


@pytest.mark.parametrize(("corrupt", "where"), STRUCTURE.values(), ids=STRUCTURE)
def test_each_fault_is_found_at_its_place(small_package: Path, corrupt: Callable[[Path], object], where: Where) -> None:
    corrupt(small_package)
    with pytest.raises(PackageError) as raised:
        read_package(small_package)
    found = [problem for problem in raised.value.problems if (problem.file, problem.row, problem.column) == where]
    assert found, raised.value
    assert found[0].what and found[0].fix
    assert str(found[0]) in str(raised.value)


def test_all_faults_are_told_in_one_go(small_package: Path) -> None:
    change(small_package, "claims.csv", FIRST, low="12a", said_on="yesterday")
    change(small_package, "claimants.csv", "lake-health", parent="ocean")
    (small_package / "texts/ru.ftl").unlink()
    _, problems = survey(small_package)
    places = {(problem.file, problem.row, problem.column) for problem in problems}
    assert places >= {
        ("claims.csv", 2, "low"),
        ("claims.csv", 2, "said_on"),
        ("claimants.csv", 4, "parent"),
        ("texts/ru.ftl", None, None),
    }


def test_a_problem_reads_as_one_line() -> None:
    problem = Problem("claims.csv", 12, "as_of", "“May” is not a date", "write it as YYYY-MM-DD")
    assert str(problem) == "claims.csv, row 12, column as_of: “May” is not a date — write it as YYYY-MM-DD"


def test_a_like_id_is_offered(small_package: Path) -> None:
    change(small_package, "claims.csv", FIRST, claimant="disaster-agncy")
    _, problems = survey(small_package)
    assert "disaster-agency" in problems[0].fix


@pytest.mark.parametrize("name", ["nowhere", "empty"])
def test_a_folder_without_a_package(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(PackageError, match=re.escape("datapackage.json")):
        read_package(tmp_path / name)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(garbage=st.binary(max_size=200), file=st.sampled_from(["claims.csv", "datapackage.json", "words/en.toml"]))
def test_no_bytes_make_a_traceback(small_package: Path, garbage: bytes, file: str) -> None:
    (small_package / file).write_bytes(garbage)
    package, problems = survey(small_package)
    assert (package is None) <= bool(problems)


def test_digest_and_signature_change_with_a_file(small_package: Path) -> None:
    before = read_package(small_package)
    assert before.signature == signature(small_package)
    replace(small_package, "texts/en.ftl", "Red Cross", "Red Crescent")
    after = read_package(small_package)
    assert before.digest != after.digest
    assert before.signature != after.signature


def test_a_touched_file_changes_the_signature_alone(small_package: Path) -> None:
    before = read_package(small_package)
    os.utime(small_package / "claims.csv", (1, 1))
    after = read_package(small_package)
    assert before.digest == after.digest
    assert before.signature != after.signature
