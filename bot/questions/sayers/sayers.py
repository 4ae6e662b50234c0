"""Whose losses those who say it tell of: their own, those of the other side, or of whom they count."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.questions.frame import Frame
from bot.questions.tokens.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Sayers:
    """The claimants that a question names, by themselves or by who speaks for them."""

    frame: Frame
    vocabulary: Vocabulary

    def ids(self) -> list[str]:
        """The claimants."""
        persons = self.vocabulary.entities.spokespersons
        return self.frame.claimants + [persons[p].attributes["claimant"] for p in self.frame.spokespersons]

    def are_several(self) -> bool:
        """Whether no one is above all of them."""
        return len({top.id for claimant in self.ids() if (top := self.vocabulary.topmost(claimant))}) > 1

    def party(self) -> str | None:
        """The one party that they speak for, if any do."""
        parties = {party for claimant in self.ids() if (party := self._party_of_root(claimant))}
        return parties.pop() if len(parties) == 1 else None

    def enemy(self) -> str | None:
        """Whom the party that says it calls its enemy, where nobody else is named."""
        frame = self.frame
        if not frame.enemy or frame.reflexive or frame.sides or frame.agents or frame.versus or frame.doubt:
            return None
        parties = {self.vocabulary.claimant_party(claimant) for claimant in self.ids()}
        party = parties.pop() if len(parties) == 1 else None
        return self.vocabulary.opponent(party) if party else None

    def foe_of_reporter(self) -> str | None:
        """Who tells of things shot down or destroyed, not of losses, tells of those of the other side."""
        frame, party = self.frame, self.party()
        if not party or not frame.objects or frame.people or frame.reflexive or not all(map(self._is_own, self.ids())):
            return None
        vague = any(("vague", measure) in self.vocabulary.rules for measure in frame.measures)
        return self.vocabulary.opponent(party) if frame.measures and not vague else None

    def are_foes_of(self, sides: Iterable[str]) -> bool:
        """Whether each of them speaks for whoever fights those asked about."""
        parties = {self.vocabulary.claimant_party(claimant) for claimant in self.ids()}
        return bool(parties) and parties == {self.vocabulary.opponent(side) for side in sides}

    def counting(self) -> list[str]:
        """Where they count people who are where they live."""
        parties = {p for c in self.ids() if (p := self.vocabulary.counted_in(c) or self.vocabulary.claimant_party(c))}
        return list(parties) if len(parties) == 1 else []

    def counting_forces(self) -> list[str]:
        """Whose forces they count."""
        forces = {self.vocabulary.counted_in(claimant, "counts-forces") for claimant in self.ids()}
        return [party for party in forces if party] if len(forces) == 1 else []

    def counting_what(self) -> str | None:
        """The one measure that some of them count, where nothing is told to have become of people or things named.

        Whose forces they count, be nobody named: "how many has the list got".
        """
        frame = self.frame
        if not (frame.groups or frame.objects or (frame.asked and self.counting_forces() and not frame.targets)):
            return None
        rules = self.vocabulary.rules
        measures = {measure for claimant in self.ids() if (measure := rules.get(("counts-what", claimant)))}
        return measures.pop() if len(measures) == 1 else None

    def own_population(self) -> str | None:
        """Their own people, where these are a part of a side's."""
        own = {
            population for claimant in self.ids() if (population := self.vocabulary.rules.get(("forces-of", claimant)))
        }
        return own.pop() if len(own) == 1 else None

    def _is_own(self, claimant: str) -> bool:
        return self._party_of_root(claimant) is not None

    def _party_of_root(self, claimant: str) -> str | None:
        """The party a claimant speaks for; none for a group whose own are only a part of a side's."""
        party, root = self.vocabulary.claimant_party(claimant), self.vocabulary.topmost(claimant)
        return party if root is not None and party and root.id == self.vocabulary.root_claimant(party) else None
