"""Whose a place is, as part of its name: "in their city of …", "a town occupied by them" tells nobody's losses."""

from __future__ import annotations

from bot.questions.frame import Frame, add
from bot.questions.parties.naming import party_of
from bot.questions.parties.parties import HEADS, is_party
from bot.questions.row import Row

_REACH = 4  # items between whose it is and the place


def read_homelands(row: Row, frame: Frame) -> None:
    """Takes countries out that only tell where a place lies, or who holds it. Runs before other roles are read."""
    for i in row.open("place"):
        held = [j for j in range(max(0, i - _REACH), i) if row[j].use is None and row[j].has("held")]
        owner = _owner_before(row, i)
        if held and (owner is not None or not row[held[-1]].has("measure-active")):
            for j in held if owner is None else (owner, *held):
                row[j].use = "idle"
            continue
        country = owner if owner is not None else _country_behind(row, i)
        if country is not None and party_of(row[country], row) == row.vocabulary.country(row[i].target("place")):
            add(frame.locations, party_of(row[country], row) or "")
            row[country].use = "location"


def _owner_before(row: Row, i: int) -> int | None:
    """An adjective or a possessive, with no more between than what kind of place it is."""
    if row.precedes(i, *HEADS, "posture"):
        return None  # "of their garrison of the town"
    for j in range(i - 1, max(-1, i - 1 - _REACH), -1):
        if is_party(row[j], row) and (row[j].has("party-adjective") or row[j].possessive):
            return j if _is_led(row, j) else None
        if row[j].kind == "mark" or not (row[j].idle or row[j].has("spot", "held")):
            return None
    return None


def _country_behind(row: Row, i: int) -> int | None:
    """ "In the region of their country", "in the town, their country"; not the subject of what follows."""
    lead = row.direct_before(i)
    j = i + 2 if i + 1 < len(row) and row[i + 1].text in ("of", ",") else i + 1
    if lead is None or not row[lead].has("locative") or j >= len(row) or not is_party(row[j], row):
        return None
    behind = row.next(j)
    ends = behind is None or behind.kind == "mark" or behind.has("locative", "agent", "since")
    return j if ends and row[j].has("party") and not row[j].possessive else None


def _is_led(row: Row, owner: int) -> bool:
    """Behind a preposition of place, or before a word for a kind of place."""
    before = row.direct_before(owner)
    kind = row[owner + 1].has("spot", "held")
    return kind or (before is not None and row[before].has("locative"))
