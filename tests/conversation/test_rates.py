"""Rates in a chat: what a question about so many a day brings, and where its buttons and follow-ups lead."""

from __future__ import annotations

import csv
import io

import pytest

from bot.answers.text import render
from bot.claims.model import Counting
from bot.conversation.reply import Reply
from bot.conversation.service import Conversation
from bot.conversation.whom import Whom
from tests.conversation.talking import ANN, figures, finished, labels, press, said

PER_DAY = "How many Ukrainian soldiers die per day?"
TITLE = "So many a day, week or month"


def countings(conversation: Conversation, reply: Reply) -> list[Counting]:
    return [figure.counting for figure in conversation.desk.store.find.by_ids(figures(reply))]


@pytest.mark.parametrize(
    ("language", "question", "title"),
    [
        ("en", PER_DAY, TITLE),
        ("uk", "скільки в середньому гине українських військових щодня", "Скільки на день, тиждень чи місяць"),
        ("ru", "сколько украинских солдат гибнет в сутки", "Сколько в день, неделю или месяц"),
    ],
)
@pytest.mark.parametrize("kind", ["private", "group"])
def test_rates_come_first(real: Conversation, language: str, question: str, title: str, kind: str) -> None:
    whom = Whom(1 if kind == "private" else -1, 1, language=language, kind=kind)
    answer = real.ask(whom, question, 1)
    shown = countings(real, answer)
    rates = shown.count(Counting.RATE)
    assert shown[:rates] == [Counting.RATE] * rates
    assert rates >= 2
    assert Counting.CUMULATIVE in shown
    text = said(answer)
    assert text.index(title) < text.index(real.desk.texts(language).say("no-rates-title"))


def test_all_pages_begin_with_rates_and_count_them(real: Conversation) -> None:
    answer = real.ask(ANN, PER_DAY, 1)
    plain = real.ask(ANN, "How many Ukrainian soldiers were killed?", 2)
    (label,) = [label for label in labels(answer) if label.startswith("All figures")]
    assert label in labels(plain)  # the same figures, in other parts
    page = press(real, ANN, answer, "All figures")
    assert countings(real, page)[0] is Counting.RATE
    assert TITLE in said(page)
    assert TITLE not in said(press(real, ANN, plain, "All figures"))


def test_the_table_holds_them(real: Conversation) -> None:
    reply = finished(press(real, ANN, real.ask(ANN, PER_DAY, 1), "Table"))
    assert reply.file is not None
    rows = list(csv.reader(io.StringIO(reply.file[1].decode("utf-8-sig"))))
    assert sum(any(cell.endswith(" a day") for cell in row) for row in rows) >= 5


@pytest.mark.parametrize("follow_up", ["and Russian?", "and how many Russian soldiers?"])
def test_the_other_side_is_asked_for_its_rate(real: Conversation, follow_up: str) -> None:
    answer = real.ask(ANN, PER_DAY, 1)
    followed = real.ask(ANN, follow_up, 2)
    pressed = press(real, ANN, answer, "The other side")
    for other in (followed, pressed):
        assert said(other).startswith("Russian forces · killed")
        assert TITLE in said(other)
    again = real.ask(ANN, "and Ukrainian?", 3)  # behind a question that nobody typed
    assert said(again).split("Receipt")[0] == said(answer).split("Receipt")[0]


def test_a_rate_is_asked_for_by_a_follow_up(real: Conversation) -> None:
    assert TITLE not in said(real.ask(ANN, "How many Ukrainian soldiers were killed?", 1))
    assert TITLE in said(real.ask(ANN, "per day?", 2))
    assert TITLE not in said(real.ask(ANN, "and in total?", 3))


def test_where_there_is_no_rate_a_button_leads_to_one(real: Conversation) -> None:
    answer = real.ask(ANN, "How many soldiers does Russia lose per day?", 1)
    assert said(answer).startswith("Russian forces · losses")
    assert "Nobody in this database gave a number per day for this." in said(answer)
    other = press(real, ANN, answer, "Russian forces · killed and wounded")
    assert said(other).startswith("Russian forces · killed and wounded")
    assert TITLE in said(other)


def test_asked_back_whose_the_rate_is_kept(real: Conversation) -> None:
    asked = real.ask(ANN, "monthly losses", 1)
    answer = press(real, ANN, asked, "Russian forces")
    assert "Nobody in this database gave a number per month for this." in said(answer)


def test_inline_the_rates_come_before_the_totals(real: Conversation) -> None:
    topic, *claimants = real.inline(ANN, PER_DAY).items
    assert topic.title == "Ukrainian forces · killed"
    assert render(topic.blocks).count(TITLE) == 1
    assert "a day · " in claimants[0].title
    assert len({item.id for item in claimants}) == len(claimants)
