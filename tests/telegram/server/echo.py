"""A bot that repeats what it hears, edits it on the press of a button, and answers inline queries."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from html import escape
from typing import Any

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    Update,
)
from telegram.ext import Application, CallbackQueryHandler, ContextTypes, InlineQueryHandler, MessageHandler, filters

from bot.telegram.server import LocalBotApi

Context = ContextTypes.DEFAULT_TYPE
KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton("Louder", callback_data="louder")]])


async def repeat(update: Update, context: Context) -> None:
    message = update.effective_message
    assert message is not None and message.text is not None
    await message.reply_html(f"<b>{escape(message.text)}</b>", reply_markup=KEYBOARD, do_quote=True)


async def louder(update: Update, context: Context) -> None:
    query = update.callback_query
    assert query is not None
    await query.answer("Louder!")
    text = getattr(query.message, "text", None) or "again"
    await query.edit_message_text(text.upper())


async def search(update: Update, context: Context) -> None:
    query = update.inline_query
    assert query is not None
    content = InputTextMessageContent(f"<i>{escape(query.query)}</i>", parse_mode="HTML")
    page = int(query.offset or 0)
    results = [InlineQueryResultArticle(f"r{page}", f"{query.query} {page}", content, reply_markup=KEYBOARD)]
    await query.answer(results, cache_time=60, is_personal=True, next_offset=str(page + 1))


def build(server: LocalBotApi, **options: Any) -> Application:
    """The bot, not yet running."""
    builder = Application.builder().token(server.token).base_url(server.base_url).base_file_url(server.base_file_url)
    application = builder.build()
    application.add_handler(MessageHandler(filters.TEXT, repeat))
    application.add_handler(CallbackQueryHandler(louder))
    application.add_handler(InlineQueryHandler(search))
    return application


@asynccontextmanager
async def polling(application: Application, **options: Any) -> AsyncIterator[Application]:
    """Let the bot run by long polling."""
    assert application.updater is not None
    async with application:
        await application.start()
        await application.updater.start_polling(poll_interval=0, **options)
        yield application
        await application.updater.stop()
        await application.stop()
