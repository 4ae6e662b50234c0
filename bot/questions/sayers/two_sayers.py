"""Two who say it, or two who are compared: "one's number against the other's", "who is right, they or the others"."""

from __future__ import annotations

from bot.questions.frame import Frame
from bot.questions.items import PARTY_KINDS, SENTENCE_ENDS, Item
from bot.questions.parties.naming import party_of, take_claimant
from bot.questions.parties.parties import COUNTED, is_deed
from bot.questions.row import Row


def read_sayers_compared(row: Row, frame: Frame) -> None:
    """ "Who is right about their dead, they or the others?": at the end two, one of whom is the side that was named."""
    parties = [i for i, item in enumerate(row.items) if item.use is None and party_of(item, row) is not None]
    if len(parties) != 3 or any(map(is_deed, row.items)):
        return
    whose, first, second = parties
    joins, behind = row.items[first + 1 : second], row.items[second + 1 :]
    joined = any(item.has("versus", "and") and item.kind == "word" for item in joins)
    alone = all(item.idle or item.has("versus", "and") for item in joins) and not any(x.kind == "word" for x in behind)
    sides = {party_of(row[first], row), party_of(row[second], row)}
    if joined and alone and _is_counted(row, whose) and len(sides) == 2 and party_of(row[whose], row) in sides:
        take_claimant(row, first, frame)
        take_claimant(row, second, frame)


def is_joined_to_sayer(row: Row, i: int) -> bool:
    """One of two, where the other says it, and a third is counted: "one's and the other's figures for …"."""
    if party_of(row[i], row) is None or not (_joins_sayer(row, i, -1) or _joins_sayer(row, i, 1)):
        return False
    after = row.past_auxiliaries(i)
    if after is not None and row[after].has(*COUNTED, "claim", "owner") and not row[after].has("claim-after"):
        return False  # "such a one's figures and that country's losses"
    return any(_is_counted(row, j) for j in row.open(*PARTY_KINDS) if j != i)


def _joins_sayer(row: Row, i: int, step: int) -> bool:
    """Whether nothing but an "and" and what they say stands from item i to one who says it, or is said not to."""
    j, joined = i + step, False
    while 0 <= j < len(row) and row[j].use not in ("claimant", "negated"):
        item = row[j]
        joined |= item.kind == "word" and item.has("and", "versus")
        by = item.has("agent") and row[i].possessive
        if item.kind == "mark" or not (by or item.idle or item.has("and", "versus", "claim-after", "ask", "count")):
            return False
        j += step
    if not 0 <= j < len(row):
        return False
    if row[j].use == "negated":
        return step < 0 and row[j].has("claimant", "spokesperson") and not row[j].has(*PARTY_KINDS)
    return joined


def _is_counted(row: Row, i: int) -> bool:
    return any(j is not None and row[j].has(*COUNTED) for j in (row.after(i), row.direct_before(i)))


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
    weighed = row.has("more", "each-side") or (row[first].possessive and row[last].possessive)
    compared = any(item.has("versus") and item.kind != "mark" and (weighed or item.text != "or") for item in between)
    return compared and party_of(row[first], row) != party_of(row[last], row) and not row.has_used("claimant")
