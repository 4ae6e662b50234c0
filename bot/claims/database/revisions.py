"""What loads did to claims, as the database recorded it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from bot.claims.database.connection import ClaimDatabase
from bot.claims.model import Change

if TYPE_CHECKING:
    from bot.claims.database.stated import Stated


@dataclass(frozen=True, slots=True)
class Load:
    """One load of a package. Its id is the database's revision number from then on."""

    id: int
    at: datetime
    by: str
    package: str
    version: str
    digest: str
    added: int
    changed: int
    retired: int
    restored: int


@dataclass(frozen=True, slots=True)
class Revision:
    """One change to one claim: all that the package stated of it before and after (None: it left the package)."""

    id: int
    claim: str
    load: int
    at: datetime
    by: str
    change: Change
    old: Stated
    new: Stated | None


def loads(database: ClaimDatabase) -> list[Load]:
    """Every load, the oldest first."""
    rows = database.rows(
        "SELECT id, at, by, package, version, digest, added, changed, retired, restored FROM loads ORDER BY id"
    )
    return [Load(id_, datetime.fromisoformat(at), *rest) for id_, at, *rest in rows]


def revisions(database: ClaimDatabase, claim: str | None = None, since: int | None = None) -> list[Revision]:
    """Changes to claims, the oldest first: of one claim, or of loads after number `since`."""
    rows = database.rows(
        """SELECT revisions.id, revisions.claim, revisions.load, loads.at, loads.by, revisions.change,
        revisions.old, revisions.new
        FROM revisions JOIN loads ON loads.id = revisions.load
        WHERE (:claim IS NULL OR revisions.claim = :claim) AND revisions.load > :since ORDER BY revisions.id""",
        {"claim": claim, "since": since or 0},
    )
    return [
        Revision(
            id=id_,
            claim=claim_id,
            load=load,
            at=datetime.fromisoformat(at),
            by=by,
            change=Change(change),
            old=json.loads(old),
            new=json.loads(new) if new else None,
        )
        for id_, claim_id, load, at, by, change, old, new in rows
    ]
