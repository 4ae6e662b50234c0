"""The dates of the question before, moved by a follow-up: "a year later", "since then", "the day before".

Out of these come limits of their own; what a follow-up names besides is merged by `merging`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise, takewhile

from dateutil.relativedelta import relativedelta

from bot.questions.dates.spans import NTH, Calendar, Limits, Span, day_of, same_days, shifted, step
from bot.questions.frame import Frame
from bot.questions.items import MEASURES, PARTY_KINDS, SENTENCE_ENDS
from bot.questions.row import Row

_DAY = timedelta(days=1)
_SAYS_LITTLE = ("ask", "within", "count", "continuing")
_NAMED = (*MEASURES, *PARTY_KINDS, "measure-noun", "group", "object", "event")


def moved(row: Row, before: Frame, now: Frame, today: date) -> list[Limits] | None:
    """The dates of the question before, moved: "a year later", "in half a year", "on the same day last year"."""
    if (onward := _onward(row) or _to_neighbour(row)) is not None:
        return _shifted(before.limits, onward)
    if (same := _same_one(row, before) or _day_of_its_month(row, before)) is not None:
        return same
    if (this := _this_one(row, before, today)) is not None:
        return this
    earlier = now.limits and now.limits[0].span.grain == "ago" and any(x.means("when", "earlier") for x in row.items)
    if now.limits and now.limits[0].span.grain == NTH:
        return _in_its_month(before, now)
    if now.limits and not earlier:
        return _whole_around(row, before) or _in_same_days(row, before, now)
    return _whole_around(row, before) or _later(row, before, now)


def _in_its_month(before: Frame, now: Frame) -> list[Limits] | None:
    """ "And on the 10th?": of the month of the day before."""
    if len(before.limits) != 1:
        return None
    month, by = now.limits[0].span.last.replace(day=1), before.limits[0].span.last.replace(day=1)
    return _shifted(now.limits, relativedelta(by, month))


def _day_of_its_month(row: Row, before: Frame) -> list[Limits] | None:
    """ "Show me for 19", a bare number behind what was asked of a day."""
    named = next((i for i in range(len(row)) if row[i].number and row.is_led_by(i, "within")), None)
    if named is None or row[named].use or len(before.limits) != 1 or before.limits[0].span.grain != "day":
        return None
    day = before.limits[0].span.last
    if (other := day_of(day.year, day.month, row[named].number or 0)) is None:
        return None
    row[named].use = "date"
    return [Limits("within", Span(other, other, "day"))]


def _in_same_days(row: Row, before: Frame, now: Frame) -> list[Limits] | None:
    """ "On the same day last year"."""
    same = next((item for item in row.items if item.has("same-time")), None)
    year = now.limits[0].span
    if same is None or year.grain != "year" or not before.limits:
        return None
    same.use = "date"
    return _shifted(before.limits, relativedelta(years=year.first.year - before.limits[-1].span.last.year))


def _later(row: Row, before: Frame, now: Frame) -> list[Limits] | None:
    """ "A year later", "the day before", "since then"."""
    for i, item in enumerate(row.items):
        sign = (
            1
            if item.means("when", "later") or _is_left_open(row, i, "since")
            else -1
            if item.means("when", "earlier") or _is_left_open(row, i, "as-of")
            else 0
        )
        step = _step_beside(row, i) if sign else None
        if step is not None:
            for told in (item, *(other for other in row.items if other.means("when", "later"))):
                told.use = told.use or "date"
            return _shifted(before.limits, step if sign > 0 else -step)
        if sign and not now.limits and len(before.limits) == 1:
            item.use = item.use or "date"
            return _around(before.limits[0], after=sign > 0)
    return None


def _onward(row: Row) -> relativedelta | None:
    """ "Six months on?", and no more in its sentence."""
    if row.has(*_NAMED):
        return None
    on = next(
        (i for i, item in enumerate(row.items) if i and item.has("elapsed") and row[i - 1].has("unit", "months")), None
    )
    rest = takewhile(lambda item: item.text not in SENTENCE_ENDS, row.items[on + 1 :]) if on is not None else ()
    ends = on is not None and all(
        item.kind == "mark" or item.idle or item.has("source") for item in rest
    )  # "from that"
    return _step_beside(row, on) if ends and on is not None else None


def _to_neighbour(row: Row) -> relativedelta | None:
    """ "The next month", "the previous year"."""
    for i, item in enumerate(row.items):
        sign = 1 if item.means("when", "next") else -1 if item.means("when", "previous") else 0
        by = _step_beside(row, i) if sign else None
        if by is not None:
            return by if sign > 0 else -by
    return None


def _this_one(row: Row, before: Frame, today: date) -> list[Limits] | None:
    """ "And in this one?", with nothing else: the week, month or year of today."""
    told = [item for item in row.items if item.kind != "mark" and not item.has(*_SAYS_LITTLE)]
    said = [item for item in told if not item.idle or item.has("claim-after", "who")]
    grain = before.limits[0].span.grain if len(before.limits) == 1 else None
    led = len(said) == 1 and row.is_led_by(row.items.index(said[0]), "within", "continuing")
    if not led or not said[0].means("when", "this") or grain not in ("week", "month", "year"):
        return None
    said[0].use = "date"
    return [Limits("within", Calendar(today, today).this(grain))]


def _same_one(row: Row, before: Frame) -> list[Limits] | None:
    """ "And elsewhere that year?", "by the end of that year", "of the year": the one of the question before."""
    if len(before.limits) != 1:
        return None
    asked = before.limits[0]
    for i, unit in enumerate(row.items):
        named = i + 1 < len(row) and row[i + 1].kind == "number"
        if not unit.has("unit") or named:
            continue
        lead = row.direct_before(i)
        that = lead is not None and row[lead].has("that-one") and not row[lead].has("when")
        edge = lead if lead is None or not that else row.direct_before(lead)
        one = Calendar(asked.span.last, asked.span.first).whole(unit.target("unit"))
        told = [row[j] for j in (lead, edge) if j is not None]
        if edge is not None and row[edge].means("when", "end"):
            limits = [Limits("as-of", Span(one.last, one.last, "day"))]
        elif that and edge is not None and row[edge].means("when", "start"):
            limits = [Limits("since", Span(one.first, one.first, "day"))]
        elif that:
            limits = before.limits if asked.how == "since" or asked.span.first < one.first else [Limits("within", one)]
        else:
            continue
        for item in (unit, *told):
            item.use = item.use or "date"
        return limits
    return None


def _whole_around(row: Row, before: Frame) -> list[Limits] | None:
    """ "And in the whole year?": the one that the dates are of."""
    for whole, unit in pairwise(row.items):
        if not whole.has("whole") or not unit.has("unit") or len(before.limits) != 1:
            continue
        around = Calendar(before.limits[0].span.last, before.limits[0].span.first).whole(unit.target("unit"))
        whole.use = unit.use = "date"
        return [Limits("within", around)]
    return None


def _around(limits: Limits, *, after: bool) -> list[Limits] | None:
    """ "Since then", "before that": what lies behind or before the dates."""
    if after:
        first = limits.span.last + _DAY
        return [Limits("since", Span(first, first, "day"))]
    if limits.how != "within":
        return None
    last = limits.span.first - _DAY
    return [Limits("as-of", Span(last, last, "day"))]


def _is_left_open(row: Row, i: int, preposition: str) -> bool:
    """ "And the day before?", "the year after?": beside what was asked about."""
    return (
        i > 0
        and row[i].has(preposition)
        and row[i - 1].has("unit")
        and all(item.kind == "mark" for item in row.items[i + 1 :])
    )


def _step_beside(row: Row, i: int) -> relativedelta | None:
    """The unit before "later" or behind "in", with its count."""
    beside = [j for j in (i - 1, i - 2, i + 1, i + 2, i + 3) if 0 <= j < len(row)]
    for j in beside:
        item = row[j]
        if not item.has("unit", "months"):
            continue
        count = row[j - 1] if j else item
        number = count.number or (int(count.target("count")) if count.has("count") else 1)
        for used in row.items[min(i, j - 1 if number > 1 else j) : max(i, j) + 1]:
            used.use = used.use or "date"
        return (
            relativedelta(months=int(item.target("months")))
            if item.has("months")
            else step(item.target("unit"), number)
        )
    return None


def _shifted(limits: list[Limits], by: relativedelta) -> list[Limits]:
    """The same limits so much later (or earlier)."""
    return [Limits(x.how, shifted(x.span, by)) for x in limits]


def in_the_year_before(limits: Limits, before: list[Limits]) -> Limits:
    """ "And in June?" is of the year that the question before named."""
    if limits.span.year_named or not before or not before[-1].span.year_named:
        return limits
    return replace(limits, span=same_days(limits.span, before[-1].span.last.year))
