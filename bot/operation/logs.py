"""The log: a line of text or of JSON for each record, on standard error, with what was being handled.

What may not be in it: secrets (bot.telegram.secrets), texts of messages, and who wrote them. Messages of exceptions can
hold all of that, and so do those that libraries write into theirs: an exception is logged as its kinds and places, like
an incident. Only errors written for operators say what they say.
"""

from __future__ import annotations

import json
import logging
import re
import sys
import time
from collections.abc import Iterable
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Literal, TextIO

from bot.telegram.incidents import causes
from bot.telegram.secrets import Redactor, protect_logs

Format = Literal["text", "json"]

# What the task that logs is handling: "update 7", "delivery 3". Tasks and threads that it begins have it from there.
handling: ContextVar[str] = ContextVar("handling", default="-")

TEXT = "%(asctime)s %(levelname)s %(name)s [%(handling)s] %(message)s"

# asyncio describes tasks and their exceptions, tornado requests: of what they say, only how it begins.
_DESCRIBING = ("asyncio", "tornado")
_BEGINNING = re.compile(r"[\w .,':-]*")


def set_up(form: Format, level: str, secrets: Iterable[str], stream: TextIO | None = None) -> Redactor:
    """Log from now on, to standard error unless a stream is given, in place of what was set up before."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonFormatter() if form == "json" else TextFormatter(TEXT))
    handler.addFilter(Discretion())
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    return protect_logs(secrets)  # the last gate: its filter comes behind ours


class Discretion(logging.Filter):
    """Takes out of a record what may be about persons, and adds what was being handled."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record pass."""
        record.handling = handling.get()
        if record.exc_info and record.exc_info[1] is not None:
            record.exc_text = "\n".join(causes(record.exc_info[1]))
        record.exc_info = None
        if record.levelno >= logging.ERROR and record.name.partition(".")[0] in _DESCRIBING:
            record.msg, record.args = _beginning(record), None
        return True


class TextFormatter(logging.Formatter):
    """A line, and below it where an error passed. Moments are in UTC.

    Whatever is in a message, it begins no line of its own, and steers no terminal that shows it.
    """

    converter = staticmethod(time.gmtime)
    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802  logging's name for it
        """The line without what is below it."""
        return "\n    ".join(map(_shown, super().formatMessage(record).splitlines()))


class JsonFormatter(logging.Formatter):
    """An object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """The record without what it has not."""
        shown = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "handling": getattr(record, "handling", None),
            "message": "\n".join(map(_shown, record.getMessage().splitlines())),
            "error": record.exc_text,
            "stack": record.stack_info,
        }
        return json.dumps({name: value for name, value in shown.items() if value}, ensure_ascii=False)


def _shown(line: str) -> str:
    """A line with what cannot be seen spelt out."""
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in line)


def _beginning(record: logging.LogRecord) -> str:
    found = _BEGINNING.match(record.getMessage())
    return found[0].strip() if found else ""
