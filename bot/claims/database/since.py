"""What became of claims since an earlier state of the database: as a load left it, or what was known by a day."""
# ruff: noqa: S608 - SQL is put together from constants of this package only; every value is a bound parameter

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from bot.claims.database.connection import ClaimDatabase
from bot.claims.database.figures import COLUMNS, NEWEST_FIRST, OLDEST_FIRST, figures
from bot.claims.model import Change, Counting, Figure, PartialDate, Qualifier, Status, Topic, Value

if TYPE_CHECKING:
    from bot.claims.database.stated import Stated

_STANDING_TOTAL = f"counting = '{Counting.CUMULATIVE}' AND status = '{Status.STANDING}' AND topic IS NOT NULL"
_WANTED = "(SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class Line:
    """The totals that one claimant gives of one matter, counted from the same day."""

    claimant: str
    topic: str
    place: str | None
    period_start: str | None


@dataclass(frozen=True, slots=True)
class LineTotal:
    """One of them, in short."""

    id: str
    value: Value
    as_of: PartialDate


@dataclass(frozen=True, slots=True)
class Was:
    """A claim as it was: all that the package stated of it, and whether it was in the package at all."""

    stated: Stated
    there: bool


@dataclass(frozen=True, slots=True)
class LastTotals:
    """The day of the newest standing total of each claimant and matter, and the newest day of any figure."""

    newest: date
    of: dict[tuple[str, str, str | None], date]


class Since:
    """The time after an earlier state: the one that load number `revision` left, else what was known by `day`."""

    def __init__(self, database: ClaimDatabase, revision: int | None, day: date) -> None:
        self._database = database
        self._revision = revision
        self._day = day.isoformat()

    def added(self) -> list[str]:
        """The claims that are there now and were not then."""
        if self._revision is None:
            return self._ids("known_on > ? AND retired_in IS NULL", self._day)
        return self._ids("added_in > ? AND retired_in IS NULL", self._revision)

    @cached_property
    def was(self) -> dict[str, Was]:
        """The claims whose statement has changed since, as they were; empty where only a day is known."""
        if self._revision is None:
            return {}
        rows = self._database.rows(
            """SELECT claim, change, old FROM revisions JOIN claims ON claims.id = revisions.claim
            WHERE revisions.id IN (SELECT min(id) FROM revisions WHERE load > ? GROUP BY claim) AND added_in <= ?""",
            (self._revision, self._revision),
        )
        return {claim: Was(json.loads(old), there=change != Change.RESTORED) for claim, change, old in rows}

    def gone(self) -> frozenset[str]:
        """Those of them that have left the package."""
        condition = f"retired_in IS NOT NULL AND id IN {_WANTED}"
        return frozenset(self._ids(condition, json.dumps(list(self.was))))

    def ended(self) -> list[str]:
        """Where only a day is known: the claims that were known by then and have stopped standing since."""
        if self._revision is not None:
            return []
        condition = f"status <> '{Status.STANDING}' AND status_date > ?1 AND (known_on IS NULL OR known_on <= ?1)"
        return self._ids(f"{condition} AND retired_in IS NULL", self._day)

    def last_totals(self) -> LastTotals:
        """How far the totals reached then."""
        if self._revision is None:
            return self._last_totals("known_on <= ?", (self._day,))
        unchanged = "added_in <= ? AND id NOT IN (SELECT claim FROM revisions WHERE load > ?)"
        last = self._last_totals(unchanged, (self._revision, self._revision))
        newest = last.newest
        for was in filter(lambda was: was.there, self.was.values()):
            stated, day = was.stated, PartialDate(was.stated["as_of"]).last
            newest = max(newest, day)
            if (stated["counting"], stated["status"]) == (Counting.CUMULATIVE, Status.STANDING) and stated["measure"]:
                topic = Topic(stated["population"], stated["measure"], stated["object"])
                key = (stated["claimant"], str(topic), stated["place"])
                last.of[key] = max(day, last.of.get(key, day))
        return LastTotals(newest, last.of)

    def last_totals_now(self) -> LastTotals:
        """How far the totals reach now."""
        return self._last_totals("TRUE", ())

    def _last_totals(self, condition: str, parameters: tuple[object, ...]) -> LastTotals:
        there = f"{condition} AND retired_in IS NULL"
        newest = self._database.value(f"SELECT max(as_of_last) FROM claims WHERE {there}", parameters)
        rows = self._database.rows(
            f"""SELECT claimant, topic, place, max(as_of_last) FROM claims WHERE {there} AND {_STANDING_TOTAL}
            GROUP BY claimant, topic, place""",
            parameters,
        )
        of = {(claimant, topic, place): date.fromisoformat(last) for claimant, topic, place, last in rows}
        return LastTotals(date.fromisoformat(newest) if newest else date.min, of)

    def _ids(self, condition: str, *parameters: object) -> list[str]:
        return [id_ for (id_,) in self._database.rows(f"SELECT id FROM claims WHERE {condition}", parameters)]


def revision_of(database: ClaimDatabase, digest: str) -> int | None:
    """The number of the last load of the package with that digest; None where it never was loaded here."""
    found = database.value("SELECT max(id) FROM loads WHERE digest = ?", (digest,))
    return None if found is None else int(found)


def newest_known(database: ClaimDatabase) -> date:
    """The last day on which anything became known; the first day there is, where nothing is dated."""
    found = database.value("SELECT max(known_on) FROM claims WHERE retired_in IS NULL")
    return date.fromisoformat(found) if found else date.min


def figures_of(database: ClaimDatabase, ids: Collection[str]) -> list[Figure]:
    """The figures with those ids by as-of date, those that have left the package among them."""
    sql = f"SELECT {COLUMNS} FROM claims WHERE id IN {_WANTED} ORDER BY {OLDEST_FIRST}"
    return figures(database, database.rows(sql, (json.dumps(list(ids)),)))


def line_totals(database: ClaimDatabase, line: Line) -> tuple[LineTotal, ...]:
    """The totals of a line by as-of date, also those that newer ones have superseded."""
    rows = database.rows(
        f"""SELECT id, low, high, qualifier, as_of, as_of_inferred FROM claims
        WHERE topic = ? AND place IS ? AND claimant = ? AND period_start IS ? AND counting = '{Counting.CUMULATIVE}'
        AND status IN ('{Status.STANDING}', '{Status.SUPERSEDED}') AND retired_in IS NULL ORDER BY {OLDEST_FIRST}""",
        (line.topic, line.place, line.claimant, line.period_start),
    )
    return tuple(_line_total(row) for row in rows)


def last_total(database: ClaimDatabase, claimant: str, topic: str, place: str | None) -> str:
    """The newest standing total of a claimant that has one."""
    sql = f"""SELECT id FROM claims WHERE claimant = ? AND topic = ? AND place IS ? AND {_STANDING_TOTAL}
        AND retired_in IS NULL ORDER BY {NEWEST_FIRST} LIMIT 1"""
    return str(database.value(sql, (claimant, topic, place)))


def newest_standing(database: ClaimDatabase) -> list[str]:
    """Of each claimant, topic and place the newest standing total, and the newest standing number on a day."""
    rows = database.rows(
        f"""SELECT id FROM (SELECT id, row_number() OVER (
            PARTITION BY claimant, topic, place, counting ORDER BY {NEWEST_FIRST}
        ) AS place_in_line FROM claims
        WHERE counting IN ('{Counting.CUMULATIVE}', '{Counting.STOCK}') AND status = '{Status.STANDING}'
        AND topic IS NOT NULL AND retired_in IS NULL) WHERE place_in_line = 1"""
    )
    return [id_ for (id_,) in rows]


def texts_of(database: ClaimDatabase, ids: Collection[str]) -> dict[str, str]:
    """The words by which search finds these claims, in all languages: names, topic, quotes, notes."""
    sql = f"SELECT claim, names, topic, quotes, notes FROM claim_texts WHERE claim IN {_WANTED}"
    return {claim: " ".join(texts) for claim, *texts in database.rows(sql, (json.dumps(list(ids)),))}


def _line_total(row: tuple[Any, ...]) -> LineTotal:
    id_, low, high, qualifier, as_of, inferred = row
    return LineTotal(id_, Value(low, high, Qualifier(qualifier)), PartialDate(as_of, bool(inferred)))
