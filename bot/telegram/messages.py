"""Reads messages: who asks and where, whether the bot is addressed, and what it is asked."""

from __future__ import annotations

import re
from typing import Literal

from telegram import CallbackQuery, Chat, Message, Update, User
from telegram.constants import ChatType, MessageEntityType

from bot.conversation.whom import Whom
from bot.telegram.send import Target

_COMMAND = re.compile(r"/(\w+)(?:@(\w+))?(?:\s+(.*))?", re.DOTALL)


def message_of(update: Update) -> Message | None:
    """The message of an update, or the one whose button was pressed, where it can still be read."""
    query = update.callback_query
    if query is None:
        return update.effective_message
    return query.message if isinstance(query.message, Message) else None


def whom_of(update: Update) -> Whom:
    """Who asks, and where: for an inline query, the private chat with whoever types it."""
    chat, user, message = update.effective_chat, update.effective_user, message_of(update)
    if update.callback_query is None and message is not None and message.sender_chat is not None:
        user = None  # somebody who speaks in the name of a chat; Telegram puts a placeholder there
    place = chat or update.effective_user
    return Whom(
        chat=place.id if place else 0,
        user=user.id if user else None,
        topic=_topic(message) if message else None,
        kind=_kind(chat),
        language=(user.language_code or "") if user else "",
    )


def target_of(message: Message, edits: int | None = None) -> Target:
    """Where the answer to a message goes: into its topic, and as a reply where others read along."""
    alone = message.chat.type in (ChatType.PRIVATE, ChatType.CHANNEL)
    return Target(message.chat_id, _topic(message), None if alone else message.message_id, edits)


def pressed_target(query: CallbackQuery) -> Target | None:
    """Where the answer to a press goes: in place of the message with the button, or after it."""
    message = query.message
    if message is None:  # sent by way of inline mode: the bot is not in that chat
        return None
    if isinstance(message, Message):
        return target_of(message, edits=message.message_id)
    return Target(message.chat.id, edits=message.message_id)


def apology_target(update: Update, me: User) -> Target | None:
    """Where to say that something went wrong; None where the bot was not addressed, or is not in the chat."""
    if update.callback_query is not None:
        return pressed_target(update.callback_query)
    message = update.message or update.channel_post
    if message is None or (command_of(message, me) is None and question_in(message, me) is None):
        return None
    return target_of(message)


def replied_to(message: Message) -> int | None:
    """The message that a message replies to; the first message of a forum topic does not count."""
    replied = message.reply_to_message
    return replied.message_id if replied and replied.forum_topic_created is None else None


def _topic(message: Message) -> int | None:
    return message.message_thread_id if message.is_topic_message else None


def _kind(chat: Chat | None) -> Literal["private", "group", "channel"]:
    if chat is None or chat.type == ChatType.PRIVATE:
        return "private"
    return "channel" if chat.type == ChatType.CHANNEL else "group"


def text_of(message: Message) -> str:
    """What a message says: its text, or the caption of what it shows."""
    return message.text or message.caption or ""


def argument_of(message: Message) -> str:
    """What follows a command."""
    command = _COMMAND.fullmatch(text_of(message))
    return (command[3] or "").strip() if command else ""


def command_of(message: Message, me: User) -> str | None:
    """The command that a message gives this bot, without the slash."""
    command = _COMMAND.fullmatch(text_of(message))
    if command is None or (command[2] or me.username or "").casefold() != (me.username or "").casefold():
        return None
    return command[1].casefold()


def question_in(message: Message, me: User) -> str | None:
    """What a message asks this bot without a command; None where it is addressed to others."""
    if message.via_bot is not None or _speaks_for_a_bot(message):
        return None
    text = text_of(message)
    if message.chat.type == ChatType.PRIVATE:
        return text
    if message.chat.type == ChatType.CHANNEL:
        return None
    if mention := _mention(message, me):
        return " ".join(text.replace(mention, " ").split())
    return text if _answers(message, me) else None


def _speaks_for_a_bot(message: Message) -> bool:
    """Whether a bot wrote it, but for the placeholders of anonymous admins and channels."""
    return message.from_user is not None and message.from_user.is_bot and message.sender_chat is None


def _mention(message: Message, me: User) -> str | None:
    """The mention of this bot as it is written."""
    kinds: list[str | None] = [MessageEntityType.MENTION, MessageEntityType.TEXT_MENTION]
    found = message.parse_entities(kinds) if message.text else {}
    found |= message.parse_caption_entities(kinds) if message.caption else {}
    for entity, written in found.items():
        named = entity.user.id == me.id if entity.user else written.casefold() == f"@{me.username}".casefold()
        if named:
            return written
    return None


def _answers(message: Message, me: User) -> bool:
    """Whether it replies to this bot. The first message of a forum topic is not meant by those who write there."""
    replied = message.reply_to_message
    if replied is None or replied.from_user is None or replied.forum_topic_created is not None:
        return False
    return replied.from_user.id == me.id
