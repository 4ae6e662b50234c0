"""When a digest is due: local wall clocks turned into moments, on nights that have an hour twice or not at all too.

A digest belongs to a *date* of the subscriber's calendar and is due at the moment when the clock there first shows its
time. A clock that is put forward over that time shows it later by as much; one that is put back shows it twice, and
the first time counts. In quiet hours the moment moves to their end. So each date has one moment, and a later date
never an earlier one.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from bot.digests.model import Frequency, Quiet, Rhythm

_DAY = timedelta(days=1)
# How far a moment can be from the same date and time in UTC: the zone (14 hours), a clock change (up to a day, where a
# date was left out), and quiet hours (a day).
_REACH = 4 * _DAY


def check(rhythm: Rhythm) -> None:
    """Raise ValueError for a rhythm that cannot be kept: what is wrong with it."""
    if rhythm.zone not in _zones():
        raise ValueError(f"zone: there is no time zone {rhythm.zone!r}")
    if rhythm.frequency is Frequency.WEEKLY and rhythm.weekday not in range(7):
        raise ValueError(f"weekday: {rhythm.weekday}; a weekly digest needs one from 0, Monday, to 6")
    if rhythm.frequency is Frequency.MONTHLY and rhythm.day not in range(1, 32):
        raise ValueError(f"day: {rhythm.day}; a monthly digest needs one from 1 to 31")
    quiet = (rhythm.quiet.start, rhythm.quiet.end) if rhythm.quiet else ()
    if any(each != each.replace(second=0, microsecond=0, tzinfo=None) for each in (rhythm.at, *quiet)):
        raise ValueError("at, quiet: hours and minutes only")
    if quiet and quiet[0] == quiet[1]:
        raise ValueError("quiet: hours that end when they begin")


def next_run(rhythm: Rhythm, after: datetime) -> datetime | None:
    """The first due moment after another, in UTC; None for what comes as soon as the claims change."""
    if rhythm.frequency is Frequency.AT_ONCE:
        return None
    start = (after.astimezone(UTC) - _REACH).date()
    return next(due for day in _days(rhythm, start, _DAY) if (due := _due(rhythm, day)) > after)


def last_due(rhythm: Rhythm, now: datetime) -> datetime | None:
    """The last due moment that is not after now, in UTC; None for what comes as soon as the claims change."""
    if rhythm.frequency is Frequency.AT_ONCE:
        return None
    start = (now.astimezone(UTC) + _REACH).date()
    return next(due for day in _days(rhythm, start, -_DAY) if (due := _due(rhythm, day)) <= now)


def slot(rhythm: Rhythm, due: datetime) -> str:
    """The date that a due moment stands for: the subscriber's date, even where the clock showed the next one by then.

    Two dates share a moment only where the calendar left one out; the later one names it.
    """
    start = (due.astimezone(UTC) + _REACH).date()
    days = _days(rhythm, start, -_DAY)
    return next(day for day in days if _due(rhythm, day) <= due).isoformat()


def outside_quiet(quiet: Quiet | None, zone: str, moment: datetime) -> datetime:
    """The moment itself, or the end of the quiet hours that it lies in; in UTC."""
    later = moment.astimezone(UTC)
    while quiet and (end := _quiet_until(quiet, zone, later)):
        later = end
    return later


@cache
def _zones() -> frozenset[str]:
    """Every zone that this machine knows; to list them takes a look at each file."""
    return frozenset(available_timezones())


def _days(rhythm: Rhythm, start: date, step: timedelta) -> Iterator[date]:
    """The dates that have a digest, from a date on or back from it."""
    day = start
    while True:
        if _has_digest(rhythm, day):
            yield day
        day += step


def _has_digest(rhythm: Rhythm, day: date) -> bool:
    if rhythm.frequency is Frequency.WEEKLY:
        return day.weekday() == rhythm.weekday
    if rhythm.frequency is Frequency.MONTHLY:
        return day.day == min(rhythm.day or 31, monthrange(day.year, day.month)[1])
    return True


def _due(rhythm: Rhythm, day: date) -> datetime:
    return outside_quiet(rhythm.quiet, rhythm.zone, _moment(rhythm.zone, day, rhythm.at))


def _moment(zone: str, day: date, at: time) -> datetime:
    """When the clocks of a zone first show a date and time; one that they leave out comes later by what they skip."""
    return datetime.combine(day, at.replace(fold=0), ZoneInfo(zone)).astimezone(UTC)


def _quiet_until(quiet: Quiet, zone: str, moment: datetime) -> datetime | None:
    """The end of the quiet hours that a moment lies in, None where it lies in none."""
    here = moment.astimezone(ZoneInfo(zone)).date()
    over_midnight = quiet.end < quiet.start
    for day in (here, here - _DAY, here - 2 * _DAY):  # began today, yesterday, or before a date that was left out
        end = _moment(zone, day + _DAY if over_midnight else day, quiet.end)
        if _moment(zone, day, quiet.start) <= moment < end:
            return end
    return None
