"""The question as a row of items: each a word or phrase of the vocabulary, a number, a mark, or unknown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.questions.tokens.lexicon import Concepts
from bot.questions.tokens.normalise import Token, fold
from bot.questions.tokens.vocabulary import Vocabulary

PARTY_KINDS = ("party", "party-people", "party-army", "party-adjective")
SENTENCE_ENDS = ".!?;"
HEADS_OFF = ":-"  # marks behind a heading
ASIDE = "aside"  # used so: said beside the question
LEFT_OUT = "left-out"  # a place in a sentence set aside
NOUNS_LIKE_VERBS = ("losses",)  # English nouns that are spelt like verbs here
SPEAKER = ("i", "im", "i'm", "am", "я")  # who writes, with the verb that cannot be without
MEASURES = ("measure", "measure-active", "measure-loss")  # kinds of words that tell what happened
_COUNTED = frozenset({"measure", "measure-noun", "group", "object"})
_QUALIFIED = frozenset({"group", "object", "model", "claimant", "office", "measure-loss"})  # by whose they are
_LONGEST_ABBREVIATION = 3  # letters of an adjective that is cut short with a dot
# A filler that is one of these too is a filler all the same, unless it was used as such.
_FILLERS = frozenset({
    "filler", "guard", "meaning", "personal", "opinion", "motion", "conjunction", "fighting", "strike", "same-time",
    "anaphora", "self", "order", "demonstrative", "whole", "multiplier", "numbered",
    "future", "comparison", "addressee", "adding", "persons", "hearer", "there", "held", "launch", "among",
    "elapsed", "new-year", "continuing", "present", "until-now", "inclusive", "few", "asker", "not-one", "rate",
    "rate-or-date", "guise", "everyday", "mustering", "boast", "hides", "possible", "where", "moment", "whence",
    "yardstick", "differ", "theirs", "who", "proof", "only", "that-one", "not-only", "refusal", "doubt",
    "nought", "which", "exhibit", "together", "trend", "reason",
})  # fmt: skip
# Words that mean something only beside certain others.
_UNKNOWN = frozenset({
    "guard", "taking", "biography", "fighting", "strike", "motion", "held", "launch", "everyday", "alive",
})  # fmt: skip
_NAMED_WHERE = frozenset({"place", "party", "party-army"})
_LONGEST_FATE = 5  # words of "home in a wooden box"
_LEADING_ELSEWHERE = frozenset({"other", "cause"})
_OF_FIGURES = frozenset({"claim-after", "reflexive"})
_THEIRS = frozenset({"claim-after", "reflexive", "object"})
_DEEDS = frozenset({"measure-active", "taking"})
_NEVER_IDLE = _UNKNOWN - {"guard"}


@dataclass(slots=True)
class Item:
    """One word or phrase, with everything it can mean; `use` tells what was made of it."""

    typed: str
    text: str
    start: int
    end: int
    kind: str  # word, number, date, mark, flag
    concepts: Concepts = field(default_factory=dict)
    possessive: bool = False
    use: str | None = None
    aside: bool = False  # who says it, where, how many in all: neighbours are found across it

    def has(self, *kinds: str) -> bool:
        """Whether it can be of one of these kinds."""
        concepts = self.concepts
        for kind in kinds:  # noqa: SIM110 - asked hundreds of times of a question, and `any` takes thrice as long
            if kind in concepts:
                return True
        return False

    def target(self, kind: str) -> str:
        """Its first target of a kind."""
        return self.concepts[kind][0]

    def means(self, kind: str, target: str) -> bool:
        """Whether it can mean this target of a kind."""
        return target in self.concepts.get(kind, ())

    @property
    def targets(self) -> set[str]:
        """Everything that it can mean, of whatever kind."""
        return {target for targets in self.concepts.values() for target in targets}

    @property
    def asks(self) -> bool:
        """Whether it asks for a number: no word that may as well say nothing."""
        return self.has("ask") and not self.has("filler")

    @property
    def and_how_many(self) -> bool:
        """Whether it asks for a number besides, in one phrase."""
        return self.has("continuing") and " " in self.text

    @property
    def number(self) -> int | None:
        """Its value, where it is a plain small number."""
        return int(self.text) if self.kind == "number" and self.text.isdecimal() and len(self.text) <= 4 else None

    @property
    def unknown(self) -> bool:
        """A word of which nothing is known, or only that it is none of ours."""
        if self.kind != "word" or self.use is not None:
            return False
        return _UNKNOWN.issuperset(self.concepts)

    @property
    def may_be_name(self) -> bool:
        """A capitalised word that is none of ours as typed."""
        mended = fold(self.typed) != self.text and self.use is None
        capital = self.typed[:1].isupper() and self.typed[1:].islower() and len(self.typed) > 2
        return capital and (self.unknown or mended)

    @property
    def idle(self) -> bool:
        """A word that nothing depends on: spoken, but not part of the frame."""
        if self.use is not None or not self.concepts:
            return self.use == "idle"
        return _FILLERS.issuperset(self.concepts) and not _NEVER_IDLE.issuperset(self.concepts)


def items_of(tokens: Sequence[Token], vocabulary: Vocabulary, language: str | None) -> list[Item]:
    """The tokens joined into phrases, the longest first; without a language, a form means all it can in any."""
    items: list[Item] = []
    i = 0
    while i < len(tokens):
        if items and _is_dot_of_abbreviation(items[-1], tokens, i, vocabulary):
            i += 1
            continue
        concepts, length = _phrase_at(tokens, i, vocabulary, language)
        first, last = tokens[i], tokens[i + length - 1]
        items.append(
            Item(
                typed=" ".join(dict.fromkeys(t.typed for t in tokens[i : i + length])),
                text=" ".join(t.text for t in tokens[i : i + length]),
                start=first.start,
                end=last.end,
                kind=first.kind,
                concepts=concepts,
                possessive=last.possessive or _lacks_apostrophe(last, concepts, vocabulary),
            )
        )
        i += length
    return items


def _is_dot_of_abbreviation(before: Item, tokens: Sequence[Token], i: int, vocabulary: Vocabulary) -> bool:
    """ "The so-and-so. ministry": a shortened adjective, which ends no sentence before what it is of."""
    if tokens[i].text != "." or tokens[i].start != before.end or not before.has("party-adjective"):
        return False
    behind = tokens[i + 1] if i + 1 < len(tokens) else None
    short = len(before.text) <= _LONGEST_ABBREVIATION
    return short and behind is not None and not _QUALIFIED.isdisjoint(vocabulary.single(behind.text) or {})


def _lacks_apostrophe(token: Token, concepts: Concepts, vocabulary: Vocabulary) -> bool:
    """A name typed with an "s" that it does not have, "berlins", be that form listed as well."""
    listed = "party" in concepts and token.text.endswith("s") and token.text.isascii()
    own = (vocabulary.single(token.text[:-1]) or {}) if listed else {}
    alike = listed and own.get("party") == concepts["party"]
    return alike or ("claimant" in concepts and token.typed.casefold() == token.text + "s")


def _phrase_at(tokens: Sequence[Token], i: int, vocabulary: Vocabulary, language: str | None) -> tuple[Concepts, int]:
    alone, phrases = vocabulary.beginning(tokens[i].text)
    second = tokens[i + 1].text if i + 1 < len(tokens) else ""
    for form in phrases.get(second, ()):
        length = len(form.tokens)
        if i + length > len(tokens) or any(tokens[i + k].text != form.tokens[k] for k in range(2, length)):
            continue
        if not _belongs_to_next(tokens, i + length - 1, form.concepts, vocabulary):
            return form.by_language.get(language or "", form.concepts), length
    return (alone.by_language.get(language or "", alone.concepts), 1) if alone else ({}, 1)


def _belongs_to_next(tokens: Sequence[Token], i: int, concepts: Concepts, vocabulary: Vocabulary) -> bool:
    """Whether the last word of a phrase is none of it: an adjective of what follows, a preposition before a place.

    "Who destroyed" asks for one who did it, "who destroyed more" for how many; "the week by data of" ends on no day;
    "came home", but "came home in a box"; "and theirs", but "and their data".
    """
    if "claimant" in concepts or i + 1 >= len(tokens):
        return _qualifies_next(tokens, i, vocabulary)
    if "locative" in concepts and _is_date(tokens[i + 1], vocabulary):
        return "measure-active" in (vocabulary.single(tokens[i - 1].text) or {})  # "how many did they down in 2024"
    if not (_LEADING_ELSEWHERE.issuperset(concepts) or "ending" in concepts or "swap" in concepts):
        return False
    own, following = vocabulary.single(tokens[i].text) or {}, vocabulary.single(tokens[i + 1].text) or {}
    if "ending" in concepts or ("swap" in concepts and "theirs" in own):
        return not (_OF_FIGURES if "ending" in concepts else _THEIRS).isdisjoint(following)
    if "more" in following:
        return not _DEEDS.isdisjoint(own)
    return ("locative" in own and not _NAMED_WHERE.isdisjoint(following)) or _tells_fate(tokens, i, vocabulary)


def _is_date(token: Token, vocabulary: Vocabulary) -> bool:
    return token.kind in ("number", "date") or "month" in (vocabulary.single(token.text) or {})


def _tells_fate(tokens: Sequence[Token], i: int, vocabulary: Vocabulary) -> bool:
    """Whether what happened is told by a phrase that begins with token i."""
    phrases = vocabulary.beginning(tokens[i].text)[1].get(tokens[i + 1].text, ())
    ahead = [token.text for token in tokens[i : i + _LONGEST_FATE]]
    return any("measure" in form.concepts and list(form.tokens) == ahead[: len(form.tokens)] for form in phrases)


def _qualifies_next(tokens: Sequence[Token], i: int, vocabulary: Vocabulary) -> bool:
    """Whether token i is the adjective of the noun behind it, and so no part of the name before it."""
    own = vocabulary.single(tokens[i].text) or {}
    following = vocabulary.single(tokens[i + 1].text) if i + 1 < len(tokens) else None
    return "party-adjective" in own and following is not None and not _COUNTED.isdisjoint(following)
