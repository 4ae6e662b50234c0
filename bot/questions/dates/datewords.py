"""Spans of days as words name them: parts of a year, "the last three weeks", seasons, feasts and years."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.language.numbers import read_numbers
from bot.questions.dates.calendardays import CalendarReader
from bot.questions.dates.spans import Span, full_year, in_year, part_of, step, units_of
from bot.questions.dates.years import COUNTED, YEARS

_MONTHS_IN_DIGITS = [f"{month:02}" for month in range(1, 13)]
_WHOLES = ("week", "month", "year")


@dataclass(slots=True)
class SpanReader(CalendarReader):
    """Reads the span that begins at an item."""

    def read(self, i: int) -> tuple[Span | None, int]:
        """The span that begins at item i, and the first item behind it."""
        if i >= len(self.items) or self.items[i].use is not None or not self.may_begin(i):
            return None, i
        for read in (
            self.full_date, self.day_alone, self.days, self.day_month, self._fraction, self._part,
            self._part_of_its_year, self._relative_day, self._ago, self._so_many_first, self._up_to, self._of_its_days,
            self._elapsed, self._day_of_all, self._nth, self._anniversary, self._night, self._relative_unit, self._last,
            self._ending, self._within_units, self._feast, self._named,
        ):  # fmt: skip
            span, after = read(i)
            if span is not None:
                return span, after
        return None, i

    def _part(self, i: int) -> tuple[Span | None, int]:
        """The end of 2023, early May."""
        item = self.items[i]
        part = next((p for p in ("start", "middle", "end") if item.means("when", p)), None)
        if part is None:
            return None, i
        span: Span | None
        j = self.past_articles(i + 1)
        if part == "start" and self.event_ahead(j):
            first = self.calendar.start
            return Span(first, first + relativedelta(months=1, days=-1), "beginning"), self.past_event(j)
        unit = None if self._number_of_unit(j) else self._whole_unit(j)
        if unit is not None:
            span, after = self.calendar.whole(unit), j + 1
        else:
            span, after = self._month_of_short_year(j)
            if span is None:
                span, after = self.read(j)
        if span is None:
            return None, i
        return part_of(span, part), after

    def _whole_unit(self, j: int) -> str | None:
        """A week, month or year of which nothing tells which one it is."""
        item, following = self.item(j), self.item(j + 1)
        dated = following is not None and following.number in YEARS
        if item is None or not item.has("unit") or item.has("season") or dated:
            return None
        return item.target("unit") if item.target("unit") in _WHOLES else None

    def _month_of_short_year(self, i: int) -> tuple[Span | None, int]:
        """ "The end of October 25": a part of a day is not meant, so the number is the year."""
        month, j = self.month(i)
        number, after = self.day_number(j)
        if month is None or number is None or self.year_at(after)[0] is not None:
            return None, i
        if full_year(number) not in range(self.calendar.start.year, self.calendar.today.year + 1):
            return None, i
        return self.calendar.of_month(full_year(number), month, None), self.past_year_word(after)

    def _relative_day(self, i: int) -> tuple[Span | None, int]:
        if not self.items[i].has("day"):
            return None, i
        day = self.calendar.today + timedelta(days=int(self.items[i].target("day")))
        return Span(day, day, "day"), i + 1

    def _last(self, i: int) -> tuple[Span | None, int]:
        """Last month, the last three months, the first week, this year, last winter, past day."""
        item = self.items[i]
        if item.means("unit", "weekend"):
            return self.calendar.weekend("this"), i + 1
        if not item.has("when"):
            beside = self.items[max(i - 1, 0) : i + 2]
            ahead = any(other.means("when", "later") for other in beside)  # "in a year's time", "a year later"
            bare_unit = item.has("unit") and item.has("lasting") and not ahead
            return (self.calendar.recent(1, item.target("unit")), i + 1) if bare_unit else (None, i)
        which = item.target("when")
        if which not in ("last", "this", "next", "first", "second", "third"):
            return None, i
        count, unit, after = self.units(i + 1 + self._is_few(i + 1))
        if unit is not None:
            several = count is None and self._are_several(i, after)
            count = count or (1 if self._is_up_to_now(i) and unit in _WHOLES else None)
            span = self.calendar.few(which, unit) if several else self.calendar.unit_span(which, count, unit)
        else:
            span, after = self._last_named(i + 1) if which in ("last", "this") else (None, i)
        if span is None:
            return None, i
        if unit is not None and which in ("first", "last"):
            whole, end = self.read(self.past_articles(after))
            if whole is not None and whole.grain in ("year", "month", "season"):
                return units_of(whole, which, count or 1, unit), end
        if which in ("first", "second", "third"):
            after = self.past_event(self.past_articles(after)) if self.event_ahead(after) else after
        return span, after

    def _is_up_to_now(self, i: int) -> bool:
        """ "The past year", "in the last year": the twelve months up to today, and no calendar year."""
        led = i > 1 and self.items[i - 1].text == "the" and self.items[i - 2].has("within")
        return self.items[i].means("when", "past") or (led and self.items[i].text == "last")

    def _are_several(self, i: int, after: int) -> bool:
        """ "The first days": more than one, and how many is not told."""
        words = self.items[i:after]
        return self._is_few(i + 1) or (
            any(item.has("several") for item in words) and not any(item.has("lasting") for item in words)
        )

    def _ending(self, i: int) -> tuple[Span | None, int]:
        """The week that ends on a day: "week ending 15 May"."""
        if not self.items[i].has("ending"):
            return None, i
        end, after = self.read(self.past_articles(i + 1))
        if end is None or end.grain != "day":
            return None, i
        first = end.last - step(self.items[i].target("ending"), 1) + timedelta(days=1)
        return replace(end, first=first, grain="range"), after

    def _feast(self, i: int) -> tuple[Span | None, int]:
        """Christmas 2024, Easter; the first day of "the new year 2024", where a language says "the new 2024 year"."""
        if self.items[i].has("new-year"):
            year, after = self.year_at(i + 1)
            named = year is not None and self.items[after - 1].means("unit", "year")
            return (self.calendar.feast(self.items[i].target("new-year"), year), after) if named else (None, i)
        if not self.items[i].has("feast"):
            return None, i
        year, after = self.year_at(i + 1)
        return self.calendar.feast(self.items[i].target("feast"), year), after

    def _last_named(self, i: int) -> tuple[Span | None, int]:
        """Last winter, this May, last Monday: of no other year than that, whatever was asked before."""
        named, after = self.item(i), i
        span: Span | None = None
        if named is not None and named.has("season", "weekday"):
            span, after = self._named(i)
        elif named is not None and named.has("month"):
            year, after = self.year_at(i + 1)
            span = self.calendar.of_month(year, int(named.target("month")), None)
        return (replace(span, year_named=True), after) if span is not None else (None, i)

    def _counts_something(self, i: int, year: int) -> bool:
        """ "2000 tanks", "about 1700 captured": a number that was no year of ours, before what it counts."""
        if self.calendar.start.year <= year <= self.calendar.today.year:
            return False
        if self.preposition_before(i) and not any(
            n.qualifier for n in read_numbers(f"{self.items[i - 1].text} {year}")
        ):
            return False
        behind = self.item(i + 1)
        return behind is not None and (behind.has(*COUNTED) or (year % 100 == 0 and behind.has("measure")))

    def _past_second_year(self, year: int | None, i: int) -> tuple[int | None, int]:
        """ "Winter 2022-2023", "2022/23": by its second year."""
        if year is None or i + 1 >= len(self.items) or self.items[i].text not in ("-", "/"):
            return year, i
        second = self.items[i + 1].number
        return (year + 1, i + 2) if second is not None and full_year(second) == year + 1 else (year, i)

    def _year_until(self, year: int, i: int) -> int | None:
        """The last of several years, in two digits: "2022-24"."""
        dash, item = self.item(i), self.item(i + 1)
        if dash is None or dash.text not in ("-", "/") or item is None or item.number is None or len(item.text) != 2:
            return None
        until = full_year(item.number)
        return until if year < until <= self.calendar.today.year and not self.is_counting(i + 1) else None

    def _month_in_digits(self, year: int, i: int) -> Span | None:
        """The month of a date without a day: "2024-08", "2024/08"."""
        dash, item = self.item(i), self.item(i + 1)
        joined = dash is not None and dash.text in ("-", "/") and item is not None and item.start == dash.end
        if not joined or item is None or item.text not in _MONTHS_IN_DIGITS or full_year(int(item.text)) > year:
            return None
        return self.calendar.of_month(year, int(item.text), None)

    def _named(self, i: int) -> tuple[Span | None, int]:
        """Winter 2023, Monday, 2023, the years 2022-2023."""
        item = self.items[i]
        named_year = self.year_in_words(item)
        j = i + 2 if i + 1 < len(self.items) and self.items[i + 1].has("within") else i + 1
        if item.has("relative-year") and named_year and j < len(self.items) and self.items[j].has("season", "month"):
            span, after = self.read(j)
            return (in_year(span, named_year), after) if span is not None else (None, i)
        if item.has("season"):
            year, after = self._past_second_year(*self.year_at(i + 1))
            return self.calendar.season(int(item.target("season")), year), after
        if item.has("weekday"):
            return self.calendar.weekday(int(item.target("weekday"))), i + 1
        return self._years(i)

    def _years(self, i: int) -> tuple[Span | None, int]:
        item, following = self.items[i], self.item(i + 1)
        if item.means("unit", "year") and following is not None and following.number in YEARS:
            return self._years(i + 1)  # "the year 2025"
        year, after = self.year_at(i)
        if item.has("year") and not (self.preposition_before(i) or self.items[after - 1].has("unit")):
            return None, i
        if year is not None and item.text not in (",", "of", "in") and not self._counts_something(i, year):
            last = date(year, 12, 31)
            if (month := self._month_in_digits(year, after)) is not None:
                return month, after + 2
            if (until := self._year_until(year, after)) is not None:
                return Span(date(year, 1, 1), date(until, 12, 31), "range"), after + 2
            if item.has("relative-year"):
                last = min(last, self.calendar.today)
            return Span(date(year, 1, 1), last, "year"), after
        return None, i
