"""Formations that a number names: "155th brigade", "58 армия". The number counts nothing, and the name is narrower."""

from __future__ import annotations

import re

from bot.language.inflection import known_forms
from bot.language.ordinals import ORDINALS
from bot.questions.items import Item
from bot.questions.row import Row

_NUMBER = re.compile(r"(\d{1,3})(?:st|nd|rd|th|-?[^\W\d_]{1,3})?")
_REACH = 4  # items between the number and what it names: "of mechanised infantry", as adjectives
_BETWEEN = ("group", "narrower", "filler", "object", "model")
_BEYOND = ("ask", "locative", "owner-case", "auxiliary")  # "200 in their army" are those whom it has


def name_formations(row: Row) -> None:
    """Joins a number and the formation that it names into one name, which is narrower than any topic."""
    for i, item in enumerate(row.items):
        if not _NUMBER.fullmatch(item.text) and item.text not in ORDINALS:
            continue
        named = _named(row, i)
        if named is None:
            continue
        formation, name = row[named], row.items[i : named + 1]
        if not (group := _group(row, formation)):
            item.kind = "word"
            row.reread(item, {})  # of whom it is narrower is not known: ask back
            continue
        formation.typed = " ".join(part.typed for part in name)
        row.reread(formation, {**formation.concepts, "narrower": group})
        for part in name[:-1]:
            part.use = "idle"


def _named(row: Row, i: int) -> int | None:
    """The formation that number i names: in the singular, adjectives between; "5 brigades" are counted."""
    for j in range(i + 1, min(i + 1 + _REACH, len(row))):
        if _is_formation(row, j):
            return j
        if row[j].kind != "word" or not (row[j].has(*_BETWEEN) or row[j].unknown) or row[j].has(*_BEYOND):
            return None
        if row[i].text.isdecimal() and (row[j].text == "of" or _are_several(row[j])):
            return None  # "20 tanks of the army"
    return None


def _are_several(item: Item) -> bool:
    """A noun that a number counts: a plural, in languages with cases the genitive."""
    if not item.has("group", "narrower", "object", "model"):
        return False
    return item.text.endswith("s") or any(form.plural and form.case == "gent" for form in known_forms(item.text))


def _is_formation(row: Row, i: int) -> bool:
    words = row[i].text.split(" ")
    of_army = row[i].has("party-army") and _is_numbered(row, words[0])
    return row[i].has("numbered") or _is_numbered(row, words[-1]) or of_army


def _is_numbered(row: Row, word: str) -> bool:
    return "numbered" in (row.vocabulary.single(word) or ())


def _group(row: Row, item: Item) -> tuple[str, ...]:
    """Who they are; of a phrase, its first word tells: "the army of that country"."""
    words = (item.concepts, row.words(item)[0])
    return next((word[kind] for word in words for kind in ("narrower", "group") if kind in word), ())
