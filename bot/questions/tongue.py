"""Which of the languages a question is written in: by its letters first, then by whose words it uses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.questions.normalise import Token
from bot.questions.vocabulary import Vocabulary, is_cyrillic

_UKRAINIAN, _RUSSIAN = frozenset("іїєґ"), frozenset("ыэъё")


def language_of(text: str, tokens: Sequence[Token], vocabulary: Vocabulary, default: str | None) -> str:
    """The language of a text; `default` (else English) where nothing tells."""
    letters = text.casefold()
    ukrainian, russian = (sum(c in own for c in letters) for own in (_UKRAINIAN, _RUSSIAN))
    if ukrainian != russian and is_cyrillic(letters):
        latin = sum("a" <= c <= "z" for c in letters)
        cyrillic = sum("Ѐ" <= c <= "ӿ" for c in letters)
        if cyrillic >= latin:
            return "uk" if ukrainian > russian else "ru"
    votes: Counter[str] = Counter()
    for token in tokens:
        spoken = vocabulary.languages.get(token.text, frozenset()) - {"any"}
        if token.kind == "word" and spoken:
            votes.update({language: 1 / len(spoken) for language in spoken})
    if not votes:
        return default or "en"
    best = max(votes.values())
    leaders = [language for language, count in votes.items() if count == best]
    return default if default in leaders else leaders[0]
