"""Inline results: each stands by itself, all can be paged to, both sides are among the first."""

from __future__ import annotations

import asyncio

import pytest

from bot.answers.html import to_html
from bot.answers.text import render
from bot.claims.model import LANGUAGES
from bot.conversation.inline import InlineItem
from bot.conversation.service import Conversation
from tests.conversation.talking import ANN, said


def every(conversation: Conversation, query: str) -> list[InlineItem]:
    """All results for a query, page by page."""
    found, offset = list[InlineItem](), ""
    for _ in range(40):
        page = conversation.inline(ANN, query, offset)
        assert len(page.items) <= 10
        found += page.items
        offset = page.next_offset
        if not offset:
            return found
    raise AssertionError("the pages have no end")


def is_whole(item: InlineItem) -> None:
    """What holds for each result."""
    assert 0 < len(item.id.encode()) <= 64
    assert item.title.strip()
    assert item.description.strip()
    assert len(to_html(item.blocks)) == 1


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Russian soldiers killed", "Russian forces · killed"),
        ("Ukrainian tanks destroyed", "Ukrainian forces · destroyed · tanks"),
        ("is it true that 9,000 Russian soldiers were killed", "The number 9,000"),
        ("скільки російських військових загинуло", "російські військові · загиблі"),
        ("сколько российских военных погибло", "российские военные · погибшие"),
    ],
)
def test_the_first_result_is_what_was_asked(real: Conversation, query: str, first: str) -> None:
    items = real.inline(ANN, query).items
    assert items[0].title == first
    for item in items:
        is_whole(item)


def test_a_few_words_are_enough(real: Conversation) -> None:
    titles = [item.title for item in real.inline(ANN, "russian tanks").items]
    assert "Russian forces · destroyed · tanks" in titles
    assert all("Russian forces" in title and "tanks" in title for title in titles)


def test_every_claimant_of_a_topic_can_be_paged_to_and_both_sides_come_first(real: Conversation) -> None:
    items = every(real, "Russian soldiers killed")
    assert len({item.id for item in items}) == len(items) == 31
    leading = {item.title.partition(" · ")[2] for item in items[1:3]}
    assert leading == {"Ministry of Defence of Russia", "President of Ukraine"}


def test_a_message_says_who_and_when_and_what_is_doubtful(real: Conversation) -> None:
    (item,) = [one for one in every(real, "Russian soldiers killed") if "Ministry of Defence of Russia" in one.title]
    text = render(item.blocks)
    for part in ("Russian forces · killed", "5,937", "as of 21 September 2022", "counts its own losses", "Meduza"):
        assert part in text


def test_without_a_query_all_topics_are_offered(quake: Conversation) -> None:
    items = every(quake, "")
    assert {"people in Lake Province · killed", "people in Lake Province · destroyed · houses"} <= {
        i.title for i in items
    }
    for item in items:
        is_whole(item)


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_nothing_is_found_the_private_chat_is_offered(quake: Conversation, language: str) -> None:
    quake.language(ANN, language)
    page = quake.inline(ANN, "qqqq")
    assert not page.items
    assert page.button == quake.desk.texts(language).say("inline-nothing")
    assert len(page.button) <= 64
    assert quake.start(ANN, page.start).buttons  # a greeting


def test_a_topic_without_figures_is_no_result(quake: Conversation) -> None:
    assert not quake.inline(ANN, "how many schools were destroyed").items


def test_results_link_to_the_private_chat_once_the_bot_knows_its_name(quake: Conversation) -> None:
    assert not quake.inline(ANN, "people killed").items[0].buttons
    quake.desk.username = "a_bot"
    for item in every(quake, "how many people were killed"):
        ((button,),) = item.buttons
        address = button.url or ""
        argument = address.removeprefix("https://t.me/a_bot?start=")
        assert len(argument) <= 64
        assert render(item.blocks).splitlines()[0] in said(quake.start(ANN, argument))


def test_an_offset_that_is_none_begins_at_the_beginning(quake: Conversation) -> None:
    assert quake.inline(ANN, "people killed", "x").items == quake.inline(ANN, "people killed").items
    assert not quake.inline(ANN, "people killed", "90000").items


def test_what_is_made_beforehand_is_what_is_shown(quake: Conversation) -> None:
    asyncio.run(quake.warm())
    warm = quake.inline(ANN, "").items
    assert warm
    assert quake.inline(ANN, "").items[0] is warm[0]
