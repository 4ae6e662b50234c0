"""Who holds captives: by whose captivity they are in, in whose country, or who has or keeps them."""

from __future__ import annotations

from bot.questions.frame import Frame, add
from bot.questions.items import MEASURES, Item
from bot.questions.parties.naming import party_of
from bot.questions.parties.parties import HEADS, is_counted, is_party, may_be_genitive, take_agent
from bot.questions.roles.english_subjects import has_had_done
from bot.questions.roles.takings import STATES
from bot.questions.row import Row


def read_captors(row: Row, frame: Frame) -> None:
    """Who holds the captives, by the captivity that is theirs or the verb of holding."""
    _read_owners_of_what_was_taken(row, frame)
    _read_whose_captivity(row, frame)
    _read_captors_of_whom(row, frame)
    held = [i for i in range(len(row)) if row[i].has("captivity", "measure-noun") or _tells_of_captives(row, i)]
    frame.held = any(row[i].has("captivity", "measure-noun") for i in held)
    for i in list(row.open("captivity")):
        before, after = row.direct_before(i), row.after(i)
        prefixed = _begins_with_preposition(row, i)  # "in captivity" in one: what stands before it are the captives
        if before is not None and not prefixed and _is_owner(row, before):
            take_agent(row, before, frame)
        elif after is not None and is_party(row[after], row) and not row[after].has("party-adjective"):
            take_agent(row, after, frame)
        elif after is not None and row[after].has("locative", "owner", "recipient"):
            beyond = row.after(after)
            if beyond is not None and is_party(row[beyond], row) and not _describes_captives(row, beyond):
                take_agent(row, beyond, frame)
        row[i].use = "captivity"
        if _befell_captives(row, i):
            add(frame.unmatched, row[i].typed)
        else:
            add(frame.measures, row[i].target("captivity"))
    if not held and not any(item.has("measure-active") and item.has("captor") for item in row.items):
        return
    listed = _are_listed(row)
    for i, item in enumerate(row.items):
        if listed and is_party(item, row) and _owns_all(row, i):
            continue  # "killed, wounded and captured they have", "captured and missing on their side"
        if is_party(item, row) and (_has_or_keeps(row, i) or _is_joined_to_captor(row, i)):
            frame.versus |= bool(frame.agents) and any(row[j].has("and", "versus") for j in range(i))
            take_agent(row, i, frame)


def _is_owner(row: Row, i: int) -> bool:
    return is_party(row[i], row) and (row[i].has("party-adjective") or row[i].possessive)


def _describes_captives(row: Row, i: int) -> bool:
    """ "In captivity are some of their soldiers": the adjective of those who are held."""
    return row[i].has("party-adjective") and row.leads(i, *HEADS)


def _tells_of_captives(row: Row, i: int) -> bool:
    """ "Prisoners held", in one phrase."""
    phrase = " " in row[i].text and row[i].has("measure")
    return phrase and any("measure-noun" in word for word in row.words(row[i]))


def _read_captors_of_whom(row: Row, frame: Frame) -> None:
    """ "Prisoners of theirs" are held by them; "their prisoners of war" may be their own as well: ask back."""
    for i in row.open("measure-noun"):
        before, behind = row.direct_before(i), i + 2
        theirs = before is not None and is_party(row[before], row) and row[before].possessive
        of = behind < len(row) and row[i + 1].text == "of" and is_party(row[behind], row)
        captive = row[i].text.rstrip("s") in STATES
        alone = sum(is_party(item, row) for item in row.items) == 1 and not frame.agents
        if of and captive and not row[behind].has("party-adjective") and (row[behind].has("party-people") or not alone):
            take_agent(row, behind, frame)
        elif of or theirs or _stand_in_army(row, i):
            frame.doubt |= alone


def _stand_in_army(row: Row, i: int) -> bool:
    """ "Prisoners of war in that army", "on that side"."""
    lead = row.after(i)
    army = row.after(lead) if lead is not None and row[lead].has("locative") else None
    return army is not None and _are_forces(row[army]) and is_party(row[army], row)


def _are_forces(item: Item) -> bool:
    """An army, or a side as a whole: no country that somebody is held in."""
    return item.has("party-army") or not item.has("place", "party", "party-people", "party-adjective")


def _read_whose_captivity(row: Row, frame: Frame) -> None:
    """ "They are in the captivity of that country", where the phrase that tells what happened ends in captivity."""
    for i in row.open("measure", "measure-active"):
        if not row.ends_in(i, "captivity") or i + 1 == len(row) or not is_party(row[i + 1], row):
            continue
        country = row[i + 1].has("party") and not row[i + 1].has("party-adjective", "party-people")
        if may_be_genitive(row[i + 1]) and (country or _is_army_of_captors(row, i)):
            take_agent(row, i + 1, frame)


def _owns_all(row: Row, i: int) -> bool:
    """Whose all that is listed are: behind a preposition of owners, or the subject of having."""
    asked = row.is_led_by(i, "auxiliary") and row.leads(i, "auxiliary") and row.leads(i, "possess")
    return asked or row.is_led_by(i, "owner-case") or (_are_forces(row[i]) and row.is_led_by(i, "owner"))


def _is_army_of_captors(row: Row, i: int) -> bool:
    """ "So many of theirs fell into captivity [of] the army": others are named, and not as those who took them."""
    army = row[i + 1]
    if not army.has("party-army") or army.has("party-adjective", "party-people"):
        return False
    others = (item for item in row.items if is_party(item, row) and party_of(item, row) != party_of(army, row))
    return any(row[i].has("yield") or (x.has("case") and not x.means("case", "nominative")) for x in others)


def _are_listed(row: Row) -> bool:
    """Whether captives stand in a list with what else happened to people."""
    for captives in row.open("measure-noun"):
        for step in (row.before, row.after):
            joint = step(captives)
            other = step(joint) if joint is not None and row[joint].has("and") else None
            if other is not None and row[other].has("measure") and not row[other].has("measure-loss"):
                return True
    return False


def _befell_captives(row: Row, i: int) -> bool:
    """ "Died in captivity": what happened to captives, not beside captives."""
    captured, rules = row[i].target("captivity"), row.vocabulary.rules
    others = {j: {t for kind in MEASURES for t in row[j].concepts.get(kind, ())} for j in row.open(*MEASURES)}
    exact = [j for j, told in others.items() if captured not in told and not any(("vague", t) in rules for t in told)]
    spans = (row.items[min(i, j) : max(i, j)] for j in exact)
    return bool(exact) and not any(item.has("and", "versus") for span in spans for item in span)


def _begins_with_preposition(row: Row, i: int) -> bool:
    first, *rest = row[i].text.split(" ")
    return bool(rest) and "locative" in (row.vocabulary.single(first) or {})


def _read_owners_of_what_was_taken(row: Row, frame: Frame) -> None:
    """ "How many captured tanks does it use": it took them."""
    deeds = [row[i] for i in row.open("measure")]
    if len(deeds) != 1 or not deeds[0].has("taking"):
        return
    for i, item in enumerate(row.items):
        before, after = row.direct_before(i), row.after(i)
        if before is None or after is None or not is_party(item, row) or item.has("party-adjective"):
            continue
        if _keeps(row, before, after):
            take_agent(row, i, frame)


def _keeps(row: Row, before: int, after: int | None) -> bool:
    """ "Does it keep", "is it keeping"; not "has it had captured"."""
    if after is None or has_had_done(row, before, after - 1):
        return False
    running = row[before].means("auxiliary", "passive") and row[after].text.endswith("ing")
    return row[after].has("possess") and (running or row[before].means("auxiliary", "active"))


def _are_counted_apart(row: Row, i: int) -> bool:
    """ "How many captives have they": a nominative that does not stand beside the captives, who are counted."""
    nouns = [j for j, item in enumerate(row.items) if item.has("measure-noun")]
    return any(is_counted(row, j) and abs(i - j) > 1 for j in nouns)


def _is_joined_to_captor(row: Row, i: int) -> bool:
    """ "Those that the one has and the other"."""
    if i < 2 or not row[i - 1].means("and", "and") or not row.is_led_by(i - 2, "owner-case"):
        return False
    apart = row.precedes(i, "locative", "owner-case") or row[i].has("party-adjective")
    return row[i - 2].use == "agent" and not apart and may_be_genitive(row[i])


def _is_used_as_adjective(row: Row, i: int) -> bool:
    """A country's name right before the captives, in a language without cases: it tells whose they are."""
    return row.precedes(i, "measure-noun") and row[i].text.isascii() and not row[i].possessive


def _has_or_keeps(row: Row, i: int) -> bool:
    """Where captives are, who has them: "in their country", "do they have", у + genitive."""
    item, before = row[i], row.direct_before(i)
    head = row.after(i)
    adjective = item.has("party-adjective") and not item.has("party-people", "party")
    if (adjective and row.leads(i, *HEADS)) or _is_used_as_adjective(row, i):
        return False
    if item.means("case", "nominative") and not item.has("party-adjective") and _are_counted_apart(row, i):
        return True
    if before is not None and row[before].has("locative", "owner-case") and row[before].use is None:
        if row[before].has("claim") and item.has("party-army"):
            return False  # "on their side", "as to their army": nobody is held there
        return item.has("party", "claimant") or row[before].has("owner-case")
    asked = before is not None and row[before].means("auxiliary", "active") and not has_had_done(row, before, i)
    if before is not None and not item.has("party-adjective") and (asked or _keeps(row, before, head)):
        return True
    return item.has("party") and head is not None and row[head].means("auxiliary", "active")
