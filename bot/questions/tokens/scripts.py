"""Words typed in another script: romanised Cyrillic."""

from __future__ import annotations

import re

_ROMAN = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "є": "ye", "ё": "yo", "ж": "zh",
        "з": "z", "и": "i", "і": "i", "ї": "yi", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o",
        "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
        "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "'": "",
    }
)  # fmt: skip

# People spell sounds as they like; what is spelt in several ways is folded into one letter, in this order.
_FOLDS = tuple(
    (re.compile(pattern), letter)
    for pattern, letter in (
        ("shch|sch", "S"), ("sh", "S"), ("ch", "C"), ("zh", "Z"), ("kh|x", "h"), ("ts|tz|cz", "c"), ("g", "h"),
        ("w", "v"), ("q", "k"), ("yi|ji", "i"), ("[yj](?=[aeou])|i(?=[aeou])", ""), ("[yj]", "i"), ("'", ""),
        (r"(.)\1+", r"\1"),
    )
)  # fmt: skip


def literal(word: str) -> str:
    """A Cyrillic word letter by letter in Latin ones."""
    return word.translate(_ROMAN)


def romanised(word: str) -> str:
    """A word of either alphabet in one folded spelling, so that `skilky` meets `скільки`."""
    word = word.translate(_ROMAN)
    for pattern, letter in _FOLDS:
        word = pattern.sub(letter, word)
    return word
