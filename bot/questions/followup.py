"""A follow-up, merged with the question before it. It is read as a careful person reads one:

1. What it names replaces what it is one of (whose, what, who says so, where, when), and the rest stays.
2. Whoever is named with a word of saying, of counting, of figures says so, and is not the one who lost.
3. A verb without a subject has that of the question before: after "how many did it lose", "and shot down?" is its deed.
4. Turned round, the one who did it (or holds them) and the one who suffered it change places, and so does who says so
   where he told of his own deeds; two parties without a verb are subject and object; a third party stays what it is.
5. "Its own" are those of who says so, or else of who did it.
6. What is denied is taken back: one of two sides, a date, a place, a sayer, a measure, a thing.
7. What was asked back may be answered by who did it, who lost it, or who holds them.
8. What is none of these ("how many new ones have they made") is another question.

Where it comes out as the question before although it turned it, it was not understood, and is asked back.
What the words leave unsaid (2 to 5, 7) is read in `elided`, dates that are moved in `shifts`, 8 in `statements`.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from itertools import pairwise

from bot.questions.dates.spans import Limits, same_days
from bot.questions.elided import names_somebody, parties_asked_about, read_elided
from bot.questions.frame import Frame
from bot.questions.items import MEASURES, Item
from bot.questions.parties.naming import party_of, take_own_say
from bot.questions.readings.readings import resolve
from bot.questions.row import Row
from bot.questions.sayers.sayers import Sayers
from bot.questions.tokens.vocabulary import Vocabulary

_TWO = 2


def read_follow_up(row: Row, frame: Frame, before: Frame) -> None:
    """Words that only mean something behind another question."""
    if any(item.has("each-side") and _is_measure(row, i + 1) for i, item in enumerate(row.items)):
        frame.each_side &= len(frame.measures) < _TWO  # "both killed and wounded"
    frame.adding = any(item.has("adding") for item in row.items)
    frame.persons = any(item.has("persons") and (item.idle or item.use is None) for item in row.items)
    frame.persons |= any(item.use == "measure" and _befalls_people(item, row) for item in row.items)
    frame.always |= frame.empty and any(item.has("present") for item in row.items)
    _keep_the_others(row, frame, before)
    frame.everywhere |= bool(before.places) and _takes_back(row, "place")
    if frame.everywhere and frame.places == before.places:
        frame.places = []  # "not only there, everywhere"
    if (before.claimants or before.spokespersons) and _takes_back(row, "claimant", "spokesperson"):
        frame.everyone, frame.each_side = True, False  # "never mind him, everyone"
    if frame.everyone and (frame.claimants, frame.spokespersons) == (before.claimants, before.spokespersons):
        frame.claimants, frame.spokespersons = [], []  # "not only him, all of them"
    _take_dates_back(row, frame, before)
    alone = bool(frame.sides) and frame.sides == before.sides and not _names_what(frame)
    frame.own_say |= alone and any(item.has("self") for item in row.items)
    read_elided(row, frame, before)
    if frame.per and replace(frame, per=None).empty and not _asks_for_rate(row):
        frame.per = None


def _befalls_people(item: Item, row: Row) -> bool:
    """ "The dead", "prisoners": never said of things."""
    targets = [target for kind in MEASURES for target in item.concepts.get(kind, ())]
    return item.has("measure-noun") or (bool(targets) and not any(map(row.vocabulary.of_objects, targets)))


def _takes_back(row: Row, *kinds: str) -> bool:
    return any(item.use == "negated" and item.has(*kinds) for item in row.items)


def _keep_the_others(row: Row, frame: Frame, before: Frame) -> None:
    """ "Without the others", "not the wounded": of several asked about before, those that are not taken back."""
    denied = [item for item in row.items if item.use == "negated"]
    if not denied:
        return
    both = list(row.vocabulary.sides) if before.each_side and not before.sides else before.sides
    parties = {party_of(item, row) for item in denied}
    named = {target for item in denied for targets in item.concepts.values() for target in targets}
    if len(both) > 1 and not parties.isdisjoint(both) and not frame.sides:
        frame.sides = [side for side in both if side not in parties]
    for kept, all_of_them in ((frame.measures, before.measures), (frame.objects, before.objects)):
        if len(all_of_them) > 1 and not (kept or named.isdisjoint(all_of_them)):
            kept += [target for target in all_of_them if target not in named]


def _take_dates_back(row: Row, frame: Frame, before: Frame) -> None:
    """ "Not yesterday, at any time", "not in May, in June"."""
    denied = any(first.has("negation") and second.use == "date" for first, second in pairwise(row.items))
    denied |= any(item.use == "negated" and item.kind in ("number", "date") for item in row.items)
    if denied and before.limits:
        old = [limits.span.first for limits in before.limits]
        frame.limits = [x for x in frame.limits if _in_the_year_before(x, before.limits).span.first not in old]
        frame.always |= not frame.limits


def _asks_for_rate(row: Row) -> bool:
    """ "Per day?", "and a month": not "thanks, I look here every day"."""
    words = [item for item in row.items if item.kind != "mark"]
    return len(words) <= _TWO or any(item.has("ask", "continuing") or item.text == "?" for item in row.items)


def continues(row: Row, now: Frame, before: Frame, vocabulary: Vocabulary) -> bool:
    """Whether a question that is whole by itself goes on with the one before: "and how many of theirs died?"."""
    first = row.first_word
    if now.elided or (_only_answers(row, now) and not resolve(deepcopy(before), vocabulary).readings):
        return True
    only_doers = (
        now.agents
        and now.objects in ([], before.objects)
        and not (now.sides or now.populations or now.groups or now.speaker or now.limits)
    )
    if only_doers and not (row.asks and not (first and first.has("continuing"))):
        return True  # "captured by the others?"
    if first is None or not first.has("continuing") or now.limits or now.always or now.objects != before.objects:
        return False
    whose = [{reading.topic.population for reading in resolve(f, vocabulary).readings} for f in (now, before)]
    return bool(now.objects or set(now.measures) & set(before.measures)) or whose[0] == whose[1]


def _only_answers(row: Row, now: Frame) -> bool:
    """ "Those they destroyed": no question by itself, but what was asked back."""
    return not (row.asks or now.objects or now.groups or now.places or now.limits or now.claimants)


def only_says(frame: Frame) -> bool:
    """Whether nothing is named but those who say it."""
    return replace(frame, claimants=[], spokespersons=[], per=None).empty


def _is_measure(row: Row, i: int) -> bool:
    return i < len(row) and row[i].has(*MEASURES, "measure-noun")


def merge(before: Frame, now: Frame, vocabulary: Vocabulary) -> Frame:
    """The frame of a follow-up, filled from the question before it."""
    frame = deepcopy(before)
    if now.claimants or now.spokespersons or now.everyone or now.swap:
        _settle(frame, vocabulary)
    if now.swap and len(set(now.sides)) > 1:
        now = replace(now, sides=[], armies=[], versus=False, doubt=False)  # "the other way round: they of ours"
    if now.versus and len(now.sides) == 1 == len(before.sides):
        now = replace(now, sides=list(dict.fromkeys([*before.sides, *now.sides])))  # "compare with theirs"
    frame.asked, frame.doubt = True, now.doubt or _names_sufferers_again(now, before)
    if now.sides or now.agents or now.populations or now.speaker or now.swap or now.versus or now.each_side:
        frame.versus, frame.each_side = now.versus, now.each_side
    _merge_sides(frame, now, vocabulary)
    _merge_what(frame, now, vocabulary)
    _merge_sayers(frame, now, vocabulary)
    if now.places:
        frame.places, frame.apart = now.places, now.apart
        _move(frame, now, vocabulary)
    elif now.everywhere:
        _leave_place(frame, vocabulary)
    elif now.locations and not any(vocabulary.country(place) in now.locations for place in frame.places):
        frame.places = []
    if now.limits:
        frame.limits = [_like(_in_the_year_before(limits, before.limits), before.limits) for limits in now.limits]
        frame.said, frame.running = now.said, now.running
    elif now.always or _asks_for_all(now, before):
        frame.limits = []
    frame.per = now.per or (None if _asks_for_all(now, before) else before.per)
    frame.doubt |= (now.swap or (now.elided and not now.objects)) and _asks_the_same(frame, before, vocabulary)
    return frame


def _settle(frame: Frame, vocabulary: Vocabulary) -> None:
    """Names those whom who says it alone gave away: they stay, whoever says it now."""
    if frame.sides or frame.agents or frame.populations or not (frame.claimants or frame.spokespersons):
        return
    told = {reading.topic.population for reading in resolve(deepcopy(frame), vocabulary).readings}
    open_ = replace(deepcopy(frame), claimants=[], spokespersons=[], reflexive=False)
    if len(told) != 1:
        return
    if told == {reading.topic.population for reading in resolve(open_, vocabulary).readings}:
        frame.reflexive = False
        return
    if foe := Sayers(frame, vocabulary).foe_of_reporter():
        frame.agents = [doer] if (doer := vocabulary.opponent(foe)) else []
    else:
        frame.populations, frame.groups = list(told), []
    frame.reflexive = frame.enemy = frame.speaker = False


def _names_sufferers_again(now: Frame, before: Frame) -> bool:
    """ "And the others?", behind what was done to them: whether they did as much is as good a reading."""
    alone = len(now.sides) == 1 and not (now.agents or now.populations or _names_what(now))
    return alone and bool(before.agents) and not before.held and now.sides == before.sides and not now.own_say


def _asks_the_same(frame: Frame, before: Frame, vocabulary: Vocabulary) -> bool:
    """Whether a follow-up that turns who did it comes out as the question before: then it was not understood."""
    now, then = (resolve(deepcopy(f), vocabulary).readings for f in (frame, before))
    return bool(now) and now == then


def _asks_for_all(now: Frame, before: Frame) -> bool:
    """ "And in total?", with nothing else: without the dates; or without the place, where one was named."""
    return (now.running or (now.everywhere and not before.places)) and not _names_something(now)


def _names_something(now: Frame) -> bool:
    sides = now.sides or now.agents or now.locations or now.populations or now.swap or now.speaker
    return bool(sides or now.groups or now.objects or now.measures or now.claimants or now.spokespersons or now.places)


def _in_the_year_before(limits: Limits, before: list[Limits]) -> Limits:
    """ "And in June?" is of the year that the question before named."""
    if limits.span.year_named or not before or not before[-1].span.year_named:
        return limits
    return replace(limits, span=same_days(limits.span, before[-1].span.last.year))


def _like(limits: Limits, before: list[Limits]) -> Limits:
    """ "Make that the end of 2025": a date without a preposition limits as the one that it replaces."""
    as_of = limits.bare and bool(before) and all(other.how == "as-of" for other in before)
    return replace(limits, how="as-of") if as_of else limits


def _merge_sides(frame: Frame, now: Frame, vocabulary: Vocabulary) -> None:
    territorial = bool(frame.locations) or any(
        p.attributes.get("group") in frame.groups for p in vocabulary.entities.populations.values() if p.parent
    )
    frame.posture = now.posture
    alone = now.agents and not (now.measures or now.sides or now.populations or names_somebody(frame))
    if alone and _are_only_losses(frame, vocabulary):
        now = replace(now, agents=[], sides=now.agents)  # lost "by them"
    if _names_other_doer(frame, now, vocabulary):
        now = replace(now, agents=now.sides, sides=[], armies=[])
    if now.sides or now.agents or now.populations or now.speaker or now.each_side or now.posture:
        if now.agents and not (now.sides or now.populations or now.speaker or now.posture):
            now = _with_sufferers(now, frame, vocabulary)
        frame.sides, frame.agents, frame.armies = now.sides, now.agents, now.armies
        frame.populations, frame.locations, frame.owners = now.populations, now.locations, []
        frame.speaker, frame.enemy, frame.pairs = now.speaker, now.enemy, now.pairs
        if now.populations:
            frame.groups = []
    elif now.locations and (territorial or frame.groups):
        frame.sides, frame.agents, frame.armies, frame.locations = [], [], [], now.locations
    elif now.locations and frame.sides and not _names_what(now):
        frame.sides, frame.agents, frame.armies, frame.pairs = now.locations, [], [], set()
    elif now.swap:
        _swap(frame, vocabulary)


def _are_only_losses(frame: Frame, vocabulary: Vocabulary) -> bool:
    return bool(frame.measures) and all(("vague", measure) in vocabulary.rules for measure in frame.measures)


def _with_sufferers(now: Frame, before: Frame, vocabulary: Vocabulary) -> Frame:
    """ "How many has the other one captured?": of those asked about before, where it may have done it to them."""
    whose = parties_asked_about(before, vocabulary)
    if not whose or not set(now.agents).isdisjoint(whose):
        return now
    return replace(now, sides=before.sides, armies=before.armies, populations=before.populations)


def _names_other_doer(before: Frame, now: Frame, vocabulary: Vocabulary) -> bool:
    """ "And the others?", behind what one side did: as those who suffered it, they were asked about already."""
    alone = len(now.sides) == 1 and not (now.agents or now.populations or now.elided or _names_what(now))
    told = not before.sides or (before.held and before.sides == now.sides)
    return alone and told and [vocabulary.opponent(party) for party in before.agents] == now.sides


def _names_what(now: Frame) -> bool:
    return bool(now.groups or now.objects or now.measures or now.places or now.limits or now.claimants)


def _swap(frame: Frame, vocabulary: Vocabulary) -> None:
    """Turns who did it and who suffered it round, and who says so where he says it of his own deeds."""

    def others(parties: list[str]) -> list[str]:
        return [o for p in parties if (o := vocabulary.opponent(p))]

    populations = vocabulary.entities.populations
    if frame.agents and Sayers(frame, vocabulary).party() in frame.agents:
        own = [root for party in others(frame.agents) if (root := vocabulary.root_claimant(party))]
        frame.claimants, frame.spokespersons = own, []
    frame.doubt |= any("counterpart" not in populations[p].attributes for p in frame.populations)
    frame.sides, frame.agents, frame.locations = others(frame.sides), others(frame.agents), others(frame.locations)
    frame.owners, frame.armies = others(frame.owners), others(frame.armies)
    frame.populations = [c for p in frame.populations if (c := populations[p].attributes.get("counterpart"))]
    frame.pairs = set()


def _merge_what(frame: Frame, now: Frame, vocabulary: Vocabulary) -> None:
    if now.groups or now.objects or now.populations:
        frame.subsets = now.subsets
    if now.groups and now.narrowed and frame.groups != now.groups and _narrows(frame, now, vocabulary):
        now = replace(now, groups=[])  # "how many of them were women"
    if now.groups:
        if not (now.sides or now.locations or now.populations or frame.sides):
            frame.sides = parties_asked_about(frame, vocabulary)  # "civilians of the country", then "children"
        frame.groups, frame.people = now.groups, True
        frame.populations = now.populations
        if not now.objects:
            frame.objects = []
    if now.objects:
        if len(now.owners) == 1 and frame.sides and not (now.sides or now.agents):
            frame.sides, frame.armies = now.owners, []
        frame.objects, frame.owners = now.objects, now.owners
        frame.groups, frame.joined = now.groups, now.joined
    if now.persons and not (now.groups or now.objects):
        frame.objects, frame.people = [], True
    if now.measures:
        frame.measures = list(dict.fromkeys(frame.measures * now.adding + now.measures))
        if not (frame.objects or now.people or now.adding or any(map(vocabulary.of_people, now.measures))):
            frame.people, frame.groups, frame.populations = False, [], []  # people are not shot down: what was?
        frame.either = now.either
    if now.groups or now.objects or now.measures or now.unmatched:
        frame.unmatched = now.unmatched
    frame.people |= now.people


def _narrows(frame: Frame, now: Frame, vocabulary: Vocabulary) -> bool:
    """Whether soldiers are asked about, by the name of their formation or by some of them who might be at home."""
    named = (vocabulary.entities.populations[p].attributes.get("group") for p in frame.populations)
    forces = not any(vocabulary.is_territorial(group) for group in (*frame.groups, *named) if group)
    at_home = [vocabulary.is_territorial(group) for group in now.groups]
    return forces and (all(at_home) or (bool(frame.populations) and not any(at_home)))


def _merge_sayers(frame: Frame, now: Frame, vocabulary: Vocabulary) -> None:
    if now.claimants or now.spokespersons or now.everyone:
        frame.claimants, frame.spokespersons = now.claimants, now.spokespersons
    parties = frame.agents or parties_asked_about(frame, vocabulary) or frame.locations
    if now.own_say and len(parties) == 1:
        frame.claimants, frame.spokespersons = [], []
        take_own_say(frame, parties[0], vocabulary)


def _move(frame: Frame, now: Frame, vocabulary: Vocabulary) -> None:
    """People who are where they live belong to the country of the new place."""
    country = vocabulary.country(now.places[0])
    if country and _is_territorial(frame, vocabulary) and not (now.sides or now.locations):
        frame.sides, frame.locations = [], [country]


def _leave_place(frame: Frame, vocabulary: Vocabulary) -> None:
    """Those who lived in a place, and now everywhere, are of its country still."""
    country = vocabulary.country(frame.places[0]) if frame.places else None
    named = frame.sides or frame.locations or frame.populations or frame.agents
    if country and not named:
        frame.locations = [country]
    frame.places = []


def _is_territorial(frame: Frame, vocabulary: Vocabulary) -> bool:
    whose = frame.sides or frame.locations
    return bool(whose and frame.groups) and all(map(vocabulary.is_territorial, frame.groups))
