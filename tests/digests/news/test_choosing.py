"""What a subscription wants to hear of: facets and what lies below them, plain words, a threshold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.digests.model import Selection, Wanted
from bot.digests.news.choosing import plain
from bot.digests.news.news import news, standing
from tests.digests.newsroom import HOUSES, INJURED, KILLED, NAMED, Newsroom

EAST = "disaster-agency-2024-05-03-east-shore-people-killed"
WEST = "disaster-agency-2024-05-03-west-shore-people-killed"
MILLBROOK = f"{EAST}-millbrook"
UN = "un-humanitarian-2024-05-lake-people-killed"
MISSING = "lake-government-2024-05-03-lake-people-missing"
WARDS_INJURED = "ward-bulletin-2024-05-07-injured"
WARDS_KILLED = "ward-bulletin-2024-05-07-killed"
ALL = {KILLED, EAST, WEST, MILLBROOK, INJURED, HOUSES, NAMED, UN, MISSING, WARDS_INJURED, WARDS_KILLED}


def chosen(room: Newsroom, selection: Selection) -> set[str]:
    return {item.figure.id for item in standing(room.store, selection).items}


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ((), ALL),
        ((Wanted(),), ALL),
        ((Wanted(population="east-shore-people"),), {EAST, MILLBROOK}),
        ((Wanted(population="lake-people"),), ALL),  # with both shores, which lie below it
        ((Wanted(population="lake-people", measure="missing"),), {MISSING}),
        ((Wanted(measure="injured"),), {INJURED, WARDS_INJURED}),
        ((Wanted(object="house"),), {HOUSES}),
        ((Wanted(place="millbrook"),), {MILLBROOK}),
        ((Wanted(claimant="un"),), {UN}),
        ((Wanted(claimant="lake-government"),), {HOUSES, MISSING, WARDS_INJURED, WARDS_KILLED}),
        ((Wanted(claimant="lake-health", measure="killed"),), {WARDS_KILLED}),
        ((Wanted(claimant="un"), Wanted(object="house")), {UN, HOUSES}),
        ((Wanted(claimant="un", object="house"),), set()),
        ((Wanted(claimant="nobody"),), set()),
    ],
)
def test_any_of_the_wants_is_enough_and_all_of_its_facets_must_fit(
    newsroom: Newsroom, wanted: tuple[Wanted, ...], expected: set[str]
) -> None:
    assert chosen(newsroom, Selection(wanted)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("millbrook",), {MILLBROOK}),
        (("MILLBROOK",), {MILLBROOK}),
        (("Міллбрук",), {MILLBROOK}),  # in any language
        (("тома",), {MISSING, HOUSES}),  # the beginning of a spokesperson's name
        (("omas",), set()),  # not its end
        (("names of 209",), {NAMED}),  # of a quotation
        (("printed the name of every",), {NAMED}),  # of a note
        (("не підрахунок",), {UN}),  # of a caveat
        (("здоров'я",), {WARDS_INJURED, WARDS_KILLED}),  # with whatever apostrophe
        (("millbrook", "будин"), {MILLBROOK, HOUSES}),
        (("a.*",), set()),  # no regular expressions
        (("(",), set()),
    ],
)
def test_a_claim_is_kept_if_its_texts_hold_one_of_the_words(
    newsroom: Newsroom, words: tuple[str, ...], expected: set[str]
) -> None:
    assert chosen(newsroom, Selection(words=words)) == expected


def test_words_and_facets_must_both_fit(newsroom: Newsroom) -> None:
    selection = Selection((Wanted(measure="missing"),), words=("Tomas",))
    assert chosen(newsroom, selection) == {MISSING}


@given(st.text(max_size=40))
def test_words_are_compared_without_case_and_spelling(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert plain(f"  {text.upper()} ") in {plain(text), plain(text.upper())}


@pytest.mark.parametrize(
    ("threshold", "values", "expected"),
    [
        (None, (215, 216), ["-2024-05-10", "-2024-05-11"]),
        (100, (215, 216), []),
        (100, (300, 314), []),  # 214 and a hundred: not more than a hundred
        (100, (300, 315), ["-2024-05-11"]),
        (100, (315, 320), ["-2024-05-11"]),  # the newest one, since what it passed lies before it
        (0, (214, 215), ["-2024-05-11"]),
    ],
)
def test_a_total_is_news_if_it_grew_by_more_than_the_threshold(
    newsroom: Newsroom, threshold: int | None, values: tuple[int, int], expected: list[str]
) -> None:
    before = newsroom.told
    for day, value in zip(("2024-05-10", "2024-05-11"), map(str, values), strict=True):
        newsroom.add(KILLED, day, low=value, high=value)
    newsroom.load()
    found = news(newsroom.store, before, Selection(threshold=threshold)).items
    assert [item.figure.id for item in found] == [KILLED[:-1] + day for day in expected]
    assert [item.growth is not None for item in found] == [day == "-2024-05-11" for day in expected]


def test_a_threshold_leaves_what_is_no_total_and_what_became_of_claims(newsroom: Newsroom) -> None:
    before = newsroom.told
    rate = newsroom.add("lake-health-2024-05-10-lake-people-injured", "2024-05-12", high="21")
    first = newsroom.add(KILLED, "2024-05-12", claimant="lake-government", low="9", high="9", spokesperson="")
    newsroom.change(NAMED, status="forged")
    newsroom.load()
    found = {item.figure.id for item in news(newsroom.store, before, Selection(threshold=10**6)).items}
    assert found == {rate, first, NAMED}


def test_what_became_of_a_claim_is_told_whatever_the_selection(newsroom: Newsroom) -> None:
    before = newsroom.told
    newsroom.change(NAMED, status="forged")
    new = newsroom.add(KILLED, "2024-05-12", low="240", high="240")
    newsroom.load()
    houses = Selection((Wanted(object="house"),))
    assert not news(newsroom.store, before, houses)
    told = news(newsroom.store, before, houses, also={NAMED, KILLED, new})
    assert [item.figure.id for item in told.items] == [NAMED]


def test_a_claim_that_was_about_what_is_wanted_is_told_when_it_is_about_something_else(newsroom: Newsroom) -> None:
    before = newsroom.told
    newsroom.change(INJURED, measure="missing")
    newsroom.load()
    injured = Selection((Wanted(measure="injured"),))
    assert [item.figure.id for item in news(newsroom.store, before, injured).items] == [INJURED]
