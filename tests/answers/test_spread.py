"""The spread: totals of one topic, within seven days of each other, standing, of two claimants."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.answers.answer import Spread
from bot.questions.question import Dates
from tests.answers.asking import REASON, add_claim, ask, loaded, read

WEST = {"population": "west-shore-people"}  # the package has one total of the agency: 54, as of 2024-05-03


def spread_of(package: Path, tmp_path: Path, until: date | None = None) -> Spread | None:
    with loaded(package, tmp_path / "claims.db") as store:
        reading = read("west-shore-people/killed", dates=Dates(as_of_to=until))
        return ask(store, reading).readings[0].spread


def ends(spread: Spread | None) -> tuple[int, int] | None:
    return spread and (spread.low.value.point, spread.high.value.point)


@pytest.mark.parametrize(("days", "found"), [(0, True), (6, True), (7, True), (8, False), (365, False)])
def test_seven_days_are_within_and_eight_are_not(two_sides: Path, tmp_path: Path, days: int, found: bool) -> None:
    later = date(2024, 5, 3) + timedelta(days=days)
    add_claim(two_sides, "lake-courier", later.isoformat(), 108, **WEST)
    spread = spread_of(two_sides, tmp_path)
    assert ends(spread) == ((54, 108) if found else None)
    if spread:
        assert spread.ratio == 2
        assert spread.low.claimant == "disaster-agency"
        assert spread.high.claimant == "lake-courier"


def test_one_claimants_own_growth_is_no_spread(two_sides: Path, tmp_path: Path) -> None:
    add_claim(two_sides, "disaster-agency", "2024-05-04", 80, **WEST)
    assert spread_of(two_sides, tmp_path) is None


@pytest.mark.parametrize("status", ["withdrawn", "superseded", "corrected", "forged", "misattributed"])
def test_only_standing_totals_are_compared(two_sides: Path, tmp_path: Path, status: str) -> None:
    add_claim(two_sides, "lake-courier", "2024-05-03", 108, status=status, status_reason=REASON, **WEST)
    assert spread_of(two_sides, tmp_path) is None


@pytest.mark.parametrize("counting", ["period", "event", "rate", "stock"])
def test_only_totals_are_compared(two_sides: Path, tmp_path: Path, counting: str) -> None:
    cells = {"per": "day" if counting == "rate" else ""}
    add_claim(two_sides, "lake-courier", "2024-05-03", 108, counting=counting, **cells, **WEST)
    assert spread_of(two_sides, tmp_path) is None


def test_a_month_is_not_known_to_lie_within_seven_days(two_sides: Path, tmp_path: Path) -> None:
    add_claim(two_sides, "disaster-agency", "2024-05-31", 60, **WEST)
    add_claim(two_sides, "lake-courier", "2024-05", 108, **WEST)  # the month's last day is near, its first is not
    assert spread_of(two_sides, tmp_path) is None


def test_the_newest_window_counts(two_sides: Path, tmp_path: Path) -> None:
    add_claim(two_sides, "lake-courier", "2024-05-04", 500, **WEST)
    add_claim(two_sides, "disaster-agency", "2024-05-20", 60, **WEST)
    add_claim(two_sides, "lake-courier", "2024-05-22", 90, **WEST)
    add_claim(two_sides, "disaster-agency", "2024-06-30", 70, **WEST)  # alone in its week
    assert ends(spread_of(two_sides, tmp_path)) == (60, 90)


def test_with_a_date_the_window_ends_on_it(two_sides: Path, tmp_path: Path) -> None:
    add_claim(two_sides, "lake-courier", "2024-05-04", 500, **WEST)
    add_claim(two_sides, "lake-courier", "2024-05-22", 90, **WEST)
    add_claim(two_sides, "disaster-agency", "2024-05-20", 60, **WEST)
    assert ends(spread_of(two_sides, tmp_path, until=date(2024, 5, 6))) == (54, 500)
    assert spread_of(two_sides, tmp_path, until=date(2024, 5, 19)) is None


def test_totals_nearest_in_time_are_compared_first(two_sides: Path, tmp_path: Path) -> None:
    add_claim(two_sides, "lake-government", "2024-05-01", 2, **WEST)  # before most of the counting
    add_claim(two_sides, "lake-courier", "2024-05-04", 108, **WEST)
    assert ends(spread_of(two_sides, tmp_path)) == (54, 108)


def test_where_the_nearest_agree_older_ones_are_compared(two_sides: Path, tmp_path: Path) -> None:
    add_claim(two_sides, "lake-government", "2024-05-01", 2, **WEST)
    add_claim(two_sides, "lake-courier", "2024-05-04", 54, **WEST)
    assert ends(spread_of(two_sides, tmp_path)) == (2, 54)


def test_an_interval_that_holds_the_other_total_is_no_disagreement(two_sides: Path, tmp_path: Path) -> None:
    add_claim(two_sides, "lake-courier", "2024-05-04", 40, high="80", qualifier="range", **WEST)
    assert spread_of(two_sides, tmp_path) is None
