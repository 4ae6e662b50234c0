"""A Reply as what is sent for it: messages in HTML, a picture or a file with a caption, a keyboard under the last."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from telegram import (
    ChatAdministratorRights,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    KeyboardButton,
    KeyboardButtonRequestChat,
    LinkPreviewOptions,
    ReplyKeyboardMarkup,
)
from telegram.constants import InlineKeyboardButtonLimit, MessageLimit, ParseMode

from bot.answers.blocks import Block
from bot.answers.html import to_html
from bot.conversation.inline import InlinePage
from bot.conversation.reply import Button, ChatPick, Reply

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
# The library's rights are those of Bot API 10.0; newer ones want a word on each right.
_NO_RIGHTS: dict[str, Any] = {
    **ChatAdministratorRights.no_rights().to_dict(),
    "api_kwargs": {"can_send_welcome_messages": False},
}
ADMINISTERING = ChatAdministratorRights(**_NO_RIGHTS | {"can_manage_chat": True})  # what all admins may
POSTING = ChatAdministratorRights(**_NO_RIGHTS | {"can_manage_chat": True, "can_post_messages": True})
_MOST_KEPT = 500  # answers whose HTML, and keyboards, need not be made again for the next who asks the same


@dataclass(frozen=True, slots=True)
class Text:
    """A message of text."""

    html: str
    keyboard: InlineKeyboardMarkup | ReplyKeyboardMarkup | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG with a caption."""

    content: bytes
    html: str
    keyboard: InlineKeyboardMarkup | None = None


@dataclass(frozen=True, slots=True)
class File:
    """A document with a caption."""

    name: str
    content: bytes
    html: str
    keyboard: InlineKeyboardMarkup | None = None


Part = Text | Picture | File


def parts(reply: Reply) -> tuple[Part, ...]:
    """What is sent for a reply, in this order. A caption that is too long goes on as messages of text."""
    captioned = reply.picture is not None or reply.file is not None
    make = _answer_html if reply.remember else _html
    texts = make(reply.blocks, MessageLimit.CAPTION_LENGTH if captioned else MessageLimit.MAX_TEXT_LENGTH)
    made: list[Part] = []
    if captioned:
        made = [_attachment(reply, texts[0] if texts else "")]
        texts = texts[1:]
    made += [Text(html) for html in texts]
    if made and reply.picks and isinstance(made[-1], Text):
        made[-1] = replace(made[-1], keyboard=_picking(reply.picks))
    elif made:
        made[-1] = replace(made[-1], keyboard=keyboard(reply.buttons))
    return tuple(made)


def _html(blocks: tuple[Block, ...], limit: int) -> tuple[str, ...]:
    return tuple(to_html(blocks, limit=limit))


_answer_html = lru_cache(_MOST_KEPT)(_html)


def forget() -> None:
    """Let go of what was made of answers: nobody will be given the same again."""
    _answer_html.cache_clear()
    keyboard.cache_clear()


def _attachment(reply: Reply, caption: str) -> Part:
    if reply.picture is not None:
        return Picture(reply.picture, caption)
    assert reply.file is not None
    name, content = reply.file
    return File(name, content, caption)


def _picking(picks: Iterable[ChatPick]) -> ReplyKeyboardMarkup:
    """Buttons that let a user pick a chat which they administer, and where the bot is too."""
    buttons = [
        [
            KeyboardButton(
                pick.label,
                request_chat=KeyboardButtonRequestChat(
                    pick.id, chat_is_channel=pick.channels, bot_is_member=True, request_title=True,
                    user_administrator_rights=POSTING if pick.channels else ADMINISTERING,
                ),
            )
        ]
        for pick in picks
    ]  # fmt: skip
    return ReplyKeyboardMarkup(buttons, resize_keyboard=True, one_time_keyboard=True)


def results(page: InlinePage) -> list[InlineQueryResultArticle]:
    """The results of an inline query, each with the one message that it sends."""
    return [
        InlineQueryResultArticle(
            item.id,
            item.title,
            InputTextMessageContent(
                to_html(item.blocks)[0], parse_mode=ParseMode.HTML, link_preview_options=NO_PREVIEW
            ),
            reply_markup=keyboard(item.buttons),
            description=item.description,
        )
        for item in page.items
    ]


@lru_cache(_MOST_KEPT)
def keyboard(rows: tuple[tuple[Button, ...], ...]) -> InlineKeyboardMarkup | None:
    """The buttons as an inline keyboard; none where there are no buttons."""
    made = [[_button(button) for button in row if _fits(button)] for row in rows]
    return InlineKeyboardMarkup([row for row in made if row]) if any(made) else None


def _fits(button: Button) -> bool:
    """Whether it can be shown: a citation too long to be copied is left out, for a figure is never cut."""
    return button.copy is None or len(button.copy) <= InlineKeyboardButtonLimit.MAX_COPY_TEXT


def _button(button: Button) -> InlineKeyboardButton:
    if button.url is not None:
        return InlineKeyboardButton(button.label, url=button.url)
    if button.copy is not None:
        return InlineKeyboardButton(button.label, copy_text=CopyTextButton(button.copy))
    return InlineKeyboardButton(button.label, callback_data=button.action)
