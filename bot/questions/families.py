"""Word forms that no words file lists, read by the word they are of: another case, number or gender of a listed one.

A form is read as a listed one of its family only where that is sure: several of the same grammatical kind (voice,
participle or verb…) are listed, they mean the same, and no other word has them. What a form tells by its case or number
(whose losses, who did it) is taken from a form that has the same, or not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.language.inflection import Inflected, inflected, other_beginning
from bot.questions.lexicon import Concepts
from bot.questions.vocabulary import Vocabulary

_SHORTEST = 4  # letters: shorter forms belong to too many words
_PARTIES = frozenset({"party", "party-people", "party-army", "party-adjective"})
_NAMES = frozenset({"claimant", "spokesperson", "place"})  # other forms of a name are plain words as often
_BY_CASE = frozenset({"agent", "captivity", "claim", "locative", "versus"})  # "in the eyes of", but no eyes
# Words of these kinds mean one thing in every form, so that one that is listed tells it; of others several must agree.
_PLAIN = frozenset(
    {"claim-after", "count", "day", "event", "group", "kin", "means", "measure", "measure-active", "measure-loss"}
    | {"measure-noun", "narrower", "object", "office", "other", "person", "unit", "verb-number"}
)
_DECISIVE = _PARTIES | {"measure", "measure-active", "measure-loss", "measure-noun", "captivity", "negation", "yield"}
# Cases as words files mark them.
_MARKS = {"nomn": {"nominative"}, "ablt": {"instrumental"}, "datv": {"oblique", "dative"}}
_OBLIQUE = {"oblique"}

Meaning = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _Listed:
    """A form that the vocabulary lists, with what it means in its language."""

    form: Inflected
    meaning: Meaning


class Families:
    """Reads unlisted forms as listed ones of the same word."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def read(self, word: str, languages: Iterable[str]) -> str | None:
        """A listed form of the same word that means the same, in whichever of the languages; None where not sure."""
        if len(word) < _SHORTEST:
            return None
        return self._of_family(word, languages) or next(filter(None, self._begun_otherwise(word, languages)), None)

    def _begun_otherwise(self, word: str, languages: Iterable[str]) -> Iterator[str | None]:
        for language in languages:
            if (other := other_beginning(word, language)) is not None:
                yield other if self._concepts(other, language) else self._of_family(other, [language])

    def _of_family(self, word: str, languages: Iterable[str]) -> str | None:
        readings = [listed for language in languages for listed in self._readings(word, language)]
        if None in readings or len({listed.meaning for listed in readings if listed}) != 1:
            return None
        return next(listed.form.word for listed in readings if listed)

    def _readings(self, word: str, language: str) -> Iterator[_Listed | None]:
        """A listed form for each thing that a word can be; None for one that is not sure."""
        forms = inflected(word, language)
        lemmas = {form.lemma for form in forms}
        for form in forms:
            own = self._listed(form, language)
            alike = [listed for listed in own if listed.form.kind == form.kind]
            rivals = {rival.lemma for rival in self._rivals(form, own, language)} if alike else set()
            if alike and rivals.isdisjoint(lemmas):  # else the rival is read for itself
                yield None if rivals else _agreed(form, alike)

    def _listed(self, form: Inflected, language: str) -> list[_Listed]:
        """The forms of a word that are listed."""
        found = {}
        for relative in form.family:
            concepts = self._concepts(relative.word, language)
            if concepts is not None:
                meaning = frozenset((kind, target) for kind, targets in concepts.items() for target in targets)
                found[relative.word, relative.kind, relative.case, relative.plural] = _Listed(relative, meaning)
        return list(found.values())

    def _rivals(self, form: Inflected, own: Sequence[_Listed], language: str) -> Iterator[Inflected]:
        """Other words that have all the listed forms and more: it was for them that these were listed."""
        words = {listed.form.word for listed in own}
        for other in inflected(next(iter(words)), language) if words else ():
            if other.lemma != form.lemma:
                others = {listed.form.word for listed in self._listed(other, language)}
                if words < others:
                    yield other

    def _concepts(self, word: str, language: str) -> Concepts | None:
        if language not in self._vocabulary.languages.get(word, ()):
            return None
        for form in self._vocabulary.forms(word):
            if len(form.tokens) == 1:
                return form.by_language.get(language, form.concepts)
        return None


def _agreed(form: Inflected, alike: Sequence[_Listed]) -> _Listed | None:
    """The listed form to read a form of the same kind as."""
    kinds = {kind for listed in alike for kind, _ in listed.meaning}
    several = len({listed.form.word for listed in alike}) > 1
    if not kinds.isdisjoint(_NAMES) or not (several or (kinds <= _PLAIN and not form.guessed)):
        return None
    same_case = [listed for listed in alike if listed.form.case == form.case]
    if not kinds.isdisjoint(_PARTIES):
        if form.guessed and form.kind != "NOUN":
            return None  # an adjective of mixed speech has one language's ending for another's case
        marks = _MARKS.get(form.case or "", _OBLIQUE)
        alike = [listed for listed in same_case if {mark for kind, mark in listed.meaning if kind == "case"} == marks]
    elif not kinds.isdisjoint(_BY_CASE):
        alike = same_case
    elif "measure-active" in kinds and form.kind == "verb":
        alike = [listed for listed in alike if listed.form.plural == form.plural]
    elif _DECISIVE.isdisjoint(_differing(alike)):
        alike = same_case or alike
    if len({listed.meaning for listed in alike}) != 1:
        return None
    return min(alike, key=lambda listed: (listed.form.plural != form.plural, listed.form.case != form.case))


def _differing(alike: Sequence[_Listed]) -> set[str]:
    """The kinds in which forms do not all mean the same."""
    meanings = [listed.meaning for listed in alike]
    return {kind for kind, _ in frozenset.union(*meanings) - frozenset.intersection(*meanings)}
