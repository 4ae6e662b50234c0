"""Pronouns that stand for a side named in a sentence before: "they hold the town. How many did they capture?"."""

from __future__ import annotations

from itertools import pairwise

from bot.questions.frame import Frame, add
from bot.questions.items import ASIDE, MEASURES, PARTY_KINDS, SENTENCE_ENDS, Item
from bot.questions.parties.naming import party_of
from bot.questions.parties.parties import is_deed, is_party, take_doer
from bot.questions.row import Row

_PEOPLE = ("group", "narrower", "population")
_SPEAKERS = (*PARTY_KINDS, "claimant")
_NAMED = ("group", "narrower", "object", "model", "population")


def read_pronouns(row: Row, frame: Frame) -> None:
    """Gives those whom a pronoun stands for the part that it plays. Runs before other roles are read."""
    for i in row.open("ours"):
        if i + 1 < len(row) and is_party(row[i + 1], row) and _agree(row[i], row[i + 1]):
            row[i].use = "idle"  # "our enemies"
        elif i + 1 < len(row) and row[i].means("case", "dative") and row[i + 1].means("claim-after", "verb"):
            row[i].use = "idle"  # "[they] tell us"
    for i in row.open("anaphora", "pronoun"):
        if not row[i].has("anaphora") and not is_doer(row, i):
            continue  # "it" may be anything
        themselves = row.precedes(i, "self") and row.has_used("claimant") and not is_doer(row, i)  # who says it
        stands_for_another = _stands_for_topic(row, i) or _is_joined_to_whom_it_stands_for(row, i)
        if themselves or stands_for_another or _is_what_is_counted(row, i):
            row[i].use = "idle"
            continue
        antecedents = _antecedents(row, i)
        parties = {party_of(row[j], row) for j in antecedents}
        own = party_of(row[i], row)
        if own is not None and (parties or _stands_for_what_is_named(row, i)):
            row[i].use = "idle"
            frame.doubt |= not parties <= {own} and not is_doer(row, i)
        if parties and is_doer(row, i):
            frame.doubt |= len(parties) > 1
            for j in antecedents:
                take_doer(row, j, frame)
            _set_means_aside(row, antecedents[-1], i, frame)


def read_whom_they_mean(row: Row, frame: Frame) -> None:
    """ "They lie again. How many dead have they got?": of the one party that is said to lie or to be silent.

    Runs before claimants are read, and before words for the other side.
    """
    named = [i for i, item in enumerate(row.items) if item.has(*_SPEAKERS) and not item.has("anaphora")]
    for told, asked in pairwise(row.parts(SENTENCE_ENDS)):
        parties = {party_of(row[i], row) or "" for i in named if i in range(*told) and not row.is_led_by(i, "claim")}
        they = [i for i in range(*asked) if row[i].use is None and _are_those_named(row, i)]
        items = row.items[slice(*told)]
        lies = any(item.has("hides", "opinion", "boast") for item in items) and all(map(_is_talk, items))
        says = any(row[i].means("claim-after", "verb") for i in range(*asked))
        if not (they and lies and len(parties) == 1) or says:
            continue
        for i in they:
            if is_doer(row, i):
                add(frame.agents, *parties)
                row[i].use = "agent"
            else:
                _name(row, i, *parties)
        for item in items:
            item.use = item.use or ASIDE


def _are_those_named(row: Row, i: int) -> bool:
    """ "They", "theirs", "their soldiers", or "how many of theirs" in one phrase, unless that asks whom they hold."""
    in_phrase = row[i].has("swap") and row.ends_in(i, "anaphora")
    in_phrase &= not any(item.has("measure-noun") for item in row.items[i:])
    whose = row[i].has("theirs") and row.precedes(i, *_NAMED)
    return in_phrase or whose or row[i].has("anaphora", "reflexive")


def _name(row: Row, i: int, party: str) -> None:
    """A pronoun is read as the name that it stands for."""
    pronoun = row[i]
    if pronoun.has("reflexive"):
        own = {kind: targets for kind, targets in pronoun.concepts.items() if kind != "reflexive"}
        row.reread(pronoun, {**own, "party-people": (party,)})
        return
    subject = pronoun.has("pronoun")
    kind = "party-adjective" if pronoun.has("theirs") and not subject else "party-people"
    asks = {"ask": ("how-many",)} if pronoun.has("swap") else {}
    row.reread(pronoun, {kind: (party,), "case": ("nominative" if subject else "oblique",), **asks})


def _is_talk(item: Item) -> bool:
    """Whether a word tells no more of those whom its sentence names than that they lie or are silent."""
    if item.has("strike", "fighting", "motion", "anaphora", "claim"):
        return False
    return item.kind == "mark" or item.idle or item.has(*_SPEAKERS, "auxiliary", "hides", "opinion", "boast")


def _set_means_aside(row: Row, party: int, i: int, frame: Frame) -> None:
    """ "They got missiles. How many have they killed": what they have is not what they destroyed."""
    end = next(j for j in range(party, i) if row[j].kind == "mark")
    if not any(item.has("ask", *MEASURES) for item in row.items[:end]):
        for j in (j for j in row.open("object", "model") if party < j < end):
            row[j].use = "means"
            add(frame.unmatched, row[j].typed)


def _agree(adjective: Item, noun: Item) -> bool:
    return not set(adjective.concepts.get("case", ())).isdisjoint(noun.concepts.get("case", ()))


def _antecedents(row: Row, i: int) -> list[int]:
    """The parties of the sentences before; or the one that a sentence begins with: "they, how many did they kill"."""
    end = next((j for j in range(i - 1, -1, -1) if row[j].kind == "mark" and row[j].text in SENTENCE_ENDS), -1)
    if end < 0:
        mark = next((j for j in range(i) if row[j].kind == "mark"), 0)
        counted = any(item.has("object", "model") for item in row.items[mark:i])  # not "their tanks, how many did they"
        asked = any(
            item.has("ask", *MEASURES)
            or item.possessive
            or (item.has("party-adjective") and not counted and not behind.has(*_PEOPLE, "party-army"))
            for item, behind in pairwise(row.items[: mark + 1])
        )
        end = -1 if asked else mark
    return [j for j in range(end) if is_party(row[j], row) and not row[j].has("anaphora")]


def _stands_for_topic(row: Row, i: int) -> bool:
    """ "Their soldiers, how many of them": right behind the question, a side named before it and no doer."""
    ask = i - 1
    while ask > 0 and row[ask].idle:
        ask -= 1
    if row[ask].has("ask") and all(item.kind == "mark" for item in row.items[i + 1 :]):
        return any(item.has(*PARTY_KINDS, *_NAMED) for item in row.items[:ask])  # "tanks that they burnt, how many?"
    and_how_many = row[ask].has("and") and " " in row[ask].text
    apart = ask > 0 and (row[ask - 1].kind == "mark" or row[ask - 1].has("and"))
    if apart and row[ask - 1].text in SENTENCE_ENDS:
        told = [item for item in row.items[: ask - 1] if item.kind != "mark"]
        name = all(item.idle or item.has(*PARTY_KINDS, *_NAMED) for item in told)
        praised = party_of(row[i], row) is not None and any(
            item.idle for item in told
        )  # "well done! How many of theirs"
        apart = name and not praised
    if not (and_how_many or (apart and row[ask].has("ask"))) or is_doer(row, i):
        return False
    topic = [j for j in range(ask) if is_party(row[j], row) and not row[j].has("anaphora", "ours")]
    return bool(topic) and not any(map(is_deed, row.items[:ask]))


def _is_joined_to_whom_it_stands_for(row: Row, i: int) -> bool:
    """ "The one and their losses", "in their words"."""
    if i < 2 or not row[i].has("party-adjective"):
        return False
    alone = i + 1 == len(row) or row[i + 1].kind == "mark"
    return (row[i - 1].has("and") and is_party(row[i - 2], row)) or (alone and row.is_led_by(i, "claim"))


def _is_what_is_counted(row: Row, i: int) -> bool:
    """ "Their losses, as the others count them", the pronoun before its verb in languages with cases."""
    counts = i + 1 < len(row) and row[i + 1].means("claim-after", "verb") and row[i].means("case", "oblique")
    return counts and any(item.has("measure", "measure-noun") for item in row.items[:i])


def _stands_for_what_is_named(row: Row, i: int) -> bool:
    """ "As for the children, how many of them", "the missing, how many of them": people or things, and nobody's.

    Or somebody's: "their drones flew there and they shot them down".
    """
    before = row.items[:i]
    if row.is_led_by(i, "owner-case") and not any(item.has("group", "narrower", "population") for item in before):
        return False  # "how many tanks have they lost"
    named = any(item.has(*_NAMED) for item in before) or (_asks_behind_a_deed(row, i) and not is_doer(row, i))
    deed = row.after(i)
    again = i > 0 and row[i - 1].has("and") and deed is not None and is_deed(row[deed])
    return named and (again or not any(is_party(item, row) for item in before))


def _asks_behind_a_deed(row: Row, i: int) -> bool:
    ask = row.direct_before(i)
    asks = ask is not None and row[ask].has("ask")
    return asks and any(item.has("measure", "measure-noun") for item in row.items[:ask])


def is_doer(row: Row, i: int) -> bool:
    """Whether a pronoun is the subject of a verb that does something to others."""
    before, after = row.direct_before(i), row.after(i)
    if not row[i].has("pronoun"):
        return False
    if not row[i].text.isascii():
        beside = [row[j] for j in (before, after) if j is not None]
        return any(is_deed(item) for item in beside)
    asked = before is not None and row[before].means("auxiliary", "active")
    while after is not None and row[after].means("auxiliary", "active"):
        after = row.after(after)
    active = after is not None and row[after].has("measure-active") and not row[after].has("measure-loss")
    return active and (asked or not any(row[j].means("auxiliary", "passive") for j in range(i, after or i)))
