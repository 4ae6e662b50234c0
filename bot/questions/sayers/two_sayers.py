"""Two who say it, or two who are compared: "one's number against the other's", "who is right, they or the others"."""

from __future__ import annotations

from bot.questions.frame import Frame
from bot.questions.items import PARTY_KINDS, SENTENCE_ENDS, Item
from bot.questions.parties.naming import party_of, take_claimant
from bot.questions.parties.parties import COUNTED, is_deed
from bot.questions.row import Row

_NOT_OF_SAYERS = ("measure", "object", "group", "locative", "against", "foe", "agent")


def read_sayers_compared(row: Row, frame: Frame) -> None:
    """ "Who is right about their dead, they or the others?": at the end two, one of whom is the side that was named."""
    parties = [i for i, item in enumerate(row.items) if item.use is None and party_of(item, row) is not None]
    if len(parties) != 3 or any(map(is_deed, row.items)):
        return
    whose, first, second = parties
    joins, behind = row.items[first + 1 : second], row.items[second + 1 :]
    joined = any(item.has("versus", "and") and item.kind == "word" for item in joins)
    alone = all(item.idle or item.has("versus", "and") for item in joins) and not any(x.kind == "word" for x in behind)
    counted = any(j is not None and row[j].has(*COUNTED) for j in (row.after(whose), row.direct_before(whose)))
    sides = {party_of(row[first], row), party_of(row[second], row)}
    if joined and alone and counted and len(sides) == 2 and party_of(row[whose], row) in sides:
        take_claimant(row, first, frame)
        take_claimant(row, second, frame)


def says_too(row: Row, i: int) -> bool:
    """The first of two that say it: "ours and their claims about"."""
    if i + 3 >= len(row) or not row[i + 1].has("and") or party_of(row[i], row) is None:
        return False
    second, following, before = row[i + 2], row[i + 3], row.direct_before(i)
    if row[i + 1].kind == "mark" and before is not None and row[before].has(*_NOT_OF_SAYERS):
        return False  # "their dead, such a one's estimate", "in that country, such a one says", "against them, …"
    figures = following.has("claim-after") or row.ends_in(i + 2, "claim-after")
    return second.use == "claimant" and second.has("claimant", *PARTY_KINDS) and figures


def has_a_number_too(row: Row, i: int) -> bool:
    """The second of two whose numbers are compared: "one's number against the other's"."""
    if i < 3 or not row[i - 1].has("versus", "and") or not row[i - 2].means("claim-after", "noun"):
        return False
    return row[i - 3].use == "claimant" and row[i].possessive == row[i - 3].possessive and row.after(i) is None


def is_beside_a_person(row: Row, i: int) -> bool:
    """ "So many killed: theirs and the president's", at the end: where one is a person's, both are numbers."""
    first = i
    while first > 0 and _is_possessive_or_and(row[first - 1]):
        first -= 1
    tail = row.items[first:]
    persons = any(item.has("spokesperson") for item in tail)
    return row[i].possessive and persons and all(_is_possessive_or_and(item) for item in tail)


def _is_possessive_or_and(item: Item) -> bool:
    return item.possessive or item.has("and") or item.text in SENTENCE_ENDS


def is_compared(row: Row, i: int) -> bool:
    """ "One capital versus the other", "this one's army and that one's": a side, where no others are named."""
    parties = [j for j, item in enumerate(row.items) if item.use is None and party_of(item, row) is not None]
    if len(parties) != 2 or i not in parties:
        return False
    first, last = parties
    between = row.items[first + 1 : last]
    if any(item.has("claimant", "spokesperson", "claim", "claim-after") for item in between):
        return False
    weighed = any(item.has("more", "each-side") for item in row.items) or (
        row[first].possessive and row[last].possessive
    )
    compared = any(item.has("versus") and item.kind != "mark" and (weighed or item.text != "or") for item in between)
    return compared and party_of(row[first], row) != party_of(row[last], row) and not row.has_used("claimant")
