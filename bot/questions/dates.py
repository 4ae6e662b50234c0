"""The dates of a question: spans of days from its words, and the limits that their prepositions make of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.questions.items import Item
from bot.questions.spans import Calendar, Limits, Span, day_of, full_year, part_of, step

_YEARS = range(1700, 2100)
_FULL_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})([./-])(\d{1,2})\5(\d{2,4})")
_MONTH_OF_YEAR = re.compile(r"(\d{1,2})[./](\d{4})")
_SHORT_YEAR = re.compile(r"'?(\d\d)(?:-?(?:го|й|р|г|року))")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th|-?го|-?е|-?те|-?ого|-?му|-?ме)")

_COUNTED = ("group", "narrower", "object", "model", "population", "measure-noun", "party-people", "party-adjective")


@dataclass(slots=True)
class DateReader:
    """Reads dates off a row of items, marking those it uses."""

    items: Sequence[Item]
    calendar: Calendar

    def read(self) -> list[Limits]:
        """All limits of the question, in order."""
        found = []
        i = 0
        while i < len(self.items):
            limits, after = self._limits_at(i)
            if limits is None:
                i += 1
                continue
            for item in self.items[i:after]:
                item.use = "date"
            found.append(limits)
            i = after
        return found

    def _limits_at(self, i: int) -> tuple[Limits | None, int]:
        item = self.items[i]
        if item.has("always"):
            return Limits("always", Span(self.calendar.start, self.calendar.today, "always")), i + 1
        j = self._past_articles(i + 1)
        if item.has("since") and (found := self._since_event(j)):
            return found
        prepositions = [how for how in ("between", "since", "as-of", "within") if item.has(how)]
        if prepositions:
            span, after = self._span(j)
            if span is not None:
                return self._with_preposition(prepositions, span, j, after)
        span, after = self._span(i)
        if span is not None:
            if span.grain == "ago":
                return Limits("as-of", span), after
            return self._range("within", span, after)
        return None, i + 1

    def _with_preposition(self, prepositions: list[str], span: Span, j: int, after: int) -> tuple[Limits, int]:
        if "between" in prepositions:
            limits, end = self._range("within", span, after, between=True)
            if end != after:
                return limits, end
        if "since" in prepositions and self._is_the_beginning(span):
            return Limits("always", span), after
        how = next(p for p in prepositions if p != "between" or len(prepositions) == 1)
        if how == "between":
            how = "since"
        if (
            how == "as-of"
            and "within" in prepositions
            and span.grain in ("week", "month", "year")
            and self._relative(j)
        ):
            how = "within"  # на прошлой неделе
        return Limits(how, span), after

    def _is_the_beginning(self, span: Span) -> bool:
        """Whether it is the day that everything began, or the month of it."""
        start = self.calendar.start
        first = span.first if span.year_named else span.first.replace(year=start.year)
        return first == start or (span.grain == "month" and first == start.replace(day=1))

    def _relative(self, i: int) -> bool:
        return self.items[i].means("when", "last") or self.items[i].means("when", "this")

    def _range(self, how: str, span: Span, after: int, *, between: bool = False) -> tuple[Limits, int]:
        """From one date to another; the first borrows the year of the second. "2022 and 2023" are two, not a range."""
        j = after
        apart = how == "within" and j < len(self.items) and self.items[j].has("and") and not between
        if j < len(self.items) and self.items[j].has("to") and not apart:
            second, end = self._span(self._past_articles(j + 1))
            if second is not None and second.grain != "ago":
                if not span.year_named and second.year_named and span.first.year != second.last.year:
                    shift = relativedelta(years=second.last.year - span.first.year)
                    span = replace(span, first=span.first + shift, last=span.last + shift)
                if span.first <= second.last:
                    return Limits(how, Span(span.first, second.last, "range")), end
        return Limits(how, span), after

    def _since_event(self, j: int) -> tuple[Limits, int] | None:
        """Since the war (began), since the start of the war: everything."""
        if j < len(self.items) and self.items[j].means("when", "start"):
            j = self._past_articles(j + 1)
        if j >= len(self.items) or not self.items[j].has("event"):
            return None
        after = self._past_event(j)
        return Limits("always", Span(self.calendar.start, self.calendar.today, "always")), after

    def _past_event(self, j: int) -> int:
        while j < len(self.items) and (self.items[j].has("event") or self.items[j].means("when", "began")):
            j = self._past_articles(j + 1)
            if j < len(self.items) and not (self.items[j].has("event") or self.items[j].means("when", "began")):
                break
        return min(j, len(self.items))

    def _past_articles(self, j: int) -> int:
        while j < len(self.items) and self.items[j].text in ("the", "of", "of the", "about", "and"):
            j += 1
        return j

    # --- spans of days

    def _span(self, i: int) -> tuple[Span | None, int]:
        """The span that begins at item i, and the first item behind it."""
        if i >= len(self.items) or self.items[i].use is not None:
            return None, i
        for read in (self._full, self._day_month, self._part, self._relative_day, self._last, self._ago, self._named):
            span, after = read(i)
            if span is not None:
                return span, after
        return None, i

    def _full(self, i: int) -> tuple[Span | None, int]:
        item = self.items[i]
        if item.kind == "date" and (match := _MONTH_OF_YEAR.fullmatch(item.text)):
            return self.calendar.of_month(int(match[2]), int(match[1]), None), self._past_year_word(i + 1)
        match = _FULL_DATE.fullmatch(item.text) if item.kind == "date" else None
        if match is None:
            return None, i
        if match[1]:
            day = day_of(int(match[1]), int(match[2]), int(match[3]))
        else:
            first, second, year = int(match[4]), int(match[6]), full_year(int(match[7]))
            day = day_of(year, second, first) or day_of(year, first, second)
        return (Span(day, day, "day"), self._past_year_word(i + 1)) if day else (None, i)

    def _day_month(self, i: int) -> tuple[Span | None, int]:
        """5 May 2023, May 5th 2023, May 2023, May."""
        day, j = self._day_number(i)
        month, j = self._month(self._past_articles(j) if day else j)
        if month is None:
            return None, i
        if day is None:
            day, after_day = self._day_number(j)
            year, after = self._year_at(after_day if day else j)
            if day is not None and year is None and not self._month_needs_no_year(j):
                day = None
            if day is not None and year is None:
                after = after_day
        else:
            year, after = self._year_at(j)
        if day is None and year is None and not self._is_month(i):
            return None, i
        return self.calendar.of_month(year, month, day), after

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

    def _year_at(self, i: int) -> tuple[int | None, int]:
        """2023, '23, 23го, of 2023, and the word "year" behind it where a language says it."""
        j = i
        while j < len(self.items) and self.items[j].text in (",", "of", "in", "'"):
            j += 1
        if j >= len(self.items):
            return None, i
        item = self.items[j]
        number = item.number
        if number is not None and number in _YEARS:
            return number, self._past_year_word(j + 1)
        if match := _SHORT_YEAR.fullmatch(item.text):
            return 2000 + int(match[1]), self._past_year_word(j + 1)
        if number is not None and 14 <= number <= 40 and j > i and self.items[j - 1].text == "'":
            return 2000 + number, j + 1
        if item.has("when") and j + 1 < len(self.items) and self.items[j + 1].means("unit", "year"):
            shift = {"last": -1, "this": 0}.get(item.target("when"))
            if shift is not None:
                return self.calendar.today.year + shift, j + 2
        return None, i

    def _past_year_word(self, i: int) -> int:
        return i + 1 if i < len(self.items) and self.items[i].means("unit", "year") else i

    def _part(self, i: int) -> tuple[Span | None, int]:
        """The end of 2023, early May."""
        item = self.items[i]
        part = next((p for p in ("start", "middle", "end") if item.means("when", p)), None)
        if part is None:
            return None, i
        j = self._past_articles(i + 1)
        if j < len(self.items) and self.items[j].has("unit") and self.items[j].target("unit") == "year":
            year = self.calendar.today.year
            span: Span | None = Span(date(year, 1, 1), date(year, 12, 31), "year")
            after = j + 1
        else:
            span, after = self._month_of_short_year(j)
            if span is None:
                span, after = self._span(j)
        if span is None:
            return None, i
        return part_of(span, part), after

    def _month_of_short_year(self, i: int) -> tuple[Span | None, int]:
        """ "The end of October 25": a part of a day is not meant, so the number is the year."""
        month, j = self._month(i)
        number, after = self._day_number(j)
        if month is None or number is None or self._year_at(after)[0] is not None:
            return None, i
        if full_year(number) not in range(self.calendar.start.year, self.calendar.today.year + 1):
            return None, i
        return self.calendar.of_month(full_year(number), month, None), self._past_year_word(after)

    def _relative_day(self, i: int) -> tuple[Span | None, int]:
        if not self.items[i].has("day"):
            return None, i
        day = self.calendar.today + timedelta(days=int(self.items[i].target("day")))
        return Span(day, day, "day"), i + 1

    def _last(self, i: int) -> tuple[Span | None, int]:
        """Last month, the last three months, the first week, this year, last winter, past day."""
        item = self.items[i]
        if not item.has("when"):
            bare_unit = item.has("unit") and item.has("lasting")
            return (self.calendar.recent(1, item.target("unit")), i + 1) if bare_unit else (None, i)
        which = item.target("when")
        if which not in ("last", "this", "first", "second", "third"):
            return None, i
        count, j = self._count(i + 1)
        if j >= len(self.items):
            return None, i
        unit = self.items[j]
        after = j + 1
        if unit.has("unit"):
            span = self.calendar.unit_span(which, count, unit.target("unit"))
        elif unit.has("season") and which in ("last", "this"):
            span = self.calendar.season(int(unit.target("season")), None)
        elif unit.has("month") and which in ("last", "this"):
            span = self.calendar.of_month(None, int(unit.target("month")), None)
        elif unit.has("weekday"):
            span = self.calendar.weekday(int(unit.target("weekday")))
        else:
            return None, i
        if which in ("first", "second", "third"):
            after = self._past_event(self._past_articles(after)) if self._event_ahead(after) else after
        return span, after

    def _event_ahead(self, i: int) -> bool:
        j = self._past_articles(i)
        return j < len(self.items) and self.items[j].has("event")

    def _ago(self, i: int) -> tuple[Span | None, int]:
        """A year ago, three months ago."""
        count, j = self._count(i)
        if j + 1 >= len(self.items) or not self.items[j].has("unit"):
            return None, i
        if not self.items[j + 1].means("when", "ago"):
            return None, i
        day = self.calendar.today - step(self.items[j].target("unit"), count or 1)
        return Span(day, day, "ago"), j + 2

    def _count(self, i: int) -> tuple[int | None, int]:
        if i < len(self.items):
            item = self.items[i]
            if item.number is not None and item.number <= 400:
                return item.number, i + 1
            if item.has("count"):
                return int(item.target("count")), i + 1
        return None, i

    def _counts_something(self, i: int, year: int) -> bool:
        """ "2000 tanks": a number that was no year of ours, before what it counts."""
        if self.calendar.start.year <= year <= self.calendar.today.year or self._preposition_before(i):
            return False
        return i + 1 < len(self.items) and self.items[i + 1].has(*_COUNTED)

    def _named(self, i: int) -> tuple[Span | None, int]:
        """Winter 2023, Monday, 2023, the years 2022-2023."""
        item = self.items[i]
        if item.has("season"):
            year, after = self._year_at(i + 1)
            return self.calendar.season(int(item.target("season")), year), after
        if item.has("weekday"):
            return self.calendar.weekday(int(item.target("weekday"))), i + 1
        year, after = self._year_at(i)
        if year is not None and item.text not in (",", "of", "in") and not self._counts_something(i, year):
            return Span(date(year, 1, 1), date(year, 12, 31), "year"), after
        return None, i
