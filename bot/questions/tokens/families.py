"""Word forms that no words file lists, read by the word they are of: another case, number or gender of a listed one.

A form is read as a listed one of its family only where that is sure: several of the same grammatical kind (voice,
participle or verb…) are listed, they mean the same, and no other word has them. What a form tells by its case or number
(whose losses, who did it) is taken from a form that has the same, or not at all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.language.inflection import Inflected, inflected, other_beginning
from bot.questions.tokens.lexicon import Concepts
from bot.questions.tokens.vocabulary import PARTIES, Vocabulary

_SHORTEST = 4  # letters: shorter forms belong to too many words
_NAMES = frozenset({"claimant", "spokesperson", "place"})  # other forms of a name are plain words as often
_BY_CASE = frozenset({"agent", "captivity", "claim", "locative", "versus"})  # "in the eyes of", but no eyes
# Words of these kinds mean one thing in every form, so that one that is listed tells it; of others several must agree.
_PLAIN = frozenset(
    {"claim-after", "count", "day", "event", "group", "kin", "means", "measure", "measure-active", "measure-loss"}
    | {"measure-noun", "narrower", "object", "office", "other", "person", "unit", "verb-number"}
)
_DECISIVE = PARTIES | {"measure", "measure-active", "measure-loss", "measure-noun", "captivity", "negation", "yield"}
# Cases as words files mark them.
_MARKS = {"nomn": {"nominative"}, "ablt": {"instrumental"}, "datv": {"oblique", "dative"}}
_OBLIQUE = {"oblique"}
_PARTICIPLE = ("verb-number", "participle")

Meaning = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _Listed:
    """A form that the vocabulary lists, with what it means in its language."""

    form: Inflected
    meaning: Meaning

    @property
    def told(self) -> Meaning:
        """What must agree: of participles, not every list marks each form as one."""
        return self.meaning - {_PARTICIPLE}

    def unlike(self, form: Inflected) -> tuple[bool, bool, bool]:
        """How little it is like a form that may be read as it: the least is the best."""
        return _PARTICIPLE not in self.meaning, self.form.plural != form.plural, self.form.case != form.case


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
        if None in readings or len({listed.told for listed in readings if listed}) != 1:
            return None
        return next(listed.form.word for listed in readings if listed)

    def _readings(self, word: str, language: str) -> Iterator[_Listed | None]:
        """A listed form for each thing that a word can be; None for one that is not sure."""
        forms = _told_by_case(inflected(word, language))
        lemmas = {form.lemma for form in forms}
        for form in forms:
            own = self._listed(form, language)
            alike = [listed for listed in own if _of_a_kind(listed.form, form)]
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
        for other in inflected(own[0].form.word, language) if own else ():
            if other.lemma != form.lemma:
                others = {listed.form.word for listed in self._listed(other, language)}
                if words < others:
                    yield other

    def _concepts(self, word: str, language: str) -> Concepts | None:
        if language not in self._vocabulary.languages.get(word, ()):
            return None
        alone = self._vocabulary.beginning(word).alone
        return alone.by_language.get(language, alone.concepts) if alone else None


def _told_by_case(forms: Sequence[Inflected]) -> list[Inflected]:
    """Without accusatives and vocatives that are nominatives too: words files mark such a form as nominative."""
    nominative = {(form.lemma, form.plural) for form in forms if form.case == "nomn"}
    return [form for form in forms if form.case not in ("accs", "voct") or (form.lemma, form.plural) not in nominative]


def _of_a_kind(listed: Inflected, form: Inflected) -> bool:
    """Whether one form tells what another means: an infinitive, which has no subject either, that of plural verbs."""
    return listed.kind == form.kind or (form.kind == "verb" and form.plural and listed.kind == "infinitive")


def _agreed(form: Inflected, alike: Sequence[_Listed]) -> _Listed | None:
    """The listed form to read a form of the same kind as."""
    kinds = {kind for listed in alike for kind, _ in listed.meaning}
    several = len({listed.form.word for listed in alike}) > 1
    if not kinds.isdisjoint(_NAMES) or not (several or (kinds <= _PLAIN and not form.guessed)):
        return None
    telling = _telling(form, alike, kinds)
    if len({listed.told for listed in telling}) != 1:
        return None
    return min(telling, key=lambda listed: listed.unlike(form))


def _telling(form: Inflected, alike: Sequence[_Listed], kinds: set[str]) -> Sequence[_Listed]:
    """Those of the listed forms whose case or number says what that of the form does."""
    same_case = [listed for listed in alike if listed.form.case == form.case]
    if not kinds.isdisjoint(PARTIES):
        if form.guessed or _contradict(alike):
            return ()
        marks = _MARKS.get(form.case or "", _OBLIQUE)
        return [listed for listed in same_case if {mark for kind, mark in listed.meaning if kind == "case"} == marks]
    if not kinds.isdisjoint(_BY_CASE):
        return same_case
    if "measure-active" in kinds and form.kind == "verb":
        return [listed for listed in alike if listed.form.plural == form.plural or listed.form.kind != form.kind]
    return (same_case or alike) if _DECISIVE.isdisjoint(_differing(alike)) else alike


def _contradict(alike: Sequence[_Listed]) -> bool:
    """Whether listed forms are marked with cases that the dictionary does not give them: another word is meant then."""
    cases: defaultdict[tuple[str, Meaning], set[str | None]] = defaultdict(set)
    for listed in alike:
        cases[listed.form.word, listed.meaning].add(listed.form.case)
    marks = (("nomn", "nominative"), ("ablt", "instrumental"))
    return any(
        (case in found) != (("case", mark) in meaning) for (_, meaning), found in cases.items() for case, mark in marks
    )


def _differing(alike: Sequence[_Listed]) -> set[str]:
    """The kinds in which forms do not all mean the same."""
    meanings = [listed.told for listed in alike]
    return {kind for kind, _ in frozenset.union(*meanings) - frozenset.intersection(*meanings)}
