"""Who may decide what groups and channels subscribe to: Telegram is asked each time, for admins come and go."""

from __future__ import annotations

import logging

from telegram import Bot, ChatMember, ChatMemberAdministrator, ChatMemberRestricted, Update
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import TelegramError

from bot.telegram.messages import message_of

log = logging.getLogger(__name__)


async def administers(update: Update, bot: Bot, chat: int) -> bool:
    """Whether whoever sent this update is an admin of a chat; of a channel, one who may post there."""
    if _speaks_for(update, chat):
        return True
    user = update.effective_user
    member = await _member(bot, chat, user.id) if user is not None and not user.is_bot else None
    if member is None:
        return False
    if isinstance(member, ChatMemberAdministrator):
        return member.can_post_messages is not False  # says nothing in a group
    return member.status == ChatMemberStatus.OWNER


async def may_post(bot: Bot, chat: int) -> bool:
    """Whether the bot may write in a chat."""
    member = await _member(bot, chat, bot.id)
    if isinstance(member, ChatMemberAdministrator):
        return member.can_post_messages is not False
    if isinstance(member, ChatMemberRestricted):
        return member.is_member and member.can_send_messages
    if member is None or member.status != ChatMemberStatus.MEMBER:
        return False
    place = await bot.get_chat(chat)
    return place.type != ChatType.CHANNEL and (place.permissions is None or bool(place.permissions.can_send_messages))


async def title_of(bot: Bot, chat: int) -> str | None:
    """What a chat is called."""
    try:
        return (await bot.get_chat(chat)).title
    except TelegramError as error:
        log.info("no telling what chat %s is called: %s", chat, error)
        return None


def _speaks_for(update: Update, chat: int) -> bool:
    """Whether a message speaks for the chat itself, as only its admins can. The press of a button never does."""
    message = message_of(update)
    if message is None or update.callback_query is not None or message.chat_id != chat:
        return False
    return message.sender_chat is not None and message.sender_chat.id == chat


async def _member(bot: Bot, chat: int, user: int) -> ChatMember | None:
    try:
        return await bot.get_chat_member(chat, user)
    except TelegramError as error:
        log.info("no telling what a user is in chat %s: %s", chat, error)
        return None
