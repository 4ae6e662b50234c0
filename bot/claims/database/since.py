"""What became of claims since an earlier state of the database: one that a load made, or what was known by a day."""
# ruff: noqa: S608 - SQL is put together from constants of this package only; every value is a bound parameter

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date

from bot.claims.database.connection import ClaimDatabase
from bot.claims.database.figures import COLUMNS, OLDEST_FIRST, figures
from bot.claims.model import Figure


def revision_of(database: ClaimDatabase, digest: str) -> int | None:
    """The number of the last load of the package with that digest; None where it never was loaded here."""
    found = database.value("SELECT max(id) FROM loads WHERE digest = ?", (digest,))
    return None if found is None else int(found)


def added(database: ClaimDatabase, revision: int | None, day: date) -> list[str]:
    """The claims that came after a revision; without one, those that became known after a day."""
    condition, since = ("added_in > ?", revision) if revision is not None else ("known_on > ?", day.isoformat())
    rows = database.rows(f"SELECT id FROM claims WHERE {condition} AND retired_in IS NULL", (since,))
    return [id_ for (id_,) in rows]


def figures_of(database: ClaimDatabase, ids: Collection[str]) -> list[Figure]:
    """The figures with those ids by as-of date, those that have left the package among them."""
    sql = f"SELECT {COLUMNS} FROM claims WHERE id IN (SELECT value FROM json_each(?)) ORDER BY {OLDEST_FIRST}"
    return figures(database, database.rows(sql, (json.dumps(list(ids)),)))
