"""What a side says itself: by its own account, as it admits, in the words of its officials."""

from __future__ import annotations

from bot.questions.frame import Frame, add
from bot.questions.items import PARTY_KINDS, SENTENCE_ENDS, Item
from bot.questions.parties.naming import party_of, take_claimant, take_own_say
from bot.questions.parties.parties import is_deed, is_party
from bot.questions.row import Row
from bot.questions.sayers.offices import read_own_offices, their_before
from bot.questions.sayers.sayers import Sayers

_REACH_OF_SELF = 4  # items
_ENDS = SENTENCE_ENDS + ","
_KEPT = ("theirs", *PARTY_KINDS)  # of "by their own estimates", which estimates nothing and owns nothing else


def read_own_claims(row: Row, frame: Frame) -> None:
    """ "By their own account": whoever did it, or else lost it, says so. Runs after roles are read."""
    _read_boasts(row, frame)
    _read_claimed_deeds(row, frame)
    _read_admissions(row, frame)
    _read_us_of_sayer(row, frame)
    _read_their_losses(row, frame)
    _read_own_of_one(row, frame)
    for i in range(len(row)):
        if row[i].use is None and (row[i].has("claim-own") or _speak_for_themselves(row, i)):
            frame.own_say = not frame.claimants and not frame.spokespersons
            row[i].use = "claimant" if frame.own_say else None
    parties = _they_beside_us(row) or frame.agents or frame.sides
    party = parties[0] if len(parties) == 1 else None
    read_own_offices(row, party, frame)
    if frame.own_say and party is not None:
        take_own_say(frame, party, row.vocabulary)


def read_own_words(row: Row, frame: Frame) -> None:
    """ "By their own estimates", "by their fairy tales": a preposition, "their" and a noun of saying, as one.

    Runs before they are read. Who is at the head, apart from the others' who are counted, says so.
    """
    for i in row.open("claim", "agent"):
        noun = i + 1
        while noun < len(row) and (row[noun].has("theirs") or (row[noun].idle and not row[noun].has("opinion"))):
            noun += 1
        said = noun < len(row) and (row[noun].means("claim-after", "noun") or row[noun].has("opinion"))
        if said and their_before(row, noun) is not None:
            row.reread(row[i], {"claim-own": ("claim-own",)})
            for item in row.items[i + 1 : noun + 1]:
                item.use = "idle"
                row.reread(item, {kind: item.concepts[kind] for kind in _KEPT if item.has(kind)})
            _take_head(row, frame)


def _take_head(row: Row, frame: Frame) -> None:
    """ "That country, how many of the others' drones by their data": a name before what asks for what others have."""
    head = next((i for i, item in enumerate(row.items) if not (item.idle or item.kind == "mark")), 0)
    ask = head + 1 + (head + 1 < len(row) and row[head + 1].kind == "mark")
    if not is_party(row[head], row) or row[head].has("party-adjective") or ask >= len(row) or not row[ask].asks:
        return
    whose = row.after(ask)
    if whose is not None and is_party(row[whose], row) and party_of(row[whose], row) != party_of(row[head], row):
        take_claimant(row, head, frame)


def _they_beside_us(row: Row) -> list[str]:
    """ "How many of ours by their data": in a language that tells who "we" are, "they" are the others."""
    if not any(item.has("ours") and not item.has("theirs") for item in row.items):
        return []
    theirs = (row[i + 1] for i in range(len(row) - 1) if row[i].has("claim-own"))
    return [party for item in theirs if item.has("theirs") and (party := party_of(item, row))]


def _speak_for_themselves(row: Row, i: int) -> bool:
    """ "What do they say themselves": a verb of saying near, and nobody else who could be meant."""
    if not row[i].has("self"):
        return False
    near = row.items[max(0, i - _REACH_OF_SELF) : i + 1 + _REACH_OF_SELF]
    if any(item.has("claimant", "spokesperson", "person", "office", "personal", *PARTY_KINDS) for item in near):
        they = any(item.has("anaphora") and item.has(*PARTY_KINDS) for item in near)
        return they and not any(map(is_deed, near))  # "those that they shot down themselves"
    talks = (x for x in near if x.has("claim-after", "claim") or (x.has("reflexive") and not x.has("measure-loss")))
    return any(True for _ in talks)


def _read_admissions(row: Row, frame: Frame) -> None:
    """ "Those that the country itself admits": a side beside a verb of admitting says so of its own."""
    if frame.claimants or frame.spokespersons or len(frame.sides) != 1:
        return
    admits = [i for i in range(len(row)) if _admits(row, i)]
    for i in admits + [i for i, item in enumerate(row.items) if admits and item.has("self")]:
        beside = [row[j] for j in (row.before(i), row.after(i)) if j is not None and row[j].has("party", "party-army")]
        subjects = [item for item in row.items if item.has("party") and item.means("case", "nominative")]
        if any(item.use == "side" for item in beside + subjects):
            take_own_say(frame, frame.sides[0], row.vocabulary)
            return


def _admits(row: Row, i: int) -> bool:
    """A verb of admitting, be it in a phrase: "acknowledge its"."""
    return any("claim-after" in word and "reflexive" in word for word in (row[i].concepts, *row.words(row[i])))


def _read_us_of_sayer(row: Row, frame: Frame) -> None:
    """ "The minister declared so many dead among us", "the ministry: so many of ours": in his words, "us" are his."""
    sayer = next((i for i, item in enumerate(row.items) if item.use == "claimant"), None)
    party = Sayers(frame, row.vocabulary).party()
    if sayer is None or party is None or row.asks:
        return
    said = any(item.means("claim-after", "verb") for item in row.items[sayer : sayer + 3])
    colon = next((i for i in range(sayer, len(row)) if row[i].text == ":"), len(row))
    quoted = range(colon, next((i for i in range(colon, len(row)) if row[i].text in _ENDS), len(row)))
    for i in range(sayer + 1, len(row)):
        own = row[i].use == "speaker" and row[i].means("speaker", "own")
        if own and (i in quoted or (said and (row[i - 1].has("owner-case") or row[i].text.isascii()))):
            frame.reflexive, frame.speaker = True, False
        elif row[i].use == "side" and (row[i].has("enemy") or (i in quoted and row[i].has("ours"))):
            meant = party if row[i].has("ours") else row.vocabulary.opponent(party) or party
            sides = [meant if side == party_of(row[i], row) else side for side in frame.sides]
            frame.sides = list(dict.fromkeys(sides))


def _read_their_losses(row: Row, frame: Frame) -> None:
    """ "What did they say their losses were", "that they lost", "how many of his own soldiers": the sayer's."""
    if (frame.claimants or frame.spokespersons) and not (frame.sides or frame.agents or frame.populations):
        theirs = any(_is_their(row[i]) and row[i + 1].has("measure-loss") for i in range(len(row) - 1))
        theirs |= any(row[i].text == "its" and row[i + 1].has("measure") for i in range(len(row) - 1))
        theirs |= any(_stands_for_sayer(row, i) for i in range(len(row)))
        frame.reflexive |= theirs or row.has("own-people")


def _stands_for_sayer(row: Row, i: int) -> bool:
    """ "Has it said how many they lost": behind who says it; a pronoun that means others, with "themselves"."""
    meant = row[i].has("pronoun") and (row.precedes(i, "self") or not row[i].has(*PARTY_KINDS))
    return meant and row.leads(i, "measure-loss") and any(item.use == "claimant" for item in row.items[:i])


def _read_own_of_one(row: Row, frame: Frame) -> None:
    """ "One's own figure for its dead next to the other's": of several sayers, "its own" is of the one before it."""
    several = len(frame.claimants) + len(frame.spokespersons) > 1
    if not (frame.reflexive and several) or frame.sides or frame.agents or frame.populations:
        return
    whose: set[str | None] = set()
    sayer = None
    for item in row.items:
        if item.use == "claimant" and item.has("claimant"):
            sayer = row.vocabulary.claimant_party(item.target("claimant"))
        elif item.has("reflexive", "own-people"):
            whose.add(sayer)
    if len(whose) == 1:
        frame.sides = [party for party in whose if party]


def _is_their(item: Item) -> bool:
    return item.text == "their" or (item.use == "idle" and item.has("anaphora") and item.has("party-adjective"))


def _read_boasts(row: Row, frame: Frame) -> None:
    """ "It boasts of prisoners", "says that it shot down": whoever does, did it, and what "it lost" is its own."""
    party = Sayers(frame, row.vocabulary).party()
    told = [_own_part(row, i) for i in range(len(row))] if party and party not in frame.sides else []
    lost = "lost" in told or row.has("measure-loss")
    if "lost" in told and not (frame.agents or frame.sides or frame.populations):
        frame.reflexive = True
    elif party and "did" in told and not lost and not frame.agents:
        add(frame.agents, party)


def _own_part(row: Row, i: int) -> str | None:
    """What the one who says it says of itself with a word: that it did something, or lost it."""
    if row[i].has("boast"):
        return "did"
    if not (row[i].means("claim-after", "verb") or row.ends_in(i, "claim-after")):
        return None
    if i + 1 < len(row) and row[i + 1].text in ("to", "to have"):
        deed = row.after(i + 1)
        return "did" if deed is not None and row[deed].has("measure-active") else None
    verb = _verb_of_same_subject(row, i + 1)
    if verb is None or row.has("actor"):
        return None
    return "lost" if verb.has("measure-loss") else "did"


def _verb_of_same_subject(row: Row, first: int) -> Item | None:
    """ "That it shot down", "that shot down": a verb whose subject is left out, or a pronoun, and was named before."""
    pronoun = False
    for item in row.items[first:]:
        if item.has("measure-active", "measure-loss"):
            told = pronoun if item.text.isascii() else item.means("verb-number", "singular")
            return item if told else None
        pronoun |= item.has("pronoun", "anaphora") or item.text == "it"
        had = item.means("auxiliary", "active")
        if not (had or item.text == "," or item.idle or item.has("pronoun", "anaphora", "self")):
            return None
    return None


def _read_claimed_deeds(row: Row, frame: Frame) -> None:
    """ "Claimed destroyed by", "its claimed kills": whoever did it claims it."""
    if frame.claimants or frame.spokespersons or len(frame.agents) != 1:
        return
    for i in range(1, len(row) - 1):
        before, verb, deed = row.items[i - 1 : i + 2]
        by = i + 2 < len(row) and row[i + 2].has("agent") and deed.has("measure-active")
        if verb.has("deed-claim") and (by or (before.use == "agent" and deed.has("deed-noun"))):
            take_own_say(frame, frame.agents[0], row.vocabulary)
            return
