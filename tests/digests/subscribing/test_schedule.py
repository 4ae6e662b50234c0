"""When a digest is due: clock changes, quiet hours, short months; and what holds of every rhythm."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.digests.model import Frequency, Quiet, Rhythm
from bot.digests.subscribing import schedule

NIGHT = Quiet(time(22), time(7))


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def runs(rhythm: Rhythm, after: str, number: int) -> list[tuple[str, str]]:
    """The slots that follow, with what the clock there shows."""
    found, moment = [], utc(after)
    for _ in range(number):
        due = schedule.next_run(rhythm, moment)
        assert due is not None and due > moment
        found.append((schedule.slot(rhythm, due), f"{due.astimezone(ZoneInfo(rhythm.zone)):%m-%d %H:%M %z}"))
        moment = due
    return found


def test_each_day_at_its_local_time() -> None:
    rhythm = Rhythm(at=time(9), zone="Europe/Kyiv")
    assert runs(rhythm, "2026-03-27T07:00", 3) == [
        ("2026-03-28", "03-28 09:00 +0200"),
        ("2026-03-29", "03-29 09:00 +0300"),
        ("2026-03-30", "03-30 09:00 +0300"),
    ]


@pytest.mark.parametrize(
    ("zone", "at", "after", "expected"),
    [
        pytest.param(
            "Europe/Berlin",
            time(2, 30),
            "2026-03-28T12:00",
            [("2026-03-29", "03-29 03:30 +0200"), ("2026-03-30", "03-30 02:30 +0200")],
            id="a time that the clock leaves out",
        ),
        pytest.param(
            "Europe/Berlin",
            time(2, 30),
            "2026-10-24T12:00",
            [("2026-10-25", "10-25 02:30 +0200"), ("2026-10-26", "10-26 02:30 +0100")],
            id="a time that it shows twice",
        ),
        pytest.param(
            "Australia/Lord_Howe",
            time(2, 15),
            "2026-10-03T00:00",
            [("2026-10-04", "10-04 02:45 +1100"), ("2026-10-05", "10-05 02:15 +1100")],
            id="half an hour left out",
        ),
        pytest.param(
            "Antarctica/Troll",
            time(1, 30),
            "2026-03-28T12:00",
            [("2026-03-29", "03-29 03:30 +0200"), ("2026-03-30", "03-30 01:30 +0200")],
            id="two hours left out",
        ),
        pytest.param(
            "America/Nuuk",
            time(23, 30),
            "2026-03-28T12:00",
            [("2026-03-28", "03-29 00:30 -0100"), ("2026-03-29", "03-29 23:30 -0100")],
            id="the last hour of a day left out: shown on the next date, it is the digest of its own",
        ),
        pytest.param(
            "America/Santiago",
            time(0, 15),
            "2026-09-05T12:00",
            [("2026-09-06", "09-06 01:15 -0300"), ("2026-09-07", "09-07 00:15 -0300")],
            id="the first hour of a day left out",
        ),
        pytest.param(
            "Pacific/Apia",
            time(9),
            "2011-12-29T12:00",
            [("2011-12-29", "12-29 09:00 -1000"), ("2011-12-31", "12-31 09:00 +1400")],
            id="a date left out",
        ),
        pytest.param(
            "Africa/Casablanca",
            time(2, 30),
            "2026-02-14T12:00",
            [("2026-02-15", "02-15 02:30 +0100"), ("2026-02-16", "02-16 02:30 +0000")],
            id="the clock put back for a month of fasting",
        ),
    ],
)
def test_clock_changes(zone: str, at: time, after: str, expected: list[tuple[str, str]]) -> None:
    assert runs(Rhythm(at=at, zone=zone), after, len(expected)) == expected


def test_weekly_in_a_week_without_that_day() -> None:
    friday = Rhythm(Frequency.WEEKLY, time(9), "Pacific/Apia", weekday=4)
    assert runs(friday, "2011-12-25T12:00", 2) == [
        ("2011-12-30", "12-31 09:00 +1400"),
        ("2012-01-06", "01-06 09:00 +1400"),
    ]


def test_monthly_on_a_day_that_a_month_may_lack() -> None:
    rhythm = Rhythm(Frequency.MONTHLY, time(9), "UTC", day=31)
    slots = [slot for slot, _ in runs(rhythm, "2028-01-31T12:00", 4)]
    assert slots == ["2028-02-29", "2028-03-31", "2028-04-30", "2028-05-31"]


def test_at_once_is_due_at_no_time() -> None:
    rhythm = Rhythm(Frequency.AT_ONCE)
    assert schedule.next_run(rhythm, utc("2026-01-01T00:00")) is None
    assert schedule.last_due(rhythm, utc("2026-01-01T00:00")) is None


def test_a_time_in_quiet_hours_moves_to_their_end() -> None:
    late = Rhythm(at=time(23, 30), zone="Europe/Kyiv", quiet=NIGHT)
    assert runs(late, "2026-05-01T12:00", 2) == [
        ("2026-05-01", "05-02 07:00 +0300"),
        ("2026-05-02", "05-03 07:00 +0300"),
    ]
    early = Rhythm(at=time(6), zone="Europe/Kyiv", quiet=NIGHT)
    assert runs(early, "2026-05-01T12:00", 1) == [("2026-05-02", "05-02 07:00 +0300")]


@pytest.mark.parametrize(
    ("quiet", "moment", "expected"),
    [
        (None, "2026-05-01T23:00", "2026-05-01T23:00"),
        (NIGHT, "2026-05-01T21:59", "2026-05-01T21:59"),
        (NIGHT, "2026-05-01T22:00", "2026-05-02T07:00"),
        (NIGHT, "2026-05-02T06:59", "2026-05-02T07:00"),
        (NIGHT, "2026-05-02T07:00", "2026-05-02T07:00"),
        (Quiet(time(13), time(15)), "2026-05-02T14:00", "2026-05-02T15:00"),
        (Quiet(time(13), time(15)), "2026-05-02T15:00", "2026-05-02T15:00"),
        (Quiet(time(9), time(9)), "2026-05-02T09:00", "2026-05-02T09:00"),
    ],
)
def test_outside_quiet(quiet: Quiet | None, moment: str, expected: str) -> None:
    assert schedule.outside_quiet(quiet, "UTC", utc(moment)) == utc(expected)


@pytest.mark.parametrize(
    ("zone", "quiet", "moment", "expected"),
    [
        # The hours end at the first of two 02:30s; the second 02:15 comes after.
        ("Europe/Berlin", Quiet(time(22), time(2, 30)), "2026-10-25T00:15", "2026-10-25T00:30"),
        ("Europe/Berlin", Quiet(time(22), time(2, 30)), "2026-10-25T01:15", "2026-10-25T01:15"),
        # They end in an hour that is left out: as much later.
        ("Europe/Berlin", Quiet(time(22), time(2, 30)), "2026-03-29T01:10", "2026-03-29T01:30"),
        # They began on the evening before a date that was left out.
        ("Pacific/Apia", NIGHT, "2011-12-30T12:00", "2011-12-30T17:00"),
    ],
)
def test_quiet_hours_in_clock_changes(zone: str, quiet: Quiet, moment: str, expected: str) -> None:
    assert schedule.outside_quiet(quiet, zone, utc(moment)) == utc(expected)


@pytest.mark.parametrize(
    ("rhythm", "wrong"),
    [
        (Rhythm(zone="Mars/Olympus"), "zone"),
        (Rhythm(zone=""), "zone"),
        (Rhythm(zone="../etc/passwd"), "zone"),
        (Rhythm(Frequency.WEEKLY), "weekday"),
        (Rhythm(Frequency.WEEKLY, weekday=7), "weekday"),
        (Rhythm(Frequency.MONTHLY), "day"),
        (Rhythm(Frequency.MONTHLY, day=0), "day"),
        (Rhythm(at=time(9, 0, 1)), "at, quiet"),
        (Rhythm(at=time(9, tzinfo=UTC)), "at, quiet"),
        (Rhythm(quiet=Quiet(time(9), time(9))), "quiet"),
    ],
)
def test_a_rhythm_that_cannot_be_kept(rhythm: Rhythm, wrong: str) -> None:
    with pytest.raises(ValueError, match=f"^{wrong}: "):
        schedule.check(rhythm)


ZONES = st.sampled_from(
    [
        "UTC",
        "Europe/Kyiv",
        "Europe/Moscow",
        "America/New_York",
        "Australia/Lord_Howe",
        "Pacific/Chatham",
        "Pacific/Apia",
        "Asia/Kathmandu",
        "America/Santiago",
        "America/Nuuk",
        "Africa/Casablanca",
        "Antarctica/Troll",
        "Etc/GMT+12",
        "Pacific/Kiritimati",
    ]
)
MINUTES = st.builds(time, st.integers(0, 23), st.integers(0, 59))
# Around the changes of clocks and at any time; 2011 has the date that Apia left out, 2040 lies beyond all tables.
DAYS = st.sampled_from(
    [utc("2011-12-30T00:00"), utc("2026-03-29T00:00"), utc("2026-10-25T00:00"), utc("2026-04-05T00:00")]
)
MOMENTS = st.one_of(
    st.builds(lambda day, minutes: day + timedelta(minutes=minutes), DAYS, st.integers(-4000, 4000)),
    st.datetimes(utc("2010-01-01T00:00").replace(tzinfo=None), datetime(2040, 1, 1), timezones=st.just(UTC)),
)
QUIET = st.none() | st.builds(Quiet, MINUTES, MINUTES).filter(lambda quiet: quiet.start != quiet.end)
RHYTHMS = st.one_of(
    st.builds(Rhythm, st.just(Frequency.DAILY), MINUTES, ZONES, quiet=QUIET),
    st.builds(Rhythm, st.just(Frequency.WEEKLY), MINUTES, ZONES, weekday=st.integers(0, 6), quiet=QUIET),
    st.builds(Rhythm, st.just(Frequency.MONTHLY), MINUTES, ZONES, day=st.integers(1, 31), quiet=QUIET),
)


@given(RHYTHMS, MOMENTS)
def test_every_date_once_and_in_order(rhythm: Rhythm, after: datetime) -> None:
    slots: list[str] = []
    moment = after
    for _ in range(5):
        due = schedule.next_run(rhythm, moment)
        assert due is not None and due > moment
        assert schedule.last_due(rhythm, due) == due
        assert schedule.last_due(rhythm, due - timedelta(microseconds=1)) != due
        slots.append(schedule.slot(rhythm, due))
        moment = due
    assert slots == sorted(set(slots))


@given(RHYTHMS, MOMENTS, st.integers(0, 100_000))
def test_a_later_moment_is_never_followed_by_an_earlier_one(rhythm: Rhythm, after: datetime, minutes: int) -> None:
    first, second = (schedule.next_run(rhythm, moment) for moment in (after, after + timedelta(minutes=minutes)))
    assert first is not None and second is not None and first <= second


@given(RHYTHMS, MOMENTS)
def test_nothing_is_due_in_quiet_hours(rhythm: Rhythm, after: datetime) -> None:
    due = schedule.next_run(rhythm, after)
    assert due is not None
    assert schedule.outside_quiet(rhythm.quiet, rhythm.zone, due) == due


@given(QUIET, ZONES, MOMENTS, st.integers(0, 2000))
def test_quiet_hours_keep_the_order(quiet: Quiet | None, zone: str, moment: datetime, minutes: int) -> None:
    later = moment + timedelta(minutes=minutes)
    first, second = (schedule.outside_quiet(quiet, zone, each) for each in (moment, later))
    assert moment <= first <= second
    assert schedule.outside_quiet(quiet, zone, first) == first
    assert first - moment <= timedelta(hours=48)


@given(st.builds(Rhythm, at=MINUTES, zone=ZONES), MOMENTS)
def test_a_daily_one_comes_within_a_day_at_its_time(rhythm: Rhythm, after: datetime) -> None:
    due = schedule.next_run(rhythm, after)
    assert due is not None and due - after <= timedelta(hours=26)
    shown = due.astimezone(ZoneInfo(rhythm.zone))
    noon = shown.replace(hour=12, minute=0)
    changes = (noon - timedelta(days=1)).utcoffset() != (noon + timedelta(days=1)).utcoffset()
    assert shown.time() == rhythm.at or changes
