"""Methods that change or remove a message."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.telegram.server import parameters as take
from bot.telegram.server.content import caption_text, message_text
from bot.telegram.server.errors import NOT_MODIFIED, bad_request, malformed
from bot.telegram.server.keyboards import inline_keyboard
from bot.telegram.server.methods.files import incoming
from bot.telegram.server.methods.registry import Call, method
from bot.telegram.server.rights import bot_is_admin, may_write, own_message, reach
from bot.telegram.server.text import Entity
from bot.telegram.server.views import message_json
from bot.telegram.server.world import Chat, Json, Message, Stored

TWO_DAYS = 48 * 3600


@method("editMessageText", take.EditMessageText)
def edit_message_text(call: Call, given: take.EditMessageText) -> Json | bool:
    """Another text, and other buttons or none."""
    text, entities = message_text(given.text, given.parse_mode, given.entities)
    message = _target(call, given)
    if message.text is None:
        raise bad_request("there is no text in the message to edit")
    return _change(call, given, message, Content(text=text, entities=entities))


@method("editMessageReplyMarkup", take.EditMessageReplyMarkup)
def edit_message_reply_markup(call: Call, given: take.EditMessageReplyMarkup) -> Json | bool:
    """Other buttons or none."""
    message = _target(call, given)
    return _change(call, given, message, Content(text=message.text, caption=message.caption, entities=message.entities))


@method("editMessageCaption", take.EditMessageCaption)
def edit_message_caption(call: Call, given: take.EditMessageCaption) -> Json | bool:
    """Another caption."""
    caption, entities = caption_text(given.caption, given.parse_mode, given.caption_entities)
    message = _target(call, given)
    if message.photo is None and message.document is None:
        raise bad_request("there is no caption in the message to edit")
    return _change(call, given, message, Content(caption=caption, entities=entities))


@method("editMessageMedia", take.EditMessageMedia)
def edit_message_media(call: Call, given: take.EditMessageMedia) -> Json | bool:
    """Another picture or file, with its caption."""
    media = given.media
    caption, entities = caption_text(media.caption, media.parse_mode, media.caption_entities)
    message = _target(call, given)
    file = incoming(call, media.media, media.type)
    return _change(call, given, message, Content(caption=caption, entities=entities, file=file))


@method("deleteMessage", take.OneMessage)
def delete_message(call: Call, given: take.OneMessage) -> bool:
    """Take a message away."""
    chat = reach(call.world, given.chat_id)
    message = chat.messages.get(given.message_id)
    if message is None or message.deleted:
        raise bad_request("message to delete not found")
    own = message.sender is call.world.bot or message.sender_chat is chat
    if chat.type != "private" and not own and not bot_is_admin(call.world, chat):
        raise bad_request("message can't be deleted")
    if call.world.clock.now() - message.date > TWO_DAYS:
        raise bad_request("message can't be deleted for everyone")
    message.deleted = True
    call.world.record("deleted", message)
    return True


def _target(call: Call, given: take.Editing) -> Message:
    """The message that is meant. Raises ApiError."""
    if given.inline_message_id is not None:
        message = call.world.inline_messages.get(given.inline_message_id)
        if message is None:
            raise bad_request("MESSAGE_ID_INVALID")
        return message
    if given.chat_id is None:
        raise malformed("chat_id is empty")
    message = own_message(call.world, may_write(call.world, given.chat_id), given.message_id, "edit")
    if message.origin is not None or message.service is not None or message.via_bot is not None:
        raise bad_request("message can't be edited")
    return message


@dataclass(frozen=True, slots=True)
class Content:
    """What a message shall show."""

    text: str | None = None
    caption: str | None = None
    entities: list[Entity] = field(default_factory=list)
    file: Stored | None = None


def _change(call: Call, given: take.Editing, message: Message, new: Content) -> Json | bool:
    """Put the new content in place of the old, unless it is the same. Raises ApiError."""
    chat: Chat | None = None if message.inline_id else message.chat
    keyboard = inline_keyboard(given.reply_markup, chat)
    before = (message.text, message.caption or "", message.entities, message.keyboard, _unique(message))
    after_file = new.file.unique_id if new.file else _unique(message)
    if before == (new.text, new.caption or "", new.entities, keyboard, after_file):
        raise bad_request(NOT_MODIFIED)
    if chat is not None:
        call.pace(chat)
    message.text, message.caption, message.entities, message.keyboard = new.text, new.caption, new.entities, keyboard
    if new.file is not None:
        message.photo = new.file if new.file.kind == "photo" else None
        message.document = new.file if new.file.kind == "document" else None
    if not isinstance(given, take.EditMessageReplyMarkup):
        message.edited = call.world.clock.seconds()
    call.world.record("edited", message)
    return True if message.inline_id else message_json(message)


def _unique(message: Message) -> str | None:
    file = message.photo or message.document
    return file.unique_id if file else None
