"""An answer in words: what a reader sees, in three languages, and what must never be seen."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answers.answer import Options, Order
from bot.answers.blocks import BlockKind, Item, Span, clean
from bot.answers.compose import answer
from bot.answers.layout import lay_out
from bot.answers.text import render, to_text
from bot.claims.database.store import Store
from bot.claims.model import LANGUAGES
from bot.language.texts import texts_for
from bot.questions.question import Dates, Outcome, Question, Refusal, Suggestion
from tests.answers.asking import add_claim, ask, figures, loaded, read, told

KILLED = read("lake-people/killed")
EAST = read("east-shore-people/killed")
EVERYTHING = Options(everything=True)


def of_kind(store: Store, kind: BlockKind, *readings, **options) -> str:
    answered = ask(store, *readings, **options)
    blocks = lay_out(answered, store, texts_for("en", store.texts("en")))
    return render([block for block in blocks if block.kind is kind])


def test_the_head_says_what_was_understood_and_how_much_there_is(quake: Store) -> None:
    reading = read(
        "lake-people/killed",
        claimants=("disaster-agency", "lake-health"),
        spokespersons=("tomas-reed",),
        dates=Dates(as_of_to=date(2024, 5, 3), said_from=date(2024, 5, 1), said_to=date(2024, 5, 31)),
    )
    assert of_kind(quake, BlockKind.HEAD, reading, known_by=date(2024, 5, 20)).splitlines() == [
        "people in Lake Province · killed",
        "as-of dates: up to 3 May 2024",
        "said: May 2024",
        "only what had been said by 20 May 2024",
        "said by: National Disaster Agency, Lake Province Health Department and Tomas Reed",
        "4 figures from 2 claimants, in the order of dates (not of size or trust). Newest date: 3 May 2024.",
    ]


def test_a_measure_is_defined_where_the_package_defines_it(quake: Store) -> None:
    head = of_kind(quake, BlockKind.HEAD, read("lake-people/injured"))
    assert "injured: treated in a hospital or by a field team" in head


def test_a_figure_stands_with_claimant_dates_person_print_and_quote(quake: Store) -> None:
    text = told(quake, ask(quake, KILLED))
    group = text[text.index("National Disaster Agency · third party") :].split("\n\n")[0]
    assert "  214 · as of 3 May 2024 · said 3 May 2024 · Mira Halden" in group
    assert (
        "    Northern Wire, 3 May 2024: “the agency put the dead at 214” https://example.org/northern-wire-2024-05-03"
        in group
    )
    assert "revises: at least 12 (superseded) · National Disaster Agency · as of 1 May 2024" in group


def test_what_a_print_distorts_is_said(quake: Store) -> None:
    text = told(quake, ask(quake, KILLED, options=EVERYTHING))
    assert "Lake Courier, 3 May 2024: “more than 200 dead, the agency says” (rounded by this report)" in text


def test_a_withdrawn_figure_is_marked_wherever_it_stands_with_reason_and_date(quake: Store) -> None:
    for options in (Options(), EVERYTHING, Options(everything=True, by=Order.DATE)):
        text = told(quake, ask(quake, EAST, options=options))
        assert text.count("190 (withdrawn) · ") == 1
        assert "withdrawn, 4 May 2024. the editors: The department said that bodies" in text
        assert "The claimant took it back." in text
    assert not re.search(r"190 · ", text)


@pytest.mark.parametrize("order", list(Order))
def test_no_number_stands_without_its_claimant_and_date(quake: Store, order: Order) -> None:
    answered = ask(quake, KILLED, read("lake-people/injured"), options=Options(everything=True, by=order))
    texts = texts_for("en", quake.texts("en"))
    shown = {figure.id: figure for reading in answered.readings for figure in figures(reading)}
    found = set()
    for block in lay_out(answered, quake, texts):
        for item in block.items:
            if item.figure is None:
                continue
            figure = shown[item.figure]
            headline = "".join(span.text for line in item.lines[:1] for span in line.spans)
            heading = "".join(span.text for span in block.title.spans) if block.title else ""
            assert quake.catalog.claimants[figure.claimant].name("en") in headline + heading
            assert texts.date(figure.as_of) in headline
            found.add(item.figure)
    assert found == set(shown)


def test_unlike_measures_never_share_a_block(real: Store) -> None:
    texts = texts_for("en", real.texts("en"))
    readings = [read("russian-forces/killed"), read("russian-forces/casualties"), read("russian-forces/losses")]
    answered = ask(real, *readings)
    topics = {figure.id: figure.topic for reading in answered.readings for figure in figures(reading)}
    for block in lay_out(answered, real, texts):
        if block.kind is BlockKind.GROUP:
            assert len({topics[item.figure] for item in block.items if item.figure}) <= 1


def test_each_caveat_is_told_once_with_the_figures_it_applies_to(quake: Store) -> None:
    text = told(quake, ask(quake, KILLED, options=EVERYTHING))
    caveats = text[text.index("\nCaveats\n") :]
    marks = dict(re.findall(r"^  \[(\w+)\] (.+)$", caveats, re.MULTILINE))
    assert len(set(marks.values())) == len(marks) == 5
    used = [mark for group in re.findall(r" \[([a-z, ]+)\]$", text, re.MULTILINE) for mark in group.split(", ")]
    assert set(used) == set(marks)
    estimate = next(mark for mark, text in marks.items() if text == "An estimate, not a count.")
    assert re.search(rf"about 230 · as of May 2024 \[.*\b{estimate}\b.*\]", text)


def test_the_spread_attributes_both_ends(quake: Store) -> None:
    assert of_kind(quake, BlockKind.SPREAD, KILLED).splitlines() == [
        "Spread, as-of dates within seven days",
        "  131 · Lake Province Health Department · as of 3 May 2024",
        "  214 · National Disaster Agency · as of 3 May 2024",
        "  The higher is about 1.6 times the lower (computed by this bot).",
    ]


@pytest.mark.parametrize(
    ("value", "words"),
    [(972, "about 18 times"), (54 * 3, "about 3 times"), (60, "about 1.1 times"), (55, None)],
)
def test_ratios_are_as_exact_as_they_deserve(two_sides: Path, tmp_path: Path, value: int, words: str | None) -> None:
    add_claim(two_sides, "lake-courier", "2024-05-03", value, population="west-shore-people")
    with loaded(two_sides, tmp_path / "claims.db") as store:
        spread = of_kind(store, BlockKind.SPREAD, read("west-shore-people/killed"))
    assert (words in spread) if words else ("times" not in spread)


def test_a_period_says_that_totals_do_not_answer_and_that_nobody_said_a_difference(quake: Store) -> None:
    reading = read("lake-people/killed", period=True, dates=Dates(date(2024, 5, 4), date(2024, 5, 7)))
    text = told(quake, ask(quake, reading))
    assert "what happened in: 4 May 2024 – 7 May 2024. Totals since the beginning do not answer that." in text
    assert "This database holds no figure for this." in text
    assert "nobody said them" in text
    assert "131 · as of 3 May 2024" in text
    assert "197 · as of 7 May 2024" in text
    assert "difference: 66" in text


def test_words_that_narrow_too_much_are_told(quake: Store) -> None:
    head = of_kind(quake, BlockKind.HEAD, read("lake-people/destroyed/house", unmatched=("chalets",)))
    assert "No figure for: chalets. What follows counts all of: houses." in head


def test_missing_and_newest_dates_are_told(two_sides: Path, tmp_path: Path) -> None:
    add_claim(two_sides, "east-council", "2024-05-06", 100, population="east-shore-people")
    add_claim(two_sides, "lake-courier", "2024-12-01", 100, population="east-shore-people")
    with loaded(two_sides, tmp_path / "claims.db") as store:
        assert of_kind(store, BlockKind.MISSING, EAST).splitlines() == [
            "Missing",
            "  Council of the east: this database holds no standing total since 6 May 2024.",
            "  Council of the west: this database holds no standing total.",
            "  Newest date in this database: 1 December 2024.",
        ]


def test_what_is_left_out_is_counted_and_the_way_to_it_is_told(quake: Store) -> None:
    short, whole = told(quake, ask(quake, KILLED)), told(quake, ask(quake, KILLED, options=EVERYTHING))
    assert "… 3 more in between …" in short
    assert "--all" in short
    assert "in between" not in whole
    assert "--all" not in whole


def test_pages_are_numbered(quake: Store) -> None:
    assert "Page 2 of 5" in told(quake, ask(quake, KILLED, options=Options(page=2, page_size=2)))


@pytest.mark.parametrize("refusal", list(Refusal))
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refusal_is_short_and_says_what_can_be_asked_but_for_cries_for_help(
    real: Store, refusal: Refusal, language: str
) -> None:
    refused = answer(Question("?", language, Outcome.OUT_OF_SCOPE, refusal=refusal), real)
    texts = texts_for(language, real.texts(language))
    text = to_text(refused, real, texts)
    if refusal is Refusal.HELP:
        assert text == texts.say("subject-help-missing")
    else:
        assert texts.say(f"refusal-{refusal.value}") in text
        assert text.count("–") == 3
    assert len(text) < 600


def test_asking_back_offers_numbered_readings(quake: Store) -> None:
    offered = tuple(Suggestion(read(f"{shore}-shore-people/killed"), "no-such-text") for shore in ("east", "west"))
    question = Question("how many killed", "en", Outcome.CLARIFY, missing="side", suggestions=offered)
    asked = answer(question, quake)
    assert to_text(asked, quake, texts_for("en", quake.texts("en"))).splitlines() == [
        "Whose losses do you mean?",
        "  1. people on the east shore · killed",
        "  2. people on the west shore · killed",
    ]


def test_lines_are_folded_at_a_width_but_addresses_stay_whole(quake: Store) -> None:
    answered, texts = ask(quake, KILLED), texts_for("en", quake.texts("en"))
    folded = to_text(answered, quake, texts, width=60)
    assert folded.split() == to_text(answered, quake, texts).split()
    assert all(len(line) <= 60 or "https://" in line for line in folded.splitlines())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_real_topic_can_be_told_in_every_language(real: Store, language: str) -> None:
    texts = texts_for(language, real.texts(language))
    for topic, place in {(count.topic, count.place) for count in real.find.topics()}:
        text = to_text(ask(real, read(str(topic), place=place), language=language), real, texts)
        assert texts.say("counts-undated", figures="") not in text
        assert not [character for character in text if unicodedata.category(character) == "Cf"]


@given(name=st.text(min_size=1).filter(str.strip))
def test_names_cannot_steer_a_terminal_or_break_a_line(name: str) -> None:
    cleaned = Span(name).text
    assert not [c for c in cleaned if unicodedata.category(c) == "Cc" or c in "\u2028\u2029\u202e\u2066"]
    assert clean(cleaned) == cleaned


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(word=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30))
def test_odd_words_of_a_question_are_told_as_they_are(quake: Store, word: str) -> None:
    head = of_kind(quake, BlockKind.HEAD, read("lake-people/destroyed/house", unmatched=(word,)))
    assert len(head.splitlines()) == 3
    assert clean(word) in head


def test_an_item_is_a_unit_with_the_id_of_its_figure(quake: Store) -> None:
    blocks = lay_out(ask(quake, KILLED), quake, texts_for("en", quake.texts("en")))
    items = [item for block in blocks if block.kind is BlockKind.GROUP for item in block.items if item.figure]
    assert len(items) == 6
    assert all(isinstance(item, Item) and any(line.evidence for line in item.lines) for item in items)
