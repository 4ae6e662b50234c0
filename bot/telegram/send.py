"""Sends replies with the Bot API: each at its pace, and with a decision for each way sending can fail.

| what Telegram says          | what is done                                                                           |
|-----------------------------|----------------------------------------------------------------------------------------|
| 429 with retry_after        | this chat waits so long, then the call is repeated; more than a minute: it is given up |
| no connection, 5xx          | it was not delivered: repeated a few times                                             |
| timed out, cut off          | it may have been delivered: repeated once, for an answer twice is better than none     |
| 403, 400 "chat not found" … | nobody can be reached there: reported to `unreachable`, not an error                   |
| migrate_to_chat_id          | `migrated` moves what is kept of the chat, and the message goes to the new one         |
| 400 message is not modified | fine: it shows what it should                                                          |
| 400 for any other edit      | the message is gone or cannot be edited: sent as a new one                             |
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, TypeVar

import httpx
from telegram import Bot, InlineKeyboardMarkup, InlineQueryResultsButton, Message, ReplyParameters
from telegram.constants import CallbackQueryLimit, ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.conversation.inline import InlinePage
from bot.conversation.reply import Reply
from bot.conversation.watch import UNWATCHED, Watch
from bot.telegram.pacing import LONGEST_HALT, Pacer
from bot.telegram.render import NO_PREVIEW, File, Part, Picture, Text, parts, results

log = logging.getLogger(__name__)

NO_CHAT = 0  # of calls that write to no chat and need not be paced
LONGEST_WORD = int(CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH)
PAUSES = (0.5, 2.0, 5.0)  # seconds before each repetition of a call that failed
UNCHANGED = ("message is not modified",)
TOO_LATE = ("query is too old",)
UNREACHABLE = (
    "chat not found",
    "chat_write_forbidden",
    "have no rights to send",
    "message thread not found",
    "not enough rights to send text",
    "peer_id_invalid",
    "topic_closed",
    "topic_deleted",
    "user not found",
)
NO_MEDIA = ("not enough rights to send photos", "not enough rights to send documents", "chat_send_photos_forbidden",
            "chat_send_docs_forbidden", "chat_send_media_forbidden")  # fmt: skip
NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)

PICTURE_NAME = "chart.png"  # of a file whose content alone would not tell

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Target:
    """Where a reply goes."""

    chat: int
    topic: int | None = None  # the forum topic, where the message asked is in one; never General's
    reply_to: int | None = None
    edits: int | None = None  # the message that a reply which `replaces` stands in for


async def _ignore(*_: Any) -> None:
    """Nobody wants to know."""


class Sender:
    """Sends replies to chats. Everything that writes to a chat goes through here."""

    def __init__(
        self,
        bot: Bot,
        pacer: Pacer | None = None,
        *,
        unreachable: Callable[[int, str], Awaitable[object]] = _ignore,
        migrated: Callable[[int, int], Awaitable[object]] = _ignore,
        watch: Watch = UNWATCHED,
    ) -> None:
        self.bot = bot
        self._pacer = pacer or Pacer()
        self._unreachable = unreachable
        self._migrated = migrated
        self._watch = watch

    async def deliver(self, reply: Reply, target: Target) -> tuple[int, ...]:
        """Send a reply, as one message or several. Returns their ids, fewer where the chat cannot be reached."""
        if reply.silent:
            return ()
        sent: list[int] = []
        for part in parts(reply):
            message = await self._part(part, target if reply.replaces else replace(target, edits=None))
            if message is None:
                break
            sent.append(message)
            target = replace(target, edits=None, reply_to=None)
        return tuple(sent)

    async def answer_press(self, query: str, word: str | None) -> None:
        """End the waiting of whoever pressed a button, with a short word where there is one."""

        def call(_: int) -> Awaitable[bool]:
            return self.bot.answer_callback_query(query, text=word[:LONGEST_WORD] if word else None)

        try:
            await self._call(NO_CHAT, call)
        except BadRequest as error:  # pressed too long ago, or answered by a call that seemed to fail
            if not _says(error, TOO_LATE):
                raise

    async def answer_inline(self, query: str, page: InlinePage) -> None:
        """Show the results of an inline query: to this user only, as they are in the user's language."""
        button = InlineQueryResultsButton(page.button, start_parameter=page.start) if page.button else None

        def call(_: int) -> Awaitable[bool]:
            return self.bot.answer_inline_query(
                query,
                results(page),
                cache_time=page.cache_seconds,
                is_personal=True,
                next_offset=page.next_offset,
                button=button,
            )

        try:
            await self._call(NO_CHAT, call)
        except BadRequest as error:  # somebody typed on meanwhile and does not wait for these results
            if not _says(error, TOO_LATE):
                raise

    async def _part(self, part: Part, target: Target) -> int | None:
        if target.edits is not None and isinstance(part, Text):
            try:
                return await self._edit(part, target.chat, target.edits)
            except BadRequest as error:
                log.info("sent anew, for it cannot be edited: %s", error)
        try:
            return await self._new(part, target)
        except BadRequest as error:
            if isinstance(part, Text) or not _says(error, NO_MEDIA):
                raise
            return await self._new(Text(part.html, part.keyboard), target)

    async def _edit(self, part: Text, chat: int, message: int) -> int | None:
        keyboard = part.keyboard if isinstance(part.keyboard, InlineKeyboardMarkup) else None

        def call(chat: int) -> Awaitable[Message | bool]:
            return self.bot.edit_message_text(
                part.html,
                chat_id=chat,
                message_id=message,
                parse_mode=ParseMode.HTML,
                link_preview_options=NO_PREVIEW,
                reply_markup=keyboard,
            )

        try:
            edited = await self._call(chat, call)
        except BadRequest as error:
            if not _says(error, UNCHANGED):
                raise
            return message
        return None if edited is None else message

    async def _new(self, part: Part, target: Target) -> int | None:
        answers = ReplyParameters(target.reply_to, allow_sending_without_reply=True) if target.reply_to else None
        common: dict[str, Any] = {
            "message_thread_id": target.topic,
            "reply_parameters": answers,
            "reply_markup": part.keyboard,
            "parse_mode": ParseMode.HTML,
        }

        def call(chat: int) -> Awaitable[Message]:
            if isinstance(part, Picture):
                return self.bot.send_photo(
                    chat, part.content, caption=part.html or None, filename=PICTURE_NAME, **common
                )
            if isinstance(part, File):
                return self.bot.send_document(
                    chat, part.content, caption=part.html or None, filename=part.name, **common
                )
            return self.bot.send_message(chat, part.html, link_preview_options=NO_PREVIEW, **common)

        message = await self._call(target.chat, call)
        return message.message_id if message else None

    async def _call(self, chat: int, call: Callable[[int], Awaitable[T]]) -> T | None:
        """What the call gives, tried again where that helps; None where the chat cannot be reached."""
        try:
            outcome, result = await self._repeat(chat, call)
        except BadRequest:
            self._watch.called("refused")
            raise
        except Exception:
            self._watch.called("failed")
            raise
        self._watch.called(outcome)
        return result

    async def _repeat(self, chat: int, call: Callable[[int], Awaitable[T]]) -> tuple[str, T | None]:
        """The same, with a word for what came of it."""
        failures = doubtful = 0
        while not self._pacer.held_up(chat):
            if chat != NO_CHAT:
                await self._pacer.turn(chat)
            try:
                return "done", await call(chat)
            except RetryAfter as error:
                self._watch.repeated("429")
                self._pacer.halt(chat, seconds_of(error))
            except ChatMigrated as error:
                self._watch.repeated("moved")
                await self._migrated(chat, error.new_chat_id)
                chat = error.new_chat_id
            except (Forbidden, BadRequest) as error:
                if isinstance(error, BadRequest) and not _says(error, UNREACHABLE):
                    raise
                await self._unreachable(chat, str(error))
                return "unreachable", None
            except TelegramError as error:  # the network, or an answer that nobody can read
                failures += 1
                doubtful += _may_be_delivered(error)
                if failures > len(PAUSES) or doubtful > 1:
                    raise
                self._watch.repeated("network")
                await asyncio.sleep(PAUSES[failures - 1])
        log.warning("an answer was given up: its chat is held up for more than %s s", LONGEST_HALT)
        return "given-up", None


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram asks to wait."""
    after = error.retry_after
    return after.total_seconds() if isinstance(after, timedelta) else float(after)


def _may_be_delivered(error: TelegramError) -> bool:
    """Whether the request was sent and no clear answer came back."""
    if isinstance(error.__cause__, httpx.HTTPError):
        return not isinstance(error.__cause__, NOT_SENT)
    return type(error) is TelegramError  # what came back was not Telegram's JSON


def _says(error: BadRequest, phrases: tuple[str, ...]) -> bool:
    return any(phrase in error.message.lower() for phrase in phrases)
