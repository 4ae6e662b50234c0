"""What fits no topic: read page by page, taken out as a table, and drawn where there is something to draw."""

from __future__ import annotations

import csv
import io

import pytest

from bot.answers.chart import subject_chart_data
from bot.claims.model import LANGUAGES, Counting
from bot.conversation.actions import code
from bot.conversation.reply import Reply
from bot.conversation.service import Conversation
from bot.conversation.whom import Whom
from tests.conversation.talking import ANN, labels, press


def largest(conversation: Conversation) -> str:
    """The subject with the most figures."""
    return max(conversation.desk.store.find.subjects(), key=lambda count: count.total).subject


def page(conversation: Conversation, whom: Whom, subject: str) -> Reply:
    return conversation.pressed(whom, f"sf:{code(subject)}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_has_all_figures_of_a_subject(real: Conversation, language: str) -> None:
    whom, subject = Whom(1, 1, language=language), largest(real)
    written = press(real, whom, page(real, whom, subject), real.desk.texts(language).say("button-csv")).later
    assert written is not None
    reply = written()
    name, content = reply.file or ("", b"")
    assert name == f"{subject}_{real.desk.store.meta.newest}.csv"
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter="," if language == "en" else ";"))
    assert [row[-1] for row in rows[1:]] == [figure.id for figure in real.desk.store.find.of_subject(subject)]
    assert reply.blocks


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_subject_is_drawn_when_its_turn_comes(real: Conversation, language: str) -> None:
    whom, texts = Whom(1, 1, language=language), real.desk.texts(language)
    subject = largest(real)
    reply = press(real, whom, page(real, whom, subject), texts.say("button-chart"))
    assert reply.later is not None
    drawn = reply.later()
    assert drawn.picture is not None
    assert drawn.picture.startswith(b"\x89PNG")
    assert real.pressed(whom, f"sw:{code(subject)}").picture == drawn.picture  # kept for the next
    dark = press(real, whom, drawn, texts.say("button-dark")).later
    assert dark is not None
    assert texts.say("button-light") in labels(dark())


def test_every_subject_is_drawn_in_panels_of_what_is_alike(real: Conversation) -> None:
    store, texts = real.desk.store, real.desk.texts("en")
    undrawn = 0
    for count in store.find.subjects():
        figures = store.find.of_subject(count.subject)
        offered = "Chart" in labels(page(real, ANN, count.subject))
        data = subject_chart_data(figures, store, texts)
        alike = {(one.place, one.counting) for one in figures if one.counting is not Counting.RATE}
        assert offered is (data is not None) is bool(alike)
        if data is None:
            undrawn += 1
            continue
        assert len(data.panels) == min(len(alike), 3)
        assert len(data.caption) <= 1024
        wording = real.desk.wording("en")
        assert {panel.title for panel in data.panels} <= {wording.matter(figure) for figure in figures}
        if len(alike) <= 3 and len({figure.claimant for figure in figures}) == 1:
            marks = sum(len(series.marks) for panel in data.panels for series in panel.series)
            assert marks == sum(one.counting is not Counting.RATE for one in figures)
    assert undrawn == 1


def test_what_is_no_total_is_said_to_be_none(real: Conversation) -> None:
    store, texts = real.desk.store, real.desk.texts("en")
    counted = {
        count.subject: {figure.counting for figure in store.find.of_subject(count.subject)}
        for count in store.find.subjects()
    }
    both = next(subject for subject, ways in counted.items() if {Counting.CUMULATIVE, Counting.PERIOD} <= ways)
    data = subject_chart_data(store.find.of_subject(both), store, texts)
    assert data is not None
    remarks = sorted(panel.remarks for panel in data.panels)
    assert remarks == [(), (texts.say("other-counting-title"),)]


def test_in_a_group_a_subject_is_read_only(real: Conversation) -> None:
    group = Whom(-500, 101, kind="group", language="en")
    shown = labels(page(real, group, largest(real)))
    assert "Back" in shown
    assert not {"Chart", "Table (CSV)"} & set(shown)


@pytest.mark.parametrize("verb", ["sw", "sc"])
def test_a_subject_that_is_gone_says_so(real: Conversation, verb: str) -> None:
    assert real.pressed(ANN, f"{verb}:{code('martians-landed')}").alert == real.desk.texts("en").say("alert-changed")
