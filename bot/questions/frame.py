"""What a question says, by role: whose losses, what happened, to whom, who did it, who says so, where."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.questions.dates.spans import Limits


@dataclass(slots=True)
class Frame:
    """Slots as gathered from the items; nothing is decided yet about what is missing."""

    sides: list[str] = field(default_factory=list)  # parties whose losses are asked for
    armies: list[str] = field(default_factory=list)  # sides named by their forces alone
    locations: list[str] = field(default_factory=list)  # countries named as where
    theatre: list[str] = field(default_factory=list)  # countries where the event that is named takes place
    agents: list[str] = field(default_factory=list)  # parties named as those who did it, or who hold the captives
    groups: list[str] = field(default_factory=list)
    subsets: list[str] = field(default_factory=list)  # groups named as some of those asked for
    populations: list[str] = field(default_factory=list)
    owners: list[str] = field(default_factory=list)  # parties that a model or place gives away
    pairs: set[tuple[str, str]] = field(default_factory=set)  # a party and the group or object it stands beside
    measures: list[str] = field(default_factory=list)
    objects: list[str] = field(default_factory=list)
    claimants: list[str] = field(default_factory=list)
    spokespersons: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    limits: list[Limits] = field(default_factory=list)
    unmatched: list[str] = field(default_factory=list)
    per: str | None = None  # day, week or month: it asks for a number in each
    running: bool = False  # a running total is asked for, not what happened within the dates
    said: bool = False  # the date is of the saying
    asked: bool = False  # it asks for a number
    people: bool = False  # people are named, not only things
    dwellers: bool = False  # people of a place, of whom no more is told
    joined: bool = False  # groups stand beside things, not before them
    either: bool = False  # killed OR wounded: one number for both
    versus: bool = False
    each_side: bool = False
    speaker: bool = False  # "ours", "the enemy": depends on who asks
    ours: bool = False  # those asked about are the speaker's own, in a language that tells whose that is
    enemy: bool = False  # "the enemy": of whoever says it, where somebody does
    doubt: bool = False  # a role could be read either way: ask back for the side
    apart: bool = False  # several places, each asked for by itself
    seized: bool = False  # a place stands without a preposition: perhaps it is what was taken
    reflexive: bool = False  # the sayer's own
    own_say: bool = False  # "what do they say themselves": whose losses are asked for, says so
    posture: str | None = None  # those who defend or attack a place: whose they are, its country tells
    possessed: bool = False  # how many there are, unless a measure says otherwise
    swap: bool = False
    everywhere: bool = False
    always: bool = False
    everyone: bool = False  # in a follow-up: whoever says it
    held: bool = False  # captives are asked about
    captives: bool = False  # those of them to whom something else happened
    narrowed: bool = False  # people are told by a word that is narrower than their group
    elided: bool = False  # in a follow-up: those asked about before have a part that it leaves unsaid
    adding: bool = False  # in a follow-up: "with the wounded", besides what was asked before
    persons: bool = False  # in a follow-up: "and people?", after things
    again: bool = False  # in a follow-up: the same once more

    @property
    def targets(self) -> set[str]:
        """Whose losses, of what, and what happened."""
        whose = (self.sides, self.agents, self.locations, self.populations)
        return {target for slot in (*whose, self.groups, self.objects, self.measures, self.places) for target in slot}

    @property
    def empty(self) -> bool:
        """Whether nothing of the subject was named."""
        facets = (self.sides, self.locations, self.agents, self.groups, self.populations, self.measures, self.objects)
        others = (self.claimants, self.spokespersons, self.places, self.limits)
        flags = (self.swap, self.everywhere, self.always, self.everyone, self.each_side, self.speaker, self.own_say)
        in_context = (self.posture, self.running, self.persons, self.per, self.again)
        return not any(facets) and not any((*others, *flags, *in_context))


def add(values: list[str], *new: str) -> None:
    """Append what is not there yet: slots keep the order of the question."""
    values.extend(value for value in dict.fromkeys(new) if value not in values)
