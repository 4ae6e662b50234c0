"""Errors inside, as they are told: to whoever asked, with a short id, and to the operator, under the same id."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from telegram import Update
from telegram.error import TelegramError

from bot.conversation.keyboards import text
from bot.conversation.reply import Reply
from bot.conversation.watch import UNWATCHED, Watch
from bot.telegram.incidents import Incident, incident, report
from bot.telegram.secrets import Redactor
from bot.telegram.send import Sender, Target

log = logging.getLogger(__name__)

QUIET_SECONDS = 3600.0  # the same trouble at the same place is reported once in so long
_KINDS = ("callback_query", "inline_query", "chosen_inline_result", "edited_message", "channel_post", "my_chat_member")


class Reporter:
    """Reports incidents to the log and to the operator's chats."""

    def __init__(  # noqa: PLR0913  most callers leave the last ones out
        self,
        sender: Sender,
        chats: Sequence[int],
        version: str,
        redactor: Redactor,
        *,
        clock: Callable[[], float] = time.monotonic,
        watch: Watch = UNWATCHED,
    ) -> None:
        self._sender = sender
        self._chats = tuple(chats)
        self._version = version
        self._redactor = redactor
        self._clock = clock
        self._watch = watch
        self._reported: dict[str, float] = {}

    async def report(self, error: BaseException, update: object) -> Incident:
        """Report what went wrong. Never raises: the reader is still to be told."""
        happened = incident(error, doing(update), datetime.now(UTC))
        written = report(happened, self._version, self._redactor)
        log.error("%s", written)
        self._watch.failed(happened.causes[0].kind)
        if self._is_news(happened):
            for chat in self._chats:
                await self._tell(chat, written)
        return happened

    async def _tell(self, chat: int, written: str) -> None:
        try:
            await self._sender.deliver(Reply(text(*written.splitlines())), Target(chat))
        except TelegramError as error:
            log.warning("the operator's chat %s was not told: %s", chat, error)

    def _is_news(self, happened: Incident) -> bool:
        now = self._clock()
        self._reported = {kind: at for kind, at in self._reported.items() if now - at < QUIET_SECONDS}
        news = happened.fingerprint not in self._reported
        self._reported.setdefault(happened.fingerprint, now)
        return news


def doing(update: object) -> str:
    """What was being handled, without its content."""
    if not isinstance(update, Update):
        return "a task of its own"
    return next((kind for kind in _KINDS if getattr(update, kind) is not None), "message")
