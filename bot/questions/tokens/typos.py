"""How likely one word was typed for another: fingers slip in ways of their own, and ears mishear in theirs.

The weights order candidates that lie one edit away; where slips of phones were counted, doubled, swapped and left-out
letters and neighbouring keys make up most of them.
"""

from __future__ import annotations

from rapidfuzz.distance import OSA

_KEYBOARDS = (
    ("qwertyuiop", "asdfghjkl", "zxcvbnm"),
    ("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"),
    ("йцукенгшщзхї", "фівапролджє", "ячсмитьбю"),
)
_SOUNDS = ("ао", "еи", "еэ", "ия", "ыи", "иі", "зс", "тд", "гк", "бп", "шщ", "ъь", "жш", "вф")
_DOUBLED, _SWAPPED, _BESIDE, _SOUNDING, _LEFT_OUT, _ANY = 0.4, 0.5, 0.6, 0.6, 0.7, 1.0
_AT_THE_START = 0.3  # the first letter is the one that people get right


def typing_cost(typed: str, meant: str) -> float:
    """What it takes to type a word for another: the less, the likelier (0 to 1.3).

    More than one edit away: the same letters in another order come first, all others are alike.
    """
    if typed == meant:
        return 0.0
    if OSA.distance(typed, meant) != 1:
        return _SWAPPED if sorted(typed) == sorted(meant) else _ANY
    first = next((i for i, (a, b) in enumerate(zip(typed, meant, strict=False)) if a != b), min(len(typed), len(meant)))
    if len(typed) > len(meant):
        cost = _of_an_extra_letter(typed, first)
    elif len(typed) < len(meant):
        cost = _DOUBLED if _repeats(meant, first) else _LEFT_OUT
    else:
        cost = _of_another_letter(typed, meant, first)
    return cost + (_AT_THE_START if first == 0 else 0.0)


def _of_an_extra_letter(typed: str, i: int) -> float:
    if _repeats(typed, i):
        return _DOUBLED
    around = typed[max(0, i - 1) : i] + typed[i + 1 : i + 2]
    return _BESIDE if any(_are_neighbours(typed[i], letter) for letter in around) else _ANY


def _of_another_letter(typed: str, meant: str, i: int) -> float:
    if typed[i + 1 : i + 2] == meant[i] and typed[i] == meant[i + 1 : i + 2]:
        return _SWAPPED
    if _are_neighbours(typed[i], meant[i]):
        return _BESIDE
    return _SOUNDING if any({typed[i], meant[i]} == set(pair) for pair in _SOUNDS) else _ANY


def _repeats(word: str, i: int) -> bool:
    return word[i] in (word[i - 1 : i] + word[i + 1 : i + 2])


def _are_neighbours(a: str, b: str) -> bool:
    """Whether two keys lie beside each other, on any of the keyboards."""
    return _lies_before(a, b) or _lies_before(b, a)


def _lies_before(a: str, b: str) -> bool:
    for keyboard in _KEYBOARDS:
        for upper, lower in zip(keyboard, (*keyboard[1:], ""), strict=True):
            i = upper.find(a)
            if i >= 0 and (b in upper[max(0, i - 1) : i + 2] or b in lower[max(0, i - 1) : i + 1]):
                return True
    return False
