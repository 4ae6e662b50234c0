"""Digests in Telegram: set up in private chats, groups, topics and channels, each time only by those who may."""

from __future__ import annotations

import json
from datetime import time

import pytest

from bot.digests.model import Frequency, Pause, State, Subscription
from bot.telegram.server import Chat, LocalBotApi, Message, User
from tests.telegram.bot.running import Running, asked, pressed

pytestmark = pytest.mark.anyio

FILE = {
    "format": "claimbot-subscriptions",
    "version": 1,
    "subscriptions": [{"wanted": [{"measure": "killed"}], "frequency": "weekly", "weekday": 4, "language": "en"}],
}


@pytest.fixture
async def group(judged: LocalBotApi, bot: Running, ann: User, ben: User) -> Chat:
    """A supergroup of Ann, who owns it, and Ben."""
    chat = judged.group("News", ann, ben, supergroup=True)
    await judged.settled()
    return chat


def digests_of(bot: Running, chat: Chat | User) -> list[Subscription]:
    """What a chat has subscribed to."""
    return bot.edge.conversation.desk.digests.of_chat(chat.id)


async def presses(server: LocalBotApi, user: User, message: Message, *labels: str) -> None:
    """Press one button after another under a message that changes with each."""
    for label in labels:
        await pressed(server, user, message, label)


async def set_up(server: LocalBotApi, user: User, chat: Chat, topic: int | None = None) -> Message:
    """/subscribe, and the four presses."""
    screen = await server.answer(server.say(user, chat, "/subscribe", topic=topic))
    await presses(server, user, screen, "✓ Everything", "✓ Every day", "✓ 09:00", "London")
    return screen


@pytest.mark.parametrize("language", ["en", "uk", "ru"])
async def test_four_presses_and_an_example_at_once(judged: LocalBotApi, bot: Running, language: str) -> None:
    user = judged.user("Reader", language)
    screen = await asked(judged, user, "/subscribe")
    for _ in range(3):
        await pressed(judged, user, screen, "✓")
    await pressed(judged, user, screen, screen.labels[0])
    (one,) = digests_of(bot, user)
    assert one.wishes.language == language
    assert one.next_run_at is not None
    assert screen.shown.startswith(bot.say("subscribe-subscribed", language))
    example = judged.sent_after(screen)[0]
    assert bot.say("digest-data", language, version="0.1.0", date="…").partition("…")[0] in example.shown


async def test_a_time_and_a_city_are_typed(judged: LocalBotApi, bot: Running, ann: User) -> None:
    screen = await asked(judged, ann, "/subscribe")
    await presses(judged, ann, screen, "Russian forces", "Fri")
    zones = await asked(judged, ann, "8.30")
    assert "By which clock?" in zones.shown
    aside = await asked(judged, ann, "how many Russian soldiers have been killed?")
    assert "Russian forces · killed" in aside.shown
    right = await asked(judged, ann, "Tokyo")
    assert "it is now 21:00 there, right?" in right.shown
    await pressed(judged, ann, right, "Yes")
    rhythm = digests_of(bot, ann)[0].wishes.rhythm
    assert (rhythm.frequency, rhythm.weekday, rhythm.at) == (Frequency.WEEKLY, 4, time(8, 30))
    assert rhythm.zone == "Asia/Tokyo"


async def test_a_group_is_subscribed_by_its_admins_into_the_topic(
    judged: LocalBotApi, bot: Running, ann: User, ben: User
) -> None:
    forum = judged.group("Forum", ann, ben, forum=True)
    await judged.settled()
    topic = judged.topic(forum, "Losses", ann)
    refused = await judged.answer(judged.say(ben, forum, "/subscribe", topic=topic))
    assert refused.shown == bot.say("subscribe-admins-only")
    screen = await judged.answer(judged.say(ann, forum, "/subscribe", topic=topic))
    press = await pressed(judged, ben, screen, "✓ Everything")
    assert press.alert == bot.say("subscribe-admins-only")
    await presses(judged, ann, screen, "✓ Everything", "✓ Every day", "✓ 09:00", "London")
    (one,) = digests_of(bot, forum)
    assert (one.thread, one.owner) == (topic, ann.id)
    assert judged.sent_after(screen)[0].thread == topic
    listed = await judged.answer(judged.say(ann, forum, "/subscriptions"))
    await pressed(judged, ann, listed, "1. ")
    await pressed(judged, ann, listed, bot.say("button-here"))
    assert digests_of(bot, forum)[0].thread is None


async def test_an_anonymous_admin_goes_on_under_the_own_name(
    judged: LocalBotApi, bot: Running, group: Chat, ann: User, ben: User
) -> None:
    judged.promote(ann, ben, group, anonymous=True)
    await set_up(judged, ben, group)
    assert digests_of(bot, group)[0].owner == ben.id


async def test_what_is_typed_in_a_group_counts_as_a_reply_to_the_screen(
    judged: LocalBotApi, bot: Running, group: Chat, ann: User, ben: User
) -> None:
    judged.world.can_read_all = True
    screen = await judged.answer(judged.say(ann, group, "/subscribe"))
    await presses(judged, ann, screen, "✓ Everything", "✓ Every day")
    assert bot.say("subscribe-as-reply") in screen.shown
    other = judged.say(ann, group, "8:30")
    await judged.settled()
    assert judged.sent_after(other) == []
    by_ben = await judged.answer(judged.say(ben, group, "8:30", reply_to=screen))
    assert "By which clock?" not in by_ben.shown
    zones = await judged.answer(judged.say(ann, group, "8:30", reply_to=screen))
    assert "By which clock?" in zones.shown
    right = await judged.answer(judged.say(ann, group, "Tokyo", reply_to=zones))
    await pressed(judged, ann, right, "Yes")
    assert digests_of(bot, group)[0].wishes.rhythm.at == time(8, 30)


async def test_one_press_under_an_answer_in_a_group_is_for_admins(
    judged: LocalBotApi, bot: Running, group: Chat, ann: User, ben: User
) -> None:
    answer = await judged.answer(judged.say(ben, group, "/ask how many Russian soldiers have been killed"))
    press = await pressed(judged, ben, answer, "Subscribe")
    assert press.alert == bot.say("subscribe-admins-only")
    await pressed(judged, ann, answer, "Subscribe")
    assert [wanted.population for wanted in digests_of(bot, group)[0].wishes.selection.wanted] == ["russian-forces"]
    assert "Russian forces · killed" in answer.shown  # which stays as it was


async def test_a_channel_is_set_up_in_private(judged: LocalBotApi, bot: Running, ann: User, ben: User) -> None:
    channel = judged.channel("Daily", ann)
    judged.join(ben, channel)
    await judged.settled()
    answer = await judged.answer(judged.say(ann, channel, "/subscribe"))
    assert answer.labels == [bot.say("button-set-up-in-private")]
    argument = str(answer.button(0)["url"]).partition("start=")[2]
    by_ben = await asked(judged, ben, f"/start {argument}")
    assert by_ben.shown == bot.say("chat-link-changed")
    screen = await asked(judged, ann, f"/start {argument}")
    assert "For: Daily" in screen.shown
    await presses(judged, ann, screen, "✓ Everything", "✓ Every day", "✓ 09:00", "London")
    (one,) = digests_of(bot, channel)
    assert one.owner == ann.id
    assert digests_of(bot, ann) == []
    listed = await asked(judged, ann, "/subscriptions")
    assert "“Daily”" in listed.shown
    judged.demote(ann, ann, channel)
    press = await pressed(judged, ann, listed, "1. ")
    assert press.alert == bot.say("alert-changed")
    assert (await asked(judged, ann, "/subscriptions")).shown == bot.say("subscribe-none-private")


async def test_a_reader_of_a_channel_presses_in_vain(judged: LocalBotApi, bot: Running, ann: User, ben: User) -> None:
    channel = judged.channel("Daily", ann)
    judged.join(ben, channel)
    listed = await asked(judged, ann, "/subscriptions")
    await presses(judged, ann, listed, "New digest")
    screen = judged.sent_after(listed)[-1]
    await presses(judged, ann, screen, "✓ Everything", "✓ Every day", "✓ 09:00", "London")
    id_ = digests_of(bot, ann)[0].id
    for data in (f"sv:{ann.id}:{id_}:x", f"sv:0:{id_}:x", f"sv:{channel.id}:{id_}:x", "sn", "ua"):
        post = judged.say(ann, channel, "news")
        post.keyboard = [[{"text": "x", "callback_data": data}]]
        assert (await pressed(judged, ben, post, "x")).alert
    assert len(digests_of(bot, ann)) == 1


async def test_a_group_is_picked_from_telegrams_own_list(
    judged: LocalBotApi, bot: Running, group: Chat, ann: User, ben: User
) -> None:
    listed = await asked(judged, ann, "/subscriptions")
    await pressed(judged, ann, listed, bot.say("button-other-chat"))
    asking = judged.sent_after(listed)[-1]
    with pytest.raises(ValueError, match="is offered"):
        judged.pick(ben, asking, bot.say("button-pick-group"), group)
    screen = await judged.answer(judged.pick(ann, asking, bot.say("button-pick-group"), group))
    assert "For: News" in screen.shown
    await presses(judged, ann, screen, "✓ Everything", "✓ Every day", "✓ 09:00", "London")
    assert digests_of(bot, group)[0].owner == ann.id
    forged = judged.say(ben, None, None, service={"chat_shared": {"request_id": 1, "chat_id": group.id, "title": "x"}})
    assert (await judged.answer(forged)).shown == bot.say("subscribe-not-there")


async def test_where_the_bot_may_not_write_nothing_is_set_up(
    judged: LocalBotApi, bot: Running, group: Chat, ann: User
) -> None:
    judged.mute_bot(ann, group)
    listed = await asked(judged, ann, "/subscriptions")
    await pressed(judged, ann, listed, bot.say("button-other-chat"))
    asking = judged.sent_after(listed)[-1]
    answer = await judged.answer(judged.pick(ann, asking, bot.say("button-pick-group"), group))
    assert answer.shown == bot.say("subscribe-cannot-post")


async def test_who_is_no_admin_any_more_decides_nothing(
    judged: LocalBotApi, bot: Running, group: Chat, ann: User, ben: User
) -> None:
    judged.promote(ann, ben, group)
    screen = await set_up(judged, ben, group)
    judged.demote(ann, ben, group)
    press = await pressed(judged, ben, screen, bot.say("button-remove"))
    assert press.alert == bot.say("subscribe-admins-only")
    assert (await judged.answer(judged.say(ben, group, "/unsubscribe"))).shown == bot.say("subscribe-admins-only")
    ended = await judged.answer(judged.say(ann, group, "/unsubscribe"))
    assert digests_of(bot, group) == []
    await pressed(judged, ann, ended, bot.say("button-undo"))
    assert len(digests_of(bot, group)) == 1


async def test_a_file_is_taken_in(judged: LocalBotApi, bot: Running, ann: User) -> None:
    taken = await judged.answer(judged.send_file(ann, None, "mine.json", json.dumps(FILE).encode()))
    assert bot.say("subscribe-imported", count=1) in taken.shown
    listed = await asked(judged, ann, "/subscriptions")
    await pressed(judged, ann, listed, bot.say("button-export"))
    sent = judged.sent_after(listed)[-1].document
    assert sent is not None
    assert json.loads(sent.content)["subscriptions"][0]["wanted"] == [{"measure": "killed"}]


@pytest.mark.parametrize("content", [b"[" * 50_000, b"{", b" " * 300_000, b'{"format": 1}', b"\xff\xfe"])
async def test_a_bad_file_is_refused_politely(judged: LocalBotApi, bot: Running, ann: User, content: bytes) -> None:
    answer = await judged.answer(judged.send_file(ann, None, "mine.json", content))
    assert answer.shown.startswith(bot.say("subscribe-import-refused"))
    assert digests_of(bot, ann) == []


async def test_in_a_group_a_file_counts_as_an_admins_reply(
    judged: LocalBotApi, bot: Running, group: Chat, ann: User, ben: User
) -> None:
    judged.world.can_read_all = True
    listed = await judged.answer(judged.say(ann, group, "/subscriptions"))
    content = json.dumps(FILE).encode()
    by_the_way = judged.send_file(ann, group, "mine.json", content)
    await judged.settled()
    assert judged.sent_after(by_the_way) == []
    await judged.answer(judged.send_file(ben, group, "mine.json", content, reply_to=listed))
    assert digests_of(bot, group) == []
    await judged.answer(judged.send_file(ann, group, "mine.json", content, reply_to=listed))
    assert len(digests_of(bot, group)) == 1


async def test_who_blocks_the_bot_and_comes_back_misses_nothing(judged: LocalBotApi, bot: Running, ann: User) -> None:
    await set_up(judged, ann, judged.world.private(ann))
    judged.block(ann)
    await judged.settled()
    (one,) = digests_of(bot, ann)
    assert (one.state, one.paused) == (State.PAUSED, Pause.UNREACHABLE)
    judged.unblock(ann)
    await judged.settled()
    assert digests_of(bot, ann)[0].state is State.ACTIVE


async def test_a_topic_opened_again_gets_its_digests_again(judged: LocalBotApi, bot: Running, ann: User) -> None:
    forum = judged.group("Forum", ann, forum=True)
    await judged.settled()
    topic = judged.topic(forum, "Losses", ann)
    await set_up(judged, ann, forum, topic)
    bot.edge.conversation.desk.digests.lost(digests_of(bot, forum)[0].id, Pause.NO_TOPIC)
    judged.say(ann, forum, None, topic=topic, service={"forum_topic_reopened": {}})
    await judged.settled()
    assert digests_of(bot, forum)[0].state is State.ACTIVE


async def test_a_removed_bot_pauses_and_goes_on_when_it_is_back(
    judged: LocalBotApi, bot: Running, group: Chat, ann: User
) -> None:
    await set_up(judged, ann, group)
    judged.remove_bot(ann, group)
    await judged.settled()
    assert digests_of(bot, group)[0].paused is Pause.UNREACHABLE
    judged.add_bot(ann, group)
    await judged.settled()
    assert digests_of(bot, group)[0].state is State.ACTIVE
