"""Groups, topics, channels and members: who hears what, and what becomes of it."""

from __future__ import annotations

from typing import Any

import pytest

from bot.telegram.server import LocalBotApi, User
from tests.telegram.server.raw import call

pytestmark = pytest.mark.anyio


@pytest.fixture
def anna(judged: LocalBotApi) -> User:
    return judged.user("Anna", "uk", username="anna_k")


@pytest.fixture
def boris(judged: LocalBotApi) -> User:
    return judged.user("Boris")


def heard(server: LocalBotApi) -> list[Any]:
    """What waits for the bot, without the news of its being added; then it is forgotten."""
    waiting = list(server.receiving.updates.waiting.values())
    server.receiving.updates.waiting.clear()
    return waiting


def texts(server: LocalBotApi) -> list[str]:
    return [
        content.get("text", "") for update in heard(server) for name, content in update.items() if name != "update_id"
    ]


async def send(server: LocalBotApi, **parameters: Any) -> Any:
    answer = await call(server, "sendMessage", {"text": "answer"} | parameters)
    assert answer["ok"], answer
    return answer["result"]


async def test_privacy_mode(judged: LocalBotApi, anna: User, boris: User) -> None:
    group = judged.group("Desk", anna, boris)
    sent = await send(judged, chat_id=group.id)
    heard(judged)
    for text in ("hello", "/ask x", "/ask@claims_bot y", "/ask@other_bot z", "hey @claims_bot", "@claims_botanist"):
        judged.say(boris, group, text)
    judged.say(boris, group, "and?", reply_to=group.messages[sent["message_id"]])
    assert texts(judged) == ["/ask x", "/ask@claims_bot y", "hey @claims_bot", "and?"]
    judged.world.mentions_arrive = False
    judged.say(boris, group, "hey @claims_bot")
    assert texts(judged) == []
    judged.world.can_read_all = True
    judged.say(boris, group, "hello")
    assert texts(judged) == ["hello"]
    assert (await call(judged, "getMe"))["result"]["can_read_all_group_messages"] is True
    judged.world.can_read_all = False
    judged.promote_bot(anna, group)
    heard(judged)
    judged.say(boris, group, "an admin hears all")
    assert texts(judged) == ["an admin hears all"]


async def test_being_added_and_thrown_out(judged: LocalBotApi, anna: User) -> None:
    group = judged.group("Desk", anna)
    added, welcome = heard(judged)
    assert added["my_chat_member"]["from"]["id"] == anna.id
    assert added["my_chat_member"]["old_chat_member"]["status"] == "left"
    assert added["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert welcome["message"]["new_chat_members"][0]["id"] == judged.bot.id
    judged.remove_bot(anna, group)
    assert heard(judged)[-1]["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    judged.say(anna, group, "/ask anybody?")
    assert heard(judged) == []


async def test_forum_topics(judged: LocalBotApi, anna: User) -> None:
    forum = judged.group("Newsroom", anna, forum=True)
    tanks = judged.topic(forum, "Tanks", anna)
    heard(judged)
    question = judged.say(anna, forum, "/ask", topic=tanks)
    general = judged.say(anna, forum, "/ask")
    reply = judged.say(anna, forum, "/ask", reply_to=general)
    in_topic, in_general, replied = (update["message"] for update in heard(judged))
    assert (in_topic["message_thread_id"], in_topic["is_topic_message"]) == (tanks, True)
    assert in_topic["reply_to_message"]["forum_topic_created"]["name"] == "Tanks"
    assert "message_thread_id" not in in_general
    assert replied["message_thread_id"] == general.id
    assert "is_topic_message" not in replied
    sent = await send(judged, chat_id=forum.id, reply_parameters={"message_id": question.id})
    assert sent["message_thread_id"] == tanks
    in_topic = await send(judged, chat_id=forum.id, message_thread_id=tanks)
    assert in_topic["is_topic_message"] is True
    assert in_topic["reply_to_message"]["message_id"] == tanks
    assert "is_topic_message" not in await send(judged, chat_id=forum.id)
    for thread in (1, reply.thread, 999):
        answer = await call(judged, "sendMessage", {"chat_id": forum.id, "text": "x", "message_thread_id": thread})
        assert answer["description"] == "Bad Request: message thread not found"
    forum.closed_topics.add(tanks)
    answer = await call(judged, "sendMessage", {"chat_id": forum.id, "text": "x", "message_thread_id": tanks})
    assert answer["description"] == "Bad Request: TOPIC_CLOSED"


async def test_anonymous_admins(judged: LocalBotApi, anna: User, boris: User) -> None:
    group = judged.group("Desk", anna, boris, supergroup=True)
    judged.promote(anna, boris, group, anonymous=True)
    heard(judged)
    judged.say(boris, group, "/settings")
    sent = await send(
        judged, chat_id=group.id, reply_markup={"inline_keyboard": [[{"text": "Set", "callback_data": "s"}]]}
    )
    judged.press(boris, group.messages[sent["message_id"]], "Set")
    said, pressed = heard(judged)
    assert said["message"]["from"]["id"] == 1087968824
    assert said["message"]["sender_chat"]["id"] == group.id
    assert pressed["callback_query"]["from"]["id"] == boris.id
    admins = (await call(judged, "getChatAdministrators", {"chat_id": group.id}))["result"]
    assert [(one["user"]["id"], one["is_anonymous"]) for one in admins] == [(anna.id, False), (boris.id, True)]
    member = (await call(judged, "getChatMember", {"chat_id": group.id, "user_id": boris.id}))["result"]
    assert member["status"] == "administrator"


async def test_migration(judged: LocalBotApi, anna: User) -> None:
    group = judged.group("Desk", anna)
    heard(judged)
    new = judged.migrate(anna, group)
    old_message, new_message = (update["message"] for update in heard(judged))
    assert (old_message["chat"]["id"], old_message["migrate_to_chat_id"]) == (group.id, new.id)
    assert (new_message["chat"]["id"], new_message["migrate_from_chat_id"]) == (new.id, group.id)
    assert new_message["chat"]["type"] == "supergroup"
    with pytest.raises(ValueError, match="has become a supergroup"):
        judged.say(anna, group, "/ask")
    judged.say(anna, new, "/ask")
    assert texts(judged) == ["/ask"]


async def test_channels(judged: LocalBotApi, anna: User, boris: User) -> None:
    channel = judged.channel("News", anna, username="the_news")
    heard(judged)
    post = judged.say(anna, channel, "Post")
    judged.edit(post, "Post!")
    posted, edited = heard(judged)
    assert posted["channel_post"]["sender_chat"]["id"] == channel.id
    assert "from" not in posted["channel_post"]
    assert edited["edited_channel_post"]["text"] == "Post!"
    sent = await send(judged, chat_id="@the_news")
    assert (sent["chat"]["id"], sent["sender_chat"]["id"]) == (channel.id, channel.id)
    edit = {"chat_id": channel.id, "message_id": sent["message_id"], "text": "corrected"}
    assert (await call(judged, "editMessageText", edit))["result"]["text"] == "corrected"
    group = judged.group("Desk", anna, boris)
    heard(judged)
    judged.say_as_channel(channel, group, "/ask")
    assert heard(judged)[0]["message"]["sender_chat"]["type"] == "channel"


async def test_blocking_and_deep_links(judged: LocalBotApi, anna: User) -> None:
    judged.press_start(anna, "topic-tanks_1")
    judged.block(anna)
    with pytest.raises(ValueError, match="has blocked the bot"):
        judged.tell(anna, "hi")
    judged.press_start(anna)
    started, blocked, unblocked, again = heard(judged)
    assert started["message"]["text"] == "/start topic-tanks_1"
    assert started["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert blocked["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    assert unblocked["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert again["message"]["text"] == "/start"
    with pytest.raises(ValueError, match="at most 64"):
        judged.press_start(anna, "x" * 65)


async def test_forwards(judged: LocalBotApi, anna: User, boris: User) -> None:
    channel = judged.channel("News", anna)
    post = judged.say(anna, channel, "900 tanks")
    forwarded = judged.forward(boris, post, None)
    judged.forward(anna, forwarded, None)
    *_, first, second = heard(judged)
    assert first["message"]["text"] == "900 tanks"
    assert first["message"]["forward_origin"]["type"] == "channel"
    assert second["message"]["forward_origin"]["chat"]["id"] == channel.id


async def test_members_come_and_go(judged: LocalBotApi, anna: User, boris: User) -> None:
    group = judged.group("Desk", anna, supergroup=True)
    judged.join(boris, group)
    count = {"chat_id": group.id}
    assert (await call(judged, "getChatMemberCount", count))["result"] == 3
    judged.kick(anna, boris, group)
    assert (await call(judged, "getChatMemberCount", count))["result"] == 2
    member = (await call(judged, "getChatMember", count | {"user_id": boris.id}))["result"]
    assert member["status"] == "kicked"
    with pytest.raises(ValueError, match="Boris is not in Desk"):
        judged.say(boris, group, "hello?")
    judged.rename(anna, group, "Night desk")
    assert (await call(judged, "getChat", count))["result"]["title"] == "Night desk"
    assert judged.transcript(group) == (
        "* Anna: new chat members claimbot\n"
        "* Boris: new chat members Boris\n"
        "* Anna: left chat member Boris\n"
        "* Anna: new chat title Night desk"
    )


async def test_commands_are_offered_by_scope_and_language(judged: LocalBotApi, anna: User, boris: User) -> None:
    group = judged.group("Desk", anna, boris)

    async def offer(name: str, **more: Any) -> None:
        given = {"commands": [{"command": name, "description": "…"}]} | more
        assert (await call(judged, "setMyCommands", given))["ok"]

    def offered(user: User, chat: Any = None) -> list[str]:
        return [one["command"] for one in judged.commands(user, chat)]

    await offer("default")
    await offer("private", scope={"type": "all_private_chats"})
    await offer("private_uk", scope={"type": "all_private_chats"}, language_code="uk")
    await offer("admins", scope={"type": "all_chat_administrators"})
    assert (offered(anna), offered(boris)) == (["private_uk"], ["private"])
    assert (offered(anna, group), offered(boris, group)) == (["admins"], ["default"])
    which = {"scope": {"type": "all_private_chats"}, "language_code": "uk"}
    assert (await call(judged, "getMyCommands", which))["result"][0]["command"] == "private_uk"
    assert (await call(judged, "deleteMyCommands", which))["ok"]
    assert offered(anna) == ["private"]


async def test_what_the_bot_says_about_itself(judged: LocalBotApi) -> None:
    await call(judged, "setMyDescription", {"description": "Counts", "language_code": ""})
    await call(judged, "setMyDescription", {"description": "Рахує", "language_code": "uk"})
    for code, words in (("uk", "Рахує"), ("de", "Counts")):
        assert (await call(judged, "getMyDescription", {"language_code": code}))["result"] == {"description": words}
    assert (await call(judged, "getMyName"))["result"] == {"name": "claimbot"}
    await call(judged, "setMyShortDescription", {"short_description": "Short"})
    assert (await call(judged, "getMyShortDescription"))["result"] == {"short_description": "Short"}
    await call(judged, "setChatMenuButton", {"menu_button": {"type": "commands"}})
    assert (await call(judged, "getChatMenuButton"))["result"] == {"type": "commands"}


async def test_pins(judged: LocalBotApi, anna: User) -> None:
    group = judged.group("Desk", anna)
    sent = await send(judged, chat_id=group.id)
    which = {"chat_id": group.id, "message_id": sent["message_id"]}
    refused = await call(judged, "pinChatMessage", which)
    assert refused["description"] == "Bad Request: not enough rights to manage pinned messages in the chat"
    judged.promote_bot(anna, group)
    assert (await call(judged, "pinChatMessage", which))["ok"]
    pinned = (await call(judged, "getChat", {"chat_id": group.id}))["result"]["pinned_message"]
    assert pinned["message_id"] == sent["message_id"]
    assert (await call(judged, "unpinChatMessage", which))["ok"]
    assert "pinned_message" not in (await call(judged, "getChat", {"chat_id": group.id}))["result"]
