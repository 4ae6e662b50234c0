"""Keeping secrets and texts out of logs.

httpx logs every address it asks, and Telegram's have the bot's token in them. python-telegram-bot's objects show it
when they are printed; at DEBUG it logs whole updates, texts and names included, and at CRITICAL those that it cannot
read. So these loggers are kept quiet, and what is logged all the same passes a filter on the handlers, through which no
secret comes.
"""

from __future__ import annotations

import logging
import re
import sys
import traceback
from collections.abc import Iterable, Mapping
from types import MappingProxyType, TracebackType

HIDDEN = "[secret]"

# Quieter than this they never become, whatever level the root logger has.
QUIET: Mapping[str, int] = MappingProxyType(
    {
        "httpx": logging.WARNING,  # addresses, at INFO
        "httpcore": logging.WARNING,  # headers, at DEBUG
        "telegram": logging.INFO,  # updates and parameters of calls, at DEBUG
        "tornado.general": logging.ERROR,  # what anybody sends who finds a port, at INFO and WARNING
    }
)

# What BotFather gives: the bot's id, a colon (that an address may have encoded), and 35 characters.
_TOKEN = re.compile(r"(?<!\d)\d{5,}(?::|%3A)[A-Za-z0-9_-]{30,}", re.IGNORECASE)

# What python-telegram-bot writes above DEBUG with the data that it received, which stand in the arguments.
_WITH_RECEIVED_DATA = ("Received data was", "Can not load invalid JSON data")

_OWN_FIELDS = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime"}


class Redactor:
    """Takes secrets out of texts: those it was given, and whatever looks like a bot's token."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        known = sorted({secret for secret in secrets if secret}, key=len, reverse=True)
        variants = [
            form for secret in known for form in (secret, secret.replace(":", "%3A"), secret.replace(":", "%3a"))
        ]
        self._known = re.compile("|".join(map(re.escape, variants))) if variants else None

    def redact(self, text: str) -> str:
        """The text without secrets."""
        if self._known:
            text = self._known.sub(HIDDEN, text)
        return _TOKEN.sub(HIDDEN, text)


class RedactingFilter(logging.Filter):
    """Takes secrets out of a record before a handler writes it: of message, traceback, and fields of its own."""

    def __init__(self, redactor: Redactor) -> None:
        super().__init__()
        self._redactor = redactor

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record pass, without secrets."""
        if record.name.startswith("telegram.") and any(known in str(record.msg) for known in _WITH_RECEIVED_DATA):
            record.args = None
        message = _message(record)
        redacted = self._redactor.redact(message)
        if redacted != message:
            record.msg, record.args = redacted, None
        self._redact_traceback(record)
        if record.stack_info:
            record.stack_info = self._redactor.redact(record.stack_info)
        for name in vars(record).keys() - _OWN_FIELDS:
            self._redact_field(record, name)
        return True

    def _redact_traceback(self, record: logging.LogRecord) -> None:
        if record.exc_info and record.exc_info[1] is not None:
            written = "".join(traceback.format_exception(record.exc_info[1])).rstrip("\n")
            redacted = self._redactor.redact(written)
            if redacted != written:
                record.exc_info, record.exc_text = None, redacted
        if record.exc_text:
            record.exc_text = self._redactor.redact(record.exc_text)

    def _redact_field(self, record: logging.LogRecord, name: str) -> None:
        value = getattr(record, name)
        if value is None or isinstance(value, bool | int | float):
            return
        written = str(value)
        redacted = self._redactor.redact(written)
        if redacted != written:
            setattr(record, name, redacted)


def protect_logs(secrets: Iterable[str]) -> Redactor:
    """Let none of these secrets, nor any bot's token, reach a log by the root's handlers or as a program's last words.

    To be called after logging was set up; to be called again where a handler is added later.
    """
    redactor = Redactor(secrets)
    for handler in filter(None, (*logging.getLogger().handlers, logging.lastResort)):
        for old in [each for each in handler.filters if isinstance(each, RedactingFilter)]:
            handler.removeFilter(old)
        handler.addFilter(RedactingFilter(redactor))
    for name, level in QUIET.items():
        logger = logging.getLogger(name)
        logger.setLevel(max(logger.level, level))

    def last_words(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.stderr.write(redactor.redact("".join(traceback.format_exception(kind, error, trace))))

    sys.excepthook = last_words
    return redactor


def _message(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except Exception:
        # The arguments do not fit the message: logging would print both to stderr, secrets and all.
        record.msg, record.args = f"{record.msg!r} with arguments that do not fit: {record.args!r}", None
        return record.getMessage()
