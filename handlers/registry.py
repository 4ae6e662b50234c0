"""Which handler takes which update. The first that fits takes it, so their order counts."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Update
from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    ChosenInlineResultHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from handlers import asking, checking, editing, explaining, inline, membership, pressing, settings, subscribing
from handlers.context import Context

Callback = Callable[[Update, Context], Coroutine[Any, Any, None]]

NEW = filters.UpdateType.MESSAGE
POSTED = NEW | filters.UpdateType.CHANNEL_POST
PRIVATE = NEW & filters.ChatType.PRIVATE

COMMANDS: dict[str, Callback] = {
    "start": explaining.start,
    "help": explaining.help_,
    "about": explaining.about,
    "topics": explaining.topics,
    "privacy": explaining.privacy,
    "language": settings.language,
    "settings": settings.settings,
}
IN_CHANNELS_TOO: dict[str, Callback] = {
    "forget": settings.forget,
    "ask": asking.ask,
    "check": checking.check,
    "subscribe": subscribing.subscribe,
    "subscriptions": subscribing.subscriptions,
    "unsubscribe": subscribing.unsubscribe,
}


def all_handlers() -> list[BaseHandler[Any, Any, Any]]:
    """Every handler, in order."""
    return [
        CallbackQueryHandler(pressing.press),
        InlineQueryHandler(inline.inline),
        ChosenInlineResultHandler(inline.chosen),
        ChatMemberHandler(membership.noticed, ChatMemberHandler.MY_CHAT_MEMBER),
        MessageHandler(NEW & filters.StatusUpdate.MIGRATE, membership.migrated),
        MessageHandler(NEW & filters.StatusUpdate.FORUM_TOPIC_REOPENED, membership.topic_reopened),
        MessageHandler(PRIVATE & filters.StatusUpdate.CHAT_SHARED, subscribing.picked),
        MessageHandler(filters.UpdateType.EDITED_MESSAGE, editing.edited),
        *(CommandHandler(name, callback, NEW) for name, callback in COMMANDS.items()),
        *(CommandHandler(name, callback, POSTED) for name, callback in IN_CHANNELS_TOO.items()),
        MessageHandler(PRIVATE & filters.COMMAND, explaining.help_),
        MessageHandler(NEW & filters.Document.FileExtension("json"), subscribing.file),
        MessageHandler(PRIVATE & filters.FORWARDED, checking.forwarded),
        MessageHandler(NEW & ~filters.COMMAND & ~filters.StatusUpdate.ALL, subscribing.written),
    ]
