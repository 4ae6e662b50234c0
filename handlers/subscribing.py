"""Digests: /subscribe, /subscriptions, /unsubscribe, and what is typed, picked or sent while one is put together."""

from __future__ import annotations

from telegram import Update

from bot.digests.subscribing.transfer import MOST_BYTES
from bot.telegram.messages import argument_of, message_of, replied_to, target_of, text_of, whom_of
from handlers import asking
from handlers.context import Context


async def subscribe(update: Update, context: Context) -> None:
    """/subscribe, also with words that name a topic."""
    if message := message_of(update):
        digesting, words = context.edge.conversation.digesting, argument_of(message)
        concerned = digesting.concerned_by_command(whom_of(update), "subscribe")
        await context.edge.manage(update, lambda turn: digesting.subscribe(turn, words), concerned)


async def subscriptions(update: Update, context: Context) -> None:
    """/subscriptions."""
    edge, digesting = context.edge, context.edge.conversation.digesting
    concerned = await edge.kept(lambda: digesting.concerned_by_command(whom_of(update), "subscriptions"))
    await edge.manage(update, digesting.subscriptions, concerned)


async def unsubscribe(update: Update, context: Context) -> None:
    """/unsubscribe."""
    digesting = context.edge.conversation.digesting
    concerned = digesting.concerned_by_command(whom_of(update), "unsubscribe")
    await context.edge.manage(update, digesting.unsubscribe, concerned)


async def picked(update: Update, context: Context) -> None:
    """A group or channel was picked from Telegram's own list."""
    message, edge = message_of(update), context.edge
    if message is None or message.chat_shared is None:
        return
    chat, title = message.chat_shared.chat_id, message.chat_shared.title
    if title:
        edge.conversation.desk.hear_title(chat, title)
    await edge.manage(update, lambda turn: edge.conversation.digesting.picked(turn, chat), frozenset({chat}))


async def file(update: Update, context: Context) -> None:
    """A file with subscriptions: in private, or in a group as a reply to the bot."""
    message, edge = message_of(update), context.edge
    document = message.document if message else None
    if message is None or document is None:
        return
    replied = message.reply_to_message
    if message.chat.type != "private" and (replied is None or replied.from_user != edge.me):
        return
    if (wait := await edge.too_often(whom_of(update))) is not None:  # before it is fetched, and again when it is read
        await edge.say(wait, target_of(message))
        return
    content = b" " * (MOST_BYTES + 1)
    if document.file_size is not None and document.file_size <= MOST_BYTES:
        content = bytes(await (await document.get_file()).download_as_bytearray())
    digesting = edge.conversation.digesting
    concerned = digesting.concerned_by_command(whom_of(update), "import")
    await edge.manage(update, lambda turn: digesting.imported(turn, content), concerned)


async def written(update: Update, context: Context) -> None:
    """A message that may be meant for a draft which waits for it; else it is a question."""
    message, edge, whom = message_of(update), context.edge, whom_of(update)
    if message is None:
        return
    awaits = await edge.kept(lambda: edge.conversation.digesting.awaits(whom, replied_to(message)))
    if awaits is not None:
        writer = await edge.with_rights(update, whom, frozenset({awaits} - {whom.user}))
        if reply := await edge.kept(lambda: edge.conversation.typed(writer, text_of(message))):
            await edge.say(reply, target_of(message))
            return
    await asking.question(update, context)
