"""What only looks like a question of ours: words said to the bot, what will be, what was sent instead of lost."""

from __future__ import annotations

from bot.claims.model import Entry
from bot.language.inflection import INFLECTING, is_imperative, is_verb, known_forms
from bot.questions.facets.facets import unknown_words
from bot.questions.frame import Frame
from bot.questions.items import MEASURES, NOUNS_LIKE_VERBS, PARTY_KINDS, SENTENCE_ENDS, Item
from bot.questions.parties.naming import LEADER, STATE
from bot.questions.parties.parties import is_deed, is_finite
from bot.questions.question import Refusal
from bot.questions.refusals.uncounted import asks_no_count
from bot.questions.row import Row
from bot.questions.tokens.lexicon import is_cyrillic

_DEEDS = (*MEASURES, "measure-noun")
_FACETS = (*_DEEDS, "group", "narrower", "object", "model", "population", *PARTY_KINDS)
_OFFICIAL = ("ministry", "armed-forces", "intelligence", LEADER)  # kinds of claimants
_SAYING_MORE = ("claim-after", "doubt", "adding", "correction")  # "are you sure?", "… talking about?"
_STEM = 4  # letters that forms of a name share
_PRESENT = ("do", "does")
_GET = ("get", "got", "gotten")  # an auxiliary too, in a language that has them
_REACH = 4
_MOST_GOALS = 20
_ADVERBS = 2  # between what tells the future and its verb


def refusal_of_statement(row: Row, frame: Frame, before: Frame | None) -> Refusal | None:
    """Why a text that names things of ours asks for none of our figures; one that follows a question may say little."""
    follows = before is not None
    alone = not follows and (_is_of_nobody(row, frame) or _is_order(row) or _are_bare_numbers(row))
    if alone or (follows and _asks_who_it_is(row, frame)):
        return Refusal.NOT_A_QUESTION
    if _tells_something_else(row, frame) or (not follows and _takes_something(row, frame)):
        return Refusal.OTHER_SUBJECT
    if before is not None and _counts_what_there_is(row, frame, before):
        return Refusal.OTHER_SUBJECT
    if any(_are_of_third_state(row, i) for i in range(len(row))) or _are_outsiders(row, frame, before):
        return Refusal.OTHER_PARTY
    if not frame.measures and (any(_did_something_else(row, i) for i in range(len(row))) or _does_unknown(row)):
        return Refusal.OTHER_SUBJECT
    return None


def _tells_something_else(row: Row, frame: Frame) -> bool:
    of_whole = (
        _is_score,
        _compares_things,
        _tells_of_town,
        _counts_nothing,
        _musters,
        _did_it_to_its_own,
        asks_no_count,
    )
    of_words = (_is_of_future, _counts_means, _do_by_means)
    if any(tells(row, frame) for tells in of_whole) or _happened_abroad(row) or _tells_of_seizure(row):
        return True
    return any(tells(row, i) for i in range(len(row)) for tells in of_words)


def _is_of_nobody(row: Row, frame: Frame) -> bool:
    """ "You killed the chat", "that killed me", "lost my purse": nobody of ours has a part in it, nothing is asked."""
    named = frame.sides or frame.agents or frame.populations or frame.groups or frame.objects or frame.claimants
    if named or frame.places or row.asks:
        return False
    if any(_befalls_speaker(row, i) for i in range(len(row))):
        return True
    addressed = list(row.open("addressee"))
    if any(item.has(*MEASURES) for i in addressed[:1] for item in row.items[i + 1 :]):
        return True
    known = frame.locations or frame.spokespersons or frame.people or frame.speaker or frame.each_side
    checks = any(item.text == "?" for item in row.items) and any(item.kind == "number" for item in row.items)
    return bool(frame.measures and unknown_words(row, frame)) and not (known or checks)


def _asks_who_it_is(row: Row, frame: Frame) -> bool:
    """ "Are you a person?", "are you for them?", and no more: what the bot is, by a sentence without a verb."""
    *_, items = [], *(row.items[first:last] for first, last in row.parts(SENTENCE_ENDS))
    you = next((i for i, item in enumerate(items) if item.means("addressee", "you")), None)
    told = frame.measures or frame.objects or frame.claimants or frame.limits or row.asks
    if you is None or told or any(item.has(*_SAYING_MORE) for item in items):
        return False
    what = next((item for item in items[you + 1 :] if not item.has("running", "asker")), items[you])
    noun = what.has("persons", "person", "who", "locative") or what.means("addressee", "bot")
    are = any(item.means("auxiliary", "passive") for item in items[max(you - 1, 0) : you + 2])
    return are or noun or what.means("case", "nominative")


def _befalls_speaker(row: Row, i: int) -> bool:
    return row[i].means("personal", "me") and any(
        j is not None and row[j].has("measure-active") for j in (row.direct_before(i), row.after(i))
    )


def _are_bare_numbers(row: Row) -> bool:
    """ "200 / 300", of nothing."""
    return all(item.kind in ("number", "mark") for item in row.items)


def _is_order(row: Row) -> bool:
    """An imperative of which nothing is known, at the head of a text that asks for nothing."""
    first = next((item for item in row.items if item.kind == "word" and not item.idle), None)
    if first is None or not first.unknown or not is_cyrillic(first.text) or row.asks:
        return False
    asked = any(item.text == "?" for item in row.items)
    return not asked and any(is_imperative(first.text, language) for language in INFLECTING)


def _is_of_future(row: Row, i: int) -> bool:
    """ "Will die", with no more than an adverb between."""
    if not row[i].has("future"):
        return False
    for item in row.items[i + 1 : i + 2 + _ADVERBS]:
        if item.has(*_DEEDS) or (item.unknown and is_cyrillic(item.text)):
            return True
        if not (item.idle or item.has("auxiliary", "more")) or item.text in SENTENCE_ENDS or item.has("addressee"):
            return False
    return False


def _compares_things(row: Row, frame: Frame) -> bool:
    """ "Which tank is better": a quality of things, not how many."""
    if not frame.objects or any(item.means("ask", "how-many") and not item.has("filler") for item in row.items):
        return False
    return any(
        item.has("comparison") and not (i + 1 < len(row) and row[i + 1].has("ask", "claim", "claim-after"))
        for i, item in enumerate(row.items)
    )


def _tells_of_town(row: Row, frame: Frame) -> bool:
    """ "They lost the town": what was lost or taken is a place, not people or things."""
    if frame.people or frame.groups or frame.objects or frame.populations or len(frame.places) != 1:
        return False
    if any(item.has("ask") or item.use == "number" or (item.kind == "number" and not item.use) for item in row.items):
        return False
    return any(_loses_next(row, i) for i in range(1, len(row) - 1)) or _loses_it(row)


def _tells_of_seizure(row: Row) -> bool:
    """ "The power plant, seized by them": a place at the head of the first clause, and what befell it."""
    clause = row.until_mark(0)
    head = next((i for i, item in enumerate(clause) if item.use), len(clause))
    if head + 2 >= len(clause) or any(item.has("ask", "object", "group", "measure-noun") for item in clause):
        return False
    place, deed, by = clause[head : head + 3]
    befell = deed.use == "measure" and deed.has("measure") and not deed.has("measure-loss")
    seized = befell and row.vocabulary.of_objects(deed.target("measure"))
    return place.use == "place" and seized and (by.use == "agent" or by.has("agent"))


def _loses_next(row: Row, i: int) -> bool:
    before = i - 1
    while before > 0 and row[before].has("auxiliary"):
        before -= 1
    deed, subject = row[i], row[before]
    verb = deed.has("measure-loss", "taking") and deed.text not in NOUNS_LIKE_VERBS and not deed.possessive
    return verb and subject.has("party", "party-army") and not subject.possessive and row[i + 1].use == "place"


def _is_score(row: Row, _: Frame) -> bool:
    """ "They lost 2-1": two small numbers right behind a verb of losing."""
    for i in range(len(row) - 3):
        deed, first, joint, second = row.items[i : i + 4]
        goals = [item.number for item in (first, second) if item.number is not None and item.number <= _MOST_GOALS]
        if deed.has("measure-loss") and joint.text in ("-", ":") and len(goals) == 2:
            return i + 4 == len(row) or not row[i + 4].has(
                "group", "object", "model", "party-adjective", "unit", "month"
            )
    return False


def _loses_it(row: Row) -> bool:
    """The same in a language with cases, in whatever order: a verb of losing, its subject, a place right beside."""
    deed = next((i for i, item in enumerate(row.items) if item.use == "measure" and item.has("measure-loss")), None)
    place = next((i for i, item in enumerate(row.items) if item.use == "place"), None)
    subject = next((i for i, item in enumerate(row.items) if item.use == "side"), None)
    if deed is None or place is None or subject is None or row[deed].text.isascii():
        return False
    first, _, last = sorted((deed, place, subject))
    return is_finite(row[deed]) and last - first == 2 and row.direct_before(place) in (None, deed, subject)


def _counts_means(row: Row, i: int) -> bool:
    """ "How many shells do they fire", "how many mines have they lost": what is counted is what they fight with."""
    if i == 0 or row[i].use != "means" or not row[i - 1].means("ask", "how-many"):
        return False
    verb = row[i + 1] if i + 1 < len(row) and not row[i].has("object", "model") else None
    lost = verb is not None and (verb.means("auxiliary", "active") or (verb.has("measure-loss") and is_finite(verb)))
    return row[i].has("other") or lost


def _counts_nothing(row: Row, frame: Frame) -> bool:
    """ "Are they losing": a deed that leads elsewhere too, and nobody and nothing of which there could be a number.

    Or "how many murders in the capital": a crime, where nobody of ours is named.
    """
    if frame.groups or frame.objects:
        return False
    named = row.asks or any(item.kind == "number" for item in row.items)
    crime = not (frame.people or frame.sides or frame.agents or frame.populations)
    return any(
        item.use == "measure" and ((item.has("other") and not named) or (item.has("everyday") and crime))
        for item in row.items
    )


def _counts_what_there_is(row: Row, frame: Frame, before: Frame) -> bool:
    """ "How many tanks have they", "how big is their army": no loss, whatever was asked before."""
    if frame.measures or not (frame.objects or frame.groups or frame.armies):
        return False
    goes_on = row.begins_with("continuing")
    told = any(item.has("possess") and (row.asks or not (goes_on or item.has("auxiliary"))) for item in row.items)
    owned = frame.possessed and row.asks and not goes_on
    captives = before.held and not frame.objects  # "how many soldiers have they": in captivity
    serve = any(item.has("persons") for item in row.items) and any(_are_in_army(row, i) for i in row.open("locative"))
    return (told or owned or serve) and not captives


def _are_in_army(row: Row, i: int) -> bool:
    """ "How many people are in their army": a force behind the preposition, with no more than whose it is between."""
    behind = next((item for item in row.items[i + 1 :] if not item.has("theirs", *PARTY_KINDS)), None)
    return behind is not None and behind.means("group", "military") and behind.has("numbered")


def _musters(row: Row, frame: Frame) -> bool:
    """ "How many volunteers did they recruit", "how many were sent": what became of them is told, and it is no loss."""
    whether = any(item.means("and", "or") for item in row.items[:1])
    asked = _asks(row) or whether or row.begins_with("conjunction")  # "when, or whether, they will give us tanks"
    mustered = any(item.has("mustering") and item.use is None for item in row.items)
    return asked and not frame.measures and (mustered or any(_gets_from(row, i) for i in range(1, len(row) - 1)))


def _gets_from(row: Row, i: int) -> bool:
    """ "Did they get from the allies": nothing is between the verb, its subject and the "from"."""
    subject = row[i - 1].has("anaphora", *PARTY_KINDS) or row[i - 1].has("possess")  # "have they got", "they have got"
    return row[i].text in _GET and subject and row[i + 1].has("source")


def _takes_something(row: Row, frame: Frame) -> bool:
    """ "How much did they seize": towns, land; of people or things taken one of them would be named."""
    named = frame.people or frame.groups or frame.objects or frame.populations or frame.sides or frame.held
    deeds = [item for item in row.items if item.use == "measure"]
    taken = len(deeds) == 1 and deeds[0].has("strike") and deeds[0].has("measure-active")
    counted = any(item.use == "number" or (item.kind == "number" and item.use != "date") for item in row.items)
    return bool(taken and frame.agents) and not (named or counted)


def _did_it_to_its_own(row: Row, frame: Frame) -> bool:
    """ "How many of its own did it kill": nobody counts those; "how many of its own did it lose" asks for losses."""
    own = next((i for i, item in enumerate(row.items) if _is_own(item, row)), None)
    deed = next((i for i, item in enumerate(row.items) if item.has("measure-active")), None)
    if own is None or deed is None or frame.claimants or row.has("measure-loss"):
        return False
    before = row.before(own)
    counted = before is None or not row[before].possessive
    if own < deed:
        counted = before is not None and (row[before].has("ask", "group") or row[before].kind == "number")
    return counted and (is_deed(row[deed]) or row[own].has("own-people") or bool(frame.agents))


def _is_own(item: Item, row: Row) -> bool:
    if item.has("own-people") or not item.has("reflexive"):
        return item.has("own-people")
    return row.word_means(item, "auxiliary", "own")


def _do_by_means(row: Row, i: int) -> bool:
    """ "Do they torture", "do they kill prisoners": what is asked is whether they do it."""
    subject = row.after(i)
    if not row[i].means("auxiliary", "active") or subject is None or row.asks:
        return False
    deed = row.after(subject)
    if deed is None or not row[subject].has(*PARTY_KINDS):
        return False
    now = row[i].text in _PRESENT and is_deed(row[deed])
    counted = any(item.kind == "number" or item.has("count", "more") for item in row.items)
    return (row[deed].use == "means" and row[deed].has("other")) or (now and not counted)


def _happened_abroad(row: Row) -> bool:
    """ "How many died in that third country", "seized by it": a state is where it was or did it, and says nothing."""
    if any(item.has("claim", "claim-after", "source") and item.use != "date" for item in row.items):
        return False
    claimants = row.vocabulary.entities.claimants
    for i, item in enumerate(row.items):
        heading = i + 1 < len(row) and row[i + 1].text == ":"  # "in the ministry:"
        if heading or item.use != "claimant" or not item.has("claimant") or item.has("person"):
            continue
        if not _is_where_or_who(row, i):
            continue
        foreign = item.means("other", "party")
        states = (claimants[claimant] for claimant in item.concepts["claimant"] if claimant in claimants)
        if any(not state.attributes.get("party") and (foreign or _is_state(state, item.text)) for state in states):
            return True
    return False


def _is_where_or_who(row: Row, i: int) -> bool:
    """Behind "in", behind a verb, or behind a verb with "by"."""
    before = row.direct_before(i)
    if before is None or not row[before].has("agent"):
        deed = before is not None and row[before].has("measure-active") and not row[i].text.isascii()
        return before is not None and (deed or row[before].has("locative"))
    verb = row.direct_before(before)
    return verb is not None and row[verb].has("measure-active")


def _is_state(claimant: Entry, name: str) -> bool:
    """Whether a name of an institution is that of its country, which its title names too."""
    if claimant.attributes.get("kind") == STATE:
        return True
    titles = " ".join(claimant.names.values()).casefold().split()
    return claimant.attributes.get("kind") in _OFFICIAL and any(word.startswith(name[:_STEM]) for word in titles)


def _are_of_third_state(row: Row, i: int) -> bool:
    """People of a third state who fought for one of ours: "Poles who fought for their army"."""
    item = row[i]
    if not (item.use == "idle" and item.means("other", "party") and item.has("person")):
        return False
    for following in row.items[i + 1 : i + 1 + _REACH]:
        if following.has("fighting", "filler") and not following.has("claim-after", "and"):
            continue
        return following.has(*PARTY_KINDS)
    return False


def _are_outsiders(row: Row, frame: Frame, before: Frame | None) -> bool:
    """In a follow-up, "how many Poles", or "and Americans?" in a case that is not that of who says it: their dead."""
    if before is None:
        return False
    sayers = [i for i, item in enumerate(row.items) if item.use == "claimant"]
    if len(sayers) != 1 or not row[sayers[0]].has("person"):
        return False
    figures = row.has("claim") or any("claim-after" in word for item in row.items for word in row.words(item))
    if figures or frame.measures or frame.groups or frame.objects:
        return False
    word, lead = row[sayers[0]].text, row[sayers[0] - 1] if sayers[0] else None
    if lead is not None and lead.has("owner-case") and (before.claimants or before.spokespersons):
        return False  # "and at the Americans'?", behind what others say
    if word.isascii():
        return lead is not None and (lead.has("ask") or lead.and_how_many)
    forms = known_forms(word)
    return bool(forms) and all(form.case != "nomn" for form in forms) and not frame.sides


def _did_something_else(row: Row, i: int) -> bool:
    """ "How many did they recruit", "how many new ones they have made": somebody's verb, and none of ours."""
    if not _asks(row) or i + 1 >= len(row):
        return False
    if row[i].has("pronoun") and is_cyrillic(row[i].text):
        return _is_idle_verb(row[i + 1])
    if not row[i].means("auxiliary", "active") or i + 2 >= len(row):
        return False
    subject, verb = row[i + 1], row[i + 2]
    named = subject.has("population", "pronoun", *PARTY_KINDS)
    return named and verb.kind == "word" and _is_verb_of_none(verb)


def _does_unknown(row: Row) -> bool:
    """ "How many tanks does it refurbish", in a language whose dictionary has that verb."""
    first = next((i for i, item in enumerate(row.items) if item.asks), len(row))
    return any(item.unknown and is_verb(item.text) for item in row.until_mark(first + 1))


def _asks(row: Row) -> bool:
    return row.asks or any(item.and_how_many for item in row.items)


def _is_idle_verb(item: Item) -> bool:
    """A past tense that says nothing by itself, and is not of saying or being: "made", "brought"."""
    if not item.idle or item.has("claim", "claim-after", "auxiliary", "personal", "asker"):
        return False
    past = item.text.endswith(("в", "ла", "ло", "ли", "л"))
    forms = known_forms(item.text)
    return past and bool(forms) and all(form.kind == "verb" for form in forms)


def _is_verb_of_none(item: Item) -> bool:
    if item.has(*_FACETS) and not item.has("other"):
        return False
    return item.unknown or item.has("other", "motion", "strike")
