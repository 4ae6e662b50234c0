"""Sentences whose sufferer is known by how they are built, and how they are read.

The constructions of each language stand in a TOML file of its own. They were listed as a grammar lists them, not after
the rules of the bot, so that what fails here is what nobody thought of.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from bot.questions.question import Question
from bot.questions.tokens.vocabulary import Vocabulary
from bot.questions.understand import understand
from tests.questions.package import TODAY

LANGUAGES = ("en", "uk", "ru")
SIDES = ("russia", "ukraine")
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{(?:(\w)\.)?(\w+)\}")
_THINGS = ("ground", "air", "ship")
_NOUNS = {"t": (*_THINGS, "people"), "o": _THINGS, "u": ("ground",), "p": ("people",), "h": ("home",)}  # of a slot


@dataclass(frozen=True, slots=True)
class Sentence:
    language: str
    frame: str  # the name of its construction
    text: str
    sides: frozenset[str]  # whose losses it asks about


@cache
def _grammar(language: str) -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / f"{language}.toml").read_text(encoding="utf-8"))


def constructions(language: str) -> list[tuple[str, str, str]]:
    """Its language, the name of its group, and a frame, for all of them."""
    return [(language, name, frame) for name, group in _grammar(language)["frames"].items() for frame in group]


def sentences(count: int, seed: int) -> Iterator[Sentence]:
    """Pairs of sentences, one the mirror of the other; the same for the same seed, evenly over the constructions."""
    rng = random.Random(seed)
    frames = [frame for language in LANGUAGES for frame in constructions(language)]
    for pair in range(count // 2):
        if pair % len(frames) == 0:
            rng.shuffle(frames)
        language, name, frame = frames[pair % len(frames)]
        drawn = rng.getrandbits(32)
        for side in range(2):
            both = frame.startswith("+")
            text = Filling(language, side, random.Random(drawn)).text(frame.removeprefix("+"))
            yield Sentence(language, name, text, frozenset(SIDES if both else (SIDES[side],)))


class Filling:
    """One way to fill a frame, the same for both sides of a pair."""

    def __init__(self, language: str, sufferer: int, rng: random.Random) -> None:
        self.grammar = _grammar(language)
        self.rng = rng
        self.of = {"a": sufferer, "b": 1 - sufferer}
        self.nouns: dict[str, tuple[str, int]] = {}
        self.named: dict[str, tuple[str, int]] = {}  # in the sentence before
        self.verb = rng.random()

    def text(self, frame: str) -> str:
        phrases = [phrase.strip() for phrase in frame.split("~")]
        if self.rng.random() < 0.5:
            phrases[1:] = self.rng.sample(phrases[1:], len(phrases) - 1)
        else:
            self.rng.shuffle(phrases)
        text = " ".join(phrases)
        if not frame.startswith("{how}") or not text.startswith("{how}"):
            text = text.replace("{how}", "{many}")  # "does anyone know how many" begins a sentence
        text = self._filled(_CHOICE.sub(self._chosen, text))
        return re.sub(r"\s+([,.?:])", r"\1", " ".join(text.split()))

    def text_behind(self, frame: str) -> str:
        """A follow-up, whose nouns are its own."""
        self.nouns, self.named = {}, self.nouns or self.named
        return self.text(frame)

    def objects(self) -> set[str]:
        """The things that are named; in a follow-up that names none, those before."""
        nouns = (self.nouns or self.named).values()
        return {self._words("noun", kind)["id"][place] for kind, place in nouns if kind in _THINGS}

    def _chosen(self, choice: re.Match[str]) -> str:
        return self.rng.choice(choice[1].split("|"))

    def _filled(self, text: str) -> str:
        while _SLOT.search(text):
            text = _SLOT.sub(self._slot, text, count=1)
        return text

    def _slot(self, slot: re.Match[str]) -> str:
        of, form = slot[1], slot[2]
        if of is None:
            return str(self.rng.choice(self.grammar["words"][form]))
        if of in self.of:
            # Forms of the two sides differ in number: a share of them is drawn, so that a pair stays one.
            forms = self.grammar["sides"][form][self.of[of]].split("|")
            return _SLOT.sub(lambda inner: f"{{{of}.{inner[2]}}}", _at(forms, self.rng.random()))
        if of == "v":
            return _at(self._words("verb", self._counted()[0])[form], self.verb)
        kind, place = self._noun(of)
        return str(self._words("noun", kind)[form][place])

    def _noun(self, of: str) -> tuple[str, int]:
        if of not in self.nouns:
            kind = self.rng.choice(_NOUNS[of])
            forms = next(forms for name, forms in self._words("noun", kind).items() if name != "of")
            self.nouns[of] = kind, self.rng.randrange(len(forms))
        return self.nouns[of]

    def _counted(self) -> tuple[str, int]:
        """What a verb is of: the noun of the frame, whichever it has, or that of the sentence before."""
        named = self.nouns or self.named
        return next(iter(named.values()), None) or self._noun("t")

    def _words(self, table: str, kind: str) -> dict[str, Any]:
        return next(entry for entry in self.grammar[table] if entry["of"] == kind)


def _at(forms: list[str], share: float) -> str:
    return forms[int(share * len(forms))]


def verdict(sentence: Sentence, question: Question, vocabulary: Vocabulary) -> str:
    """Right, wrong side (nothing of those asked about, or only one of two), extra side, or not answered."""
    populations = vocabulary.entities.populations
    found = {populations[reading.topic.population].attributes.get("party", "?") for reading in question.readings}
    if not found:
        return "not answered"
    if found == sentence.sides:
        return "right"
    return "extra side" if found > sentence.sides else "wrong side"


def judged(count: int, seed: int, vocabulary: Vocabulary) -> Iterator[tuple[Sentence, Question, str]]:
    for sentence in sentences(count, seed):
        question = understand(sentence.text, vocabulary, today=TODAY)
        yield sentence, question, verdict(sentence, question, vocabulary)
