"""Differences between totals of one claimant, and the thresholds that make them news."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.claims.database.since import LineTotal
from bot.claims.model import PartialDate, Qualifier, Value
from bot.digests.layout.sparkline import BARS, sparkline
from bot.digests.news.growth import growth, milestone

START = date(2024, 5, 1)


def line(*numbers: int, days: tuple[int, ...] | None = None) -> tuple[LineTotal, ...]:
    """Totals by day: t0, t1, …"""
    gone = days or tuple(range(len(numbers)))
    return tuple(
        LineTotal(f"t{at}", Value(number, number, Qualifier.EXACT), as_of(day))
        for at, (number, day) in enumerate(zip(numbers, gone, strict=True))
    )


def as_of(day: int) -> PartialDate:
    return PartialDate((START + timedelta(days=day)).isoformat())


def test_a_difference_is_from_the_last_total_that_was_known() -> None:
    found = growth(line(10, 14, 19, 30), {"t2", "t3"})
    assert found is not None
    assert (found.before.id, found.difference) == ("t1", 16)


@pytest.mark.parametrize(
    ("totals", "new"),
    [
        (line(10), {"t0"}),  # the first there is
        (line(10, 12), {"t0", "t1"}),  # all of it is new
        (line(10, 12, days=(3, 3)), {"t1"}),  # of the same day
    ],
)
def test_without_an_earlier_total_there_is_no_difference(totals: tuple[LineTotal, ...], new: set[str]) -> None:
    assert growth(totals, new) is None


@pytest.mark.parametrize(
    "value",
    [Value(10, 20, Qualifier.RANGE), Value(10, 20, Qualifier.ABOUT)],
)
@pytest.mark.parametrize("at", [0, 1])
def test_a_range_has_no_one_difference(value: Value, at: int) -> None:
    totals = list(line(10, 12))
    totals[at] = LineTotal(f"t{at}", value, totals[at].as_of)
    assert growth(totals, {"t1"}) is None


def test_an_open_bound_differs_by_what_it_names() -> None:
    totals = (
        LineTotal("a", Value(10, None, Qualifier.AT_LEAST), as_of(0)),
        LineTotal("b", Value(None, 25, Qualifier.AT_MOST), as_of(1)),
    )
    found = growth(totals, {"b"})
    assert found is not None
    assert found.difference == 15


@pytest.mark.parametrize(
    ("totals", "steps"),
    [
        (line(1, 2, 4, 7, 11), (1, 2, 3, 4)),
        (line(*range(0, 40, 2)), (2,) * 8),  # no more than eight
        (line(1, 2, 4, 7), ()),  # too few
        (line(1, 2, 4, 3, 8), ()),  # it fell
        (line(5, 5, 5, 5, 5), ()),  # it did not grow
        (line(1, 2, 4, 7, 11, days=(0, 1, 2, 3, 30)), ()),  # bars would tell of dates
        (line(1, 2, 3, 4, 7, 11, days=(0, 1, 1, 2, 3, 4)), (2, 1, 3, 4)),  # of two totals of one day the last
    ],
)
def test_bars_stand_where_totals_came_evenly_and_grew(totals: tuple[LineTotal, ...], steps: tuple[int, ...]) -> None:
    found = growth(totals, {totals[-1].id})
    assert found is not None
    assert found.steps == steps


@pytest.mark.parametrize(
    ("totals", "new", "expected"),
    [
        (line(100, 1100), {"t1"}, (False, None)),  # grew by as much, not by more
        (line(100, 1101), {"t1"}, (True, "t0")),
        (line(100, 700, 1400), {"t2"}, (True, "t0")),  # little by little
        (line(100, 1200, 1300), {"t2"}, (False, None)),  # told when it was reached
        (line(100, 1200, 1300), {"t1", "t2"}, (True, "t0")),
        (line(100), {"t0"}, (True, None)),  # the first there is
        (line(2000, 100, 1500), {"t2"}, (False, None)),  # it fell, and is not above where it was
        (line(100, 5000, 5100), {"t1"}, (False, None)),  # an older total came to be known
    ],
)
def test_a_threshold_is_passed_once(
    totals: tuple[LineTotal, ...], new: set[str], expected: tuple[bool, str | None]
) -> None:
    is_news, since = milestone(totals, new, 1000)
    assert (is_news, since and since.before.id) == expected


@given(
    numbers=st.lists(st.integers(0, 9000), min_size=2, max_size=40),
    threshold=st.integers(0, 3000),
    sizes=st.lists(st.integers(1, 7), min_size=40, max_size=40),
)
def test_a_digest_of_many_totals_tells_what_digests_of_one_would_have_told(
    numbers: list[int], threshold: int, sizes: list[int]
) -> None:
    totals = line(*numbers)
    told_at_once = {total.id for upto in range(1, len(totals) + 1) for total in _told(totals[:upto], 1, threshold)}
    start = 0
    for size in sizes:
        batch = {total.id for total in totals[start : start + size]}
        told = _told(totals[: start + size], len(batch), threshold)
        assert bool(told) == bool(batch & told_at_once)
        start += size


def _told(totals: tuple[LineTotal, ...], new: int, threshold: int) -> tuple[LineTotal, ...]:
    """The newest total, where so many new ones make it news."""
    if not new:
        return ()
    is_news, since = milestone(totals, {total.id for total in totals[-new:]}, threshold)
    assert since is None or is_news
    return totals[-1:] if is_news else ()


@given(st.lists(st.integers(0, 10**9), max_size=20))
def test_a_sparkline_has_a_bar_for_each_number_and_keeps_their_order(numbers: list[int]) -> None:
    bars = sparkline(numbers)
    assert len(bars) == len(numbers)
    heights = [BARS.index(bar) for bar in bars]
    by_number = [height for _, height in sorted(zip(numbers, heights, strict=True))]
    assert by_number == sorted(heights)
    if any(numbers):
        assert max(heights) == len(BARS) - 1
