"""The words a question can be made of, and what each means: built once from words files and the named things.

A *form* is a word or phrase as people write it. It stands for one or more *concepts*, each of a *kind* (party, measure,
filler…) with a *target* (mostly an id). Kinds are described at the top of `words/en.toml` beside this module.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from importlib import resources
from typing import NamedTuple, Protocol

from bot.claims.model import LANGUAGES, Entry
from bot.questions.normalise import clean, tokenise
from bot.questions.scripts import romanised

Concepts = Mapping[str, tuple[str, ...]]  # kind -> targets

# Kinds whose "forms" are ids: how measures of people and of things correspond (see the package's words/en.toml).
_RULES = frozenset({"of-people", "of-things", "vague", "sum", "counts-in", "counts-forces"})
_ANY = "any"
# Their names are titles for readers; they are forms only where the words files give none.
_FACETS = frozenset({"population", "measure", "object"})
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


class Form(NamedTuple):
    """A word or phrase with everything it can mean, and what it means in one language where that differs."""

    tokens: tuple[str, ...]
    concepts: Concepts
    by_language: Mapping[str, Concepts]


@dataclass(slots=True)
class _Draft:
    """Concepts by form and language while they are gathered; names belong to every language."""

    concepts: dict[tuple[str, ...], list[tuple[str, str, str]]] = field(default_factory=lambda: defaultdict(list))
    languages: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, form: str, kind: str, target: str, language: str) -> None:
        tokens = _tokens(form)
        if tokens:
            self.concepts[tokens].append((language, kind, target))
        for token in tokens:
            self.languages[token].add(language)

    def forms(self) -> Iterator[Form]:
        for tokens, rows in self.concepts.items():
            if len(rows) == 1:
                _, kind, target = rows[0]
                yield Form(tokens, {kind: (target,)}, {})
                continue
            spoken = {language for language, _, _ in rows if language != _ANY}
            differing = len(spoken & {"uk", "ru"}) > 1
            by_language = {x: _concepts(rows, {x, _ANY}) for x in spoken} if differing else {}
            yield Form(tokens, _concepts(rows, spoken | {_ANY}), by_language)


def _concepts(rows: Iterable[tuple[str, str, str]], languages: set[str]) -> Concepts:
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for language, kind, target in rows:
        if language in languages:
            found[kind][target] = None
    return {kind: tuple(targets) for kind, targets in found.items()}


def _tokens(form: str) -> tuple[str, ...]:
    """The tokens of a form; plain words need no reading."""
    if form.isalpha() and form.islower():
        return (form.replace("ё", "е"),)
    words = form.split(" ")
    if all(word.isalpha() and word.islower() for word in words):
        return tuple(word.replace("ё", "е") for word in words)
    return tuple(token.text for token in tokenise(clean(form)))


class Vocabulary:
    """All forms, indexed by first token, by folded romanisation and by length."""

    def __init__(self, words: Iterable[WordRow], entities: Entities, start: date) -> None:
        self.entities = entities
        self.start = start
        self.rules: dict[tuple[str, str], str] = {}
        self.sums: dict[str, frozenset[str]] = {}
        draft = _Draft()
        for language, kind, target, form in _language_words():
            draft.add(form, kind, target, language)
        worded: set[tuple[str, str]] = set()
        for row in words:
            worded.add((row.kind, row.target))
            if row.kind in _RULES:
                self._add_rule(row)
            else:
                draft.add(row.form, row.kind, row.target, row.language)
        for kind, entry, form, language in self._names():
            if (kind, entry) not in worded or kind not in _FACETS:
                draft.add(form, kind, entry, language)
        self.ordinary = _ordinary_words()
        self.languages: Mapping[str, frozenset[str]] = {t: frozenset(ls) for t, ls in draft.languages.items()}
        self.forms: Mapping[str, tuple[Form, ...]] = _by_first_token(draft.forms())
        self.romanised, self._by_length = self._spellings()

    def _add_rule(self, row: WordRow) -> None:
        if row.kind == "sum":
            self.sums[row.target] = self.sums.get(row.target, frozenset()) | {row.form}
        else:
            self.rules[row.kind, row.form] = row.target

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
                    yield kind, entry.id, alias, _ANY

    def _spellings(self) -> tuple[Mapping[str, list[str]], Mapping[tuple[bool, int], tuple[str, ...]]]:
        folded: defaultdict[str, list[str]] = defaultdict(list)
        by_length: defaultdict[tuple[bool, int], list[str]] = defaultdict(list)
        cyrillic = [token for token in self.languages if "Ѐ" <= token[0] <= "ӿ"]
        for spelt, token in zip(romanised("\n".join(cyrillic)).split("\n"), cyrillic, strict=True):
            folded[spelt].append(token)
            by_length[True, len(token)].append(token)
        for token in self.languages:
            if "a" <= token[0] <= "z":
                by_length[False, len(token)].append(token)
        return folded, {key: tuple(tokens) for key, tokens in by_length.items()}

    def candidates(self, token: str, edits: int) -> list[str]:
        """Known tokens of the same alphabet whose length lets them lie within so many edits."""
        cyrillic = is_cyrillic(token)
        lengths = range(len(token) - edits, len(token) + edits + 1)
        return [known for n in lengths for known in self._by_length.get((cyrillic, n), ())]

    def romanised_of_length(self, length: int) -> list[str]:
        """Folded romanisations that lie within one edit by their length."""
        return [r for n in (length - 1, length, length + 1) for r in self._romanised_by_length.get(n, ())]

    @cached_property
    def _romanised_by_length(self) -> Mapping[int, tuple[str, ...]]:
        groups: defaultdict[int, list[str]] = defaultdict(list)
        for spelt in self.romanised:
            groups[len(spelt)].append(spelt)
        return {length: tuple(group) for length, group in groups.items()}

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
        for form in self.forms.get(token, ()):
            if len(form.tokens) == 1:
                return form.concepts
        return None

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

    def root_claimant(self, party: str) -> str | None:
        """The topmost claimant of a party."""
        roots = (c.id for c in self.entities.claimants.values() if c.attributes.get("party") == party)
        return next((c for c in roots if self.entities.claimants[c].parent is None), None)

    def claimant_party(self, claimant: str) -> str | None:
        """The party a claimant belongs to, its own or its parents'."""
        entry = self.entities.claimants.get(claimant)
        while entry is not None:
            if party := entry.attributes.get("party"):
                return party
            entry = self.entities.claimants.get(entry.parent) if entry.parent else None
        return None

    def of_people(self, measure: str) -> bool:
        """Whether a measure can be said of people."""
        return self.entities.measures[measure].attributes.get("of") in ("people", "both")

    def of_objects(self, measure: str) -> bool:
        """Whether a measure can be said of things."""
        return self.entities.measures[measure].attributes.get("of") in ("objects", "both")


def is_cyrillic(word: str) -> bool:
    """Whether a word has Cyrillic letters."""
    return any("Ѐ" <= c <= "ӿ" for c in word)


def _by_first_token(forms: Iterable[Form]) -> Mapping[str, tuple[Form, ...]]:
    by_first: defaultdict[str, list[Form]] = defaultdict(list)
    for form in forms:
        by_first[form.tokens[0]].append(form)
    for group in by_first.values():
        group.sort(key=lambda form: -len(form.tokens))
    return {first: tuple(group) for first, group in by_first.items()}


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
