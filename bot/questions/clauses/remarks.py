"""Remarks about words, which ask for nothing more: "casualties are not deaths!", "is that with the wounded?"."""

from __future__ import annotations

from bot.questions.items import MEASURES, PARTY_KINDS, SENTENCE_ENDS, Item
from bot.questions.row import Row

REMARK = "remark"
_UNEQUAL = ("≠",)
_DEEDS = (*MEASURES, "measure-noun")
_OF_ITS_OWN = ("ask", "group", "narrower", "object", "model", "population", "place", "month", *PARTY_KINDS)


def read_remarks(row: Row) -> None:
    """Sets aside what is said of the words themselves. Runs before negations are read."""
    for first, last in row.parts(SENTENCE_ENDS + ",:"):
        if _tells_words_apart(row, first, last) and any(_is_deed(item) for item in row.items[last:]):
            _set_aside(row, first, last)
    for first, last in row.parts(SENTENCE_ENDS):
        if _asks_what_is_counted(row, first, last) and any(_is_deed(item) for item in row.items[:first]):
            _set_aside(row, first, last)


def _tells_words_apart(row: Row, first: int, last: int) -> bool:
    """ "Losses are not dead": one measure is none of another, and that is all."""
    items = row.items[first:last]
    deeds = [i for i, item in enumerate(items) if _is_deed(item)]
    if len(deeds) < 2 or any(item.has(*_OF_ITS_OWN) or item.kind == "number" for item in items):
        return False
    between = items[deeds[0] + 1 : deeds[-1]]
    return any(item.has("negation") or item.text in _UNEQUAL for item in between) and all(map(_is_plain, items))


def _asks_what_is_counted(row: Row, first: int, last: int) -> bool:
    """ "Is that with the wounded?", behind a sentence that tells what happened."""
    items = row.items[first:last]
    if not items or items[-1].text != "?" or not any(item.has("demonstrative") for item in items):
        return False
    return any(map(_is_deed, items)) and all(_is_plain(item) and not item.has(*_OF_ITS_OWN) for item in items)


def _is_deed(item: Item) -> bool:
    return item.use is None and item.has(*_DEEDS)


def _is_plain(item: Item) -> bool:
    """Nothing but a measure, what joins two, or a word that changes nothing."""
    joins = item.has("and", "versus", "negation", "auxiliary", "with", "filler") and not item.has("other", "help")
    return _is_deed(item) or item.kind == "mark" or item.idle or joins


def _set_aside(row: Row, first: int, last: int) -> None:
    for item in row.items[first:last]:
        if item.kind != "mark":
            item.use = item.use or REMARK
