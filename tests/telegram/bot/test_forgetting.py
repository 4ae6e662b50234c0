"""What is kept about a group or channel is deleted by its admins, and by nobody else."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from bot.chats.tables import CHAT, metadata
from bot.digests.model import Wishes
from bot.telegram.server import Chat, LocalBotApi, User
from tests.security.forging import forged
from tests.telegram.bot.running import Running, asked, pressed

pytestmark = pytest.mark.anyio

ASKED = "/ask how many Russian soldiers have been killed"


@pytest.fixture
async def group(judged: LocalBotApi, bot: Running, ann: User, ben: User) -> Chat:
    """A supergroup of Ann, who owns it, and Ben, with a language, a digest and a question."""
    chat = judged.group("News", ann, ben, supergroup=True)
    await judged.settled()
    await judged.answer(judged.say(ann, chat, "/language uk"))
    await judged.answer(judged.say(ben, chat, ASKED))
    bot.edge.conversation.desk.digests.subscribe(chat.id, None, ann.id, Wishes())
    return chat


def kept(bot: Running, chat: int) -> int:
    """How many rows name a chat."""
    with bot.chats.database.reading() as connection:
        columns = [column for table in metadata.sorted_tables for column in table.c if column.info == CHAT]
        counted = (select(func.count()).where(column == chat) for column in columns)
        return sum(connection.execute(query).scalar_one() for query in counted)


async def test_an_admin_is_asked_and_then_all_of_it_is_gone(
    judged: LocalBotApi, bot: Running, group: Chat, ann: User, ben: User
) -> None:
    await asked(judged, ben, "/language ru")
    deletions = bot.chats.deletions
    assert deletions
    before = deletions.mark()
    question = await judged.answer(judged.say(ann, group, "/forget"))
    assert question.shown == bot.say("chat-forget-group", "uk")
    await pressed(judged, ann, question, bot.say("button-no", "uk"))
    assert kept(bot, group.id) > 3
    question = await judged.answer(judged.say(ann, group, "/forget"))
    await pressed(judged, ann, question, bot.say("button-yes-forget-group", "uk"))
    assert kept(bot, group.id) == 0
    assert bot.chats.chat(ben.id).language == "ru"
    deleted = deletions.since(before)
    assert deleted(group.id) and not deleted(ann.id)


async def test_a_member_is_asked_about_himself_and_cannot_press_for_all(
    judged: LocalBotApi, bot: Running, group: Chat, ann: User, ben: User
) -> None:
    rows = kept(bot, group.id)
    own = await judged.answer(judged.say(ben, group, "/forget"))
    assert own.shown == bot.say("chat-forget", "uk")
    admins = await judged.answer(judged.say(ann, group, "/forget"))
    for press in (
        await pressed(judged, ben, admins, bot.say("button-yes-forget-group", "uk")),
        await forged(judged, ben, own, "fgc"),
        await forged(judged, ben, own, f"fgc:{group.id}"),
    ):
        assert press.alert == bot.say("forget-admins-only", "uk")
    assert kept(bot, group.id) == rows
    in_private = await asked(judged, ben, "/help")
    assert (await forged(judged, ben, in_private, "fgc")).alert == bot.say("alert-unknown")
    assert kept(bot, group.id) == rows


async def test_an_admin_may_mean_himself(judged: LocalBotApi, bot: Running, group: Chat, ann: User) -> None:
    await judged.answer(judged.say(ann, group, ASKED))
    question = await judged.answer(judged.say(ann, group, "/forget"))
    await pressed(judged, ann, question, bot.say("button-forget-me", "uk"))
    (own,) = judged.sent_after(question)
    assert own.shown == bot.say("chat-forget", "uk")
    await pressed(judged, ann, own, bot.say("button-yes-forget", "uk"))
    assert bot.chats.chat(group.id).language == "uk"
    (digest,) = bot.edge.conversation.desk.digests.of_chat(group.id)
    assert digest.owner is None


async def test_an_anonymous_admin_may(judged: LocalBotApi, bot: Running, group: Chat, ann: User, ben: User) -> None:
    judged.promote(ann, ben, group, anonymous=True)
    question = await judged.answer(judged.say(ben, group, "/forget"))
    assert question.shown == bot.say("chat-forget-group", "uk")
    await pressed(judged, ben, question, bot.say("button-yes-forget-group", "uk"))
    assert kept(bot, group.id) == 0


async def test_a_channel(judged: LocalBotApi, bot: Running, ann: User, ben: User) -> None:
    channel = judged.channel("Daily", ann)
    judged.join(ben, channel)
    await judged.answer(judged.say(ann, channel, ASKED))
    question = await judged.answer(judged.say(ann, channel, "/forget"))
    assert question.shown == bot.say("chat-forget-channel")
    press = await pressed(judged, ben, question, bot.say("button-yes-forget-group"))
    assert press.alert == bot.say("forget-admins-only")
    assert kept(bot, channel.id) > 0
    await pressed(judged, ann, question, bot.say("button-yes-forget-group"))
    assert kept(bot, channel.id) == 0
