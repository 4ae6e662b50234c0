"""/language, /settings and /forget: what a chat chooses, and what is stored about somebody."""

from __future__ import annotations

from telegram import Update

from bot.claims.model import LANGUAGES
from bot.telegram.messages import argument_of, message_of, whom_of
from handlers.context import Context


async def language(update: Update, context: Context) -> None:
    """/language, also with the language's code."""
    message = message_of(update)
    code = argument_of(message).casefold() if message else ""
    chosen = code if code in LANGUAGES else None
    await context.edge.change(update, lambda whom: context.edge.conversation.language(whom, chosen))


async def settings(update: Update, context: Context) -> None:
    """/settings of a group; in a private chat the language is all there is to set."""
    await context.edge.change(update, context.edge.conversation.settings)


async def forget(update: Update, context: Context) -> None:
    """/forget: what is stored about whoever says so; an admin in a group or channel, about that."""
    whom = whom_of(update)
    concerned = frozenset[int]() if whom.private else frozenset({whom.chat})
    await context.edge.answer(update, context.edge.conversation.forget, concerned)
