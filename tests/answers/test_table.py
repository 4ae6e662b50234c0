"""The table of an answer's figures: what a spreadsheet and a program read from it."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answers.answer import Answer, Group
from bot.answers.table import COLUMNS, TABLE, to_csv
from bot.claims.database.store import Store
from bot.claims.model import LANGUAGES, Appearance, Figure, Source
from bot.language.texts import texts_for
from bot.questions.question import NumberCheck, Reading
from tests.answers.asking import ask, figures, read

KILLED = read("lake-people/killed")
DELIMITER = {"en": ",", "uk": ";", "ru": ";"}


def rows_of(store: Store, answered: Answer) -> list[dict[str, str]]:
    language = answered.question.language
    content = to_csv(answered, store, texts_for(language, store.texts(language)))
    assert content.startswith(b"\xef\xbb\xbf")
    read_back = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=DELIMITER[language])
    heads, *rows = read_back
    assert len(set(heads)) == len(heads) == len(COLUMNS)
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows]


def table(store: Store, *readings: Reading, language: str = "en") -> list[dict[str, str]]:
    return rows_of(store, ask(store, *readings, language=language, options=TABLE))


def test_a_figure_is_a_line_with_dates_hedge_claimant_and_source(quake: Store) -> None:
    row = next(row for row in table(quake, KILLED) if row["claimant"] == "Lake Courier")
    assert row["matter"] == "people in Lake Province · killed"
    assert (row["low"], row["high"], row["qualifier"], row["value"]) == ("209", "", "at least", "at least 209")
    assert (row["as-of"], row["said-on"], row["counting"], row["status"]) == (
        "2024-05-20",
        "2024-05-20",
        "total",
        "standing",
    )
    assert row["caveats"] == "A minimum: only cases that the claimant could check."
    assert row["publisher"] == "Lake Courier"
    assert row["url"] == "https://example.org/lake-courier-2024-05-20"
    assert row["quote"] == "We know the names of 209 people"


def test_what_became_of_a_claim_stands_in_its_line(quake: Store) -> None:
    row = next(row for row in table(quake, read("east-shore-people/killed")) if row["low"] == "190")
    assert row["status"] == "withdrawn"
    assert row["status-date"] == "2024-05-04"
    assert "The department said that bodies" in row["status-reason"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_of_the_answer_is_there_once_by_date(real: Store, language: str) -> None:
    readings = [read("russian-forces/killed"), read("russian-forces/captured"), read("russian-forces/wounded")]
    answered = ask(real, *readings, language=language, options=TABLE)
    rows = rows_of(real, answered)
    expected = [figure.id for reading in answered.readings for figure in figures(reading)]
    assert sorted(row["id"] for row in rows) == sorted(expected)
    for matter in {row["matter"] for row in rows}:
        days = [row["as-of"] for row in rows if row["matter"] == matter and len(row["as-of"]) == 10]
        assert days == sorted(days)


@pytest.mark.parametrize("language", LANGUAGES)
def test_heads_are_in_the_readers_language(quake: Store, language: str) -> None:
    texts = texts_for(language, quake.texts(language))
    head = to_csv(ask(quake, KILLED, language=language), quake, texts).decode("utf-8-sig").splitlines()[0]
    assert head.split(DELIMITER[language])[7] == {"en": "claimant", "uk": "хто назвав", "ru": "кто назвал"}[language]


def test_a_number_put_forward_comes_with_those_who_said_it(quake: Store) -> None:
    answered = ask(quake, KILLED, checked=NumberCheck(214, 214))
    assert answered.checked
    assert {figure.id for figure in answered.checked.matches} <= {row["id"] for row in rows_of(quake, answered)}


def with_figure(answered: Answer, figure: Figure) -> Answer:
    reading = answered.readings[0]
    group = Group(reading.groups[0].claimant, "", 1, (figure,))
    return replace(answered, readings=(replace(reading, groups=(group,), stock=(), other_counting=()),))


FORMULAS = st.one_of(st.sampled_from(list("=+-@\t\r\n＝＠;,\"' \ud800\u202e\u200f")), st.characters())


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(FORMULAS, min_size=1, max_size=30), st.sampled_from(LANGUAGES))
def test_no_cell_is_a_formula_and_none_breaks_the_table(quake: Store, text: str, language: str) -> None:
    answered = ask(quake, KILLED, language=language, options=TABLE)
    one = figures(answered.readings[0])[0]
    source = Source("s", text, text, text, text, None, None, None)
    odd = replace(one, claimant=text, spokesperson=text, appearances=(Appearance(source, text, text),) * 2)
    (row,) = rows_of(quake, with_figure(answered, odd))
    assert not [
        cell for cell in row.values() if cell.lstrip().startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＠"))
    ]
    assert row["id"] == one.id
    if text[0] in "=+-@":
        assert row["title"][:2] == f"'{text[0]}"
