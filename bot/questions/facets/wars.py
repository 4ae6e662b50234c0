"""Names of a war: whose it is, against whom, and between whom tell nobody's losses ("in one country's war on another").

Runs before claimants and roles are read, so that a leader whose war it is says nothing either.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.questions.frame import Frame, add
from bot.questions.items import MEASURES, PARTY_KINDS, Item
from bot.questions.parties.naming import party_of
from bot.questions.parties.parties import HEADS
from bot.questions.row import Row

EVENT = "event"
_REACH = 4  # items between whose war it is and the war, or against whom
_AGAINST = ("against", "foe", "with", "instrument")
_BETWEEN = ("between", "with")
_OF_CLAUSE = ("filler", "auxiliary", "relative-patient")

Owner = tuple[str, int | None, int]  # a party, where it is named if not in the war's own phrase, and what stands behind


def read_wars(row: Row, frame: Frame) -> None:
    """Marks the parties in the name of a war as part of it."""
    for i in range(len(row)):
        if _is_invasion(row, i) and (aggressor := _aggressor(row, i)) is not None:
            add(frame.agents, aggressor)
        if _is_war(row, i) or _is_war_against(row, i):
            _read_between(row, i)
            _drop_beginning(row, i)
            owners = list(_owners(row, i))
            invaded = next((foe for owner in owners if (foe := _read_foe(row, i, *owner))), None)
            if invaded:
                add(frame.theatre, invaded)
            elif not row[i].has("foe"):
                _read_owner_alone(row, i, owners)


def _is_war(row: Row, i: int) -> bool:
    """A word for the war, or a phrase that ends in one ("since the beginning of the war")."""
    item = row[i]
    if item.kind != "word" or item.use not in (None, EVENT, "date") or item.has("measure-noun", "office", *MEASURES):
        return False
    return item.has("event") or row.ends_in(i, "event")


def _drop_beginning(row: Row, i: int) -> None:
    """ "Since the war in that country began": the verb, where whose war it is stands between."""
    named = False
    for item in row.items[i + 1 : i + 2 + _REACH]:
        if item.means("when", "began") and named:
            item.use = item.use or EVENT
            return
        named |= item.has(*PARTY_KINDS)
        if not (item.idle or item.has("locative", "with", "between", "and", *PARTY_KINDS)):
            return


def _is_war_against(row: Row, i: int) -> bool:
    """ "War against" in one phrase, which no preposition begins: "in the war against" tells of no war of anybody's."""
    first = row.vocabulary.single(row[i].text.split(" ")[0]) or {}
    return row[i].use is None and row[i].has("foe") and "locative" not in first


def _is_invasion(row: Row, i: int) -> bool:
    """A word for what one side did to those who live in the country of the other, where such people are named."""
    if not _is_war(row, i):
        return False
    words = row[i].text.split(" ")
    done = any("means" in (row.vocabulary.single(word) or {}) for word in words)
    named = [item.target("group") for item in row.items if item.use is None and item.has("group")]
    return done and any(map(row.vocabulary.is_territorial, named))


def _aggressor(row: Row, i: int) -> str | None:
    """Whose invasion it is, where nothing else in the row is said to be theirs."""
    for party, owner in _invaders(row, i):
        if any(j != owner and _party_named(item, row) == party for j, item in enumerate(row.items)):
            continue
        if owner is not None:
            row[owner].use = EVENT
        return party
    return None


def _invaders(row: Row, i: int) -> Iterator[tuple[str, int | None]]:
    """Whose invasion it may be, by an adjective, a possessive or a genitive; not the country that it was "of"."""
    words = row[i].text.split(" ")
    adjective = "party-adjective" in (row.vocabulary.single(words[0]) or {})
    possessive = "'s " in row[i].typed.replace("’", "'")
    for party, owner, _ in _owners(row, i):
        if (adjective or possessive) if owner is None else not (owner > i and row[i].text.isascii()):
            yield party, owner
    last = row.vocabulary.single(words[-1]) or {}
    if len(words) > 1 and "means" in (row.vocabulary.single(words[-2]) or {}):
        yield from ((last[kind][0], None) for kind in PARTY_KINDS if kind in last)


def _read_foe(row: Row, i: int, party: str, owner: int | None, lead: int) -> str | None:
    """Another party behind the war of item i, whose owner is told; if there is one, both are part of its name."""
    foe = lead if row[i].has("foe") else lead + 1
    hostile = row[i].has("foe") or (lead < len(row) and row[lead].has(*_AGAINST))
    if not hostile and not (lead < len(row) and row[lead].has("locative")):
        return None
    if foe >= len(row) or not _is_another(row, foe, party):
        return None
    invaded = _party_named(row[foe], row)
    for j in range(i if owner is None else min(owner, i), foe):
        if j == owner or row[j].unknown or row[j].has("means"):
            row[j].use = row[j].use or EVENT
    if hostile:
        row[foe].use = EVENT
        row[lead].use = row[lead].use or EVENT
    return invaded


def _read_owner_alone(row: Row, i: int, owners: Sequence[Owner]) -> None:
    """ "Their offensive", "the invasion of theirs", where the other side is named too: whose it is did it."""
    for party, owner, lead in owners:
        if owner is None or (owner == i + 1 and row[owner].text.isascii()):
            continue  # "in the war they lost"
        behind = row[lead] if lead < len(row) else None
        subject = behind is not None and behind.has(*MEASURES, *HEADS, "auxiliary", "and")
        if not subject and any(_party_named(item, row) not in (None, party) for item in row.items):
            row[owner].use = EVENT
            return


def _owners(row: Row, i: int) -> Iterator[Owner]:
    """Whose war it may be: as told before it, in its phrase, behind it, or by a clause."""
    lead = _behind_its_kind(row, i)
    for owner in _before(row, i):
        if party := _party_named(row[owner], row):
            yield party, owner, lead
    for word in row[i].text.split(" ")[:-1]:
        for kind in PARTY_KINDS:
            if target := (row.vocabulary.single(word) or {}).get(kind):
                yield target[0], None, lead
    if row[i].has("foe"):
        return
    behind = i + 2 if i + 1 < len(row) and row[i + 1].text == "of" else i + 1
    party = _party_named(row[behind], row) if behind < len(row) else None
    if party and not row[behind].means("case", "nominative"):
        yield party, behind, behind + 1
    yield from _who_wages(row, i)


def _behind_its_kind(row: Row, i: int) -> int:
    """What stands behind the war, and behind what kind of war it is ("of aggression")."""
    of_kind = i + 2 < len(row) and row[i + 1].text == "of" and row[i + 2].has("means")
    return i + 3 if of_kind else i + 1


def _before(row: Row, i: int) -> Iterator[int]:
    """An adjective right before the war, or a possessive, whatever describes the war between; not "… over the war"."""
    before = row.direct_before(i)
    if before is not None and row[before].has("party-adjective") and not row.begins_in(i, "locative", "since"):
        yield before
    for j in range(i - 1, max(-1, i - 1 - _REACH), -1):
        if row[j].possessive:
            yield j
        if not (row[j].text == "," or row[j].unknown or row[j].idle):
            return


def _who_wages(row: Row, i: int) -> Iterator[Owner]:
    """ "That one wages against": nothing happens in the clause but the war."""
    owner = None
    for j in range(i + 1, min(len(row), i + 2 + 2 * _REACH)):
        item = row[j]
        if owner is None and (party := _party_named(item, row)):
            owner = (party, j)
        elif owner is not None and item.has("against"):
            yield *owner, j
            return
        elif item.has("ask") or not (item.text == "," or item.unknown or item.has(*_OF_CLAUSE)):
            return


def _read_between(row: Row, i: int) -> None:
    """ "The war between the one and the other", and "of the one and the other" where a side is named besides."""
    led = row.precedes(i, *_BETWEEN)
    of = i + 1 < len(row) and row[i + 1].text == "of"
    first = i + 1 + (led or of)
    second = first + 2
    if second >= len(row) or not row[first + 1].has("and"):
        return
    party = _party_named(row[first], row)
    if party is None or not _is_another(row, second, party):
        return
    if led or any(_party_named(item, row) for item in (*row.items[:first], *row.items[second + 1 :])):
        for item in row.items[i : second + 1]:
            item.use = item.use or EVENT


def _is_another(row: Row, i: int, party: str) -> bool:
    """Whether a country stands there other than the party: not its people, and not the adjective of what was lost."""
    item, noun = row[i], row.after(i)
    counted = item.possessive and noun is not None and row[noun].has(*MEASURES, "group", "object")
    adjective = item.has("party-adjective") and not item.has("party")
    return _party_named(item, row) not in (None, party) and not adjective and not counted


def _party_named(item: Item, row: Row) -> str | None:
    """The party that an open item names, or of the leader whom it names."""
    if item.use is not None or item.has(*MEASURES):
        return None
    if item.has(*PARTY_KINDS):
        return party_of(item, row)
    if not item.has("spokesperson"):
        return None
    person = row.vocabulary.entities.spokespersons[item.target("spokesperson")]
    return row.vocabulary.claimant_party(person.attributes.get("claimant", ""))
