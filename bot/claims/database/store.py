"""The store of claims: one database file, loaded from a claim package, read by questions and answers.

    with Store.open(path) as store:
        store.load(read_package(folder), by="a name for the log")
        figures = store.find.figures(Selection(topic))

A Store belongs to the thread that opened it; opening one is cheap. Another process may load a package meanwhile: the
next look at `meta`, `catalog` or `find` sees it, and `reading()` holds several queries to one state.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from bot.claims.database.catalog import Catalog
from bot.claims.database.connection import ClaimDatabase, StoreError, Trouble
from bot.claims.database.find import Find
from bot.claims.database.origin import is_current
from bot.claims.database.revisions import Load, Revision, loads, revisions
from bot.claims.database.selection import Selection
from bot.claims.database.terms import Terms, terms_from
from bot.claims.model import Figure, Word

if TYPE_CHECKING:
    from bot.claims.database.load import LoadReport, Progress
    from bot.claims.package.reader import Package

__all__ = ["Meta", "Selection", "Store", "StoreError", "Trouble"]


@dataclass(frozen=True, slots=True)
class Meta:
    """What the database holds, in short."""

    package: str
    title: str
    version: str
    digest: str
    words: str  # a digest of its words and names: new claims seldom bring others
    revision: int  # of the database: the number of its last load
    loaded_at: datetime
    start: date  # the day on which the counted losses begin
    newest: date  # the newest as-of date of any figure
    languages: tuple[str, ...]
    fell_silent_days: int  # a claimant without a new total for so long has fallen silent
    total: int  # figures
    terms: Terms


class _View:
    """What is kept in memory of one state of the database."""

    def __init__(self, database: ClaimDatabase) -> None:
        self._database = database
        self.state = database.state()
        self.catalog = Catalog(database)
        self.find = Find(database, self.catalog)

    @cached_property
    def meta(self) -> Meta:
        with self._database.reading():
            said = dict(self._database.rows("SELECT key, value FROM meta"))
            last = self._database.rows("SELECT id, at FROM loads ORDER BY id DESC LIMIT 1")
        if not last:
            raise StoreError(Trouble.EMPTY, self._database.path)
        revision, at = last[0]
        return Meta(
            package=said["package"],
            title=said["title"],
            version=said["version"],
            digest=said["digest"],
            words=said["words"] if "words" in said else said["digest"],  # a load of long ago did not tell
            revision=revision,
            loaded_at=datetime.fromisoformat(at),
            start=date.fromisoformat(said["start"]),
            newest=date.fromisoformat(said["newest"]),
            languages=tuple(said["languages"].split()),
            fell_silent_days=int(said["fell_silent_days"]),
            total=int(said["total"]),
            terms=terms_from(said.get("terms")),
        )


class Store:
    """See the module's description."""

    def __init__(self, database: ClaimDatabase) -> None:
        self.database = database
        self._forget()

    @classmethod
    def open(cls, path: Path, *, create: bool = True) -> Self:
        """Open a database, made or brought to the newest schema where needed; StoreError where that is impossible."""
        return cls(ClaimDatabase(path, create=create))

    def close(self) -> None:
        """Close the file."""
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def load(self, package: Package, *, by: str, progress: Progress | None = None) -> LoadReport:
        """Bring the database in line with a package: all of it, or (PackageError, StoreError) nothing."""
        from bot.claims.database.load import load  # noqa: PLC0415  answering needs nothing of it

        try:
            return load(self.database, package, by=by, progress=progress)
        finally:
            self._forget()

    def is_current(self, package: Path) -> bool:
        """Whether the package in that folder is what was last loaded, by names, sizes and times of its files alone."""
        return is_current(self.database, package)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Hold the queries inside to one state of the database, whatever is loaded meanwhile."""
        with self.database.reading():
            yield

    @property
    def meta(self) -> Meta:
        """What the database holds; StoreError where no package was loaded yet."""
        self._notice_loads()
        return self._view.meta

    @property
    def catalog(self) -> Catalog:
        """The named things of the package."""
        self._notice_loads()
        return self._view.catalog

    @property
    def find(self) -> Find:
        """Queries for figures; StoreError where no package was loaded yet."""
        _ = self.meta  # an empty database must not look like one without figures
        return self._view.find

    def search(self, text: str, limit: int) -> list[Figure]:
        """Figures by the words of their names, topics, quotes and notes, the best match first."""
        return self.find.search(text, limit)

    def words(self, kinds: Collection[str] | None = None) -> Sequence[Word]:
        """The vocabulary of the package, or of it the words of some kinds."""
        asked = json.dumps(sorted(kinds)) if kinds is not None else None
        rows = self.database.rows(
            "SELECT language, kind, target, form FROM words"
            " WHERE ?1 IS NULL OR kind IN (SELECT value FROM json_each(?1)) ORDER BY id",
            (asked,),
        )
        return [Word(*row) for row in rows]

    def kept(self, name: str, made_of: str) -> str | None:
        """A text that was kept under that name, if it was made of the same."""
        found = self.database.value("SELECT value FROM kept WHERE name = ? AND made_of = ?", (name, made_of))
        return None if found is None else str(found)

    def kept_digest(self, name: str, made_of: str) -> str | None:
        """The SHA-256 digest of such a text: to read megabytes as a text holds up every thread, this does not."""
        query = "SELECT CAST(value AS BLOB) FROM kept WHERE name = ? AND made_of = ?"
        found = self.database.value(query, (name, made_of))
        return None if found is None else hashlib.sha256(found).hexdigest()

    def keep(self, name: str, made_of: str, value: str) -> bool:
        """Keep a text in place of what that name had; False where the file cannot be written to just now."""
        try:
            with self.database.writing():
                self.database.run("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", (name, made_of, value))
        except StoreError:
            return False
        return True

    def texts(self, language: str) -> str:
        """The package's Fluent source in a language; empty where it has none."""
        return str(self.database.value("SELECT fluent FROM texts WHERE language = ?", (language,)) or "")

    def loads(self) -> list[Load]:
        """Every load, the oldest first."""
        return loads(self.database)

    def revisions(self, claim_id: str | None = None, since: int | None = None) -> list[Revision]:
        """Changes to claims, the oldest first: of one claim, or of loads after revision `since` of the database."""
        return revisions(self.database, claim_id, since)

    def _forget(self) -> None:
        self._view = _View(self.database)

    def _notice_loads(self) -> None:
        if self.database.state() != self._view.state:
            self._forget()
