"""Messages that were edited: the answer to a question or to a /check changes with it, where it is not long ago."""

from __future__ import annotations

from collections.abc import Callable

from telegram import Message, Update

from bot.conversation.reply import Reply
from bot.conversation.whom import Whom
from bot.telegram.messages import argument_of, command_of, question_in, target_of, text_of, whom_of
from handlers.checking import to_check
from handlers.context import Context

Say = Callable[[Whom], Reply]


async def edited(update: Update, context: Context) -> None:
    """A question, a /check, or a message that was checked."""
    message = update.edited_message
    if message is None:
        return
    conversation, whom = context.edge.conversation, whom_of(update)
    check = None
    if whom.private:
        check = await context.edge.kept(lambda: conversation.last_check_of(whom, message.message_id))
    if say := _again(message, context):
        await _instead(update, context, message, message.message_id, say)
    if check is not None:
        await _instead(
            update, context, message, check, lambda whom: conversation.checked_again(whom, text_of(message), check)
        )


def _again(message: Message, context: Context) -> Say | None:
    """What is said to the message as it reads now; None where it asks nothing of the bot."""
    edge, id_ = context.edge, message.message_id
    command = command_of(message, edge.me)
    if command == "check":
        return lambda whom: edge.conversation.checked_again(whom, to_check(message)[0], id_)
    text = argument_of(message) if command == "ask" else question_in(message, edge.me)
    return (lambda whom: edge.conversation.asked_again(whom, text, id_)) if text else None


async def _instead(update: Update, context: Context, message: Message, asking: int, say: Say) -> None:
    """Say it in place of the answer to the message that asked, where there is one."""
    edge, whom = context.edge, whom_of(update)
    answer = await edge.kept(lambda: edge.chats.answer_to(message.chat_id, asking))
    if answer is not None:
        refused = await edge.too_often(whom)
        reply = refused if refused is not None else await edge.kept(lambda: say(whom))
        await edge.say(reply, target_of(message, edits=answer.messages[0] if answer.messages else None))
