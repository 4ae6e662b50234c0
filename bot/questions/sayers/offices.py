"""Institutions named by what they are: the party beside one tells whose it is, or a place, or that it is "theirs"."""

from __future__ import annotations

from bot.questions.frame import Frame, add
from bot.questions.parties.naming import party_of, qualifies_next, take_claimant
from bot.questions.row import Row
from bot.questions.sayers.stand_ins import is_genitive

OWN_OFFICE = "own-office"
_LOCAL = "local-government"  # the kind of a claimant that speaks for a place
_LONGEST_TITLE = 3  # items
_OF_ITS_OWN = "ombudsman"  # and of one that speaks of its own people


def read_office(row: Row, i: int, frame: Frame) -> None:
    """An institution named by what it is: what stands beside it tells whose."""
    if row[i].use is not None:
        return
    beside = _party_beside_office(row, i)
    their = their_before(row, i)
    if their is not None or (beside is None and row[i].means("office", _OF_ITS_OWN) and not row[i].has("claimant")):
        row[i].use = OWN_OFFICE
        for item in row.items[i if their is None else their : i]:
            item.use = "idle"
    elif beside is not None:
        row[beside].use = "claimant"
        _take_office(row, i, party_of(row[beside], row), frame)
        # "its official death toll" is of its own dead, unless another side is named
        frame.reflexive |= row[i].has("filler") and row.leads(i, "measure")
    elif _repeats_in_brackets(row, i):
        row[i].use = "idle"
    elif row[i].has("claimant"):
        take_claimant(row, i, frame)
    elif not row[i].has("claim-after", "filler"):
        _take_office(row, i, _power_at_place(row) if row[i].means("office", _LOCAL) else None, frame)


def read_title(row: Row, i: int) -> None:
    """ "The head of such a republic, So-and-so": of what somebody who says it is the head, is in his title."""
    title = row.items[max(0, i - _LONGEST_TITLE) : i]
    if row[i].has("spokesperson") and any(item.has("person", "office") for item in title):
        for item in title:
            if item.use is None and item.has("claimant") and item.has("population"):
                item.use = "claimant"


def read_own_offices(row: Row, party: str | None, frame: Frame) -> None:
    """ "By their ministry's count": of the party that did it, or else lost it; "their governor": of their place.

    Runs after roles are read.
    """
    for i, item in enumerate(row.items):
        if item.use == OWN_OFFICE:
            item.use = None
            local = _power_at_place(row) if item.means("office", _LOCAL) else None
            _take_office(row, i, local or party, frame)
            if item.use == "idle" and item.has("claimant"):
                take_claimant(row, i, frame)


def their_before(row: Row, i: int) -> int | None:
    """Where "their" or "their own" begins, right before item i but for words that change nothing."""
    first = None
    for j in range(i - 1, -1, -1):
        if row[j].has("theirs"):
            first = j
        elif row[j].kind == "mark" or not (row[j].idle or row[j].concepts.keys() == {"reflexive"}):
            break
    return first


def _repeats_in_brackets(row: Row, i: int) -> bool:
    """ "The ministry of that country (the ministry)": the same once more."""
    if i < 2 or row[i - 1].text != "(" or not row[i - 2].has("claimant"):
        return False
    return not set(row[i].concepts.get("claimant", ())).isdisjoint(row[i - 2].concepts["claimant"])


def _party_beside_office(row: Row, i: int) -> int | None:
    before, after = row.direct_before(i), row.after(i)
    if before is not None and row[before].use is None and _names_its_state(row, before, owns=row[before].possessive):
        return before
    owns = after is not None and (is_genitive(row[after]) or row[after - 1].text == "of")
    if after is not None and row[after].use is None and _names_its_state(row, after, owns=owns):
        return None if qualifies_next(row, after) else after
    held = before is not None and row[before].has("agent")  # "held by the authorities in"
    place = after + 1 if after is not None and row[after].has("locative") and row.precedes(after, "claimant") else None
    return place if place and not held and row[place].use is None and party_of(row[place], row) else None


def _names_its_state(row: Row, i: int, *, owns: bool) -> bool:
    """A country beside its office, or its capital as the owner: "the capital's general staff"."""
    return row[i].has("party-adjective", "party", "party-army") or (owns and party_of(row[i], row) is not None)


def _power_at_place(row: Row) -> str | None:
    """The party that has the say at the one place that is named: whose country it is, unless others hold it."""
    vocabulary = row.vocabulary
    places = {place for item in row.items for place in item.concepts.get("place", ())}
    entry = vocabulary.entities.places.get(next(iter(places))) if len(places) == 1 else None
    party = vocabulary.country(entry.id) if entry is not None else None
    while entry is not None:
        if holder := vocabulary.rules.get(("held-by", entry.id)):
            return holder
        entry = vocabulary.entities.places.get(entry.parent) if entry.parent else None
    return party


def _take_office(row: Row, i: int, party: str | None, frame: Frame) -> None:
    """The claimant of this kind, of the party or of the group asked about; else whoever speaks for the whole party."""
    vocabulary, kind = row.vocabulary, row[i].target("office")
    of_kind = [c for c in vocabulary.entities.claimants.values() if c.attributes.get("kind") == kind]
    groups = {group for item in row.items for group in item.concepts.get("population", ())}
    own = [c.id for c in of_kind if vocabulary.rules.get(("forces-of", c.id)) in groups]
    own = own or [c.id for c in of_kind if party and c.attributes.get("party") == party]
    own = [c for c in own if row[i].means("claimant", c)] or own
    claimant = own[0] if len(own) == 1 else vocabulary.root_claimant(party) if party else None
    if claimant is not None:
        add(frame.claimants, claimant)
    row[i].use = "claimant" if claimant is not None else "idle"
