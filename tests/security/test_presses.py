"""A press can be forged: Telegram hands on whatever a client sends, on any message that its user sees."""

from __future__ import annotations

import pytest

from bot.chats.model import WhoMayChange
from bot.telegram.server import Chat, LocalBotApi, User
from tests.security.forging import forged
from tests.telegram.bot.running import Running, asked, pressed

pytestmark = pytest.mark.anyio

ANONYMOUS_ADMIN = 1087968824  # whom Telegram names as the sender where an admin writes as the group
ASKED = "/ask how many Russian soldiers have been killed"
CHANGES = ("lgs:uk", "st:l:uk", "st:w:e", "st:t:all")


@pytest.fixture
async def group(judged: LocalBotApi, bot: Running, ann: User, ben: User) -> Chat:
    """A supergroup of Ann, who owns it, and Ben."""
    chat = judged.group("News", ann, ben, supergroup=True)
    await judged.settled()
    return chat


@pytest.mark.parametrize("data", CHANGES)
async def test_a_member_forges_the_buttons_of_the_settings(
    judged: LocalBotApi, bot: Running, group: Chat, ben: User, data: str
) -> None:
    answer = await judged.answer(judged.say(ben, group, ASKED))
    press = await forged(judged, ben, answer, data)
    assert press.alert == bot.say("not-an-admin")
    chosen = bot.chats.chat(group.id)
    assert (chosen.language, chosen.who_may_change) == (None, WhoMayChange.ADMINS)


@pytest.mark.parametrize("data", CHANGES)
async def test_a_reader_of_a_channel_is_no_admin_of_it(
    judged: LocalBotApi, bot: Running, ann: User, ben: User, data: str
) -> None:
    """Only admins post in a channel, so a /language there is theirs; but every reader can press."""
    channel = judged.channel("Daily", ann)
    judged.join(ben, channel)
    post = await judged.answer(judged.say(ann, channel, ASKED))
    press = await forged(judged, ben, post, data)
    assert press.alert == bot.say("not-an-admin")
    chosen = bot.chats.chat(channel.id)
    assert (chosen.language, chosen.who_may_change) == (None, WhoMayChange.ADMINS)


async def test_an_admin_of_a_channel_may_press(judged: LocalBotApi, bot: Running, ann: User) -> None:
    channel = judged.channel("Daily", ann)
    post = await judged.answer(judged.say(ann, channel, ASKED))
    await forged(judged, ann, post, "lgs:uk")
    assert bot.chats.chat(channel.id).language == "uk"


async def test_the_placeholder_of_anonymous_admins_cannot_press(
    judged: LocalBotApi, bot: Running, group: Chat, ben: User
) -> None:
    """Whoever presses is named by his own id; one press in the placeholder's name would be everybody's."""
    answer = await judged.answer(judged.say(ben, group, ASKED))
    placeholder = User(ANONYMOUS_ADMIN, "Group", is_bot=True)
    press = await forged(judged, placeholder, answer, "st:l:uk")
    assert press.alert == bot.say("not-an-admin")
    assert bot.chats.chat(group.id).language is None


async def test_another_users_question_cannot_be_passed_on(
    judged: LocalBotApi, bot: Running, ann: User, ben: User
) -> None:
    """The button that tells the editors carries a random name; who learns it still has to be who asked."""
    answer = await asked(judged, ann, "how many griffins were destroyed")
    token = next(one["callback_data"] for row in answer.keyboard or [] for one in row if "ed:" in str(one))
    elsewhere = await asked(judged, ben, "/help")
    for verb in ("ed", "edy"):
        press = await forged(judged, ben, elsewhere, f"{verb}:{token.partition(':')[2]}")
        assert press.alert == bot.say("alert-text-gone")
    await forged(judged, ben, elsewhere, f"edn:{token.partition(':')[2]}")
    await pressed(judged, ann, answer, bot.say("button-tell-editors"))
    assert judged.said(ann)[-1] == bot.say("chat-tell-editors")


async def test_forgetting_deletes_who_presses_and_nobody_else(
    judged: LocalBotApi, bot: Running, ann: User, ben: User
) -> None:
    await asked(judged, ann, "/language uk")
    elsewhere = await asked(judged, ben, "/help")
    await forged(judged, ben, elsewhere, "fgy")
    assert bot.chats.chat(ann.id).language == "uk"
