"""Who did it: parties that a preposition or a case gives away."""

from __future__ import annotations

from bot.questions.frame import Frame, add
from bot.questions.items import MEASURES, PARTY_KINDS, Item
from bot.questions.parties.naming import party_of
from bot.questions.parties.parties import (
    DECLINED,
    HEADS,
    OF_DOERS,
    PLURAL_PAST,
    cases_of,
    has_no_subject,
    is_counted,
    is_deed,
    is_finite,
    is_party,
    may_be_genitive,
    swallow,
    take_agent,
    take_doer,
    verb_before,
    verb_near,
)
from bot.questions.roles.declined_subjects import names_people_at_home
from bot.questions.roles.english_subjects import is_english_subject
from bot.questions.roles.means import read_whose_means
from bot.questions.row import Row

# Endings of verbs in languages with cases.
_INFINITIVES = ("ти", "ть")
_PRESENT = ("ють", "уть")
_THOSE = ("those", "ones", "the ones")


def read_recipients(row: Row, frame: Frame) -> None:
    """Whom something was lost to, or whom the captives surrendered to."""
    yields = row.has("yield")
    for i in row.open("recipient", "before") if yields else row.open("recipient"):
        before, after = row.before(i), row.after(i)
        if after is None:
            continue
        verb = verb_before(row, i)
        fell = before is not None and _fell(row, before, after)
        if not is_party(row[after], row):
            if fell:
                row[after].use = "means"  # "fell to their drones"
                read_whose_means(row, swallow(row, after, "means"), frame)
            continue
        whither = fell or (before is not None and _tells_whither(row[before]))
        if (verb.has("measure-loss", "yield") or whither) if verb else not row.has(*MEASURES, "measure-noun"):
            take_doer(row, after, frame)  # "lost to them", "and to their drones?"
    if yields or (_has_infinitive(row) and not _has_nominative(row)):
        for i, item in enumerate(row.items):
            if is_party(item, row) and _is_dative(row, i) and not _is_of_noun_or_place(row, i):
                take_doer(row, i, frame)


def _is_dative(row: Row, i: int) -> bool:
    """A party, or the noun of its adjective where that may be another case too."""
    people = row[i].has("party-adjective") and row.precedes(i, "group")
    return row[i].means("case", "dative") or (people and "dative" in cases_of(row[i + 1].text))


def _has_infinitive(row: Row) -> bool:
    """ "They managed to destroy", in a language where who manages it is in the dative."""
    deeds = (item.text for item in row.items if is_deed(item) and not item.text.isascii())
    return any(text.endswith(_INFINITIVES) and not text.endswith(_PRESENT) for text in deeds)


def _is_of_noun_or_place(row: Row, i: int) -> bool:
    """A form that is not only dative, behind a preposition or the noun whose it is."""
    return row[i].means("case", "locative-or-genitive") and row.is_led_by(i, "locative", "owner-case", *HEADS)


def _has_nominative(row: Row) -> bool:
    return any(is_party(item, row) and item.means("case", "nominative") for item in row.items)


def _tells_whither(item: Item) -> bool:
    """A phrase for what happened that has a place for whom it happened to fall to: "fell into captivity"."""
    return " " in item.text and item.has("measure") and not item.has("measure-active")


def _fell(row: Row, deed: int, by: int) -> bool:
    """ "Jets fell to [their] guns": a deed nobody is the subject of, right before what it was done with."""
    arms = by + row[by].has("party-adjective")
    thing = arms < len(row) and row[arms].use is None and row[arms].has("means", "object", "model")
    return thing and row[deed].has(*MEASURES) and (not is_deed(row[deed]) or row[deed].has("measure-loss"))


def read_targets(row: Row, frame: Frame) -> None:
    """ "Their strike on the capital": it is where, and neither a side nor who did it; whose strike it was, did it."""
    for i in row.open("locative"):
        owner = row.direct_before(i) if row.begins_in(i, "means") else None
        if owner is not None and is_party(row[owner], row) and row[owner].has("party-adjective"):
            take_agent(row, owner, frame)
    for i in row.open("place"):
        lead = row.direct_before(i)
        deed = row.direct_before(lead) if lead is not None and row[lead].has("locative") else None
        if deed is not None and row[deed].has("means") and not row[i].has(*PARTY_KINDS) and row[i].has("claimant"):
            add(frame.places, row[i].target("place"))
            row[i].use = "place"


def read_foes(row: Row, _: Frame) -> None:
    """ "In the war against" them: whom the others fought, which tells nobody's losses; nor does for whom."""
    for i in row.open("foe"):
        after = row.after(i)
        if after is not None and is_party(row[after], row):
            row[after].use = "foe"
            swallow(row, after, "foe")
    for i in row.open("with"):
        before, foe = row.direct_before(i), row.next(i)
        fell = before is not None and row[before].has("measure") and " " in row[before].text
        if fell and foe and is_party(foe, row) and foe.means("case", "instrumental"):
            foe.use = "foe"  # "fell in battle with them", battle and all in one phrase
            swallow(row, i + 1, "foe")
    for i in row.open("versus"):
        after, verb = row.after(i), verb_before(row, i)
        before = row.direct_before(i)
        if not row[i].has("against") or verb is None or not verb.has("measure-active", "measure-loss"):
            continue
        if before is not None and is_party(row[before], row) and not _is_said_to_fight(row, before):
            continue  # "this country against that"
        if after is not None and is_party(row[after], row) and not _describes_what_is_compared(row, after, verb):
            row[after].use, row[i].use = "foe", "idle"
            swallow(row, after, "foe")
            if before is not None and is_party(row[before], row) and any(map(_is_named_apart, row.items)):
                row[before].use = "foe"


def _is_named_apart(item: Item) -> bool:
    """A population that is named by itself."""
    return item.has("population") and not item.has("filler")


def _is_said_to_fight(row: Row, i: int) -> bool:
    """ "Fighting for that country", "that country lost", in a language where the subject may stand behind."""
    lead = row.direct_before(i)
    if lead is None or row[lead].has("fighting"):
        return lead is not None
    if row[lead].has("doer"):
        lead = row.direct_before(lead)  # "lost by that country"
    elif row[lead].text.isascii():
        return False
    return lead is not None and row[lead].has("measure-loss") and is_finite(row[lead])


def _describes_what_is_compared(row: Row, i: int, verb: Item) -> bool:
    """ "Losses in tanks against their tanks", not "they lost tanks against their troops"."""
    return row[i].has("party-adjective") and not (row.leads(i, "group", "narrower") and is_finite(verb))


def read_inflicted(row: Row, frame: Frame) -> None:
    """Losses that one inflicted on the other: the subject did it, whoever else is named suffered it."""
    for i in row.open("inflict"):
        parties = [j for j, item in enumerate(row.items) if is_party(item, row)]
        beside = {row.direct_before(i), *(() if row[i].text.isascii() else (row.after(i),))}
        for j in parties:
            adjective = row[j].has("party-adjective")
            people = adjective and row.precedes(j, "group")
            undeclined = not row[j].has("case") and j + people in beside and adjective == people
            head = row[j + 1].text if adjective and j + 1 < len(row) else None
            by = row[j].means("case", "instrumental") and (not head or cases_of(head) == ("instrumental",))
            if row[j].means("case", "nominative") or by or undeclined or _owns_doers(row, j):
                take_doer(row, j, frame)
        frame.doubt |= len(frame.agents) > 1 or _may_agree_with_other(row, i)


def _may_agree_with_other(row: Row, verb: int) -> bool:
    """ "Inflicted [on] their army that country", a verb of one between or before names that have no cases."""
    did = any(item.use == "agent" and not item.has("case") for item in row.items)
    return did and not row[verb].text.endswith(PLURAL_PAST) and any(map(_is_undeclined_country, row.items))


def _owns_doers(row: Row, i: int) -> bool:
    """ "Their marines" in the nominative, in a language where whose they are stands behind."""
    people = row[i - 1] if i and row[i - 1].has("group", "narrower") else None
    return people is not None and cases_of(people.text) == ("nominative",) and may_be_genitive(row[i])


def _is_undeclined_country(item: Item) -> bool:
    """An open name of a country that has no cases."""
    return item.use is None and item.has("party") and not (item.has("case", "party-adjective") or item.text.isascii())


def read_agents(row: Row, frame: Frame) -> None:
    """Whom "by" or "at the hands of" names, and what it was done with."""
    for i in row.open("agent"):
        after = row.after(i)
        if after is None or row[after].use is not None:
            continue
        if is_party(row[after], row):
            if row[i].has("owner") and not row[i].has("source") and row.is_led_by(i, "measure-noun"):
                frame.doubt = True  # "prisoners on their side"
                continue
            taken = any(party != party_of(row[after], row) for party in frame.agents)
            if row[i].has("source") and (taken or _is_origin(row, i)):
                row[i].use = "idle"  # "prisoners from …", "took from …": whose they are
            elif not _suffers_instead(row, i, after):
                take_doer(row, after, frame)
        elif _may_do_it(row, i, after):
            row[after].use = "means"
            read_whose_means(row, swallow(row, after, "means"), frame)


def _may_do_it(row: Row, i: int, after: int) -> bool:
    """Whether "by" leads to what it was done with, or to people that one side alone has; "lost by" them is not done."""
    verb = verb_before(row, i)
    lost = verb is not None and verb.has("measure-loss") and not verb.has("measure-active")
    people = row[after].has("narrower", "group") and row[after].has("owned-by") and not lost
    return (people or row[after].has("means", "object", "model")) and not row[i].has("owner")


def _is_origin(row: Row, i: int) -> bool:
    """Whether "from" stands right behind people, whose country it names; those at home are not from their guns."""
    before, arms = row.direct_before(i), row[i + 2] if i + 2 < len(row) else None
    if arms is not None and arms.has("object", "model") and names_people_at_home(row):
        return False
    if before is None or row[before].use is not None:
        return False
    return row[before].has("group", "measure-noun", "narrower") or row[before].text in _THOSE


def _suffers_instead(row: Row, i: int, party: int) -> bool:
    """ "Lost by" those who suffered it; "from" says who did it only beside what it was done with, or a deed."""
    verb = verb_before(row, i) or (verb_near(row, i) if row[i].has("doer", "owner") else None)
    if verb is None or any(item.has("inflict") for item in row.items[:i]):
        return False
    if row[i].has("owner") and not verb.has("measure-active") and not _means_follow(row, party):
        return True
    if row[i].has("source") and verb.has("measure-active") and not verb.has("measure-loss"):
        alone = sum(is_party(item, row) for item in row.items) == 1 and not row[party].has("party-adjective")
        return (alone and row[i].has("owner") and not _means_follow(row, party)) or _has_subject(row, party)
    return row[i].has("doer") and verb.has("measure-loss") and not verb.has("measure-active")


def _has_subject(row: Row, i: int) -> bool:
    """Whether a party before item i is the subject of a verb: "did they shoot down from"."""
    return any(is_party(row[j], row) and is_english_subject(row, j) for j in range(i))


def _means_follow(row: Row, i: int) -> bool:
    """What one does it with: shelling, or things that attack by themselves."""
    if i + 1 == len(row):
        return False
    things = (target for kind in ("object", "model") for target in row[i + 1].concepts.get(kind, ()))
    return row[i + 1].has("means") or any(map(row.vocabulary.attacks, things))


def read_deed_nouns(row: Row, frame: Frame) -> None:
    """ "Their destruction of", "its tank kills": whose deed it is, did it; an adjective may as well be the thing's."""
    for i in row.open("deed-noun"):
        owner = row.before(i)
        if owner is not None and row[owner].has("deed-claim"):
            owner = row.direct_before(owner)  # "its claimed kills"
        thing = owner is not None and row[owner].has("object", "model")
        if thing and owner is not None:
            owner = row.direct_before(owner)
        if owner is None or not is_party(row[owner], row):
            continue
        if row[owner].possessive or (row[owner].has("party-adjective") and not (thing or is_counted(row, owner))):
            take_agent(row, owner, frame)
        elif row[owner].has("party-adjective"):
            frame.doubt |= row.after(i) is None
    for i in row.open("victims"):
        whose = row.after(i)
        if whose is not None and row[whose].has("owner", "recipient"):
            whose = row.after(whose)
        if whose is None or not is_party(row[whose], row):
            continue
        others = {party_of(item, row) for item in row.items if is_party(item, row)} - {party_of(row[whose], row)}
        if others:
            take_doer(row, whose, frame)
        elif row[whose].has("party-people", "party-army"):
            frame.doubt = True  # those whom they killed, or who were killed of them


def read_instrumentals(row: Row, frame: Frame) -> None:
    """A party in the case of the one who did it; beside a verb of losing it is the one who lost."""
    for i, item in enumerate(row.items):
        if is_party(item, row) and _follows_what_was_done(row, i):
            take_agent(row, i, frame)
            continue
        if not is_party(item, row) or not item.means("case", "instrumental") or item.means("case", "nominative"):
            continue
        before, verb = row.direct_before(i), verb_near(row, i)
        if row.is_led_by(i, "locative", "with", "versus"):
            continue  # a preposition asks for the case: "over their country", "with them", "compared with"
        if before is not None and row[before].has("measure", "measure-noun") and row[before].text.endswith(OF_DOERS):
            continue  # "about those killed of theirs": one case for both, which is not that of the doer
        if item.has("party-adjective") and not item.has("party-people") and not _has_doing_head(row, i, verb):
            continue
        if verb is not None and verb.has("measure-loss"):
            continue
        take_doer(row, i, frame)


def _follows_what_was_done(row: Row, i: int) -> bool:
    """ "Their tanks, destroyed by the others", where neither name has cases: its place tells who did it."""
    deed = row.direct_before(i)
    if row[i].has("case", "party-adjective") or row[i].text.isascii() or not deed:
        return False
    owner = row.direct_before(deed) if has_no_subject(row[deed]) else None
    if not owner or not is_party(row[owner], row) or row[owner].has("party-adjective"):
        return False
    things = row.direct_before(owner)
    return things is not None and row[things].has("object", "model")


def _has_doing_head(row: Row, i: int, verb: Item | None) -> bool:
    """Whether the noun of an adjective can do something: forces, strikes, or things beside what was done."""
    head, before = row.after(i), row.direct_before(i)
    if head is None or (before is not None and row[before].has("claim")) or not _agrees(row, i, head):
        return False
    return row[head].has("means", "group", "narrower") or (row[head].has("object") and verb is not None)


def _agrees(row: Row, i: int, head: int) -> bool:
    """Whether the noun of an adjective is in the doer's case too: an adjective's ending may be of others as well."""
    before = row[i - 1] if i else None
    if before is not None and (before.has("ask") or (before.has("measure") and before.text.endswith(OF_DOERS))):
        return False  # "of how many", "for those killed": all are in one case, which is not that of the doer
    return row[head].text.endswith(OF_DOERS) or not row[head].text.endswith(DECLINED)
