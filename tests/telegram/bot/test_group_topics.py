"""A group chooses what it asks about: admins by buttons, everybody is answered by it, the rest in the private chat."""

from __future__ import annotations

import pytest

from bot.telegram.server import Chat, LocalBotApi, Message, User
from tests.telegram.bot.running import Running, asked, pressed

pytestmark = pytest.mark.anyio

KILLED = "/ask how many Russian soldiers have been killed"
WOUNDED = "/ask how many Russian soldiers have been wounded"
BOTH = "/ask how many Russian soldiers have been killed and how many wounded"


@pytest.fixture
async def group(judged: LocalBotApi, bot: Running, ann: User, ben: User) -> Chat:
    """A supergroup of Ann, who owns it, and Ben; it asks about the killed only."""
    chat = judged.group("News", ann, ben, supergroup=True)
    await judged.settled()
    settings = await judged.answer(judged.say(ann, chat, "/settings"))
    await pressed(judged, ann, settings, "killed")
    assert "✓ killed" in settings.labels
    return chat


def link(message: Message) -> str:
    """What the button that leads into the private chat hands over."""
    (url,) = [button["url"] for row in message.keyboard or [] for button in row if "url" in button]
    return str(url).partition("start=")[2]


async def test_only_admins_choose(judged: LocalBotApi, bot: Running, group: Chat, ann: User, ben: User) -> None:
    settings = await judged.answer(judged.say(ann, group, "/settings"))
    press = await pressed(judged, ben, settings, bot.say("button-all-kinds"))
    assert press.alert == bot.say("not-an-admin")
    assert bot.chats.chat(group.id).topics == ("killed/people",)
    await pressed(judged, ann, settings, bot.say("button-all-kinds"))
    assert bot.chats.chat(group.id).topics == ()
    assert f"✓ {bot.say('button-everything')}" in settings.labels


async def test_a_question_inside_is_answered_in_the_group(
    judged: LocalBotApi, bot: Running, group: Chat, ben: User
) -> None:
    answer = await judged.answer(judged.say(ben, group, KILLED))
    assert answer.shown.startswith("Russian forces · killed")
    opened = await asked(judged, ben, f"/start {link(answer)}")
    assert bot.say("short-evidence-title") in opened.shown
    assert bot.say("button-helpful") in opened.labels


async def test_a_question_outside_gets_a_line_and_its_answer_in_private(
    judged: LocalBotApi, bot: Running, group: Chat, ben: User
) -> None:
    question = judged.say(ben, group, WOUNDED)
    answer = await judged.answer(question)
    await judged.settled()
    assert answer.shown == bot.say("chat-outside", kinds="killed")
    assert answer.reply_to is question
    assert judged.sent_after(question) == [answer]
    opened = await asked(judged, ben, f"/start {link(answer)}")
    assert opened.shown.startswith("Russian forces · wounded")
    assert bot.say("button-helpful") in opened.labels


async def test_a_mixed_question_is_answered_in_part(judged: LocalBotApi, bot: Running, group: Chat, ben: User) -> None:
    answer = await judged.answer(judged.say(ben, group, BOTH))
    assert answer.shown.startswith("Russian forces · killed")
    assert "Russian forces · wounded" not in answer.shown
    assert answer.shown.endswith(bot.say("chat-partly-outside", kinds="killed"))
    opened = await asked(judged, ben, f"/start {link(answer)}")
    assert "Russian forces · killed" in opened.shown
    assert "Russian forces · wounded" in opened.shown


async def test_an_edit_may_lead_inside_and_out(judged: LocalBotApi, bot: Running, group: Chat, ben: User) -> None:
    question = judged.say(ben, group, WOUNDED)
    answer = await judged.answer(question)
    judged.edit(question, KILLED)
    await judged.changed(answer)
    assert answer.shown.startswith("Russian forces · killed")
    judged.edit(question, WOUNDED)
    await judged.changed(answer)
    assert answer.shown == bot.say("chat-outside", kinds="killed")
    assert judged.sent_after(question) == [answer]


async def test_topics_lists_what_the_group_asks_about(
    judged: LocalBotApi, bot: Running, group: Chat, ben: User
) -> None:
    topics = await judged.answer(judged.say(ben, group, "/topics"))
    assert bot.say("button-subjects") not in " ".join(topics.labels)
    await pressed(judged, ben, topics, "Russian forces")
    assert [label.partition(" · ")[0] for label in topics.labels] == ["killed", bot.say("button-back")]
    private = await asked(judged, ben, "/topics")
    await pressed(judged, ben, private, "Russian forces")
    assert len(private.labels) > 2


async def test_inline_results_and_private_chats_are_as_ever(
    judged: LocalBotApi, bot: Running, group: Chat, ann: User
) -> None:
    assert (await asked(judged, ann, WOUNDED)).shown.startswith("Russian forces · wounded")
    inquiry = await judged.searched(ann, "Russian soldiers wounded")
    assert inquiry.results[0]["title"] == "Russian forces · wounded"


async def test_a_group_keeps_its_topics_as_a_supergroup(judged: LocalBotApi, bot: Running, ann: User) -> None:
    group = judged.group("Small", ann)
    await judged.settled()
    settings = await judged.answer(judged.say(ann, group, "/settings"))
    await pressed(judged, ann, settings, "wounded")
    new = judged.migrate(ann, group)
    await judged.settled()
    answer = await judged.answer(judged.say(ann, new, KILLED))
    assert answer.shown == bot.say("chat-outside", kinds="wounded")
