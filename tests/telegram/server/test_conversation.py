"""A bot of python-telegram-bot talks to users over HTTP: what they see, what the transcript says."""

from __future__ import annotations

import pytest
from telegram.ext import Application

from bot.telegram.server import LocalBotApi

pytestmark = pytest.mark.anyio


async def test_private_chat_reads_like_a_chat(judged: LocalBotApi, echo: Application) -> None:
    anna = judged.user("Anna")
    question = judged.tell(anna, "5 < 6 & so on")
    answer = await judged.answer(question)
    press = await judged.pressed(anna, answer, "Louder")
    await judged.until(lambda: answer.text == "5 < 6 & SO ON")
    assert press.alert == "Louder!"
    assert judged.transcript(anna) == (
        "Anna: 5 < 6 & so on\n"
        "claimbot (to Anna): 5 < 6 & so on\n"
        "    [Louder]\n"
        "Anna presses [Louder]\n"
        "claimbot (edited): 5 < 6 & SO ON"
    )


async def test_text_and_entities_are_what_a_user_sees(judged: LocalBotApi, echo: Application) -> None:
    answer = await judged.answer(judged.tell(judged.user("Anna"), "🎉 <b>"))
    assert answer.text == "🎉 <b>"
    assert answer.entities == [{"type": "bold", "offset": 0, "length": 6}]
    assert answer.labels == ["Louder"]


async def test_an_edited_question_arrives_as_such(judged: LocalBotApi, echo: Application) -> None:
    anna = judged.user("Anna")
    question = judged.tell(anna, "one")
    first = await judged.answer(question)
    judged.edit(question, "two")
    assert [one.text for one in await judged.answers(question, 2)] == [first.text, "two"]


async def test_inline_results_are_chosen_kept_and_paged(judged: LocalBotApi, echo: Application) -> None:
    anna, boris = judged.user("Anna"), judged.user("Boris")
    group = judged.group("Desk", anna, boris, bot=False)
    first = await judged.searched(anna, "tanks")
    assert first.titles == ["tanks 0"]
    assert (await judged.searched(anna, "tanks", first.next_offset)).titles == ["tanks 1"]
    assert (await judged.searched(anna, "tanks")).cached
    assert not (await judged.searched(boris, "tanks")).cached  # the answers are personal
    judged.clock.advance(61)
    assert not (await judged.searched(anna, "tanks")).cached
    message = judged.choose(anna, first, 0, group)
    await judged.pressed(boris, message, "Louder")
    await judged.until(lambda: message.text == "AGAIN")
