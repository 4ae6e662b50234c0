"""The words a question can be made of, and what each means: built once from words files and the named things.

A *form* is a word or phrase as people write it. It stands for one or more *concepts*, each of a *kind* (party, measure,
filler…) with a *target* (mostly an id). Kinds are described at the top of `words/en.toml` beside this module.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from importlib import resources
from typing import Protocol

from bot.claims.model import LANGUAGES, Entry
from bot.questions.tokens.lexicon import ANY, Concepts, Draft, Lexicon

# Kinds whose "forms" are ids: how measures of people and of things correspond (see the package's words/en.toml).
RULES = frozenset(
    {
        "of-people", "of-things", "vague", "sum", "counts-in", "counts-forces", "counts-what", "of-country",
        "attacks-with", "forces-of", "held-by",
    }
)  # fmt: skip
PARTIES = frozenset({"party", "party-people", "party-army", "party-adjective"})  # kinds of what names a side
# Their names are titles for readers; they are forms only where the words files give none.
_FACETS = frozenset({"population", "measure", "object"})
_LONGEST_PHRASE = 24  # tokens
_NAMED = ("claimant", "spokesperson", "place", "population", "measure", "object")


class WordRow(Protocol):
    """One form of the vocabulary, as words files give it."""

    @property
    def language(self) -> str: ...  # noqa: D102
    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def target(self) -> str: ...  # noqa: D102
    @property
    def form(self) -> str: ...  # noqa: D102


class Entities(Protocol):
    """The named things of a package (the store's catalog is one)."""

    @property
    def parties(self) -> Mapping[str, Entry]: ...  # noqa: D102
    @property
    def populations(self) -> Mapping[str, Entry]: ...  # noqa: D102
    @property
    def measures(self) -> Mapping[str, Entry]: ...  # noqa: D102
    @property
    def objects(self) -> Mapping[str, Entry]: ...  # noqa: D102
    @property
    def places(self) -> Mapping[str, Entry]: ...  # noqa: D102
    @property
    def claimants(self) -> Mapping[str, Entry]: ...  # noqa: D102
    @property
    def spokespersons(self) -> Mapping[str, Entry]: ...  # noqa: D102


class Vocabulary:
    """The words with the named things they mean."""

    def __init__(
        self, words: Iterable[WordRow], entities: Entities, start: date, *, lexicon: Lexicon | None = None
    ) -> None:
        """Words are those of a package; where its lexicon was kept, only their rules are read."""
        self.entities = entities
        self.start = start
        self.rules: dict[tuple[str, str], str] = {}
        self.sums: dict[str, frozenset[str]] = {}
        rows = list(words)
        for row in rows:
            if row.kind in RULES:
                self._add_rule(row)
        self.lexicon = lexicon or self._lexicon(rows)
        self.languages, self.beginning = self.lexicon.languages, self.lexicon.beginning
        self.ordinary = _ordinary_words()

    def _add_rule(self, row: WordRow) -> None:
        if row.kind == "sum":
            self.sums[row.target] = self.sums.get(row.target, frozenset()) | {row.form}
        else:
            self.rules[row.kind, row.form] = row.target

    def _lexicon(self, words: Iterable[WordRow]) -> Lexicon:
        draft = Draft()
        for language, kind, target, form in _language_words():
            draft.add(form, kind, target, language)
        worded: set[tuple[str, str]] = set()
        for row in words:
            worded.add((row.kind, row.target))
            if row.kind not in RULES:
                draft.add(row.form, row.kind, row.target, row.language)
        for kind, entry, form, language in self._names():
            if (kind, entry) not in worded or kind not in _FACETS:
                draft.add(form, kind, entry, language)
        return Lexicon.build(draft)

    def _names(self) -> Iterator[tuple[str, str, str, str]]:
        """Kind, id, form and language of every name and alias; a part of a person's name is no alias by itself."""
        for kind in _NAMED:
            entries: Mapping[str, Entry] = getattr(self.entities, kind + "s")
            for entry in entries.values():
                if kind == "population" and entry.attributes.get("party"):
                    continue  # party and group say it, and the cases of their words tell the roles
                for language, name in entry.names.items():
                    yield kind, entry.id, name, language
                for alias in entry.aliases:
                    yield kind, entry.id, alias, ANY

    def counted_in(self, claimant: str, rule: str = "counts-in") -> str | None:
        """The party in whose country (or, by `counts-forces`, whose forces) a claimant counts when it names none."""
        entry = self.entities.claimants.get(claimant)
        while entry is not None:
            if party := self.rules.get((rule, entry.id)):
                return party
            entry = self.entities.claimants.get(entry.parent) if entry.parent else None
        return None

    def single(self, token: str) -> Concepts | None:
        """What a token means by itself; None for one that is unknown or only part of a phrase."""
        alone = self.beginning(token).alone
        return alone.concepts if alone else None

    def is_of_phrase(self, texts: Sequence[str], i: int) -> bool:
        """Whether one of some tokens stands in a phrase of several."""
        for first in range(max(0, i - _LONGEST_PHRASE), min(i + 1, len(texts) - 1)):
            for form in self.beginning(texts[first]).phrases.get(texts[first + 1], ()):
                last = first + len(form.tokens)
                if last > i and tuple(texts[first:last]) == form.tokens:
                    return True
        return False

    @cached_property
    def sides(self) -> tuple[str, ...]:
        """The parties that fight for themselves."""
        return tuple(p.id for p in self.entities.parties.values() if not p.attributes.get("side"))

    def opponent(self, party: str) -> str | None:
        """The other side, where there are two."""
        entry = self.entities.parties.get(party)
        side = entry.attributes.get("side", party) if entry else party
        others = [p for p in self.sides if p != side]
        return others[0] if len(others) == 1 else None

    def measure_of_things(self) -> str | None:
        """What is meant of things when nothing is said: the measure that is said of nothing else."""
        measures = self.entities.measures.values()
        return next((m.id for m in measures if m.attributes.get("of") == "objects"), None)

    def population(self, party: str, group: str | None) -> str | None:
        """The population of a party and group; without a group, the first that has no parent."""
        own = [p for p in self.entities.populations.values() if p.attributes.get("party") == party]
        if group is None:
            return next((p.id for p in own if p.parent is None), own[0].id if own else None)
        fitting = [p for p in own if p.attributes.get("group") == group]
        return next((p.id for p in fitting if p.parent is None), fitting[0].id if fitting else None)

    def is_territorial(self, group: str) -> bool:
        """People who are where they live (civilians), unlike the fighting forces of a side."""
        first = {self.population(side, None) for side in self.sides}
        return not any(self.population(side, group) in first for side in self.sides)

    def wholes_of(self, group: str) -> set[str]:
        """The groups that the people of a group are counted among: children among civilians."""
        populations = self.entities.populations
        own = (p for p in populations.values() if p.parent and p.attributes.get("group") == group)
        return {populations[p.parent].attributes.get("group") or "" for p in own if p.parent}

    def root_claimant(self, party: str) -> str | None:
        """The topmost claimant of a party."""
        roots = (c.id for c in self.entities.claimants.values() if c.attributes.get("party") == party)
        return next((c for c in roots if self.entities.claimants[c].parent is None), None)

    def topmost(self, claimant: str) -> Entry | None:
        """The claimant above all those that one belongs to; itself where it belongs to none."""
        entry = self.entities.claimants.get(claimant)
        while entry is not None and entry.parent:
            entry = self.entities.claimants.get(entry.parent)
        return entry

    def claimant_party(self, claimant: str) -> str | None:
        """The party a claimant belongs to, its own or its parents'."""
        return _inherited(self.entities.claimants, claimant, "party")

    def population_party(self, population: str) -> str | None:
        """The party that a population belongs to."""
        return self.entities.populations[population].attributes.get("party")

    def country(self, place: str) -> str | None:
        """The country that a place lies in, by its own entry or that of what it is a part of."""
        return _inherited(self.entities.places, place, "country")

    def population_at(self, place: str) -> str | None:
        """Whose losses are meant at a place where nothing else tells."""
        entry = self.entities.places.get(place)
        return entry.attributes.get("population") if entry else None

    def of_people(self, measure: str) -> bool:
        """Whether a measure can be said of people."""
        return self.entities.measures[measure].attributes.get("of") in ("people", "both")

    def of_objects(self, measure: str) -> bool:
        """Whether a measure can be said of things."""
        return self.entities.measures[measure].attributes.get("of") in ("objects", "both")

    def attacks(self, thing: str) -> bool:
        """Whether a thing comes to those whom it is to hit, as missiles do: they shoot it down."""
        return ("attacks-with", thing) in self.rules


def _inherited(entries: Mapping[str, Entry], entry_id: str, attribute: str) -> str | None:
    """An attribute of an entry, its own or the nearest of its parents'."""
    entry = entries.get(entry_id)
    while entry is not None:
        if value := entry.attributes.get(attribute):
            return value
        entry = entries.get(entry.parent) if entry.parent else None
    return None


def _language_words() -> Iterator[tuple[str, str, str, str]]:
    """The words that belong to the languages themselves, whatever a package is about."""
    folder = resources.files("bot.questions") / "words"
    for language in LANGUAGES:
        kinds = tomllib.loads((folder / f"{language}.toml").read_text(encoding="utf-8"))
        for kind, targets in kinds.items():
            for target, forms in targets.items():
                for form in forms:
                    yield language, kind, target, form


def _ordinary_words() -> frozenset[str]:
    """Frequent words that lie within a typo of ours and mean something else: they are never mended."""
    folder = resources.files("bot.questions") / "words"
    texts = ((folder / f"ordinary.{language}.txt").read_text(encoding="utf-8") for language in LANGUAGES)
    return frozenset(word for text in texts for word in text.split())


def made_of() -> str:
    """A digest of everything besides the package that a lexicon is made of: it tells whether a kept one still holds."""
    folder = resources.files("bot.questions")
    modules = [folder / "tokens" / f"{name}.py" for name in ("lexicon", "normalise", "scripts", "vocabulary")]
    digest = hashlib.sha256()
    for file in (*modules, *(folder / "words" / f"{language}.toml" for language in LANGUAGES)):
        digest.update(file.read_bytes())
    return digest.hexdigest()
