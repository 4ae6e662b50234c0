"""Subjects of verbs in languages with cases: names in the nominative, and names that have no cases."""

from __future__ import annotations

from itertools import repeat

from bot.language.inflection import known_forms
from bot.questions.frame import Frame
from bot.questions.items import PARTY_KINDS, Item
from bot.questions.parties.naming import party_of
from bot.questions.parties.parties import (
    ABBREVIATED,
    ADJECTIVES_OF_MANY,
    HEADS,
    are_several,
    is_counted,
    is_deed,
    is_party,
    stands_by_deed,
    verb_near,
)
from bot.questions.roles.english_subjects import end_of_nouns
from bot.questions.row import Row

_WHO = ("які", "котрі", "що", "которые", "что")  # the subject of a clause, of several
_PREDICATES = ("ны", "ты")  # endings of participles that are no adjectives


def begins_undeclined(item: Item) -> bool:
    """An army's short name with its country in the genitive: the country's case is not that of the name."""
    first, *rest = item.text.split(" ")
    if not rest or len(first) > ABBREVIATED or not item.has("party-army") or item.text.isascii():
        return False
    cases = {form.case for form in known_forms(first)}
    return not cases or "nomn" in cases  # "of forces" is short, too


def is_nominative_subject(row: Row, i: int, frame: Frame) -> bool:
    """Nominative beside a transitive verb of action, on either side."""
    item, before = row[i], row.direct_before(i)
    if not item.means("case", "nominative") or _is_patient_of_relative(row, i):
        return False
    if before is not None and row[before].has("owner-case", "locative") and not row[before].has("measure-active"):
        return False
    thing = row[i + 1] if row.precedes(i, "object", "model") else None
    of_thing = thing is not None and (item.has("party-adjective") or (item.has("ours") and are_several(thing.text)))
    if of_thing or not item.has("party-people", "party", "party-army"):
        return _is_adjective_of_subject(row, i, frame)
    verb = verb_near(row, i)
    if verb is not None and verb.has("measure-active") and verb.has("measure-loss") and not verb.has("measure"):
        return _is_left_to_do_it(row, i, None)  # "laid low": its own, or the others where they are named
    return verb is not None and is_deed(verb)


def _is_patient_of_relative(row: Row, i: int) -> bool:
    """ "Those whom … captured": the noun before "whom" suffered it, whatever its case."""
    j = end_of_nouns(row, i) + 1
    while j < len(row) and row[j].kind == "mark":
        j += 1
    return j < len(row) and row[j].has("relative-patient")


def _is_adjective_of_subject(row: Row, i: int, frame: Frame) -> bool:
    """ "Their air defence shot down": a singular verb agrees with its subject; a plural one may have none."""
    if _stands_behind_subject_and_deed(row, i):
        return False
    end = end_of_nouns(row, i)
    army = end == i and row.precedes(i, "party-army") and is_party(row[i + 1], row)
    end += army
    deeds = _deeds_of(row, i, end)
    if end == i or not deeds:
        return end != i and _acts_from_afar(row, i, end)
    nouns = range(i + 1, end + 1)
    several = are_several(row[end].text) or row[i].text.endswith(ADJECTIVES_OF_MANY)
    if several and all(row[j].means("verb-number", "singular") for j in deeds):
        return False  # what the one destroyed
    people = army or any(row[j].has("group", "narrower", "population") for j in nouns)
    if people or any(row[j].means("verb-number", "singular") for j in deeds):
        return True
    others = [j for j in range(len(row)) if j not in nouns and j != i]
    if any(is_party(row[j], row) and is_subject_of_its_own(row, j) for j in others):
        return False  # "which of their guns the others' men hit"
    done_to = any(row[j].has(*HEADS, "party-people") for j in others)
    frame.doubt |= not done_to
    return done_to


def _deeds_of(row: Row, i: int, end: int) -> list[int]:
    """What an adjective and its nouns may have done: verbs beside them, or what is asked about them."""
    verb = verb_asked_about(row, i, end)
    counted = any(row[j].has("object", "model") and is_counted(row, j) for j in range(end, verb or end))
    counted |= verb is not None and any(is_party(item, row) for item in row.items[verb:])
    counted |= row[end].has("group", "narrower") and stands_by_deed(row, end)  # people who are not counted
    who = end + 2 if row[end].has("group", "narrower") and end + 2 < len(row) and row[end + 2].text in _WHO else end
    beside = (row.direct_before(i), row.after(who), verb if counted else None)
    return [j for j in beside if j is not None and (is_deed(row[j]) or _did_it_to_others(row, i, j))]


def _stands_behind_subject_and_deed(row: Row, i: int) -> bool:
    """ "The one shot down the other's jet": a nominative that is the case of what suffered it, too."""
    deed = row.direct_before(i)
    if deed is None or not is_deed(row[deed]):
        return False
    clause = deed > 2 and row[deed - 1].text in _WHO and row[deed - 2].kind == "mark"  # "the men, who shot down"
    subject = deed - 3 if clause else row.before(deed)
    return subject is not None and row[subject].use in ("agent", "means")


def _acts_from_afar(row: Row, i: int, end: int) -> bool:
    """ "Sank of ships their sailors": people in the nominative, behind a deed and those it was done to."""
    if not any(item.has("group", "narrower", "population") for item in row.items[i + 1 : end + 1]):
        return False
    j = i - 1
    while j >= 0 and row[j].kind != "mark" and (row[j].idle or row[j].has(*HEADS, "party-adjective")):
        j -= 1
    done_to = any(item.has(*HEADS) for item in row.items[j + 1 : i])
    return done_to and j >= 0 and is_deed(row[j])


def is_undeclined_subject(row: Row, i: int, frame: Frame) -> bool:
    """A name without cases beside a transitive verb: a singular verb agrees with it, any other leaves it open."""
    item, before = row[i], row.direct_before(i)
    if not item.has(*PARTY_KINDS):  # a capital
        verb = row.direct_before(before) if before is not None and row[before].use == "captivity" else before
        return verb is not None and row[verb].has("measure-active") and not row[verb].has("measure-loss")
    if not item.has("party", "party-army") or (
        before is not None and row[before].has("owner-case", "locative", "owner")
    ):
        return False
    after = row.after(i)
    verb = verb_asked_about(row, i, i)
    asked = [row[verb]] if verb is not None and is_deed(row[verb]) else []
    deeds = [row[j] for j in (before, after) if j is not None and is_deed(row[j])] + asked
    inside = after == i + 1 and _stands_inside_what_was_done(row, before, after)  # "destroyed [by] them tanks"
    by_whom = inside or (before is not None and _is_done_by_somebody(row[before]))
    if before is not None and row[before].means("verb-number", "participle") and not by_whom and not deeds:
        left = _is_left_to_do_it(row, i, None)  # "tanks of one destroyed [by] the other"
        return left or _stands_behind_things_destroyed(row, i, before)  # alone, the dead are its own
    if not deeds and not by_whom:
        return any(map(_may_be_of_its_own, (before, after, verb), repeat(row))) and _is_left_to_do_it(row, i, None)
    army = item.has("party-army")  # an abbreviated country may as well be whose they were
    agrees = bool(asked) and row.leaves("object", "model", "group", "narrower", "party-people")
    if before and is_deed(row[before]) and (is_counted(row, before - 1) or row.begins_in(before, "measure-noun")):
        agrees |= _stands_behind_things_destroyed(row, i, before)  # the owner of guns would stand beside them
    if (army and (inside or agrees)) or any(deed.means("verb-number", "singular") for deed in deeds):
        instead = after is not None and _is_subject_instead(row, row.after(after), army=army)
        return not instead and not (set(frame.agents) - {party_of(item, row)})  # unless the verb has its subject
    return _is_left_to_do_it(row, i, frame)


def verb_asked_about(row: Row, i: int, end: int) -> int | None:
    """ "Their army, how many has it shot down": what is asked of a name and its nouns at the head, if no other may."""
    beside = (j for j in range(end + 1, len(row)) if row[j].kind != "mark" and not row[j].has("self"))
    ask = next((j for j in beside if row[j].use != "date"), len(row))
    if row.before(i) is not None or ask >= len(row) or not row[ask].asks:
        return None
    others = (item for j, item in enumerate(row.items) if j != i and is_party(item, row))
    if any(not other.has("case") or other.means("case", "nominative") for other in others):
        return None
    return next((j for j in range(ask, len(row)) if is_deed(row[j]) or _may_be_of_its_own(j, row)), None)


def _is_subject_instead(row: Row, i: int | None, *, army: bool) -> bool:
    """ "Their army's jets shot down that country": who stands behind the verb did it, by its case or as a country."""
    if i is None or not is_party(row[i], row):
        return False
    return row[i].means("case", "nominative") or (army and row[i].has("party") and not row[i].has("case"))


def _stands_inside_what_was_done(row: Row, deed: int | None, noun: int | None) -> bool:
    """A participle, a name without cases, and the participle's noun: the name is that of no other noun."""
    if deed is None or noun is None or not row[deed].means("verb-number", "participle"):
        return False
    predicate = row[deed].text.endswith(_PREDICATES) or row[deed].has("measure-loss")
    return row[noun].has(*HEADS) and not predicate


def _may_be_of_its_own(verb: int | None, row: Row) -> bool:
    """ "Laid low": its subject did it to others, or suffered it."""
    return verb is not None and row[verb].has("measure-active") and row[verb].has("measure-loss")


def _did_it_to_others(row: Row, i: int, verb: int) -> bool:
    """ "Laid low the others", who are named."""
    return _may_be_of_its_own(verb, row) and not row[verb].has("measure") and _is_left_to_do_it(row, i, None)


def _stands_behind_things_destroyed(row: Row, i: int, deed: int) -> bool:
    """ "The tanks destroyed [by] them": a noun, its participle and a name, in that order, with nobody else named."""
    noun = deed - 1 - (deed > 1 and row[deed - 1].text == ",")
    things = noun >= 0 and row[noun].has("object", "model", "measure-noun")
    done = (things or row.begins_in(deed, "measure-noun")) and not row[deed].has("measure-loss")  # "took prisoners"
    owners = {owner for item in row.items if item.use is None for owner in item.concepts.get("owned-by", ())}
    others = any(j != i and is_party(item, row) for j, item in enumerate(row.items))
    return done and not others and party_of(row[i], row) not in owners


def _is_done_by_somebody(item: Item) -> bool:
    """A form without subject, of a verb that has a doer: what stands behind it may be who did it."""
    return item.means("verb-number", "impersonal") and not item.has("measure-loss")


def names_people_at_home(row: Row) -> bool:
    """People who are where they live: forces have none, so that they were not lost, but killed by somebody."""
    named = (
        target
        for i in row.open("group", "narrower")
        for k in ("group", "narrower")
        for target in row[i].concepts.get(k, ())
    )
    own = row.has("own-people")
    return not own and any(map(row.vocabulary.is_territorial, named))


def _is_where(row: Row, i: int) -> bool:
    """ "In that country", "on their front"."""
    spot = row[i].has("party-adjective") and row.precedes(i, "spot")
    country = row[i].has("party") and not row[i].has("party-adjective")
    owner = row.is_led_by(i, "owner-case") and row[i].means("case", "locative-or-genitive")  # whose they were
    return (country or spot) and row.is_led_by(i, "locative") and not owner


def is_subject_of_its_own(row: Row, i: int) -> bool:
    """A nominative, or one of people; not what has lost something in another clause."""
    head, verb = row.after(i), verb_near(row, i)
    people = row.leads(i, "group", "narrower", "population")
    people |= head is not None and row[head].has("actor") and not are_several(row[head].text)
    subject = row[i].means("case", "nominative") and (people or not row[i].has("party-adjective"))
    return subject and not (verb is not None and verb.has("measure-loss") and not verb.has("measure-active"))


def _is_left_to_do_it(row: Row, i: int, frame: Frame | None) -> bool:
    """Beside another party whose case tells its part, the part that is left; alone it could be either: ask back."""
    own = party_of(row[i], row)
    if frame is None and names_people_at_home(row):
        return True
    owners = {owner for item in row.items if item.use is None for owner in item.concepts.get("owned-by", ())}
    if row.begins_with("demonstrative") and any(item.text in _WHO for item in row.items[:i]):
        return True  # "those that they laid low"
    if len(owners) == 1:
        return own not in owners  # things that one side alone has tell whose were lost
    others = [
        j
        for j, item in enumerate(row.items)
        if is_party(item, row) and party_of(item, row) != own and not _is_where(row, j)
    ]
    told = [j for j in others if row[j].has("case", "party-adjective") and not _is_patient_of_relative(row, j)]
    if any(is_subject_of_its_own(row, j) for j in told):
        return False
    if row[i].has("party-army") and names_people_at_home(row) and row.leaves("place"):
        return True  # forces have no civilians, and the place tells whose they were
    if frame is not None:
        frame.doubt |= not told
    return bool(told) or (row[i].means("case", "nominative") and bool(others))
