"""Counting figures: the table `counts` says how many each claimant has in each month, written when a package is loaded.

A month that lies within the limits of a selection is added as a whole, one outside is left alone; only in a month that
a limit cuts is each figure looked at. So to count takes no longer where a topic has many more figures.
"""
# ruff: noqa: S608 - SQL is put together from constants of this package only; every value is a bound parameter

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date

from bot.claims.database.connection import ClaimDatabase
from bot.claims.database.selection import ClaimantCount, Selection, TopicCount
from bot.claims.model import Counting, Topic

_OF_TOPIC = "topic = :topic AND place IS :place"
_ADDED = "claimant, total, undated, as_of_last_least, as_of_last_most, interest"
_EACH = "SELECT claims.claimant, 1, claims.known_on IS NULL, claims.as_of_last, claims.as_of_last, claims.interest"
_OF_CUT_MONTHS = f"""{_EACH} FROM touched CROSS JOIN claims INDEXED BY claims_by_counting
    ON claims.topic = :topic AND claims.place IS :place AND claims.counting = touched.counting
    AND claims.claimant = touched.claimant
    AND claims.as_of_last BETWEEN touched.as_of_last_least AND touched.as_of_last_most
    WHERE NOT whole AND claims.retired_in IS NULL"""
# Who spoke does not stand in the table: what a person said is found by an index of persons.
_OF_PERSONS = f"""{_EACH} FROM claims INDEXED BY claims_by_spokesperson
    WHERE spokesperson IN (SELECT value FROM json_each(:persons)) AND {_OF_TOPIC} AND claims.retired_in IS NULL
    AND claimant NOT IN (SELECT value FROM json_each(:claimants))"""


def write(database: ClaimDatabase) -> None:
    """Count the claims that the database has now."""
    database.run("DELETE FROM counts")
    database.run("INSERT INTO counts SELECT * FROM counts_of_claims")


def topics(database: ClaimDatabase) -> list[TopicCount]:
    """How many figures there are of each topic, place and way of counting."""
    rows = database.rows("SELECT topic, place, counting, sum(total) FROM counts GROUP BY 1, 2, 3")
    split = ((topic.split("/"), place or "", counting, total) for topic, place, counting, total in rows)
    return [TopicCount(Topic(*t), place or None, Counting(counting), n) for t, place, counting, n in sorted(split)]


class Counted:
    """What there is of a selection. `claimants` are those that it names, with what is below them."""

    def __init__(self, database: ClaimDatabase, selection: Selection, claimants: Collection[str]) -> None:
        self._database = database
        self._selection = selection
        self._given: dict[str, object] = {"topic": str(selection.topic), "place": selection.place}
        self._months = self._beginning(claimants)

    def by_claimant(self) -> tuple[ClaimantCount, ...]:
        """How many figures each claimant has, and from when to when, in the order of their first as-of dates."""
        rows = self._database.rows(
            f"""{self._months} SELECT claimant, sum(total), min(as_of_last_least), max(as_of_last_most) FROM months
            GROUP BY claimant ORDER BY min(as_of_last_least), min(interest), claimant""",
            self._given,
        )
        day = date.fromisoformat
        return tuple(ClaimantCount(claimant, total, day(first), day(last)) for claimant, total, first, last in rows)

    def total(self) -> int:
        """How many figures there are."""
        return self._sum("total")

    def undated(self) -> int:
        """Of how many of them the package does not tell when they were said."""
        return self._sum("undated")

    def _sum(self, column: str) -> int:
        return int(self._database.value(f"{self._months} SELECT coalesce(sum({column}), 0) FROM months", self._given))

    def _beginning(self, claimants: Collection[str]) -> str:
        """The beginning of a query: `months`, what each month (or each figure, where one is cut) adds to the counts."""
        selection, given = self._selection, self._given
        given |= {"claimants": json.dumps(sorted(claimants)), "persons": json.dumps(selection.spokespersons)}
        given |= {"countings": json.dumps(selection.countings)}
        whole, touched, each = "TRUE", "TRUE", ""
        for number, limit in enumerate(selection.limits()):
            given[f"limit{number}"] = limit.day.isoformat()
            bound = f"{limit.sign} :limit{number}"
            whole += f" AND {limit.column}_{limit.hardest} {bound}"
            touched += f" AND {limit.column}_{limit.easiest} {bound}"
            each += f" AND claims.{limit.column} {bound}"
        of_counting = " AND {}counting IN (SELECT value FROM json_each(:countings))" if selection.countings else ""
        named = "claimant IN (SELECT value FROM json_each(:claimants))" if claimants else "TRUE"
        if selection.spokespersons and not claimants:
            named = "FALSE"  # what persons said is all that is asked for
        parts = [f"SELECT {_ADDED} FROM touched WHERE whole"]
        if each:
            parts.append(_OF_CUT_MONTHS + each)
        if selection.spokespersons:
            parts.append(_OF_PERSONS + of_counting.format("claims.") + each)
        return f"""WITH touched AS (
            SELECT *, {whole} AS whole FROM counts WHERE {_OF_TOPIC}{of_counting.format("")} AND {named} AND {touched}
        ), months AS ({" UNION ALL ".join(parts)})"""
