"""The year of digests in short: the nights of clock changes, on both databases; and that the proof can fail."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import URL

from bot.chats.chats import file_url
from bot.digests.model import Rhythm
from bot.digests.subscribing import schedule
from tests.proofs.year import ZONES, Calendar, minutes, prove

NIGHT = timedelta(hours=14)  # in which each zone has a few digests, most at times that its clock skips or repeats


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_a_night_on_both_databases(url: URL) -> None:
    counts = prove(url, at("2025-03-29T16:00"), NIGHT, ("America/Nuuk", "Antarctica/Troll", "Europe/Kyiv"))
    assert counts.holds, counts.misses
    assert counts.in_changes == 7


@pytest.mark.parametrize(
    ("start", "length", "zones", "in_changes"),
    [
        ("2025-04-05T12:00", timedelta(hours=18), ("Australia/Lord_Howe", "Pacific/Chatham", "America/Santiago"), 7),
        ("2025-10-25T16:00", NIGHT, ("Antarctica/Troll", "Europe/Kyiv", "America/Nuuk", "Asia/Kathmandu"), 7),
        ("2025-02-22T18:00", NIGHT, ("Africa/Casablanca",), 2),
        ("2011-12-29T12:00", timedelta(days=2), ("Pacific/Apia",), 0),  # a whole date is left out
    ],
)
def test_other_changes(tmp_path: Path, start: str, length: timedelta, zones: tuple[str, ...], in_changes: int) -> None:
    counts = prove(file_url(tmp_path), at(start), length, zones)
    assert counts.holds, counts.misses
    assert counts.in_changes == in_changes


def test_a_digest_at_the_wrong_minute_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    late = schedule.next_run

    def next_run(rhythm: Rhythm, after: datetime) -> datetime | None:
        due = late(rhythm, after)
        return due + timedelta(minutes=1) if due and rhythm.at == time(9) else due

    monkeypatch.setattr(schedule, "next_run", next_run)
    counts = prove(file_url(tmp_path), at("2025-03-28T00:00"), timedelta(days=1), ("Europe/Kyiv",))
    assert not counts.holds and len(counts.wrong) == 1


def test_a_digest_that_does_not_come_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schedule, "next_run", lambda *_: None)
    counts = prove(file_url(tmp_path), at("2025-03-28T00:00"), timedelta(days=1), ("Europe/Kyiv",))
    assert not counts.holds and len(counts.missing) == counts.expected


def test_the_calendar_is_read_from_the_clock() -> None:
    start = at("2025-03-29T12:00")
    berlin = Calendar.of("Europe/Berlin", minutes(start, timedelta(days=1)))
    assert len(berlin.left_out) == 60 and not berlin.again
    assert berlin.left_out[date(2025, 3, 30), time(2, 30)] == at("2025-03-30T01:30")
    assert len(set(ZONES)) == 30
