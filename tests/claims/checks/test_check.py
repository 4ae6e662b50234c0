from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from bot.claims.checks.check import check, check_path
from bot.claims.package.reader import Package, Severity, read_package
from bot.claims.problem import Problem
from tests.claims.package_edits import add, change, replace
from tests.conftest import QUAKE

ERROR, WARNING = Severity.ERROR, Severity.WARNING

FIRST = "disaster-agency-2024-05-01-lake-people-killed"
TOTAL = "disaster-agency-2024-05-03-lake-people-killed"
EAST = "disaster-agency-2024-05-03-east-shore-people-killed"
MISSING = "lake-government-2024-05-03-lake-people-missing"
HOUSES = "lake-government-2024-05-03-lake-people-destroyed-house"
RESCUED = "disaster-agency-2024-05-03-rescued"
RATE = "lake-health-2024-05-10-lake-people-injured"
WITHDRAWN = "lake-health-2024-05-02-east-shore-people-killed"


def places(problems: Iterable[Problem]) -> set[tuple[str, int | None, str | None, Severity]]:
    return {(problem.file, problem.row, problem.column, problem.severity) for problem in problems}


def claims(key: str, **cells: str) -> Callable[[Path], int]:
    """An edit of a claim, which gives the row that the fault should be found in."""
    return lambda root: change(root, "claims.csv", key, **cells)


def prints(key: str, **cells: str) -> Callable[[Path], int]:
    return lambda root: change(root, "appearances.csv", key, **cells)


def test_the_untouched_package_has_no_fault() -> None:
    assert check(read_package(QUAKE)) == []


def test_the_shipped_package_has_no_error(real_package: Package) -> None:
    assert [str(problem) for problem in check(real_package) if problem.is_error] == []


# What an editor's slip does to a row, and the column in which the fault must be found at that row.
OF_CLAIMS: dict[str, tuple[Callable[[Path], int], str]] = {
    "no number": (claims(FIRST, low=""), "low"),
    "bounds the wrong way round": (claims(MISSING, low="90", high="70"), "low"),
    "at least, open below": (claims(FIRST, low="", high="12"), "low"),
    "at most, open above": (claims(RATE, low="20", high=""), "high"),
    "exact with one end": (claims(EAST, high=""), "qualifier"),
    "exact with two ends": (claims(EAST, high="170"), "qualifier"),
    "range with one end": (claims(MISSING, high=""), "qualifier"),
    "rate without per": (claims(RATE, per=""), "per"),
    "per without rate": (claims(EAST, per="day"), "per"),
    "per what": (claims(RATE, per="fortnight"), "per"),
    "period without start": (claims(EAST, counting="period", period_start=""), "period_start"),
    "start after the end": (claims(EAST, period_start="2024-05-04"), "period_start"),
    "counts to a day after it was said": (claims(MISSING, as_of="2024-05-04"), "said_on"),
    "counts to a day after its print": (claims(EAST, as_of="2024-05-05", said_on=""), "as_of"),
    "said after its print": (claims(EAST, said_on="2024-05-04"), "said_on"),
    "topic without measure": (claims(EAST, measure=""), "measure"),
    "topic without population": (claims(EAST, population=""), "population"),
    "neither topic nor subject": (claims(RESCUED, subject=""), "subject"),
    "topic and subject": (claims(EAST, subject="rescued"), "subject"),
    "people destroyed": (claims(HOUSES, object=""), "object"),
    "houses killed": (claims(EAST, object="house"), "object"),
    "object without measure": (claims(RESCUED, object="house"), "object"),
    "withdrawn without reason": (claims(WITHDRAWN, status_reason=""), "status_reason"),
    "superseded by nothing": (claims(EAST, status="superseded"), "status_reason"),
    "a standing claim's reason": (claims(EAST, status_reason="names-are-a-minimum"), "status_reason"),
    "taken back before it was said": (claims(WITHDRAWN, status_date="2024-05-01"), "status_date"),
    "a total below its part": (claims(TOTAL, low="150", high="150"), "low"),
    "a tenfold jump": (
        lambda root: add(root, "claims.csv", TOTAL, id="tenfold", as_of="2024-05-04", low="2140", high="2140"),
        "low",
    ),
    "no report": (lambda root: add(root, "claims.csv", EAST, id="unprinted", as_of="2024-05-02"), "id"),
}


@pytest.mark.parametrize(("edit", "column"), OF_CLAIMS.values(), ids=OF_CLAIMS)
def test_a_fault_of_a_claim_is_found(small_package: Path, edit: Callable[[Path], int], column: str) -> None:
    row = edit(small_package)
    assert ("claims.csv", row, column, ERROR) in places(check(read_package(small_package)))


OF_PRINTS: dict[str, tuple[Callable[[Path], int], str]] = {
    "another number in the quote": (prints(EAST, quote="106 of them on the east shore"), "quote"),
    "no number in the quote": (prints(EAST, quote="most of them on the east shore"), "quote"),
    "the claim's number, where none was printed": (prints(EAST, as_printed="", quote="16 of them"), "quote"),
    "a quote in no language": (prints(EAST, quote_language=""), "quote_language"),
    "another number printed": (prints(EAST, as_printed="106", quote="106 of them"), "as_printed"),
    "one end of a range printed otherwise": (
        prints(MISSING, as_printed="70 to 80", quote="70 to 80 people"),
        "as_printed",
    ),
    "misprinted how": (prints(EAST, as_printed="", distortion="misprinted"), "as_printed"),
}


@pytest.mark.parametrize(("edit", "column"), OF_PRINTS.values(), ids=OF_PRINTS)
def test_a_fault_of_a_print_is_found(small_package: Path, edit: Callable[[Path], int], column: str) -> None:
    row = edit(small_package)
    assert ("appearances.csv", row, column, ERROR) in places(check(read_package(small_package)))


Elsewhere = tuple[Callable[[Path], object], tuple[str, int | None, str | None, Severity]]
ELSEWHERE: dict[str, Elsewhere] = {
    "a jump within a series": (
        lambda root: replace(root, "series/open-wards.csv", "1385,170", "1385,1700"),
        ("series/open-wards.csv", 4, "low", ERROR),
    ),
    "a jump in another transcription": (
        lambda root: replace(root, "series/lake-archive.csv", "1460", "14600"),
        ("series/lake-archive.csv", 5, "low", ERROR),
    ),
    "a circle of parents": (
        lambda root: change(root, "objects.csv", "building", parent="house"),
        ("objects.csv", 2, "parent", ERROR),
    ),
    "its own parent": (
        lambda root: change(root, "claimants.csv", "un", parent="un"),
        ("claimants.csv", 5, "parent", ERROR),
    ),
    "an alias that is another's name": (
        lambda root: change(root, "places.csv", "otterby", aliases="Millbrook"),
        ("places.csv", 4, "aliases", ERROR),
    ),
    "an alias given twice": (
        lambda root: change(root, "places.csv", "otterby", aliases="mill brook"),
        ("places.csv", 4, "aliases", WARNING),
    ),
    "a rule that nobody computes": (
        lambda root: change(root, "caveats.csv", "estimate", rule="guess"),
        ("caveats.csv", 3, "rule", ERROR),
    ),
    "an untranslated note": (
        lambda root: change(
            root,
            "notes.csv",
            "names-are-a-minimum",
            text_ru="The newspaper printed the name of every person it counted.",
        ),
        ("notes.csv", 3, "text_ru", ERROR),
    ),
    "a name to avoid in a note": (
        lambda root: change(
            root, "notes.csv", "names-are-a-minimum", text_en="After the killer quake, names were printed."
        ),
        ("notes.csv", 3, "text_en", ERROR),
    ),
    "a name to avoid in a text": (
        lambda root: replace(root, "texts/en.ftl", "The Lake Province earthquake", "Judgement Day"),
        ("texts/en.ftl", 1, None, ERROR),
    ),
    "a text in two languages of three": (
        lambda root: replace(root, "texts/uk.ftl", "examples-2", "examples-3"),
        ("texts/uk.ftl", None, "subject-examples-2", ERROR),
    ),
    "a text that the program needs, in no language": (
        lambda root: [
            replace(root, f"texts/{code}.ftl", "subject-help-missing", "help") for code in ("en", "uk", "ru")
        ],
        ("texts/en.ftl", None, "subject-help-missing", ERROR),
    ),
    "a text that Fluent cannot read": (
        lambda root: replace(root, "texts/ru.ftl", "subject-about =", "subject-about"),
        ("texts/ru.ftl", 2, None, ERROR),
    ),
    "a word for what is not there": (
        lambda root: replace(root, "words/en.toml", "school =", "scholl ="),
        ("words/en.toml", 15, "scholl", ERROR),
    ),
    "a word for no party": (
        lambda root: replace(root, "words/ru.toml", "[object]", '[party-army]\nsea = ["моряки"]\n\n[object]'),
        ("words/ru.toml", 13, "sea", ERROR),
    ),
    "a measure of what": (
        lambda root: change(root, "measures.csv", "killed", of="persons"),
        ("measures.csv", 2, "of", ERROR),
    ),
    "part of nothing": (
        lambda root: change(root, "relations.csv", EAST, other=""),
        ("relations.csv", 2, "other", ERROR),
    ),
    "part of itself": (
        lambda root: change(root, "relations.csv", EAST, other=EAST),
        ("relations.csv", 2, "other", ERROR),
    ),
    "a report without claims": (
        lambda root: add(root, "sources.csv", "northern-wire-2024-05-10", id="unread"),
        ("sources.csv", 9, "id", WARNING),
    ),
    "parts that add up to more": (
        lambda root: change(
            root, "claims.csv", "disaster-agency-2024-05-03-west-shore-people-killed", low="64", high="64"
        ),
        ("claims.csv", 3, "low", WARNING),
    ),
    "a period without its length": (
        lambda root: change(root, "series.csv", "open-wards", counting="period"),
        ("series.csv", 2, "period", ERROR),
    ),
    "a series column without topic": (
        lambda root: change(root, "series_columns.csv", "lake-archive", measure=""),
        ("series_columns.csv", 4, "measure", ERROR),
    ),
}


@pytest.mark.parametrize(("edit", "place"), ELSEWHERE.values(), ids=ELSEWHERE)
def test_a_fault_elsewhere_is_found(
    small_package: Path, edit: Callable[[Path], object], place: tuple[str, int | None, str | None, Severity]
) -> None:
    edit(small_package)
    assert place in places(check_path(small_package))


@pytest.mark.parametrize("cells", [{"notes": "names-are-a-minimum"}, {"caveats": "second-hand"}])
def test_what_an_editor_explained_is_a_warning(small_package: Path, cells: dict[str, str]) -> None:
    row = change(small_package, "claims.csv", TOTAL, low="150", high="150", **cells)
    change(small_package, "appearances.csv", TOTAL, as_printed="150", quote="150 dead")
    assert ("claims.csv", row, "low", WARNING) in places(check(read_package(small_package)))


def test_a_print_that_is_said_to_misdate_is_a_warning(small_package: Path) -> None:
    row = change(small_package, "claims.csv", EAST, as_of="2024-05-04", said_on="2024-05-04")
    change(small_package, "appearances.csv", EAST, distortion="misdated")
    found = places(check(read_package(small_package)))
    assert ("claims.csv", row, "as_of", WARNING) in found
    assert ("claims.csv", row, "as_of", ERROR) not in found


def test_a_month_is_not_after_a_day_within_it(small_package: Path) -> None:
    change(small_package, "claims.csv", EAST, as_of="2024-05")
    assert not {place for place in places(check(read_package(small_package))) if place[2] in ("as_of", "said_on")}


def test_an_open_total_is_never_below_its_parts(small_package: Path) -> None:
    change(small_package, "claims.csv", TOTAL, low="100", high="", qualifier="at-least")
    found = [problem for problem in check(read_package(small_package)) if "below its part" in problem.what]
    assert found == []


def test_claimants_may_share_an_alias(small_package: Path) -> None:
    change(small_package, "claimants.csv", "lake-government", aliases="the authorities")
    change(small_package, "claimants.csv", "lake-health", aliases="the authorities")
    assert check(read_package(small_package)) == []


def test_what_can_be_read_is_checked_beside_what_cannot(small_package: Path) -> None:
    change(small_package, "publishers.csv", "northern-wire", name="")
    row = change(small_package, "claims.csv", MISSING, low="90", high="70")
    found = places(check_path(small_package))
    assert {("publishers.csv", 3, "name", ERROR), ("claims.csv", row, "low", ERROR)} <= found


def test_a_file_that_is_no_package_is_told_not_raised(tmp_path: Path) -> None:
    assert [problem.file for problem in check_path(tmp_path / "nowhere")] == ["datapackage.json"]
