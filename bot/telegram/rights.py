"""Who may change the settings of a chat."""

from __future__ import annotations

import logging

from telegram import Bot, Update
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import TelegramError

from bot.chats.chats import Chats
from bot.chats.model import WhoMayChange
from bot.telegram.messages import message_of
from bot.telegram.together import Together

log = logging.getLogger(__name__)

ADMINS = (ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR)


async def may_change(update: Update, bot: Bot, chats: Chats, together: Together) -> bool:
    """Whether whoever sent this update may change the settings of its chat."""
    chat, user = update.effective_chat, update.effective_user
    if chat is None:
        return False
    if chat.type == ChatType.PRIVATE:
        return True
    if chat.type == ChatType.CHANNEL and update.callback_query is None:  # only admins post; every reader can press
        return True
    chosen = await together.do(lambda: chats.chat(chat.id))
    if chosen.who_may_change is WhoMayChange.EVERYONE or _anonymous_admin(update):
        return True
    try:
        return user is not None and (await bot.get_chat_member(chat.id, user.id)).status in ADMINS
    except TelegramError as error:
        log.info("no telling who is an admin of chat %s: %s", chat.id, error)
        return False


def _anonymous_admin(update: Update) -> bool:
    """Whether a message speaks for the group itself, as only its admins can. A press of a button never does."""
    message = message_of(update)
    if message is None or message.sender_chat is None or update.callback_query is not None:
        return False
    return message.sender_chat.id == message.chat_id
