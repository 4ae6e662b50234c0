"""Questions that name both sides: the one that did it is never answered for, whichever of the two it is."""

import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.questions.question import Question

TABLE = tomllib.loads(Path(__file__).with_name("two_parties.toml").read_text(encoding="utf-8"))
PARTIES = ("russia", "ukraine")
_OF_SIDES = (
    ("russian-forces", "civilians-russia", "children-russia"),
    ("ukrainian-forces", "civilians-ukraine", "children-ukraine"),
)
POPULATIONS = {population: side for side, own in enumerate(_OF_SIDES) for population in own}
LEAST_ANSWERED = 0.95  # the rest is asked back
Case = tuple[str, set[int]]


def cases(language: str) -> Iterator[Case]:
    """Each question with either side as A, and whose losses it asks for."""
    for line in TABLE["questions"][language]:
        victims, _, template = line.partition("|")
        for a in (0, 1):
            given = {"A": a, "B": 1 - a}
            forms = TABLE["forms"][language]
            text = re.sub(r"\{(\w+):([AB])\}", lambda m, f=forms, g=given: f[m[1]][g[m[2]]], template)  # type: ignore[misc]
            yield text, {given[victim] for victim in victims}


@pytest.mark.parametrize("language", ["en", "uk", "ru"])
def test_two_parties(ask: Callable[[str], Question], language: str) -> None:
    read = [
        (text, victims, {POPULATIONS[r.topic.population] for r in ask(text).readings})
        for text, victims in cases(language)
    ]
    assert [(text, found) for text, victims, found in read if found - victims] == []
    assert sum(found == victims for _, victims, found in read) >= LEAST_ANSWERED * len(read)
