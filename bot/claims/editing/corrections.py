"""The public log of corrections: every change to what a claim says that the database has recorded, newest first.

That a claimant replaced a total by a newer one is news, not a correction; it is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.claims.database.connection import ClaimDatabase
from bot.claims.database.revisions import Revision, revisions
from bot.claims.database.stated import Stated
from bot.claims.editing.diff import FieldChange, changed_fields
from bot.claims.model import Change, Status

# What a reader may have relied on: another value, status, date, topic or speaker. Caveats and prints only add to that.
_SUBSTANCE = (
    "population",
    "measure",
    "object",
    "subject",
    "place",
    "claimant",
    "spokesperson",
    "low",
    "high",
    "qualifier",
    "counting",
    "per",
    "period_start",
    "as_of",
    "as_of_inferred",
    "said_on",
    "method",
    "status",
)
_COURSE_OF_THINGS = frozenset({Status.STANDING.value, Status.SUPERSEDED.value})


@dataclass(frozen=True, slots=True)
class Correction:
    """A change to what one claim says, or its removal (no `new`)."""

    claim: str
    on: date
    version: str  # of the package that brought it
    change: Change
    fields: tuple[FieldChange, ...]
    reasons: tuple[str, ...]  # ids of notes that explain it
    old: Stated
    new: Stated | None


def corrections(database: ClaimDatabase, since: date | None = None) -> list[Correction]:
    """Every correction, the newest first; with `since`, those of that day and later."""
    versions: dict[int, str] = dict(database.rows("SELECT id, version FROM loads"))
    found = [
        correction
        for revision in revisions(database)
        if since is None or revision.at.date() >= since
        for correction in _correction(revision, versions[revision.load])
    ]
    return found[::-1]


def _correction(revision: Revision, version: str) -> Iterator[Correction]:
    fields = () if revision.new is None else _substance(revision.old, revision.new)
    if not fields and revision.change is Change.CHANGED:
        return
    yield Correction(
        claim=revision.claim,
        on=revision.at.date(),
        version=version,
        change=revision.change,
        fields=fields,
        reasons=_reasons(revision.old, revision.new) if revision.new is not None else (),
        old=revision.old,
        new=revision.new,
    )


def _substance(old: Stated, new: Stated) -> tuple[FieldChange, ...]:
    changed = [change for change in changed_fields(old, new) if change.field in _SUBSTANCE]
    return tuple(
        change for change in changed if change.field != "status" or not {change.old, change.new} <= _COURSE_OF_THINGS
    )


def _reasons(old: Stated, new: Stated) -> tuple[str, ...]:
    """The reason of the status, and notes that came with the change."""
    given = [new["status_reason"]] if new["status_reason"] != old["status_reason"] else []
    given += [note for note in new["notes"] if note not in old["notes"]]
    return tuple(dict.fromkeys(note for note in given if note))
