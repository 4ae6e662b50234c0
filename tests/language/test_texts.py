"""Texts: the same messages in three languages, right plurals, numbers and dates as each language writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast, visitor

from bot.claims.model import LANGUAGES, PartialDate
from bot.language.texts import Texts, UnknownTextError
from tests.conftest import DATA

LOCALES = Path(__file__).parents[2] / "bot" / "language" / "locales"
PLURALS = {"en": {"one", "other"}, "uk": {"one", "few", "many", "other"}, "ru": {"one", "few", "many", "other"}}
DIRECTION_MARKS = re.compile("[\u200e\u200f\u2066-\u2069]")


class Arguments(visitor.Visitor):
    """Collects the arguments of a message and the plural categories it tells apart."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.categories: list[set[str]] = []

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the visitor's naming
        self.names.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802
        self.categories.append(
            {variant.key.name for variant in node.variants if isinstance(variant.key, ast.Identifier)}
        )
        self.generic_visit(node)


def messages(language: str) -> Iterator[tuple[str, str, Arguments]]:
    for path in sorted((LOCALES / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ast.Junk), f"{path}: {entry.content}"
            if isinstance(entry, ast.Message):
                found = Arguments()
                found.visit(entry)
                yield path.name, entry.id.name, found


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_every_language_has_the_same_messages_with_the_same_arguments(language: str) -> None:
    english = {(file, id_): found.names for file, id_, found in messages("en")}
    assert {(file, id_): found.names for file, id_, found in messages(language)} == english


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_stands_twice(language: str) -> None:
    ids = [id_ for _, id_, _ in messages(language)]
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plural_tells_apart_all_categories_of_its_language(language: str) -> None:
    plurals = [(id_, found.categories) for _, id_, found in messages(language) if found.categories]
    assert plurals
    for id_, categories in plurals:
        assert all(told == PLURALS[language] for told in categories), id_


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [0, 1, 2, 5, 11, 21, 22, 25, 1.5, 1234567])
def test_every_message_can_be_said(language: str, count: float) -> None:
    texts = Texts(language)
    for _, id_, found in messages(language):
        said = texts.say(id_, **dict.fromkeys(found.names, count))
        assert said.strip()
        assert not DIRECTION_MARKS.search(said)


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [
        ("en", 1, "1 figure"),
        ("en", 2, "2 figures"),
        ("en", 1652, "1,652 figures"),
        ("uk", 1, "1 цифра"),
        ("uk", 3, "3 цифри"),
        ("uk", 11, "11 цифр"),
        ("uk", 21, "21 цифра"),
        ("uk", 112, "112 цифр"),
        ("ru", 4, "4 цифры"),
        ("ru", 5, "5 цифр"),
        ("ru", 1652, "1 652 цифры"),
        ("ru", 101, "101 цифра"),
    ],
)
def test_counts_are_inflected(language: str, count: int, said: str) -> None:
    assert Texts(language).say("figures-count", count=count).replace("\u00a0", " ") == said


@pytest.mark.parametrize(
    ("language", "value", "written"),
    [
        ("en", date(2022, 3, 2), "2 March 2022"),
        ("en", PartialDate("2023-05"), "May 2023"),
        ("en", PartialDate("2023"), "2023"),
        ("en", PartialDate("2023-05-04", inferred=True), "4 May 2023 (date inferred)"),
        ("uk", date(2022, 3, 2), "2 березня 2022"),
        ("uk", PartialDate("2023-05"), "травень 2023"),
        ("uk", PartialDate("2023"), "2023 рік"),
        ("ru", date(2022, 3, 2), "2 марта 2022"),
        ("ru", PartialDate("2023-05"), "май 2023"),
        ("ru", PartialDate("2023"), "2023 год"),
    ],
)
def test_dates_are_no_more_exact_than_known(language: str, value: date | PartialDate, written: str) -> None:
    assert Texts(language).date(value) == written


@pytest.mark.parametrize(
    ("language", "written"), [("en", "1,474,030"), ("uk", "1\u00a0474\u00a0030"), ("ru", "1\u00a0474\u00a0030")]
)
def test_numbers_are_grouped_as_the_language_does(language: str, written: str) -> None:
    assert Texts(language).number(1474030) == written


@pytest.mark.parametrize(("language", "written"), [("en", "a, b and c"), ("uk", "a, b і c"), ("ru", "a, b и c")])
def test_lists_end_as_the_language_ends_them(language: str, written: str) -> None:
    assert Texts(language).join(["a", "b", "c"]) == written


def test_an_unknown_message_is_an_error() -> None:
    with pytest.raises(UnknownTextError, match="no-such-message"):
        Texts("en").say("no-such-message")


def test_a_forgotten_argument_is_an_error() -> None:
    with pytest.raises(UnknownTextError):
        Texts("en").say("value-about")


def test_a_package_adds_its_own_messages() -> None:
    texts = Texts("en", ["subject-title = Quakes { $year }"])
    assert texts.has("subject-title")
    assert not Texts("en").has("subject-title")
    assert texts.say("subject-title", year="2024") == "Quakes 2024"


def test_a_message_may_rest_on_terms_and_on_other_messages() -> None:
    source = """
title = { -brand } { $year }: { about.short }
# A term, below what it stands in.
-brand = { -maker }’s
    Quakes
-maker = Ann
about = long
    .short = brief
"""
    assert Texts("en", [source]).say("title", year="2024") == "Ann’s\nQuakes 2024: brief"


def test_what_is_not_fluent_spoils_nothing_beside_it() -> None:
    texts = Texts("en", ["first = 1\nbroken = {\nlast = { $n ->\n   *[other] 2\n}\n", "first = later\nyes = more"])
    assert [texts.say(name) for name in ("first", "yes")] == ["1", "more"]
    assert texts.say("last", n=1) == "2"
    assert not texts.has("broken")


@pytest.mark.parametrize("text", ["{ $x }", "a } b", "-term", "{ 1 ->"])
def test_arguments_are_never_read_as_fluent(text: str) -> None:
    assert Texts("en").say("quoted", text=text) == f"“{text}”"


def test_the_programs_texts_know_no_subject() -> None:
    rows = (DATA / "parties.csv").read_text(encoding="utf-8").splitlines()[1:]
    stems = {name.casefold()[:5] for row in rows for name in row.split(",")[1:4] if name}
    said = "\n".join(path.read_text(encoding="utf-8") for path in LOCALES.rglob("*.ftl")).casefold()
    assert stems
    assert not [stem for stem in stems if re.search(rf"\b{stem}", said)]
