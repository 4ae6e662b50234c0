"""No pattern of ours is super-linear: however long the text, the steps grow as it does.

Every pattern is found: those that modules hold when all are imported, and those that stand inside functions. Each is
run on texts made for it from the signs that it names, which grow, with an end that keeps it from matching.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from re import _constants as of  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import bot
import handlers
from tests.conftest import ROOT
from tests.security.regex_steps import Matcher, TooManyStepsError

SHORT, LONG = 32, 128  # signs of the text that is repeated; four times as many
LINEAR = 4 * 1.6  # what four times the text may cost: quadratic patterns cost sixteen times as much
MANY = 20_000  # steps that no text so short may cost


def modules() -> Iterator[ModuleType]:
    for package in (bot, handlers):
        yield package
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if "migrations" not in found.name:  # which run only by their own tool, and hold no pattern
                yield importlib.import_module(found.name)


def held(value: Any, depth: int = 3) -> Iterator[re.Pattern[str]]:
    """The patterns in a value: itself, or what it contains."""
    if isinstance(value, re.Pattern):
        yield value
    elif depth and isinstance(value, dict | list | tuple | set | frozenset):
        for one in value.values() if isinstance(value, dict) else value:
            yield from held(one, depth - 1)


SOURCES = [path.read_text(encoding="utf-8") for folder in ("bot", "handlers") for path in (ROOT / folder).rglob("*.py")]
AT_ONE_PLACE = {"match", "fullmatch"}  # where the others try every place of a text


CALLED = defaultdict[str, set[str]](set)  # by the name of that whose methods are called, wherever it is
for _source in SOURCES:
    for _name, _method in re.findall(r"\b(\w+)\.(\w+)\(", _source):
        CALLED[_name].add(_method)


def uses(name: str) -> set[str]:
    """The methods that are called of what has this name."""
    return CALLED[name] & {"match", "fullmatch", "search", "finditer", "findall", "sub", "subn", "split"} or {"search"}


def written() -> Iterator[tuple[str, int, str]]:
    """Patterns that stand in calls of `re`'s functions, with what the function does."""
    told = (source for source in SOURCES if re.search(r"\bre\.", source))
    for node in (node for source in told for node in ast.walk(ast.parse(source))):
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re.") and node.args:
            function = ast.unparse(node.func).removeprefix("re.")
            if isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str) and function != "compile":
                yield node.args[0].value, re.compile(node.args[0].value).flags, function


def found() -> dict[tuple[str, int], set[str]]:
    """Every pattern with what is done with it."""
    patterns: dict[tuple[str, int], set[str]] = {}
    for module in modules():
        for name, value in vars(module).items():
            for one in held(value):
                if isinstance(one.pattern, str):
                    patterns.setdefault((one.pattern, one.flags), set()).update(uses(name))
    for pattern, flags, function in written():
        patterns.setdefault((pattern, flags), set()).add(function)
    return patterns


sys.setrecursionlimit(20_000)  # a matcher's levels, one for each repeat
PATTERNS = found()
ALL = [(re.compile(*one), how if how <= AT_ONE_PLACE else {"finditer"}) for one, how in PATTERNS.items()]


def signs_of(items: Any) -> Iterator[str]:
    """A sign or two for each part of a pattern."""
    for kind, argument in items:
        if kind in (of.LITERAL, of.NOT_LITERAL):
            yield chr(argument)
        elif kind is of.RANGE:
            yield chr(argument[0])
        elif kind is of.CATEGORY:
            yield {"DIGIT": "1", "SPACE": " ", "WORD": "w"}[argument.name.rpartition("_")[2]]
        elif kind is of.ANY:
            yield "x"
        elif kind is of.IN:
            yield from list(signs_of(argument))[:6]
        elif kind is of.BRANCH:
            for branch in argument[1]:
                yield from signs_of(branch)
        elif kind in (of.MAX_REPEAT, of.MIN_REPEAT):
            yield from signs_of(argument[2])
        elif kind is of.SUBPATTERN:
            yield from signs_of(argument[3])
        elif kind in (of.ASSERT, of.ASSERT_NOT):
            yield from signs_of(argument[1])


def attacks(pattern: re.Pattern[str]) -> list[tuple[str, str, str]]:
    """What to begin with, what to repeat, and what to end with."""
    signs = list(dict.fromkeys(signs_of(_parser.parse(pattern.pattern, pattern.flags))))
    few = list(dict.fromkeys([*signs[:4], *"1 a", *signs[-1:]]))
    pumps = {"".join(one) for length, most in ((1, 8), (2, 6), (3, 2)) for one in product(few[:most], repeat=length)}
    whole = "".join(signs[:40])
    return [(start, pump, end) for pump in sorted(pumps) for start, end in (("", ""), ("", "\x01"), (whole, "\x01"))]


def steps(pattern: re.Pattern[str], method: str, text: str, most: int) -> int:
    matcher = Matcher(pattern, text, most)
    try:
        if method in AT_ONE_PLACE:
            matcher.match(whole=method == "fullmatch")
        else:
            for _ in matcher.all():
                pass
    except (TooManyStepsError, RecursionError):
        return most
    return matcher.steps


def grows(pattern: re.Pattern[str], method: str, attack: tuple[str, str, str]) -> bool:
    """Whether four times the text costs more than four times the steps, with room for what they begin with."""
    start, pump, end = attack
    short, long = (start + (pump * size)[:size] + end for size in (SHORT, LONG))
    most = int(LINEAR * (steps(pattern, method, short, MANY) + SHORT))
    return steps(pattern, method, long, most) >= most


def test_all_patterns_are_found() -> None:
    assert len(PATTERNS) > 40
    assert any("(?P<digits>" in pattern for pattern, _ in PATTERNS)
    assert [how for (pattern, _), how in PATTERNS.items() if pattern == "[a-z]+(:[A-Za-z0-9_-]*)*"] == [{"fullmatch"}]


@pytest.mark.parametrize(("pattern", "methods"), ALL, ids=[pattern.pattern[:40] for pattern, _ in ALL])
def test_steps_grow_no_faster_than_the_text(pattern: re.Pattern[str], methods: set[str]) -> None:
    worse = [(how, attack) for how in methods for attack in attacks(pattern) if grows(pattern, how, attack)]
    assert worse == []


@pytest.mark.parametrize(
    "evil",
    [r"(a+)+$", r"(a|a)*b", r"\s+$", r"\d+x", r"(\w+\s?)*!", r"<[^>]*>", r"a.*b.*c", r"(?:a+b?)+c", r"^(.*?,)+P"],
)
def test_the_measure_finds_what_is_known_to_be_evil(evil: str) -> None:
    pattern = re.compile(evil)
    assert any(grows(pattern, "search", attack) for attack in attacks(pattern))


@settings(max_examples=60, deadline=None)
@example(text="\na=")  # the beginning of a line
@example(text="a\n\n")
@given(text=st.text("ab1 .,-'’@/:<>=тисtho\n", max_size=25))
def test_the_measure_matches_as_re_does(text: str) -> None:
    for pattern, _ in ALL:
        assert list(Matcher(pattern, text).all()) == [one.span() for one in pattern.finditer(text)], pattern
