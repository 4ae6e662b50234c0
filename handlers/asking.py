"""Questions: /ask, any text in a private chat, and what is addressed to the bot in a group."""

from __future__ import annotations

from telegram import Message, Update

from bot.telegram.messages import argument_of, message_of, question_in, replied_to
from handlers.context import Context


async def ask(update: Update, context: Context) -> None:
    """/ask with a question."""
    if message := message_of(update):
        await _answer(update, context, message, argument_of(message))


async def question(update: Update, context: Context) -> None:
    """A message that asks without a command."""
    message = message_of(update)
    text = question_in(message, context.edge.me) if message else None
    if message and text is not None:
        await _answer(update, context, message, text)


async def _answer(update: Update, context: Context, message: Message, text: str) -> None:
    ask_ = context.edge.conversation.ask
    await context.edge.answer(update, lambda whom: ask_(whom, text, message.message_id, replied_to(message)))
