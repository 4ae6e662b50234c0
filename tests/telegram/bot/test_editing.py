"""Messages that are edited: the bot's answer to a /check changes in its place, and stays where nothing was asked."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot.asking import Claimbot
from bot.config import LimitsSettings
from bot.telegram.server import LocalBotApi, Message, User
from tests.telegram.bot.running import Running, asked, running

pytestmark = pytest.mark.anyio

FIRST, SECOND = "498 Russian soldiers were killed", "9,000 Russian soldiers were killed"


def number(message: Message) -> str:
    """Which number a message of the bot is about."""
    return message.shown.partition("The number ")[2].partition("\n")[0]


async def test_an_edited_check_changes_its_answer(judged: LocalBotApi, bot: Running, ann: User) -> None:
    check = judged.tell(ann, f"/check {FIRST}")
    answer = await judged.answer(check)
    assert number(answer) == "498"
    judged.edit(check, f"/check {SECOND}")
    await judged.changed(answer)
    assert number(answer) == "9,000"
    assert judged.sent_after(check) == [answer]


@pytest.mark.parametrize(
    ("before", "message"),
    [("", "chat-check-how"), ("good morning", "chat-check-no-number"), ("a bus costs 25 crowns", "chat-check-unclear")],
)
async def test_a_check_that_found_nothing_can_be_corrected_and_undone(
    judged: LocalBotApi, bot: Running, ann: User, before: str, message: str
) -> None:
    await asked(judged, ann, "how many Ukrainian tanks were destroyed")
    check = judged.tell(ann, f"/check {before}".strip())
    answer = await judged.answer(check)
    assert answer.shown == bot.say(message)
    judged.edit(check, f"/check {FIRST}")
    await judged.changed(answer)
    assert number(answer) == "498"
    judged.edit(check, f"/check {before}".strip())
    await judged.changed(answer)
    assert answer.shown == bot.say(message)
    assert (await asked(judged, ann, "and Russian?")).shown.startswith("Russian forces · destroyed · tanks")


async def test_a_check_in_a_group_is_edited_in_its_place(
    judged: LocalBotApi, bot: Running, ann: User, ben: User
) -> None:
    group = judged.group("News", ann, ben, supergroup=True)
    await judged.settled()
    check = judged.say(ben, group, f"/check {FIRST}")
    answer = await judged.answer(check)
    judged.edit(check, f"/check@claims_bot {SECOND}")
    await judged.changed(answer)
    assert number(answer) == "9,000"
    assert judged.sent_after(check) == [answer]


async def test_an_edited_check_that_replies_checks_the_message_replied_to_again(
    judged: LocalBotApi, bot: Running, ann: User, ben: User
) -> None:
    group = judged.group("News", ann, ben, supergroup=True)
    await judged.settled()
    claim = judged.say(ann, group, FIRST)
    check = judged.say(ben, group, "/check", reply_to=claim)
    answer = await judged.answer(check)
    judged.edit(check, f"/check {SECOND}")
    await judged.changed(answer)
    assert number(answer) == "9,000"
    judged.edit(check, "/check@claims_bot")
    await judged.changed(answer)
    assert number(answer) == "498"


async def test_in_private_an_edit_of_the_message_checked_is_checked_again(
    judged: LocalBotApi, bot: Running, ann: User
) -> None:
    claim = judged.tell(ann, FIRST)
    first = await judged.answer(claim)
    check = judged.tell(ann, "/check", reply_to=claim)
    checked = await judged.answer(check)
    for text, shown in ((SECOND, "9,000"), (FIRST, "498")):
        judged.edit(claim, text)
        await judged.until(lambda shown=shown: number(first) == number(checked) == shown)  # type: ignore[misc]
    await judged.settled()
    assert judged.said(ann) == [first.shown, checked.shown]


async def test_the_caption_of_a_picture_that_asks_can_be_edited(judged: LocalBotApi, bot: Running, ann: User) -> None:
    picture = judged.send_picture(ann, None, b"\x89PNG", FIRST)
    answer = await judged.answer(picture)
    judged.edit(picture, SECOND)
    await judged.changed(answer)
    assert number(answer) == "9,000"


async def test_an_edit_of_an_old_check_is_left_alone(judged: LocalBotApi, bot: Running, ann: User) -> None:
    check = judged.tell(ann, f"/check {FIRST}")
    answer = await judged.answer(check)
    shown = answer.shown
    judged.clock.advance(timedelta(minutes=31).total_seconds())
    judged.edit(check, f"/check {SECOND}")
    await judged.settled()
    assert judged.said(ann) == [shown]


async def test_edits_are_limited_like_questions(
    judged: LocalBotApi, claims: Claimbot, tmp_path: Path, ann: User
) -> None:
    async with running(judged, claims, tmp_path, limits=LimitsSettings(user_per_minute=2, group_per_minute=9)) as bot:
        check = judged.tell(ann, f"/check {FIRST}")
        answer = await judged.answer(check)
        judged.edit(check, f"/check {SECOND}")
        await judged.changed(answer)
        for text in (FIRST, SECOND, FIRST):
            judged.edit(check, f"/check {text}")
        await judged.settled()
        assert number(answer) == "9,000"
        assert judged.said(ann) == [answer.shown, bot.say("limit-reached")]
