"""Words typed in another script: romanised Cyrillic."""

from __future__ import annotations

import re
from collections.abc import Sequence

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


# Ukrainian passports and railway stations spell these letters otherwise than a Russian keyboard would.
_ROMAN_UK = _ROMAN | str.maketrans({"г": "h", "є": "ie", "и": "y", "й": "i", "ї": "i", "ю": "iu", "я": "ia"})

_VOWELS = "aeiouy"
_TO_BOTH = (
    ("shch", "щ"), ("sch", "щ"), ("zgh", "зг"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("tz", "ц"), ("ch", "ч"),
    ("sh", "ш"), ("yu", "ю"), ("iu", "ю"), ("ya", "я"), ("ia", "я"),
)  # fmt: skip
_SINGLE = dict(zip("abvgdezijklmnoprstufhxcwq", "абвгдезийклмнопрстуфххцвк", strict=True))
_CYRILLIC = {
    "uk": (
        dict((*_TO_BOTH, ("ye", "є"), ("ie", "є"), ("yi", "ї"), ("ji", "ї"), ("ii", "ій"))),
        _SINGLE | {"h": "г", "i": "і", "y": "и"},
    ),
    "ru": (dict((*_TO_BOTH, ("yo", "е"), ("ye", "е"), ("iy", "ий"), ("ii", "ии"), ("yy", "ый"))), _SINGLE | {"y": "ы"}),
}
_PIECE = re.compile("shch|sch|zgh|zh|kh|ts|tz|ch|sh|y[uaeio]|i[uae]|ji|ii|iy|yy|.")


def literals(word: str, language: str | None) -> Sequence[str]:
    """A Cyrillic word letter by letter in Latin ones, as people who write a language spell it; None: any of them."""
    spelt = word.translate(_ROMAN)
    return (spelt,) if language == "ru" else (spelt, word.translate(_ROMAN_UK))


def cyrillic(word: str, language: str) -> str:
    """A romanised word of a language as it is most likely spelt: `buriativ` as `бурятів`."""
    several, single = _CYRILLIC[language]
    spelt, before = "", ""
    for piece in _PIECE.findall(word):
        if piece in "iy" and before in _VOWELS and before:
            letters = "й"
        else:
            letters = several.get(piece) or "".join(single.get(letter, letter) for letter in piece)
        spelt, before = spelt + letters, piece[-1]
    return spelt


def romanised(word: str) -> str:
    """A word of either alphabet in one folded spelling, so that `skilky` meets `скільки`."""
    word = word.translate(_ROMAN)
    for pattern, letter in _FOLDS:
        word = pattern.sub(letter, word)
    return word
