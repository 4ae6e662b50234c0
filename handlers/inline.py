"""Inline mode: the bot asked from any chat."""

from __future__ import annotations

from telegram import Update

from bot.telegram.messages import whom_of
from handlers.context import Context


async def inline(update: Update, context: Context) -> None:
    """Something is typed after the bot's name."""
    query, edge = update.inline_query, context.edge
    if query is not None and edge.lets_search(query.from_user.id):
        page = await edge.kept(lambda: edge.conversation.inline(whom_of(update), query.query, query.offset))
        await edge.sender.answer_inline(query.id, page)


async def chosen(update: Update, context: Context) -> None:
    """One of the results was sent: nothing is kept of it, for it tells who wrote what to whom."""
