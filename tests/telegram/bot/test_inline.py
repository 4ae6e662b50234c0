"""Inline mode: results in any chat, each a message that stands by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.asking import Claimbot
from bot.claims.model import LANGUAGES
from bot.telegram.server import LocalBotApi, User
from tests.telegram.bot.running import Running, running

pytestmark = pytest.mark.anyio

TANKS = {"en": "russian tanks", "uk": "російські танки", "ru": "российские танки"}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_query_gives_a_topic_and_newest_figures(judged: LocalBotApi, bot: Running, language: str) -> None:
    user = judged.user("Olena", "de")
    inquiry = await judged.searched(user, TANKS[language])
    assert 2 <= len(inquiry.results) <= 10
    assert all(one["description"] for one in inquiry.results)
    chat = judged.group("Elsewhere", user, bot=False)
    message = judged.choose(user, inquiry, 0, chat)
    assert bot.say("button-in-private", language) in message.labels
    await judged.settled()
    assert judged.said(chat) == []


async def test_each_result_names_claimant_and_date(judged: LocalBotApi, bot: Running, ann: User) -> None:
    inquiry = await judged.searched(ann, "russian tanks destroyed")
    chat = judged.group("Elsewhere", ann, bot=False)
    for place, title in enumerate(inquiry.titles[1:], start=1):
        shown = judged.choose(ann, inquiry, place, chat).shown
        number, claimant = title.split(" · ", 1)
        assert number in shown
        assert claimant in shown
        assert "20" in shown


async def test_nothing_typed_pages_through_all_topics(judged: LocalBotApi, bot: Running, ann: User) -> None:
    seen: list[str] = []
    offset = ""
    while True:
        inquiry = await judged.searched(ann, "", offset)
        seen += [result["id"] for result in inquiry.results]
        offset = inquiry.next_offset
        if not offset:
            break
    assert len(seen) == len(set(seen)) > 20


async def test_what_is_shown_first_is_made_before_it_serves(
    judged: LocalBotApi, claims: Claimbot, ann: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(judged, claims, tmp_path, warm=True):
        monkeypatch.delattr("bot.conversation.inline.answer")  # which makes them
        assert len((await judged.searched(ann, "")).results) == 10


async def test_nothing_found_leads_into_the_private_chat(judged: LocalBotApi, bot: Running, ann: User) -> None:
    inquiry = await judged.searched(ann, "qwertyuiop")
    assert inquiry.results == []
    button = (inquiry.answer or {})["button"]
    answer = await judged.answer(judged.tell(ann, f"/start {button['start_parameter']}"))
    assert bot.say("subject-title") in answer.shown


async def test_results_are_personal_and_soon_renewed(judged: LocalBotApi, bot: Running, ann: User, ben: User) -> None:
    first = await judged.searched(ann, "russian tanks")
    assert (first.answer or {})["cache_time"] <= 300
    assert (await judged.searched(ann, "russian tanks")).cached
    assert not (await judged.searched(ben, "russian tanks")).cached
    judged.clock.advance(minutes=6)
    assert not (await judged.searched(ann, "russian tanks")).cached


async def test_a_number_is_checked(judged: LocalBotApi, bot: Running, ann: User) -> None:
    inquiry = await judged.searched(ann, "9000 russian soldiers killed")
    assert any("9,000" in title for title in inquiry.titles)


async def test_an_answer_that_comes_too_late_is_no_error(judged: LocalBotApi, bot: Running, ann: User) -> None:
    judged.queries.inline_seconds = -1
    judged.inline(ann, "russian tanks")
    await judged.settled()
    assert judged.said(ann) == []
    assert judged.calls("answerInlineQuery")


@pytest.mark.parametrize("offset", ["abc", "-1", "999999999999", "10 "])
async def test_a_strange_offset_is_no_error(judged: LocalBotApi, bot: Running, ann: User, offset: str) -> None:
    assert (await judged.searched(ann, "russian tanks", offset)).answer is not None
