"""Loading a claim package into the database: in place, by id, in one transaction, each change kept as a revision."""
# ruff: noqa: S608 - SQL is put together from the names of tables and columns; every value is a bound parameter

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from bot.claims.checks.check import check
from bot.claims.database import counts
from bot.claims.database.claimwriter import ClaimWriter, upsert
from bot.claims.database.connection import ClaimDatabase
from bot.claims.database.origin import COMPUTATION, holds, is_current
from bot.claims.database.searchtext import SearchText
from bot.claims.database.stated import claims_of
from bot.claims.database.terms import terms_of
from bot.claims.model import Change
from bot.claims.package.interest import Computation, unknown_rules
from bot.claims.package.reader import Package, PackageError, Problem
from bot.claims.tables import ENTITIES, Caveat, ClaimRow, Named, Row, SourceRow

Progress = Callable[[int, int], None]

_REPORT_EVERY = 500  # claims between two calls of `progress`
# Claims come by date, indexes stand by topic: with SQLite's own 2 MB each row is written far apart.
_CACHE_KIB = 128 * 1024


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did. `revision` is the database's revision number after it."""

    revision: int
    added: int = 0
    changed: int = 0
    retired: int = 0
    restored: int = 0
    repeated: bool = False  # the database held this very package already: nothing was written


def load(database: ClaimDatabase, package: Package, *, by: str, progress: Progress | None = None) -> LoadReport:
    """Bring the database in line with a package; PackageError, and nothing done, where the package has errors."""
    if holds(database, package.digest):
        return _repeated(database, package)
    problems = [*filter(lambda problem: problem.is_error, check(package)), *_unknown_rules(package)]
    if problems:
        raise PackageError(problems)
    try:
        with database.caching(_CACHE_KIB), database.writing():
            if not holds(database, package.digest):  # nobody else loaded it before the lock was ours
                return _Load(database, package, by).run(progress)
    except sqlite3.IntegrityError as error:
        what = f"its rows do not fit together ({error})"
        raise PackageError([Problem(package.path.name, None, None, what, "check the package")]) from error
    return _repeated(database, package)


def _repeated(database: ClaimDatabase, package: Package) -> LoadReport:
    if not is_current(database, package.path):  # the same content in files of another time, or in another folder
        with database.writing():
            _remember(database, {"signature": package.signature})
    return LoadReport(int(database.value("SELECT max(id) FROM loads")), repeated=True)


def _unknown_rules(package: Package) -> list[Problem]:
    fix = "write the name of a rule, or leave the cell empty and name the caveat on the claims it applies to"
    return [
        Problem("caveats.csv", package.row_number(row), "rule", f"there is no rule “{row.rule}”", fix)
        for row in unknown_rules(package.rows(Caveat))
    ]


class _Load:
    """One load, within its transaction."""

    def __init__(self, database: ClaimDatabase, package: Package, by: str) -> None:
        self._database = database
        self._package = package
        self._revision = self._begin(by)

    def run(self, progress: Progress | None) -> LoadReport:
        for model in ENTITIES:
            self._write_entities(model)
        changes = self._write_claims(progress)
        counts.write(self._database)
        self._write_words_and_texts()
        self._database.run(
            "UPDATE loads SET added = ?, changed = ?, retired = ?, restored = ? WHERE id = ?",
            (*(changes[change] for change in Change), self._revision),
        )
        _remember(self._database, self._meta())
        return LoadReport(
            self._revision,
            added=changes[Change.ADDED],
            changed=changes[Change.CHANGED],
            retired=changes[Change.RETIRED],
            restored=changes[Change.RESTORED],
        )

    def _begin(self, by: str) -> int:
        head = self._package.descriptor
        self._database.run(
            """INSERT INTO loads (at, by, package, version, digest, added, changed, retired, restored)
            VALUES (?, ?, ?, ?, ?, 0, 0, 0, 0)""",
            (datetime.now(UTC).isoformat(timespec="seconds"), by, head.name, head.version, self._package.digest),
        )
        return int(self._database.value("SELECT max(id) FROM loads"))

    def _write_entities(self, model: type[Row]) -> None:
        rows, columns = self._package.rows(model), list(model.model_fields)
        self._database.run_many(
            upsert(model.table, [*columns, "retired_in"]),
            ([*(_cell(getattr(row, column)) for column in columns), None] for row in rows),
        )
        self._database.run(
            f"""UPDATE "{model.table}" SET retired_in = ? WHERE retired_in IS NULL
            AND id NOT IN (SELECT value FROM json_each(?))""",
            (self._revision, json.dumps([key for row in rows for key in row.model_dump(include={"id"}).values()])),
        )

    def _write_claims(self, progress: Progress | None) -> Counter[Change]:
        computation, texts, sources = Computation.for_package(self._package), SearchText(self._package), self._sources()
        writer = ClaimWriter(self._database, self._revision)
        total = len(self._package.rows(ClaimRow))
        for done, rows in enumerate(claims_of(self._package), start=1):
            printed_in = [sources[appearance.source] for appearance in rows.appearances]
            writer.write(rows, computation.of(rows.claim, printed_in, rows.relations), texts.of(rows))
            if progress is not None and (done % _REPORT_EVERY == 0 or done == total):
                progress(done, total)
        writer.finish()
        return writer.counts

    def _sources(self) -> dict[str, SourceRow]:
        return {row.id: row for row in self._package.rows(SourceRow)}

    def _write_words_and_texts(self) -> None:
        self._database.run("DELETE FROM words")
        self._database.run_many(
            "INSERT INTO words (language, kind, target, form) VALUES (?, ?, ?, ?)",
            ((word.language, word.kind, word.target, word.form) for word in self._package.words),
        )
        self._database.run("DELETE FROM texts")
        self._database.run_many("INSERT INTO texts (language, fluent) VALUES (?, ?)", self._package.texts.items())

    def _meta(self) -> dict[str, str]:
        head, settings = self._package.descriptor, self._package.descriptor.claimbot
        totals = "SELECT count(*), max(as_of_last) FROM claims WHERE retired_in IS NULL"
        ((total, newest),) = self._database.rows(totals)
        return {
            "package": head.name,
            "title": head.title,
            "version": head.version,
            "digest": self._package.digest,
            "signature": self._package.signature,
            "computation": COMPUTATION,
            "start": settings.start.isoformat(),
            "total": str(total),
            "newest": newest or settings.start.isoformat(),
            "languages": " ".join(settings.languages),
            "fell_silent_days": str(settings.fell_silent_days),
            "terms": terms_of(head),
            "words": self._worded(),
        }

    def _worded(self) -> str:
        """A digest of every word and name, in their order: whether what is made of them still holds."""
        digest = hashlib.sha256()
        for query in (
            "SELECT language, kind, target, form FROM words ORDER BY id",
            *(
                f'SELECT * FROM "{model.table}" WHERE retired_in IS NULL ORDER BY rowid'
                for model in ENTITIES
                if issubclass(model, Named)
            ),
        ):
            for row in self._database.rows(query):
                digest.update(repr(row).encode())
        return digest.hexdigest()


def _remember(database: ClaimDatabase, meta: Mapping[str, str]) -> None:
    database.run_many(upsert("meta", ("key", "value"), key="key"), meta.items())


def _cell(value: object) -> object:
    if isinstance(value, tuple):
        return json.dumps(value, ensure_ascii=False)
    return value.isoformat() if isinstance(value, date) else value
