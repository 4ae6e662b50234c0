"""A follow-up's frame, filled from that of the question before it."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

from bot.questions.dates.spans import Limits
from bot.questions.followups.elided import names_somebody, parties_asked_about
from bot.questions.followups.shifts import in_the_year_before
from bot.questions.frame import Frame
from bot.questions.parties.naming import take_own_say
from bot.questions.readings.readings import resolve
from bot.questions.sayers.sayers import Sayers
from bot.questions.tokens.vocabulary import Vocabulary


def merge(before: Frame, now: Frame, vocabulary: Vocabulary) -> Frame:
    """The frame of a follow-up, filled from the question before it."""
    frame = deepcopy(before)
    if now.claimants or now.spokespersons or now.everyone or now.swap:
        _settle(frame, vocabulary)
    if now.swap and len(set(now.sides)) > 1:
        now = replace(now, sides=[], armies=[], versus=False, doubt=False)  # "the other way round: they of ours"
    if now.versus:
        now = _compared(now, before, vocabulary)
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
    elif now.locations:
        frame.places = []
    if now.limits:
        frame.limits = [_like(in_the_year_before(limits, before.limits), before.limits) for limits in now.limits]
        frame.said, frame.running = now.said, now.running
    elif now.always or _asks_for_all(now, before):
        frame.limits = []
    frame.per = now.per or (None if _asks_for_all(now, before) else before.per)
    frame.doubt |= (now.swap or (now.elided and not now.objects)) and _asks_the_same(frame, before, vocabulary)
    return frame


def _compared(now: Frame, before: Frame, vocabulary: Vocabulary) -> Frame:
    """ "Compare with theirs", "with what their ministry says": beside what was asked before."""
    if (now.claimants or now.spokespersons) and not names_somebody(now):
        claimants = list(dict.fromkeys([*before.claimants, *now.claimants]))
        spokespersons = list(dict.fromkeys([*before.spokespersons, *now.spokespersons]))
        if not (before.claimants or before.spokespersons):
            claimants, spokespersons = [], []  # everyone's
        return replace(now, versus=False, everyone=True, claimants=claimants, spokespersons=spokespersons)
    if len(now.sides) == 1 and before.populations:
        return replace(now, populations=before.populations)
    other = vocabulary.opponent(now.sides[0]) if len(now.sides) == 1 else None
    return replace(now, sides=[other, *now.sides]) if other else now


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
    alone = len(now.sides) == 1 and not (now.agents or now.populations or names_what(now))
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


def _like(limits: Limits, before: list[Limits]) -> Limits:
    """ "Make that the end of 2025": a date without a preposition limits as the one that it replaces."""
    as_of = limits.bare and bool(before) and all(other.how == "as-of" for other in before)
    return replace(limits, how="as-of") if as_of else limits


def _merge_sides(frame: Frame, now: Frame, vocabulary: Vocabulary) -> None:
    territorial = bool(frame.locations) or any(
        p.attributes.get("group") in frame.groups for p in vocabulary.entities.populations.values() if p.parent
    )
    alone = now.agents and not (now.measures or now.sides or now.populations or names_somebody(frame))
    if alone and are_only_losses(frame, vocabulary):
        now = replace(now, agents=[], sides=now.agents)  # lost "by them"
    if _names_other_doer(frame, now, vocabulary):
        now = replace(now, agents=now.sides, sides=[], armies=[])
    if now.sides or now.agents or now.populations or now.speaker or now.each_side or now.posture:
        if now.agents and not (now.sides or now.populations or now.speaker or now.posture):
            now = _with_sufferers(now, frame, vocabulary)
        frame.sides, frame.agents, frame.armies, frame.posture = now.sides, now.agents, now.armies, now.posture
        frame.populations, frame.locations, frame.owners = now.populations, now.locations, []
        frame.speaker, frame.enemy, frame.pairs = now.speaker, now.enemy, now.pairs
        if now.populations:
            frame.groups = []
    elif frame.sides and not _is_territorial(frame, vocabulary) and _widens_place(now, frame, vocabulary):
        pass  # of soldiers: where they fell, and not whose they are
    elif now.locations and (territorial or frame.groups):
        frame.sides, frame.agents, frame.armies, frame.locations = [], [], [], now.locations
    elif now.locations and frame.sides and not now.places:
        frame.sides, frame.agents, frame.armies, frame.pairs = now.locations, [], [], set()
    elif now.swap:
        _swap(frame, vocabulary)


def _widens_place(now: Frame, before: Frame, vocabulary: Vocabulary) -> bool:
    """ "And in the whole country?", behind a town of it."""
    return any(vocabulary.country(place) in now.locations for place in before.places)


def are_only_losses(frame: Frame, vocabulary: Vocabulary) -> bool:
    """Whether it is told that somebody was lost, and not how."""
    return bool(frame.measures) and all(("vague", measure) in vocabulary.rules for measure in frame.measures)


def _with_sufferers(now: Frame, before: Frame, vocabulary: Vocabulary) -> Frame:
    """ "How many has the other one captured?": of those asked about before, where it may have done it to them."""
    whose = parties_asked_about(before, vocabulary)
    if not whose or not set(now.agents).isdisjoint(whose):
        return now
    return replace(now, sides=before.sides, armies=before.armies, populations=before.populations)


def _names_other_doer(before: Frame, now: Frame, vocabulary: Vocabulary) -> bool:
    """ "And the others?", behind what one side did: as those who suffered it, they were asked about already."""
    alone = len(now.sides) == 1 and not (now.agents or now.populations or now.elided or names_what(now))
    told = not before.sides or (before.held and before.sides == now.sides)
    return alone and told and [vocabulary.opponent(party) for party in before.agents] == now.sides


def names_what(now: Frame) -> bool:
    """Whether more is named than parties."""
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
    more = frame.populations or frame.groups != now.groups
    if now.groups and now.narrowed and more and _narrows(frame, now, vocabulary):
        now = replace(now, groups=[])  # "how many of them were women"
    if now.groups:
        if not (now.sides or now.locations or now.populations or frame.sides):
            frame.sides = parties_asked_about(frame, vocabulary)  # "civilians of the country", then "children"
        frame.groups, frame.people = now.groups, True
        frame.populations = now.populations
        if not now.objects:
            frame.objects = []
    if now.groups or now.objects:
        _merge_owners(frame, now)
    if now.objects:
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


def _merge_owners(frame: Frame, now: Frame) -> None:
    """ "And that country's type of tank", behind the other's; "and missiles", behind a type that only one side has."""
    if len(now.owners) == 1 and frame.sides and not (now.sides or now.agents):
        frame.sides, frame.armies = now.owners, []
    elif len(set(frame.owners)) == 1 and not (now.owners or names_somebody(frame)):
        frame.sides = list(set(frame.owners))


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
