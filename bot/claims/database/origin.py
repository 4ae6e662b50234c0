"""From which package, and by which rules, the database was last loaded: cheap to ask, for a fast start."""

from __future__ import annotations

from pathlib import Path

from bot.claims.database.connection import ClaimDatabase
from bot.claims.package.files import signature

COMPUTATION = "2"  # raised when what is made of a package changes: every database is then made anew


def holds(database: ClaimDatabase, digest: str) -> bool:
    """Whether the database was last loaded from the package with that digest, by the rules of this program."""
    meta = dict(database.rows("SELECT key, value FROM meta"))
    return meta.get("digest") == digest and meta.get("computation") == COMPUTATION


def is_current(database: ClaimDatabase, folder: Path) -> bool:
    """The same for the package in a folder, by names, sizes and times of its files alone."""
    meta = dict(database.rows("SELECT key, value FROM meta"))
    return meta.get("computation") == COMPUTATION and meta.get("signature") == signature(folder)
