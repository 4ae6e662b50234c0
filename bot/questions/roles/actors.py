"""Things that do something themselves, and whose they are: "their air defence shot down"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.questions.frame import Frame
from bot.questions.items import MEASURES, PARTY_KINDS
from bot.questions.parties.parties import (
    ADJECTIVES_OF_MANY,
    DECLINED,
    GENITIVES_OF_MANY,
    HEADS,
    OF_DOERS,
    OF_MANY,
    are_several,
    cases_of,
    done_to,
    is_attribute,
    is_counted,
    is_deed,
    is_party,
    may_be_genitive,
    take_agent,
)
from bot.questions.roles.declined_subjects import is_subject_of_its_own
from bot.questions.row import Row

_DONE_TO = (*HEADS, "party-adjective", "party-people")


def read_things_that_act(row: Row, frame: Frame) -> None:
    """ "Air defence shot down": a thing beside a verb that agrees with it, where others were lost; its owner did it."""
    for i in list(row.open("object", "model")):
        others = [j for j in row.open("object", "model", "group", "party-people") if j != i]
        agrees = _follows_its_plural_verb(row, i, others) or _leads_its_plural_verb(row, i, others)
        if others and (acts(row, i) or agrees or _did_what_was_done(row, i)):
            row[i].use = "means"
            if agrees and i + 1 < len(row) and is_party(row[i + 1], row) and may_be_genitive(row[i + 1]):
                take_agent(row, i + 1, frame)


def _did_what_was_done(row: Row, i: int) -> bool:
    """ "Shot down [by] air defence", a name without cases right behind a form without subject; no list of things."""
    deed, behind = row.direct_before(i), row.after(i)
    if deed is None or not row[deed].means("verb-number", "impersonal") or row[deed].has("measure-loss"):
        return False
    undeclined = row[i].text.endswith(OF_DOERS) or not row[i].text.endswith(DECLINED)
    return row[i].has("actor") and undeclined and not (behind is not None and row[behind].has("and", "versus"))


def _follows_its_plural_verb(row: Row, i: int, others: Sequence[int]) -> bool:
    """ "How many lorries burnt the drones", in a language with cases: others are counted."""
    deed = row.direct_before(i)
    plural = not row[i].text.isascii() and row[i].text.endswith(OF_MANY)
    if deed is None or not plural or not is_deed(row[deed]) or row[deed].means("verb-number", "singular"):
        return False
    return any(j < deed and is_counted(row, j) for j in others)


def _leads_its_plural_verb(row: Row, i: int, others: Sequence[int]) -> bool:
    """ "How many drones [in the nominative] burnt of lorries": others stand in the case of what is counted."""
    deed = row.after(i)
    if deed is None or not is_deed(row[deed]) or row[deed].means("verb-number", "singular"):
        return False
    counted = any(row[j].has("object") and row[j].text.endswith(GENITIVES_OF_MANY) for j in others)
    return counted and are_several(row[i].text)


def read_things_that_kill(row: Row) -> None:
    """ "How many of them did drones kill": things beside what is done to people alone, and people are counted."""
    deeds = list(row.open(*MEASURES))
    done = [target for i in deeds for kind in MEASURES for target in row[i].concepts.get(kind, ())]
    people = row.leaves("party-people", "group", "place")
    if not done or not people or any(map(row.vocabulary.of_objects, done)):
        return
    for i in list(row.open("object", "model")):
        if is_counted(row, i) or (i > 0 and (row[i - 1].kind == "number" or row[i - 1].has("party-adjective"))):
            continue
        beside = (row.direct_before(i), row.after(i))
        did = [row[j] for j in beside if j in deeds]
        attack = any(j is not None and row[j].has("means") for j in beside)
        done_by = attack or any(deed.has("measure-active") or deed.means("verb-number", "impersonal") for deed in did)
        if done_by and not row[i].has("group", "narrower"):
            row[i].use = "means"


def read_actors_of_a_side(row: Row, frame: Frame) -> None:
    """ "Their air defence, how many drones has it shot down": whose it is did it, wherever the singular verb stands."""
    for i in list(row.open("actor", "object", "group", "narrower")):
        behind = i + 1 + row.precedes(i, "with")  # "lads from their army"
        owner = next((j for j in (behind, i - 1) if 0 <= j < len(row) and _owns_beside(row, j, i)), None)
        if owner is None or row.is_led_by(min(i, owner), "owner-case"):
            continue  # "at their gunners'": whose they were
        if not any(acts_so(row, i, owner) for acts_so in _WAYS_TO_ACT):
            continue
        row[i].use = "means"
        take_agent(row, owner, frame)


def _does_something_behind(row: Row, i: int, owner: int) -> bool:
    """ "The air defence of theirs shot down 30 drones": a verb that agrees right behind, and what it was done to."""
    deed = row.after(max(i, owner))
    if deed is None or not is_deed(row[deed]) or row[i].text.isascii() or is_counted(row, min(i, owner)):
        return False
    counted = min(i, owner) > 0 and row[min(i, owner) - 1].kind == "number"
    whom = done_to(row, deed)
    singular = row[deed].means("verb-number", "singular")
    agrees = not row[i].text.endswith(OF_MANY) if singular else row[i].text.endswith((*OF_MANY, *ADJECTIVES_OF_MANY))
    if whom is None or (row[whom].has(*PARTY_KINDS) and is_subject_of_its_own(row, whom)):
        return False  # "their guns, hit by the men of the others"
    return agrees and not counted and row[whom].has(*_DONE_TO)


def _acts_on_what_is_counted(row: Row, i: int, owner: int) -> bool:
    """ "How many drones has their air defence shot down", the verb agreeing with it alone."""
    deed = next((j for j in range(i + 1, len(row)) if row[j].kind == "mark" or is_deed(row[j])), None)
    if deed is None or not row[i].has("actor"):
        return False
    behind = _others(row, range(deed + 1, len(row)))
    if is_counted(row, min(i, owner)):  # one that agrees with the verb
        others = behind and owner == i + 1 and not row[owner].means("case", "nominative")
    else:
        others = behind or _others(row, range(i + 1, deed))
    return others and row[deed].means("verb-number", "singular") and not row[deed].has("measure-loss")


def _heads_what_it_did(row: Row, i: int, owner: int) -> bool:
    """ "Their air defence: so many drones shot down"."""
    first, colon = min(i, owner), max(i, owner) + 1
    if not row[i].has("actor") or colon >= len(row) or row[colon].text != ":":
        return False
    behind = range(colon + 1, len(row))
    deeds = [row[j] for j in behind if row[j].has(*MEASURES)]
    named = any(is_party(row[j], row) for j in behind)
    before = row.items[row.sentence_of(i)[0] : first]
    heads = all(item.idle or item.kind == "mark" or item.has("and", "ask") for item in before) and not named
    return heads and _others(row, behind) and bool(deeds) and not any(deed.has("measure-loss") for deed in deeds)


def _are_people_who_did_it(row: Row, i: int, owner: int) -> bool:
    """ "How many jets shot down soldiers of theirs": people or forces in the nominative, whatever is counted."""
    forces = row[i].has("actor") and not row[i].has("object") and row[i].text.split(" ")[0].endswith(OF_MANY)
    people = owner > i and (forces or (row[i].has("group", "narrower") and are_several(row[i].text)))
    return people and may_be_genitive(row[owner]) and are_beside_their_deed(row, i, owner)


def are_beside_their_deed(row: Row, first: int, last: int) -> bool:
    """ "They burnt", "burnt they", "they, how many did … burn": a deed of several beside the items first to last."""
    before, after = row.direct_before(first), row.after(last)
    if after is not None and row[after].asks:
        after = next((j for j in range(after, len(row)) if row[j].kind == "mark" or is_deed(row[j])), None)
    beside = [row[j] for j in (before, after) if j is not None]
    return any(is_deed(item) and not item.means("verb-number", "singular") for item in beside)


def _is_what_it_was_done_by(row: Row, i: int, owner: int) -> bool:
    """ "[By] soldiers of theirs so many jets were shot down", in the case of the one who did it."""
    by = owner > i and cases_of(row[i].text) == ("instrumental",) and not row.is_led_by(i, "with", "locative", "versus")
    by &= i == 0 or not row[i - 1].has("measure") or not is_attribute(row, i - 1)
    people = row[i].has("group", "narrower") and may_be_genitive(row[owner])
    rest = [item for j, item in enumerate(row.items) if j not in (i, owner) and not (item.idle or item.kind == "mark")]
    befell = not rest or any(item.has("inflict", "measure") and not item.has("measure-loss") for item in rest)
    return by and people and befell


_WAYS_TO_ACT = (
    _does_something_behind,
    _acts_on_what_is_counted,
    _heads_what_it_did,
    _are_people_who_did_it,
    _is_what_it_was_done_by,
)


def _others(row: Row, where: range) -> bool:
    """Whether things stand there that something may be done to."""
    return any(row[j].use is None and row[j].has("object", "model") and not row[j].has("actor") for j in where)


def _owns_beside(row: Row, owner: int, i: int) -> bool:
    """A party behind a thing, or its adjective before it."""
    before = row[owner].has("party-adjective", "ours") or row[owner].possessive
    return is_party(row[owner], row) and before == (owner < i)


def acts(row: Row, i: int) -> bool:
    """Whether a thing is the subject of a verb right beside it."""
    before, after = row.direct_before(i), row.after(i)
    if before is not None and row[before].has("speaker"):
        before = row.direct_before(before)
    if before is not None and row[before].means("auxiliary", "active"):
        return after is not None and row[after].has("measure-active")
    beside = [row[j] for j in (before, after) if j is not None]
    if row[i].has("actor") and after is not None and row[after].has("measure-active") and after + 1 < len(row):
        behind = row[after + 1]
        told = row[i].text.isascii() or row[after].means("verb-number", "singular")
        if (told and behind.has(*_DONE_TO)) or behind.kind == "number" or behind.has("object"):
            return True
    if not row[i].has("actor") or not any(is_deed(x) and x.means("verb-number", "singular") for x in beside):
        return False
    return not (is_counted(row, i) and _has_a_subject_behind(row, after))


def _has_a_subject_behind(row: Row, deed: int | None) -> bool:
    """ "How many air defences has the country destroyed", the country in the subject's case behind the verb."""
    behind = row.after(deed) if deed is not None else None
    return behind is not None and is_party(row[behind], row) and row[behind].means("case", "nominative")
