"""Subjects of verbs: who killed, shot down, destroyed, in languages with cases and without."""

from __future__ import annotations

from collections.abc import Sequence

from bot.questions.frame import Frame, add
from bot.questions.items import PARTY_KINDS
from bot.questions.parties.naming import party_of
from bot.questions.parties.parties import (
    HEADS,
    OF_MANY,
    cases_of,
    done_to,
    is_counted,
    is_deed,
    is_party,
    stands_by_deed,
    swallow,
    take_agent,
)
from bot.questions.roles.actors import (
    acts,
    are_beside_their_deed,
    read_actors_of_a_side,
    read_things_that_act,
    read_things_that_kill,
)
from bot.questions.roles.declined_subjects import (
    begins_undeclined,
    is_nominative_subject,
    is_undeclined_subject,
    verb_asked_about,
)
from bot.questions.roles.english_subjects import is_english_subject, is_headline
from bot.questions.row import Row

_OF_PEOPLE_WHO_DID = ("ами", "ями", "ьми")
_DONE_TO = (*HEADS, "party-people", "party-adjective")
_THEIR = ("its", "their", "his", "її", "його", "їхня", "его", "ее", "наша", "наши", "наші")


def read_subjects(row: Row, frame: Frame) -> None:
    """The subject of a verb that does something to others."""
    _read_owned_that_act(row, frame)
    read_things_that_act(row, frame)
    read_things_that_kill(row)
    read_actors_of_a_side(row, frame)
    mentions = [i for i, item in enumerate(row.items) if is_party(item, row)]
    for i in mentions:
        if _owns_subject(row, i):
            row[i - 1].use = "means"
            take_agent(row, i, frame)
    for i in mentions:
        if row[i].use is None and _is_subject(row, i, frame):
            take_agent(row, i, frame)
            owns = row[i].possessive or row[i].has("party-adjective") or row[i].means("case", "nominative")
            if owns or (row[i].text.isascii() and _others_counted(row, i + 1)):
                swallow(row, i, "means")  # "their drones", with or without an apostrophe
    _read_foe_of_owner(row, frame, mentions)
    _read_compared_subjects(row, frame)
    _read_joined_subjects(row, frame)
    _read_pronoun(row, frame)
    _read_sayers_forces(row, frame)
    _read_own_people(row, frame)
    _doubt_names_that_may_act(row, frame)


def _doubt_names_that_may_act(row: Row, frame: Frame) -> None:
    """ "How many soldiers that country killed": the name without cases may be theirs, or be the one who did it."""
    mentions = [i for i, item in enumerate(row.items) if is_party(item, row)]
    if len(mentions) != 1 or frame.agents or " " not in row[mentions[0]].text:
        return
    verb, name = row.after(mentions[0]), row.words(row[mentions[0]])[-1]
    undeclined = "party" in name and "case" not in name
    frame.doubt |= undeclined and verb is not None and is_deed(row[verb]) and row[verb].means("verb-number", "singular")


def _read_own_people(row: Row, frame: Frame) -> None:
    """ "Laid low its own": the subject lost them. A count of kills may be theirs or of them."""
    mentions = [item for i, item in enumerate(row.items) if is_party(item, row) and not _is_led_by_place(row, i)]
    own = row.has("own-people")
    if len(frame.agents) == 1 and not mentions and not frame.sides and own:
        others = {row.vocabulary.claimant_party(claimant) for claimant in frame.claimants} - {None, *frame.agents}
        if not others or any(map(is_deed, row.items)):
            frame.sides, frame.agents = frame.agents, []
        else:
            frame.reflexive = True  # "the ministry admits that so many of its own died from their strike"
    if row.has("either-way"):
        frame.doubt |= len(mentions) + len(frame.agents) == 1


def _is_led_by_place(row: Row, i: int) -> bool:
    before = row.direct_before(i)
    return before is not None and row[before].has("locative")


def _read_owned_that_act(row: Row, frame: Frame) -> None:
    """ "How many tanks their gunners burnt": what one side alone has, beside a deed that others were counted for."""
    for i in list(row.open("owned-by")):
        owners = row[i].concepts["owned-by"]
        if len(owners) != 1 or row[i].has(*PARTY_KINDS):
            continue
        people = row[i].has("group", "narrower", "population") and _are_people_who_do_it(row, i)
        if not (people or _others_counted(row, i)):
            continue
        deed = verb_asked_about(row, i, i)  # "their jet, how many tanks has it burnt"
        heads = deed is not None and is_deed(row[deed]) and any(item.has(*HEADS) for item in row.items[i + 1 : deed])
        if people or heads or acts(row, i) or _is_plural_subject(row, i) or _acts_on_others(row, i, owners[0]):
            row[i].use = "means"
            add(frame.agents, owners[0])
            add(frame.unmatched, row[i].typed)
        elif row[i].text[-1].isdigit() and not is_counted(row, i):
            frame.doubt |= are_beside_their_deed(row, i, i)  # a name without cases: it did it, or it was done to it


def _are_people_who_do_it(row: Row, i: int) -> bool:
    """ "Their gunners burnt how many", "shot down [by] their gunners": by where they stand, or by their case."""
    if row[i].text.isascii():
        return is_english_subject(row, i)
    if row[i].text.endswith(_OF_PEOPLE_WHO_DID):
        return not (row.is_led_by(i, "with", "versus", "locative", "claim") or row.leaves("measure-loss"))
    return cases_of(row[i].text) == ("nominative",) and stands_by_deed(row, i)


def _acts_on_others(row: Row, i: int, owner: str) -> bool:
    """ "Their launcher downs the others' jet", "the others' men it has hit", in a language without cases."""
    deed = row.past_auxiliaries(i)
    if deed is None or not row[deed].has("measure-active") or row[deed].has("measure-loss"):
        return False
    behind = done_to(row, deed)
    whom = (behind if behind is not None else row.direct_before(i)) if row[deed].text.isascii() else None
    if whom is None:
        return False
    named = whom - (behind is None and whom > 0 and row[whom - 1].has("party-adjective"))  # "the others' tanks it hit"
    whose = {*row[named].concepts.get("owned-by", ()), party_of(row[named], row)} - {None}
    return bool(whose) and owner not in whose


def _others_counted(row: Row, i: int) -> bool:
    """Whether something else is named that it was done to, not in one list with item i."""
    listed = any(0 <= j < len(row) and row[j].has("and", "versus") for j in (i - 1, i + 1))
    others = (j for j in row.open("object", "model", "group", "narrower", "party-people") if j != i)
    return not listed and any(True for _ in others)


def _is_plural_subject(row: Row, i: int) -> bool:
    """A plural that may be nominative, right beside a deed that has no other subject, in a language with cases."""
    counted = is_counted(row, i) and not row[i].has("population")  # of people, that form is of none who are counted
    if row[i].text.isascii() or not row[i].text.endswith(OF_MANY) or counted:
        return False
    return are_beside_their_deed(row, i, i)


def _read_foe_of_owner(row: Row, frame: Frame, mentions: Sequence[int]) -> None:
    """ "So many guns the one has knocked out at the other's": "at" tells whose they were, the one left did it."""
    deed = any(is_deed(item) for item in row.items) and not row.has("measure-noun")
    left = [i for i in mentions if row[i].use is None]
    owners = [i for i in left if row.is_led_by(i, "owner-case") and not row[i].has("party-adjective")]
    owners += [i for i, item in enumerate(row.items) if item.use == "speaker" and row.is_led_by(i, "owner-case")]
    others = [i for i in left if i not in owners]
    if frame.agents or not deed or len(others) != 1 or len(owners) != 1:
        return
    owner, other = row[owners[0]], row[others[0]]
    named = not other.has("case") or other.means("case", "nominative")
    led = row.is_led_by(others[0], "locative", "owner", "claim", "versus", "and")
    foes = owner.means("speaker", "enemy") if owner.use else party_of(other, row) != party_of(owner, row)
    if named and foes and not led:
        take_agent(row, others[0], frame)


def _read_compared_subjects(row: Row, frame: Frame) -> None:
    """ "Did the one destroy more tanks than the other": both did it, where nobody is named whom it was done to."""
    more = next((i for i, item in enumerate(row.items) if item.has("more")), None)
    if more is None or len(frame.agents) != 1 or frame.sides:
        return
    for i in row.open("versus"):
        other = i + 1 if i + 1 < len(row) and row[i].kind != "mark" else None
        if i < more or other is None or not is_party(row[other], row) or _goes_on(row, other):
            continue
        between = row.items[more + 1 : i]
        counted = any(item.has(*HEADS) for item in between) and not any(item.has(*PARTY_KINDS) for item in between)
        if counted and party_of(row[other], row) not in frame.agents:
            take_agent(row, other, frame)
            frame.versus = True


def _read_joined_subjects(row: Row, frame: Frame) -> None:
    """ "How many have the one and the other destroyed": each did it to the other."""
    for i in row.open("and"):
        other, verb = i + 1, row.after(i + 1) if i + 1 < len(row) else None
        joined = i > 0 and row[i - 1].use == "agent" and row[i].means("and", "and") and " " not in row[i].text
        if joined and verb is not None and row[verb].has("measure-active") and is_party(row[other], row):
            take_agent(row, other, frame)
            frame.versus = True


def _goes_on(row: Row, i: int) -> bool:
    """Whether more follows than "… than the other does"."""
    after = row.after(i)
    return after is not None and not (row[after].has("auxiliary") and row.after(after) is None)


def _read_pronoun(row: Row, frame: Frame) -> None:
    """ "They say that they destroyed": whoever says it did it."""
    for i in row.open("pronoun"):
        after = row.after(i)
        if after is None or not frame.claimants or frame.agents or frame.sides:
            continue
        party = row.vocabulary.claimant_party(frame.claimants[-1])
        if party and row[after].has("measure-active"):
            add(frame.agents, party)


def _read_sayers_forces(row: Row, frame: Frame) -> None:
    """ "They say that their troops destroyed": forces of the sayer's own before a deed, and what it was done to."""
    parties = {party for claimant in frame.claimants if (party := row.vocabulary.claimant_party(claimant))}
    for i in list(row.open("group", "actor")):
        own = row[i].has("reflexive") or (i > 0 and row[i - 1].text in _THEIR)
        verb = row.after(i)
        beyond = row.after(verb) if verb is not None else None
        if not own or len(parties) != 1 or frame.agents or verb is None:
            continue
        if beyond is None:  # "planes that they say their air defence shot down"
            to_others = row[i].has("actor") and any(True for j in row.open("object", "model") if j < i)
        else:
            to_others = row[beyond].kind == "number" or row[beyond].has("ask", *_DONE_TO)
        if row[verb].has("measure-active") and not row[verb].has("measure-loss") and to_others:
            add(frame.agents, *parties)
            row[i].use, frame.reflexive = "means", False


def _is_subject(row: Row, i: int, frame: Frame) -> bool:
    item = row[i]
    if item.has("case") and not begins_undeclined(item):
        return is_nominative_subject(row, i, frame)
    if row.vocabulary.languages.get(item.text, frozenset({"en"})) and item.kind == "word" and not item.text.isascii():
        return is_undeclined_subject(row, i, frame)
    if is_headline(row, i):
        frame.doubt = True
        return False
    return is_english_subject(row, i)


def _owns_subject(row: Row, i: int) -> bool:
    """A singular verb, its subject, and whose it is: "shot down [by] the air defence of …" in a language with cases."""
    if i < 2 or not row[i - 1].has("object", "group") or row[i].has("party-adjective"):
        return False
    return is_deed(row[i - 2]) and row[i - 2].means("verb-number", "singular")
