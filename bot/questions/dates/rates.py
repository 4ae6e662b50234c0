"""Rates: "30k a month" is so many in each, and sets no limits; "per day" tells what a number is asked for each of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.questions.items import MEASURES, PARTY_KINDS, SENTENCE_ENDS, Item
from bot.questions.row import Row

_REACH = 3  # items between the number and its unit: "1000 of their men a month"
_COUNTED = ("group", "narrower", "object", "model", "measure", "measure-noun", "party-people", "party-adjective")
_ARTICLES = ("a", "an")
_UNITS = ("day", "week", "month")
_DATES = ("month", "day", "weekday", "feast", "event", "before", "conjunction", "unit")  # tell which one it was
_TIMES = ("start", "middle", "end", "began", "ago", "earlier", "later")
_LEADING = ("within", "elapsed", "as-of", "since", "between")  # "in a day": within one, not in each


def read_rate(row: Row) -> str | None:
    """What a number is asked for (or put forward) for each of: day, week, month. Takes out "a month" of a rate.

    Runs before dates are read, so that no rate is taken for one.
    """
    found = [(i, per) for i in range(len(row)) if (per := _rate_at(row.items, i))]
    return next((per for i, per in found if _is_asked(row, i)), None)


def _rate_at(items: Sequence[Item], i: int) -> str | None:
    item = items[i]
    if item.use is not None or (i and items[i - 1].has("negation")):
        return None
    if item.has("rate"):
        return None if _is_of_a_report(items, i) else item.target("rate")
    if item.has("rate-or-date"):
        dated = _tells_which(items, i + 1) or (i > 0 and items[i - 1].has(*_LEADING))
        return None if dated else item.target("rate-or-date")
    return _rate_of_unit(items, i) if i + 1 < len(items) and items[i + 1].has("unit") else None


def _rate_of_unit(items: Sequence[Item], i: int) -> str | None:
    """A preposition or article with the unit behind it, which are taken out."""
    article, unit = items[i], items[i + 1]
    behind = items[i + 2] if i + 2 < len(items) else None
    each = _is_each(article, unit) and not (behind is not None and behind.has("event", "when"))
    # "a month ago", "a year and a half"
    one = article.kind == "word" and article.means("count", "1") and not (behind and behind.has("when", "and"))
    if not (each or (one and (_follows_number(items, i) or _follows_counted(items, i)))):
        return None
    article.use = unit.use = "idle"
    per = unit.target("unit")
    return per if per in _UNITS and not _tells_which(items, i + 2) else None


def _is_each(preposition: Item, unit: Item) -> bool:
    """ "A day", where a language says it with a preposition of dates."""
    if unit.means("unit", "day"):
        return preposition.has("as-of") and preposition.has("within")
    return preposition.has("per") and unit.has("lasting")


def _follows_number(items: Sequence[Item], i: int) -> bool:
    for item in reversed(items[max(0, i - _REACH) : i]):
        if item.kind == "number":
            return True
        if not item.has(*_COUNTED) or item.has("within"):
            return False
    return False


def _follows_counted(items: Sequence[Item], i: int) -> bool:
    """ "How many men a month", "how many die a month"; in "a month later" it is a date."""
    counted = i > 0 and items[i - 1].has(*_COUNTED, *MEASURES) and not items[i - 1].has("within")
    return items[i].text in _ARTICLES and counted and not _tells_which(items, i + 2)


def _tells_which(items: Sequence[Item], i: int) -> bool:
    """Whether a date, an event or a clause stands here, which tells which day it was: "в день, когда все началось"."""
    if i < len(items) and items[i].text == ",":
        return i + 1 < len(items) and items[i + 1].has("conjunction")
    item = items[i] if i < len(items) else None
    if item is None or item.kind == "mark" or item.has("always"):
        return False
    if item.kind in ("number", "date") or item.has(*_DATES) or any(item.means("when", time) for time in _TIMES):
        return True
    if item.has("since") and any(behind.has("event") for behind in items[i + 1 : i + 3]):
        return item.has("conjunction")  # "a day after it began"; but so many a day since then
    leads = item.has("since", "as-of") and not item.has("agent")
    return leads and i + 1 < len(items) and _tells_which(items, i + 1)


def _is_of_a_report(items: Sequence[Item], i: int) -> bool:
    """ "The monthly update", "the daily ministry report": when somebody speaks, not what is asked for."""
    if " " in items[i].text:
        return False
    j = i + 1
    if j < len(items) and items[j].has("claimant", "office", *PARTY_KINDS):
        j += 1
    report = items[j] if j < len(items) else None
    return report is not None and report.means("claim-after", "noun") and not report.has(*_COUNTED, *MEASURES)


def _is_asked(row: Row, i: int) -> bool:
    """Whether it stands in the sentence that asks, where one does: "I read of it daily. How many were there?"."""
    sentences = row.parts(SENTENCE_ENDS)
    asking = [(first, last) for first, last in sentences if replace(row, items=row.items[first:last]).asks]
    return not asking or any(first <= i < last for first, last in asking)
