"""Which forms are one word, and what kind of form each is."""

import pytest

from bot.language.inflection import inflected, is_given_name, is_plain_word, other_beginning


@pytest.mark.parametrize(
    ("language", "word", "relative"),
    [
        ("uk", "збитої", "збиті"),
        ("uk", "утратив", "утратили"),
        ("ru", "вертолётами", "вертолет"),
        ("ru", "подсчету", "подсчет"),
    ],
)
def test_forms_of_a_word(language: str, word: str, relative: str) -> None:
    assert any(relative in {form.word for form in one.family} for one in inflected(word, language))


@pytest.mark.parametrize(
    ("language", "word", "kind", "case", "plural"),
    [
        ("uk", "збито", "impersonal", None, False),
        ("uk", "збили", "verb", None, True),
        ("uk", "збив", "verb", None, False),
        ("uk", "збив", "verb", None, False),
        ("uk", "зіб'ю", "verb of who speaks", None, False),
        ("uk", "збити", "infinitive", None, False),
        ("uk", "збитими", "ADJF pssv", "ablt", True),
        ("ru", "сбито", "impersonal", None, False),
        ("ru", "сбиты", "PRTS pssv", None, True),
        ("ru", "сбившей", "PRTF actv", "gent", False),
        ("ru", "сбейте", "imperative of who speaks", None, True),
        ("ru", "танками", "NOUN", "ablt", True),
    ],
)
def test_what_a_form_is(language: str, word: str, kind: str, case: str | None, plural: bool) -> None:
    assert (kind, case, plural) in {(form.kind, form.case, form.plural) for form in inflected(word, language)}


def test_a_word_of_no_dictionary_is_guessed() -> None:
    assert all(form.guessed for form in inflected("бумбармаками", "uk"))
    assert not any(form.guessed for form in inflected("танками", "uk"))


@pytest.mark.parametrize(
    ("language", "word", "plain"),
    [("uk", "вулиця", True), ("ru", "улица", True), ("ru", "солдатов", False), ("uk", "украині", False)],
)
def test_plain_words_are_no_names_and_no_typos(language: str, word: str, plain: bool) -> None:
    assert is_plain_word(word, language) == plain


@pytest.mark.parametrize(
    ("word", "may_be", "sure"),
    [("сашко", True, True), ("лёх", True, True), ("слава", True, False), ("купянск", False, False)],
)
def test_given_names(word: str, may_be: bool, sure: bool) -> None:
    assert (is_given_name(word, sure=False), is_given_name(word, sure=True)) == (may_be, sure)


@pytest.mark.parametrize(
    ("language", "word", "other"),
    [
        ("uk", "утратив", "втратив"),
        ("uk", "вбитими", "убитими"),
        ("uk", "враження", None),
        ("uk", "уряд", None),
        ("uk", "увімкнули", "ввімкнули"),
        ("uk", "винищили", None),
        ("ru", "утратил", None),
    ],
)
def test_beginnings_that_alternate(language: str, word: str, other: str | None) -> None:
    assert other_beginning(word, language) == other
