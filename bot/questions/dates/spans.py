"""Spans of days that words can name: months, seasons, the last three weeks, the first month of the whole."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter
from dateutil.relativedelta import relativedelta

_EARLY_DAYS, _MID_DAYS = 10, 20
_MOST_DAYS, _MOST_UNITS = 5000, 400  # far beyond anything asked for, and still a date
_SATURDAY, _WEEKEND_DAYS = 6, 2
_FEW = {"hour": (1, "day"), "day": (1, "week"), "week": (1, "month"), "month": (3, "month")}
NTH = "nth"  # the grain of a day whose month is not named
_LAST_SHORT = 40  # the last short year of this century
_EASTERS: dict[str, Literal[2, 3]] = {"western": EASTER_WESTERN, "orthodox": EASTER_ORTHODOX}


@dataclass(frozen=True, slots=True)
class Span:
    """Days from first to last; `grain` is the unit it was named by."""

    first: date
    last: date
    grain: str
    year_named: bool = True


@dataclass(frozen=True, slots=True)
class Limits:
    """A date with what its preposition makes of it. `how`: as-of, since, within or always."""

    how: str
    span: Span
    bare: bool = False  # no preposition told how


@dataclass(frozen=True, slots=True)
class Calendar:
    """What relative words mean on a day, for a subject that began on `start`."""

    today: date
    start: date

    def of_month(self, year: int | None, month: int, day: int | None) -> Span | None:
        """A month or a day in it; without a year, the last that has come."""
        named = year is not None
        if year is None:
            year = self.today.year - ((month, day or 1) > (self.today.month, self.today.day))
        if day is not None:
            found = day_of(year, month, day)
            return Span(found, found, "day", named) if found else None
        first = day_of(year, month, 1)
        return Span(first, first + relativedelta(months=1, days=-1), "month", named) if first else None

    def unit_span(self, which: str, count: int | None, unit: str) -> Span | None:
        """The first week, this month, the last three years."""
        if unit == "weekend":
            return self.weekend(which)
        if which in ("first", "second", "third"):
            skipped = ("first", "second", "third").index(which)
            length = step(unit, count or 1)
            first = self.start + step(unit, skipped)
            # A week after the beginning is named by its weekday: what was said on that day is of the first week still.
            overlap = timedelta(days=1 if unit in ("day", "hour") else 0)
            return Span(first, first + length - overlap, "range")
        if which == "this":
            return self.this(unit)
        if which == "next":
            return shifted(self.whole(unit), step(unit, 1))
        if count is not None or unit in ("day", "hour"):
            return self.recent(count or 1, unit)
        return self.previous(unit)

    def few(self, which: str, unit: str) -> Span | None:
        """The first days, the last weeks: as many as make up the next greater unit."""
        return self.unit_span("last" if which == "this" else which, *_FEW.get(unit, (2, unit)))

    def this(self, unit: str) -> Span:
        """This day, week, month or year, up to today."""
        first = {"day": self.today, "week": self.today - timedelta(days=self.today.weekday())}.get(
            unit, self.today.replace(day=1) if unit == "month" else self.today.replace(month=1, day=1)
        )
        return Span(first, self.today, unit)

    def whole(self, unit: str) -> Span:
        """The whole of this week, month or year."""
        first = self.this(unit).first
        return Span(first, first + step(unit, 1) - timedelta(days=1), unit)

    def weekend(self, which: str) -> Span:
        """The Saturday and Sunday of this week, or those that were last; the "last" on a weekend is the one before."""
        since = (self.today.isoweekday() - _SATURDAY) % 7
        first = self.today - timedelta(days=since)
        if which == "last" and since < _WEEKEND_DAYS:
            first -= timedelta(days=7)
        return Span(first, first + timedelta(days=_WEEKEND_DAYS - 1), "range")

    def feast(self, target: str, year: int | None) -> Span:
        """A feast ("12-25", or Easter by one of its reckonings); without a year, the last that has come."""
        named = year is not None
        if year is None:
            year = self.today.year
            year -= _feast_day(target, year) > self.today
        day = _feast_day(target, year)
        return Span(day, day, "day", named)

    def recent(self, count: int, unit: str) -> Span:
        """The last so many days, weeks, months up to today."""
        if unit == "hour":
            count, unit = max(1, round(count / 24)), "day"
        return Span(self.today - step(unit, count), self.today, "range")

    def previous(self, unit: str) -> Span:
        """The calendar week, month or year before this one."""
        if unit == "week":
            first = self.today - timedelta(days=self.today.weekday() + 7)
            return Span(first, first + timedelta(days=6), "week")
        if unit == "month":
            last = self.today.replace(day=1) - timedelta(days=1)
            return Span(last.replace(day=1), last, "month")
        year = self.today.year - 1
        return Span(date(year, 1, 1), date(year, 12, 31), "year")

    def season(self, month: int, year: int | None) -> Span:
        """A season by its first month; winter begins in the year before."""
        named = year is not None
        if year is None:
            year = self.today.year
            if date(year, month, 1) > self.today or (month == 12 and self.today.month < 12):
                year -= 1
        elif month == 12:
            year -= 1
        first = date(year, month, 1)
        return Span(first, first + relativedelta(months=3, days=-1), "season", named)

    def day_of_month(self, number: int) -> Span | None:
        """The last such day of a month that has come."""
        months = (self.today.replace(day=1) - relativedelta(months=back) for back in range(3))
        days = (day for first in months if (day := day_of(first.year, first.month, number)) and day <= self.today)
        day = next(days, None)
        return Span(day, day, NTH, year_named=False) if day else None

    def weekday(self, number: int) -> Span:
        """The last such day before today."""
        day = self.today - timedelta(days=(self.today.isoweekday() - number) % 7 or 7)
        return Span(day, day, "day")


def _feast_day(target: str, year: int) -> date:
    if target in _EASTERS:
        return easter(year, _EASTERS[target])
    month, day = map(int, target.split("-"))
    return date(year, month, day)


def part_of(span: Span, part: str) -> Span:
    """The start, middle or end of a span, as people use the words."""
    long = span.grain in ("year", "season", "range")
    if part == "start":
        last = span.first + (relativedelta(months=1, days=-1) if long else relativedelta(days=_EARLY_DAYS - 1))
        return replace(span, last=min(last, span.last), grain="start")
    if part == "end":
        first = span.last - (relativedelta(months=1, days=-1) if long else relativedelta(days=_EARLY_DAYS - 1))
        return replace(span, first=max(first, span.first), grain="end")
    middle = span.first + (span.last - span.first) / 2
    reach = timedelta(days=45 if long else (_MID_DAYS - _EARLY_DAYS) // 2)
    return replace(span, first=max(span.first, middle - reach), last=min(span.last, middle + reach), grain="middle")


def shifted(span: Span, by: relativedelta) -> Span:
    """A span moved so far; a month to its last day."""
    last = span.last + by
    if span.grain == "month":
        last += relativedelta(day=31)
    return replace(span, first=span.first + by, last=last)


def in_year(span: Span, year: int) -> Span:
    """The same days of another year."""
    return replace(shifted(span, relativedelta(years=year - span.last.year)), year_named=True)


def same_days(span: Span, year: int) -> Span:
    """The days of a span in another year by which it is called."""
    return shifted(span, relativedelta(year=year))


def units_of(span: Span, which: str, count: int, unit: str) -> Span:
    """The first or last so many days, weeks or months of a span."""
    length, day = step(unit, count), timedelta(days=1)
    if which == "first":
        return replace(span, last=min(span.last, span.first + length - day), grain="range")
    return replace(span, first=max(span.first, span.last + day - length), grain="range")


def fraction_of(span: Span, number: int, parts: int) -> Span | None:
    """The n-th half or quarter of a year, or half of a month."""
    if not 1 <= number <= parts:
        return None
    if span.grain == "month":
        middle = span.first.replace(day=15)
        return replace(span, last=middle) if number == 1 else replace(span, first=middle + timedelta(days=1))
    months = 12 // parts
    first = span.first + relativedelta(months=months * (number - 1))
    return replace(span, first=first, last=first + relativedelta(months=months, days=-1), grain="range")


def step(unit: str, count: int) -> relativedelta:
    """So many units, hours rounded to days."""
    count = min(count, _MOST_DAYS if unit == "day" else _MOST_UNITS)
    if unit == "hour":
        unit, count = "day", max(1, count // 24) if count else 0
    steps = {"days": 0, "weeks": 0, "months": 0, "years": 0, unit + "s": count}
    return relativedelta(days=steps["days"], weeks=steps["weeks"], months=steps["months"], years=steps["years"])


def full_year(number: int) -> int:
    """23 is 2023, 45 is 1945."""
    if number >= 100:
        return number
    return number + (2000 if number <= _LAST_SHORT else 1900)


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, if there is one."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
