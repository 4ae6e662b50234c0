"""What names this war stands in the package: the words of the languages serve any subject."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.claims.model import LANGUAGES, Entry
from bot.claims.package.reader import Package
from bot.questions.items import PARTY_KINDS
from bot.questions.tokens.normalise import clean, tokenise
from bot.questions.tokens.vocabulary import Vocabulary

WORDS = Path(__file__).parents[2] / "bot" / "questions" / "words"

Row = tuple[str, str, str]  # kind, target, form


def tokens(form: str) -> tuple[str, ...]:
    return tuple(token.text for token in tokenise(clean(form)))


def rows_of(language: str) -> Iterator[Row]:
    kinds = tomllib.loads((WORDS / f"{language}.toml").read_text(encoding="utf-8"))
    for kind, targets in kinds.items():
        yield from ((kind, target, form) for target, forms in targets.items() for form in forms)


def names_of_sides(vocabulary: Vocabulary) -> Iterator[Entry]:
    """Places in the countries of the sides, and who speaks for them."""
    entities = vocabulary.entities
    yield from (place for place in entities.places.values() if vocabulary.country(place.id) in vocabulary.sides)
    theirs = [one for one in entities.claimants.values() if vocabulary.claimant_party(one.id) in vocabulary.sides]
    yield from theirs
    offices = {one.id for one in theirs}
    yield from (one for one in entities.spokespersons.values() if one.attributes.get("claimant") in offices)


@pytest.fixture(scope="module")
def names(vocabulary: Vocabulary, real_package: Package) -> set[str]:
    """Single words that name a side, a place of its country, or someone of it."""
    spellings = [spelt for entry in names_of_sides(vocabulary) for spelt in (*entry.names.values(), *entry.aliases)]
    spellings += [word.form for word in real_package.words if word.kind in PARTY_KINDS]
    return {spelt[0] for spelt in map(tokens, spellings) if len(spelt) == 1}


def test_the_words_of_the_languages_name_nothing_of_this_war(names: set[str]) -> None:
    """A word that a language has by itself ("ours", "enemy", "missing") is its own, whatever a package makes of it."""
    assert len(names) > 1000
    rows = {language: list(rows_of(language)) for language in LANGUAGES}
    own = {
        spelt[0]
        for kind, _, form in (row for listed in rows.values() for row in listed)
        if kind not in ("other", "spelling") and len(spelt := tokens(form)) == 1
    }
    theirs = names - own
    found = [
        f"{language}.toml, {kind}: {form}"
        for language, listed in rows.items()
        for kind, target, form in listed
        if not theirs.isdisjoint(tokens(target if kind == "spelling" else form))
    ]
    assert found == []
