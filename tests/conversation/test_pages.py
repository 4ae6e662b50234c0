"""Pages of figures: in order, none twice, none left out; by date and by claimant; a jump to a claimant lands there."""

from __future__ import annotations

import pytest

from bot.claims.model import LANGUAGES
from bot.conversation.reply import Reply
from bot.conversation.service import Conversation
from bot.conversation.whom import Whom
from tests.conversation.talking import ANN, buttons, figures, labels, press, said

QUESTION = "How many Russian soldiers were wounded?"


def pages(conversation: Conversation, first: Reply, whom: Whom = ANN) -> list[Reply]:
    """All pages from the first to the last."""
    found = [first]
    while "›" in labels(found[-1]):
        found.append(press(conversation, whom, found[-1], "›"))
    return found


@pytest.mark.parametrize("order", ["c", "d"])
def test_pages_show_each_figure_once(real: Conversation, order: str) -> None:
    answer = real.ask(ANN, "How many Russian soldiers were killed?", 1)
    shown = list[str]()
    for page in pages(real, real.pressed(ANN, f"a:{answer.remember}:0:{order}")):
        first, last = len(shown) + 1, len(shown) + len(figures(page))
        assert f"Figures {first}–{last} of 505" in said(page)
        shown += figures(page)
    assert len(shown) == len(set(shown)) == 505


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_lead_back_the_way_they_came(real: Conversation, language: str) -> None:
    whom = Whom(1, 1, language=language)
    real.language(whom, language)
    first = real.pressed(whom, f"a:{real.ask(whom, QUESTION, 1).remember}")
    there = pages(real, first, whom)
    assert len(there) > 1
    assert "‹" not in labels(first)
    page = there[-1]
    while "‹" in labels(page):
        page = press(real, whom, page, "‹")
    assert page.blocks == first.blocks
    assert real.desk.texts(language).say("button-short") in labels(page)


def test_by_claimant_and_by_date_are_a_press_apart(real: Conversation) -> None:
    by_date = press(real, ANN, real.ask(ANN, QUESTION, 1), "All figures")
    by_claimant = press(real, ANN, by_date, "By claimant")
    assert figures(by_date) != figures(by_claimant)
    assert press(real, ANN, by_claimant, "By date").blocks == by_date.blocks


def test_a_claimants_button_opens_the_page_on_which_its_figures_begin(real: Conversation) -> None:
    answer = real.ask(ANN, "How many Russian soldiers were killed?", 1)
    for page in pages(real, press(real, ANN, answer, "Who said it")):
        for button in buttons(page):
            if button.action and button.action.startswith("a:"):
                name = button.label.rsplit(" · ", 1)[0].rstrip("…")
                opened = real.pressed(ANN, button.action)
                first = real.desk.store.find.by_ids(figures(opened)[:1])[0]
                assert real.desk.wording("en").claimant(first.claimant).startswith(name)


def test_several_things_asked_are_chosen_among(real: Conversation) -> None:
    answer = real.ask(ANN, "How many Russian soldiers were killed and wounded?", 1)
    which = press(real, ANN, answer, "All figures")
    assert labels(which) == ["Russian forces · killed", "Russian forces · wounded", "Short answer"]
    assert said(press(real, ANN, which, "Russian forces · wounded")).startswith("Russian forces · wounded")


def test_sources_are_named_with_their_addresses(real: Conversation) -> None:
    reply = press(real, ANN, real.ask(ANN, QUESTION, 1), "Sources")
    links = [span.href for block in reply.blocks for item in block.items for line in item.lines for span in line.spans]
    assert any(link and link.startswith("https://") for link in links)
    assert reply.replaces


def test_citations_copy_number_claimant_date_and_address(real: Conversation) -> None:
    reply = press(real, ANN, real.ask(ANN, "How many Russian soldiers were killed?", 1), "Citation")
    copies = [button.copy for button in buttons(reply) if button.copy]
    assert any("5,937" in copy and "Ministry of Defence of Russia" in copy and "https://" in copy for copy in copies)
    assert all(len(copy) <= 256 for copy in copies)


def test_the_other_side_is_asked_with_the_same_limits(real: Conversation) -> None:
    answer = real.ask(ANN, "How many Russian soldiers were killed by the end of 2023?", 1)
    other = press(real, ANN, answer, "The other side")
    assert said(other).startswith("Ukrainian forces · killed\nas-of dates: up to 31 December 2023")
    assert not other.replaces
    assert said(press(real, ANN, other, "The other side")).startswith("Russian forces · killed")


def test_related_topics_open_their_answers(real: Conversation) -> None:
    related = press(real, ANN, real.ask(ANN, QUESTION, 1), "Related")
    topics = [button for button in buttons(related) if (button.action or "").startswith("t:")]
    assert topics
    for button in topics:
        assert said(real.pressed(ANN, button.action or "")).startswith(button.label.rsplit(" · ", 1)[0].rstrip("…"))
