"""Words of Cyrillic languages in Latin letters: `skilky rosiyan` read as `скільки росіян`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import groupby

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.language.inflection import INFLECTING
from bot.language.numbers import NUMBER_WORDS
from bot.questions.tokens.lexicon import is_cyrillic
from bot.questions.tokens.normalise import Token
from bot.questions.tokens.scripts import cyrillic, literals, romanised
from bot.questions.tokens.tongue import languages_of_letters
from bot.questions.tokens.vocabulary import PARTIES, Vocabulary

_SHORTEST_NUMBER = 4  # letters: shorter ones are other words as often
_SHORTEST_NEAR = 5
_COMMON = PARTIES | {"claimant", "spokesperson", "place", "object", "filler", "spelling"}


class Latin:
    """What the Latin words of a question are in Cyrillic; `prevails` where that is what most of them are."""

    def __init__(self, tokens: Sequence[Token], vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._language: str | None = None
        self.prevails = self._prevails(tokens)
        if self.prevails:
            self._language = self._voted(tokens)

    def _prevails(self, tokens: Iterable[Token]) -> bool:
        """Whether more of the words are another language's than English, so that `i` is и and `u` is у."""
        words = [t.text for t in tokens if t.kind == "word" and len(t.text) > 2 and not is_cyrillic(t.text)]
        known = self._vocabulary.languages
        if all(word in known for word in words):
            return False  # most questions, and the spellings need not be made
        spelling = {word for word in words if self._vocabulary.lexicon.is_romanised(romanised(word))}
        english = sum(
            "en" in known.get(word, ()) and not (word in spelling and self._is_common(word)) for word in words
        )
        foreign = sum(word not in known and word in spelling for word in words)
        return foreign > english

    def _is_common(self, word: str) -> bool:
        """Whether a listed word may be one of another language too: a name, a thing, a filler, a part of phrases."""
        concepts = self._vocabulary.single(word)
        return concepts is None or not _COMMON.isdisjoint(concepts)

    def _voted(self, tokens: Iterable[Token]) -> str | None:
        """The language that most of the words belong to."""
        votes: Counter[str] = Counter()
        for token in tokens:
            known = self._vocabulary.lexicon.romanised_as(romanised(token.text))
            languages = {x for word in known for x in self._vocabulary.languages[word]}.intersection(INFLECTING)
            votes.update(languages if len(languages) == 1 else ())
        return votes.most_common(1)[0][0] if votes else None

    def read(self, word: str) -> str | None:
        """The listed word that it spells."""
        if is_cyrillic(word) or (len(word) < 2 and not self.prevails):
            return None
        if numbers := _numbers().get(romanised(word)):
            return min(numbers, key=lambda number: (self._is_foreign(number), min(self._unlike(number, word))))
        spelt = self.spelt_like(word)
        if len(word) <= 2:
            spelt = [known for known in spelt if self._says_something(known)]
        return spelt[0] if spelt else None

    def _says_something(self, known: str) -> bool:
        """Whether a short word means anything by itself; more than nothing at all, in a text of another language."""
        concepts = self._vocabulary.single(known)
        return concepts is not None and (self.prevails or concepts.keys() != {"filler"})

    def spelt_like(self, word: str) -> list[str]:
        """Listed words that are romanised so: the closest by letter, one of another language a letter further.

        Of as close ones, that which is spelt so in every way: "moskvi" is no "moskvy".
        """
        spelt = self._vocabulary.lexicon.romanised_as(romanised(word))
        unspoken = {known: self._language not in self._vocabulary.languages[known] for known in spelt}
        unlike = {known: self._unlike(known, word) for known in spelt}
        return sorted(
            spelt, key=lambda known: (min(unlike[known]) + unspoken[known], unspoken[known], sum(unlike[known]))
        )

    def near(self, word: str) -> list[str]:
        """Listed words that are romanised with one letter more, less or else."""
        word = romanised(word)
        if len(word) < _SHORTEST_NEAR:
            return []
        lexicon = self._vocabulary.lexicon
        return [
            known
            for spelt in within(word, lexicon.romanised_candidates(word), 1)
            for known in lexicon.romanised_as(spelt)
        ]

    def in_cyrillic(self, word: str) -> str | None:
        """A word, listed or not, as it is most likely spelt; None where the language of the text is not known."""
        return cyrillic(word, self._language) if self._language else None

    def _is_foreign(self, word: str) -> bool:
        return self._language not in languages_of_letters(word, INFLECTING)

    def _unlike(self, known: str, typed: str) -> list[int]:
        """How many letters a Cyrillic word in Latin ones differs from what was typed, by each way to spell it."""
        return [OSA.distance(spelt, typed) for spelt in literals(known, self._language)]


@cache
def _numbers() -> Mapping[str, Sequence[str]]:
    """Number words, which no words file lists, by their folded romanisation."""
    words = [word for word in NUMBER_WORDS if is_cyrillic(word) and len(word) >= _SHORTEST_NUMBER]
    return {spelt: sorted(alike) for spelt, alike in groupby(sorted(words, key=romanised), romanised)}


def within(word: str, candidates: Iterable[str], edits: int) -> list[str]:
    """The nearest of some words within so many edits."""
    found = process.extract(word, candidates, scorer=OSA.distance, score_cutoff=edits, limit=None)  # type: ignore[arg-type]
    nearest = min((distance for _, distance, _ in found), default=0)
    return [known for known, distance, _ in found if distance == nearest]
