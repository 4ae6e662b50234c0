"""Who says it in a headline: named before a colon at its head, or behind one at its end."""

from __future__ import annotations

from collections.abc import Sequence

from bot.questions.frame import Frame
from bot.questions.items import MEASURES, PARTY_KINDS, Item
from bot.questions.parties.naming import party_of, take_claimant
from bot.questions.parties.parties import is_finite, take_agent
from bot.questions.row import ARTICLES, Row

_BEFORE_LAST = (":", "-", "(")


def read_forces_at_head(row: Row, i: int, frame: Frame) -> None:
    """ "Their military: so many of the others' soldiers killed": forces before a colon, others behind it."""
    colon = next((j for j in range(i, len(row)) if row[j].text == ":"), 0)
    led = i > 0 and all(item.idle for item in row.items[: i - 1]) and row[i - 1].has("party-adjective")
    if not led or colon != i + 1 or row[i - 1].use is not None or row.asks:
        return
    for j in range(colon + 1, len(row)):
        other = row[j].has("party-adjective", "party-people") and party_of(row[j], row) != party_of(row[i - 1], row)
        head, before = row.after(j), row.direct_before(j)
        counted = row[j].has("party-people") or (head is not None and row[head].has("group", "object", *MEASURES))
        if other and counted and not (before is not None and row[before].has("agent")):
            row[i].use = "claimant"
            take_claimant(row, i - 1, frame)
            return


def read_arm_at_head(row: Row, i: int, frame: Frame) -> None:
    """ "Their air force: 50 drones shot down", with nobody else named: of things that attack it tells what it did.

    Asked how many there were, a whole army may as well have lost them.
    """
    claim = row.items[i + 2 :]
    asks = _asks(claim)
    arm = _is_arm(row[i]) and (row[i].has("actor") or not asks)
    if not arm or not _is_heading(row, i) or any(item.has(*PARTY_KINDS) for item in claim):
        return
    things = [item.target("object" if item.has("object") else "model") for item in claim if item.has("object", "model")]
    if not things or not any(item.has(*MEASURES) for item in claim) or any(item.has("measure-loss") for item in claim):
        return
    if all(map(row.vocabulary.attacks, things)):
        (take_agent if asks else take_claimant)(row, i, frame)
    elif not asks:
        frame.doubt = True  # what it has lost, or what it has destroyed


def heads_the_claim(row: Row, i: int) -> bool:
    """ "Its ministry: their soldiers killed": the first word, a colon, and another party behind it; or "ours"."""
    claim = row.items[i + 2 :]
    if not _is_heading(row, i) or (_is_arm(row[i]) and _asks(claim)):
        return False  # "their fleet: how many of its ships"
    told = any(item.kind == "number" for item in claim) or not _asks(claim)
    relative = told and any(item.has("speaker") for item in claim)
    named = any(row[j].has(*PARTY_KINDS) and not _precedes_colon(row, j) for j in range(i + 2, len(row)))
    return relative or named  # "the one: so many dead. The other: so many" is a list


def _is_heading(row: Row, i: int) -> bool:
    """The first that a sentence names, before a colon; "in the ministry:", but in a capital it may have happened."""
    if i + 2 >= len(row) or not _precedes_colon(row, i) or row[i + 2].start == row[i + 1].end:
        return False
    institution = not row[i].has("place", *PARTY_KINDS)
    ahead = row.items[row.sentence_of(i)[0] : i]
    return all(item.idle or (institution and item.has("locative")) for item in ahead)


def _precedes_colon(row: Row, i: int) -> bool:
    return i + 1 < len(row) and row[i + 1].text == ":"


def _is_arm(item: Item) -> bool:
    return item.has("party-army") and not item.has("party", "party-people", "party-adjective")


def _is_told(row: Row) -> bool:
    """ "They lost a third of their ships": a sentence that says it, and asks nothing."""
    tells = any(item.has("measure-loss") and is_finite(item) for item in row.items)
    return tells and not _asks(row.items) and row[len(row) - 1].text != "?"


def _asks(claim: Sequence[Item]) -> bool:
    return any(item.asks for item in claim)


def closes_the_claim(row: Row, i: int) -> bool:
    """ "They lost so many: the others", "…, claims it": the last word, and another party before it."""
    mark = i - 1
    if i > 1 and row[mark].means("claim-after", "verb") and row[i - 2].text == "," and row[i].text.isascii():
        return (
            i + 1 == len(row) and not row[i].has("party-adjective") and any(x.has(*MEASURES) for x in row.items[:mark])
        )
    while mark > 0 and row[mark].text in ARTICLES:
        mark -= 1
    ends = all(item.kind == "mark" or item.idle for item in row.items[i + 1 :])
    if mark < 1 or not ends or row[mark].text not in _BEFORE_LAST or row[i].has("party-adjective"):
        return False
    if row[mark - 1].has(*PARTY_KINDS):
        return False  # "one - the other"
    before = {party_of(item, row) for item in row.items[:mark] if item.has(*PARTY_KINDS)}
    told = any(item.kind == "number" for item in row.items) or _is_told(row)
    named = any(item.has(*MEASURES) for item in row.items[:mark])
    return named and told and row[mark].end < row[i].start and bool(before - {party_of(row[i], row), None})
