"""Groups, forums and channels: the bot speaks when it is addressed, and nowhere else."""

from __future__ import annotations

import pytest

from bot.chats.model import Presence, WhoMayChange
from bot.telegram.server import Chat, LocalBotApi, User
from tests.telegram.bot.running import Running, pressed

pytestmark = pytest.mark.anyio

ASKED = "/ask how many Russian soldiers have been killed"
ANSWERED = "Russian forces · killed"


@pytest.fixture
async def group(judged: LocalBotApi, bot: Running, ann: User, ben: User) -> Chat:
    """A supergroup of Ann, who owns it, and Ben, with the bot just added."""
    chat = judged.group("News", ann, ben, supergroup=True)
    await judged.settled()
    return chat


async def test_on_being_added_it_says_once_what_it_can_hear(
    judged: LocalBotApi, bot: Running, group: Chat, ann: User
) -> None:
    (said,) = judged.said(group)
    assert bot.say("chat-hears-addressed") in said
    assert bot.chats.chat(group.id).presence is Presence.MEMBER
    judged.promote_bot(ann, group)
    await judged.settled()
    assert judged.said(group) == [said]
    assert bot.chats.chat(group.id).can_hear


async def test_an_admin_bot_says_that_it_hears_everything(judged: LocalBotApi, bot: Running, ann: User) -> None:
    group = judged.group("News", ann, supergroup=True, bot_admin=True)
    await judged.settled()
    (said,) = judged.said(group)
    assert bot.say("chat-hears-all") in said


@pytest.mark.parametrize(
    "text", ["hello", "how many Russian soldiers have been killed", "/ask@other_bot russian tanks", "@other_bot hi"]
)
async def test_it_is_silent_unless_addressed(
    judged: LocalBotApi, bot: Running, group: Chat, ben: User, text: str
) -> None:
    judged.world.can_read_all = True  # so that all of it arrives
    message = judged.say(ben, group, text)
    await judged.settled()
    assert judged.sent_after(message) == []


@pytest.mark.parametrize("text", [ASKED, ASKED.replace("/ask", "/ask@claims_bot")])
async def test_ask_is_answered_in_one_message_as_a_reply(
    judged: LocalBotApi, bot: Running, group: Chat, ben: User, text: str
) -> None:
    question = judged.say(ben, group, text)
    answer = await judged.answer(question)
    await judged.settled()
    assert judged.sent_after(question) == [answer]
    assert answer.reply_to is question
    assert ANSWERED in answer.shown


async def test_the_long_form_is_a_link_into_the_private_chat(
    judged: LocalBotApi, bot: Running, group: Chat, ben: User
) -> None:
    answer = await judged.answer(judged.say(ben, group, ASKED))
    url = next(button["url"] for row in answer.keyboard or [] for button in row if "url" in button)
    assert url.startswith(f"https://t.me/{judged.bot.username}?start=")
    opened = await judged.answer(judged.tell(ben, f"/start {url.partition('start=')[2]}"))
    assert ANSWERED in opened.shown


async def test_mentions_and_replies_to_the_bot_are_questions(
    judged: LocalBotApi, bot: Running, group: Chat, ann: User, ben: User
) -> None:
    mentioned = await judged.answer(judged.say(ben, group, "@claims_bot how many Russian soldiers have been killed"))
    assert mentioned.shown.startswith(ANSWERED)
    other = await judged.answer(judged.say(ann, group, "/ask russian tanks destroyed"))
    followed = await judged.answer(judged.say(ann, group, "and Ukrainian?", reply_to=mentioned))
    assert "Ukrainian forces · killed" in followed.shown
    assert "tank" in other.shown.casefold()


async def test_check_as_a_reply_checks_the_message_replied_to(
    judged: LocalBotApi, bot: Running, group: Chat, ann: User, ben: User
) -> None:
    claim = judged.say(ann, group, "They say 9,000 Russian soldiers were killed")
    check = judged.say(ben, group, "/check", reply_to=claim)
    answer = await judged.answer(check)
    assert "9,000" in answer.shown
    assert answer.reply_to is check


async def test_an_edited_question_changes_its_answer(judged: LocalBotApi, bot: Running, group: Chat, ben: User) -> None:
    question = judged.say(ben, group, ASKED)
    answer = await judged.answer(question)
    judged.edit(question, "/ask how many Ukrainian soldiers have been killed")
    await judged.changed(answer)
    assert answer.shown.startswith("Ukrainian forces")
    assert judged.sent_after(question) == [answer]


async def test_a_forum_is_answered_in_its_topic(judged: LocalBotApi, bot: Running, ann: User) -> None:
    forum = judged.group("Forum", ann, forum=True)
    await judged.settled()
    topic = judged.topic(forum, "Losses", ann)
    in_topic = await judged.answer(judged.say(ann, forum, ASKED, topic=topic))
    assert in_topic.thread == topic
    in_general = await judged.answer(judged.say(ann, forum, ASKED))
    assert in_general.thread is None
    assert "message_thread_id" not in judged.calls("sendMessage")[-1]


async def test_a_message_in_a_topic_that_ann_opened_is_no_reply_to_the_bot(
    judged: LocalBotApi, bot: Running, ann: User
) -> None:
    judged.world.can_read_all = True
    forum = judged.group("Forum", ann, forum=True)
    await judged.settled()
    topic = judged.topic(forum, "Losses", ann)
    message = judged.say(ann, forum, "hello", topic=topic)
    await judged.settled()
    assert judged.sent_after(message) == []


async def test_only_admins_change_settings(
    judged: LocalBotApi, bot: Running, group: Chat, ann: User, ben: User
) -> None:
    refused = await judged.answer(judged.say(ben, group, "/settings"))
    assert refused.shown == bot.say("not-an-admin")
    settings = await judged.answer(judged.say(ann, group, "/settings"))
    press = await pressed(judged, ben, settings, "Українська")
    assert press.alert == bot.say("not-an-admin")
    assert bot.chats.chat(group.id).language is None
    await pressed(judged, ann, settings, "Українська")
    assert bot.chats.chat(group.id).language == "uk"
    await pressed(judged, ann, settings, bot.say("button-everyone", "uk"))
    assert bot.chats.chat(group.id).who_may_change is WhoMayChange.EVERYONE
    await pressed(judged, ben, settings, "Русский")
    assert bot.chats.chat(group.id).language == "ru"


async def test_an_anonymous_admin_may_and_the_placeholder_is_no_admin(
    judged: LocalBotApi, bot: Running, group: Chat, ann: User, ben: User
) -> None:
    judged.promote(ann, ben, group, anonymous=True)
    settings = await judged.answer(judged.say(ben, group, "/settings"))
    await pressed(judged, ben, settings, "Українська")
    assert bot.chats.chat(group.id).language == "uk"
    judged.demote(ann, ben, group)
    press = await pressed(judged, ben, settings, "Русский")
    assert press.alert == bot.say("not-an-admin", "uk")
    assert all(one["user_id"] == str(ben.id) for one in judged.calls("getChatMember"))


async def test_a_channel_that_writes_in_a_group_is_no_admin(
    judged: LocalBotApi, bot: Running, group: Chat, ann: User
) -> None:
    channel = judged.channel("Other", ann)
    answer = await judged.answer(judged.say_as_channel(channel, group, "/settings"))
    assert answer.shown == bot.say("not-an-admin")


async def test_the_language_of_a_group_is_that_of_its_answers(
    judged: LocalBotApi, bot: Running, group: Chat, ann: User, ben: User
) -> None:
    await judged.answer(judged.say(ann, group, "/language uk"))
    answer = await judged.answer(judged.say(ben, group, ASKED))
    assert bot.say("button-in-private", "uk") in answer.labels
    assert (await judged.answer(judged.say(ben, group, "/language ru"))).shown == bot.say("not-an-admin", "uk")


async def test_a_group_keeps_its_settings_as_a_supergroup(judged: LocalBotApi, bot: Running, ann: User) -> None:
    group = judged.group("News", ann)
    await judged.settled()
    await judged.answer(judged.say(ann, group, "/language uk"))
    new = judged.migrate(ann, group)
    await judged.settled()
    assert bot.chats.chat(new.id).language == "uk"
    assert bot.chats.chat(group.id).language is None
    assert judged.said(new) == []
    answer = await judged.answer(judged.say(ann, new, ASKED))
    assert bot.say("button-in-private", "uk") in answer.labels


async def test_an_answer_to_a_group_that_migrated_meanwhile_reaches_the_supergroup(
    judged: LocalBotApi, bot: Running, ann: User
) -> None:
    group = judged.group("News", ann)
    await judged.settled()
    judged.say(ann, group, ASKED)
    new = judged.migrate(ann, group)
    await judged.settled()
    assert [said for said in judged.said(new) if ANSWERED in said]


async def test_removed_it_is_silent_and_knows_it(judged: LocalBotApi, bot: Running, group: Chat, ann: User) -> None:
    said = judged.said(group)
    judged.remove_bot(ann, group)
    await judged.settled()
    assert bot.chats.chat(group.id).presence is Presence.REMOVED
    judged.add_bot(ann, group)
    await judged.settled()
    assert len(judged.said(group)) == len(said) + 1


async def test_where_it_may_not_write_it_is_silent_and_goes_on(
    judged: LocalBotApi, bot: Running, group: Chat, ann: User, ben: User
) -> None:
    judged.mute_bot(ann, group)
    question = judged.say(ben, group, ASKED)
    await judged.settled()
    assert judged.sent_after(question) == []
    assert await judged.answer(judged.tell(ben, "/help"))


async def test_a_channel_is_answered_only_where_it_asks(judged: LocalBotApi, bot: Running, ann: User) -> None:
    channel = judged.channel("Daily", ann)
    post = judged.say(ann, channel, "Good morning. 9,000 Russian soldiers were killed. @claims_bot")
    await judged.settled()
    assert judged.sent_after(post) == []
    answer = await judged.answer(judged.say(ann, channel, ASKED))
    assert ANSWERED in answer.shown


async def test_other_commands_in_a_group(judged: LocalBotApi, bot: Running, group: Chat, ben: User) -> None:
    for command in ("help", "about", "privacy", "topics", "start"):
        assert await judged.answer(judged.say(ben, group, f"/{command}"))
    unknown = judged.say(ben, group, "/weather")
    await judged.settled()
    assert judged.sent_after(unknown) == []


async def test_a_message_sent_through_the_bot_is_no_question(
    judged: LocalBotApi, bot: Running, group: Chat, ben: User
) -> None:
    inquiry = await judged.searched(ben, "russian tanks")
    message = judged.choose(ben, inquiry, 0, group)
    await judged.settled()
    assert judged.sent_after(message) == []
