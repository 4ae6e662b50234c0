"""The first settings of a bot: the example with its explanations, filled in; and what Telegram says of the token."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from telegram import Bot, User
from telegram.error import EndPointNotFound, InvalidToken, TelegramError
from telegram.request import HTTPXRequest

from bot.config import ConfigError, parse, shipped_example
from bot.telegram.secrets import Redactor

Value = str | int | list[int]
Given = Mapping[str, Value]  # by "section.key"

_SECTION = re.compile(r"\[(\w+)\]")
_KEY = re.compile(r"(?:# )?(\w+) = ")
PATIENCE_SECONDS = 10.0  # for which Telegram is waited for


class WrongTokenError(Exception):
    """Telegram does not know the token."""


class UnreachableError(Exception):
    """Telegram cannot be asked; the message says why."""


def filled_in(given: Given, file: Path) -> str:
    """config.example.toml with these values in the places of theirs, for a file. Raises ConfigError.

    All comments stay. That the program accepts it is made sure of before anything is written.
    """
    section, lines, left = "", [], dict(given)
    for line in shipped_example().splitlines():
        if header := _SECTION.fullmatch(line):
            section = header[1]
        key = _KEY.match(line)
        name = f"{section}.{key[1]}" if key else ""
        lines.append(f"{name.partition('.')[2]} = {_toml(left.pop(name))}" if name in left else line)
    assert not left, left
    text = "\n".join(lines) + "\n"
    parse(text, file)
    return text


def write(file: Path, text: str) -> None:
    """Write a new file that only its owner may read. Raises ConfigError; one that is there already stays as it is."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise ConfigError(f"{file}: {error.strerror}") from error
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as opened:
            opened.write(text)
            opened.flush()
            os.fsync(opened.fileno())
    except OSError as error:  # half a file would be in the way of the next try
        with suppress(OSError):
            file.unlink()
        raise ConfigError(f"{file}: {error.strerror}") from error


async def introduction(token: str, base_url: str) -> User:
    """What Telegram says about the bot of this token. Raises WrongTokenError, UnreachableError."""
    request = HTTPXRequest(read_timeout=PATIENCE_SECONDS, connect_timeout=PATIENCE_SECONDS)
    try:
        async with Bot(token, base_url, request=request) as bot:
            return bot.bot
    except (InvalidToken, EndPointNotFound):
        raise WrongTokenError from None
    except TelegramError as error:
        raise UnreachableError(Redactor([token]).redact(str(error))) from None


def _toml(value: Value) -> str:
    """A value as TOML writes it, which for these kinds is JSON's way."""
    return json.dumps(value, ensure_ascii=False)
