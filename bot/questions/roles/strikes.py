"""Who fired on a place, in a clause of its own: "they shelled the town: three dead" tells of the people of the town."""

from __future__ import annotations

from bot.questions.frame import Frame, add
from bot.questions.items import MEASURES, PARTY_KINDS, Item
from bot.questions.parties.naming import party_of
from bot.questions.parties.parties import is_party, take_agent
from bot.questions.roles.declined_subjects import names_people_at_home
from bot.questions.row import Row

_REACH = 4  # items between firing and the place
_NOUNS = ("group", "object", "model", "means")
_OF_SUBJECT = (*_NOUNS, "auxiliary", "possess")
_DEEDS = (*MEASURES, "measure-noun")


def read_strikes(row: Row, frame: Frame) -> None:
    """Makes who fired on a place the doer of what happened there. Runs before other roles are read."""
    for i, item in enumerate(row.items):
        if not _fires(row, i):
            continue
        deeds = [row[j] for j in row.open(*_DEEDS) if j != i]
        if not deeds:
            continue
        attacker = _attacker(row, i)
        if attacker is None:
            _read_things_that_struck(row, i)
            continue
        lost = any(deed.has("measure-loss") for deed in deeds)
        if not lost:
            take_agent(row, attacker, frame)
        elif sum(is_party(other, row) for other in row.items) > 1:
            continue  # whose losses is told elsewhere, or not at all
        item.use = "idle"
        _take_capital(row, i, frame)
        for other in (*row.items[attacker + 1 : i], *_behind(row, i)):
            if other.use is None and other.has(*_NOUNS) and not other.has("place"):
                other.use = "means"


def _fires(row: Row, i: int) -> bool:
    """ "Shelled", "is shelling"."""
    if row[i].use not in (None, "idle") or row[i].means("strike", "fire"):
        return row[i].use in (None, "idle")
    runs = i > 0 and (row[i - 1].means("auxiliary", "passive") or row[i - 1].has("possess"))
    return runs and row[i].has("means") and row[i].text.endswith("ing")


def _take_capital(row: Row, i: int, frame: Frame) -> None:
    """A capital that was fired on is a place, whoever's it is; and so is a country."""
    target = _target(row, i)
    if target is not None and _is_country(row[target]):
        add(frame.locations, party_of(row[target], row) or "")
        row[target].use = "location"
    elif target is not None and row[target].has("claimant") and not row[target].has(*PARTY_KINDS):
        add(frame.places, row[target].target("place"))
        row[target].use = "place"


def _read_things_that_struck(row: Row, i: int) -> None:
    """ "Drones struck the town: two dead": nobody's, and not what was lost."""
    things = row.before(i)
    if (
        things is not None
        and row[things].use is None
        and row[things].has("object", "model")
        and _target(row, i) is not None
    ):
        row[things].use, row[i].use = "means", "idle"


def _behind(row: Row, i: int) -> list[Item]:
    """What belongs to the clause of item i behind it."""
    items = []
    for item in row.items[i + 1 :]:
        asks = item.has("ask") and not item.has("place")
        if item.kind == "mark" or asks or item.has(*_DEEDS):
            break
        items.append(item)
    return items


def _target(row: Row, i: int) -> int | None:
    """The place that was fired on: right behind, or behind what was fired; or right before, led by a preposition."""
    before = row.direct_before(i - 1) if i > 1 and row[i - 1].has("place") else None
    if before is not None and row[before].has("locative"):
        return i - 1
    at_home = names_people_at_home(row)
    for k, item in enumerate(_behind(row, i)[: 1 + _REACH]):
        if item.has("place") or (at_home and _is_country(item) and is_party(item, row)):
            return i + 1 + k
        if not (item.idle or item.has("locative", *_NOUNS) or is_party(item, row)):
            return None
    return None


def _is_country(item: Item) -> bool:
    object_ = not item.possessive and not item.means("case", "nominative")
    return object_ and item.has("party") and not item.has("party-adjective")


def _attacker(row: Row, i: int) -> int | None:
    """The subject, before the verb or in a language with cases behind it; or whom "by" names, of a place before."""
    place = _target(row, i)
    if place is None:
        by = row.precedes(i, "agent") and any(item.has("place") for item in row.items[:i])
        return i + 2 if by and i + 2 < len(row) and is_party(row[i + 2], row) else None
    j = i - 1
    while j >= 0 and row[j].kind != "mark" and (row[j].idle or (row[j].use is None and row[j].has(*_OF_SUBJECT))):
        j -= 1
    behind = (k for k in (i + 1, place + 1) if k < len(row) and _follows_its_verb(row[k]))
    return next((k for k in (j, *behind) if k >= 0 and _may_fire(row[k], row)), None)


def _follows_its_verb(item: Item) -> bool:
    """A nominative, or the name of an army, in a language with cases."""
    return item.means("case", "nominative") or (item.has("party-army") and not item.text.isascii())


def _may_fire(item: Item, row: Row) -> bool:
    nominative = not item.has("case") or item.means("case", "nominative")
    return item.kind != "mark" and is_party(item, row) and nominative and not item.possessive
