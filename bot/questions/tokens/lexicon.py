"""Every form that words files and names give, indexed for reading: by first token, by spelling and by length.

Building the index takes a good part of a second, reading it from the text that `Lexicon.as_json` gives a few
hundredths: who asks often keeps that text.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any, NamedTuple

from bot.questions.tokens.normalise import clean, tokenise
from bot.questions.tokens.scripts import romanised

Concepts = Mapping[str, tuple[str, ...]]  # kind -> targets
_Row = tuple[str, str, str]  # language, kind, target

ANY = "any"  # the language of names
_CYRILLIC = re.compile("[Ѐ-ӿ]")
_SHORTEST = 3  # letters: nothing is mended into a shorter word
_LINE, _FIELD = "\ue000", "\ue001"  # of private use, so that no text has them and JSON need not escape them


class Form(NamedTuple):
    """A word or phrase with everything it can mean, and what it means in one language where that differs."""

    tokens: tuple[str, ...]
    concepts: Concepts
    by_language: Mapping[str, Concepts]


class Beginning(NamedTuple):
    """The forms that begin with a token: the token alone, and the phrases by their second token, the longest first."""

    alone: Form | None
    phrases: Mapping[str, Sequence[Form]]


_NOTHING = Beginning(None, {})


@dataclass(slots=True)
class Draft:
    """Concepts by form and language while they are gathered; names belong to every language."""

    concepts: dict[tuple[str, ...], list[_Row]] = field(default_factory=lambda: defaultdict(list))
    languages: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, form: str, kind: str, target: str, language: str) -> None:
        """Let a form mean one thing more."""
        tokens = _tokens(form)
        if tokens:
            self.concepts[tokens].append((language, kind, target))
        for token in tokens:
            self.languages[token].add(language)


def _tokens(form: str) -> tuple[str, ...]:
    """The tokens of a form; plain words need no reading."""
    if form.isalpha() and form.islower():
        return (form.replace("ё", "е"),)
    words = form.split(" ")
    if all(word.isalpha() and word.islower() for word in words):
        return tuple(word.replace("ё", "е") for word in words)
    return tuple(token.text for token in tokenise(clean(form)))


def _concepts(rows: Iterable[_Row], languages: set[str]) -> dict[str, list[str]]:
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for language, kind, target in rows:
        if language in languages:
            found[kind][target] = None
    return {kind: list(targets) for kind, targets in found.items()}


class _Numbering:
    """Numbers things, equal ones alike: thousands of forms share a few hundred meanings."""

    def __init__(self) -> None:
        self.values: list[Any] = []
        self._numbers: dict[str, int] = {}

    def number(self, value: Any) -> int:
        key = repr(value)
        if key not in self._numbers:
            self._numbers[key] = len(self.values)
            self.values.append(value)
        return self._numbers[key]


class Lexicon:
    """The index. What it is made of is a few long texts, cut when they are needed: nothing is read faster."""

    def __init__(self, raw: Mapping[str, Any]) -> None:
        self._raw = raw
        self._meanings: list[Concepts] = [
            {kind: tuple(targets) for kind, targets in meaning.items()} for meaning in raw["meanings"]
        ]
        sets = [frozenset(languages) for languages in raw["languages"]]
        tokens = raw["tokens"].split(_LINE)
        self.languages: Mapping[str, frozenset[str]] = dict(
            zip(tokens, map(sets.__getitem__, raw["spoken"]), strict=True)
        )
        self._lines: Mapping[str, str] = dict(zip(raw["firsts"].split(_LINE), raw["forms"].split(_LINE), strict=True))
        self._beginnings: dict[str, Beginning] = {}

    @classmethod
    def build(cls, draft: Draft) -> Lexicon:
        """Index a finished draft."""
        meanings, languages = _Numbering(), _Numbering()
        forms: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)

        @cache
        def numbered(rows: tuple[_Row, ...]) -> str:
            """What a form means, by number: in all its languages, then in each where that differs."""
            spoken = {language for language, _, _ in rows if language != ANY}
            differing = sorted(spoken) if len(spoken & {"uk", "ru"}) > 1 else []
            by_language = [f"{x}={meanings.number(_concepts(rows, {x, ANY}))}" for x in differing]
            return " ".join([str(meanings.number(_concepts(rows, spoken | {ANY}))), *by_language])

        for tokens, rows in draft.concepts.items():
            forms[tokens[0]].append((-len(tokens), f"{'_'.join(tokens[1:])} {numbered(tuple(rows))}"))
        return cls(
            {
                "meanings": meanings.values,
                "spoken": [languages.number(sorted(spoken)) for spoken in draft.languages.values()],
                "languages": languages.values,
                "tokens": _LINE.join(draft.languages),
                "firsts": _LINE.join(forms),
                "forms": _LINE.join(
                    _FIELD.join(line for _, line in sorted(group, key=lambda sized: sized[0]))
                    for group in forms.values()
                ),
                "romanised": _romanisations(draft.languages),
            }
        )

    @classmethod
    def from_json(cls, text: str) -> Lexicon:
        """The index that `as_json` wrote."""
        return cls(json.loads(text))

    @cached_property
    def digest(self) -> str:
        """Of its text, in which two may be compared. Made when it is first asked for: it takes some hundredths."""
        return hashlib.sha256(self.as_json().encode()).hexdigest()

    def as_json(self) -> str:
        """The index as text, to be kept."""
        return json.dumps(self._raw, ensure_ascii=False, separators=(",", ":"))

    def beginning(self, first: str) -> Beginning:
        """What begins with a token."""
        known = self._beginnings.get(first)
        if known is None:
            lines = self._lines.get(first)
            if lines is None:  # and nothing is kept: people write any number of words
                return _NOTHING
            known = self._beginnings[first] = _beginning(self._form(first, line) for line in lines.split(_FIELD))
        return known

    def _form(self, first: str, line: str) -> Form:
        rest, meaning, *by_language = line.split(" ")
        differing = (part.split("=") for part in by_language)
        return Form(
            (first, *filter(None, rest.split("_"))),
            self._meanings[int(meaning)],
            {language: self._meanings[int(number)] for language, number in differing},
        )

    def romanised_as(self, spelt: str) -> list[str]:
        """The tokens of a folded romanisation."""
        return self._romanised.get(spelt, "").split()

    def is_romanised(self, spelt: str) -> bool:
        """Whether any token is romanised so."""
        return spelt in self._romanised

    def candidates(self, token: str, edits: int) -> list[str]:
        """Known tokens within so many edits by their length, whose first or last letter is right.

        One edit cannot spoil both ends; a word that two have spoilt at both is past recognition.
        """
        return _near(self._by_ends, token, edits)

    def romanised_candidates(self, spelt: str) -> list[str]:
        """Folded romanisations that may lie within one edit."""
        return _near(self._romanised_by_ends, spelt, 1)

    @cached_property
    def _by_ends(self) -> Mapping[_Ends, list[str]]:
        return _ends(token for token in self.languages if "a" <= token[0] <= "z" or is_cyrillic(token[0]))

    @cached_property
    def _romanised(self) -> Mapping[str, str]:
        """Read when the first word is met that is unknown as it stands: most questions never do."""
        lines = (line.partition(_FIELD) for line in self._raw["romanised"].split(_LINE))
        return {spelt: known for spelt, _, known in lines}

    @cached_property
    def _romanised_by_ends(self) -> Mapping[_Ends, list[str]]:
        return _ends(self._romanised)


def _beginning(forms: Iterable[Form]) -> Beginning:
    alone, phrases = None, defaultdict[str, list[Form]](list)
    for form in forms:
        if len(form.tokens) == 1:
            alone = form
        else:
            phrases[form.tokens[1]].append(form)
    return Beginning(alone, dict(phrases))


_Ends = tuple[int, str, str]  # length, first letter or "", last letter or ""


def _ends(words: Iterable[str]) -> Mapping[_Ends, list[str]]:
    groups: defaultdict[_Ends, list[str]] = defaultdict(list)
    for word in words:
        if word:
            groups[len(word), word[0], ""].append(word)
            groups[len(word), "", word[-1]].append(word)
    return groups


def _near(groups: Mapping[_Ends, list[str]], word: str, edits: int) -> list[str]:
    first, last = word[0], word[-1]
    found: list[str] = []
    for length in range(max(_SHORTEST, len(word) - edits), len(word) + edits + 1):
        found += groups.get((length, first, ""), ())
        found += [known for known in groups.get((length, "", last), ()) if known[0] != first]
    return found


def _romanisations(tokens: Iterable[str]) -> str:
    """Cyrillic tokens by their folded romanisation; all are spelt in one go, which is ten times faster."""
    folded: defaultdict[str, list[str]] = defaultdict(list)
    cyrillic = [token for token in tokens if is_cyrillic(token)]
    for spelt, token in zip(romanised("\n".join(cyrillic)).split("\n"), cyrillic, strict=True):
        folded[spelt].append(token)
    return _LINE.join(f"{spelt}{_FIELD}{' '.join(known)}" for spelt, known in folded.items())


def is_cyrillic(word: str) -> bool:
    """Whether a word has Cyrillic letters."""
    return _CYRILLIC.search(word) is not None
