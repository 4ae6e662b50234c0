"""A text typed on the keyboard of another language: `crskmrb` for `скільки`, `щкнч` for `oryx`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.language.inflection import INFLECTING, is_plain_word
from bot.language.numbers import NUMBER_WORDS
from bot.questions.tokens.lexicon import is_cyrillic
from bot.questions.tokens.normalise import Token, tokenise
from bot.questions.tokens.scripts import romanised
from bot.questions.tokens.vocabulary import Vocabulary

_ENOUGH_KNOWN = 0.8  # of the words, so that nobody asks for another keyboard
_HALF = 0.5
_CLEARLY_MORE = 0.2
_SPACED = re.compile(r"\s+|\S+")

_EN_KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./" + '~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?' + "@#$^&"
_RU_KEYS = "ёйцукенгшщзхъфывапролджэячсмитьбю." + "ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ," + '"№;:?'
_UK_KEYS = "'йцукенгшщзхїфівапролджєячсмитьбю." + "₴ЙЦУКЕНГШЩЗХЇФІВАПРОЛДЖЄЯЧСМИТЬБЮ," + '"№;:?'


@dataclass(frozen=True, slots=True)
class _Layout:
    """Which character each key gives, for words of which language."""

    keys: dict[int, int]
    language: str


_UNQUOTED = str.maketrans('"', " ")  # as in a cleaned text
_OF_LATIN = tuple(
    _Layout(str.maketrans(_EN_KEYS, keys.translate(_UNQUOTED)), language)
    for keys, language in ((_UK_KEYS, "uk"), (_RU_KEYS, "ru"))
)
_OF_CYRILLIC = (_Layout(str.maketrans(_RU_KEYS + _UK_KEYS, _EN_KEYS * 2), "en"),)


def in_its_layout(text: str, vocabulary: Vocabulary) -> tuple[str, list[Token]]:
    """A cleaned text, and its tokens, as the keyboard gives it that makes clearly more of it words."""
    tokens = tokenise(text)
    share = _share_known(tokens, vocabulary)
    if share >= _ENOUGH_KNOWN:
        return text, tokens
    layouts = _OF_CYRILLIC if is_cyrillic(text) else _OF_LATIN
    decoded = ["".join(_decoded(text, layout, vocabulary)) for layout in layouts]
    read = [tokenise(told) for told in decoded]
    shares = [_share_known(told, vocabulary, layout.language) for told, layout in zip(read, layouts, strict=True)]
    best = shares.index(max(shares))
    return (decoded[best], read[best]) if shares[best] > max(share + _CLEARLY_MORE, _HALF) else (text, tokens)


def _decoded(text: str, layout: _Layout, vocabulary: Vocabulary) -> Iterator[str]:
    """Piece by piece, as a name may be typed on the keyboard that it is spelt with."""
    for piece in _SPACED.findall(text):
        other = piece.translate(layout.keys)
        yield other if _knows(other, vocabulary, layout.language) or not _knows(piece, vocabulary) else piece


def _knows(piece: str, vocabulary: Vocabulary, language: str | None = None) -> bool:
    return _share_known(tokenise(piece), vocabulary, language) > _HALF


def _share_known(tokens: Iterable[Token], vocabulary: Vocabulary, language: str | None = None) -> float:
    words = [token.text for token in tokens if token.kind == "word" and len(token.text) > 1]
    return sum(_is_word(word, vocabulary, language) for word in words) / max(len(words), 1)


def _is_spelt_in_latin(word: str, vocabulary: Vocabulary) -> bool:
    return not is_cyrillic(word) and vocabulary.lexicon.is_romanised(romanised(word))


def _is_word(word: str, vocabulary: Vocabulary, language: str | None) -> bool:
    """Whether it is a number, listed, spells a listed word in Latin letters, or is in the dictionary of a language."""
    spoken = vocabulary.languages.get(word, frozenset())
    if language is None:
        return bool(spoken) or word in NUMBER_WORDS or _is_spelt_in_latin(word, vocabulary)
    return not spoken.isdisjoint((language, "any")) or (language in INFLECTING and is_plain_word(word, language))
