"""The year that a question names: in full, in two digits, in words, by its distance from today."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.questions.dates.spans import Calendar, full_year
from bot.questions.items import Item

YEARS = range(1700, 2100)
_BEFORE_YEAR = (",", "/", "of", "in", "'")
_SHORT_YEAR = re.compile(r"'?(?:20)?(\d\d)(?:-?(?:го|й|р|г|року|м|му))")
_FIRST_ALONE = 14  # a short year; a smaller number at the end may count something
_PART = 3  # items from "28 drones of" to the number of them all
_SHORT = 2  # digits of a short year
_THINGS = ("group", "narrower", "object", "model", "population", "measure-noun")
COUNTED = (*_THINGS, "party-people", "party-adjective")


@dataclass(slots=True)
class YearReader:
    """Reads the year that begins at an item."""

    items: Sequence[Item]
    calendar: Calendar

    def year_at(self, i: int) -> tuple[int | None, int]:
        """2023, '23, 23го, of 2023, "/2023", and the word "year" behind it where a language says it."""
        j = i
        while j < len(self.items) and (self.items[j].text in _BEFORE_YEAR or self.items[j].has("inclusive")):
            j += 1
        if j >= len(self.items):
            return None, i
        year = self._year_named(j, short=j > i and self.items[j - 1].text == "'")
        if year is not None:
            return year, self.past_year_word(j + 1)
        item = self.items[j]
        if item.has("when") and j + 1 < len(self.items) and self.items[j + 1].means("unit", "year"):
            shift = {"last": -1, "this": 0}.get(item.target("when"))
            if shift is not None:
                return self.calendar.today.year + shift, j + 2
        return None, i

    def _year_named(self, j: int, *, short: bool) -> int | None:
        item = self.items[j]
        number = self.year_in_words(item) or item.number
        if number is not None and number in YEARS:
            return number
        if match := _SHORT_YEAR.fullmatch(item.text):
            return full_year(int(match[1]))
        of_winter = number is not None and j > 0 and self.items[j - 1].has("season") and self._spans_new_year(j, number)
        if number is not None and ((short and 14 <= number <= 40) or of_winter or self._is_year_of_two_digits(j)):
            return full_year(number)
        return None

    def _is_year_of_two_digits(self, j: int) -> bool:
        """ "In the year 22", "spring 22": more years than it all lasted are one of them; not so "22 years ago"."""
        years = range(self.calendar.start.year, self.calendar.today.year + 1)
        number = self.items[j].number
        if number is None or len(self.items[j].text) != _SHORT:
            return False
        behind = self.items[j + 1] if j + 1 < len(self.items) else None
        if behind is not None and behind.has("which-year"):
            return True
        if full_year(number) not in years:
            return number >= _FIRST_ALONE and behind is None and self._stands_alone(j)  # "in 45": of another war
        return self._is_named_short(j, number, behind)

    def _is_named_short(self, j: int, number: int, behind: Item | None) -> bool:
        """By the word "year" behind it, the season before it, or as the first or last of several."""
        if behind is not None and behind.means("unit", "year"):
            return not (j + 2 < len(self.items) and self.items[j + 2].has("when"))
        if behind is not None and behind.text == "-" and j + 3 < len(self.items):
            return self.items[j + 3].means("unit", "year") and self._is_year_of_two_digits(j + 2)  # "the years 22-24"
        if behind is not None and behind.text == "-" and j + 3 == len(self.items):
            last = self.items[j + 2].number
            return last is not None and number < last and full_year(last) <= self.calendar.today.year
        if j and self.items[j - 1].has("season", "quarter", "fraction"):
            return behind is None or not behind.has(*_THINGS, "unit", "month")
        return j > 0 and self._stands_alone(j)

    def _spans_new_year(self, j: int, number: int) -> bool:
        """ "The winter of 14-15"."""
        joint, second = self.items[j + 1 : j + 2], self.items[j + 2 : j + 3]
        return bool(joint and second) and joint[0].text in ("-", "/") and second[0].number == number + 1

    def _stands_alone(self, j: int) -> bool:
        """Behind a preposition of time, with nothing that it could count or be a day of."""
        last = j + 1 == len(self.items) or self.items[j + 1].text in ("?", ".", ",", "!")
        led = self.items[j - 1].has("since", "within") and not self.items[j - 1].has("as-of")
        return last and led and not self._is_whole_of_part(j)

    def _is_whole_of_part(self, j: int) -> bool:
        """ "28 drones of 74", in a language whose "since" also says of how many."""
        if j < _PART or not self.items[j - 2].has(*COUNTED):
            return False
        part, whole = self.items[j - _PART].number, self.items[j].number
        return part is not None and whole is not None and part < whole

    def year_in_words(self, item: Item) -> int | None:
        """A year that a word names: "the twenty-second", "last year" where that is one word."""
        if item.has("relative-year"):
            return self.calendar.today.year + int(item.target("relative-year"))
        return int(item.target("year")) if item.has("year") else None

    def past_year_word(self, i: int) -> int:
        """The first item from i on that is not the word "year"."""
        return i + 1 if i < len(self.items) and self.items[i].means("unit", "year") else i
