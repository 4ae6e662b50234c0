"""An error inside: its short id, what the user is told, and what the operator is told.

Neither may learn of a person from it. Messages of exceptions are therefore left out (a KeyError has the key, a refusal
by Telegram a part of the text that was sent), save those of errors that were written for operators.
"""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath
from types import MappingProxyType

from bot.chats.ids import short_id
from bot.chats.trouble import BackupError, ChatsError
from bot.claims.database.connection import StoreError
from bot.telegram.secrets import Redactor

APOLOGY = "error-apology"  # the id of a text; it takes the incident's id as $id
ID_LENGTH = 6

# Their messages name a file or a server and the remedy, nothing else.
_FOR_OPERATORS = (ChatsError, StoreError, BackupError)
_MOST_CAUSES = 5
_MOST_FRAMES = 8


@dataclass(frozen=True, slots=True)
class Cause:
    """An exception without its message: what kind, and where it passed, the place it was raised at last."""

    kind: str
    frames: tuple[str, ...]
    said: str | None = None  # only where it was written for operators


@dataclass(frozen=True, slots=True)
class Incident:
    """An error inside, without texts and persons."""

    id: str
    at: datetime
    doing: str  # what was being handled: the kind of an update, a job
    causes: tuple[Cause, ...]  # the error, then what it came of

    @property
    def fingerprint(self) -> str:
        """The same for errors of the same kinds at the same places: a report of one is enough for a while."""
        parts = [part for cause in self.causes for part in (cause.kind, *cause.frames[-1:])]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]


def incident(error: BaseException, doing: str, at: datetime, id_: str | None = None) -> Incident:
    """What may be told of an error; `doing` names the kind of what was handled, never its content."""
    return Incident(id_ or short_id(ID_LENGTH), at, doing, tuple(map(_cause, _chain(error))))


def causes(error: BaseException) -> list[str]:
    """The same of an error that is no incident, in lines."""
    return _lines(tuple(map(_cause, _chain(error))))


def apology(happened: Incident) -> tuple[str, Mapping[str, str]]:
    """What the user is told: the id of a text and its arguments."""
    return APOLOGY, MappingProxyType({"id": happened.id})


def report(happened: Incident, version: str, redactor: Redactor) -> str:
    """What the operator is told, as plain text."""
    lines = [
        f"incident {happened.id} at {happened.at:%Y-%m-%d %H:%M:%S %Z}",
        f"version {version}, while handling: {happened.doing}, kind {happened.fingerprint}",
    ]
    return redactor.redact("\n".join(lines + _lines(happened.causes)))


def _lines(causes: Sequence[Cause]) -> list[str]:
    lines = []
    for number, cause in enumerate(causes):
        lines.append(f"{'because of ' if number else ''}{cause.kind}{f': {cause.said}' if cause.said else ''}")
        lines += [f"  {frame}" for frame in cause.frames]
    return lines


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    following: BaseException | None = error
    while following is not None and id(following) not in seen and len(seen) < _MOST_CAUSES:
        seen.add(id(following))
        yield following
        following = following.__cause__ or (None if following.__suppress_context__ else following.__context__)


def _cause(error: BaseException) -> Cause:
    kind = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    frames = [_frame(frame) for frame in traceback.extract_tb(error.__traceback__)]
    return Cause(kind, tuple(frames[-_MOST_FRAMES:]), str(error) if isinstance(error, _FOR_OPERATORS) else None)


def _frame(frame: traceback.FrameSummary) -> str:
    """The last parts of the path, the line and the function: not where on this machine it is, not what it says."""
    path = "/".join(PurePath(frame.filename).parts[-3:])
    return f"{path}:{frame.lineno} {frame.name}"
