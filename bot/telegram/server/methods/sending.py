"""Methods that put something new into a chat."""

from __future__ import annotations

from typing import Any

from telegram.constants import ChatAction

from bot.telegram.server import parameters as take
from bot.telegram.server.content import caption_text, message_text
from bot.telegram.server.errors import bad_request, malformed
from bot.telegram.server.keyboards import inline_keyboard, reply_keyboard
from bot.telegram.server.methods.files import incoming
from bot.telegram.server.methods.registry import Call, method
from bot.telegram.server.rights import answered, may_write, topic
from bot.telegram.server.shapes import InlineKeyboardMarkup
from bot.telegram.server.views import message_json
from bot.telegram.server.world import Chat, Json, Message

ACTIONS = {str(action) for action in ChatAction}


@method("sendMessage", take.SendMessage)
def send_message(call: Call, given: take.SendMessage) -> Json:
    """A text."""
    text, entities = message_text(given.text, given.parse_mode, given.entities)
    preview = given.link_preview_options.model_dump(exclude_none=True) if given.link_preview_options else None
    return message_json(_post(call, given, text=text, entities=entities, preview=preview))


@method("sendPhoto", take.SendPhoto)
def send_photo(call: Call, given: take.SendPhoto) -> Json:
    """A picture."""
    caption, entities = caption_text(given.caption, given.parse_mode, given.caption_entities)
    photo = incoming(call, given.photo, "photo")
    return message_json(_post(call, given, photo=photo, caption=caption, entities=entities))


@method("sendDocument", take.SendDocument)
def send_document(call: Call, given: take.SendDocument) -> Json:
    """A file."""
    caption, entities = caption_text(given.caption, given.parse_mode, given.caption_entities)
    document = incoming(call, given.document, "document")
    return message_json(_post(call, given, document=document, caption=caption, entities=entities))


@method("sendChatAction", take.SendChatAction)
def send_chat_action(call: Call, given: take.SendChatAction) -> bool:
    """That the bot is typing, or busy with a picture."""
    if given.action not in ACTIONS:
        raise malformed("wrong parameter action in request")
    chat = may_write(call.world, given.chat_id)
    if chat.type == "channel":
        raise bad_request("can't send chat actions to channel chats")
    topic(call.world, chat, given.message_thread_id)
    return True


def _post(call: Call, given: take.Sending, **content: Any) -> Message:
    """Put a message of the bot's into a chat. Raises ApiError."""
    world = call.world
    inline = given.reply_markup if isinstance(given.reply_markup, InlineKeyboardMarkup) else None
    chat = may_write(world, given.chat_id)
    keyboard, other_keyboard = inline_keyboard(inline, chat), reply_keyboard(given.reply_markup)
    thread = topic(world, chat, given.message_thread_id)
    reply_to = answered(chat, given.reply_parameters, thread)
    if thread is None and reply_to is not None and reply_to.in_topic:
        thread = reply_to.thread
    call.pace(chat)
    return world.new_message(
        chat,
        **_signature(call, chat),
        keyboard=keyboard,
        reply_keyboard=other_keyboard,
        reply_to=reply_to or chat.opening(thread),
        thread=thread if chat.is_forum else None,
        in_topic=chat.is_forum and thread is not None,
        silent=bool(given.disable_notification),
        **content,
    )


def _signature(call: Call, chat: Chat) -> Json:
    """Posts in a channel are the channel's."""
    return {"sender_chat": chat, "from_bot": True} if chat.type == "channel" else {"sender": call.world.bot}
