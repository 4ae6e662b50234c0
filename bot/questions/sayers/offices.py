"""Institutions named by what they are: the party beside one tells whose it is."""

from __future__ import annotations

from bot.questions.frame import Frame, add
from bot.questions.parties.naming import party_of, qualifies_next, take_claimant
from bot.questions.row import Row


def read_office(row: Row, i: int, frame: Frame) -> None:
    """An institution named by what it is: the party beside it tells whose."""
    if row[i].use is not None:
        return
    beside = _party_beside_office(row, i)
    if beside is not None:
        _take_office_of(row, i, beside, frame)
        after = row.after(i)
        own = row[i].has("filler") and after is not None and row[after].has("measure")
        frame.reflexive |= own  # "its official death toll" is of its own dead, unless another side is named
    elif _repeats_in_brackets(row, i):
        row[i].use = "idle"
    elif row[i].has("claimant"):
        take_claimant(row, i, frame)
    elif not row[i].has("claim-after", "filler"):
        row[i].use = "idle"


def _repeats_in_brackets(row: Row, i: int) -> bool:
    """ "The ministry of that country (the ministry)": the same once more."""
    if i < 2 or row[i - 1].text != "(" or not row[i - 2].has("claimant"):
        return False
    return not set(row[i].concepts.get("claimant", ())).isdisjoint(row[i - 2].concepts["claimant"])


def _party_beside_office(row: Row, i: int) -> int | None:
    before, after = row.direct_before(i), row.after(i)
    if before is not None and row[before].use is None and row[before].has("party-adjective", "party"):
        return before
    if after is not None and row[after].use is None and row[after].has("party", "party-army"):
        return None if qualifies_next(row, after) else after
    held = before is not None and row[before].has("agent")  # "held by the authorities in"
    if (
        not held
        and after is not None
        and row[after].text == "in"
        and after + 1 < len(row)
        and row[after + 1].use is None
    ):
        return after + 1 if party_of(row[after + 1], row) and row[after + 1].has("claimant") else None
    return None


def _take_office_of(row: Row, i: int, beside: int, frame: Frame) -> None:
    party, kind = party_of(row[beside], row), row[i].target("office")
    entries = row.vocabulary.entities.claimants.values()
    fitting = [c.id for c in entries if c.attributes.get("party") == party and c.attributes.get("kind") == kind]
    root = row.vocabulary.root_claimant(party) if party else None
    claimant = fitting[0] if len(fitting) == 1 else root
    if claimant is not None:
        add(frame.claimants, claimant)
        row[i].use = row[beside].use = "claimant"
