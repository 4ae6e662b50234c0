"""Subjects of verbs in a language without cases: where a party stands, and what stands behind its verb, tells."""

from __future__ import annotations

from bot.language.numbers import NUMBER_WORDS
from bot.questions.items import Item
from bot.questions.parties.naming import party_of
from bot.questions.parties.parties import HEADS, is_counted, is_deed, is_party
from bot.questions.row import ARTICLES, Row

_HAVING = ("have", "has", "had")
_OF_NUMBERS = ("of", *NUMBER_WORDS)
_LEADS_INFINITIVE = ("to", "to have")
_LEADS_GERUND = ("in", "of", "for", "with", "at")


def end_of_nouns(row: Row, i: int) -> int:
    """The last of the nouns right behind item i, but for what only others have: "their men HIMARS have hit"."""
    end, own = i, {party_of(row[i], row)}
    while (
        end + 1 < len(row)
        and row[end + 1].has("group", "object", "narrower", "model")
        and not row[end + 1].has("measure")
        and own.issuperset(row[end + 1].concepts.get("owned-by", ()))
    ):
        end += 1
    return end


def is_english_subject(row: Row, i: int) -> bool:
    """Whether the party of item i, in a language without cases, is the subject of a verb that does something."""
    item = row[i]
    end = end_of_nouns(row, i)
    before, after = row.direct_before(i), row.after(end)
    if end == i and (item.possessive or (item.has("party-adjective") and not item.has("party"))):
        return not item.possessive and after is not None and is_deed(row[after])  # "their kills", not "its killed"
    if (
        (doing := _is_said_to_do(row, end) or _is_doing(row, before, after))
        or _is_done_to_it(row, before, after)
        or has_had_done(row, before, end)
    ):
        return doing
    asked = before is not None and row[before].means("auxiliary", "active") and not _passive_ahead(row, end)
    helped = False
    while after is not None and (row[after].means("auxiliary", "active") or row[after].has("deed-claim")):
        helped, after = helped or row[after].has("auxiliary"), row.after(after)  # "has reportedly"
    if after is None or not row[after].has("measure-active") or row[after].has("measure-loss"):
        return asked and _verb_later(row, end)
    if not row[after].has("measure") or asked:
        return True  # a form that is only active ("destroys"), or a question ("has it destroyed")
    if helped:
        return not (item.has("party-people") and _passive_ahead(row, end))
    return _acts_without_help(row, i, end, after)


def _is_said_to_do(row: Row, end: int) -> bool:
    """ "They were able to destroy", "it succeeded in destroying": whatever leads to an infinitive or a gerund."""
    for j in range(end + 1, len(row) - 1):
        item, deed = row[j], row[j + 1]
        active = deed.has("measure-active") and not deed.has("measure-loss")
        gerund = deed.text.split(" ")[0].endswith("ing")
        if active and (item.text in _LEADS_INFINITIVE or (gerund and item.text in _LEADS_GERUND)):
            return j > end + 1
        mended = item.typed.casefold() != item.text and not item.has("object", "group") and item.use != "claimant"
        if not (item.idle or item.unknown or mended or item.has("auxiliary", "claim-after", "deed-claim")):
            return False
    return False


def is_headline(row: Row, i: int) -> bool:
    """ "Marines the country killed", all there is: whether it killed them or they were its own is not told."""
    before, after = row.direct_before(i), row.after(i)
    if before is None or after is None or not row[i].has("party") or row[i].has("party-adjective"):
        return False
    if not row[before].has("narrower", "group") or before != i - 1 or not row[after].has("measure"):
        return False
    others = sum(is_party(item, row) or item.use in ("side", "agent") for item in row.items)
    return others == 1 and row.after(after) is None and not any(row[j].has("ask") for j in range(i))


def _is_done_to_it(row: Row, before: int | None, after: int | None) -> bool:
    """ "How many does it have destroyed", "how many is it down": not what it destroyed."""
    if before is None or row[before].text in _HAVING:
        return False
    if row[before].means("auxiliary", "passive"):
        return True
    has = after is not None and row[after].means("auxiliary", "active") and row[after].has("possess")
    return has and row[before].means("auxiliary", "active")


def has_had_done(row: Row, before: int | None, end: int) -> bool:
    """ "Tanks it has had burnt", "how many has it had burnt", "it had five tanks burnt": done to it by others."""
    having = before is not None and row[before].text in _HAVING
    counted = False
    for j in range(end + 1, len(row)):
        if row[j].aside or row[j].use == "date":
            continue
        if row[j].text in _HAVING and not counted:
            if having:
                having = counted = True
                continue
            having = True
        elif having and (row[j].kind == "number" or row[j].has("object", "model", "party-adjective", "ask", "count")):
            counted = True
        elif having and counted and row[j].has("measure", "measure-active"):
            return row[j].has("measure") and not row[j].has("measure-loss")
        elif not row[j].idle:
            return False
    return False


def _is_doing(row: Row, before: int | None, after: int | None) -> bool:
    """ "Is the country holding" and "the country is holding": what it does, not what is done to it."""
    if after is not None and row[after].means("auxiliary", "passive"):
        before, after = after, row.after(after)
    if before is None or after is None or not row[before].means("auxiliary", "passive"):
        return False
    return row[after].has("measure-active") and row[after].text.endswith("ing") and not row[after].has("measure-loss")


def _acts_without_help(row: Row, i: int, end: int, verb: int) -> bool:
    """ "Tanks the country destroyed" and "the country destroyed tanks", but not "its men killed"."""
    item, before, beyond = row[i], row.direct_before(i), row.after(verb)
    if before is not None and row[before].concepts.keys() == {"filler"} and not _is_relative(row, before):
        before = row.before(i)  # "missile launchers they destroyed"
    while beyond is not None and row[beyond].has("ask"):
        beyond = row.after(beyond)
    if beyond is not None and _qualifies_number(row, beyond):
        beyond += 1
    country = _is_country(item)
    if country and before is not None and row[before].asks and row.after(verb) is None:
        return all(map(row.vocabulary.of_objects, row[verb].concepts["measure"]))  # "how many they shot down"
    leads = (_is_relative, _is_said_of_counted, _points_back)
    if _is_asked_behind(row, end, verb) or (before is not None and any(lead(row, before) for lead in leads)):
        return True
    if before is not None and row[before].use is None:
        if row[before].has(*HEADS, "persons"):
            described = row[before].has("narrower") and row[before].text.endswith("ed")  # "mobilised men of theirs"
            may_act = any(map(row.vocabulary.attacks, row[end].concepts.get("object", ())))
            may_act |= before < i - 1 or row[end].has("actor", "group", "narrower", "model", "means")
            counted = end > i and (may_act or is_counted(row, before))  # "tanks their men, or drones, hit"
            return country or ((counted or not item.has("party-adjective")) and not described)
        if row[before].has("party-people", "party-army") and item.has("party", "party-people", "party-army"):
            return party_of(row[before], row) != party_of(item, row)
    counted = beyond is not None and row[beyond].kind == "number" and row[beyond].use is None
    if counted and not country:
        beyond = _behind_numbers(row, beyond)
    if beyond is None or row[beyond].use is not None:
        return False
    return _is_patient(row, i, end, beyond) or (item.has("party-people") and _did_it_to(row, i, beyond, counted))


def _qualifies_number(row: Row, i: int) -> bool:
    """ "Around 800"."""
    named = row[i].has(*HEADS) or is_party(row[i], row)
    return not named and row[i].kind == "word" and i + 1 < len(row) and row[i + 1].kind == "number"


def _is_relative(row: Row, i: int) -> bool:
    """ "Tanks that they destroyed", "what they destroyed": it joins a clause to the noun that suffered it."""
    if row[i].text == "what":
        return any(item.has("object", "model") for item in row.items[i:])  # "what they destroyed: tanks"
    noun = i > 0 and row[i - 1].has(*HEADS, "party-people")
    return row[i].text == "whom" or (noun and (row[i].has("relative-patient") or row[i].means("order", "that")))


def _points_back(row: Row, lead: int) -> bool:
    """ "Those the men destroyed", "the ones they destroyed", "those his men killed", but not "those men killed"."""
    apart = row[lead + 1].text in ARTICLES or row[lead].text.endswith(("that", "ones")) or "'" in row[lead + 1].typed
    unnumbered = _is_country(row[lead + 1]) or row[lead + 1].has("party-army", "claimant")
    return row[lead].has("demonstrative", "relative-patient") and (apart or unnumbered)


def _is_asked_behind(row: Row, end: int, verb: int) -> bool:
    """ "They destroyed how many?", "they destroyed them": the subject at the head, the object behind its verb."""
    behind = row.next(verb)
    told = behind is not None and (behind.text == "them" or (behind.asks and not _ends_with_things(row, end, verb)))
    return told and verb == end + 1 and not any(item.asks for item in row.items[:end])


def _ends_with_things(row: Row, end: int, verb: int) -> bool:
    """ "Their tanks destroyed how many", all there is: they are what is counted."""
    return row[end].has("object", "model") and row.after(verb + 1) is None


def _is_said_of_counted(row: Row, verb: int) -> bool:
    """ "How many tanks does the one say the other destroyed": a verb of saying behind what is counted."""
    asked = next((j for j in range(verb) if row[j].has("ask")), 0)  # be it "of its own tanks"
    return row[verb].means("claim-after", "verb") and any(item.has(*HEADS) for item in row.items[asked:verb])


def _is_country(item: Item) -> bool:
    """A country, or the capital or seat of power that stands for it."""
    return item.has("party", "claimant") and not item.has("party-adjective", "party-people", "party-army")


def _behind_numbers(row: Row, i: int | None) -> int | None:
    """ "5 of 20 tanks of the others", "20 thousand enemy tanks"."""
    while i is not None and (row[i].kind == "number" or row[i].use == "speaker" or row[i].text in _OF_NUMBERS):
        i = row.after(i)
    return i


def _did_it_to(row: Row, i: int, beyond: int, counted: bool) -> bool:
    """ "Their men destroyed 20 tanks": people before a verb that has somebody or something right behind it."""
    listed = (j := row.after(beyond)) is not None and row[j].has("measure")  # "their men killed, tanks destroyed"
    asked = any(item.has("ask") and not item.aside for item in row.items[:i])
    return _may_be_done_to(row, beyond) and not listed and (counted or not asked)


def _may_be_done_to(row: Row, i: int) -> bool:
    """People or things, be it behind the name of their country or army; or that army."""
    army = row[i].has("party-army") or row[i].possessive
    return row[i].has(*HEADS, "party-adjective", "party-people") or (army and is_party(row[i], row))


def _is_patient(row: Row, i: int, end: int, beyond: int) -> bool:
    """Whether what stands behind the verb suffered what the party of item i did."""
    item = row[i]
    country = _is_country(item)
    if country and (row[beyond].kind == "number" or row[beyond].has("count", "fraction")):
        return True  # "half of them", "a third of their fleet"
    forces = item.has("population") or (item.has("party-army") and not item.has("group"))
    if _may_be_done_to(row, beyond) and (country or forces):
        return True
    once = sum(row[j].has("measure", "measure-active") for j in range(len(row))) == 1
    return end > i and once and _may_be_done_to(row, beyond)


def _passive_ahead(row: Row, i: int) -> bool:
    return any(
        row[j].means("auxiliary", "passive") and row[j].text not in _HAVING for j in range(i + 1, min(i + 3, len(row)))
    )


def _verb_later(row: Row, i: int) -> bool:
    """ "did they … kill", with words between."""
    for j in range(i + 1, min(i + 4, len(row))):
        if row[j].kind == "mark":
            return False
        if row[j].has("measure", "measure-active"):
            return row[j].has("measure-active") and not row[j].has("measure-loss")
    return False
