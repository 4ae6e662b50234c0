"""Follow-ups behind sentences of the grammar: what each changes is known by its construction, and so what it asks."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

from bot.questions.question import Dates, Question, Reading
from bot.questions.tokens.vocabulary import Vocabulary
from bot.questions.understand import understand
from tests.questions.grammar.grammar import LANGUAGES, SIDES, Filling, Sentence, constructions, verdict
from tests.questions.package import TODAY

_BEHIND = {"follow": None, "follow_plain": "plain", "follow_open": "open"}  # which constructions stand before
_YEAR = Dates(as_of_from=TODAY.replace(2023, 1, 1), as_of_to=TODAY.replace(2023, 12, 31))


@dataclass(frozen=True, slots=True)
class FollowUp:
    before: Sentence
    said: Sentence  # its frame is what it changes
    objects: frozenset[str]  # what it names, nothing where it leaves that as it was


@cache
def _grammar(language: str) -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / f"followups.{language}.toml").read_text(encoding="utf-8"))


def follow_ups(count: int, seed: int) -> Iterator[FollowUp]:
    """Pairs of sentences with a follow-up, one the mirror of the other; evenly over what follow-ups change, and how."""
    rng = random.Random(seed)
    frames = [
        (language, table, change, frame)
        for language, table in product(LANGUAGES, _BEHIND)
        for change, group in _grammar(language)[table].items()
        for frame in group
    ]
    for pair in range(count // 2):
        if pair % len(frames) == 0:
            rng.shuffle(frames)
        language, table, change, frame = frames[pair % len(frames)]
        name, before = rng.choice(_frames_before(language, _BEHIND[table] or rng.choice(("plain", None))))
        drawn = rng.getrandbits(32)
        for side in range(2):
            filling = Filling(language, side, random.Random(drawn))
            first = filling.text(before)
            text = filling.text_behind(frame)
            asked = 1 - side if change.endswith("turned") else side
            sides = frozenset() if change == "elsewhere" else frozenset((SIDES[asked],))
            yield FollowUp(
                Sentence(language, name, first, frozenset() if name == "open" else frozenset((SIDES[side],))),
                Sentence(language, change, text, sides),
                frozenset(filling.objects()),
            )


@cache
def _frames_before(language: str, name: str | None) -> list[tuple[str, str]]:
    if name == "open":
        return [(name, frame) for frame in _grammar(language)["open"]["frames"]]
    frames = [(group, frame) for _, group, frame in constructions(language) if not frame.startswith("+")]
    return [(group, frame) for group, frame in frames if name in (None, group)]


def judge(follow_up: FollowUp, before: Question, question: Question, vocabulary: Vocabulary) -> str:
    """As a sentence by itself is judged; and whether what it does not change stays."""
    said = follow_up.said
    if said.frame == "elsewhere":
        return "false answer" if question.readings else "right"
    side = verdict(said, question, vocabulary)
    if side != "right" or said.frame == "anew_turned":
        return side
    kept = all(_is_as_expected(reading, follow_up, before, vocabulary) for reading in question.readings)
    return "right" if kept else "wrong rest"


def _is_as_expected(now: Reading, follow_up: FollowUp, before: Question, vocabulary: Vocabulary) -> bool:
    change = follow_up.said.frame.removesuffix("_turned")
    if not before.readings:
        return now.topic.object in follow_up.objects | {None}
    then = before.readings[0]
    objects = follow_up.objects if change == "things" else {reading.topic.object for reading in before.readings}
    if change == "fate":
        objects = {None}
    dates = _YEAR if change == "when" else then.dates
    told = change in ("said", "said_own") or now.claimants == then.claimants
    return now.topic.object in objects and now.dates == dates and now.place == then.place and told


def judged(count: int, seed: int, vocabulary: Vocabulary) -> Iterator[tuple[FollowUp, Question, str]]:
    """Those behind sentences that are read rightly by themselves."""
    for follow_up in follow_ups(count, seed):
        before = understand(follow_up.before.text, vocabulary, today=TODAY)
        rightly = verdict(follow_up.before, before, vocabulary) == "right" or follow_up.before.frame == "open"
        if rightly:
            question = understand(follow_up.said.text, vocabulary, today=TODAY, previous=before)
            yield follow_up, question, judge(follow_up, before, question, vocabulary)
