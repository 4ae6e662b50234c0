"""What the press of a button brings back: "verb:argument:argument", short, in ASCII, and safe to forge.

Ids of the package can be long, so a button carries a code made from them; what the code stands for is looked up among
the things there are, so that no press can name what does not exist.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.conversation.reply import LONGEST_ACTION

_ACTION = re.compile(r"[a-z]+(:[A-Za-z0-9_-]*)*", re.ASCII)
_DIGITS = "abcdefghijklmnopqrstuvwxyz234567"
_CODE_LENGTH = 7  # 35 bits: among a thousand things, two alike are one chance in sixty thousand
MOST_DIGITS = 15  # of a number that is looked up: more than any database counts to


class ForgedError(ValueError):
    """No button of this bot carries such an action."""


class ChangedError(LookupError):
    """What a button stood for is not there any more."""


@dataclass(frozen=True, slots=True)
class Action:
    """A press, taken apart."""

    verb: str
    arguments: tuple[str, ...] = ()

    def text(self, index: int) -> str:
        """An argument. Raises ForgedError where there is none."""
        if index >= len(self.arguments):
            raise ForgedError(self.verb)
        return self.arguments[index]

    def number(self, index: int, default: int = 0) -> int:
        """An argument that is a number, or the default where it is left out. Raises ForgedError."""
        if index >= len(self.arguments):
            return default
        digits = self.arguments[index]
        if not digits.isdecimal() or len(digits) > MOST_DIGITS:
            raise ForgedError(digits)
        return int(digits)


def write(verb: str, *arguments: str | int) -> str:
    """An action for a button."""
    return ":".join((verb, *map(str, arguments)))


def parse(action: str) -> Action:
    """Take an action apart. Raises ForgedError."""
    if len(action) > LONGEST_ACTION or not _ACTION.fullmatch(action):
        raise ForgedError(action)
    verb, *arguments = action.split(":")
    return Action(verb, tuple(arguments))


def code(*ids: str | None) -> str:
    """A short name for an id, or for several ids together: the same as long as they are."""
    number = int.from_bytes(hashlib.sha256("/".join(id_ or "" for id_ in ids).encode()).digest()[:5])
    return "".join(_DIGITS[number >> 5 * place & 31] for place in range(_CODE_LENGTH))


def decode(wanted: str, ids: Iterable[str]) -> str:
    """The id that a code stands for. Raises ChangedError."""
    found = [id_ for id_ in ids if code(id_) == wanted]
    if len(found) != 1:
        raise ChangedError(wanted)
    return found[0]
