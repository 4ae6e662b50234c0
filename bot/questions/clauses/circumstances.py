"""What only tells how or when it came about: deeds that introduce a place, clauses behind "when" and "before"."""

from __future__ import annotations

from bot.questions.items import MEASURES, PARTY_KINDS, SENTENCE_ENDS
from bot.questions.parties.parties import OF_DOERS
from bot.questions.row import Row

_DEEDS = (*MEASURES, "measure-noun", "captivity")
_ENDS_OF_CLAUSE = (*_DEEDS, "strike", "fighting")
_OF_MEANS = ("ами", "ями")  # in languages with cases
_ENDS_OF_PART = SENTENCE_ENDS + ",:-"
_COUNTED = ("ask", "group", "narrower", "object", "model", "measure-noun", "captivity", "population", *PARTY_KINDS)
_NAMES = ("party", "party-people", "party-army")
_REACH = 3  # items between a deed and the place it was done at
_LONGEST_CLAUSE = 5
_SUBJECTS = (
    "pronoun", "claimant", "spokesperson", "group", "narrower", "object", "model", "means", "auxiliary", "speaker",
    "captor", "population", *PARTY_KINDS,
)  # fmt: skip


def read_circumstances(row: Row) -> None:
    """Marks them idle; their places and dates still count. Runs before roles are read."""
    for i in row.open("conjunction"):
        end = _end_of_clause(row, i)
        others = end is not None and any(item.has(*PARTY_KINDS) for item in (*row.items[:i], *row.items[end + 1 :]))
        if end is not None and (others or not row[i].has("yardstick")) and _is_asked_elsewhere(row, i, end + 1):
            for item in row.items[i : end + 1]:
                item.use = item.use or "idle"
    for i in row.open("fighting"):
        if not row[i].has("means") and _leads_to_place(row, i) and _is_asked_elsewhere(row, i, i + 1):
            row[i].use = "idle"
        elif _leads_to_party(row, i):
            row[i].use = row[i + 1].use = "idle"  # "fighting for them", of troops that are named
    for i in row.open("motion"):
        after = row.after(i)
        if after is not None and row[after].has("measure") and " " in row[after].text:
            row[i].use = "idle"  # "went to meet their maker"
    _read_fate_of_place(row)
    _drop_what_was_crossed(row)
    _read_instruments(row)


def _read_fate_of_place(row: Row) -> None:
    """ "When the town fell, how many …", "the ship sank: how many …": what befell a place, in a clause of its own."""
    parts = list(row.parts(_ENDS_OF_PART))
    if len(parts) < 2 or not row.leaves("place"):
        return
    for first, last in parts:
        deeds = [i for i in row.open(*MEASURES, "taking") if first <= i < last]
        others = [item for item in row.items[first:last] if item.kind == "number" or item.has(*_COUNTED)]
        if len(deeds) != 1 or not _is_asked_elsewhere(row, first, last):
            continue
        told = any(item.has("pronoun") for item in row.items[last:])  # of those who took it
        taken = row[deeds[0]].has("taking", "strike") and not told and all(item.has(*PARTY_KINDS) for item in others)
        if others and not taken:
            continue
        beside = (row.before(deeds[0]), row.after(deeds[0]))
        if any(j is not None and j >= first and row[j].has("place") for j in beside):
            for item in (row[deeds[0]], *others):  # "they took the town": it is no captive
                item.use = "idle"


def _drop_what_was_crossed(row: Row) -> None:
    """ "Trying to cross the river at the town": the place is the town."""
    places = list(row.open("place"))
    led = [i for i in places if (j := row.direct_before(i)) is not None and row[j].has("fighting") and row[j].use]
    if led and any(i > led[0] and (j := row.direct_before(i)) is not None and row[j].has("locative") for i in places):
        row[led[0]].use = "idle"


def _leads_to_place(row: Row, i: int) -> bool:
    """ "Died taking the town", "trying to cross the river at": a place follows, with nothing between that matters."""
    named = row[i].has(*_DEEDS)  # "capturing the town", but not "captured in the town"
    for item in row.items[i + 1 : i + 2 + _REACH]:
        if item.has("place"):
            return True
        between = item.has("fighting") or (item.has("locative", "spot") and not named)
        if not (item.has("filler") or between):
            return False
    return False


def _leads_to_party(row: Row, i: int) -> bool:
    named = row.has("population")
    return named and " " in row[i].text and i + 1 < len(row) and row[i + 1].has("party", "party-army")


def _is_asked_elsewhere(row: Row, first: int, last: int) -> bool:
    others = (item for i, item in enumerate(row.items) if not first <= i < last and item.use is None)
    return any(item.has(*_DEEDS) and not item.has("fighting") for item in others)


def _end_of_clause(row: Row, i: int) -> int | None:
    """The deed of a short clause: "before they gave up", "when a missile hit"."""
    for j in range(i + 1, min(i + 1 + _LONGEST_CLAUSE, len(row))):
        item = row[j]
        if item.kind == "mark" or item.use is not None or item.has("ask", "conjunction"):
            return None
        attacks = item.has("means") and row[j - 1].has("narrower", "population", *_NAMES) and not row[j - 1].possessive
        ends = _ENDS_OF_CLAUSE if not row[i].has("yardstick") else ("strike", "fighting")  # not "as many as they lost"
        if attacks or item.has(*ends) or item.means("when", "began"):
            counts = item.has(*MEASURES) and j + 1 < len(row) and row[j + 1].kind == "number"
            return None if counts else j  # "while the others lost 50"
        if not item.has("filler", "spot", *_SUBJECTS):
            return None
    return None


def _read_instruments(row: Row) -> None:
    """Things in the plural of the case of means, right behind a deed: "burnt with drones", where others were burnt."""
    for i in row.open("object", "model"):
        before = row.direct_before(i)
        if before is None or not row[i].text.endswith(_OF_MEANS) or not row[before].has("measure", "measure-active"):
            continue
        if row[before].text.endswith(OF_DOERS):
            continue  # "with jets shot down", in one case
        if row[before].use is None and any(j != i for j in row.open("object", "model", "group", "party-people")):
            row[i].use = "means"
