"""Reading the numbers that stand in a text: digits, words, scales, hedges and ranges, in three languages.

A date, a clock time, a share ("40%"), an ordinal ("1st") and the number in a name ("T-90") are not read. Whether a
number that was read is one that somebody puts forward is for the caller to judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from bot.language.number_words import (
    AND_A_HALF,
    BEFORE_EACH,
    BEFORE_GENITIVES,
    CARDINALS,
    EACH_SCALES,
    FRACTIONS,
    GENITIVE_SCALES,
    HEDGES,
    HUNDREDS,
    LEADING_SCALES,
    OPEN_COUNTS,
    SCALES,
    SINGULAR_SCALES,
    SOMEWHAT_MORE,
    VAGUE_SUFFIXES,
    WHOLE_WORDS,
)
from bot.language.ordinals import ORDINALS

# All words that are read as numbers, or as parts of them; those that count, with their values.
COUNTING_WORDS = {**CARDINALS, **FRACTIONS, **SCALES, **WHOLE_WORDS}
NUMBER_WORDS = COUNTING_WORDS.keys() | ORDINALS.keys()


@dataclass(frozen=True, slots=True)
class NumberSpan:
    """A number in a text; `low` and `high` differ only in a range. `start` includes neither hedge nor article."""

    low: int
    high: int
    start: int
    end: int
    qualifier: str | None = None  # about, nearly, more-than, at-least, at-most, range


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # digits, word, other
    text: str
    start: int
    end: int
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class _Number:
    value: Decimal
    scale: Decimal
    start: int
    end: int


_SPACES = " \u00a0\u202f\u2009"
_SEVERAL = (2, 3, 4)
_LONGEST = 15  # digits; longer strings are no counts
_TOO_MUCH = Decimal(10**_LONGEST)  # far below what Decimal still takes a remainder of
_TOKEN = re.compile(
    rf"""
    (?P<date>(?<!\d)(?:\d{{4}}(?P<sep>[./-])\d{{1,2}}(?P=sep)\d{{1,2}}|\d{{1,2}}(?P<dot>[./-])\d{{1,2}}(?P=dot)\d{{2,4}}|\d?\d:\d\d(?::\d\d)?|[0-2]?\d\.[0-5]0(?=\s+\d?\d\s+[^\W\d]))(?!\d))
  | (?P<share>[$€£₴]\s?\d[\d.,]{{0,20}}\w*|\d[\d.,]{{0,20}}\s?[%°‰])
  | (?P<name>[^\W\d_]+[-‑]?\d[\w-]*)
  | (?P<digits>(?:\d{{1,3}}(?P<comma>[.,'{_SPACES}])\d{{3}}(?:(?P=comma)\d{{3}})*|\d{{1,{_LONGEST}}}(?:[.,]\d+)?)(?!\d))
    (?P<suffix>[^\W\d_]*(?:-[^\W\d_]+)?)
  | (?P<word>[^\W\d_]+(?:['’ʼ][^\W\d_]+)*)
  | (?P<other>\d+|\S)
    """,
    re.VERBOSE,
)


def _hedge(phrases: str) -> re.Pattern[str]:
    """Matches any of the phrases at the end of a text, with an article behind it or without."""
    words = [
        re.escape(phrase.strip()).replace(r"\ ", r"\s+") for phrase in re.split(r"[|\n]", phrases) if phrase.strip()
    ]
    alternatives = "|".join(rf"(?<!\w){word}" if word[0].isalpha() else word for word in words)
    return re.compile(rf"(?:{alternatives})\s*(?:(?:a|an|the|at|in|в|у)\s+)?$", re.IGNORECASE)


_HEDGES = tuple((name, _hedge(phrases)) for name, phrases in HEDGES.items())
_LONGEST_HEDGE = 30
_YEARS = range(1900, 2100)
_JOINERS = frozenset(["-", "–", "—", "to", "до", "по"])
_ALTERNATIVES = frozenset(["or", "чи", "або", "или"])
_BETWEEN_JOINERS = frozenset(["and", "и", "і", "та"])
_BETWEEN = re.compile(r"(?:\b(?:between|between some|from|між|между|от|від)\s+)$", re.IGNORECASE)
_AFTER = re.compile(r"\s?\+(?!\w)|\s+(?:or|и|чи|або|или)\s+(?:more|более|больше|більше)\b", re.IGNORECASE)


def read_numbers(text: str) -> list[NumberSpan]:
    """All numbers of the text, in the order in which they stand."""
    numbers = list(_numbers(_tokens(text)))
    spans = []
    i = 0
    while i < len(numbers):
        joined = _range(text, numbers[i], numbers[i + 1]) if i + 1 < len(numbers) else None
        if joined is not None:
            spans.append(joined)
            i += 2
            continue
        number = numbers[i]
        if i + 1 < len(numbers) and _shares_scale(text, number, numbers[i + 1]):
            number = replace(number, value=number.value * numbers[i + 1].scale)
        single = _single(text, number)
        if single is not None:
            spans.append(single)
        i += 1
    return spans


def _tokens(text: str) -> list[_Token]:
    tokens = []
    for m in _TOKEN.finditer(text):
        if m["digits"] is not None:
            tokens.append(_Token("digits", m["digits"], m.start(), m.end(), m["suffix"].casefold()))
        elif m["word"] is not None:
            word = m["word"].casefold().replace("ё", "е").replace("’", "'").replace("ʼ", "'")
            tokens.append(_Token("word", word, m.start(), m.end()))
        else:
            tokens.append(_Token("other", m[0], m.start(), m.end()))
    return tokens


def _numbers(tokens: list[_Token]) -> Iterator[_Number]:
    i = 0
    while i < len(tokens):
        number, used = _number_at(tokens, i)
        if number is not None:
            yield number
        i += max(used, 1)


def _number_at(tokens: list[_Token], i: int) -> tuple[_Number | None, int]:
    """The number that begins with token i, and how many tokens it takes."""
    token = tokens[i]
    if token.kind == "digits":
        return _digits_at(tokens, i)
    if token.kind == "word":
        return _words_at(tokens, i)
    return None, 1


def _digits_at(tokens: list[_Token], i: int) -> tuple[_Number | None, int]:
    token = tokens[i]
    if token.suffix and token.suffix.removeprefix("-") not in VAGUE_SUFFIXES:
        scale = SCALES.get(token.suffix)
        if scale is None:
            return None, 1
        return _Number(_decimal(token.text, scaled=True) * scale, scale, token.start, token.end), 1
    half = _half_at(tokens, i + 1)
    plus = i + 2 < len(tokens) and tokens[i + 1].text == "+" and tokens[i + 2].text in SCALES  # "20+ thousand"
    scale, j = _scale_after(tokens, i + 1 + half + plus)
    value = (_decimal(token.text, scaled=scale > 1) + (Decimal("0.5") if half else 0)) * scale
    end = tokens[j - 1].end
    if scale > 1 and (rest := _rest_after(tokens, j, value, scale)) is not None:
        return _Number(value + rest.value, rest.scale, token.start, rest.end), _index_behind(tokens, rest.end) - i
    return _Number(value, scale, token.start, end), j - i


def _rest_after(tokens: list[_Token], i: int, value: Decimal, scale: Decimal) -> _Number | None:
    """What follows a number of whole thousands or millions: "5 thousand 937", "1 million 200 thousand"."""
    if i >= len(tokens) or tokens[i].kind != "digits" or value % scale or not tokens[i].text.isdecimal():
        return None
    if scale == 1000 and not tokens[i].suffix and len(tokens[i].text) == 3:
        return _Number(Decimal(tokens[i].text), Decimal(1), tokens[i].start, tokens[i].end)
    rest, _ = _digits_at(tokens, i)
    return rest if rest is not None and 1 < rest.scale < scale and rest.value < scale else None


def _index_behind(tokens: list[_Token], end: int) -> int:
    return next((i for i, token in enumerate(tokens) if token.start >= end), len(tokens))


def _scale_after(tokens: list[_Token], i: int) -> tuple[Decimal, int]:
    """The product of the scale words from token i on ("hundred thousand"), and the first token behind them."""
    scale = Decimal(1)
    i += _more_at(tokens, i)
    while i < len(tokens) and tokens[i].kind == "word" and tokens[i].text in SCALES and scale < 10**9:
        if len(tokens[i].text) == 1 and i + 1 < len(tokens) and tokens[i + 1].kind == "digits":
            break  # "5 to 1", with a preposition that is also a short thousand
        scale *= SCALES[tokens[i].text]
        i += 1
        if i < len(tokens) and tokens[i].text == "." and tokens[i].start == tokens[i - 1].end and i + 1 < len(tokens):
            i += 1  # "тыс."
    return scale, i


def _decimal(digits: str, *, scaled: bool) -> Decimal:
    """9,000 and 9.000 and 9 000 are grouped; before a scale word one separator is a decimal point (1.500 million)."""
    groups = re.split(r"\D", digits)
    if len(groups) == 1:
        return Decimal(digits)
    decimal_point = len(groups) == 2 and (len(groups[1]) != 3 or scaled or groups[0] == "0")
    if decimal_point and not digits[len(groups[0])].isspace():
        return Decimal(".".join(groups))
    return Decimal("".join(groups))


def _words_at(tokens: list[_Token], i: int) -> tuple[_Number | None, int]:
    """A number in words: units under a thousand are gathered in `current`, each scale word moves them to `total`."""
    first = tokens[i]
    if (whole := _as_one_word(tokens, i)) is not None:
        return whole
    total, current, scale = Decimal(0), Decimal(0), Decimal(1)
    j = last = i
    while j < len(tokens) and current < _TOO_MUCH:
        word = tokens[j].text
        if word in FRACTIONS and current == 0:
            current = FRACTIONS[word]
        elif word in CARDINALS and _fits(current, CARDINALS[word]):
            current += CARDINALS[word]
        elif word in HUNDREDS and (current in _SEVERAL or (current == 0 and _is_genitive(tokens, j))):
            current = 100 * (current or Decimal(1))
        elif word in SCALES and len(word) > 1 and (current or (_is_one_scale(tokens, j) and total == 0)):
            current, total, scale = _scaled(current or Decimal(1), total, SCALES[word])
        elif scale > 100 and current == 0 and (half := _phrase_at(AND_A_HALF, tokens, j)):
            total += scale / 2  # "a million and a half"
            j += half - 1
        elif current and (extra := _extra_at(tokens, j)) is not None:
            current += extra[0]
            j += extra[1] - 1
        elif not (_is_link(tokens, j) and (current or total)):
            break
        else:
            j += 1
            continue
        j += 1
        last = j
    if last == i:
        return None, 1
    if total >= 10**6 and scale > 1000 and current and current % 100 == 0:
        current *= 1000  # "a million two hundred": nobody says 1,000,200 so
    return _Number(total + current, scale, first.start, tokens[last - 1].end), last - i


def _as_one_word(tokens: list[_Token], i: int) -> tuple[_Number, int] | None:
    """A half in one word with what it halves, or a scale before its number ("тысяч 300")."""
    first = tokens[i]
    if first.text in WHOLE_WORDS:
        return _Number(WHOLE_WORDS[first.text], Decimal(1), first.start, first.end), 1
    if first.text in LEADING_SCALES and i + 1 < len(tokens):
        number, used = _number_at(tokens, i + 1)
        if number is not None and number.scale == 1 and number.value < 1000:
            return replace(number, value=number.value * SCALES[first.text], start=first.start), used + 1
    return None


def _extra_at(tokens: list[_Token], i: int) -> tuple[Decimal, int] | None:
    """What words behind a number add to it before its scale ("and a half", "point two", "odd"), and how many."""
    if half := _half_at(tokens, i):
        return Decimal("0.5"), half
    if more := _more_at(tokens, i):
        return Decimal(0), more
    digit = CARDINALS.get(tokens[i + 1].text) if i + 2 < len(tokens) and tokens[i].text == "point" else None
    tenths = digit is not None and digit < 10 and tokens[i + 2].text in SCALES
    return (digit / 10, 2) if tenths and digit is not None else None


def _is_one_scale(tokens: list[_Token], i: int) -> bool:
    """A scale that stands for itself: "a million", "by a thousand"; not so "several hundred thousand"."""
    first = i
    while first > 0 and tokens[first - 1].text in SCALES:
        first -= 1
    if first > 0 and tokens[first - 1].text in OPEN_COUNTS:
        return False
    each = i > 0 and tokens[i - 1].text in BEFORE_EACH and tokens[i].text in EACH_SCALES
    return each or tokens[i].text in SINGULAR_SCALES or _is_genitive(tokens, i)


def _is_genitive(tokens: list[_Token], i: int) -> bool:
    """ "About a hundred", "more than a thousand", by the case that a word before it asks for."""
    return i > 0 and tokens[i].text in GENITIVE_SCALES and tokens[i - 1].text in BEFORE_GENITIVES


def _scaled(current: Decimal, total: Decimal, scale: Decimal) -> tuple[Decimal, Decimal, Decimal]:
    if scale == 100:
        return current * scale, total, Decimal(1)
    return Decimal(0), total + current * scale, scale


def _fits(current: Decimal, value: Decimal) -> bool:
    """Twenty takes a unit behind it, not another ten."""
    if value >= 100:
        return current == 0
    order = 10 if value < 10 else 100
    return current % order == 0 and not (value < 10 and current % 100 == 10)


def _half_at(tokens: list[_Token], i: int) -> int:
    """How many words from token i on add a half, with a scale behind them: "and a half thousand"."""
    return _before_scale(tokens, i, _phrase_at(AND_A_HALF, tokens, i))


def _more_at(tokens: list[_Token], i: int) -> int:
    """How many words from token i on say "and somewhat more", with a scale behind them."""
    return _before_scale(tokens, i, _phrase_at(SOMEWHAT_MORE, tokens, i))


def _phrase_at(phrases: Iterable[tuple[str, ...]], tokens: list[_Token], i: int) -> int:
    """How many words the phrase has that stands at token i; 0 for none."""
    found = (words for words in phrases if tuple(token.text for token in tokens[i : i + len(words)]) == words)
    return len(next(found, ()))


def _before_scale(tokens: list[_Token], i: int, length: int) -> int:
    end = i + length
    return length if end < len(tokens) and tokens[end].text in SCALES else 0


def _is_link(tokens: list[_Token], i: int) -> bool:
    """A word or hyphen inside a number: two hundred AND six, twenty-one, half A million."""
    if i + 1 >= len(tokens) or tokens[i + 1].kind != "word":
        return False
    following = tokens[i + 1].text
    if tokens[i].text == "-":
        return following in CARDINALS or following in SCALES
    if tokens[i].text == "and":
        return tokens[i - 1].text in ("hundred", "thousand", "million") and following in CARDINALS
    return tokens[i].text in ("a", "of") and (following in SINGULAR_SCALES or following in ("a", "mil", "mln"))


def _single(text: str, number: _Number) -> NumberSpan | None:
    if number.value >= _TOO_MUCH or number.value % 1:
        return None
    value = int(number.value)
    return NumberSpan(value, value, number.start, number.end, _qualifier(text, number.start, number.end))


def _qualifier(text: str, start: int, end: int) -> str | None:
    before = text[max(0, start - _LONGEST_HEDGE) : start]
    found = [(m.start(), name) for name, pattern in _HEDGES if (m := pattern.search(before))]
    if found:
        return min(found)[1]  # the longest phrase: "no more than" before "more than"
    return "at-least" if _AFTER.match(text, end) else None


def _shares_scale(text: str, first: _Number, second: _Number) -> bool:
    """ "50 or 100 thousand", "50, 60 thousand": the thousands are those of both."""
    if not (first.scale == 1 < second.scale and first.value < 1000):
        return False
    joiner = text[first.end : second.start].strip().casefold()
    return joiner in _ALTERNATIVES or (joiner == "," and _is_near(first, second))


def _is_near(first: _Number, second: _Number) -> bool:
    return first.value < second.value / second.scale <= 2 * first.value


def _range(text: str, low: _Number, high: _Number) -> NumberSpan | None:
    """`70 to 80 thousand`, `between 70 and 80`: the scale of the second holds for a small first."""
    joiner = text[low.end : high.start].strip().casefold()
    before = text[max(0, low.start - _LONGEST_HEDGE) : low.start]
    side_by_side = not joiner and low.scale == 1 < high.scale and _is_near(low, high)  # "five six thousand"
    between = joiner in _BETWEEN_JOINERS and _BETWEEN.search(before)
    if not (joiner in _JOINERS or side_by_side or between):
        return None
    first = low.value
    if low.scale == 1 < high.scale and first in _YEARS:
        return None  # "February 2024 - 31 thousand"
    if low.scale == 1 and high.scale > 1 and first < 1000:
        first *= high.scale
    if first >= high.value or high.value >= _TOO_MUCH or first % 1 or high.value % 1:
        return None
    return NumberSpan(int(first), int(high.value), low.start, high.end, "range")
