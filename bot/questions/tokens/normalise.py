"""From what was typed to comparable tokens: one spelling of letters, apostrophes and hyphens, whoever typed it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

LONGEST = 4096  # characters; what stands behind them is not read

_SAME = str.maketrans(
    {"’": "'", "ʼ": "'", "`": "'", "´": "'", "‘": "'", "–": "-", "—": "-", "‑": "-", "−": "-", "“": '"', "”": '"'}
)
_QUOTES = str.maketrans(dict.fromkeys('"«»„‟“”', " "))  # a name in quotes is part of its phrase all the same
_INVISIBLE = re.compile("[\u00ad\u0301\u200b-\u200f\u2060\ufe0e\ufe0f\ufeff]")
# Words that are shortened with a dot, which ends no sentence then; so is any single letter.
_SHORTENED = frozenset(
    [
        "тыс",
        "тис",
        "млн",
        "млрд",
        "чел",
        "гг",
        "рр",
        "ед",
        "од",
        "шт",
        "обл",
        "gen",
        "lt",
        "col",
        "mr",
        "mrs",
        "dr",
        "approx",
        "est",
    ]
)
_LATIN_LETTER, _CYRILLIC_LETTER = re.compile("[a-z]"), re.compile("[Ѐ-ӿ]")
_NOISE = re.compile(
    r"https?://\S+|www\.\S+|(?<!\w)@\w+(?![\w@])|(?<![\w/])[ru]/[A-Za-z]\w{2,}"
)  # links, handles, subreddits

# Letters that look alike, for words whose letters come from both alphabets.
_LATIN, _CYRILLIC = "aeopcyxikmtbhg", "аеорсухікмтвнг"
_ALIKE_LATIN, _ALIKE_CYRILLIC = "aceopxyiABEKMHOPCTXYI", "асеорхуіАВЕКМНОРСТХУІ"  # in print, each as it is typed
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)

_TOKEN = re.compile(
    r"""
    (?P<flag>[\U0001F1E6-\U0001F1FF]{2})
  | (?P<date>\d{4}(?P<sep>[./-])\d{1,2}(?P=sep)\d{1,2}|\d{1,2}(?P<dot>[./-])\d{1,2}(?P=dot)\d{2,4}
            |(?:0?[1-9]|1[0-2])[./-]20\d\d)(?!\d)
  | (?P<initials>(?:[^\W\d_]\.){2,})
  | (?P<number>(?<![\d:])[0-2]?\d:[0-5]\d(?![\d:])|\d+(?:[.,]\d+)*(?:[^\W\d_]+)?(?:-[^\W\d_]+)?)
  | (?P<word>[^\W_]+(?:['-][^\W_]+)*)
  | (?P<mark>\S)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark of the question: as typed, and as it is compared."""

    typed: str
    text: str
    start: int
    end: int
    kind: str  # flag, date, number, word, mark
    possessive: bool = False


def clean(text: str) -> str:
    """The text in one spelling of characters, without addresses and mentions; letters keep their case."""
    text = unicodedata.normalize("NFKC", text[:LONGEST])[:LONGEST].translate(_SAME)
    return _NOISE.sub(" ", _INVISIBLE.sub("", text)).translate(_QUOTES)


def fold(word: str) -> str:
    """A word as it is compared: without case, one alphabet, е for ё."""
    typed, word = word, word.casefold()
    if word.isascii():
        return word
    word = word.replace("ё", "е")
    return word if _one_alphabet(word) else _in_one_alphabet(typed, word)


def _in_one_alphabet(typed: str, word: str) -> str:
    """A word of letters of two alphabets in that which it is of by the letters that look like no other, or by most."""
    own, foreign = (
        _is_unmistakable(typed, "Ѐ", "ӿ", _ALIKE_CYRILLIC),
        _is_unmistakable(typed, "A", "z", _ALIKE_LATIN),
    )
    first = own if own != foreign else len(_CYRILLIC_LETTER.findall(word)) >= len(_LATIN_LETTER.findall(word))
    tables = (_TO_CYRILLIC, _TO_LATIN) if first else (_TO_LATIN, _TO_CYRILLIC)
    swapped = (word.translate(table) for table in tables)
    return next(filter(_one_alphabet, swapped), word.translate(_TO_CYRILLIC))


def _is_unmistakable(word: str, first: str, last: str, alike: str) -> bool:
    """Whether a word as typed has a letter of one alphabet that looks like none of the other."""
    return any(first <= c <= last and c.isalpha() and c not in alike for c in word)


def _one_alphabet(word: str) -> bool:
    return not (_LATIN_LETTER.search(word) and _CYRILLIC_LETTER.search(word))


def tokenise(text: str) -> list[Token]:
    """The tokens of a cleaned text."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text):
        typed = match[0]
        kind = next(name for name in ("flag", "date", "initials", "number", "word", "mark") if match[name])
        word, possessive = fold(typed), False
        if typed == "." and tokens and _is_shortened(tokens[-1], match.start()) and match.end() < len(text):
            continue
        if kind == "initials":
            kind, word = "word", word.replace(".", "")
        elif kind == "word" and word.endswith("'s"):
            word, possessive = word[:-2], True
        tokens.append(Token(typed, word, match.start(), match.end(), kind, possessive))
    return tokens


def _is_shortened(token: Token, dot: int) -> bool:
    short = token.text in _SHORTENED or (len(token.text) == 1 and token.text.isalpha())
    return token.kind == "word" and token.end == dot and short


def as_read(tokens: Sequence[Token]) -> tuple[str, list[Token]]:
    """The text as its tokens were read, and the tokens at their places in it: numbers in mended words are words too."""
    text, placed, end = "", [], 0
    for token in tokens:
        if text and token.start != end:
            text += " "  # tokens that touched still touch; pieces of one word, which share its place, do not
        word = token.typed if token.possessive or fold(token.typed) == token.text else token.text
        start, end = len(text), token.end
        text += word
        unmoved = (token.start, token.end) == (start, len(text))
        placed.append(token if unmoved else replace(token, start=start, end=len(text)))
    return text, placed
