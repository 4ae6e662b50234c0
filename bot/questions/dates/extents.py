"""Spans that several words name together: a week by its days, so long after the beginning, so long up to a date."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.questions.dates.counted import CountedReader
from bot.questions.dates.spans import Span, step
from bot.questions.items import MEASURES

_DAY = timedelta(days=1)
_NAMED = ("day", "month", "season", "year")


@dataclass(slots=True)
class ExtentReader(CountedReader):
    """Reads spans that are told by a unit and what stands around it."""

    def _elapsed(self, i: int) -> tuple[Span | None, int]:
        """So long after it all began: "two years into the war", "a year after the invasion", "three years on"."""
        later = self.items[i].means("when", "later")
        count, unit, j = self.units(i + later)
        joint = self.item(j)
        if unit is None:
            return None, i
        after = None
        if joint is not None and joint.has("since"):
            after = self._past_beginning(j + 1)
        elif not self._led_within(i):
            onward = joint is not None and joint.has("elapsed")
            after = self._past_beginning(j + onward) if count or later else None
            if after is None and self._tells_something(onward=onward, later=later) and self.ends(j + onward):
                after = j + onward
        if after is None:
            return None, i
        if joint is not None and not joint.has("after", "elapsed") and joint.has("since") and self._led_within(i):
            return self.calendar.unit_span("first", count, unit), after  # "in one year since the war began"
        day = self.calendar.start + step(unit, count or 1) - (_DAY if unit == "day" else timedelta())
        return Span(day, day, "ago"), after

    def _tells_something(self, *, onward: bool, later: bool) -> bool:
        """Whether "later" or "on" can be of it all: a follow-up that says no more moves the dates before it."""
        return onward or (later and any(item.has(*MEASURES) for item in self.items))

    def _past_beginning(self, i: int) -> int | None:
        """The first item behind the beginning of it all that is named here: "the start of the war", "the war began"."""
        j = self.past_articles(i)
        while j < len(self.items) and (self.items[j].means("when", "start") or self.items[j].means("when", "began")):
            j = self.past_articles(j + 1)
        return self.past_event(j) if self.event_ahead(j) else None

    def _of_its_days(self, i: int) -> tuple[Span | None, int]:
        """A unit, and which one it was: "the week of 5 May", "the month of October", "the week from 5 to 11 May"."""
        count, unit, j = self.units(i)
        if unit is None or self.items[i].has("season"):
            return None, i
        j = self.past_articles(j)
        lead = self.item(j)
        since = lead is not None and lead.has("since", "between")
        named, after = self.read(j + since)
        span = self._unit_named(unit, count or 1, named, since=since) if named is not None else None
        return (span, after) if span is not None else (None, i)

    def _unit_named(self, unit: str, count: int, named: Span, *, since: bool) -> Span | None:
        """So many units, by the days from which on they run, by all their days, or by one of them."""
        if named.grain == "range":
            return named
        if since:
            last = named.first + step(unit, count) - _DAY
            return replace(named, last=last, grain="range") if named.grain == "day" else None
        if unit == "week" and named.grain == "day" and count == 1:
            monday = named.first - timedelta(days=named.first.weekday())
            return replace(named, first=monday, last=monday + step(unit, 1) - _DAY, grain="range")
        return named if named.grain == unit and count == 1 else None

    def _up_to(self, i: int) -> tuple[Span | None, int]:
        """So long up to a date: "the year to June 2024", "the last 12 months to June", "8 years before the war"."""
        count, unit, j = self.units(i + self.items[i].means("when", "last"))
        joint = self.item(j)
        if unit is None or joint is None or not (joint.has("to", "before") and joint.has("as-of")):
            return None, i
        if count is None and (unit == "day" or not self._led_within(i)):
            return None, i
        last, after = self._end_of(j + 1, inclusive=not joint.has("before"))
        if last is None:
            return None, i
        return Span(last + _DAY - step(unit, count or 1), last, "range"), after

    def _end_of(self, i: int, *, inclusive: bool) -> tuple[date | None, int]:
        """The last day up to a date, or up to the beginning of it all, and the first item behind."""
        if (after := self._past_beginning(i)) is not None:
            return self.calendar.start - _DAY, after
        end, after = self.read(self.past_articles(i))
        if end is None or end.grain not in _NAMED:
            return None, i
        return end.last if inclusive else end.first - _DAY, after

    def _led_within(self, i: int) -> bool:
        """Whether "in", "over" or the like leads here, or "the last"; articles skipped."""
        while i > 0 and self.items[i - 1].text in ("the", "a", "an"):
            i -= 1
        return i > 0 and (self.items[i - 1].has("within") or self.items[i - 1].means("when", "last"))

    def _so_many_first(self, i: int) -> tuple[Span | None, int]:
        """ "In three first days", as languages with cases may say it."""
        which, unit = self.item(i + 1), self.item(i + 2)
        count = self._plain_count(i)
        if not count or which is None or unit is None or not unit.has("unit"):
            return None, i
        told = next((told for told in ("first", "last") if which.means("when", told)), None)
        span = self.calendar.unit_span(told, count, unit.target("unit")) if told else None
        behind = self.past_articles(i + 3)
        return span, self.past_event(behind) if self.event_ahead(i + 3) else i + 3

    def _part_of_its_year(self, i: int) -> tuple[Span | None, int]:
        """ "At year's end 2022", "at year end"."""
        item, part = self.items[i], self.item(i + 1)
        if not (item.text.isascii() and item.means("unit", "year")) or part is None or not part.means("when", "end"):
            return None, i
        year, after = self.year_at(i + 2)
        last = date(year or self.calendar.today.year, 12, 31)
        if year is None and last > self.calendar.today:
            last = date(last.year - 1, 12, 31)
        return Span(last, last, "day"), after if year else i + 2
