"""Things that attack by themselves: those shot down "in their attack", or "launched by them", are the attacker's.

Of everything else that is lost in an attack, the attacker did it.
"""

from __future__ import annotations

from bot.questions.frame import Frame, add
from bot.questions.items import MEASURES, Item
from bot.questions.parties.naming import party_of
from bot.questions.parties.parties import is_party, take_sufferer
from bot.questions.roles.actors import acts
from bot.questions.row import Row

_TWO = 2  # questions: one of them may be how many were launched
_REACH = 6  # items between a verb and its subject, or what it was aimed at
_AIMED = ("locative", "recipient", "owner-case", "owner")


def read_salvos(row: Row, frame: Frame) -> None:
    """Makes the attacker the one whose things were shot down. Runs before means are read."""
    if not _attackers_are_counted(row):
        return
    for i in list(row.open("actor")):
        if acts(row, i):
            row[i].use = "means"
    for i in [i for i in row.open("means", "locative") if _is_attack(row, i)]:
        owner = _whose_attack(row, i) if not row[i].has("actor") else None
        if owner is not None and not _names_whose(row, owner) and not _does_it(row, owner, i):
            take_sufferer(row, owner, frame)
            row[i].use = "means" if row[i].has("means") else None
    for i, item in enumerate(row.items):
        launched = item.has("launch") or item.means("strike", "fire")
        owner = _who_launched(row, i) if launched and item.use is None else None
        if launched and item.use is None and owner is None:
            _read_aim(row, i, frame)
        elif owner is not None and not _names_whose(row, owner):
            take_sufferer(row, owner, frame)
            item.use = "idle"
            _drop_aim(row, i, owner)
            for thing in (x for x in row.items[i + 1 : i + 1 + _REACH] if x.use is None and x.has("object")):
                add(frame.objects, thing.target("object"))  # though a word for what one fights with, it is counted
                thing.use = "object"


def _is_attack(row: Row, i: int) -> bool:
    """ "Their attack", "their attack on", not "in their hands"."""
    return (row[i].has("means") and not row[i].has("captivity")) or row.begins_in(i, "means")


def _attackers_are_counted(row: Row) -> bool:
    """Whether all that is counted are things that attack, and what happened to them is done to things."""
    counted = [row[i] for i in row.open("object", "model") if not (row[i].has("actor") or _did_it(row, i))]
    things = [item.target("object" if item.has("object") else "model") for item in counted]
    deeds = [{t for kind in MEASURES for t in item.concepts.get(kind, ())} for item in _open(row, *MEASURES)]
    done = bool(deeds) and not any(item.has("measure-loss", "launch") for item in _open(row, *MEASURES))
    attack = all(map(row.vocabulary.attacks, things))
    once = sum(item.asks for item in row.items) < _TWO
    return (
        bool(things)
        and attack
        and done
        and once
        and all(any(map(row.vocabulary.of_objects, targets)) for targets in deeds)
    )


def _did_it(row: Row, i: int) -> bool:
    """ "Hit by their drones", "did their drones hit": not those that were hit."""
    lead = row.direct_before(i - (i > 0 and row[i - 1].has("party-adjective")))
    return lead is not None and (row[lead].has("doer") or row[lead].means("auxiliary", "active"))


def _open(row: Row, *kinds: str) -> list[Item]:
    return [row[i] for i in row.open(*kinds)]


def _whose_attack(row: Row, i: int) -> int | None:
    """Whose an attack is: by an adjective or a possessive before it, or the name behind it in a language with cases."""
    for j in range(i - 1, max(-1, i - 1 - _REACH), -1):
        if is_party(row[j], row) and (row[j].has("party-adjective") or row[j].possessive):
            return j
        if not (row[j].idle or row[j].unknown or row[j].use == "date" or row[j].has("object", "day")):
            break
    behind = i + 1
    named = behind < len(row) and is_party(row[behind], row) and not row[behind].has("party-adjective")
    return behind if named and not row[behind].text.isascii() and not row[behind].means("case", "nominative") else None


def _does_it(row: Row, owner: int, i: int) -> bool:
    """Whether those named are the subject of what was done, not when it happened: "their gunners shot down"."""
    subject = row[owner].means("case", "nominative") and row.has("measure-active")
    return subject or row.leads(i, "measure-active") or row.is_led_by(owner, "doer")


def _who_launched(row: Row, i: int) -> int | None:
    """The subject of launching or attacking; or whom "by", or the doer's case, names behind it."""
    for j in (i + 1, i + 2):
        if j < len(row) and is_party(row[j], row):
            led = row[j - 1].has("agent") if j == i + 2 else not row[j].means("case", "oblique")
            if led and not (row[j].text.isascii() and j == i + 1):
                return j
    for j in range(i - 1, max(-1, i - 1 - _REACH), -1):
        if is_party(row[j], row):
            return j if not row[j].has("case") or row[j].means("case", "nominative") else None
        if row[j].kind == "mark" or row[j].has(*MEASURES):
            return None
    return None


def _read_aim(row: Row, i: int, frame: Frame) -> None:
    """ "Those that attacked that country": not its own."""
    aim = row.after(i)
    if aim is None or not is_party(row[aim], row) or row[aim].means("case", "nominative"):
        return
    row[i].use = row[aim].use = "idle"
    if not frame.owners and not any(is_party(item, row) for item in row.items):
        add(frame.sides, row.vocabulary.opponent(party_of(row[aim], row) or "") or "")


def _drop_aim(row: Row, i: int, owner: int) -> None:
    """ "… 80 at that country": whom it was aimed at, and how many there were."""
    behind = [j for j in range(i + 1, min(len(row), i + 1 + _REACH)) if j != owner]
    for j in behind:
        if row[j].kind == "mark" or row[j].has(*MEASURES):
            return
        aimed = is_party(row[j], row) and (j == i + 1 or row[j].has("party", "claimant"))
        if aimed or (row[j].kind == "number" and _is_counted_elsewhere(row, j)):
            row[j].use = "idle"


def _is_counted_elsewhere(row: Row, number: int) -> bool:
    return sum(item.kind == "number" and item.use is None for item in row.items) > 1 and row[number].use is None


def _names_whose(row: Row, owner: int) -> bool:
    """Whether the things counted have an owner of their own: "their drones, destroyed in the others' attack"."""
    return any(
        j != owner and is_party(row[j], row) and row[j].has("party-adjective") and row[j + 1].has("object", "model")
        for j in range(len(row) - 1)
    )
