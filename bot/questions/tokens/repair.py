"""Each token as a word of the vocabulary: as it stands, split, in another script or layout, or with its typo mended."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rapidfuzz.distance import OSA

from bot.language.inflection import INFLECTING, is_plain_word
from bot.language.numbers import COUNTING_WORDS, NUMBER_WORDS
from bot.questions.tokens.families import Families
from bot.questions.tokens.gluing import Cut, Gluing
from bot.questions.tokens.latin import Latin, within
from bot.questions.tokens.lexicon import is_cyrillic
from bot.questions.tokens.normalise import Token, fold
from bot.questions.tokens.scripts import romanised
from bot.questions.tokens.tongue import languages_of_letters
from bot.questions.tokens.typos import typing_cost
from bot.questions.tokens.vocabulary import PARTIES, Vocabulary

_MOST_REPAIRS = 24  # a longer list of unknown words is no question of ours, and not worth the time
_SHORTEST_REPAIRED = 4
_TWO_EDITS_FROM = 6
_GUARDED = frozenset({("guard", "guard")})
_LONGEST_ABBREVIATION = 4
_ROMAN_NUMERALS = ("II", "III", "IV")
_SAYS_NOTHING = frozenset({"filler", "asker"})
_LONG_NUMBERS = [word for word in COUNTING_WORDS if len(word) > 4]  # shorter ones are as near to other words
_REFLEXIVE = ("ся", "сь")  # of verbs in languages that write it at their end
_PARTICIPLE = ("verb-number", "participle")  # whatever its ending, it tells the same of what happened
_ORDINAL = re.compile(r"\d+-[^\W\d_]{1,3}")
_CLEARLY = 0.15  # how much likelier one mistyped word must be than another
_A_SLIP = 0.6  # at most: a key beside, a letter doubled or swapped
_FOREIGN = 0.3


def repaired_tokens(tokens: Sequence[Token], vocabulary: Vocabulary) -> list[Token]:
    """The tokens of a text, each known where it can be made known."""
    repairer = _Repairer(tokens, vocabulary)
    mended = [mended for token in tokens for mended in repairer.mend(token)]
    latin = repairer.reads_latin
    return [
        repairer.read_alone(token) if (latin or is_cyrillic(token.text)) and _is_loose(i, mended, vocabulary) else token
        for i, token in enumerate(mended)
    ]


def _is_loose(i: int, tokens: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """Whether a word is listed only as a part of phrases, none of which stands there."""
    word = tokens[i].text
    if word not in vocabulary.languages or vocabulary.single(word) is not None or tokens[i].kind != "word":
        return False
    if tokens[i].typed in _ROMAN_NUMERALS:
        return False
    return not vocabulary.is_of_phrase([token.text for token in tokens], i)


class _Repairer:
    """Mends tokens one by one and keeps count, so that any text ends in bounded time."""

    def __init__(self, tokens: Sequence[Token], vocabulary: Vocabulary) -> None:
        self._tokens = tokens
        self._latin = Latin(tokens, vocabulary)
        self._among_cyrillic = any(is_cyrillic(token.text) for token in tokens)  # so may a Latin word be
        self._inflecting = languages_of_letters("".join(token.typed for token in tokens), INFLECTING)
        self._vocabulary = vocabulary
        self._known = vocabulary.languages
        self._left = self._families_left = _MOST_REPAIRS
        self._families = Families(vocabulary)
        self._gluing = Gluing(vocabulary)

    @property
    def reads_latin(self) -> bool:
        """Whether a Latin word may be one of another language."""
        return self._latin.prevails or self._among_cyrillic

    def mend(self, token: Token) -> list[Token]:
        """The token as known words: itself, mended or cut; as it stands where nothing helps."""
        if token.typed in _ROMAN_NUMERALS:
            return [token]
        if self._latin.prevails and (word := self._latin.read(token.text)) is not None:
            vocabulary = self._vocabulary
            if vocabulary.single(word) is not None or vocabulary.single(token.text) is None:
                return [replace(token, text=word)]  # a part of phrases means less than a word of English
        if token.text in self._known or token.text in NUMBER_WORDS:
            right = self._rightly_spelt(token.text)
            return [token if right == token.text else replace(token, text=right)]
        word = self._of_family(token)
        mendable = word is None and self._may_be_mended(token)
        if mendable:
            word = self._without_hyphen(token.text) or self._plural(token.text)
        if word is not None:
            return [replace(token, text=word)]
        return self._mended(token) if mendable else [token]

    def _mended(self, token: Token) -> list[Token]:
        if parts := self._parts(token):
            return parts
        if token.kind == "word" and self._left > 0:
            self._left -= 1
            return self._mend_unknown(token)
        return [token]

    def _rightly_spelt(self, word: str) -> str:
        """The word that a listed misspelling stands for, or the word itself."""
        return (self._vocabulary.single(word) or {}).get("spelling", (word,))[0]

    def read_alone(self, token: Token) -> Token:
        """A word outside the phrases that it is listed in, by the word it is of, or that it spells in Latin letters."""
        word = self._of_family(token)
        if word is None and self.reads_latin:
            word = self._latin.read(token.text)
        return token if word is None else replace(token, text=word)

    def _of_family(self, token: Token) -> str | None:
        """A listed form of the same word."""
        word = token.text if is_cyrillic(token.text) else self._latin.in_cyrillic(token.text)
        if word != token.text and word is not None and not self._is_plain_word(word):
            return None  # no guess about a guess
        if token.kind != "word" or word is None or self._families_left <= 0:
            return None
        self._families_left -= 1
        return self._families.read(word, self._languages_of(word))

    def _may_be_mended(self, token: Token) -> bool:
        if token.text in self._vocabulary.ordinary or _ORDINAL.fullmatch(token.text):
            return False
        if token.kind == "word" and self._is_plain_word(token.text):
            return False
        plain_number = token.text.replace(".", "").replace(",", "").isdigit()
        return token.kind == "word" or (token.kind == "number" and not plain_number)

    def _is_plain_word(self, word: str) -> bool:
        """Whether it is a word of the language, of which the vocabulary knows nothing: no typo."""
        return is_cyrillic(word) and any(is_plain_word(word, language) for language in self._languages_of(word))

    def _languages_of(self, word: str) -> Sequence[str]:
        """Those that its letters tell, or else those of the whole text."""
        own = languages_of_letters(word, INFLECTING)
        return own if len(own) < len(INFLECTING) else self._inflecting

    def _mend_unknown(self, token: Token) -> list[Token]:
        """By the nearest known word, by cutting, by another script: the surest way first."""
        text = token.text
        latin = not is_cyrillic(text)
        if latin and self._latin.prevails:
            spelt = self._latin.in_cyrillic(text)
            word = self._agreed(romanised(text), self._latin.near(text)) or (spelt and self._nearest(spelt, 1))
            if word is not None:
                return [replace(token, text=word)]
        near = self._near(text, 1)
        cut = self._glued(token, near)
        if cut is not None and cut.sure:
            return self._mended_pieces(token, map(fold, cut.pieces))
        if (word := self._agreed(text, near)) is not None:
            parted = cut is not None and cut.pieces[0] in near and self._names_other_role(word, cut.pieces[0])
            return [token if parted else replace(token, text=word)]
        if not latin and (word := self._sounding_alike(text)) is not None:
            return [replace(token, text=word)]
        named = self._may_be_a_name(token)
        if cut is not None and not near and not named:  # else it is one of those words, and nobody knows which
            return self._mended_pieces(token, map(fold, cut.pieces))
        word = self._nearest(text, 2)
        if word is None or ((named or self._is_filler(word)) and word[0] != text[0]):
            word = self._latin.read(text) if latin else None  # so far from a word that says nothing, it may be a name
        return [replace(token, text=word)] if word is not None else [token]

    def _may_be_a_name(self, token: Token) -> bool:
        """Whether a word is written as names are, and does not begin the text."""
        capital = token.typed[:1].isupper() and token.typed[1:].islower()
        return capital and any(other.kind == "word" and other.end <= token.start for other in self._tokens)

    def _without_hyphen(self, word: str) -> str | None:
        """T90 for T-90, F-16 for F16."""
        bare = word.replace("-", "")
        if bare != word:
            return bare if bare in self._known else None
        for i in range(1, min(len(word), 6)):
            if word[i - 1].isalpha() and word[i].isdigit():
                return hyphened if (hyphened := f"{word[:i]}-{word[i:]}") in self._known else None
        return None

    def _plural(self, word: str) -> str | None:
        """A possessive without its apostrophe, or the plural of a name."""
        if len(word) < _SHORTEST_REPAIRED or not word.endswith("s"):
            return None
        single = word[:-1].removesuffix("-")
        return single if self._vocabulary.single(single) or self._without_hyphen(single) else None

    def _sounding_alike(self, word: str) -> str | None:
        """A word of one Cyrillic language spelt as the other would."""
        alike = self._latin.spelt_like(word) if len(word) >= _SHORTEST_REPAIRED else []
        meanings = {self._meaning(known) for known in alike if self._vocabulary.single(known)}
        return alike[0] if len(meanings) == 1 and meanings != {_GUARDED} else None

    def _parts(self, token: Token) -> list[Token] | None:
        """Both sides of a hyphen or apostrophe, of which one at least is known."""
        for mark in "-'":
            pieces = [p for p in token.text.split(mark) if p]
            if len(pieces) > 1 and any(p in self._known or p.isdigit() for p in pieces):
                return self._mended_pieces(token, pieces)
        return None

    def _nearest(self, word: str, edits: int) -> str | None:
        """The one known word within so many edits; a tie between words that mean different things is no repair."""
        return self._agreed(word, self._near(word, edits))

    def _near(self, word: str, edits: int) -> list[str]:
        if len(word) < (_SHORTEST_REPAIRED if edits == 1 else _TWO_EDITS_FROM):
            return []
        numbers = _LONG_NUMBERS if edits == 1 else ()
        near = within(word, [*self._vocabulary.lexicon.candidates(word, edits), *numbers], edits)
        return list(dict.fromkeys(map(self._rightly_spelt, near)))

    def _agreed(self, word: str, near: list[str]) -> str | None:
        """Of words equally near: those with a meaning of their own that are easiest to mistype so."""
        if not near:
            return None
        alone = [known for known in near if known in COUNTING_WORDS or self._vocabulary.single(known) is not None]
        alone = [known for known in alone if not self._is_short_name(word, known)] or alone
        near = self._likeliest(word, self._without_guessed_case(alone or near))
        near = [known for known in near if not self._is_filler(known)] or near
        if any(known[0] != word[0] and "captivity" in (self._vocabulary.single(known) or ()) for known in near):
            return None  # whose captives they are turns the side round: too much for a guess
        if any(self._guesses_party(word, known) or self._turns_deed_round(word, known) for known in near):
            return None
        meanings = {known: self._meaning(known) for known in near}
        fullest = max(meanings.values(), key=len)
        if _GUARDED in meanings.values() or any(_differ(told, fullest) for told in meanings.values()):
            return None
        alike = [known for known in near if meanings[known] == fullest]
        return min(alike, key=lambda known: (self._has_case(known), typing_cost(word, known)))

    def _turns_deed_round(self, word: str, known: str) -> bool:
        """A reflexive, whose subject suffers it, for the verb whose subject does it."""
        if not word.endswith(_REFLEXIVE) or known.endswith(_REFLEXIVE):
            return False
        return "measure-active" in (self._vocabulary.single(known) or ())

    def _without_guessed_case(self, near: list[str]) -> list[str]:
        """Without forms of a side's name that tell its role, where another is as near: endings are soon mistyped."""
        sides = [known for known in near if not PARTIES.isdisjoint(self._vocabulary.single(known) or ())]
        telling = [known for known in sides if self._has_case(known)]
        return [known for known in near if known not in telling] if len(telling) < len(sides) else near

    def _guesses_party(self, word: str, known: str) -> bool:
        """Whether more than a slip would make a word the name of a side: an abbreviation, or another beginning."""
        if PARTIES.isdisjoint(self._vocabulary.single(known) or ()) or romanised(word) == romanised(known):
            return False
        meant = _as_typed(known, word)
        return len(known) <= _LONGEST_ABBREVIATION or (word[0] != meant[0] and OSA.distance(word, meant) > 1)

    def _names_other_role(self, *words: str) -> bool:
        """Whether different words are all names of sides: each may turn the question round."""
        return len(set(words)) > 1 and not any(
            PARTIES.isdisjoint(self._vocabulary.single(word) or ()) for word in words
        )

    def _likeliest(self, word: str, near: list[str]) -> list[str]:
        """Those that are clearly easier to mistype so than all others; words of another language come after."""

        def cost(known: str) -> float:
            spoken = self._known.get(known, frozenset(self._languages_of(known)))
            foreign = is_cyrillic(word) and spoken.isdisjoint(self._languages_of(word))
            return typing_cost(word, _as_typed(known, word)) + (_FOREIGN if foreign else 0.0)

        costs = {known: cost(known) for known in near}
        return [known for known in near if costs[known] < min(costs.values()) + _CLEARLY]

    def _is_short_name(self, word: str, known: str) -> bool:
        """An abbreviation of somebody's name with a letter too many: anything else is likelier."""
        short = len(known) <= min(_LONGEST_ABBREVIATION, len(word) - 1)
        return short and set(self._vocabulary.single(known) or ()) <= {"claimant", "spokesperson"}

    def _is_filler(self, word: str) -> bool:
        return _SAYS_NOTHING.issuperset(self._vocabulary.single(word) or ())

    def _has_case(self, word: str) -> bool:
        """A guessed ending says nothing about roles: a word without a marked case is the safer guess."""
        return "case" in (self._vocabulary.single(word) or {})

    def _meaning(self, word: str) -> frozenset[tuple[str, str]]:
        concepts = self._vocabulary.single(word)
        if concepts is None:
            return frozenset({("itself", str(COUNTING_WORDS.get(word, word)))})
        if "guard" in concepts:
            return _GUARDED
        ignored = set(_SAYS_NOTHING)
        if ignored.issuperset(concepts):
            return frozenset({("filler", "filler")})
        if "party-adjective" in concepts and "party-people" not in concepts:
            ignored.add("case")
        told = ((k, t) for k, targets in concepts.items() if k not in ignored for t in targets)
        return frozenset(one for one in told if one != _PARTICIPLE)

    def _glued(self, token: Token, near: Sequence[str]) -> Cut | None:
        """How it may be cut, where words so near are what else it may be."""
        before = [other.text for other in self._tokens if other.end <= token.start]
        behind = [other.text for other in self._tokens if other.start >= token.end]
        languages = self._languages_of(token.text) if is_cyrillic(token.text) else ()
        return (
            self._gluing.before_preposition(token.text, near)
            or self._gluing.in_phrase(before, token.text, behind)
            or self._gluing.cut(token.text, languages)
        )

    def _mended_pieces(self, token: Token, pieces: Iterable[str]) -> list[Token]:
        parts = (replace(token, text=p, kind="number" if p.isdecimal() else token.kind) for p in pieces)
        return [mended for part in parts for mended in self.mend(part)]


def _as_typed(known: str, word: str) -> str:
    """A known word in the letters of one that was typed."""
    return known if is_cyrillic(word) or not is_cyrillic(known) else romanised(known)


def _differ(told: frozenset[tuple[str, str]], fullest: frozenset[tuple[str, str]]) -> bool:
    """Whether one meaning is no part of the other, or the other names a part in the sentence that it does not."""
    return not told <= fullest or any(kind in ("case", "verb-number") for kind, _ in fullest - told)
