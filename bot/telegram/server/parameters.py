"""The parameters of each method, by name and type; an unknown one is refused.

A form carries everything as text: what is not text in the table is then read as JSON, as Telegram does.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any, Self, get_args

from pydantic import Field, ValidationError, model_validator
from telegram.constants import BotDescriptionLimit, BotNameLimit

from bot.telegram.server.errors import ApiError, malformed
from bot.telegram.server.shapes import (
    BotCommand,
    BotCommandScope,
    ChatId,
    File,
    InlineKeyboardMarkup,
    InlineQueryResult,
    InlineQueryResultsButton,
    InputMedia,
    LinkPreviewOptions,
    MenuButton,
    MessageEntity,
    ParseMode,
    ReplyMarkup,
    ReplyParameters,
    Shape,
    Upload,
)


class Parameters(Shape):
    """The parameters of a method."""

    @model_validator(mode="before")
    @classmethod
    def _read_json(cls, given: Any) -> Any:
        textual = _textual(cls)
        return {
            name: _decoded(value) if isinstance(value, str) and name not in textual else value
            for name, value in given.items()
            if value is not None
        }

    @classmethod
    def of(cls, given: dict[str, Any]) -> Self:
        """Checked parameters. Raises ApiError in Telegram's words where it has words for the fault."""
        try:
            return cls.model_validate(given)
        except ValidationError as error:
            raise _refusal(error) from None


@cache
def _textual(model: type[Parameters]) -> frozenset[str]:
    """The parameters that may be plain text."""
    return frozenset(
        name
        for name, info in model.model_fields.items()
        if info.annotation is str or str in get_args(info.annotation) or name == "parse_mode"
    )


def _decoded(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def _refusal(error: ValidationError) -> ApiError:
    first = error.errors()[0]
    place, kind = ".".join(str(one) for one in first["loc"]), first["type"]
    if kind == "extra_forbidden":
        return malformed(f'unknown field "{place}"')
    if kind == "missing" and place in MISSING:
        return malformed(MISSING[place])
    if place.startswith("reply_markup"):
        return malformed(f"can't parse reply markup: {place}: {first['msg']}")
    if place.startswith("chat_id"):
        return malformed("chat not found")
    if place.startswith("parse_mode"):
        return malformed("unsupported parse_mode")
    return malformed(f"can't parse {place}: {first['msg']}")


MISSING = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "photo": "there is no photo in the request",
    "document": "there is no document in the request",
    "results": "can't parse results: Expected an Array",
    "media": "can't parse InputMedia: Expected an Object",
    "callback_query_id": "query is too old and response timeout expired or query ID is invalid",
    "inline_query_id": "query is too old and response timeout expired or query ID is invalid",
}


class Nothing(Parameters):
    """No parameters."""


class Sending(Parameters):
    """What every method that sends something has."""

    chat_id: ChatId
    message_thread_id: int | None = None
    disable_notification: bool | None = None
    protect_content: bool | None = None
    allow_paid_broadcast: bool | None = None
    message_effect_id: str | None = None
    reply_parameters: ReplyParameters | None = None
    reply_markup: ReplyMarkup | None = None


class SendMessage(Sending):
    """sendMessage."""

    text: str
    parse_mode: ParseMode | None = None
    entities: list[MessageEntity] | None = None
    link_preview_options: LinkPreviewOptions | None = None


class Captioned(Sending):
    """What has a caption."""

    caption: str | None = None
    parse_mode: ParseMode | None = None
    caption_entities: list[MessageEntity] | None = None


class SendPhoto(Captioned):
    """sendPhoto."""

    photo: File
    show_caption_above_media: bool | None = None
    has_spoiler: bool | None = None


class SendDocument(Captioned):
    """sendDocument."""

    document: File
    thumbnail: File | None = None
    disable_content_type_detection: bool | None = None


class SendChatAction(Parameters):
    """sendChatAction."""

    chat_id: ChatId
    action: str
    message_thread_id: int | None = None


class Editing(Parameters):
    """Which message is edited, and its buttons afterwards."""

    chat_id: ChatId | None = None
    message_id: int | None = None
    inline_message_id: str | None = None
    reply_markup: InlineKeyboardMarkup | None = None


class EditMessageText(Editing):
    """editMessageText."""

    text: str
    parse_mode: ParseMode | None = None
    entities: list[MessageEntity] | None = None
    link_preview_options: LinkPreviewOptions | None = None


class EditMessageReplyMarkup(Editing):
    """editMessageReplyMarkup."""


class EditMessageCaption(Editing):
    """editMessageCaption."""

    caption: str | None = None
    parse_mode: ParseMode | None = None
    caption_entities: list[MessageEntity] | None = None
    show_caption_above_media: bool | None = None


class EditMessageMedia(Editing):
    """editMessageMedia."""

    media: InputMedia


class OneMessage(Parameters):
    """deleteMessage."""

    chat_id: ChatId
    message_id: int


class PinChatMessage(OneMessage):
    """pinChatMessage."""

    disable_notification: bool | None = None


class UnpinChatMessage(Parameters):
    """unpinChatMessage."""

    chat_id: ChatId
    message_id: int | None = None


class AnswerCallbackQuery(Parameters):
    """answerCallbackQuery."""

    callback_query_id: str
    text: str | None = None
    show_alert: bool | None = None
    url: str | None = None
    cache_time: int | None = None


class AnswerInlineQuery(Parameters):
    """answerInlineQuery."""

    inline_query_id: str
    results: list[InlineQueryResult]
    cache_time: int | None = None
    is_personal: bool | None = None
    next_offset: str | None = None
    button: InlineQueryResultsButton | None = None


class OneChat(Parameters):
    """getChat, getChatAdministrators, getChatMemberCount, leaveChat."""

    chat_id: ChatId


class GetChatMember(OneChat):
    """getChatMember."""

    user_id: int


class Commands(Parameters):
    """getMyCommands, deleteMyCommands."""

    scope: BotCommandScope | None = None
    language_code: str | None = None


class SetMyCommands(Commands):
    """setMyCommands."""

    commands: list[BotCommand]


class OneLanguage(Parameters):
    """getMyDescription, getMyShortDescription, getMyName."""

    language_code: str | None = None


class SetMyDescription(OneLanguage):
    """setMyDescription."""

    description: str | None = Field(default=None, max_length=BotDescriptionLimit.MAX_DESCRIPTION_LENGTH)


class SetMyShortDescription(OneLanguage):
    """setMyShortDescription."""

    short_description: str | None = Field(default=None, max_length=BotDescriptionLimit.MAX_SHORT_DESCRIPTION_LENGTH)


class SetMyName(OneLanguage):
    """setMyName."""

    name: str | None = Field(default=None, max_length=BotNameLimit.MAX_NAME_LENGTH)


class ChatMenuButton(Parameters):
    """setChatMenuButton, getChatMenuButton."""

    chat_id: int | None = None
    menu_button: MenuButton | None = None


class GetFile(Parameters):
    """getFile."""

    file_id: str


class GetUpdates(Parameters):
    """getUpdates."""

    offset: int = 0
    limit: int = 100
    timeout: int = 0
    allowed_updates: list[str] | None = None


class SetWebhook(Parameters):
    """setWebhook."""

    url: str = ""
    certificate: Upload | None = None
    ip_address: str | None = None
    max_connections: int | None = None
    allowed_updates: list[str] | None = None
    drop_pending_updates: bool | None = None
    secret_token: str | None = None


class DeleteWebhook(Parameters):
    """deleteWebhook."""

    drop_pending_updates: bool | None = None
