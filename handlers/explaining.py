"""/start, /help, /about, /topics and /privacy: what the bot is and what there is to ask."""

from __future__ import annotations

from telegram import Update

from bot.telegram.messages import argument_of, message_of
from handlers.context import Context


async def start(update: Update, context: Context) -> None:
    """/start, also with what a link to the private chat carries."""
    message = message_of(update)
    argument, conversation = argument_of(message) if message else "", context.edge.conversation
    concerned = conversation.digesting.concerned_by_link(argument)
    await context.edge.answer(update, lambda whom: conversation.start(whom, argument), concerned)


async def help_(update: Update, context: Context) -> None:
    """/help."""
    await context.edge.answer(update, context.edge.conversation.help)


async def about(update: Update, context: Context) -> None:
    """/about."""
    await context.edge.answer(update, context.edge.conversation.about)


async def topics(update: Update, context: Context) -> None:
    """/topics."""
    await context.edge.answer(update, context.edge.conversation.topics)


async def privacy(update: Update, context: Context) -> None:
    """/privacy."""
    await context.edge.answer(update, context.edge.conversation.privacy)
