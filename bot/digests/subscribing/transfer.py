"""Subscriptions as a file, to keep them or to take them to another chat.

The file holds what a subscriber chose, in the words of this program, and nothing about who that is: no chat, no person.
What comes back may be anything: it is read by a model that knows every field, all of it or nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, time
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, ValidationError

from bot.claims.model import LANGUAGES
from bot.digests.model import Frequency, Quiet, Rhythm, Selection, Subscription, Wanted, Wishes
from bot.digests.subscribing import schedule

FORMAT, VERSION = "claimbot-subscriptions", 1
MOST_BYTES = 100_000


class Why(StrEnum):
    """What is wrong with a file."""

    TOO_LARGE = "too-large"
    NOT_JSON = "not-json"
    NOT_OURS = "not-ours"  # some other JSON
    NEWER = "newer"  # written by a newer version of this program
    WRONG = "wrong"  # a field is missing, unknown or not as it should be: `where` says which
    UNKNOWN_TOPIC = "unknown-topic"  # the claims have no such topic, place or claimant: `where` says which
    TOO_MANY = "too-many"  # more than the chat may have


class TransferError(Exception):
    """A file cannot be taken in: why, and where in it ("subscriptions.3.zone")."""

    def __init__(self, why: Why, where: str = "") -> None:
        self.why = why
        self.where = where
        super().__init__(f"{why}: {where}" if where else str(why))


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a file."""

    added: tuple[Subscription, ...]
    known: int  # that the chat had already


def _minute(value: Any) -> Any:
    return datetime.strptime(value, "%H:%M").time() if isinstance(value, str) else value


Minute = Annotated[time, BeforeValidator(_minute), PlainSerializer(lambda at: f"{at:%H:%M}")]
Id = Annotated[str, Field(min_length=1, max_length=100, pattern=r"^[^\x00-\x1f]+$")]
Word = Annotated[str, Field(min_length=1, max_length=64, pattern=r"^[^\x00-\x1f]+$")]


def _spoken(language: str) -> str:
    if language not in LANGUAGES:
        raise ValueError(f"not one of {', '.join(LANGUAGES)}")
    return language


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class _Wanted(_Model):
    population: Id | None = None
    measure: Id | None = None
    object: Id | None = None
    place: Id | None = None
    claimant: Id | None = None


class _Quiet(_Model):
    start: Minute
    end: Minute


class _Subscription(_Model):
    wanted: Annotated[list[_Wanted], Field(max_length=20)]
    words: Annotated[list[Word], Field(max_length=20)] = []
    threshold: Annotated[int, Field(gt=0, le=10**9)] | None = None
    frequency: Annotated[Frequency, Field(strict=False)]
    at: Minute = time(9)
    zone: Annotated[str, Field(max_length=64)] = "UTC"
    weekday: Annotated[int, Field(ge=0, le=6)] | None = None
    day: Annotated[int, Field(ge=1, le=31)] | None = None
    quiet: _Quiet | None = None
    language: Annotated[str, AfterValidator(_spoken)]
    always: bool = False
    silent: bool = False
    pinned: bool = False


class _File(_Model):
    format: str
    version: Literal[1]
    subscriptions: list[_Subscription]


def export(subscriptions: Iterable[Subscription]) -> bytes:
    """The choices of subscriptions as a file: UTF-8 JSON, to be read by people too."""
    file = {
        "format": FORMAT,
        "version": VERSION,
        "subscriptions": [_to_json(each.wishes) for each in subscriptions],
    }
    return (json.dumps(file, ensure_ascii=False, indent=2) + "\n").encode()


def read(data: bytes) -> list[Wishes]:
    """What a file asks for; TransferError where it cannot be taken in."""
    if len(data) > MOST_BYTES:
        raise TransferError(Why.TOO_LARGE)
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        raise TransferError(Why.NOT_JSON) from None
    _check_head(found)
    try:
        file = _File.model_validate(found)
    except ValidationError as error:
        raise TransferError(Why.WRONG, _where(error.errors()[0]["loc"])) from None
    return [_wishes(each, number) for number, each in enumerate(file.subscriptions)]


def _check_head(found: object) -> None:
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise TransferError(Why.NOT_OURS)
    version = found.get("version")
    if isinstance(version, int) and version > VERSION:
        raise TransferError(Why.NEWER)


def _where(location: Sequence[int | str]) -> str:
    """Where in the file, counted from 1 as people do."""
    return ".".join(str(step + 1 if isinstance(step, int) else step) for step in location)


def _to_json(wishes: Wishes) -> dict[str, Any]:
    rhythm, selection = wishes.rhythm, wishes.selection
    quiet = _Quiet(start=rhythm.quiet.start, end=rhythm.quiet.end) if rhythm.quiet else None
    kept = _Subscription(
        wanted=[_Wanted(**asdict(each)) for each in selection.wanted],
        words=list(selection.words),
        threshold=selection.threshold,
        frequency=rhythm.frequency,
        at=rhythm.at,
        zone=rhythm.zone,
        weekday=rhythm.weekday,
        day=rhythm.day,
        quiet=quiet,
        language=wishes.language,
        always=wishes.always,
        silent=wishes.silent,
        pinned=wishes.pinned,
    )
    return kept.model_dump(mode="json", exclude_none=True)


def _wishes(kept: _Subscription, number: int) -> Wishes:
    quiet = Quiet(kept.quiet.start, kept.quiet.end) if kept.quiet else None
    rhythm = Rhythm(kept.frequency, kept.at, kept.zone, kept.weekday, kept.day, quiet)
    try:
        schedule.check(rhythm)
    except ValueError as error:
        field = str(error).partition(":")[0].partition(",")[0]
        raise TransferError(Why.WRONG, _where(("subscriptions", number, field))) from None
    selection = Selection(tuple(Wanted(**each.model_dump()) for each in kept.wanted), tuple(kept.words), kept.threshold)
    return Wishes(selection, rhythm, kept.language, kept.always, kept.silent, kept.pinned)
