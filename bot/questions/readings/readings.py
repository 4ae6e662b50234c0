"""From a frame to topics: what exactly was asked, or which one facet is missing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import product

from bot.claims.model import Topic
from bot.questions.frame import Frame, add
from bot.questions.question import Reading
from bot.questions.readings.bounds import limits_to_dates
from bot.questions.readings.homes import Homes
from bot.questions.sayers.sayers import Sayers
from bot.questions.tokens.vocabulary import Vocabulary

_MOST_READINGS = 14
_MOST_SUGGESTIONS = 4


@dataclass(frozen=True, slots=True)
class Resolution:
    """The readings of a frame; or the missing facet with what could fill it."""

    readings: tuple[Reading, ...] = ()
    missing: str | None = None
    options: tuple[Reading, ...] = ()


def resolve(frame: Frame, vocabulary: Vocabulary) -> Resolution:
    """Decide the topics of a frame, or what to ask back for; some of those asked for get readings of their own."""
    resolution = _Resolver(frame, vocabulary).resolve()
    if not frame.subsets:
        return resolution
    some = _Resolver(replace(frame, groups=frame.subsets, populations=[], people=True), vocabulary).resolve().readings
    whole = resolution.readings or tuple(filter(None, (_of_whole(reading, vocabulary) for reading in some)))
    return Resolution(tuple(dict.fromkeys((*whole, *some)))) if whole else resolution


def _of_whole(some: Reading, vocabulary: Vocabulary) -> Reading | None:
    """What is asked of all those that some belong to: of civilians, where children are some of them."""
    parent = vocabulary.entities.populations[some.topic.population].parent
    return replace(some, topic=replace(some.topic, population=parent)) if parent else None


class _Resolver:
    def __init__(self, frame: Frame, vocabulary: Vocabulary) -> None:
        self._frame = frame
        self._vocabulary = vocabulary
        self._sayers = Sayers(frame, vocabulary)
        self._homes = Homes(frame, vocabulary)
        self._dates = limits_to_dates(frame)
        self._places = self._places_asked_for()
        self._common = Reading(
            Topic("", ""),
            claimants=tuple(frame.claimants),
            spokespersons=tuple(frame.spokespersons),
            unmatched=tuple(frame.unmatched),
            per=frame.per,
        )

    def _drop_what_it_was_done_with(self) -> None:
        """Of people where they live nothing is destroyed: things named beside them are what it was done with."""
        frame = self._frame
        if frame.objects and not frame.joined and self._homes.are_at_home(frame.groups):
            frame.objects, frame.owners = [], []
            frame.doubt |= not (frame.places or frame.locations)

    def resolve(self) -> Resolution:
        """The readings, or what is missing; nothing where it asks how many there are rather than how many were lost."""
        if self._frame.possessed and not self._frame.measures:
            return Resolution()
        self._drop_what_it_was_done_with()
        populations = self._populations()
        cells = self._cells()
        if not cells and (measure := self._measure_left_unsaid(populations)) is not None:
            self._frame.measures = [measure]
            cells = self._cells()
        if populations and cells:
            return Resolution(tuple(self._readings(populations, cells))[:_MOST_READINGS])
        if not populations and cells:
            return Resolution(missing="side", options=self._options(self._other_populations(), cells[:1]))
        if populations and (missing := self._missing_facet()) is not None:
            return Resolution(missing=missing, options=self._options(populations[:1], self._other_cells(missing)))
        return Resolution()

    def _measure_left_unsaid(self, populations: Sequence[str]) -> str | None:
        """What became of those asked for, where a list of things or those who count it alone tell."""
        counted = None if self._frame.measures else self._sayers.counting_what()
        return counted or (self._vocabulary.measure_of_things() if self._lists_things(populations) else None)

    def _lists_things(self, populations: Sequence[str]) -> bool:
        """Things without a verb, of which but one measure is said: several, bounded, of no side, or told by the foe."""
        frame = self._frame
        if not frame.objects:
            return False
        if not populations:
            return frame.asked
        if self._sayers.are_foes_of(frame.sides) and not (frame.places or frame.locations):
            return True
        bounded = frame.limits or frame.claimants or frame.spokespersons
        return not frame.asked and (len(frame.objects) > 1 or bool(bounded))

    # --- whose

    def _populations(self) -> list[str]:
        """The populations asked for; none where the side is open."""
        frame, vocabulary = self._frame, self._vocabulary
        if self._contradicts():
            return []
        if frame.populations:
            found = list(frame.populations)
            for side in frame.sides:
                party = {vocabulary.population_party(p) for p in found}
                if (frame.versus or frame.each_side) and side not in party:
                    add(found, *self._of_side(side))
            return found
        own = self._sayers.own_population() if frame.reflexive and not frame.agents else None
        if own and {*frame.sides} <= {vocabulary.population_party(own)}:
            return [own]
        sides = self._sides()
        if not sides:
            return self._without_side()
        if home := self._homes.people_of_place():
            return [home]
        found = []
        for side in sides:
            add(found, *self._of_side(side))
        return found

    def _contradicts(self) -> bool:
        """Civilians of an armed group: no population is both."""
        frame, populations = self._frame, self._vocabulary.entities.populations
        groups = {populations[p].attributes.get("group") for p in frame.populations}
        alone = bool(frame.groups and frame.populations) and not frame.joined and not frame.versus
        return alone and self._homes.are_at_home(frame.groups) and groups.isdisjoint({*frame.groups, None})

    def _sides(self) -> list[str]:
        """The sides asked for; none where a careful reader would not decide."""
        frame, both = self._frame, list(self._vocabulary.sides)
        if (frame.each_side and self._names_all_or_none()) or (frame.speaker and frame.versus):
            return frame.sides if len(frame.sides) > 1 else both
        if enemy := self._sayers.enemy():
            return [enemy]
        if self._undecided():
            return []
        if frame.posture and not frame.sides and (sides := self._sides_by_posture(frame.posture)):
            return sides
        return (
            self._named_sides()
            or self._homes.territory()
            or self._opponents()
            or self._implied_sides()
            or self._registered()
        )

    def _names_all_or_none(self) -> bool:
        """Whether a question about each side names none of them, or both, be it as "ours" or as where it happened."""
        frame = self._frame
        named = frame.sides or (frame.locations if self._homes.are_at_home(frame.groups) else [])
        return len(named) != 1 or frame.speaker or len({*frame.sides, *frame.locations}) > 1

    def _sides_by_posture(self, posture: str) -> list[str]:
        """Those who defend a place are of its country, where it fights; those who attack it are the others."""
        countries = [country for place in self._frame.places if (country := self._vocabulary.country(place))][:1]
        own = [country for country in countries if country in self._vocabulary.sides]
        return own if posture == "defender" else [o for side in own if (o := self._vocabulary.opponent(side))]

    def _named_sides(self) -> list[str]:
        """The sides named; forces have no civilians, whoever they are beside."""
        frame = self._frame
        if self._homes.are_at_home(frame.groups):
            return [side for side in frame.sides if side not in frame.armies]
        return frame.sides

    def _undecided(self) -> bool:
        frame = self._frame
        if len(set(frame.agents)) > 1 and not frame.versus and not frame.sides:
            return True
        if self._is_mutual():
            return frame.doubt
        speaks = frame.speaker and not frame.agents and len(frame.sides) != 1 and not self._homes.tell_whose()
        if frame.doubt or speaks or self._are_told_by_forces() or self._wrongly_owned():
            return True
        return (
            (len(frame.sides) > 1 and not frame.versus) or bool(set(frame.sides) & set(frame.agents)) or self._strays()
        )

    def _is_mutual(self) -> bool:
        """ "Theirs in our hands, ours in theirs": each did to the other what is asked for."""
        both = set(self._frame.sides)
        return len(both) > 1 and both == set(self._frame.agents) and both == set(self._vocabulary.sides)

    def _are_told_by_forces(self) -> bool:
        """ "Enemy drones downed (their air force)": forces beside "the enemy" may be the enemy's, or tell of him."""
        frame = self._frame
        return frame.enemy and bool(frame.sides) and frame.armies == frame.sides and not frame.agents

    def _wrongly_owned(self) -> bool:
        """Whether what one side alone has is given the other, be it as that which it did something to."""
        frame = self._frame
        sides = frame.sides or self._opponents()
        told = len(frame.objects) == 1 or (frame.narrowed and not frame.objects)
        return told and len(set(frame.owners)) == 1 and bool(sides) and frame.owners != sides

    def _strays(self) -> bool:
        """Whether people who are where they live are given one side, and a place in the country of the other."""
        frame = self._frame
        if not frame.sides or not self._homes.are_at_home(frame.groups):
            return False
        countries = {country for place in frame.places if (country := self._vocabulary.country(place))}
        return bool(countries) and countries.isdisjoint(self._named_sides() or countries)

    def _opponents(self) -> list[str]:
        opponents = (self._vocabulary.opponent(agent) for agent in self._frame.agents)
        return list(dict.fromkeys(side for side in opponents if side))

    def _implied_sides(self) -> list[str]:
        """A side that a claimant's own people or a model give away."""
        frame = self._frame
        if self._homes.are_at_home(frame.groups):
            return self._sayers.counting()
        if frame.reflexive and (party := self._sayers.party()) and frame.owners in ([], [party]):
            return [party]
        if frame.owners:
            return frame.owners if len(frame.owners) == 1 else []
        if foe := self._sayers.foe_of_reporter():
            return [foe]
        return self._sayers.counting_forces() if not frame.objects else []

    def _registered(self) -> list[str]:
        """The country that people are asked for in, where it counts its own: those missing there."""
        frame, rules = self._frame, self._vocabulary.rules
        counted = frame.measures and all(("of-country", measure) in rules for measure in frame.measures)
        if not counted or frame.groups or frame.places or frame.objects:
            return []
        party = self._sayers.party()
        countries = frame.locations or ([party] if party else [])
        return countries if len(countries) == 1 else []

    def _without_side(self) -> list[str]:
        """Where a place tells whose losses are meant, or where there are no sides at all."""
        frame, populations = self._frame, self._vocabulary.entities.populations
        if (frame.speaker and not self._homes.tell_whose()) or frame.doubt or len(frame.sides) > 1 or self._strays():
            return []
        for place in frame.places:
            population = self._vocabulary.population_at(place)
            if population is not None and self._homes.fits(population) and self._may_lose_things(population):
                return [population]
        if frame.dwellers and (home := self._homes.dwellers()):
            return [home]
        if not self._vocabulary.sides:
            roots = [p.id for p in populations.values() if p.parent is None]
            return roots if len(roots) == 1 else []
        return []

    def _may_lose_things(self, population: str) -> bool:
        """Things are lost by forces, wherever they are."""
        party = self._vocabulary.population_party(population)
        return not self._frame.objects or (bool(party) and population == self._vocabulary.population(party or "", None))

    def _of_side(self, side: str) -> list[str]:
        groups: list[str | None] = [*self._frame.groups] or [None]
        found = []
        for group in groups:
            if group is not None and len(self._frame.sides) > 1 and self._has_its_own(side, group):
                continue
            population = self._vocabulary.population(side, group)
            if population is not None:
                found.append(population)
        return found

    def _has_its_own(self, side: str, group: str) -> bool:
        """Each side has its own in "soldiers of one, civilians of the other", but not in "one and other soldiers"."""
        of_group = {party for party, target in self._frame.pairs if target == group}
        paired = {party for party, _ in self._frame.pairs}
        return bool(of_group) and side not in of_group and side in paired

    def _other_populations(self) -> list[str]:
        found: list[str] = []
        for side in self._vocabulary.sides:
            add(found, *self._of_side(side))
        if self._frame.asked and not self._frame.groups and not self._frame.objects and len(found) < _MOST_SUGGESTIONS:
            top = [p.id for p in self._vocabulary.entities.populations.values() if p.parent is None]
            add(found, *top)
        return found[:_MOST_SUGGESTIONS]

    # --- what

    def _cells(self) -> list[tuple[str, str | None]]:
        """Measure and object of each thing asked for."""
        frame = self._frame
        cells: list[tuple[str, str | None]] = []
        if not frame.objects or (frame.joined and (frame.groups or frame.people)):
            cells += [(m, None) for m in self._measures_of_people()]
        if frame.objects:
            cells += [(m, o) for o, m in product(frame.objects, self._measures_of_things())]
        return cells

    def _measures_of_people(self) -> list[str]:
        """Of people, `destroyed` is killed; a vague word gives way to an exact one."""
        vocabulary = self._vocabulary
        measures: list[str] = []
        for measure in self._frame.measures:
            if vocabulary.of_people(measure):
                add(measures, measure)
            elif self._names_people() and (of_people := vocabulary.rules.get(("of-people", measure))):
                add(measures, of_people)
        exact = [m for m in measures if ("vague", m) not in vocabulary.rules]
        measures = exact or measures
        if self._frame.either:
            for whole, parts in vocabulary.sums.items():
                if parts <= set(measures):
                    return [whole, *(m for m in measures if m not in parts)]
        return measures

    def _names_people(self) -> bool:
        """Whether people are what is counted, and not only whose things: "how many of theirs did they shoot down"."""
        frame = self._frame
        named = frame.people and not frame.possessed
        return named or bool(frame.groups or frame.populations) or not self._vocabulary.sides

    def _measures_of_things(self) -> list[str]:
        vocabulary = self._vocabulary
        measures: list[str] = []
        for measure in self._frame.measures:
            of_things = vocabulary.rules.get(("of-things", measure))
            if of_things is not None:
                add(measures, of_things)
            elif vocabulary.of_objects(measure):
                add(measures, measure)
        return measures

    def _missing_facet(self) -> str | None:
        frame = self._frame
        if frame.measures:
            return "object"
        named = frame.groups or frame.objects or frame.populations or frame.people
        asked = frame.asked or len(frame.objects) > 1 or frame.limits or frame.claimants or frame.spokespersons
        compared = frame.versus and len(frame.sides) > 1
        return "measure" if named and (asked or compared) and not frame.possessed else None

    def _other_cells(self, missing: str) -> Sequence[tuple[str, str | None]]:
        vocabulary, frame = self._vocabulary, self._frame
        if missing == "object":
            measure = next((m for m in frame.measures if vocabulary.of_objects(m)), frame.measures[0])
            tops = [o.id for o in vocabulary.entities.objects.values() if o.parent is None]
            return [(measure, o) for o in tops[:_MOST_SUGGESTIONS]]
        if frame.objects:
            return [(m, frame.objects[0]) for m in vocabulary.entities.measures if vocabulary.of_objects(m)]
        return [(m, None) for m in vocabulary.entities.measures if vocabulary.of_people(m)][:_MOST_SUGGESTIONS]

    # --- readings

    def _readings(self, populations: Iterable[str], cells: Iterable[tuple[str, str | None]]) -> Iterable[Reading]:
        for population, (measure, thing) in product(populations, cells):
            if thing is not None and not self._owns(population, thing):
                continue
            topic = Topic(population, measure, thing)
            for place, (dates, period) in product(self._places, self._dates):
                if len(self._places) > 1 and self._homes.live_elsewhere(population, place):
                    continue
                yield replace(self._common, topic=topic, place=place, dates=dates, period=period)

    def _places_asked_for(self) -> Sequence[str | None]:
        """The first place; or each, where they are joined and none lies within another."""
        places = self._frame.places
        entries = self._vocabulary.entities.places
        nested = any((entry := entries.get(place)) is not None and entry.parent in places for place in places)
        if len(places) == 1 and self._homes.is_where_they_all_live(places[0]):
            return [places[0], None]
        return places if places and self._frame.apart and not nested else [places[0] if places else None]

    def _owns(self, population: str, thing: str) -> bool:
        """In "tanks of one and planes of the other" each side has its own things."""
        party = self._vocabulary.population_party(population)
        paired = {p for p, target in self._frame.pairs if target == thing}
        every = all(any(t == o for _, t in self._frame.pairs) for o in self._frame.objects)
        return not (every and len(self._frame.sides) > 1 and len(self._frame.objects) > 1 and party not in paired)

    def _options(self, populations: Iterable[str], cells: Iterable[tuple[str, str | None]]) -> tuple[Reading, ...]:
        return tuple(self._readings(populations, cells))[:_MOST_SUGGESTIONS]
