"""Questions: /ask, any text in a private chat, what is addressed to the bot in a group, and questions edited."""

from __future__ import annotations

from telegram import Message, Update

from bot.telegram.messages import argument_of, command_of, message_of, question_in, replied_to, target_of, whom_of
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


async def edited(update: Update, context: Context) -> None:
    """A question was edited: its answer changes with it, where it is not long ago."""
    message, edge = update.edited_message, context.edge
    if message is None:
        return
    text = argument_of(message) if command_of(message, edge.me) == "ask" else question_in(message, edge.me)
    answer = edge.chats.answer_to(message.chat_id, message.message_id)
    if text and answer is not None:
        reply = edge.conversation.asked_again(whom_of(update), text, message.message_id)
        await edge.say(reply, target_of(message, edits=answer.messages[0] if answer.messages else None))
