"""Ordinals in words, in all genders and cases: the days of a month, the hundredth, the thousandth."""

from __future__ import annotations

from bot.language.number_words import CARDINALS

# What stands before an ending; the endings of all of them are those of adjectives.
_STEMS = """
1: перш перв
2: друг втор
3: трет треть
4: четверт
5: п'ят пят
6: шост шест
7: сьом седьм
8: восьм
9: дев'ят девят
10: десят
11: одинадцят одиннадцат
12: дванадцят двенадцат
13: тринадцят тринадцат
14: чотирнадцят четырнадцат
15: п'ятнадцят пятнадцат
16: шістнадцят шестнадцат
17: сімнадцят семнадцат
18: вісімнадцят восемнадцат
19: дев'ятнадцят девятнадцат
20: двадцят двадцат
30: тридцят тридцат
100: сот
1000: тисячн тысячн
"""
_ENDINGS = """
ий ій ый ой ого ього его ому ьому ему им ім ым ом ем а я ая ої ьої ой ей у ю ую ою ьою ею
е є ое ье і ые их іх ых ими іми ыми
"""
_ENGLISH = """
first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
sixteenth seventeenth eighteenth nineteenth twentieth
"""
_UNITS = 10


def _table() -> dict[str, int]:
    forms = {word: number for number, word in enumerate(_ENGLISH.split(), 1)}
    forms |= {"thirtieth": 30, "hundredth": 100, "thousandth": 1000}
    for line in _STEMS.strip().splitlines():
        number, stems = line.split(":")
        forms |= {stem + ending: int(number) for stem in stems.split() for ending in _ENDINGS.split()}
    return forms


ORDINALS = _table()


def ordinal(first: str, second: str | None) -> tuple[int, int] | None:
    """The ordinal that begins with a word, and of how many words it is: "twenty" and "first" are two."""
    tens = CARDINALS.get(first)
    if tens is not None and second is not None and tens % _UNITS == 0 and tens >= 2 * _UNITS:
        unit = ORDINALS.get(second, _UNITS)
        return (int(tens) + unit, 2) if unit < _UNITS else None
    return (ORDINALS[first], 1) if first in ORDINALS else None
