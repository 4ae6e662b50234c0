"""What is new since somebody was told: every change an editor can make, and what becomes of it in a digest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.claims.database.store import Store
from bot.claims.package.reader import read_package
from bot.digests.model import ClaimNews, Selection, Told
from bot.digests.news.changes import changes
from bot.digests.news.news import changed_status, news, recent, since_told, standing, state_of
from tests.claims import package_edits as edits
from tests.digests.newsroom import FIRST, HOUSES, INJURED, KILLED, MORNING, NAMED, TAKEN_BACK, Newsroom

EVERYTHING = Selection()


def told_of(room: Newsroom, since: Told, selection: Selection = EVERYTHING) -> list[tuple[str, ClaimNews]]:
    return [(item.figure.id, item.news) for item in news(room.store, since, selection).items]


def nothing(_: Newsroom) -> None:
    """No edit."""


def a_new_claim(room: Newsroom) -> None:
    room.add(KILLED, "2024-05-06", low="230", high="230")


def another_value(room: Newsroom) -> None:
    room.change(HOUSES, low="4800", high="4800")


def another_date(room: Newsroom) -> None:
    room.change(HOUSES, as_of="2024-05-02")


def another_hedge(room: Newsroom) -> None:
    room.change(HOUSES, qualifier="nearly")


def another_topic(room: Newsroom) -> None:
    room.change(INJURED, population="east-shore-people")


def another_speaker(room: Newsroom) -> None:
    room.change(HOUSES, spokesperson="")


def a_caveat(room: Newsroom) -> None:
    room.change(HOUSES, caveats="second-hand")


def a_print(room: Newsroom) -> None:
    edits.add(room.folder, "appearances.csv", HOUSES, source="northern-wire-2024-05-03", as_printed="4,700", quote="")


def taken_back(room: Newsroom) -> None:
    room.change(KILLED, status="withdrawn")


def corrected(room: Newsroom) -> None:
    room.change(KILLED, status="corrected", low="213", high="213")


def misattributed(room: Newsroom) -> None:
    room.change(KILLED, status="misattributed")


def forged(room: Newsroom) -> None:
    room.change(KILLED, status="forged")


def superseded(room: Newsroom) -> None:
    room.change(KILLED, status="superseded")


def superseded_by_a_new_one(room: Newsroom) -> None:
    a_new_claim(room)
    superseded(room)


def standing_again(room: Newsroom) -> None:
    room.change(FIRST, status="standing", status_reason="", status_date="")


def left_out(room: Newsroom) -> None:
    room.remove(NAMED)


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (nothing, []),
        (a_new_claim, [(f"{KILLED[:-1]}-2024-05-06", ClaimNews.NEW)]),
        (another_value, [(HOUSES, ClaimNews.REVISED)]),
        (another_date, [(HOUSES, ClaimNews.REVISED)]),
        (another_hedge, [(HOUSES, ClaimNews.REVISED)]),
        (another_topic, [(INJURED, ClaimNews.REVISED)]),
        (another_speaker, [(HOUSES, ClaimNews.REVISED)]),
        (a_caveat, []),
        (a_print, []),
        (taken_back, [(KILLED, ClaimNews.WITHDRAWN)]),
        (corrected, [(KILLED, ClaimNews.CORRECTED)]),
        (misattributed, [(KILLED, ClaimNews.MISATTRIBUTED)]),
        (forged, [(KILLED, ClaimNews.FORGED)]),
        (superseded, [(KILLED, ClaimNews.SUPERSEDED)]),
        (superseded_by_a_new_one, [(f"{KILLED[:-1]}-2024-05-06", ClaimNews.NEW)]),
        (standing_again, [(FIRST, ClaimNews.RESTORED)]),
        (left_out, [(NAMED, ClaimNews.RETIRED)]),
    ],
)
def test_each_edit_is_told_as_what_it_is(
    newsroom: Newsroom, edit: Callable[[Newsroom], None], expected: list[tuple[str, ClaimNews]]
) -> None:
    before = newsroom.told
    edit(newsroom)
    after = newsroom.load()
    assert told_of(newsroom, before) == expected
    assert told_of(newsroom, after) == []


def test_a_claim_that_came_and_went_untold_is_not_told(newsroom: Newsroom) -> None:
    before = newsroom.told
    added = newsroom.add(KILLED, "2024-05-06", low="230", high="230")
    with_it = newsroom.load()
    newsroom.remove(added)
    newsroom.load()
    assert told_of(newsroom, before) == []
    assert told_of(newsroom, with_it) == [(added, ClaimNews.RETIRED)]


def test_a_claim_that_comes_back_is_told_to_those_who_heard_that_it_left(newsroom: Newsroom, tmp_path: Path) -> None:
    before = newsroom.told
    kept = {file: (newsroom.folder / file).read_bytes() for file in ("claims.csv", "appearances.csv")}
    newsroom.remove(NAMED)
    without = newsroom.load()
    for file, content in kept.items():
        (newsroom.folder / file).write_bytes(content)
    newsroom.change(HOUSES, caveats="second-hand")  # another package than the first, that says the same
    newsroom.load()
    assert told_of(newsroom, before) == []
    assert told_of(newsroom, without) == [(NAMED, ClaimNews.RESTORED)]


def test_a_slip_that_was_mended_before_anybody_was_told_is_not_told(newsroom: Newsroom) -> None:
    before = newsroom.told
    newsroom.change(HOUSES, low="47000", high="47000")
    newsroom.load()
    newsroom.change(HOUSES, low="4700", high="4700", caveats="second-hand")
    newsroom.load()
    assert told_of(newsroom, before) == []


def test_one_digest_tells_all_that_was_missed(newsroom: Newsroom) -> None:
    before = newsroom.told
    first = newsroom.add(KILLED, "2024-05-06", low="230", high="230")
    newsroom.load()
    another_value(newsroom)
    newsroom.load()
    second = newsroom.add(KILLED, "2024-05-07", low="231", high="231")
    newsroom.load()
    expected = [(first, ClaimNews.NEW), (second, ClaimNews.NEW), (HOUSES, ClaimNews.REVISED)]
    assert told_of(newsroom, before) == expected


def test_a_revised_claim_comes_with_what_it_said_before(newsroom: Newsroom) -> None:
    before = newsroom.told
    newsroom.change(INJURED, population="east-shore-people", low="1600", high="1600", as_of="2024-05-02")
    newsroom.load()
    (item,) = news(newsroom.store, before, EVERYTHING).items
    assert item.before is not None
    assert (str(item.before.topic), item.before.value.low, item.before.as_of.text) == (
        "lake-people/injured",
        1500,
        "2024-05-03",
    )
    assert (str(item.figure.topic), item.figure.value.low) == ("east-shore-people/injured", 1600)


def test_a_database_built_anew_from_the_same_package_has_nothing_new(newsroom: Newsroom, tmp_path: Path) -> None:
    a_new_claim(newsroom)
    told = newsroom.load()
    with Store.open(tmp_path / "anew.db") as anew:
        anew.load(read_package(newsroom.folder), by="another machine")
        assert state_of(anew, MORNING).revision != told.revision
        assert not news(anew, told, EVERYTHING)


def test_a_state_that_the_database_never_had_is_known_by_its_day(newsroom: Newsroom) -> None:
    unknown = Told("of another time", 7, datetime(2024, 5, 9, 12, tzinfo=UTC))
    newsroom.change(FIRST, status="withdrawn", status_date="2024-05-12")
    newsroom.load()
    told = dict(told_of(newsroom, unknown))
    assert told[FIRST] is ClaimNews.WITHDRAWN
    assert told[NAMED] is ClaimNews.NEW  # said on 20 May
    assert KILLED not in told  # said on 3 May
    later = replace(unknown, at=datetime(2024, 6, 29, tzinfo=UTC))
    assert told_of(newsroom, later) == [("un-humanitarian-2024-05-lake-people-killed", ClaimNews.NEW)]


def test_lately_is_counted_back_from_the_last_day_on_which_anything_became_known(newsroom: Newsroom) -> None:
    newest = recent(newsroom.store, 1, EVERYTHING)
    assert [item.figure.id for item in newest.items] == ["un-humanitarian-2024-05-lake-people-killed"]
    assert newest.since == date(2024, 6, 30)
    assert NAMED in {item.figure.id for item in recent(newsroom.store, 60, EVERYTHING).items}


def test_what_stands_is_the_newest_of_each_claimant_and_topic(newsroom: Newsroom) -> None:
    told = [item.figure.id for item in standing(newsroom.store, EVERYTHING).items]
    assert KILLED in told
    assert FIRST not in told
    assert TAKEN_BACK not in told
    assert "lake-government-2024-05-03-lake-people-missing" in told  # a number on a day
    assert {item.news for item in standing(newsroom.store, EVERYTHING).items} == {ClaimNews.STANDING}


def test_those_who_were_told_of_a_claim_must_hear_what_became_of_it(newsroom: Newsroom) -> None:
    before = newsroom.told
    superseded_by_a_new_one(newsroom)
    another_value(newsroom)
    left_out(newsroom)
    newsroom.change(INJURED, status="forged")
    newsroom.load()
    changed = changes(newsroom.store, since_told(newsroom.store, before))
    assert changed_status(changed) == {HOUSES, NAMED, INJURED}


def test_news_come_by_topic_as_the_package_lists_them_then_by_claimant(newsroom: Newsroom) -> None:
    before = newsroom.told
    houses = newsroom.add(HOUSES, "2024-05-06", low="5000", high="5000")
    named = newsroom.add(NAMED, "2024-05-21", low="210", high="")
    late = newsroom.add(KILLED, "2024-05-22", low="240", high="240")
    early = newsroom.add(KILLED, "2024-05-06", low="230", high="230")
    east = newsroom.add("disaster-agency-2024-05-03-east-shore-people-killed", "2024-05-06", low="170", high="170")
    newsroom.load()
    assert [claim for claim, _ in told_of(newsroom, before)] == [early, late, named, houses, east]
