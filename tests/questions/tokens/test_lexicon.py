"""The index of forms: kept as text and read again, it is the same; the claim database keeps it while it holds."""

import sys
from datetime import date
from pathlib import Path

import pytest

from bot.asking import vocabulary_of
from bot.claims.database.store import Store
from bot.claims.package.reader import read_package
from bot.questions.tokens.lexicon import Draft, Lexicon
from bot.questions.tokens.vocabulary import Vocabulary
from bot.questions.understand import understand

QUAKE = Path(__file__).parents[2] / "packages" / "quake"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store.open(tmp_path / "claims.db")
    store.load(read_package(QUAKE), by="a test")
    return store


def test_a_kept_lexicon_is_the_same(vocabulary: Vocabulary) -> None:
    built = vocabulary.lexicon
    read = Lexicon.from_json(built.as_json())
    assert read.languages == built.languages
    assert all(read.beginning(token) == built.beginning(token) for token in built.languages)
    for word in ("скільки", "skilky", "killd"):
        assert read.candidates(word, 1) == built.candidates(word, 1)
        assert read.romanised_as(word) == built.romanised_as(word)


def test_words_that_it_does_not_know_are_not_kept(vocabulary: Vocabulary) -> None:
    word = "".join(("some", "word", "or", "other"))
    before = sys.getrefcount(word)
    assert vocabulary.beginning(word) == (None, {})
    assert sys.getrefcount(word) == before


def test_the_longest_form_stands_first(vocabulary: Vocabulary) -> None:
    lengths = [len(form.tokens) for form in vocabulary.beginning("how").phrases["many"]]
    assert lengths == sorted(lengths, reverse=True)
    assert lengths[0] > lengths[-1] == 2


def test_the_database_keeps_the_lexicon(store: Store) -> None:
    first = vocabulary_of(store)
    kept = store.database.rows("SELECT name FROM kept")
    second = vocabulary_of(store)
    assert kept == [("lexicon",)]
    assert second.rules == first.rules
    today = date(2026, 11, 22)
    question = "how many people were killed in the earthquake"
    assert understand(question, second, today=today) == understand(question, first, today=today)


def test_an_index_that_is_still_the_same_stays(store: Store) -> None:
    lexicon = vocabulary_of(store).lexicon
    assert vocabulary_of(store).lexicon is not lexicon
    assert vocabulary_of(store, lexicon).lexicon is lexicon
    draft = Draft()
    draft.add("слово", "measure", "killed", "uk")
    other = Lexicon.build(draft)
    assert vocabulary_of(store, other).lexicon is not other


def test_what_was_kept_of_other_words_is_not_used(store: Store) -> None:
    store.keep("lexicon", "made of something else", "not even a lexicon")
    assert vocabulary_of(store).beginning("how").phrases
    assert store.kept("lexicon", "made of something else") is None


def test_a_database_that_cannot_be_written_serves_without_keeping(store: Store) -> None:
    store.database.run("PRAGMA query_only = ON")
    assert not store.keep("lexicon", "x", "y")
    assert vocabulary_of(store).beginning("how").phrases
