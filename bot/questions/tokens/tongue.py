"""Which of the languages a question is written in: by its letters first, then by whose words it uses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.claims.model import LANGUAGES
from bot.questions.tokens.normalise import Token
from bot.questions.tokens.vocabulary import Vocabulary

_OWN_LETTERS = {"uk": frozenset("іїєґ"), "ru": frozenset("ыэъё")}


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language, and whether the text itself shows that it is no other one."""

    language: str
    certain: bool


def languages_of_letters(text: str, among: Sequence[str]) -> list[str]:
    """Those of the languages that the letters of a text allow: of those with letters of their own, the most used."""
    letters = text.casefold()
    counts = {language: sum(c in _OWN_LETTERS[language] for c in letters) for language in among}
    return [language for language in among if counts[language] == max(counts.values())]


def tongue_of(text: str, tokens: Sequence[Token], vocabulary: Vocabulary, default: str | None) -> Tongue:
    """The language of a text; `default` (else English) where nothing tells."""
    letters = text.casefold()
    uk, ru = (sum(c in own for c in letters) for own in _OWN_LETTERS.values())
    if uk != ru and _mostly_cyrillic(letters):
        return Tongue("uk" if uk > ru else "ru", True)
    votes: Counter[str] = Counter()
    own: Counter[str] = Counter()  # words that no other language has
    for token in tokens:
        spoken = vocabulary.languages.get(token.text, frozenset()) - {"any"}
        if token.kind == "word" and spoken:
            votes.update({language: 1 / len(spoken) for language in LANGUAGES if language in spoken})
            own.update(spoken if len(spoken) == 1 else ())
    if not votes:
        return Tongue(default or "en", False)
    best = max(votes.values())
    leaders = [language for language, count in votes.items() if count == best]
    language = default if default in leaders else leaders[0]
    assert language is not None
    rivals = sum(count for other, count in own.items() if other not in (language, "en"))
    return Tongue(language, rivals == 0 and (own[language] > 0 or language == default))


def _mostly_cyrillic(text: str) -> bool:
    latin = sum("a" <= c <= "z" for c in text)
    cyrillic = sum("Ѐ" <= c <= "ӿ" for c in text)
    return cyrillic > 0 and cyrillic >= latin
