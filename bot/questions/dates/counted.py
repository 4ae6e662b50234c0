"""Spans that are counted: from the beginning of it all, from today, as parts of a year."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.questions.dates.spans import Span, fraction_of, step, units_of
from bot.questions.dates.units import UnitReader

_MOST_DAYS = 5000
_RECENT_DAYS = 400  # more of them are counted from the beginning
_HALF_OF_YEAR = re.compile(r"h([12])")
_QUARTER_OF_YEAR = re.compile(r"([1-4])(?:кв|q)")
_MONTHS = 12
UNANCHORED = "unanchored"  # "in five days": of the last ones, unless a number is told of any


@dataclass(slots=True)
class CountedReader(UnitReader):
    """Reads the counted spans."""

    def _day_of_all(self, i: int) -> tuple[Span | None, int]:
        """Day 100 of the war, its 100th day, the thousandth."""
        number, after = self._number_of_day(i)
        if number is None or not 0 < number <= _MOST_DAYS:
            return None, i
        day = self.calendar.start + timedelta(days=number - 1)
        behind = self.past_articles(after)
        return Span(day, day, "day"), self.past_event(behind) if self.event_ahead(behind) else after

    def _number_of_day(self, i: int) -> tuple[int | None, int]:
        item, following = self.items[i], self.item(i + 1)
        if item.means("unit", "day") and following is not None and not self._month_at(i + 2):
            spelt = int(following.target("count")) if following.has("count") and self.event_ahead(i + 2) else None
            counts = item.has("lasting") and not self.event_ahead(i + 2)  # "in a day and night 1345 of them"
            return (None if counts else following.number or spelt), i + 2
        number, after = (None, i) if item.has("when") else self.order(i)
        unit = self.item(after)
        if number is None or unit is None or not unit.means("unit", "day") or self._month_at(after + 1):
            return None, i
        return number, after + 1

    def _month_at(self, i: int) -> bool:
        item = self.item(i)
        return item is not None and item.has("month")

    def _nth(self, i: int) -> tuple[Span | None, int]:
        """The fourth year of the war, its first summer, year three."""
        number, j = self._number_of_unit(i) or self.order(i)
        while number is not None and j < len(self.items) and self.items[j].has("event", "group"):
            j += 1  # "the first winter of war", by an adjective
        unit = self.item(j)
        if number is None or unit is None:
            return None, i
        span = None
        if unit.has("season") and (self.event_ahead(j + 1) or self.ends(j + 1)):
            span = self._nth_season(number, int(unit.target("season")))
        elif unit.has("unit") and not unit.means("unit", "weekend"):
            common = self.items[i].has("when") and not self.items[i].means("when", "fourth")  # read with its count
            span = None if common else self._nth_unit(number, unit.target("unit"))
        if span is None:
            return None, i
        end = j + 1 + (j == i)
        behind = self.past_articles(end)
        return span, self.past_event(behind) if self.event_ahead(behind) else end

    def _number_of_unit(self, i: int) -> tuple[int, int] | None:
        """ "Year two of the war": its number, and where the unit stands."""
        item = self.items[i + 1] if i + 1 < len(self.items) else None
        if item is None or not self.items[i].has("unit") or not (self.event_ahead(i + 2) or self.ends(i + 2)):
            return None
        number = item.number or (int(item.target("count")) if item.has("count") else 0)
        return (number, i) if number else None

    def _nth_season(self, number: int, month: int) -> Span | None:
        start = self.calendar.start
        first = date(start.year, month, 1)
        first += relativedelta(years=number - (first >= start))
        if first > self.calendar.today:
            return None
        return Span(first, first + relativedelta(months=3, days=-1), "season")

    def _nth_unit(self, number: int, unit: str) -> Span | None:
        first = self.calendar.start + step(unit, number - 1)
        return Span(first, first + step(unit, 1), "range") if first <= self.calendar.today else None

    def _anniversary(self, i: int) -> tuple[Span | None, int]:
        """The third anniversary of the war; of nothing else, and without a number the last that there was."""
        number, j = self.order(i)
        item = self.item(j)
        if item is None or not item.has("anniversary"):
            return None, i
        behind = self.past_articles(j + 1)
        if not (self.event_ahead(behind) or self.ends(j + 1)):
            return None, i
        start = self.calendar.start
        day = start + relativedelta(years=number or relativedelta(self.calendar.today, start).years)
        return Span(day, day, "ago"), self.past_event(behind) if self.event_ahead(behind) else j + 1

    def _within_units(self, i: int) -> tuple[Span | None, int]:
        """Behind "in" or "over": 24 hours, three days; "three years of the war" are its first."""
        if not (i > 0 and self.items[i - 1].has("within")) or self.year_at(i)[0] is not None:
            return None, i
        count, unit, j = self.units(i)
        throughout = self.items[i - 1].has("throughout")
        if count is None and (self.items[i].text[0].isdecimal() or throughout):
            count = 1  # "24 hours" are a day
        if count is None or unit is None or (j < len(self.items) and self.items[j].has("when")):
            return None, i
        if self.event_ahead(j):
            return self.calendar.unit_span("first", count, unit), self.past_event(self.past_articles(j))
        if unit == "day" and count > _RECENT_DAYS:
            return self.calendar.unit_span("first", count, unit), j
        whole, after = self._whole_of(j)
        if whole is not None:
            return units_of(whole, "first", count, unit), after  # "in ten months of 2025"
        return replace(self.calendar.recent(count, unit), grain=UNANCHORED), j

    def _whole_of(self, j: int) -> tuple[Span | None, int]:
        """The year or month that units are of, where it is named with nothing but an article between."""
        span, after = self.read(self.past_articles(j))
        return (span, after) if span is not None and span.grain in ("year", "month") else (None, j)

    def _ago(self, i: int) -> tuple[Span | None, int]:
        """A year ago, three months ago; three days ago is a day, as yesterday is."""
        count, unit, j = self.units(i)
        if unit is None or j >= len(self.items) or not self._tells_ago(j):
            return None, i
        day = self.calendar.today - step(unit, count or 1)
        today = self.item(j + 1)
        grain = "day" if unit == "day" and not self.items[j].means("when", "earlier") else "ago"
        return Span(day, day, grain), j + 1 + (today is not None and today.means("day", "0"))  # "a year ago today"

    def _tells_ago(self, j: int) -> bool:
        """ "Ago"; and "earlier", where a date stands before it."""
        earlier = self.items[j].means("when", "earlier") and any(item.use == "date" for item in self.items[:j])
        return earlier or self.items[j].means("when", "ago")

    def _relative_unit(self, i: int) -> tuple[Span | None, int]:
        """The week before last, month to date: in words that tell both."""
        item, following = self.items[i], self.item(i + 1)
        for unit in ("week", "month"):
            if item.has(f"relative-{unit}"):
                last = self.calendar.previous(unit)
                by = step(unit, -1 - int(item.target(f"relative-{unit}")))
                first = last.first - by
                return Span(first, first + step(unit, 1) - timedelta(days=1), unit), i + 1
        if item.has("unit") and following is not None and following.has("always") and not following.has("since"):
            return self.calendar.this(item.target("unit")), i + 2
        return None, i

    def _fraction(self, i: int) -> tuple[Span | None, int]:
        """The first half of 2024, Q3 2023, the second half of May, the last quarter."""
        item = self.items[i]
        if item.has("quarter"):
            number, parts, j = int(item.target("quarter")), 4, i + 1
        elif quarter := _QUARTER_OF_YEAR.fullmatch(item.text):
            number, parts, j = int(quarter[1]), 4, i + 1
        elif half := _HALF_OF_YEAR.fullmatch(item.text):
            number, parts, j = int(half[1]), 2, i + 1
        else:
            order, j = self.order_of_part(i)
            part = self.item(j)
            if order is None or part is None or not part.has("fraction"):
                return self._recent_fraction(i)
            number, parts, j = order, int(part.target("fraction")), j + 1
        whole, after = self.read(self.past_articles(j))
        if whole is None or whole.grain not in ("year", "month"):
            year = self.calendar.today.year
            whole, after = Span(date(year, 1, 1), date(year, 12, 31), "year", year_named=False), self.past_year_word(j)
        return fraction_of(whole, number, parts), after

    def _recent_fraction(self, i: int) -> tuple[Span | None, int]:
        """The quarter before this one, this one, or simply a quarter of a year."""
        which = next((which for which in ("last", "this") if self.items[i].means("when", which)), None)
        part = self.item(i + 1) if which else self.items[i]
        led = i > 0 and self.items[i - 1].has("within")
        if part is None or not part.has("fraction") or part.means("fraction", "2") or not (which or led):
            return None, i
        months, today = _MONTHS // int(part.target("fraction")), self.calendar.today
        after = self.past_year_word(i + 1 + bool(which))
        if which is None:
            return self.calendar.recent(months, "month"), after
        first = date(today.year, (today.month - 1) // months * months + 1, 1)
        if which == "this":
            return Span(first, today, "range"), after
        return Span(first - relativedelta(months=months), first - timedelta(days=1), "range"), after

    def _night(self, i: int) -> tuple[Span | None, int]:
        """ "In the night from the 4th to the 5th of May": it is counted to the second."""
        item, since = self.items[i], self.item(i + 1)
        if not (item.has("lasting") and item.means("unit", "day")) or since is None or not since.has("since"):
            return None, i
        first, j = self.day_number(i + 2)
        to = self.item(j)
        if first is None or to is None or not to.has("as-of", "to"):
            return None, i
        span, after = self.read(j + 1)
        return (replace(span, first=span.last), after) if span is not None and span.grain == "day" else (None, i)
