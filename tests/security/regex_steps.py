"""How many steps a pattern takes on a text, counted rather than timed.

The matcher below backtracks as `re` does, on the program that `re` itself parses a pattern into, and counts each item
that it tries. Its matches are those of `re` (test_patterns.py compares them), so its steps are of the same order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from re import _constants as of  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

# As numbers: the flags' own arithmetic is slow.
ASCII, DOTALL, IGNORECASE, MULTILINE = map(int, (re.ASCII, re.DOTALL, re.IGNORECASE, re.MULTILINE))
Then = Callable[[int], bool]
Items = list[tuple[Any, Any]]


class TooManyStepsError(Exception):
    """It went on for longer than was allowed."""


@cache
def _parsed(pattern: str, flags: int) -> Items:
    items: Items = _parser.parse(pattern, flags).data
    return items


class Matcher:
    """One pattern on one text."""

    def __init__(self, pattern: re.Pattern[str], text: str, most: int = 10**9) -> None:
        self.steps = 0
        self._most = most
        self._text = text
        self._flags = pattern.flags
        self._items = _parsed(pattern.pattern, pattern.flags)
        self._groups: dict[int, tuple[int, int]] = {}

    def search(self, start: int = 0) -> tuple[int, int] | None:
        """The first match from a place on."""
        for place in range(start, len(self._text) + 1):
            end = self.match(place)
            if end is not None:
                return place, end
        return None

    def match(self, start: int = 0, *, whole: bool = False) -> int | None:
        """Where a match that begins there ends; `whole`: only one that ends with the text."""
        ends: list[int] = []
        self._groups = {}

        def ended(end: int) -> bool:
            if whole and end < len(self._text):
                return False
            ends.append(end)
            return True

        return ends[0] if self._run(self._items, 0, start, self._flags, ended) else None

    def all(self) -> Iterator[tuple[int, int]]:
        """Every match, one behind the other, as `finditer` gives them."""
        place = 0
        while (found := self.search(place)) is not None:
            yield found
            place = found[1] if found[1] > found[0] else found[1] + 1

    def _run(self, items: Items, index: int, at: int, flags: int, then: Then) -> bool:
        if index == len(items):
            return then(at)
        self.steps += 1
        if self.steps > self._most:
            raise TooManyStepsError
        kind, argument = items[index]

        def rest(end: int) -> bool:
            return self._run(items, index + 1, end, flags, then)

        return bool(getattr(self, f"_{kind.name.lower()}")(argument, at, flags, rest))

    def _one(self, at: int, fits: Callable[[str], bool], rest: Then) -> bool:
        return at < len(self._text) and fits(self._text[at]) and rest(at + 1)

    def _literal(self, code: int, at: int, flags: int, rest: Then) -> bool:
        return self._one(at, lambda sign: _same(sign, chr(code), flags), rest)

    def _not_literal(self, code: int, at: int, flags: int, rest: Then) -> bool:
        return self._one(at, lambda sign: not _same(sign, chr(code), flags), rest)

    def _any(self, _: object, at: int, flags: int, rest: Then) -> bool:
        return self._one(at, lambda sign: sign != "\n" or bool(flags & DOTALL), rest)

    def _in(self, choices: Items, at: int, flags: int, rest: Then) -> bool:
        return self._one(at, lambda sign: _among(sign, choices, flags), rest)

    def _category(self, category: Any, at: int, flags: int, rest: Then) -> bool:
        return self._one(at, lambda sign: _of_category(sign, category, flags), rest)

    def _branch(self, branches: tuple[Any, list[Any]], at: int, flags: int, rest: Then) -> bool:
        return any(self._run(one.data, 0, at, flags, rest) for one in branches[1])

    def _subpattern(self, argument: tuple[int | None, int, int, Any], at: int, flags: int, rest: Then) -> bool:
        group, added, removed, items = argument

        def closed(end: int) -> bool:
            if group is None:
                return rest(end)
            before = self._groups.get(group)
            self._groups[group] = (at, end)
            if rest(end):
                return True
            self._groups.pop(group) if before is None else self._groups.update({group: before})
            return False

        return self._run(items.data, 0, at, (flags | added) & ~removed, closed)

    def _max_repeat(self, argument: tuple[int, Any, Any], at: int, flags: int, rest: Then) -> bool:
        return self._repeat(argument, at, flags, rest, greedy=True)

    def _min_repeat(self, argument: tuple[int, Any, Any], at: int, flags: int, rest: Then) -> bool:
        return self._repeat(argument, at, flags, rest, greedy=False)

    def _repeat(self, argument: tuple[int, Any, Any], at: int, flags: int, rest: Then, *, greedy: bool) -> bool:
        least, most, body = argument
        items: Items = body.data
        if len(items) == 1 and items[0][0] in _SINGLE:
            return self._repeat_signs(least, most, items, at, flags, rest, greedy=greedy)

        def turn(done: int, place: int) -> bool:
            def again(end: int) -> bool:
                return (end > place or done < least) and turn(done + 1, end)

            if done < least:
                return self._run(items, 0, place, flags, again)
            more = most is of.MAXREPEAT or done < most
            if greedy:
                return (more and self._run(items, 0, place, flags, again)) or rest(place)
            return rest(place) or (more and self._run(items, 0, place, flags, again))

        return turn(0, at)

    def _repeat_signs(  # noqa: PLR0917  as the others take them
        self, least: int, most: Any, items: Items, at: int, flags: int, rest: Then, *, greedy: bool
    ) -> bool:
        """A repeat of single signs, without a level of recursion for each."""
        end = at
        limit = len(self._text) if most is of.MAXREPEAT else min(len(self._text), at + most)
        while end < limit and self._run(items, 0, end, flags, lambda _: True):
            end += 1
        lengths = range(at + least, end + 1)
        return any(rest(one) for one in (reversed(lengths) if greedy else lengths))

    def _assert(self, argument: tuple[int, Any], at: int, flags: int, rest: Then) -> bool:
        return self._looks(argument, at, flags) and rest(at)

    def _assert_not(self, argument: tuple[int, Any], at: int, flags: int, rest: Then) -> bool:
        return not self._looks(argument, at, flags) and rest(at)

    def _looks(self, argument: tuple[int, Any], at: int, flags: int) -> bool:
        direction, items = argument
        start = at
        if direction < 0:
            width, _ = items.getwidth()
            start = at - width
        return start >= 0 and self._run(items.data, 0, start, flags, lambda _: True)

    def _at(self, where: Any, at: int, flags: int, rest: Then) -> bool:
        return self._is_at(where.name, at, flags) and rest(at)

    def _is_at(self, where: str, at: int, flags: int) -> bool:
        text, end = self._text, len(self._text)
        if where in ("AT_BEGINNING", "AT_BEGINNING_STRING"):
            line = where == "AT_BEGINNING" and bool(flags & MULTILINE)
            return at == 0 or (line and text[at - 1] == "\n")
        if where == "AT_END":
            last = at == end - 1 or bool(flags & MULTILINE)
            return at == end or (last and text[at] == "\n")
        if where == "AT_END_STRING":
            return at == end
        before = at > 0 and _is_word(text[at - 1], flags)
        after = at < end and _is_word(text[at], flags)
        return (before != after) == (where == "AT_BOUNDARY")

    def _groupref(self, group: int, at: int, _: int, rest: Then) -> bool:
        if group not in self._groups:
            return False
        first, last = self._groups[group]
        known = self._text[first:last]
        return self._text.startswith(known, at) and rest(at + len(known))


_SINGLE = {of.LITERAL, of.NOT_LITERAL, of.ANY, of.IN, of.CATEGORY}


def _same(sign: str, other: str, flags: int) -> bool:
    return sign == other or (bool(flags & IGNORECASE) and sign.lower() == other.lower())


def _is_word(sign: str, flags: int) -> bool:
    return (sign.isalnum() or sign == "_") and (sign.isascii() or not flags & ASCII)


def _of_category(sign: str, category: Any, flags: int) -> bool:
    name = category.name.removeprefix("CATEGORY_")
    kind = name.removeprefix("NOT_")
    wide = sign.isascii() or not flags & ASCII
    found = {
        "DIGIT": sign.isdecimal() and wide,
        "SPACE": sign.isspace() and wide,
        "WORD": _is_word(sign, flags),
    }[kind]
    return found != name.startswith("NOT_")


def _among(sign: str, choices: Items, flags: int) -> bool:
    forms = {sign, sign.lower(), sign.upper()} if flags & IGNORECASE else {sign}
    negated = choices[0][0] is of.NEGATE
    return any(_chosen(form, choices[negated:], flags) for form in forms if len(form) == 1) != negated


def _chosen(sign: str, choices: Items, flags: int) -> bool:
    for kind, argument in choices:
        if kind is of.LITERAL and ord(sign) == argument:
            return True
        if kind is of.RANGE and argument[0] <= ord(sign) <= argument[1]:
            return True
        if kind is of.CATEGORY and _of_category(sign, argument, flags):
            return True
    return False
