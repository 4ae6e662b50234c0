"""The dates of a question: spans of days from its words, and the limits that their prepositions make of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.questions.dates.datewords import SpanReader
from bot.questions.dates.spans import Calendar, Limits, Span, same_days, shifted
from bot.questions.dates.talk import is_of_talk
from bot.questions.items import MEASURES, PARTY_KINDS, Item
from bot.questions.row import Row

_SUBJECTS = ("pronoun", "claimant", "spokesperson", *PARTY_KINDS)
_BEGUN = "begun"  # since the beginning, told as an event
_DAY = timedelta(days=1)
_WHOLES = ("month", "season", "year")
_LONGEST_DEED = 7  # items from who began it to what was begun


@dataclass(slots=True)
class DateReader:
    """Reads dates off a row of items, marking those it uses."""

    row: Row
    calendar: Calendar
    items: Sequence[Item] = field(init=False)
    _spans: SpanReader = field(init=False)

    def __post_init__(self) -> None:
        """Spans are read off the same items."""
        self.items = self.row.items
        self._spans = SpanReader(self.items, self.calendar)

    def read(self) -> list[Limits]:
        """All limits of the question, in order."""
        found: list[Limits] = []
        i = told = 0
        while i < len(self.items):
            limits, after = self._limits_at(i)
            if limits is None:
                i += 1
                continue
            talk = is_of_talk(self.row, i, after)
            for item in self.items[i:after]:
                item.use = "idle" if talk else "date"
            if talk:
                i = after
                continue
            if found and _is_day(limits) and (self._is_relative_day(i - 1) or self._is_latest_day(found[-1])):
                found[-1] = Limits("within", limits.span)  # "during the night to the 21st": of that day
            elif self._is_latest_day(limits) and any(map(_is_day, found)):
                found = [Limits("within", x.span) if _is_day(x) else x for x in found]  # "on 5 May, in a day": that one
            elif self._tells_when_it_began(limits, found, i):
                pass
            elif found and limits.how == "since" and any(x.has("more") for x in self.items[:i]):
                pass  # "the most since 2022": what it is compared with
            elif found and (dated := self._with_year_beside(found[-1], limits, self.items[told:i])):
                found[-1] = dated
            elif found and limits.span.grain == "ago" and self.items[after - 1].means("when", "earlier"):
                found.append(self._so_much_earlier(found[-1], limits))
            else:
                found.append(limits)
            i = told = after
        for k in range(len(found) - 2, -1, -1):
            found[k] = _with_year_of(found[k], found[k + 1])
        return found

    def _tells_when_it_began(self, limits: Limits, found: Sequence[Limits], i: int) -> bool:
        """ "Since they invaded in 2022": no limit of its own."""
        span = limits.span
        if not span.year_named and span.grain == "day":
            span = replace(same_days(span, self.calendar.start.year), year_named=True)
        if limits.how != "within" or not span.year_named or not span.first <= self.calendar.start <= span.last:
            return False
        clause: list[Item] = []
        for item in reversed(self.items[:i]):
            if item.kind == "mark":
                break
            clause.append(item)
        struck = next((n for n, item in enumerate(clause) if item.has("strike")), None)
        since = struck is not None and any(item.has("since") and item.has("conjunction") for item in clause[struck:])
        return since or bool(found and found[-1].span.grain == _BEGUN)

    def _with_year_beside(self, first: Limits, second: Limits, between: Sequence[Item]) -> Limits | None:
        """ "In the 2023 offensive (June to September)", "on 5 May, back in 2024": the year is the other's."""
        if any(item.has("and", "versus") and item.kind == "word" for item in between):
            return None
        for limits, other in ((second, first), (first, second)):
            year = self._as_year(other)
            bare = limits.how == year.how == "within" and year.span.grain == "year" and year.span.year_named
            if bare and not limits.span.year_named:
                return replace(limits, span=_in_year_of(limits.span, year.span))
        return None

    def _as_year(self, limits: Limits) -> Limits:
        """ "Two years ago in May": so many whole years ago are a year, beside a part of one."""
        day, today = limits.span.last, self.calendar.today
        if limits.span.grain != "ago" or (day.month, day.day) != (today.month, today.day):
            return limits
        return Limits("within", Span(date(day.year, 1, 1), date(day.year, 12, 31), "year", year_named=True))

    def _so_much_earlier(self, limits: Limits, ago: Limits) -> Limits:
        """ "In May and a year earlier": before that, not before today."""
        by = relativedelta(self.calendar.today, ago.span.last)
        return replace(limits, span=shifted(limits.span, -by))

    def _is_relative_day(self, i: int) -> bool:
        if i < 0 or self.items[i].use != "date":
            return False
        return self.items[i].has("day") or (self.items[i].has("lasting") and self.items[i].means("unit", "day"))

    def _is_latest_day(self, limits: Limits) -> bool:
        """ "In a day", of which nothing tells which one it was."""
        latest = self.calendar.recent(1, "day")
        return limits.how == "within" and (limits.span.first, limits.span.last) == (latest.first, latest.last)

    def _limits_at(self, i: int) -> tuple[Limits | None, int]:
        item = self.items[i]
        if item.has("always"):
            return self._always(i)
        j = i if item.has("unit") else self._spans.past_articles(i + 1)  # "by day 500"
        since = item.has("since")
        found = (self._since_event(j) or self._since_battle(j)) if since else self._before_it_all(i, j)
        if found or (item.has("since") and item.has("conjunction") and (found := self._since_deed(i))):
            return found
        prepositions = [how for how in ("between", "since", "as-of", "within") if item.has(how)]
        if prepositions:
            span, after = self._spans.read(j)
            if span is not None:
                early = item.has("before") or (self._is_until(item) and self._is_year_of_beginning(span))
                span = _before(span) if early else _behind(span) if item.has("after") else span
                if item.has("source") and self._dates_what_is_told(i, j):
                    prepositions = ["within"]
                return self._with_preposition(prepositions, span, j, after)
        span, after = self._spans.read(i)
        if span is not None:
            if span.grain == "ago":
                return Limits("as-of", span), after
            limits, after = self._range("within", span, after)
            return replace(limits, bare=True), after
        return None, i + 1

    def _dates_what_is_told(self, i: int, j: int) -> bool:
        """ "The figure from 20 November", "losses from yesterday", "from last week": of that day or week, not since."""
        figure = i > 0 and self.items[i - 1].means("claim-after", "noun")
        return figure or self.items[j].means("day", "-1") or self.items[j].means("when", "last")

    def _before_it_all(self, i: int, j: int) -> tuple[Limits, int] | None:
        """ "Before the war": what there was before it began, unless it is the one at a place."""
        item = self.items[i]
        if not (item.has("before") or self._is_until(item)) or not self._spans.event_ahead(j):
            return None
        eve, end = self.calendar.start - _DAY, self._spans.past_event(j)
        if any(behind.has("place") for behind in self.items[end : end + 2]):
            return None
        return Limits("as-of", Span(eve, eve, "day")), end

    def _is_until(self, item: Item) -> bool:
        """ "Up to", in a language where it may be "before" as well."""
        return item.has("as-of") and item.has("to") and not item.text.isascii()

    def _is_year_of_beginning(self, span: Span) -> bool:
        """Whether it is the year that everything began in: "up to" it, as it is said then, is before it all."""
        return span.grain == "year" and span.year_named and span.first.year == self.calendar.start.year

    def _with_preposition(self, prepositions: list[str], span: Span, j: int, after: int) -> tuple[Limits, int]:
        if "between" in prepositions:
            limits, end = self._range("within", span, after, between=True)
            if end != after or (span.grain == "range" and span.first < span.last):
                return limits, end  # "between the 1st and the 15th of May": one span
        if span.grain == "ago":
            return Limits("as-of", span), after
        if "since" in prepositions and self._is_the_beginning(span):
            return Limits("always", span), after
        if span.grain == "range" and "within" not in prepositions and "since" in prepositions:
            return Limits("within", span), after
        how = next(p for p in prepositions if p != "between" or len(prepositions) == 1)
        if how == "between":
            how = "since"
        whole = self.items[j].has("relative-week", "relative-month") or self.items[j].means("unit", "weekend")
        named = span.grain in ("week", "month", "year") and self._relative(j)
        vague = span.grain in ("beginning", "range") or named or whole
        if how == "as-of" and "within" in prepositions and vague:
            how = "within"  # на прошлой неделе, at the beginning of it all
        return self._range(how, span, after) if how == "within" else (Limits(how, span), after)

    def _is_the_beginning(self, span: Span) -> bool:
        """Whether it is the day that everything began, or the month or year of it."""
        start = self.calendar.start
        first = span.first if span.year_named else span.first.replace(year=start.year)
        month = span.grain == "month" and first == start.replace(day=1)
        year = span.grain == "year" and span.year_named and first.year == start.year
        return first == start or month or year

    def _relative(self, i: int) -> bool:
        return self.items[i].means("when", "last") or self.items[i].means("when", "this")

    def _range(self, how: str, span: Span, after: int, *, between: bool = False) -> tuple[Limits, int]:
        """From one date to another; the first borrows the year of the second. "2022 and 2023" are two, not a range."""
        j = after
        if j < len(self.items) and self.items[j - 1].typed == self.items[j].typed and "-" in self.items[j].typed:
            second, end = self._spans.read(j)  # "March-April 2022" in one word
            if second is not None:
                span = _in_year_of(span, second)
                return Limits(how, Span(span.first, second.last, "range", year_named=second.year_named)), end
        now = j + (j < len(self.items) and self.items[j].has("to") and not self.items[j].has("until-now"))
        if now < len(self.items) and self.items[now].means("until-now", "until-now" if now > j else "alone"):
            return Limits("always" if self._is_the_beginning(span) else "since", span), now + 1
        apart = how == "within" and j < len(self.items) and self.items[j].has("and") and not between
        if j < len(self.items) and self.items[j].has("to") and not apart:
            second, end = self._spans.read(self._spans.past_articles(j + 1))
            if second is not None and second.grain != "ago":
                span = _in_year_of(span, second)
                if span.first <= second.last:
                    return Limits(how, Span(span.first, second.last, "range", year_named=second.year_named)), end
        return Limits(how, span), after

    def _always(self, i: int) -> tuple[Limits, int]:
        """ "So far", "since the start"; but since the start of a year or month is since then."""
        span, after = self._spans.read(self._spans.past_articles(i + 1))
        if self.items[i].has("since") and span is not None and span.grain in ("year", "month"):
            return Limits("since", span), after
        return Limits("always", Span(self.calendar.start, self.calendar.today, "always")), i + 1

    def _since_event(self, j: int) -> tuple[Limits, int] | None:
        """Since the war (began), since the start of the war, since the day of it: everything."""
        if j < len(self.items) and (self.items[j].means("when", "start") or self.items[j].means("unit", "day")):
            j = self._spans.past_articles(j + 1)
        if j >= len(self.items) or not self.items[j].has("event") or self.items[j].has("episode"):
            return None
        after = self._spans.past_event(j)
        return Limits("always", Span(self.calendar.start, self.calendar.today, _BEGUN)), after

    def _since_battle(self, j: int) -> tuple[Limits, int] | None:
        """ "Since the start of the fighting at the town": the whole of it; its days nobody told."""
        if j >= len(self.items) or not self.items[j].means("when", "start"):
            return None
        place = next((i for i in range(j + 1, len(self.items)) if self.items[i].has("place")), None)
        between = self.items[j + 1 : place]
        if place is None or not all(item.idle or item.has("event", "fighting", "locative") for item in between):
            return None
        return Limits("always", Span(self.calendar.start, self.calendar.today, _BEGUN)), j + 1

    def _since_deed(self, i: int) -> tuple[Limits, int] | None:
        """ "Since their leader launched his war": since the start of it all; whoever it was says nothing."""
        j = i + 1
        while j < len(self.items) and self.items[j].has("filler") and not self.items[j].has(*_SUBJECTS):
            j += 1
        if j >= len(self.items) or not self.items[j].has(*_SUBJECTS):
            return None
        end = self._end_of_deed(j + 1)
        if end is None:
            return None
        return Limits("always", Span(self.calendar.start, self.calendar.today, _BEGUN)), end

    def _end_of_deed(self, first: int) -> int | None:
        """The first item behind the war that was begun, or behind whom somebody fell upon."""
        for k in range(first, min(first + _LONGEST_DEED, len(self.items))):
            item = self.items[k]
            if item.kind == "mark" or item.has("episode", "ask", "place") or item.has(*MEASURES):
                return None
            if item.has("event"):
                return self._spans.past_event(k)
            if item.has("strike"):
                whom = self._spans.item(k + 1)
                if whom is not None and whom.has("party"):  # where a party did it, those may be whose losses are asked
                    return None if self.items[first - 1].has(*PARTY_KINDS) else k + 2
                return k + 1 if self._spans.ends(k + 1) else None
        return None


def _is_day(limits: Limits) -> bool:
    return limits.span.grain == "day" and limits.how != "since"


def _before(span: Span) -> Span:
    """ "Before 2023": up to its beginning; a day, or a part of something, is the limit itself."""
    if span.grain not in _WHOLES:
        return span
    last = span.first - _DAY
    return replace(span, first=last, last=last, grain="day")


def _behind(span: Span) -> Span:
    """ "After 2023": from its end on; a day is the limit itself."""
    if span.grain not in _WHOLES:
        return span
    first = span.last + _DAY
    return replace(span, first=first, last=first, grain="day")


def joined(limits: Sequence[Limits]) -> list[Limits]:
    """Spans that follow each other without a gap as one: "in May and June"."""
    found: list[Limits] = []
    for behind in limits:
        before = found[-1] if found else None
        if before and before.how == behind.how == "within" and behind.span.first == before.span.last + _DAY:
            found[-1] = replace(before, span=replace(before.span, last=behind.span.last, grain="range"))
        else:
            found.append(behind)
    return found


def _in_year_of(span: Span, later: Span) -> Span:
    """A span whose year was not named, in the year of the one behind it."""
    if span.year_named or not later.year_named:
        return span
    return replace(same_days(span, later.last.year), year_named=True)


def _with_year_of(limits: Limits, later: Limits) -> Limits:
    """ "In March and April 2023": both of that year."""
    if (limits.how, limits.span.grain) != (later.how, later.span.grain):
        return limits
    return replace(limits, span=_in_year_of(limits.span, later.span))
