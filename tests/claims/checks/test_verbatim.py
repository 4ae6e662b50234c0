from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.claims.checks.verbatim import bounds, numbers_in, stands_in


@pytest.mark.parametrize(
    ("quote", "number"),
    [
        ("the agency put the dead at 214", "214"),
        ("some 9,000 have died", "9000"),
        ("some 9.000 have died", "9000"),
        ("some 9 000 have died", "9000"),
        ("some 9\u00a0000 have died", "9,000"),
        ("nearly nine thousand men", "9,000"),
        ("5.3k troops", "5300"),
        ("nearly 5,300 troops", "5.3k"),
        ("1.5 million shells", "1500000"),
        ("4,7 тыс. домов", "4700"),
        ("девять тысяч человек", "9000"),
        ("дев’ять тисяч осіб", "9000"),
        ("70 to 90 people are missing", "70 to 90"),
        ("between 1,000 and 2,000", "1000 to 2000"),
        ("Twelve people were killed", "12"),
        ("dozens were hurt", "dozens"),
    ],
)
def test_a_quote_holds_its_number(quote: str, number: str) -> None:
    assert stands_in(quote, number)


@pytest.mark.parametrize(
    ("quote", "number"),
    [
        ("the agency put the dead at 241", "214"),
        ("some 90,000 have died", "9000"),
        ("some 9,000 have died", "900"),
        ("nearly nine hundred men", "9,000"),
        ("70 people are missing", "70 to 90"),
        ("1.5 thousand shells", "1500000"),
        ("no number at all", "12"),
        ("a few were hurt", "dozens"),
    ],
)
def test_a_quote_without_its_number_is_found(quote: str, number: str) -> None:
    assert not stands_in(quote, number)


@given(st.integers(min_value=10, max_value=10**9), st.sampled_from(["{}", "{:,}", "{:_}"]))
def test_any_grouping_holds(number: int, shape: str) -> None:
    written = shape.format(number).replace("_", " ")
    assert stands_in(f"officials said {written} were lost", str(number))


@given(st.text())
def test_any_text_can_be_searched(text: str) -> None:
    assert isinstance(stands_in(text, "12"), bool)


def test_a_range_gives_both_ends_and_an_open_bound_none() -> None:
    assert numbers_in("from 70 to 90") == {70, 90}
    assert bounds(12, None) == {12}
    assert bounds(None, 20) == {20}
