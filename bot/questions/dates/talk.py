"""Days of the talk around a question: when somebody read, heard or needs it sets no limit to what is asked for."""

from __future__ import annotations

from itertools import takewhile

from bot.questions.items import MEASURES, PARTY_KINDS, Item
from bot.questions.row import Row

_RELATIVE = ("last", "this", "previous", "next", "ago")
_SUBJECT = (*MEASURES, "measure-noun", "group", "object", "model", "population", "place", "claimant", *PARTY_KINDS)
_SOMEBODY = ("personal", "person", "kin")


def is_of_talk(row: Row, first: int, last: int) -> bool:
    """Whether a date is of the talk: "yesterday I read that", "a neighbour said today that", "I need by Friday:"."""
    if not any(map(_is_told_from_today, row.items[first:last])):
        return False
    if _is_day_of_saying(row, first, last):
        return True
    before = list(takewhile(_goes_on, reversed(row.items[:first])))
    behind = list(takewhile(_goes_on, row.items[last:]))
    if any(item.has(*_SUBJECT) for item in before):
        return False
    led = list(takewhile(lambda item: not _asks_or_tells(item), behind))
    ends = len(led) == len(behind)
    clause = [*led, *(before if ends else ())]
    somebody = any(item.has(*_SOMEBODY) for item in before)
    return any(_is_talk(item, row) or (somebody and item.has("claim-after")) for item in clause)


def _is_day_of_saying(row: Row, first: int, last: int) -> bool:
    """ "Claimed Tuesday that", "on Friday he said": of news, in which the number is told and not asked for."""
    if row.asks or not any(item.has("weekday") for item in row.items[first:last]):
        return False
    before, behind = row.before(first), row.after(last - 1)
    if behind is not None and row[behind].has("claimant", "spokesperson"):
        behind = row.after(behind)
    return any(j is not None and row[j].means("claim-after", "verb") for j in (before, behind))


def _is_told_from_today(item: Item) -> bool:
    return item.has("day", "weekday") or any(item.means("when", which) for which in _RELATIVE)


def _goes_on(item: Item) -> bool:
    """Whether a clause goes on: no mark, and no "that"."""
    return item.kind != "mark" and not item.means("asker", "that")


def _asks_or_tells(item: Item) -> bool:
    return item.has(*_SUBJECT) or item.kind == "number" or item.asks


def _is_talk(item: Item, row: Row) -> bool:
    """A word for what the asker does, or an idle phrase with one."""
    if not item.idle or " " not in item.text:
        return item.means("asker", "does")
    return row.word_means(item, "asker", "does")
