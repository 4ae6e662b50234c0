"""Spans of days as words name them: full dates, months and years, parts of a year, "the last three weeks"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.language.number_words import SCALES
from bot.questions.dates.spans import Span, day_of, fraction_of, full_year, in_year, part_of, step, units_of
from bot.questions.dates.years import COUNTED, YearReader
from bot.questions.items import Item

_FULL_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})([./-])(\d{1,2})\5(\d{2,4})")
_MONTH_OF_YEAR = re.compile(r"(\d{1,2})[./](\d{4})")
_DAY_OF_MONTH = re.compile(r"(\d{1,2})\.(\d{2})")
_ORDINAL = re.compile(r"(\d{1,4})(?:st|nd|rd|th|-?го|-?е|-?те|-?ого|-?му|-?ме|-?й|-?ий|-?ый)")
_ARTICLES = ("the", "of", "of the", "about", "and")
_TIME = re.compile(r"[0-2]?\d(?:\.[0-5]0|:[0-5]\d)")
_MOST_DAYS = 5000
_MOST_UNITS = 400  # a greater number of days or months is of all there was: "1000 days of the war"
_ORDER = ("first", "second", "third", "fourth")


@dataclass(slots=True)
class SpanReader(YearReader):
    """Reads the span that begins at an item."""

    def read(self, i: int) -> tuple[Span | None, int]:
        """The span that begins at item i, and the first item behind it."""
        if i >= len(self.items) or self.items[i].use is not None:
            return None, i
        for read in (
            self._full, self._days, self._day_month, self._fraction, self._part, self._relative_day, self._ago,
            self._day_of_all, self._last, self._ending, self._within_units, self._feast, self._named,
        ):  # fmt: skip
            span, after = read(i)
            if span is not None:
                return span, after
        return None, i

    def past_articles(self, j: int) -> int:
        """The first item from j on that is no article."""
        while j < len(self.items) and self._is_article(j):
            j += 1
        return j

    def _is_article(self, j: int) -> bool:
        """An article, or the time of a day whose date follows ("as of 23.00, 5 May")."""
        if self.items[j].text in (",", "on") and j:
            j -= 1
        dated = any(item.number or item.kind == "date" for item in self.items[j + 1 : j + 3])
        return self.items[j].text in _ARTICLES or (dated and _TIME.fullmatch(self.items[j].text) is not None)

    def past_event(self, j: int) -> int:
        """The first item behind an event ("the war began") that starts at j."""
        while j < len(self.items) and (self.items[j].has("event") or self.items[j].means("when", "began")):
            j = self.past_articles(j + 1)
            if j < len(self.items) and not (self.items[j].has("event") or self.items[j].means("when", "began")):
                break
        return min(j, len(self.items))

    def _full(self, i: int) -> tuple[Span | None, int]:
        item = self.items[i]
        if item.kind == "date" and (match := _MONTH_OF_YEAR.fullmatch(item.text)):
            return self.calendar.of_month(int(match[2]), int(match[1]), None), self.past_year_word(i + 1)
        match = _FULL_DATE.fullmatch(item.text) if item.kind == "date" else None
        if match is None:
            return self._day_of_month(i)
        if match[1]:
            day = day_of(int(match[1]), int(match[2]), int(match[3]))
        else:
            first, second, year = int(match[4]), int(match[6]), full_year(int(match[7]))
            day = day_of(year, second, first) or day_of(year, first, second)
        return (Span(day, day, "day"), self.past_year_word(i + 1)) if day else (None, i)

    def _day_of_month(self, i: int) -> tuple[Span | None, int]:
        """ "On 21.11", with nothing behind it that it could be so many of."""
        match = _DAY_OF_MONTH.fullmatch(self.items[i].text) if self.items[i].kind == "number" else None
        behind = self.items[i + 1] if i + 1 < len(self.items) else None
        counts = behind is not None and (behind.text in SCALES or behind.has("unit", *COUNTED) or behind.text == "%")
        if match is None or counts or not self._preposition_before(i) or int(match[2]) not in range(1, 13):
            return None, i
        span = self.calendar.of_month(None, int(match[2]), int(match[1]))
        return (span, i + 1) if span is not None else (None, i)

    def _day_month(self, i: int) -> tuple[Span | None, int]:
        """5 May 2023, May 5th 2023, May 2023, May."""
        day, j = self._day_number(i)
        month, j = self._month(self.past_articles(j) if day else j)
        if month is None:
            return None, i
        if day is None:
            day, after_day = self._day_number(j)
            year, after = self.year_at(after_day if day else j)
            if day is not None and year is None and not self._month_needs_no_year(j):
                day = None
            elif day is not None and year is None and self._is_short_year(i, day):
                year, after = full_year(day), self.past_year_word(after_day)
                return self.calendar.of_month(year, month, None), after
            if day is not None and year is None:
                after = after_day
        else:
            year, after = self.year_at(j)
        if day is None and year is None and not self._is_month(i):
            return None, i
        return self.calendar.of_month(year, month, day), after

    def _is_short_year(self, i: int, number: int) -> bool:
        """ "November 26" where a language puts the day before the month: a year, short."""
        years = range(self.calendar.start.year, self.calendar.today.year + 1)
        return not self.items[i].text.isascii() and full_year(number) in years

    def _month_needs_no_year(self, j: int) -> bool:
        return j < len(self.items) and (self.items[j].number or 0) <= 31

    def _is_month(self, i: int) -> bool:
        """Whether a bare month name is one: `may` and `march` are also verbs."""
        item = self.items[i]
        return not item.has("filler") or self._preposition_before(i)

    def _preposition_before(self, i: int) -> bool:
        return i > 0 and (self.items[i - 1].has("as-of", "since", "within", "between", "when", "to"))

    def _day_number(self, i: int) -> tuple[int | None, int]:
        if i >= len(self.items):
            return None, i
        item = self.items[i]
        number = item.number
        if number is None and (match := _ORDINAL.fullmatch(item.text)):
            number = int(match[1])
        if number is None and item.has("year"):
            number = int(item.target("year")) % 100  # "the twenty-second", in words, of a month
        return (number, i + 1) if number is not None and 1 <= number <= 31 else (None, i)

    def _month(self, i: int) -> tuple[int | None, int]:
        if i < len(self.items) and self.items[i].has("month"):
            after = i + 1
            if (
                after < len(self.items)
                and self.items[after].text == "."
                and self.items[i].end == self.items[after].start
            ):
                after += 1
            return int(self.items[i].target("month")), after
        return None, i

    def _days(self, i: int) -> tuple[Span | None, int]:
        """From the first to the fifteenth of a month that is named once: "1-15 May"."""
        first, j = self._day_number(i)
        if first is None or j >= len(self.items) or not (self.items[j].has("to") or self.items[j].text == "-"):
            return None, i
        last, after = self._day_month(self.past_articles(j + 1))
        if last is None or last.grain != "day" or first > last.last.day:
            return None, i
        return replace(last, first=last.first.replace(day=first), grain="range"), after

    def _fraction(self, i: int) -> tuple[Span | None, int]:
        """The first half of 2024, Q3 2023, the second half of May."""
        item, j = self.items[i], i + 1
        if item.has("quarter"):
            number, parts = int(item.target("quarter")), 4
        elif j < len(self.items) and self.items[j].has("fraction") and (order := self._order(item)) is not None:
            number, parts, j = order, int(self.items[j].target("fraction")), j + 1
        else:
            return None, i
        whole, after = self.read(self.past_articles(j))
        if whole is None or whole.grain not in ("year", "month"):
            year = self.calendar.today.year
            whole, after = Span(date(year, 1, 1), date(year, 12, 31), "year", year_named=False), self.past_year_word(j)
        return fraction_of(whole, number, parts), after

    def _order(self, item: Item) -> int | None:
        if item.number is not None:
            return item.number
        order = next((n for n, which in enumerate(_ORDER, 1) if item.means("when", which)), None)
        return order or {"i": 1, "ii": 2, "iii": 3, "iv": 4, "і": 1, "іі": 2, "ііі": 3}.get(item.text)

    def _day_of_all(self, i: int) -> tuple[Span | None, int]:
        """Day 100 of the war, its 100th day; what had come to pass in a hundred days of it."""
        item, j = self.items[i], i + 1
        count, unit, after = self._units(i)
        within = i > 0 and self.items[i - 1].has("within")
        if count is not None and item.number and unit and self._event_ahead(after) and not within:
            day = self.calendar.start + step(unit, count) - timedelta(days=unit == "day")  # the first is one of them
            return Span(day, day, "ago"), self.past_event(self.past_articles(after))
        if j >= len(self.items):
            return None, i
        if item.has("unit") and item.target("unit") == "day" and self.items[j].number is not None:
            number = self.items[j].number
        elif (match := _ORDINAL.fullmatch(item.text)) and self.items[j].means("unit", "day"):
            number = int(match[1])
        else:
            return None, i
        if number is None or not 0 < number <= _MOST_DAYS or self._month(j + 1)[0] is not None:
            return None, i
        day = self.calendar.start + timedelta(days=number - 1)
        after = self.past_articles(j + 1)
        return Span(day, day, "day"), self.past_event(after) if self._event_ahead(after) else j + 1

    def _within_units(self, i: int) -> tuple[Span | None, int]:
        """Behind "in" or "over": 24 hours, three days; "three years of the war" are its first."""
        if not (i > 0 and self.items[i - 1].has("within")):
            return None, i
        if self.year_at(i)[0] is not None:
            return None, i
        count, unit, j = self._units(i)
        if count is None and self.items[i].text[0].isdecimal():
            count = 1  # "24 hours" are a day
        if count is None or unit is None or (j < len(self.items) and self.items[j].has("when")):
            return None, i
        if self._event_ahead(j):
            return self.calendar.unit_span("first", count, unit), self.past_event(self.past_articles(j))
        return self.calendar.recent(count, unit), j

    def _units(self, i: int) -> tuple[int | None, str | None, int]:
        """So many of a unit; a word that is both ("half a year") counts months."""
        if i < len(self.items) and self.items[i].has("months"):
            return int(self.items[i].target("months")), "month", i + 1
        count, j = self._count(i)
        if j < len(self.items) and self.items[j].has("unit"):
            return count, self.items[j].target("unit"), j + 1
        return None, None, i

    def _part(self, i: int) -> tuple[Span | None, int]:
        """The end of 2023, early May."""
        item = self.items[i]
        part = next((p for p in ("start", "middle", "end") if item.means("when", p)), None)
        if part is None:
            return None, i
        j = self.past_articles(i + 1)
        if part == "start" and self._event_ahead(j):
            first = self.calendar.start
            return Span(first, first + relativedelta(months=1, days=-1), "beginning"), self.past_event(j)
        if j < len(self.items) and self.items[j].means("unit", "year") and not self.items[j].has("season"):
            year = self.calendar.today.year
            span: Span | None = Span(date(year, 1, 1), date(year, 12, 31), "year")
            after = j + 1
        else:
            span, after = self._month_of_short_year(j)
            if span is None:
                span, after = self.read(j)
        if span is None:
            return None, i
        return part_of(span, part), after

    def _month_of_short_year(self, i: int) -> tuple[Span | None, int]:
        """ "The end of October 25": a part of a day is not meant, so the number is the year."""
        month, j = self._month(i)
        number, after = self._day_number(j)
        if month is None or number is None or self.year_at(after)[0] is not None:
            return None, i
        if full_year(number) not in range(self.calendar.start.year, self.calendar.today.year + 1):
            return None, i
        return self.calendar.of_month(full_year(number), month, None), self.past_year_word(after)

    def _relative_day(self, i: int) -> tuple[Span | None, int]:
        if not self.items[i].has("day") or self._is_of_saying(i):
            return None, i
        day = self.calendar.today + timedelta(days=int(self.items[i].target("day")))
        return Span(day, day, "day"), i + 1

    def _is_of_saying(self, i: int) -> bool:
        """ "A neighbour said today that": between somebody and his verb."""
        sayer = i > 0 and self.items[i - 1].has("person", "kin", "personal")
        return sayer and i + 1 < len(self.items) and self.items[i + 1].has("claim-after")

    def _last(self, i: int) -> tuple[Span | None, int]:
        """Last month, the last three months, the first week, this year, last winter, past day."""
        item = self.items[i]
        if item.means("unit", "weekend"):
            return self.calendar.weekend("this"), i + 1
        if not item.has("when"):
            ahead = i > 0 and self.items[i - 1].means("when", "later")  # "in a year's time"
            bare_unit = item.has("unit") and item.has("lasting") and not ahead
            return (self.calendar.recent(1, item.target("unit")), i + 1) if bare_unit else (None, i)
        which = item.target("when")
        if which not in ("last", "this", "first", "second", "third"):
            return None, i
        count, unit, after = self._units(i + 1)
        if unit is not None:
            span = self.calendar.unit_span(which, count, unit)
        else:
            span, after = self._last_named(i + 1) if which in ("last", "this") else (None, i)
        if span is None:
            return None, i
        if unit is not None and which in ("first", "last"):
            whole, end = self.read(self.past_articles(after))
            if whole is not None and whole.grain in ("year", "month", "season"):
                return units_of(whole, which, count or 1, unit), end
        if which in ("first", "second", "third"):
            after = self.past_event(self.past_articles(after)) if self._event_ahead(after) else after
        return span, after

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
        """Christmas 2024, Easter."""
        if not self.items[i].has("feast"):
            return None, i
        year, after = self.year_at(i + 1)
        return self.calendar.feast(self.items[i].target("feast"), year), after

    def _last_named(self, i: int) -> tuple[Span | None, int]:
        """Last winter, this May, last Monday."""
        if i >= len(self.items):
            return None, i
        named = self.items[i]
        if named.has("season"):
            return self.calendar.season(int(named.target("season")), None), i + 1
        if named.has("month"):
            return self.calendar.of_month(None, int(named.target("month")), None), i + 1
        if named.has("weekday"):
            return self.calendar.weekday(int(named.target("weekday"))), i + 1
        return None, i

    def _event_ahead(self, i: int) -> bool:
        j = self.past_articles(i)
        return j < len(self.items) and self.items[j].has("event") and not self.items[j].has("episode")

    def _ago(self, i: int) -> tuple[Span | None, int]:
        """A year ago, three months ago."""
        count, unit, j = self._units(i)
        if unit is None or j >= len(self.items) or not self._tells_ago(j):
            return None, i
        day = self.calendar.today - step(unit, count or 1)
        return Span(day, day, "ago"), j + 1

    def _tells_ago(self, j: int) -> bool:
        """ "Ago"; and "earlier", where a date stands before it."""
        earlier = self.items[j].means("when", "earlier") and any(item.use == "date" for item in self.items[:j])
        return earlier or self.items[j].means("when", "ago")

    def _count(self, i: int) -> tuple[int | None, int]:
        if i < len(self.items):
            item = self.items[i]
            if item.number is not None and (item.number <= _MOST_UNITS or self._event_ahead(i + 2)):
                return item.number, i + 1
            if item.has("count"):
                return int(item.target("count")), i + 1
        return None, i

    def _counts_something(self, i: int, year: int) -> bool:
        """ "2000 tanks": a number that was no year of ours, before what it counts."""
        if self.calendar.start.year <= year <= self.calendar.today.year or self._preposition_before(i):
            return False
        return i + 1 < len(self.items) and self.items[i + 1].has(*COUNTED)

    def _past_second_year(self, year: int | None, i: int) -> tuple[int | None, int]:
        """ "Winter 2022-2023", "2022/23": by its second year."""
        if year is None or i + 1 >= len(self.items) or self.items[i].text not in ("-", "/"):
            return year, i
        second = self.items[i + 1].number
        return (year + 1, i + 2) if second is not None and full_year(second) == year + 1 else (year, i)

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
        year, after = self.year_at(i)
        if item.has("year") and not (self._preposition_before(i) or self.items[after - 1].has("unit")):
            return None, i
        if year is not None and item.text not in (",", "of", "in") and not self._counts_something(i, year):
            last = date(year, 12, 31)
            if item.has("relative-year"):
                last = min(last, self.calendar.today)
            return Span(date(year, 1, 1), last, "year"), after
        return None, i
