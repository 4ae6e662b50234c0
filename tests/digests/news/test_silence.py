"""Who fell silent: measured against the newest date of the claims, told once, and again after new totals."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.digests.model import ClaimNews, Selection, Told
from bot.digests.news.news import news
from tests.digests.newsroom import HOUSES, KILLED, NAMED, Newsroom


def silent(room: Newsroom, since: Told) -> set[str]:
    found = news(room.store, since, Selection()).items
    return {item.figure.id for item in found if item.news is ClaimNews.SILENT}


@pytest.mark.parametrize(("newest", "expected"), [("2024-08-01", False), ("2024-08-02", True)])
def test_a_claimant_is_silent_after_more_than_ninety_days(newsroom: Newsroom, newest: str, expected: bool) -> None:
    """The agency's last total counts up to 3 May; nobody looks at today's date."""
    before = newsroom.told
    newsroom.add(NAMED, newest, low="215")
    after = newsroom.load()
    assert (KILLED in silent(newsroom, before)) is expected
    assert silent(newsroom, after) == set()


def test_it_is_told_once(newsroom: Newsroom) -> None:
    newsroom.add(NAMED, "2024-08-02", low="215")
    told = newsroom.load()
    newsroom.add(NAMED, "2024-09-02", low="216")
    newsroom.load()
    assert KILLED not in silent(newsroom, told)


def test_new_totals_end_it_and_it_can_begin_again(newsroom: Newsroom) -> None:
    newsroom.add(NAMED, "2024-08-02", low="215")
    newsroom.load()
    again = newsroom.add(KILLED, "2024-08-03", low="240", high="240")
    spoke = newsroom.load()
    newsroom.add(NAMED, "2024-12-01", low="216")
    newsroom.load()
    assert again in silent(newsroom, spoke)


def test_an_old_total_that_came_to_be_known_is_new_and_no_silence(newsroom: Newsroom) -> None:
    newsroom.add(NAMED, "2024-08-02", low="215")
    before = newsroom.load()
    newsroom.add(
        "disaster-agency-2024-05-03-west-shore-people-killed", "2024-05-02", low="50", high="50", place="otterby"
    )
    newsroom.load()
    assert silent(newsroom, before) == set()


def test_a_total_that_was_taken_back_is_no_last_word(newsroom: Newsroom) -> None:
    """Without its newest total a claimant's last one is older: it has fallen silent."""
    newsroom.add(HOUSES, "2024-07-30", id="houses-later", low="5000", high="5000")
    newsroom.add(NAMED, "2024-08-20", low="215")
    before = newsroom.load()
    newsroom.change("houses-later", status="withdrawn")
    newsroom.load()
    assert HOUSES in silent(newsroom, before)


def test_a_state_known_by_its_day_is_measured_by_what_was_known_then(newsroom: Newsroom) -> None:
    newsroom.add(NAMED, "2024-08-20", low="215")
    newsroom.load()
    known = Told("of another time", 1, datetime(2024, 7, 1, tzinfo=UTC))
    assert KILLED in silent(newsroom, known)
    later = Told("of another time", 1, datetime(2024, 8, 20, 12, tzinfo=UTC))
    assert silent(newsroom, later) == set()
