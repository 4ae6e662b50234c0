"""What a follow-up leaves unsaid, read beside the question before: who did it, whose own they are."""

from __future__ import annotations

from itertools import pairwise

from bot.questions.frame import Frame, add
from bot.questions.items import MEASURES, Item
from bot.questions.parties.naming import party_of
from bot.questions.parties.parties import is_deed, is_finite
from bot.questions.row import Row
from bot.questions.sayers.sayers import Sayers
from bot.questions.tokens.lexicon import Concepts
from bot.questions.tokens.vocabulary import Vocabulary

_TWO = 2
PARTS = ("side", "agent", "location")  # uses of items that name a party which has a part in what happened
GOVERNING = ("owner", "owner-case", "locative", "foe", "with", "recipient", "correction")


def read_elided(row: Row, frame: Frame, before: Frame) -> None:
    """Gives those whom the question before named the parts that a follow-up leaves unsaid."""
    _read_own(row, frame, before)
    _read_foes(row, frame, before)
    _read_actor(row, frame, before)
    _read_whose(row, frame, before)
    _read_pair(row, frame, before)
    _read_holders(row, frame, before)
    _read_subject(row, frame, before)
    if _are_the_same_things(row, frame, before):
        frame.objects, frame.people, frame.elided = list(before.objects), False, True
    frame.elided |= _names_the_same_again(row, frame, before)


def _names_the_same_again(row: Row, frame: Frame, before: Frame) -> bool:
    """ "No, those that country has", of which it was asked already: another part of it is meant."""
    more = frame.agents or frame.populations or frame.measures or frame.groups or frame.objects or frame.claimants
    pointing = says_no(row) and row.has("demonstrative")
    return pointing and frame.sides == before.sides != [] and not (more or frame.limits or frame.places)


def parties_asked_about(frame: Frame, vocabulary: Vocabulary) -> list[str]:
    """Whose losses a question asks for, as far as it names them."""
    populations = vocabulary.entities.populations
    named = [party for p in frame.populations if (party := populations[p].attributes.get("party"))]
    return list(dict.fromkeys([*frame.sides, *named]))


def names_somebody(frame: Frame) -> bool:
    """Whether a question tells whose losses it asks for, in whatever way."""
    named = frame.sides or frame.agents or frame.populations or frame.locations or frame.posture
    return bool(named or frame.speaker or frame.each_side or frame.swap)


def _doers(frame: Frame, row: Row) -> list[str]:
    """Who did what a question asks for: as it names them, or as they say so of the others' things."""
    if frame.agents or parties_asked_about(frame, row.vocabulary):
        return frame.agents
    foe = Sayers(frame, row.vocabulary).foe_of_reporter()
    doer = row.vocabulary.opponent(foe) if foe else None
    return [doer] if doer else []


def _make_doer(item: Item, row: Row, frame: Frame) -> None:
    party = party_of(item, row)
    frame.sides = [side for side in frame.sides if side != party]
    add(frame.agents, party or "")
    item.use = "agent"


# --- whose


def _read_own(row: Row, frame: Frame, before: Frame) -> None:
    """ "And its own?": of who says it, or else of who did it."""
    says = bool(frame.claimants or frame.spokespersons)
    own = any(
        item.has("own-people")
        or (item.has("reflexive") and (_is_own(row.words(item)) or (says and item.has("measure-loss"))))
        for item in row.items
    )
    if not own or frame.sides or frame.agents or frame.populations or frame.speaker:
        return
    party = Sayers(frame if says else before, row.vocabulary).party()
    whose = [party] if party else _doers(before, row)
    if len(whose) == 1:
        frame.sides = whose
        frame.elided = True


def _is_own(words: list[Concepts]) -> bool:
    """A word for one's own in it, and neither what the subject lost ("it lost") nor what he admits."""
    told = any("claim-after" in word or not word.keys().isdisjoint(MEASURES) for word in words)
    return not told or any("reflexive" in word and "claim-after" not in word for word in words)


def _read_foes(row: Row, frame: Frame, before: Frame) -> None:
    """ "And their enemy's?", "and the enemy?", behind what happened to one side: the other side."""
    for whose, foe in pairwise(row.items):
        enemy = foe.has("enemy") or foe.means("speaker", "enemy")
        turned = foe.has("swap") and (before.sides or before.agents)
        if enemy and (turned or (whose.has("anaphora", "swap") and not whose.has("pronoun"))):
            frame.sides, frame.agents, frame.armies, frame.swap = [], [], [], True
            frame.speaker = frame.enemy = frame.doubt = frame.each_side = False


def _read_actor(row: Row, frame: Frame, before: Frame) -> None:
    """ "By their air defence", behind things of nobody's that were shot down: whose it is did it."""
    for owner, actor in (*pairwise(row.items), *pairwise(reversed(row.items))):
        answers = not before.sides if before.agents else not names_somebody(before)
        answers |= owner.means("case", "instrumental")
        if before.objects and answers and owner.use == "side" and actor.has("actor") and actor.use == "object":
            _make_doer(owner, row, frame)
            frame.objects = []


def _read_whose(row: Row, frame: Frame, before: Frame) -> None:
    """ "And their ones?", "from their side": whose they are, where it could be read as who did it."""
    if frame.measures or frame.groups or frame.objects or before.held:
        return
    for i, item in enumerate(row.items):
        party = party_of(item, row) if item.use in PARTS else None
        if item.use == "agent" and row.is_led_by(i, "owner") and party in frame.agents and not frame.sides:
            frame.agents, frame.sides = [], [party or ""]
        described = item.has("party-adjective") and not item.has("party-people", "party")
        theirs = described or row.is_led_by(i, "owner-case")
        frame.elided |= item.use == "side" and theirs and bool(_doers(before, row))


def _read_pair(row: Row, frame: Frame, before: Frame) -> None:
    """ "And they ours?", "the one at the other's?", behind a deed: the subject, or the first, did it."""
    told = frame.versus or frame.each_side or frame.claimants or (frame.agents and frame.sides)
    if told or row.has("possess"):
        return
    named = [i for i, item in enumerate(row.items) if item.use in PARTS and party_of(item, row)]
    parties = list(dict.fromkeys(party_of(row[i], row) or "" for i in named))
    if len(parties) == 1 and _has_pronoun_besides(row, named[0]):
        parties.append(row.vocabulary.opponent(parties[0]) or "")  # "and we them?"
    if len(parties) != _TWO or row.vocabulary.opponent(parties[0]) != parties[1]:
        return
    if frame.measures and not any(item.has("measure-active") for item in row.items[named[0] : named[-1]]):
        return
    doer = _subject_of_pair(row, named, before)
    if doer is None:
        return
    frame.agents, frame.sides = [doer], [party for party in parties if party != doer]
    frame.armies, frame.locations, frame.swap, frame.doubt = [], [], False, False
    if any(item.has("actor") and item.use == "object" for item in row.items):
        frame.objects = []  # "their air defence ours"
    if frame.measures and not frame.objects and all(map(row.vocabulary.of_objects, frame.measures)):
        frame.objects, frame.people, frame.elided = list(before.objects), False, True


def _subject_of_pair(row: Row, named: list[int], before: Frame) -> str | None:
    """The one in the subject's case, or behind an auxiliary; in whose country captives are; or else the first."""
    nouns = [i for i in named if row[i].has("party", "party-people", "party-army")]
    subjects = [i for i in nouns if row[i].means("case", "nominative") or _is_asked_for(row, i)]
    places = [i for i in nouns if before.held and (row[i].use == "location" or row.is_led_by(i, "owner-case"))]
    found = places or subjects or (nouns if len(nouns) == 1 else [])
    if not found and _doers(before, row) and not row[named[0]].has("case"):
        found = named[:1]
    parties = {party_of(row[i], row) for i in found}
    return parties.pop() if len(parties) == 1 else None


def _is_asked_for(row: Row, i: int) -> bool:
    """ "How many did the other side?"."""
    lead = row.direct_before(i)
    return lead is not None and row[lead].means("auxiliary", "active")


def _has_pronoun_besides(row: Row, i: int) -> bool:
    nominative = row[i].means("case", "nominative")
    return nominative and any(item.has("anaphora") and item.use not in PARTS for item in row.items[i + 1 :])


def _read_holders(row: Row, frame: Frame, before: Frame) -> None:
    """Who has the captives."""
    things = frame.objects or before.objects
    if frame.possessed and len(frame.sides) == 1 and not things and (before.held or before.agents or before.locations):
        if frame.locations:  # "and how many of ours do they have"
            frame.agents, frame.locations = frame.locations, []
        elif frame.swap or not names_somebody(before) or _are_others_held(row, frame, before):
            # "how many of theirs have they got", "those they have"
            frame.agents, frame.sides, frame.swap = frame.sides, [], False
    keeps = any(item.has("held") and item.use == "measure" for item in row.items)
    if not (before.held or keeps):
        return
    told = frame.sides or frame.agents or frame.populations or frame.groups or (frame.measures and not keeps)
    if frame.locations and not told:
        frame.agents, frame.locations = frame.locations, []  # "and in the other country?"
    nobody = not (names_somebody(before) or frame.agents or frame.populations)
    for i, item in enumerate(row.items):
        party = party_of(item, row) if item.use in ("side", "location") else None
        lead = row.is_led_by(i, "owner-case") or (nobody and row.is_led_by(i, "locative"))
        turned = row.is_led_by(i, "owner-case", "locative") and _are_others_held(row, frame, before)
        if party and (turned or (lead and (nobody or len(set(frame.sides)) > 1))):
            # "in their country", "and theirs, held by us"
            _make_doer(item, row, frame)
            frame.locations, frame.armies = [], []


def _are_others_held(row: Row, frame: Frame, before: Frame) -> bool:
    """ "No, those that are at theirs", behind captives of the same side: named again, it is the one who holds them."""
    more = frame.measures or frame.groups or frame.objects or frame.limits or frame.claimants
    turned = says_no(row) or any(item.means("order", "that") for item in row.items)
    return before.held and turned and not (more or before.agents) and frame.sides == before.sides != []


# --- who did it, or lost it


def _read_subject(row: Row, frame: Frame, before: Frame) -> None:
    """ "And how many did it shoot down?", "and lost?": the subject is the one of the question before."""
    _leave_pronouns_open(row, frame, before)
    if names_somebody(frame) or frame.owners:
        return
    told = [i for i, item in enumerate(row.items) if item.use == "measure"]
    verbs = [i for i in told if _has_subject_unsaid(row, i) or _is_done_by_them(row, i)]
    if not verbs:
        lost = (row[i].has("measure-loss") and row[i].means("verb-number", "impersonal") for i in told)
        dwellers = row.asks and frame.groups and frame.places  # whoever killed them, of that place
        frame.elided |= any(lost) or (any(is_deed(row[i]) for i in told) and not dwellers)  # "and shot down?": by them
        return
    subjects = _doers(before, row) or parties_asked_about(before, row.vocabulary) or before.owners
    pronouns = {party_of(row[i], row) for i in row.open("pronoun")} - {None}
    if len(set(subjects)) != 1 or not pronouns <= set(subjects):
        frame.doubt |= bool(subjects)
        return
    frame.elided = True
    if row[verbs[0]].has("measure-loss"):
        frame.sides = list(subjects)
    else:
        frame.agents = list(subjects)


def _is_done_by_them(row: Row, i: int) -> bool:
    """ "Killed by it", with a preposition or in the case of the one who did it."""
    beside = row.items[max(i - 1, 0) : i + 3]
    by = any(lead.has("agent") and whom.has("anaphora", "pronoun") for lead, whom in pairwise(beside))
    return by or any(item.has("anaphora") and item.means("case", "instrumental") for item in beside)


def _leave_pronouns_open(row: Row, frame: Frame, before: Frame) -> None:
    """A pronoun that tells its side, where nothing was asked before, stands here for those asked about."""
    for item in row.items:
        party = party_of(item, row) if item.has("anaphora") else None
        if item.has("anaphora") and not (party or frame.measures or names_somebody(frame)):
            frame.swap = frame.objects == before.objects != [] and not row.has("negation")  # "and their tanks?"
        if party and item.has("pronoun") and item.use == "agent":
            frame.agents = [agent for agent in frame.agents if agent != party]
            item.use = None
        elif party and not item.has("pronoun", "party-adjective") and item.use == "side" and frame.agents:
            frame.sides = [side for side in frame.sides if side != party]  # "and how many of them has it got?"
        elif party and item.use == "side" and _are_things(row, item, frame, before):
            frame.sides = [side for side in frame.sides if side != party]
            frame.objects, frame.people, frame.elided = list(before.objects), False, True
        elif party and item.use == "side" and frame.sides == [party] and _are_asked_about(party, frame, before, row):
            frame.sides, frame.elided = [], True
            frame.doubt |= before.ours or (bool(before.objects) and frame.people)


def _are_things(row: Row, pronoun: Item, frame: Frame, before: Frame) -> bool:
    """ "How many of them were shot down", behind things: a pronoun beside what befalls things."""
    if not (before.objects and frame.measures) or frame.speaker or pronoun.has("pronoun", "party-adjective"):
        return False
    named = frame.agents or frame.objects or frame.groups or len(set(frame.sides)) > 1
    after = row.after(next(i for i, item in enumerate(row.items) if item is pronoun))
    told = after is not None and row[after].has("measure-active") and row[after].use == "measure"
    return told and not named and _may_befall_things(row[after or 0], row)


def _are_asked_about(party: str, frame: Frame, before: Frame, row: Row) -> bool:
    """ "How many of them were wounded", "their jets", where "and theirs?" would be the others'; or things "killed"."""
    if before.objects and frame.measures and not (frame.objects or any(map(row.vocabulary.of_objects, frame.measures))):
        return True
    more = set(frame.measures) - set(before.measures) or set(frame.objects) - set(before.objects)
    told = frame.agents or frame.claimants or frame.locations or frame.speaker or frame.versus or before.agents
    turned = before.sides == [row.vocabulary.opponent(party)] and not (told or (before.ours and frame.objects))
    return bool(more) and turned


def _has_subject_unsaid(row: Row, i: int) -> bool:
    """A verb that has a subject, which is not named: it agrees with one, or stands beside a pronoun."""
    item = row[i]
    led = row.direct_before(i)
    if row.is_led_by(i, "adding") or (led is not None and row[led].means("claim-after", "about")):
        return False  # "does it include the wounded?", "what did he say about the wounded?"
    herself = row.has("self")
    pronoun = any(other.has("pronoun") and other.has("anaphora") for other in row.items)
    pronoun |= i > 0 and row[i - 1].text == "it"
    if item.text.isascii():
        passive = any(other.means("auxiliary", "passive") for other in row.items[:i])
        active = any(other.means("auxiliary", "active") for other in row.items[:i])
        doing = is_deed(item) or (item.has("measure-active") and (active or herself or pronoun))
        return not passive and is_finite(item) and (doing or item.has("measure-loss"))
    if item.has("measure-loss"):
        return is_finite(item)
    return is_deed(item) and (item.means("verb-number", "singular") or herself or pronoun)


# --- of what


def _are_the_same_things(row: Row, frame: Frame, before: Frame) -> bool:
    """ "And how many did the others lose?", "what do they say of these losses", behind things: as many things."""
    told = [item for item in row.items if item.use == "measure"]
    if before.objects and frame.claimants and frame.sides == before.sides and not (frame.objects or frame.groups):
        return bool(told) and all(item.has("measure-loss") for item in told)
    if not (before.objects and told) or _names_beside_sides(row, frame):
        return False
    if frame.agents:
        return all(is_deed(item) and _may_befall_things(item, row) for item in told) and not _counts_people(row)
    lost = any(item.has("measure-loss") and (is_finite(item) or frame.possessed or says_no(row)) for item in told)
    done = frame.possessed and all(row.vocabulary.of_objects(measure) for measure in frame.measures)
    return bool(frame.sides or frame.each_side) and (lost or done) and _goes_on(row, before)


def _may_befall_things(item: Item, row: Row) -> bool:
    return any(row.vocabulary.of_objects(target) for target in item.concepts["measure-active"])


def _counts_people(row: Row) -> bool:
    """ "How many of that people did they destroy", and not "how many of theirs"."""
    return any(item.use == "side" and item.has("party-people") and not item.has("anaphora") for item in row.items)


def says_no(row: Row) -> bool:
    """ "No, how many did they lose?": what follows takes the place of what was asked."""
    if len(row) < _TWO or row[0].kind != "word" or not row[0].has("negation"):
        return False
    return row[1].kind == "mark" or row[1].has("ask", "negation")


def _goes_on(row: Row, before: Frame) -> bool:
    """Whether a follow-up says that it is one ("and", "no, I meant", "the ones that"), or answers a question back."""
    leads = row.begins_with("continuing", "demonstrative") or says_no(row)
    points = any(item.has("demonstrative") and " " in item.text for item in row.items)  # "all of that"
    said = row.has("correction", "self", "whose")
    return leads or points or said or not names_somebody(before)


def _names_beside_sides(row: Row, frame: Frame) -> bool:
    named = frame.groups or frame.objects or frame.populations or frame.places
    return bool(named) or row.has("persons", "person", "claim-after")
