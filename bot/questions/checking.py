"""The number that a question puts forward ("is it true that 9,000 were killed?")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.language.numbers import NumberSpan, read_numbers
from bot.questions.items import ASIDE, MEASURES, PARTY_KINDS, SENTENCE_ENDS, Item
from bot.questions.question import NumberCheck

_FACETS = (
    *MEASURES,
    "measure-noun",
    "group",
    "object",
    "model",
    "population",
    "party-people",
    "party-adjective",
)
_RATIO = re.compile(
    r"(?<![\d.,])(?:1\s?(?::|to|к|до)\s?\d{1,2}|\d{1,2}\s?(?::|to|к|до)\s?1|\d{1,2}/\d{1,2})(?!\d|[.,:/]\d)",
    re.IGNORECASE,
)
_OF_ALL = re.compile(  # "how many of the 31", "5 of 31"
    r"(?:^|\bhow many|\bhalf|\bскільки|\bсколько|\bполовин[ау]|\d)\s*(?:\bout of|\bof|\bиз|\bіз|\bз)\s+"
    r"(?:(?:the|their|its|all)\s+)?$",
    re.IGNORECASE,
)
_STOPS = ".!?"
_REACH = 6  # items between a number and what it counts
_MOST_NUMBERS = 24  # a text with more of them puts none of the others forward, and is not worth the time
_SMALLEST_ALONE = 100
_SMALLEST_IN_TALK = 1000
_SMALLEST_WORD = 10  # smaller ones in letters are seldom a count that somebody claims, unless things stand behind


class Numbers:
    """The numbers of a cleaned text among its items."""

    def __init__(self, text: str, items: Sequence[Item]) -> None:
        self._text, self._items = text, items
        self._spans = read_numbers(text)[:_MOST_NUMBERS]

    def mark(self) -> None:
        """The words inside a number ("1.5 million") are no unknown words."""
        for span in self._spans:
            for item in self._items:
                free = item.unknown or (item.use is None and item.has("count"))
                if free and span.start <= item.start and item.end <= span.end:
                    item.use = "number"

    def put_forward(self) -> NumberCheck | None:
        """The number that counts something of ours, as value or range.

        Of several the first, unless a later sentence asks about another one ("only 6,000? Did he say 5,937?").
        """
        text, items = self._text, self._items
        counted = [span for span in self._spans if _is_count(text, span, items) or _is_said(text, span, items)]
        counted = [span for span in counted if not _is_small_word(span, text)] or counted
        counted = counted or [span for span in self._spans if _is_meant(span, items) or _is_denied(span, items)]
        counted = counted or [span for span in self._spans if _is_argued_about(span, items)]
        if not counted:
            return None
        first = _sentence(counted[0], items)
        asked = (
            s for s in counted if _sentence(s, items) > first and (_is_said(text, s, items) or _is_asked(s, items))
        )
        return _check(next(asked, counted[0]))

    def alone(self) -> NumberCheck | None:
        """The one number of a follow-up that says nothing else: "31 thousand?"."""
        spans = [span for span in self._spans if span.low >= _SMALLEST_ALONE]
        if len(spans) != 1 or not _is_free(_inside(spans[0], self._items), self._items):
            return None
        return _check(spans[0])

    @property
    def several(self) -> bool:
        """Whether more than one number is put forward, each with its own noun."""
        return sum(_is_count(self._text, span, self._items) for span in self._spans) > 1


def _check(span: NumberSpan) -> NumberCheck:
    return NumberCheck(span.low, span.high, span.qualifier)


def _sentence(span: NumberSpan | Item, items: Sequence[Item]) -> int:
    """Which sentence a number or word stands in."""
    return sum(item.kind == "mark" and item.text in _STOPS for item in items if item.end <= span.start)


def _is_asked(span: NumberSpan, items: Sequence[Item]) -> bool:
    stop = next(
        (item for item in items if item.start >= span.end and item.kind == "mark" and item.text in _STOPS), None
    )
    return stop is not None and stop.text == "?"


def _is_said(text: str, span: NumberSpan, items: Sequence[Item]) -> bool:
    """Whether a number alone is what somebody said, where something of ours is counted elsewhere."""
    inside = _inside(span, items)
    if not inside or not _is_free(inside, items) or not any(c.isdigit() for c in text[span.start : span.end]):
        return False
    before = next((item for item in reversed(items[: inside[0]]) if not item.idle or item.has("claim-after")), None)
    return before is not None and before.means("claim-after", "verb") and any(item.has(*_FACETS) for item in items)


def _is_meant(span: NumberSpan, items: Sequence[Item]) -> bool:
    """ "400 thousand. Are those their dead?": the sentence behind it asks what the number is of."""
    inside = [items[i] for i in _inside(span, items)]
    if span.low < _SMALLEST_ALONE or not all(item.use in (None, "number", ASIDE) for item in inside):
        return False
    sentence = _sentence(span, items) + 1
    behind = [item for item in items if item.start >= span.end and _sentence(item, items) == sentence]
    first = next((item for item in behind if not item.has("auxiliary")), None)
    return first is not None and first.has("demonstrative") and any(item.has(*_FACETS) for item in behind)


def _is_argued_about(span: NumberSpan, items: Sequence[Item]) -> bool:
    """ "What 50 thousand?", "some guy says 6k": a large number of nothing, in talk beside what is counted."""
    inside = _inside(span, items)
    if span.low < _SMALLEST_IN_TALK or any(items[i].use not in (None, "number", ASIDE) for i in inside):
        return False
    behind = items[inside[-1] + 1] if inside and inside[-1] + 1 < len(items) else None
    year = items[inside[0]].number is not None and len(inside) == 1
    ends = behind is None or behind.kind == "mark" or (behind.idle and not behind.has("unit", "persons"))
    return ends and not year and any(item.use in ("measure", "group", "object") for item in items)


def _is_denied(span: NumberSpan, items: Sequence[Item]) -> bool:
    """ "Not 80 thousand but fewer": somebody has put it forward."""
    inside = _inside(span, items)
    denied = bool(inside) and items[inside[0]].use == "negated" and any(x.has("more") for x in items[inside[-1] :])
    return denied and (_counts_something(items, inside[0], -1) or _counts_something(items, inside[-1], 1))


def _is_count(text: str, span: NumberSpan, items: Sequence[Item]) -> bool:
    inside = _inside(span, items)
    if not inside or not _is_free(inside, items) or _is_of_a_kind(text, span, items, inside):
        return False
    if _is_small_word(span, text) and not _is_of_things(items, inside, span):
        return False
    counts = any(_counts_something(items, *end) for end in ((inside[0], -1), (inside[-1], 1)))
    return counts or _counts_persons(items, inside)


def _counts_persons(items: Sequence[Item], inside: Sequence[int]) -> bool:
    """ "Their losses since such a day in such a country are 5,937 people", however far behind what they are of."""
    behind = items[inside[-1] + 1 : inside[-1] + 3]
    return any(item.has("persons") for item in behind) and any(item.use == "measure" for item in items[: inside[0]])


def _is_small_word(span: NumberSpan, text: str) -> bool:
    return span.high < _SMALLEST_WORD and not any(c.isdigit() for c in text[span.start : span.end])


def _is_of_things(items: Sequence[Item], inside: Sequence[int], span: NumberSpan) -> bool:
    """ "They lost two planes", in a text that asks for no number."""
    behind = next((item for item in items[inside[-1] + 1 :] if not (item.idle or item.has(*PARTY_KINDS))), None)
    counted = behind is not None and behind.has("object", "model")
    return counted and span.low > 1 and not any(item.asks for item in items)


def _is_of_a_kind(text: str, span: NumberSpan, items: Sequence[Item], inside: Sequence[int]) -> bool:
    """A multiple ("5 times"), a ratio ("5 to 1"), or all that there were ("how many of the 31")."""
    behind = items[inside[-1] + 1] if inside[-1] + 1 < len(items) else None
    if behind is not None and behind.has("multiplier"):
        return True
    if any(match.start() <= span.start < match.end() for match in _RATIO.finditer(text)):
        return True
    return _OF_ALL.search(text[: span.start]) is not None


def _inside(span: NumberSpan, items: Sequence[Item]) -> list[int]:
    return [i for i, item in enumerate(items) if item.start < span.end and span.start < item.end]


def _is_free(inside: Sequence[int], items: Sequence[Item]) -> bool:
    return not any(items[i].use not in (None, "number") or items[i].has("claim") for i in inside)


def _counts_something(items: Sequence[Item], i: int, step: int) -> bool:
    j, left = i + step, _REACH
    while 0 <= j < len(items) and left:
        if items[j].kind == "mark" and items[j].text in (SENTENCE_ENDS if step < 0 else SENTENCE_ENDS + ":"):
            return False  # what stands before a colon is what the number behind it counts
        if items[j].has(*_FACETS) or items[j].use in ("measure", "side", "group"):
            return True
        left -= not items[j].idle
        j += step
    return False
