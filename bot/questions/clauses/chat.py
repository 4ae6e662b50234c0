"""Talk in a chat: what is said of those who speak there and to each other, and of nothing that is counted."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import category

from bot.language.inflection import is_given_name
from bot.questions.items import ASIDE, MEASURES, PARTY_KINDS, Item
from bot.questions.row import Row

SUBJECT = ("group", "narrower", "object", "model", "population", "place", "measure-noun", *PARTY_KINDS)
_MATTER = ("captivity", "claim", "claimant", "spokesperson", "month", "other", "event")


def is_of_chat(items: Sequence[Item]) -> bool:
    """Whether a clause is of the speaker or of those in the chat: "my dad won't believe me", "guys, calm"."""
    told = any(item.has("personal", "kin", "addressee") or is_name_of_chat(item) for item in items)
    told = told or any(_are_addressed(items, i) for i in range(len(items)))
    return told and not (counts(items) or any(map(_is_matter, items)))


def counts(items: Sequence[Item]) -> bool:
    """Whether a clause asks for a number, or names what one could be of."""
    return any(item.asks or is_counted(item) for item in items)


def is_counted(item: Item) -> bool:
    """Whether it names what a number could be of, and does not merely sound so."""
    return item.has(*SUBJECT, *MEASURES, "captivity") and not (item.has("filler") and not item.has("theirs"))


def is_name_of_chat(item: Item) -> bool:
    """Whether it is what somebody in the chat may be called, and nobody of ours."""
    month = item.has("month") and item.typed.istitle() and item.typed.isascii() and not item.text.isascii()  # "Marta"
    known = bool(item.concepts) and not month
    foreign = item.kind == "word" and not known and is_given_name(item.text, sure=item.typed.islower())
    return (foreign or item.means("guard", "name")) and item.use in (None, ASIDE)


def is_smile(row: Row, i: int) -> bool:
    """A picture, or a bracket that closes none."""
    opened = any(item.text == "(" for item in row.items[:i])
    return category(row[i].text[0]) == "So" or (row[i].text == ")" and not opened)


def _are_addressed(items: Sequence[Item], i: int) -> bool:
    """ "Guys, …": people of no army, between marks."""
    ends = i + 1 == len(items) or items[i + 1].kind == "mark"
    return ends and items[i].has("group") and items[i].has("filler")


def _is_matter(item: Item) -> bool:
    return item.has(*_MATTER) and not (item.has("everyday") or item.means("other", "chatter"))
