"""The press of a button: answered exactly once, whatever comes of it."""

from __future__ import annotations

from telegram import Update

from bot.telegram.messages import pressed_target
from handlers.context import Context


async def press(update: Update, context: Context) -> None:
    """A button was pressed."""
    query, edge = update.callback_query, context.edge
    assert query is not None
    alert = None
    try:
        reply = await edge.pressed(update)
        alert = reply.alert
    finally:
        await edge.sender.answer_press(query.id, alert)
    if (target := pressed_target(query)) is not None:
        await edge.say(reply, target)
