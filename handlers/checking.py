"""Numbers to be checked: /check, also as a reply, and messages forwarded to the private chat."""

from __future__ import annotations

from telegram import Update

from bot.telegram.messages import argument_of, message_of, text_of
from handlers.context import Context


async def check(update: Update, context: Context) -> None:
    """/check with a text, or as a reply to a message with one."""
    message = message_of(update)
    if message is None:
        return
    replied = message.reply_to_message
    text = argument_of(message) or (text_of(replied) if replied else "")
    await context.edge.answer(update, lambda whom: context.edge.conversation.check(whom, text, message.message_id))


async def forwarded(update: Update, context: Context) -> None:
    """A message from elsewhere, forwarded to the bot."""
    if message := message_of(update):
        check_ = context.edge.conversation.check
        await context.edge.answer(update, lambda whom: check_(whom, text_of(message), message.message_id))
