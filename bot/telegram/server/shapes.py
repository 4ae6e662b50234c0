"""The objects that a bot may put into a request, field by field; an unknown field is refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from telegram.constants import (
    BotCommandLimit,
    InlineQueryResultLimit,
    InlineQueryResultsButtonLimit,
)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a request."""

    name: str
    content: bytes


class Shape(BaseModel):
    """An object whose fields are all known."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


def _chat_id(value: Any) -> Any:
    """`"-100123"` in a form is the number; anything else that is text must be a @name."""
    if isinstance(value, bool):
        raise ValueError("chat_id is a number or a @name")
    if isinstance(value, str):
        if value.lstrip("-").isdecimal():
            return int(value)
        if not value.startswith("@"):
            raise ValueError("chat_id is a number or a @name")
    return value


ChatId = Annotated[int | str, BeforeValidator(_chat_id)]
ParseMode = Literal["HTML", "Html", "html", "MarkdownV2", "Markdown", ""]
File = str | Upload


class EntityUser(Shape):
    """The user of a `text_mention`."""

    id: int
    is_bot: bool | None = None
    first_name: str | None = None
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None


class MessageEntity(Shape):
    """A stretch of text with a meaning."""

    type: str
    offset: int
    length: int
    url: str | None = None
    user: EntityUser | None = None
    language: str | None = None
    custom_emoji_id: str | None = None
    unix_time: int | None = None
    date_time_format: str | None = None


class LinkPreviewOptions(Shape):
    """Whether and how a link is shown as a picture with text."""

    is_disabled: bool | None = None
    url: str | None = None
    prefer_small_media: bool | None = None
    prefer_large_media: bool | None = None
    show_above_text: bool | None = None


class ReplyParameters(Shape):
    """The message that is answered."""

    message_id: int
    chat_id: ChatId | None = None
    allow_sending_without_reply: bool | None = None
    quote: str | None = None
    quote_parse_mode: ParseMode | None = None
    quote_entities: list[MessageEntity] | None = None
    quote_position: int | None = None


class WebAppInfo(Shape):
    """A Web App."""

    url: str


class LoginUrl(Shape):
    """A page that signs a user in."""

    url: str
    forward_text: str | None = None
    bot_username: str | None = None
    request_write_access: bool | None = None


class SwitchInlineQueryChosenChat(Shape):
    """Which chats may be chosen."""

    query: str | None = None
    allow_user_chats: bool | None = None
    allow_bot_chats: bool | None = None
    allow_group_chats: bool | None = None
    allow_channel_chats: bool | None = None


class CopyTextButton(Shape):
    """What is copied."""

    text: str


class InlineKeyboardButton(Shape):
    """A button under a message."""

    text: str
    url: str | None = None
    callback_data: str | None = None
    web_app: WebAppInfo | None = None
    login_url: LoginUrl | None = None
    switch_inline_query: str | None = None
    switch_inline_query_current_chat: str | None = None
    switch_inline_query_chosen_chat: SwitchInlineQueryChosenChat | None = None
    copy_text: CopyTextButton | None = None
    icon_custom_emoji_id: str | None = None
    style: Literal["danger", "success", "primary"] | None = None


class InlineKeyboardMarkup(Shape):
    """Buttons under a message."""

    inline_keyboard: list[list[InlineKeyboardButton]]


class ChatAdministratorRights(Shape):
    """What an administrator may."""

    is_anonymous: bool
    can_manage_chat: bool
    can_delete_messages: bool
    can_manage_video_chats: bool
    can_restrict_members: bool
    can_promote_members: bool
    can_change_info: bool
    can_invite_users: bool
    can_post_stories: bool
    can_edit_stories: bool
    can_delete_stories: bool
    can_post_messages: bool | None = None
    can_edit_messages: bool | None = None
    can_pin_messages: bool | None = None
    can_manage_topics: bool | None = None
    can_manage_direct_messages: bool | None = None
    can_manage_tags: bool | None = None
    can_send_welcome_messages: bool | None = None


class KeyboardButtonRequestChat(Shape):
    """Which chats a user may pick."""

    request_id: int
    chat_is_channel: bool
    chat_is_forum: bool | None = None
    chat_has_username: bool | None = None
    chat_is_created: bool | None = None
    user_administrator_rights: ChatAdministratorRights | None = None
    bot_administrator_rights: ChatAdministratorRights | None = None
    bot_is_member: bool | None = None
    request_title: bool | None = None
    request_username: bool | None = None
    request_photo: bool | None = None


class KeyboardButton(Shape):
    """A button in place of the keyboard."""

    text: str
    request_chat: KeyboardButtonRequestChat | None = None
    request_contact: bool | None = None
    request_location: bool | None = None
    web_app: WebAppInfo | None = None
    icon_custom_emoji_id: str | None = None
    style: Literal["danger", "success", "primary"] | None = None


class ReplyKeyboardMarkup(Shape):
    """Buttons in place of the keyboard."""

    keyboard: list[list[KeyboardButton | str]]
    is_persistent: bool | None = None
    resize_keyboard: bool | None = None
    one_time_keyboard: bool | None = None
    input_field_placeholder: str | None = Field(default=None, min_length=1, max_length=64)
    selective: bool | None = None


class ReplyKeyboardRemove(Shape):
    """Takes such buttons away."""

    remove_keyboard: Literal[True]
    selective: bool | None = None


class ForceReply(Shape):
    """Asks for a reply."""

    force_reply: Literal[True]
    input_field_placeholder: str | None = Field(default=None, min_length=1, max_length=64)
    selective: bool | None = None


ReplyMarkup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply


class InputMedia(Shape):
    """A picture or a file that takes the place of another."""

    type: Literal["photo", "document"]
    media: str
    caption: str | None = None
    parse_mode: ParseMode | None = None
    caption_entities: list[MessageEntity] | None = None
    show_caption_above_media: bool | None = None
    has_spoiler: bool | None = None
    disable_content_type_detection: bool | None = None
    thumbnail: str | None = None


class BotCommand(Shape):
    """A command and what it does."""

    command: str
    description: str = Field(max_length=BotCommandLimit.MAX_DESCRIPTION)


class BotCommandScope(Shape):
    """Where commands are offered."""

    type: Literal[
        "default",
        "all_private_chats",
        "all_group_chats",
        "all_chat_administrators",
        "chat",
        "chat_administrators",
        "chat_member",
    ]
    chat_id: ChatId | None = None
    user_id: int | None = None


class MenuButton(Shape):
    """What the button beside the input field does."""

    type: Literal["commands", "web_app", "default"]
    text: str | None = None
    web_app: WebAppInfo | None = None


class InputTextMessageContent(Shape):
    """The message that an inline result becomes."""

    message_text: str
    parse_mode: ParseMode | None = None
    entities: list[MessageEntity] | None = None
    link_preview_options: LinkPreviewOptions | None = None


class InlineQueryResult(Shape):
    """One result of an inline query: an article, or a picture known by its address or its identifier."""

    type: Literal["article", "photo"]
    id: str
    title: str | None = None
    input_message_content: InputTextMessageContent | None = None
    reply_markup: InlineKeyboardMarkup | None = None
    url: str | None = None
    description: str | None = None
    thumbnail_url: str | None = None
    thumbnail_width: int | None = None
    thumbnail_height: int | None = None
    photo_url: str | None = None
    photo_file_id: str | None = None
    photo_width: int | None = None
    photo_height: int | None = None
    caption: str | None = None
    parse_mode: ParseMode | None = None
    caption_entities: list[MessageEntity] | None = None
    show_caption_above_media: bool | None = None


class InlineQueryResultsButton(Shape):
    """The button above the results."""

    text: str = Field(min_length=1)
    web_app: WebAppInfo | None = None
    start_parameter: str | None = Field(
        default=None,
        min_length=InlineQueryResultsButtonLimit.MIN_START_PARAMETER_LENGTH,
        max_length=InlineQueryResultsButtonLimit.MAX_START_PARAMETER_LENGTH,
        pattern=r"^[A-Za-z0-9_-]+$",
    )


MAX_RESULT_ID = InlineQueryResultLimit.MAX_ID_LENGTH
