"""Texts, numbers and dates in the reader's language: Project Fluent for the words, Babel for the rest.

Messages stand in `locales/<language>/*.ftl`, split by matter; a claim package adds its own about its subject. Numbers
are shown by Fluent where a plural depends on them, so that each language keeps its own rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Final, Protocol

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource

# Dates are written day first in all three languages.
BABEL_LOCALES: Final = {"en": "en_GB", "uk": "uk", "ru": "ru"}
_PATTERNS: Final = ("y", "LLLL y", "d MMMM y")  # by how many hyphens the ISO text has: year, month, day
_ENTRY: Final = re.compile(r"^(-?[a-zA-Z][\w-]*) *=", re.MULTILINE | re.ASCII)  # what follows in its text is indented
_ID: Final = re.compile(r"-?[a-zA-Z][\w-]*", re.ASCII)

Argument = str | int | float


class WrittenDate(Protocol):
    """A date that may lack its day or month, as `bot.claims.model.PartialDate`."""

    @property
    def text(self) -> str:
        """The ISO text: YYYY-MM-DD, YYYY-MM or YYYY."""

    @property
    def inferred(self) -> bool:
        """Whether it was deduced rather than stated."""


class UnknownTextError(KeyError):
    """No message has this id, or one of its arguments is missing."""


class Texts:
    """What the program says in one language. `extra` holds Fluent sources that add to its own messages."""

    def __init__(self, language: str, extra: Iterable[str] = ()) -> None:
        self.language = language
        self._locale = BABEL_LOCALES[language]
        self._bundle = FluentBundle([self._locale.replace("_", "-")], use_isolating=False)
        # To read all messages of a language takes a fifth of a second: each is read when it is first asked for.
        self._unread: dict[str, str] = {}
        for source in (*_own_sources(language), *extra):
            for name, entry in _entries(source):
                self._unread.setdefault(name, entry)
        # A running bot says the same few thousand phrases again and again.
        self.say = lru_cache(maxsize=8192)(self._say)
        self.number = lru_cache(maxsize=8192)(self._number)
        self._day = lru_cache(maxsize=8192)(self._write_date)

    def has(self, message: str) -> bool:
        """Whether there is such a message."""
        self._read(message)
        return self._bundle.has_message(message)

    def _read(self, name: str) -> None:
        """Let Fluent read an entry, and those that it refers to."""
        if (entry := self._unread.pop(name, None)) is not None:
            self._bundle.add_resource(FluentResource(entry))
            for other in _ID.findall(entry):
                self._read(other)

    def _say(self, message: str, /, **arguments: Argument) -> str:
        """The message in this language, its arguments filled in."""
        pattern = self._bundle.get_message(message).value if self.has(message) else None
        if pattern is None:
            raise UnknownTextError(message)
        text, errors = self._bundle.format_pattern(pattern, arguments)
        if errors:
            raise UnknownTextError(message, *errors)
        return str(text)

    def _number(self, value: float) -> str:
        """A number as this language writes it: 9,000 or 9 000."""
        return str(format_decimal(value, locale=self._locale))

    def date(self, value: date | WrittenDate) -> str:
        """A date no more exact than it is known: "2 March 2022", "March 2022", and whether it was inferred."""
        if isinstance(value, date):
            return self._day(value.isoformat())
        written = self._day(value.text)
        return self.say("date-inferred", date=written) if value.inferred else written

    def _write_date(self, text: str) -> str:
        parts = [int(part) for part in text.split("-")]
        day = date(*(*parts, 1, 1)[:3])
        written = str(format_date(day, _PATTERNS[len(parts) - 1], locale=self._locale))
        return self.say("date-year", year=written) if len(parts) == 1 else written

    def join(self, items: Iterable[str]) -> str:
        """A list as this language writes it: "a, b and c"."""
        return str(format_list(list(items), locale=self._locale))


def _own_sources(language: str) -> list[str]:
    folder = files("bot.language").joinpath("locales", language)
    sources = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".ftl")), key=lambda entry: entry.name)
    return [entry.read_text(encoding="utf-8") for entry in sources]


def _entries(source: str) -> Iterator[tuple[str, str]]:
    """The messages and terms of a Fluent source, as they are written, by their names."""
    found = list(_ENTRY.finditer(source))
    ends = [entry.start() for entry in found[1:]] + [len(source)]
    return ((entry[1], source[entry.start() : end]) for entry, end in zip(found, ends, strict=True))


@lru_cache(maxsize=16)
def texts_for(language: str, *extra: str) -> Texts:
    """The texts of a language, made once and kept."""
    return Texts(language, extra)
