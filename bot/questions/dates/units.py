"""What dates are counted with: ordinals, so many days or months, the words that stand between them."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Container
from dataclasses import dataclass
from decimal import Decimal

from bot.language.number_words import AND_A_HALF, CARDINALS, SCALES, SINGULAR_SCALES, SOMEWHAT_MORE
from bot.language.ordinals import ORDINALS, ordinal
from bot.questions.dates.spans import Span
from bot.questions.dates.years import YearReader
from bot.questions.items import Item

_ORDINAL = re.compile(
    r"(\d{1,4})(?:st|nd|rd|th|-?го|-?е|-?те|-?ого|-?му|-?ме|-?м|-?й|-?ий|-?ый|-?у|-?ю|-?а|-?я|-?ої|-?ой)"
)
_HALVES = re.compile(r"(\d{1,2})[.,]5")
_FORTNIGHT = "fortnight"
_MONTHS = 12  # of a year
_LONGEST_PHRASE = 3  # items: "and a half", "odd"
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "і": 1, "іі": 2, "ііі": 3, "и": 1}
_ARTICLES = ("the", "of", "of the", "about", "and")
_TIME = re.compile(r"[0-2]?\d(?:\.[0-5]0|:[0-5]\d)")
_MOST_UNITS = 400  # a greater number of days or months is of all there was: "1000 days of the war"
_ORDER = ("first", "second", "third", "fourth")
_OF_HALVES = {"year": (12, 6, "month"), "month": (30, 15, "day"), "week": (7, 3, "day")}  # whole, half, of what
_OF_DATES = frozenset({
    "month", "weekday", "season", "unit", "when", "day", "count", "feast", "ending", "year", "quarter", "fraction",
    "months", "lasting", "anniversary", "relative-year", "relative-month", "relative-week", "new-year",
})  # fmt: skip


@dataclass(slots=True)
class UnitReader(YearReader):
    """Reads how many of which unit, and which one of them."""

    @abstractmethod
    def read(self, i: int) -> tuple[Span | None, int]:
        """The span that begins at item i, and the first item behind it."""

    def may_begin(self, i: int) -> bool:
        """Whether a span can begin with an item at all; most words are of no date."""
        item = self.items[i]
        if item.kind != "word" or not item.concepts.keys().isdisjoint(_OF_DATES) or item.text in _ROMAN:
            return True
        return item.text in ORDINALS or item.text in CARDINALS or item.text in SCALES or item.text[-1:].isdecimal()

    def item(self, i: int) -> Item | None:
        """The item at a place, where there is one."""
        return self.items[i] if 0 <= i < len(self.items) else None

    def past_articles(self, j: int) -> int:
        """The first item from j on that is no article."""
        while j < len(self.items) and self._is_article(j):
            j += 1
        return j

    def _is_article(self, j: int) -> bool:
        """An article, "all of", or the time of a day whose date follows ("as of 23.00, 5 May")."""
        if self._is_few(j):
            return any(item.has("when") for item in self.items[j + 1 : j + 2])  # "a few last days"
        if self.items[j].has("whole"):
            return not any(item.has("party") for item in self.items[j + 1 : j + 2])
        if self.items[j].text in (",", "on") and j:
            j -= 1
        dated = any(item.number or item.kind == "date" for item in self.items[j + 1 : j + 3])
        return self.items[j].text in _ARTICLES or (dated and _TIME.fullmatch(self.items[j].text) is not None)

    def _is_few(self, j: int) -> bool:
        return j < len(self.items) and self.items[j].has("few")

    def past_event(self, j: int) -> int:
        """The first item behind an event ("the war began") that starts at j."""
        while self._is_of_event(j):
            j, ahead = j + 1, self.past_articles(j + 1)
            j = ahead if self._is_of_event(ahead) else j
        return min(j, len(self.items))

    def _is_of_event(self, j: int) -> bool:
        return j < len(self.items) and (self.items[j].has("event") or self.items[j].means("when", "began"))

    def event_ahead(self, i: int) -> bool:
        """Whether it all is named here, not only an episode of it."""
        j = self.past_articles(i)
        return j < len(self.items) and self.items[j].has("event") and not self.items[j].has("episode")

    def ends(self, i: int) -> bool:
        """Whether nothing more is said here, before the next mark."""
        return i >= len(self.items) or self.items[i].kind == "mark"

    def preposition_before(self, i: int) -> bool:
        """Whether a preposition of time leads here, articles skipped."""
        while i > 0 and self.items[i - 1].text in ("the", "a", "an"):
            i -= 1
        return i > 0 and self.items[i - 1].has("as-of", "since", "within", "between", "when", "to")

    def order(self, i: int) -> tuple[int | None, int]:
        """Which one: the first, 5th, twenty-first, III; and the first item behind it."""
        item = self.item(i)
        if item is None:
            return None, i
        if match := _ORDINAL.fullmatch(item.text):
            return int(match[1]), i + 1
        which = next((n for n, which in enumerate(_ORDER, 1) if item.means("when", which)), None)
        if which is not None:
            return which, i + 1
        following = self.item(i + 1)
        if (spelt := ordinal(item.text, following.text if following else None)) is not None:
            return spelt[0], i + spelt[1]
        return None, i

    def order_of_part(self, i: int) -> tuple[int | None, int]:
        """Which one of the parts of a year, as a number too: "3 quarter", "III quarter"."""
        item = self.item(i)
        if item is not None and (number := item.number or _ROMAN.get(item.text)) is not None:
            return number, i + 1
        return self.order(i)

    def day_number(self, i: int) -> tuple[int | None, int]:
        """A day of a month: 5, 5th, the fifth."""
        item = self.item(i)
        if item is None:
            return None, i
        number, after = item.number, i + 1
        if number is None and not item.means("when", "second"):  # a second is more often a unit
            number, after = self.order(i)
        if number is None and item.has("year"):
            number, after = int(item.target("year")) % 100, i + 1  # "the twenty-second", in words, of a month
        return (number, after) if number is not None and 1 <= number <= 31 else (None, i)

    def units(self, i: int) -> tuple[int | None, str | None, int]:
        """So many of a unit; a word that is both ("half a year") counts months, and halves count what is smaller."""
        item = self.item(i)
        if item is not None and item.has("months"):
            return int(item.target("months")), "month", i + 1
        count, half, j = self._count(i)
        behind = self.item(j)
        if behind is None or not behind.has("unit"):
            return None, None, i
        unit = behind.target("unit")
        if unit == _FORTNIGHT:
            return (count or 1) * 2, "week", j + 1
        if not half:
            return self._with_months(count, unit, j + 1)
        if unit not in _OF_HALVES:
            return None, None, i
        whole, rest, smaller = _OF_HALVES[unit]
        return (count or 0) * whole + rest, smaller, j + 1

    def _with_months(self, count: int | None, unit: str, j: int) -> tuple[int | None, str, int]:
        """ "Two years and three months": so many months."""
        joint, behind = self.item(j), self.item(j + 2)
        number = self.item(j + 1)
        months = number.number if number is not None else None
        joined = (
            joint is not None and joint.means("and", "and") and behind is not None and behind.means("unit", "month")
        )
        if unit != "year" or not (count and joined and months):
            return count, unit, j
        return count * _MONTHS + months, "month", j + 3

    def _count(self, i: int) -> tuple[int | None, bool, int]:
        """A number of units, whether a half more, and the first item behind it."""
        item = self.item(i)
        if item is None:
            return None, False, i
        if item.kind == "number" and (match := _HALVES.fullmatch(item.text)):
            return int(match[1]), True, i + 1
        count = self._plain_count(i)
        if count is None:
            return None, False, i
        half, more = self._phrase_of(AND_A_HALF, i + 1), self._phrase_of(SOMEWHAT_MORE, i + 1)
        plus = (beside := self.item(i + 1)) is not None and beside.text == "+"  # "1000+ days"
        return count, half > 0, i + 1 + (half or more or plus)

    def _phrase_of(self, phrases: Container[tuple[str, ...]], i: int) -> int:
        """How many items from i on make up one of some phrases behind a number."""
        words = [item.typed.casefold() for item in self.items[i : i + _LONGEST_PHRASE]]
        return next((n for n in range(1, len(words) + 1) if tuple(" ".join(words[:n]).split()) in phrases), 0)

    def _plain_count(self, i: int) -> int | None:
        item = self.items[i]
        if item.number is not None:
            return item.number if item.number <= _MOST_UNITS or self._counts_days_of_all(i) else None
        if item.has("count"):
            return int(item.target("count"))
        spelt = CARDINALS.get(item.text, SCALES[item.text] if item.text in SINGULAR_SCALES else Decimal(0))
        return int(spelt) if 0 < spelt <= _MOST_UNITS or (spelt and self._counts_days_of_all(i)) else None

    def _counts_days_of_all(self, i: int) -> bool:
        """More days than are counted otherwise: "1000 days of the war", "in 1000 days"."""
        behind = self.item(i + 1)
        led = i > 0 and self.items[i - 1].has("within", "as-of")
        return self.event_ahead(i + 2) or (led and behind is not None and behind.means("unit", "day"))
