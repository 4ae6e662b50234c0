"""Words typed without spaces between them, cut into known ones: `вбитоворогів`, `killedand`, a whole question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.language.inflection import is_plain_word
from bot.questions.tokens.vocabulary import Vocabulary

_SHORTEST, _LONGEST = 5, 100  # letters of what may be cut
_LONGEST_PIECE = 20
_LONG = 12  # letters from which a word is hardly one with a slip in it
_FULL = 5
_UNLISTED_FROM = 4  # letters of a word that the dictionary alone knows
# What words of one or two letters are cut off: a preposition, "and", a side or who says it.
_JOINING = frozenset({"agent", "and", "as-of", "claim", "locative", "owner-case", "since", "to", "versus", "within"})
_SHORT = _JOINING | {"auxiliary", "speaker", "party", "party-army", "claimant", "object"}
# The fewest pieces win; of as many, those with the least that is short or that nobody listed.
_A_PIECE, _OF_A_PHRASE, _OF_THREE, _A_SHORT_ONE, _A_LETTER, _AN_UNLISTED_ONE = 1.0, 0.1, 0.2, 0.3, 0.5, 0.4


@dataclass(frozen=True, slots=True)
class Cut:
    """The words of one; `sure` where no slip of the finger in a single word is as likely."""

    pieces: Sequence[str]
    sure: bool


class Gluing:
    """Cuts words; `languages` are those that one may be of, as far as they have dictionaries."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def cut(self, word: str, languages: Sequence[str]) -> Cut | None:
        """The known words that stand side by side in it; None where something is left over."""
        if not _SHORTEST <= len(word) <= _LONGEST:
            return None
        best: list[tuple[float, list[str]] | None] = [(0.0, [])] + [None] * len(word)
        for end in range(1, len(word) + 1):
            for start in range(max(0, end - _LONGEST_PIECE), end):
                before, piece = best[start], word[start:end]
                cost = None if before is None or len(piece) == len(word) else self._cost(piece, languages)
                if before is None or cost is None:
                    continue
                so_far, current = (before[0] + cost, [*before[1], piece]), best[end]
                if current is None or so_far[0] < current[0]:
                    best[end] = so_far
        found = best[-1]
        if found is None or not any(self._says_something(piece) for piece in found[1]):
            return None
        pieces = found[1]
        return Cut(pieces, self._is_sure(pieces)) if len(word) >= _LONG or self._is_plain(pieces) else None

    def before_preposition(self, word: str, near: Sequence[str]) -> Cut | None:
        """One of the words that a slip is as near to, and a preposition: "потерив", no slip as in "потерии"."""
        for known in near:
            last = word.removeprefix(known)
            if last != word and not known.endswith(last) and self._joins(last):
                return Cut([known, last], sure=len(near) == 1)
        return None

    def in_phrase(self, before: Sequence[str], word: str, behind: Sequence[str]) -> Cut | None:
        """Two words of a phrase, be it one with those that stand beside: "shotdown", "at the handsof"."""
        for i in range(1, len(word)):
            pieces = [word[:i], word[i:]]
            if all(piece in self._vocabulary.languages for piece in pieces):
                texts, first = [*before, *pieces, *behind], len(before)
                if any(self._vocabulary.is_of_phrase(texts, j) for j in (first, first + 1)):
                    return Cut(pieces, sure=True)
        return None

    def _joins(self, piece: str) -> bool:
        return not _JOINING.isdisjoint(self._vocabulary.single(piece) or ())

    def _is_sure(self, pieces: Sequence[str]) -> bool:
        """Whether they are two listed words, or one beside a preposition; a letter at the end is a slip as often."""
        if len(pieces) != 2:
            return False
        full = [len(piece) >= _FULL and self._says_something(piece) for piece in pieces]
        joining = list(map(self._joins, pieces))
        return all(full) or (joining[0] and full[1]) or (full[0] and joining[1] and len(pieces[1]) > 1)

    def _is_plain(self, pieces: Sequence[str]) -> bool:
        """Whether the pieces of a word that is not long are listed ones, and one of them at most is short."""
        short = sum(len(piece) <= 2 for piece in pieces)
        return short <= 1 and all(piece in self._vocabulary.languages for piece in pieces)

    def _cost(self, piece: str, languages: Sequence[str]) -> float | None:
        """How unlikely a word is to be a piece; None for one that can be none."""
        listed = piece in self._vocabulary.languages
        concepts = self._vocabulary.single(piece) or {}
        if "guard" in concepts or "spelling" in concepts:
            return None
        if len(piece) <= 2:
            letter = _A_LETTER if len(piece) == 1 else _A_SHORT_ONE
            return _A_PIECE + letter if not _SHORT.isdisjoint(concepts) else None
        if listed:
            return _A_PIECE + (0.0 if concepts else _OF_A_PHRASE) + (_OF_THREE if len(piece) == 3 else 0.0)
        if len(piece) >= _UNLISTED_FROM and any(is_plain_word(piece, language) for language in languages):
            return _A_PIECE + _AN_UNLISTED_ONE
        return None

    def _says_something(self, piece: str) -> bool:
        """Whether it means something, by itself or as a part of phrases."""
        concepts = self._vocabulary.single(piece)
        return piece in self._vocabulary.languages if concepts is None else not concepts.keys() <= {"filler"}
