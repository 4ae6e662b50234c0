"""People who are where they live, unlike forces: a place or a country tells whose they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.questions.frame import Frame
from bot.questions.tokens.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Homes:
    """What a question tells of the homes of those whom it asks for."""

    frame: Frame
    vocabulary: Vocabulary

    def are_at_home(self, groups: Sequence[str]) -> bool:
        """Whether people who are where they live are named, and nobody else."""
        return bool(groups) and all(map(self.vocabulary.is_territorial, groups))

    def tell_whose(self) -> bool:
        """Whether the place tells whose people these are, whoever calls them his own."""
        return bool(self.frame.places) and self.are_at_home(self.frame.groups)

    def territory(self) -> list[str]:
        """The country of people who are where they live, as a place or country in the question tells it."""
        frame = self.frame
        if not self.are_at_home(frame.groups):
            return []
        if frame.locations:
            return frame.locations
        countries = [country for place in frame.places if (country := self.vocabulary.country(place))]
        return list(dict.fromkeys(countries)) if frame.apart else countries[:1] or frame.theatre

    def fits(self, population: str) -> bool:
        """Whether a population is of a group that is named, where any is."""
        group = self.vocabulary.entities.populations[population].attributes.get("group")
        if self.frame.captives and group and self.vocabulary.is_territorial(group):
            return False
        return not self.frame.groups or group is None or group in self.frame.groups

    def people_of_place(self) -> str | None:
        """Those who live where one side killed or wounded some, and nothing says that these were soldiers."""
        frame = self.frame
        if frame.sides or frame.objects or frame.versus or not frame.agents:
            return None
        if not frame.places:
            return self.dwellers() if frame.dwellers else None
        population, of_things = self.vocabulary.population_at(frame.places[0]), self.vocabulary.of_objects
        if population is None and frame.dwellers:
            return self.dwellers()
        if population is None or not self.fits(population) or all(map(of_things, frame.measures)):
            return None
        group = self.vocabulary.entities.populations[population].attributes.get("group")
        return population if group and self.vocabulary.is_territorial(group) else None

    def dwellers(self) -> str | None:
        """Those who live in the country that is named, or the place's, where people were killed or wounded in it."""
        frame, of_things = self.frame, self.vocabulary.of_objects
        named = [self.vocabulary.country(place) for place in frame.places] or frame.locations
        country = named[0] if len(named) == 1 else None
        if country is None or country in frame.agents or frame.objects or frame.groups:
            return None
        if all(map(of_things, frame.measures)):
            return None
        own = (p for p in self.vocabulary.entities.populations.values() if p.attributes.get("party") == country)
        at_home = (p.id for p in own if p.parent is None and self.are_at_home([p.attributes.get("group") or ""]))
        return next(at_home, None)

    def live_elsewhere(self, population: str, place: str | None) -> bool:
        """Whether people who are where they live have no part in a place, as it lies in the country of others."""
        entry = self.vocabulary.entities.populations[population]
        country, groups = self.vocabulary.country(place) if place else None, self.frame.groups
        at_home = self.are_at_home(groups) and not self.frame.populations
        return at_home and country is not None and entry.attributes.get("party") not in (None, country)

    def is_where_they_all_live(self, place: str) -> bool:
        """An area of no region, known for its people ("their border regions"): those of the country are meant too."""
        entry = self.vocabulary.entities.places[place]
        area = entry.parent is None and entry.attributes.get("kind") == "area"
        groups = self.frame.groups
        return area and "population" in entry.attributes and self.are_at_home(groups)
