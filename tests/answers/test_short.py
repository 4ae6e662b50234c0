"""The short form of an answer: one message, both sides in it, nothing without claimant and date, caveats that apply."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.answers.answer import Answer, Options, Order
from bot.answers.blocks import Block, BlockKind
from bot.answers.compose import answer
from bot.answers.few import few, newest_of_each
from bot.answers.html import to_html
from bot.answers.short import GROUP, PRIVATE, in_a_group, one_figure, short, visible
from bot.answers.text import render
from bot.answers.wording import Wording
from bot.claims.database.store import Store
from bot.claims.model import LANGUAGES, Figure, Interest, Status
from bot.language.texts import texts_for
from bot.questions.question import Dates, NumberCheck, Outcome, Question, Refusal, Suggestion
from tests.answers.asking import add_claim, ask, figures, loaded, read

KILLED = read("lake-people/killed")
EAST = read("east-shore-people/killed")
FORMS = pytest.mark.parametrize("form", [short, in_a_group])


def blocks_of(form, store: Store, answered: Answer) -> tuple[Block, ...]:
    language = answered.question.language
    return form(answered, store, texts_for(language, store.texts(language)))


def said(form, store: Store, answered: Answer) -> str:
    return render(blocks_of(form, store, answered))


def shown(blocks: tuple[Block, ...]) -> list[str]:
    return [item.figure for block in blocks for item in block.items if item.figure]


def test_the_short_form_says_what_was_understood_then_the_newest_of_each(quake: Store) -> None:
    text = said(short, quake, ask(quake, KILLED))
    assert text.startswith("people in Lake Province · killed\n")
    assert text.index("Spread, as-of dates") < text.index("Newest total of each claimant, by date")
    assert text.index("Newest total") < text.index("Caveats") < text.index("Where it was printed")
    assert "  214 · National Disaster Agency · as of 3 May 2024 · said 3 May 2024 · Mira Halden\n" in text
    assert "claimbot ask" not in text


@FORMS
def test_each_claimant_stands_once_with_its_newest_standing_figure_in_the_order_of_dates(quake: Store, form) -> None:
    answered = ask(quake, KILLED, options=Options(everything=True, by=Order.DATE))
    ids = shown(blocks_of(form, quake, answered))
    found = {figure.id: figure for figure in figures(answered.readings[0])}
    kept = [found[id_] for id_ in ids]
    assert len({figure.claimant for figure in kept}) == len(kept) >= 3
    assert [figure.as_of.last for figure in kept] == sorted(figure.as_of.last for figure in kept)
    assert kept == [figure for figure in newest_of_each(found.values()) if figure.id in ids]
    assert all(figure.status is Status.STANDING for figure in kept)


def test_a_claimant_without_a_standing_figure_keeps_the_newest_with_what_became_of_it(quake: Store) -> None:
    text = said(short, quake, ask(quake, EAST))
    assert "190 (withdrawn)" in text
    assert "The claimant took it back." in text


@FORMS
def test_both_belligerents_are_there_however_old_their_figures(two_sides: Path, tmp_path: Path, form) -> None:
    add_claim(two_sides, "east-council", "2024-05-01", 100, population="east-shore-people")
    add_claim(two_sides, "west-council", "2024-05-02", 900, population="east-shore-people")
    others = [line.split(",")[0] for line in (two_sides / "claimants.csv").read_text("utf-8").splitlines()[1:]]
    for day, claimant in enumerate((id_ for id_ in others if not id_.endswith("-council")), start=10):
        add_claim(two_sides, claimant, f"2024-05-{day}", 500 + day, population="east-shore-people")
    with loaded(two_sides, tmp_path / "claims.db") as store:
        answered = ask(store, EAST)
        text = render(form(answered, store, texts_for("en", store.texts("en")), limit=200))
    assert "100 · Council of the east · as of 1 May 2024" in text
    assert "900 · Council of the west · as of 2 May 2024" in text
    assert "more claimants …" in text


def test_a_few_of_many_are_the_sides_then_the_newest(quake: Store) -> None:
    of_each = newest_of_each(figures(ask(quake, KILLED).readings[0]))
    assert few(of_each, 2, quake.catalog) == of_each[-2:]
    assert few(of_each, 99, quake.catalog) == of_each


def test_figures_of_a_few_are_chosen_by_date_and_side_alone(real: Store) -> None:
    of_each = newest_of_each(figures(ask(real, read("ukrainian-forces/killed")).readings[0]))

    def newest(interest: Interest) -> Figure:
        """Of the party itself: one who fights on its side does not stand for it."""
        of_side = (figure for figure in reversed(of_each) if figure.interest is interest)
        return next(figure for figure in of_side if real.catalog.root(figure.claimant) in {"russia", "ukraine"})

    sides = [newest(Interest.OWN_LOSSES), newest(Interest.ENEMY_LOSSES)]
    assert {figure.id for figure in few(of_each, 2, real.catalog)} == {figure.id for figure in sides}


@FORMS
def test_several_readings_stand_apart_in_one_message(real: Store, form) -> None:
    readings = [read("russian-forces/killed"), read("russian-forces/wounded")]
    blocks = blocks_of(form, real, ask(real, *readings))
    assert [block.reading for block in blocks if block.kind is BlockKind.HEAD] == [0, 1]
    assert all(len(shown(tuple(block for block in blocks if block.reading == number))) >= 2 for number in (0, 1))
    assert len(to_html(blocks)) == 1


@FORMS
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topic_is_one_message_of_about_the_right_length(real: Store, language: str, form) -> None:
    longest = 0
    for topic, place in sorted({(str(count.topic), count.place) for count in real.find.topics()}, key=str):
        blocks = blocks_of(form, real, ask(real, read(topic, place=place), language=language))
        longest = max(longest, visible(blocks))
        assert len(to_html(blocks)) == 1
        assert shown(blocks) or any(block.kind is BlockKind.COUNTS for block in blocks)
    assert longest <= {short: PRIVATE, in_a_group: GROUP * 1.3}[form]


@FORMS
def test_more_topics_than_a_message_holds_are_counted(real: Store, form) -> None:
    topics = sorted({str(count.topic) for count in real.find.topics() if count.place is None})[:30]
    blocks = blocks_of(form, real, ask(real, *map(read, topics)))
    assert len(to_html(blocks)) == 1
    heads = sum(block.kind is BlockKind.HEAD for block in blocks)
    assert 1 < heads < 30
    assert f"{30 - heads} more topics were asked about" in render(blocks)


@FORMS
def test_every_letter_of_a_caveat_is_explained(real: Store, form) -> None:
    text = said(form, real, ask(real, read("russian-forces/killed")))
    explained = {line.strip()[1] for line in text.splitlines() if line.strip().startswith("[")}
    used = {mark for line in text.splitlines() if " · " in line and "[" in line for mark in line.split("[")[1][0:1]}
    assert used
    assert used <= explained


@FORMS
def test_a_number_put_forward_is_told_with_who_said_it(quake: Store, form) -> None:
    text = said(form, quake, ask(quake, KILLED, checked=NumberCheck(214, 214)))
    assert "The number 214\nSaid or printed:\n  214 · National Disaster Agency · as of 3 May 2024" in text
    assert "Newest total of each" not in text


def test_matches_that_find_no_room_are_counted(two_sides: Path, tmp_path: Path) -> None:
    for day in range(1, 9):
        add_claim(two_sides, "lake-courier", f"2024-06-0{day}", 777)
    with loaded(two_sides, tmp_path / "claims.db") as store:
        blocks = blocks_of(in_a_group, store, ask(store, KILLED, checked=NumberCheck(777, 777)))
    matched = sum(id_.endswith("-777") for id_ in shown(blocks))
    assert 0 < matched < 8
    assert f"{8 - matched} more not shown here" in render(blocks)


def test_a_period_names_figures_not_totals_and_keeps_the_differences(quake: Store) -> None:
    reading = read("lake-people/killed", period=True, dates=Dates(date(2024, 5, 4), date(2024, 5, 7)))
    text = said(short, quake, ask(quake, reading))
    assert "Totals since the beginning do not answer that." in text
    assert "Newest total" not in text
    assert "nobody said them" in text


def test_no_figures_names_what_is_near(quake: Store) -> None:
    text = said(short, quake, ask(quake, read("lake-people/killed", dates=Dates(as_of_to=date(2020, 1, 1)))))
    assert "This database holds no figure for this." in text
    assert "Nearest topics that have figures" in text


@FORMS
def test_asking_back_and_refusing_are_as_in_the_long_form(quake: Store, form) -> None:
    offered = tuple(Suggestion(read(f"{shore}-shore-people/killed"), "side") for shore in ("east", "west"))
    back = answer(Question("?", "en", Outcome.CLARIFY, missing="side", suggestions=offered), quake)
    assert said(form, quake, back).count("\n") == 2
    refused = answer(Question("?", "en", Outcome.OUT_OF_SCOPE, refusal=Refusal.UNKNOWN), quake)
    assert said(form, quake, refused).startswith("I did not recognise")


def test_the_evidence_of_the_short_form_is_folded_and_a_group_sees_a_link(quake: Store) -> None:
    answered = ask(quake, KILLED)
    (private,) = to_html(blocks_of(short, quake, answered))
    assert private.count("<blockquote expandable>") == 1
    assert "the agency put the dead at 214" in private.split("<blockquote expandable>")[1]
    group = to_html(blocks_of(in_a_group, quake, answered))[0]
    assert "the agency put the dead at 214" not in group
    assert group.count("<a href=") == len(shown(blocks_of(in_a_group, quake, answered)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_figure_stands_by_itself(real: Store, language: str) -> None:
    texts = texts_for(language, real.texts(language))
    for figure in figures(ask(real, read("russian-forces/killed")).readings[0]):
        blocks = one_figure(figure, real, texts)
        text = render(blocks)
        assert real.catalog.claimants[figure.claimant].name(language) in text
        assert Wording(texts, real.catalog, real.meta.start).when(figure) in text
        assert all(real.catalog.caveats[caveat].name(language) in text for caveat in figure.caveats)
        assert real.catalog.populations["russian-forces"].name(language) in text
        assert visible(blocks) <= GROUP
        assert len(to_html(blocks)) == 1
