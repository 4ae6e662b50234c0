"""The words of languages that inflect, by their dictionaries: which forms are one word, and what each form is.

A dictionary takes a tenth of a second and some 20 MB, so that each is read when a word of its language is first met.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer
    from pymorphy3.analyzer import Parse
    from pymorphy3.tagset import OpencorporaTag

INFLECTING = ("uk", "ru")  # languages whose dictionaries are installed
_PROPER = frozenset({"Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr", "Init"})
_FINITE = frozenset({"past", "3per"})
_VOICES = ("actv", "pssv")
_VOWELS = frozenset("аеєиіїоуюя")
_ALTERNATING = {"uk": {"у": "в", "в": "у"}}  # first letters that the sound before a word decides between
_OF_VERBS = ("verb", "infinitive")  # kinds of forms
_OF_DEEDS = ("verb", "infinitive", "impersonal", "ADJF pssv")


class Inflected:
    """A form of a word as the dictionary has it."""

    def __init__(self, parse: Parse, lemma: tuple[str, str], *, guessed: bool) -> None:
        self.word: str = parse.word.replace("ё", "е")
        self.lemma = lemma  # with its part of speech: equal for the forms of one word
        self.guessed = guessed  # by its ending: no dictionary has it
        self.kind = _kind(parse.tag)
        self.case: str | None = parse.tag.case
        self.plural: bool = "plur" in parse.tag
        self._parse = parse

    @cached_property
    def family(self) -> Sequence[Inflected]:
        """All forms of the word, this one included."""
        return [Inflected(form, self.lemma, guessed=self.guessed) for form in self._parse.lexeme]


@lru_cache(maxsize=256)  # a word is looked at from several sides while its question is read
def inflected(word: str, language: str) -> Sequence[Inflected]:
    """What a form can be in a language."""
    analyzer = _analyzer(language)
    guessed = not analyzer.word_is_known(word)
    parses = (parse for parse in analyzer.parse(word) if parse.tag.POS)
    return tuple(Inflected(parse, (parse.normal_form, parse.tag.POS), guessed=guessed) for parse in parses)


def known_forms(word: str, languages: Sequence[str] = INFLECTING) -> Sequence[Inflected]:
    """What a form can be in these languages, where their dictionaries have it; of Latin letters none is asked."""
    if word.isascii():
        return []
    return [form for language in languages for form in inflected(word, language) if not form.guessed]


def is_plain_word(word: str, language: str) -> bool:
    """Whether the dictionary of a language has a word that is no name or abbreviation."""
    tags = _analyzer(language).tag(word) if _analyzer(language).word_is_known(word) else ()
    return any(_PROPER.isdisjoint(tag.grammemes) for tag in tags)


def is_verb(word: str) -> bool:
    """Whether a word can be nothing but a verb, in a language whose dictionary has it."""
    of_verbs = ([form.kind in _OF_VERBS for form in known_forms(word, [language])] for language in INFLECTING)
    return any(found and all(found) for found in of_verbs)


def is_given_name(word: str, *, sure: bool) -> bool:
    """Whether a dictionary has a word as what somebody is called; where that must be sure, as nothing else."""
    analyzers = [_analyzer(language) for language in INFLECTING] if not word.isascii() else []
    tags = [tag for analyzer in analyzers if analyzer.word_is_known(word) for tag in analyzer.tag(word)]
    names = ["Name" in tag.grammemes for tag in tags]
    return any(names) and (all(names) or not sure)


def is_imperative(word: str, language: str) -> bool:
    """Whether a word may be a verb that bids somebody do something."""
    analyzer = _analyzer(language)
    tags = analyzer.tag(word) if analyzer.word_is_known(word) else ()
    return any("impr" in tag.grammemes for tag in tags)


def other_beginning(word: str, language: str) -> str | None:
    """The same verb or participle with the first letter that it takes after another sound: `втратив` for `утратив`.

    Nouns that differ in that letter alone are often two words.
    """
    first = _ALTERNATING.get(language, {}).get(word[:1])
    if first is None or len(word) < 2 or word[1] in _VOWELS:
        return None
    forms = inflected(word, language)
    if any(form.guessed or not form.kind.startswith(_OF_DEEDS) for form in forms):
        return None
    return first + word[1:]


def read_dictionaries() -> None:
    """Read them all now, so that nobody has to wait for them later."""
    for language in INFLECTING:
        _analyzer(language)


@cache
def _analyzer(language: str) -> MorphAnalyzer:
    from pymorphy3 import MorphAnalyzer  # noqa: PLC0415  questions without such words need none of it

    return MorphAnalyzer(lang=language)


def _kind(tag: OpencorporaTag) -> str:
    """What a form does in a sentence: forms of one kind differ by case, number, gender and tense alone."""
    grammemes = tag.grammemes
    if "Impe" in grammemes or (tag.POS == "PRTS" and "neut" in grammemes):
        return "impersonal"
    if tag.POS == "INFN" or "infn" in grammemes:
        return "infinitive"
    if tag.POS == "VERB":
        mood = "imperative" if "impr" in grammemes else "verb"
        return mood if not grammemes.isdisjoint(_FINITE) else f"{mood} of who speaks"
    return " ".join((str(tag.POS), *(voice for voice in _VOICES if voice in grammemes)))
