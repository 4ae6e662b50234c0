"""Buttons under messages: what Telegram refuses about them."""

from __future__ import annotations

import re

from telegram.constants import InlineKeyboardButtonLimit, InlineKeyboardMarkupLimit

from bot.telegram.server.errors import malformed
from bot.telegram.server.shapes import InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyMarkup
from bot.telegram.server.world import Chat, Json

ADDRESS = re.compile(
    r"(?:https?://)?(?:[\w-]+\.)+[\w-]{2,}(?::\d+)?(?:[/?#]\S*)?|https?://(?:localhost|[\d.]+)\S*|tg://\S+", re.I
)
KINDS_OF_BUTTON = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
)
IN_CHANNELS_REFUSED = ("switch_inline_query", "switch_inline_query_current_chat")


def inline_keyboard(markup: InlineKeyboardMarkup | None, chat: Chat | None) -> list[list[Json]] | None:
    """The buttons as they are stored; no buttons are None. Raises ApiError for what Telegram refuses."""
    if markup is None:
        return None
    rows = [row for row in markup.inline_keyboard if row]
    if sum(map(len, rows)) > InlineKeyboardMarkupLimit.TOTAL_BUTTON_NUMBER:
        raise malformed("reply markup is too long")
    if any(len(row) > InlineKeyboardMarkupLimit.BUTTONS_PER_ROW for row in rows):
        raise malformed("reply markup is too long")
    for row in rows:
        for button in row:
            check_button(button, chat)
    return [[button.model_dump(exclude_none=True) for button in row] for row in rows] or None


def check_button(button: InlineKeyboardButton, chat: Chat | None) -> None:
    """Raises ApiError for what Telegram refuses about a button."""
    if not button.text.strip():
        raise malformed("inline keyboard button text must be non-empty")
    kinds = [kind for kind in KINDS_OF_BUTTON if getattr(button, kind) is not None]
    if not kinds:
        raise malformed("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(kinds) > 1:
        raise malformed("can't parse inline keyboard button: exactly one type must be specified")
    _check_content(button)
    if chat is not None and chat.type == "channel" and kinds[0] in IN_CHANNELS_REFUSED:
        raise malformed(
            f"can't use {kinds[0]} button in a channel chat, because users will not be able to use the button without "
            "knowing bot's username"
        )
    if button.web_app is not None and (chat is None or chat.type != "private"):
        raise malformed("BUTTON_TYPE_INVALID")


def _check_content(button: InlineKeyboardButton) -> None:
    limit = InlineKeyboardButtonLimit
    data = button.callback_data
    if data is not None and not limit.MIN_CALLBACK_DATA <= len(data.encode()) <= limit.MAX_CALLBACK_DATA:
        raise malformed("BUTTON_DATA_INVALID")
    copied = button.copy_text
    if copied is not None and not limit.MIN_COPY_TEXT <= len(copied.text) <= limit.MAX_COPY_TEXT:
        raise malformed("BUTTON_COPY_TEXT_INVALID")
    if button.url is not None and not ADDRESS.fullmatch(button.url):
        raise malformed(f"inline keyboard button URL '{button.url}' is invalid: Wrong HTTP URL")
    if button.url is not None and len(button.url.encode()) > 2048:
        raise malformed("BUTTON_URL_INVALID")


def reply_keyboard(markup: ReplyMarkup | None) -> Json | None:
    """Buttons in place of the keyboard, their removal, or the wish for a reply."""
    if markup is None or isinstance(markup, InlineKeyboardMarkup):
        return None
    if isinstance(markup, ReplyKeyboardMarkup):
        labels = [one if isinstance(one, str) else one.text for row in markup.keyboard for one in row]
        if not labels or not all(label.strip() for label in labels):
            raise malformed("keyboard button text must be non-empty")
        if len(labels) > 300 or any(len(row) > 12 for row in markup.keyboard):
            raise malformed("reply markup is too long")
    return markup.model_dump(exclude_none=True)
