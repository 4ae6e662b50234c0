"""The bot's own place in chats: added, removed, promoted, blocked; groups that become supergroups."""

from __future__ import annotations

from telegram import Update

from bot.chats.model import PRESENT
from bot.conversation.reply import Reply
from bot.telegram.messages import message_of, whom_of
from bot.telegram.presence import hears_everything, joined_group, presence_after
from bot.telegram.send import Target
from handlers.context import Context


async def noticed(update: Update, context: Context) -> None:
    """The bot's standing in a chat changed; a group that it joins is told once what it can hear."""
    change, edge = update.my_chat_member, context.edge
    assert change is not None
    presence = presence_after(change)
    hears = hears_everything(presence, edge.me)
    digests = edge.conversation.desk.digests

    def notice() -> Reply | None:
        before = edge.chats.chat(change.chat.id).presence
        edge.chats.set_presence(change.chat.id, presence, can_hear=hears)
        (digests.revive if presence in PRESENT else digests.unreachable)(change.chat.id)
        return edge.conversation.added(whom_of(update), hears) if joined_group(change, before) else None

    if (greeting := await edge.kept(notice)) is not None:
        await edge.say(greeting, Target(change.chat.id))


async def topic_reopened(update: Update, context: Context) -> None:
    """A forum topic was opened again: the digests that go there go on."""
    message, edge = message_of(update), context.edge
    thread = message.message_thread_id if message else None
    if message is not None and thread is not None:
        await edge.kept(lambda: edge.conversation.desk.digests.topic_back(message.chat_id, thread))


async def migrated(update: Update, context: Context) -> None:
    """A group became a supergroup; either of the two messages that say so is enough."""
    message, edge = message_of(update), context.edge
    if message is None:
        return
    old = message.migrate_from_chat_id or message.chat_id
    new = message.migrate_to_chat_id or message.chat_id
    if old != new:
        await edge.kept(lambda: edge.chats.migrate_chat(old, new))
