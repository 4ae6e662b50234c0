"""Days and months as a calendar has them: "5 May 2023", "05.05.2023", "May 5th", "on the 20th", "1-15 May"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.language.number_words import SCALES
from bot.questions.dates.extents import ExtentReader
from bot.questions.dates.spans import Span, day_of, full_year
from bot.questions.dates.years import COUNTED

_FULL_DATE = re.compile(
    r"(?P<year>\d{4})([./-])(?P<month>\d{1,2})\2(?P<day>\d{1,2})|(\d{1,2})([./-])(\d{1,2})\6(\d{2,4})"
)
_MONTH_OF_YEAR = re.compile(r"(\d{1,2})[./-](\d{4})")
_DAY_OF_MONTH = re.compile(r"(\d{1,2})\.(\d{2})")
_MONTHS = 12
_DAY_IN_DIGITS = re.compile(r"\d{1,2}(?:st|nd|rd|th|-?го)")
_FIRST_SHORT_YEAR = 2014  # "in the 14th", in a language that names years so
_TWO = 2
_FOUR = 4  # digits of a day and a month
_OF_DAYS = ("я", "а", "го")  # endings of months behind a day


@dataclass(slots=True)
class CalendarReader(ExtentReader):
    """Reads the day, the days or the month that begin at an item."""

    def full_date(self, i: int) -> tuple[Span | None, int]:
        """ "05.05.2024", "05.2024", "05.05"."""
        item = self.item(i)
        if item is None:
            return None, i
        if item.kind == "date" and (match := _MONTH_OF_YEAR.fullmatch(item.text)):
            return self.calendar.of_month(int(match[2]), int(match[1]), None), self.past_year_word(i + 1)
        match = _FULL_DATE.fullmatch(item.text) if item.kind == "date" else None
        if match is None:
            return self._day_of_month(i)
        if match["year"]:
            day = day_of(int(match["year"]), int(match["month"]), int(match["day"]))
        else:
            first, second, year = int(match[5]), int(match[7]), full_year(int(match[8]))
            months = (second, first) if not self._puts_month_first() else (first, second)
            day = day_of(year, *months) or day_of(year, *reversed(months))
        return (Span(day, day, "day"), self.past_year_word(i + 1)) if day else (None, i)

    def _puts_month_first(self) -> bool:
        """Whether another date of the text can be read in no other order: "02/24/22 - 06/01/23"."""
        matches = (_FULL_DATE.fullmatch(item.text) for item in self.items if item.kind == "date")
        return any(match and not match["year"] and int(match[7]) > _MONTHS for match in matches)

    def _day_of_month(self, i: int) -> tuple[Span | None, int]:
        """ "On 21.11", with nothing behind it that it could be so many of."""
        match = _DAY_OF_MONTH.fullmatch(self.items[i].text) if self.items[i].kind == "number" else None
        if match is None:
            return self._day_and_month(i)
        if self.is_counting(i) or int(match[2]) not in range(1, 13):
            return None, i
        span = self.calendar.of_month(None, int(match[2]), int(match[1]))
        return (span, i + 1) if span is not None else (None, i)

    def _day_and_month(self, i: int) -> tuple[Span | None, int]:
        """ "21/11", in the order that fits, the day first; "5/8" behind a preposition, as it may be a ratio."""
        parts = self.items[i : i + 3]
        if len(parts) < 3 or parts[1].text != "/" or not parts[0].end == parts[1].start == parts[2].start - 1:
            return None, i
        first, second, behind = parts[0].number, parts[2].number, self.item(i + 3)
        joined = behind is not None and behind.text in ("/", "-")
        if not first or not second or self.is_counting(i + 2) or joined:
            return None, i
        if len(parts[0].text + parts[2].text) < _FOUR and not self.preposition_before(i):
            return None, i  # a ratio, "24/7"
        day, month = (first, second) if second <= _MONTHS else (second, first)
        span = self.calendar.of_month(None, month, day) if month <= _MONTHS else None
        return (span, i + 3) if span is not None else (None, i)

    def is_counting(self, i: int) -> bool:
        """Whether something that it could be so many of stands behind a number."""
        behind = self.item(i + 1)
        return behind is not None and (behind.text in SCALES or behind.has("unit", *COUNTED) or behind.text == "%")

    def day_month(self, i: int) -> tuple[Span | None, int]:
        """5 May 2023, May 5th 2023, May 2023, May."""
        day, j = self.day_number(i)
        month, j = self.month(self.past_articles(j) if day else j)
        if month is None:
            return None, i
        if day is None:
            day, after_day = self.day_number(j) if not self._is_year_behind(j) else (None, j)
            year, after = self.year_at(after_day if day else j)
            if day is not None and year is None and not self._month_needs_no_year(j):
                day = None
            elif day is not None and year is None and self._is_short_year(i, day):
                year, after = full_year(day), self.past_year_word(after_day)
                return self.calendar.of_month(year, month, None), after
            if day is not None and year is None:
                after = after_day
        else:
            year, after = self._year_behind(j)
        if day is None and year is None and not self._is_month(i):
            return None, i
        return self.calendar.of_month(year, month, day), after

    def _is_year_behind(self, j: int) -> bool:
        """ "In February of the 15th", where a language puts the day before its month: that is a year."""
        number, month = self.item(j), self.items[j - 1].text
        if number is None or not number.text[-1:].isalpha() or not number.text[0].isdecimal() or month.isascii():
            return False
        return not month.endswith(_OF_DAYS)  # "of February the 15th"

    def _year_behind(self, j: int) -> tuple[int | None, int]:
        """The year of a day: in two digits too, "5 May 22", unless it counts something."""
        year, after = self.year_at(j)
        item = self.item(j)
        if year is not None or item is None or item.number is None or len(item.text) != 2 or self.is_counting(j):
            return year, after
        short = full_year(item.number)
        return (short, j + 1) if short in range(self.calendar.start.year, self.calendar.today.year + 1) else (None, j)

    def _is_short_year(self, i: int, number: int) -> bool:
        """ "November 26" where a language puts the day before the month: a year, short."""
        years = range(self.calendar.start.year, self.calendar.today.year + 1)
        return not self.items[i].text.isascii() and full_year(number) in years

    def _month_needs_no_year(self, j: int) -> bool:
        return j < len(self.items) and (self.items[j].number or 0) <= 31

    def _is_month(self, i: int) -> bool:
        """Whether a bare month name is one: `may` and `march` are also verbs."""
        item = self.items[i]
        return not item.has("filler") or self.preposition_before(i)

    def month(self, i: int) -> tuple[int | None, int]:
        """The month that item i names, a full stop behind it included."""
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

    def day_alone(self, i: int) -> tuple[Span | None, int]:
        """ "On the 20th", where nothing follows that it could be the 20th of; a day by the word for it."""
        day, j = self.day_number(i)
        behind = self.item(j)
        if day is None or not self.items[i].text[0].isdecimal():
            return None, i
        if behind is not None and behind.has("day-word"):
            return self.calendar.day_of_month(day), j + 1
        told = _DAY_IN_DIGITS.fullmatch(self.items[i].text) and (self.preposition_before(i) or i < _TWO)
        short = full_year(day) in range(_FIRST_SHORT_YEAR, self.calendar.today.year + 1)
        if not told or not self.ends(j) or (short and not self.items[i].text.isascii()):
            return None, i
        return self.calendar.day_of_month(day), j

    def days(self, i: int) -> tuple[Span | None, int]:
        """From the first to the fifteenth of a month that is named once: "1-15 May", "May 1-15, 2024"."""
        month, j = self.month(i)
        first, j = self.day_number(j)
        if first is None or j >= len(self.items) or not (self.items[j].has("to") or self.items[j].text == "-"):
            return None, i
        if month is not None:
            day, after = self.day_number(j + 1)
            if day is None or self.is_counting(after - 1):
                return None, i
            year, after = self.year_at(after)
            last = self.calendar.of_month(year, month, day)
        else:
            last, after = self.full_date(j + 1)
        if last is None and month is None:
            last, after = self.day_month(self.past_articles(j + 1))
        if last is None or last.grain != "day" or first > last.last.day:
            return None, i
        return replace(last, first=last.first.replace(day=first), grain="range"), after
