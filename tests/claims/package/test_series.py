"""Series: wide tables become claims, reports and appearances."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import pytest

from bot.claims.model import Counting, Method, Qualifier
from bot.claims.package.csvtable import read_rows
from bot.claims.package.series import Expansion, expand
from bot.claims.tables import AppearanceRow, ClaimRow, Row, SeriesColumnRow, SeriesRow, SourceRow

R = TypeVar("R", bound=Row)
DATA = Path(__file__).parents[3] / "data"

ONE = "date,address,hurt,dead\n2024-05-02,https://example.org/2,640,88\n2024-05-03,,1120,131\n2024-05-04,,1385,\n"
TWO = "date,injured,injured hedge\n2024-05-02,640,\n2024-05-03,1102,\n2024-05-04,1385,more-than\n2024-05-05,1460,\n"


def a_series(name: str, **more: Any) -> SeriesRow:
    common = {
        "bulletin": "wards",
        "file": f"series/{name}.csv",
        "claimant": "health-office",
        "publisher": "ward-office",
        "via": f"{name} volunteers",
        "url": f"https://example.org/{name}",
        "counting": "cumulative",
        "period_start": "2024-05-01",
        "method": "official-statement",
    }
    return SeriesRow.model_validate({"id": name, **common, **more})


def a_column(series: str, column: str, key: str, **more: Any) -> SeriesColumnRow:
    topic = {} if "subject" in more else {"population": "lake-people", "measure": key}
    return SeriesColumnRow.model_validate({"series": series, "column": column, "key": key, **topic, **more})


SERIES = (a_series("one", caveats="by-morning"), a_series("two", language="uk"))
COLUMNS = (
    a_column("one", "hurt", "injured", qualifier="about", caveats="unclear-measure"),
    a_column("one", "dead", "killed"),
    a_column("two", "injured", "injured", qualifier_column="injured hedge", notes="as-of-noon"),
)


@pytest.fixture
def package(tmp_path: Path) -> Callable[..., Path]:
    def write(**tables: str) -> Path:
        (tmp_path / "series").mkdir(exist_ok=True)
        for name, text in {"one": ONE, "two": TWO, **tables}.items():
            (tmp_path / f"series/{name}.csv").write_text(text, encoding="utf-8")
        return tmp_path

    return write


def rows(expansion: Expansion, model: type[R]) -> list[R]:
    made = [row for _, _, row in expansion.sources]
    made += [row for claim in expansion.claims for row in (claim, *claim.prints)]
    return [row for row in made if row.table == model.table]


def by_id(expansion: Expansion) -> dict[str, ClaimRow]:
    return {claim.id: claim for claim in rows(expansion, ClaimRow)}


def prints(expansion: Expansion, claim: str) -> dict[str, str | None]:
    return {a.source: a.as_printed for a in rows(expansion, AppearanceRow) if a.claim == claim}


def faults(expansion: Expansion) -> list[tuple[str, int | None, str | None]]:
    return [(problem.file, problem.row, problem.column) for problem in expansion.problems]


def test_where_transcriptions_agree_there_is_one_claim_with_both_prints(package: Callable[..., Path]) -> None:
    made = expand(package(), SERIES, COLUMNS)
    claim = by_id(made)["wards-2024-05-02-injured"]
    assert (claim.low, claim.high, claim.qualifier) == (640, 640, Qualifier.ABOUT)
    assert (claim.population, claim.measure, claim.claimant) == ("lake-people", "injured", "health-office")
    assert (claim.counting, claim.period_start, claim.as_of) == (Counting.CUMULATIVE, "2024-05-01", "2024-05-02")
    assert (claim.said_on, claim.method) == (date(2024, 5, 2), Method.OFFICIAL_STATEMENT)
    assert claim.caveats == ("by-morning", "unclear-measure")
    assert claim.notes == ("as-of-noon",)
    assert prints(made, claim.id) == {"one-2024-05-02": "640", "two-2024-05-02": "640"}
    assert not made.problems


def test_where_they_differ_each_number_is_a_claim_that_says_so(package: Callable[..., Path]) -> None:
    made = expand(package(), SERIES, COLUMNS)
    claims = by_id(made)
    assert "wards-2024-05-03-injured" not in claims
    for series, value in (("one", 1120), ("two", 1102)):
        claim = claims[f"wards-2024-05-03-injured-{series}"]
        assert (claim.low, claim.high) == (value, value)
        assert claim.caveats[-1] == "transcriptions-differ"
        assert prints(made, claim.id) == {f"{series}-2024-05-03": str(value)}


def test_of_three_the_two_that_agree_share_a_claim(package: Callable[..., Path]) -> None:
    root = package(three="date,injured\n2024-05-03,1102\n")
    made = expand(root, [*SERIES, a_series("three")], [*COLUMNS, a_column("three", "injured", "injured")])
    assert {i for i in by_id(made) if i.startswith("wards-2024-05-03-injured")} == {
        "wards-2024-05-03-injured-one",
        "wards-2024-05-03-injured-two",
    }
    assert set(prints(made, "wards-2024-05-03-injured-two")) == {"two-2024-05-03", "three-2024-05-03"}


def test_an_empty_cell_is_no_claim_and_a_zero_is_one(package: Callable[..., Path]) -> None:
    made = expand(package(one=ONE + "2024-05-06,,,0\n"), SERIES, COLUMNS)
    assert "wards-2024-05-04-killed" not in by_id(made)
    assert by_id(made)["wards-2024-05-06-killed"].low == 0


def test_a_row_without_numbers_is_no_report(package: Callable[..., Path]) -> None:
    made = expand(package(one=ONE + "2024-05-06,https://example.org/6,,\n"), SERIES, COLUMNS)
    assert "one-2024-05-06" not in {source.id for source in rows(made, SourceRow)}
    assert not made.problems


def test_a_hedge_told_by_a_row_outweighs_the_column(package: Callable[..., Path]) -> None:
    claim = by_id(expand(package(), SERIES, COLUMNS))["wards-2024-05-04-injured"]
    assert (claim.low, claim.high, claim.qualifier) == (1385, None, Qualifier.MORE_THAN)


@pytest.mark.parametrize(
    ("qualifier", "low", "high"),
    [
        ("exact", 7, 7),
        ("about", 7, 7),
        ("nearly", 7, 7),
        ("at-least", 7, None),
        ("more-than", 7, None),
        ("at-most", None, 7),
    ],
)
def test_an_open_bound_stays_open(
    package: Callable[..., Path], qualifier: str, low: int | None, high: int | None
) -> None:
    root = package(three="date,killed\n2024-05-03,7\n")
    made = expand(root, [a_series("three", qualifier=qualifier)], [a_column("three", "killed", "killed")])
    (claim,) = rows(made, ClaimRow)
    assert (claim.low, claim.high) == (low, high)


def test_a_report_has_the_address_of_its_row_or_else_of_the_transcription(package: Callable[..., Path]) -> None:
    sources = {source.id: source for source in rows(expand(package(), SERIES, COLUMNS), SourceRow)}
    assert sources["one-2024-05-02"].url == "https://example.org/2"
    assert sources["one-2024-05-03"].url == "https://example.org/one"
    two = sources["two-2024-05-05"]
    assert (two.publisher, two.via, two.language) == ("ward-office", "two volunteers", "uk")
    assert two.published == "2024-05-05"


def test_a_table_that_appeared_later_does_not_say_when_each_number_was_said(package: Callable[..., Path]) -> None:
    made = expand(package(), [a_series("one", published="2024-07")], COLUMNS[:2])
    assert {claim.said_on for claim in rows(made, ClaimRow)} == {None}
    assert {source.published for source in rows(made, SourceRow)} == {"2024-07"}


@pytest.mark.parametrize(
    ("period", "day", "start"),
    [
        ("week", "2024-05-05", "2024-05-01"),  # the series begins within that week
        ("week", "2024-05-12", "2024-05-06"),
        ("month", "2024-06-30", "2024-06-01"),
    ],
)
def test_a_period_ends_on_the_date_of_its_row(package: Callable[..., Path], period: str, day: str, start: str) -> None:
    series = a_series("three", counting="period", period=period)
    made = expand(package(three=f"date,killed\n{day},7\n"), [series], [a_column("three", "killed", "killed")])
    (claim,) = rows(made, ClaimRow)
    assert (claim.period_start, claim.as_of) == (start, day)


def test_a_range_keeps_both_ends_and_prints_all_three(package: Callable[..., Path]) -> None:
    column = a_column("three", "dead", "killed", qualifier="range", low_column="low", high_column="high")
    made = expand(package(three="date,dead,low,high\n2024-05-03,50,40,65\n"), [a_series("three")], [column])
    (claim,) = rows(made, ClaimRow)
    assert (claim.low, claim.high) == (40, 65)
    assert prints(made, claim.id) == {"three-2024-05-03": "50 (40–65)"}


def test_what_fits_no_topic_keeps_its_subject(package: Callable[..., Path]) -> None:
    made = expand(
        package(three="date,boats\n2024-05-03,4\n"),
        [a_series("three")],
        [a_column("three", "boats", "boats", subject="boats-sunk")],
    )
    (claim,) = rows(made, ClaimRow)
    assert (claim.population, claim.measure, claim.subject) == (None, None, "boats-sunk")


def test_two_columns_may_count_the_same_on_different_dates(package: Callable[..., Path]) -> None:
    columns = [a_column("three", name, "killed") for name in ("before", "after")]
    made = expand(package(three="date,before,after\n2024-05-03,4,\n2024-05-04,,9\n"), [a_series("three")], columns)
    assert {claim.id: claim.low for claim in rows(made, ClaimRow)} == {
        "wards-2024-05-03-killed": 4,
        "wards-2024-05-04-killed": 9,
    }


def test_claims_come_by_date_and_know_their_place(package: Callable[..., Path]) -> None:
    made = expand(package(), SERIES, COLUMNS)
    dates = [claim.as_of for claim in rows(made, ClaimRow)]
    assert dates == sorted(dates)
    places = {claim.id: (claim.origin.file, claim.origin.row) for claim in made.claims}
    assert places["wards-2024-05-03-injured-two"] == ("series/two.csv", 3)


@pytest.mark.parametrize(
    ("table", "row", "column"),
    [
        (ONE.replace("640", "6,40"), 2, None),
        (ONE.replace("640", "6.4k"), 2, "hurt"),
        (ONE.replace("640", "-640"), 2, "hurt"),
        (ONE.replace("640", "٦٤٠"), 2, "hurt"),
        (ONE.replace("2024-05-03", "2024-05-02"), 3, "date"),
        (ONE.replace("2024-05-03", "3 May 2024"), 3, "date"),
        (ONE.replace("2024-05-03", "2024-05"), 3, "date"),
        (ONE.replace("2024-05-03", "2024-02-30"), 3, "date"),
        (ONE.replace("dead", "lost"), 1, "lost"),
        (ONE.replace("dead", "lost"), 1, "dead"),
        (ONE.replace("dead", "hurt"), 1, "hurt"),
        (ONE.replace("date", "day"), 1, "date"),
        ("", 1, None),
    ],
)
def test_a_fault_is_told_with_its_place(package: Callable[..., Path], table: str, row: int, column: str | None) -> None:
    made = expand(package(one=table), SERIES, COLUMNS)
    assert ("series/one.csv", row, column) in faults(made)
    assert all(problem.what and problem.fix for problem in made.problems)
    assert prints(made, "wards-2024-05-05-injured"), "the other transcription is still read"


def test_a_bad_cell_leaves_the_rest_of_its_row(package: Callable[..., Path]) -> None:
    made = expand(package(one=ONE.replace("640", "?")), SERIES, COLUMNS)
    assert by_id(made)["wards-2024-05-02-killed"].low == 88
    assert faults(made) == [("series/one.csv", 2, "hurt")]


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ("50,65,40", "dead"),  # the bounds the wrong way round
        ("70,40,65", "dead"),
        ("50,,65", "low"),
        ("50,40,many", "high"),
    ],
)
def test_a_bad_range_is_told(package: Callable[..., Path], cells: str, column: str) -> None:
    mapped = a_column("three", "dead", "killed", qualifier="range", low_column="low", high_column="high")
    made = expand(package(three=f"date,dead,low,high\n2024-05-03,{cells}\n"), [a_series("three")], [mapped])
    assert faults(made) == [("series/three.csv", 2, column)]
    assert not rows(made, ClaimRow)


def test_an_unknown_hedge_is_told(package: Callable[..., Path]) -> None:
    made = expand(package(two=TWO.replace("more-than", "roughly")), SERIES, COLUMNS)
    assert faults(made) == [("series/two.csv", 4, "injured hedge")]


def test_two_filled_columns_of_one_key_are_told(package: Callable[..., Path]) -> None:
    columns = [a_column("three", name, "killed") for name in ("before", "after")]
    made = expand(package(three="date,before,after\n2024-05-03,4,9\n"), [a_series("three")], columns)
    assert faults(made) == [("series/three.csv", 2, "after")]


def test_a_missing_file_is_told(package: Callable[..., Path]) -> None:
    made = expand(package(), [*SERIES, a_series("three")], COLUMNS)
    assert [problem.file for problem in made.problems] == ["series/three.csv"]


def test_transcriptions_of_one_bulletin_must_have_one_claimant(package: Callable[..., Path]) -> None:
    made = expand(package(), [SERIES[0], a_series("two", claimant="lake-courier")], COLUMNS)
    assert ("series.csv", None, "claimant") in faults(made)


def test_a_key_must_count_the_same_in_both(package: Callable[..., Path]) -> None:
    made = expand(package(), SERIES, [*COLUMNS[:2], COLUMNS[2].model_copy(update={"measure": "killed"})])
    assert ("series_columns.csv", None, "measure") in faults(made)


# The project's own series -------------------------------------------------------------------------------------------


@cache
def own() -> tuple[Expansion, dict[str, ClaimRow], dict[str, list[AppearanceRow]], dict[str, SourceRow]]:
    problems: list[Any] = []
    series = [row for _, row in read_rows(DATA, SeriesRow, problems)]
    columns = [row for _, row in read_rows(DATA, SeriesColumnRow, problems)]
    assert not problems
    made = expand(DATA, series, columns)
    prints: dict[str, list[AppearanceRow]] = {}
    for appearance in rows(made, AppearanceRow):
        prints.setdefault(appearance.claim, []).append(appearance)
    return made, by_id(made), prints, {source.id: source for source in rows(made, SourceRow)}


def own_claims(ids: Iterable[str]) -> list[ClaimRow]:
    return [own()[1][i] for i in ids]


def test_own_series_are_sound() -> None:
    made, claims, prints, sources = own()
    assert not made.problems
    assert len(claims) == len(rows(made, ClaimRow)), "an id stands twice"
    assert len(claims) > 27_000
    assert set(prints) == set(claims)
    assert {appearance.source for appearance in rows(made, AppearanceRow)} == set(sources)


def test_tanks_of_28_february_2022_are_two_figures_each_with_its_source() -> None:
    _, claims, prints, sources = own()
    assert "general-staff-2022-02-28-tank" not in claims
    for series, value in (("general-staff-lod", 191), ("general-staff-petro", 150)):
        claim = claims[f"general-staff-2022-02-28-tank-{series}"]
        assert (claim.low, claim.high, claim.qualifier) == (value, value, Qualifier.EXACT)
        assert (claim.population, claim.measure, claim.object) == ("russian-forces", "destroyed", "tank")
        assert "transcriptions-differ" in claim.caveats
        assert [appearance.source for appearance in prints[claim.id]] == [f"{series}-2022-02-28"]
        assert sources[f"{series}-2022-02-28"].published == "2022-02-28"
    assert "www.mil.gov.ua/news/2022/02/28/" in str(sources["general-staff-lod-2022-02-28"].url)


def test_personnel_where_both_transcriptions_agree_is_one_figure_of_losses() -> None:
    _, claims, prints, _ = own()
    claim = claims["general-staff-2022-03-02-personnel"]
    assert (claim.population, claim.measure, claim.object) == ("russian-forces", "losses", None)
    assert (claim.low, claim.high, claim.qualifier) == (5840, 5840, Qualifier.ABOUT)
    assert {"bulletin-measure", "bulletin-morning"} <= set(claim.caveats)
    assert len(prints[claim.id]) == 2


def test_personnel_differs_on_seven_dates_and_any_column_on_99() -> None:
    differing = [c for c in own()[1].values() if "transcriptions-differ" in c.caveats]
    assert len({c.as_of for c in differing if c.measure == "losses"}) == 7
    assert len({c.as_of for c in differing}) == 99


def test_a_day_that_one_transcription_lacks_has_the_print_of_the_other() -> None:
    (appearance,) = own()[2]["general-staff-2022-03-01-personnel"]
    assert (appearance.source, appearance.as_printed) == ("general-staff-petro-2022-03-01", "5710")


def test_an_early_hedge_of_more_than_is_kept() -> None:
    (claim,) = own_claims(["general-staff-2022-03-07-personnel"])
    assert (claim.low, claim.high, claim.qualifier) == (11_000, None, Qualifier.MORE_THAN)


def test_a_null_is_not_zero() -> None:
    claims = own()[1]
    assert "general-staff-2022-02-25-drone" not in claims
    assert claims["general-staff-2022-02-28-mlrs"].low == 21, "the other transcription has no number"
    assert all(claim.low != 0 for claim in claims.values())


def test_fuel_tankers_are_a_line_of_their_own_and_never_added_up() -> None:
    vehicles, tankers = own_claims(f"general-staff-2022-04-30-{key}" for key in ("vehicle", "fuel-tanker"))
    assert (vehicles.low, vehicles.object) == (1701, "vehicle")
    assert (tankers.low, tankers.measure) == (76, None)
    assert tankers.subject == "russian-forces-fuel-tankers-destroyed"


def test_a_verified_count_can_fall() -> None:
    before, after = own_claims(f"oryx-{day}-russian-forces-equipment-losses" for day in ("2025-12-31", "2026-06-30"))
    assert (before.low, after.low) == (23_812, 23_703)
    assert (before.method, before.measure, before.object) == (Method.PHOTOGRAPHS, "losses", "equipment")
    assert "count-can-fall" in after.caveats


def test_destroyed_captured_and_lost_in_any_way_are_kept_apart() -> None:
    claims = own_claims(f"oryx-2026-06-30-russian-forces-tank-{s}" for s in ("destroyed", "captured", "losses"))
    assert [(claim.measure, claim.low) for claim in claims] == [
        ("destroyed", 3310),
        ("captured", 538),
        ("losses", 4407),
    ]
    assert own_claims(["general-staff-2026-06-30-tank"])[0].low == 12_067


@pytest.mark.parametrize("population", ["russian-forces", "ukrainian-forces"])
def test_photographs_of_a_part_are_never_passed_off_as_the_whole(population: str) -> None:
    (claim,) = own_claims([f"oryx-2025-07-19-{population}-infantry-fighting-vehicles-losses"])
    assert (claim.population, claim.measure, claim.object) == (None, None, None)
    assert claim.subject == f"{population}-infantry-fighting-vehicles-losses"


def test_a_count_cut_short_by_its_keeper_is_left_out() -> None:
    claims = own()[1]
    assert claims["oryx-2022-03-27-russian-forces-equipment-destroyed"].low == 959
    assert "oryx-2022-03-28-russian-forces-equipment-destroyed" not in claims
    assert claims["oryx-2022-03-28-russian-forces-equipment-captured"].low == 745


def test_weeks_count_a_period_as_known_when_the_table_appeared() -> None:
    names, model = own_claims(
        f"{bulletin}-2022-02-27-killed" for bulletin in ("mediazona-bbc-weekly", "mediazona-meduza-weekly")
    )
    for claim in (names, model):
        assert (claim.counting, claim.period_start, claim.said_on) == (Counting.PERIOD, "2022-02-24", None)
        assert "back-filled" in claim.caveats
    assert (names.low, names.high, names.qualifier) == (427, None, Qualifier.AT_LEAST)
    assert (model.low, model.high, model.qualifier) == (336, 576, Qualifier.RANGE)
    second = own_claims(["mediazona-bbc-weekly-2022-03-06-killed"])[0]
    assert second.period_start == "2022-02-28"
