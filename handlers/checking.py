"""Numbers to be checked: /check, also as a reply, and messages forwarded to the private chat."""

from __future__ import annotations

from telegram import Message, Update

from bot.telegram.messages import argument_of, message_of, text_of
from handlers.context import Context


async def check(update: Update, context: Context) -> None:
    """/check with a text, or as a reply to a message with one."""
    message = message_of(update)
    if message is None:
        return
    check_, (text, replied) = context.edge.conversation.check, to_check(message)
    await context.edge.answer(update, lambda whom: check_(whom, text, message.message_id, replied))


def to_check(message: Message) -> tuple[str, int | None]:
    """What a /check wants checked: the words behind it, else the message it replies to, which is then named."""
    if words := argument_of(message):
        return words, None
    replied = message.reply_to_message
    return (text_of(replied), replied.message_id) if replied else ("", None)


async def forwarded(update: Update, context: Context) -> None:
    """A message from elsewhere, forwarded to the bot."""
    if message := message_of(update):
        check_ = context.edge.conversation.check
        await context.edge.answer(update, lambda whom: check_(whom, text_of(message), message.message_id))
