"""The bot's own place in chats: added, removed, promoted, blocked; groups that become supergroups."""

from __future__ import annotations

from telegram import Update

from bot.chats.model import PRESENT
from bot.telegram.messages import message_of, whom_of
from bot.telegram.presence import hears_everything, joined_group, presence_after
from bot.telegram.send import Target
from handlers.context import Context


async def noticed(update: Update, context: Context) -> None:
    """The bot's standing in a chat changed; a group that it joins is told once what it can hear."""
    change, edge = update.my_chat_member, context.edge
    assert change is not None
    before = edge.chats.chat(change.chat.id).presence
    presence = presence_after(change)
    hears = hears_everything(presence, edge.me)
    edge.chats.set_presence(change.chat.id, presence, can_hear=hears)
    digests = edge.conversation.desk.digests
    if presence in PRESENT:
        digests.revive(change.chat.id)
    else:
        digests.unreachable(change.chat.id)
    if joined_group(change, before):
        await edge.say(edge.conversation.added(whom_of(update), hears), Target(change.chat.id))


async def topic_reopened(update: Update, context: Context) -> None:
    """A forum topic was opened again: the digests that go there go on."""
    message = message_of(update)
    if message is not None and message.message_thread_id is not None:
        context.edge.conversation.desk.digests.topic_back(message.chat_id, message.message_thread_id)


async def migrated(update: Update, context: Context) -> None:
    """A group became a supergroup; either of the two messages that say so is enough."""
    message = message_of(update)
    if message is None:
        return
    if message.migrate_to_chat_id:
        context.edge.chats.migrate_chat(message.chat_id, message.migrate_to_chat_id)
    if message.migrate_from_chat_id:
        context.edge.chats.migrate_chat(message.migrate_from_chat_id, message.chat_id)
