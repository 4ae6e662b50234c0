"""Finding figures: a Selection says which, SQL does the work, and only the figures of one page are read.

Every method leaves out claims that have left the package. Dates are filtered by the last day an as-of date can mean.
"""
# ruff: noqa: S608 - SQL is put together from constants of this package only; every value is a bound parameter

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from bot.claims.database.catalog import Catalog
from bot.claims.database.connection import ClaimDatabase
from bot.claims.database.counts import Counted, topics
from bot.claims.database.figures import COLUMNS, NEWEST_FIRST, OLDEST_FIRST, figures, relation
from bot.claims.database.selection import ClaimantCount, Point, Selection, SubjectCount, TopicCount, Total
from bot.claims.model import Counting, Figure, PartialDate, Qualifier, Relation, Status, Topic, Value

Condition = tuple[str, tuple[object, ...]]
_TOTAL_COLUMNS = "claims.id, claims.claimant, claims.low, claims.high, claims.qualifier, claims.as_of_last"
_POINT_COLUMNS = """claims.claimant, claims.low, claims.high, claims.qualifier, claims.counting, claims.period_start,
    claims.as_of, claims.as_of_inferred, claims.status"""
_STANDING_TOTAL = f"claims.status = '{Status.STANDING}' AND claims.counting = '{Counting.CUMULATIVE}'"
# Claims with an end between two numbers: a CROSS JOIN has SQLite begin with the few of that value, not with the topic.
_END_BETWEEN = """FROM (
        SELECT rowid FROM claims WHERE low BETWEEN ? AND ? UNION SELECT rowid FROM claims WHERE high BETWEEN ? AND ?
    ) AS near CROSS JOIN claims ON claims.rowid = near.rowid"""
# Who has figures of a topic and place: from one to the next in the index, not through all that each has.
_NEXT = """SELECT claimant FROM claims WHERE retired_in IS NULL AND topic = ? AND place IS ?{after}
    ORDER BY claimant LIMIT 1"""
_CLAIMANTS_OF_TOPIC = f"""WITH RECURSIVE named (claimant) AS (
    SELECT ({_NEXT.format(after="")})
    UNION ALL SELECT ({_NEXT.format(after=" AND claimant > named.claimant")}) FROM named WHERE claimant IS NOT NULL
)"""
_WORD = re.compile(r"\w")
_UNBROKEN = re.compile(r"[^\s\x00\ud800-\udfff]+")  # what SQLite takes as text
_MOST_WORDS = 50  # of a searched text: more say nothing new


class Find:
    """Queries on one database. What is counted for all topics at once is kept in memory."""

    def __init__(self, database: ClaimDatabase, catalog: Catalog) -> None:
        self._database = database
        self._catalog = catalog
        self._topics: list[TopicCount] | None = None
        self._claimants: dict[Selection, Sequence[ClaimantCount]] = {}  # bounded by the topics and places there are

    def claimants(self, selection: Selection) -> Sequence[ClaimantCount]:
        """The claimants of a selection in the order of their first as-of dates; of a whole topic kept in memory."""
        if selection != Selection(selection.topic, selection.place, countings=selection.countings):
            return self._counted(selection).by_claimant()
        if selection not in self._claimants:
            self._claimants[selection] = self._counted(selection).by_claimant()
        return self._claimants[selection]

    def figures(
        self,
        selection: Selection,
        *,
        claimant: str | None = None,
        newest_first: bool = False,
        limit: int | None = None,
        offset: int = 0,
    ) -> list[Figure]:
        """The figures of a selection by as-of date: a page of them, of one claimant (alone, not those below) or all."""
        where, parameters = self._where(selection)
        if claimant is not None:
            where, parameters = f"{where} AND claims.claimant = ?", (*parameters, claimant)
        order = NEWEST_FIRST if newest_first else OLDEST_FIRST
        page = (-1 if limit is None else limit, offset)
        return self._figures(f"WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?", (*parameters, *page))

    def points(self, selection: Selection, claimants: Iterable[str]) -> list[Point]:
        """The figures of some claimants (alone, not those below) by as-of date: for many of them, and quickly."""
        where, parameters = self._where(selection)
        rows = self._database.rows(
            f"""SELECT {_POINT_COLUMNS} FROM claims WHERE {where}
            AND claims.claimant IN (SELECT value FROM json_each(?)) ORDER BY {OLDEST_FIRST}""",
            (*parameters, json.dumps(list(claimants))),
        )
        return [_point(row) for row in rows]

    def total(self, selection: Selection) -> int:
        """How many figures a selection has."""
        return self._counted(selection).total()

    def undated(self, selection: Selection) -> int:
        """How many figures `known_by` leaves out because the package does not tell when they were said."""
        if selection.known_by is None:
            return 0
        return self._counted(replace(selection, known_by=None)).undated()

    def _counted(self, selection: Selection) -> Counted:
        return Counted(self._database, selection, self._named(selection))

    def _named(self, selection: Selection) -> frozenset[str]:
        """The claimants that a selection names, with what is below them."""
        return frozenset[str]().union(*(self._catalog.below("claimants", id_) for id_ in selection.claimants))

    def figure(self, id_: str) -> Figure | None:
        """The figure with that id, unless it has left the package."""
        found = self.by_ids([id_])
        return found[0] if found else None

    def by_ids(self, ids: Sequence[str]) -> list[Figure]:
        """The figures with those ids, in that order; ids that are not there are left out."""
        tail = "WHERE claims.id IN (SELECT value FROM json_each(?)) AND claims.retired_in IS NULL"
        found = {figure.id: figure for figure in self._figures(tail, (json.dumps(list(ids)),))}
        return [found[id_] for id_ in ids if id_ in found]

    def ids_beginning(self, prefix: str) -> list[str]:
        """The ids of claims that begin like this: for a link that has no room for a whole id."""
        rows = self._database.rows(
            "SELECT id FROM claims WHERE id BETWEEN ? AND ? || '~' AND retired_in IS NULL", (prefix, prefix)
        )  # an id has no letter after "~"
        return [id_ for (id_,) in rows]

    def with_value(self, selection: Selection, low: int, high: int) -> list[Figure]:
        """The figures one of whose ends lies between two numbers, by as-of date."""
        where, parameters = self._where(selection)
        rows = self._database.rows(
            f"SELECT claims.id {_END_BETWEEN} WHERE {where} ORDER BY {OLDEST_FIRST}",
            (low, high, low, high, *parameters),
        )
        return self.by_ids([id_ for (id_,) in rows])

    def with_value_elsewhere(self, topic: Topic, low: int, high: int, limit: int) -> list[Figure]:
        """Figures of any other topic one of whose ends lies between two numbers: what a number is confused with."""
        rows = self._database.rows(
            f"""SELECT claims.id {_END_BETWEEN} WHERE claims.topic <> ? AND claims.retired_in IS NULL
            ORDER BY {OLDEST_FIRST} LIMIT ?""",
            (low, high, low, high, str(topic), limit),
        )
        return self.by_ids([id_ for (id_,) in rows])

    def nearest_value(self, selection: Selection, value: int, limit: int) -> list[Figure]:
        """The figures whose number is nearest to a value, the nearest first."""
        where, parameters = self._where(selection)
        point = "coalesce(claims.low, claims.high)"
        if selection.claimants or selection.spokespersons:  # few have said it: the index by value is of all who did
            rows = self._database.rows(
                f"SELECT claims.id FROM claims WHERE {where} ORDER BY abs({point} - ?), claims.id LIMIT ?",
                (*parameters, value, limit),
            )
            return self.by_ids([id_ for (id_,) in rows])
        near = f"""SELECT * FROM (SELECT claims.id, abs({point} - ?) AS distance FROM claims
                WHERE {where} AND {point} {{side}} LIMIT ?)"""
        below = near.format(side=f"<= ? ORDER BY {point} DESC")
        above = near.format(side=f"> ? ORDER BY {point}")
        once = (value, *parameters, value, limit)
        rows = self._database.rows(f"{below} UNION ALL {above} ORDER BY distance, id LIMIT ?", (*once, *once, limit))
        return self.by_ids([id_ for id_, _ in rows])

    def totals_in_window(self, selection: Selection, first: date, last: date) -> list[Total]:
        """The standing cumulative totals with as-of dates, known to the day, between two days, both included."""
        where, parameters = self._where(selection)
        # SQLite, which knows of no shares, would go through what all claimants said in these days.
        index = "INDEXED BY claims_by_claimant" if selection.claimants and not selection.spokespersons else ""
        rows = self._database.rows(
            f"""SELECT {_TOTAL_COLUMNS} FROM claims {index} WHERE {where} AND {_STANDING_TOTAL}
            AND claims.as_of_first = claims.as_of_last AND claims.as_of_last BETWEEN ? AND ? ORDER BY {OLDEST_FIRST}""",
            (*parameters, first.isoformat(), last.isoformat()),
        )
        return [_total(row) for row in rows]

    def newest_totals(self, selection: Selection) -> list[Total]:
        """The newest standing cumulative total of each claimant, by as-of date."""
        where, parameters = self._where(selection)
        # A look at the end of each claimant's figures in the index, rather than a sort of all of them.
        rows = self._database.rows(
            f"""{_CLAIMANTS_OF_TOPIC} SELECT {_TOTAL_COLUMNS} FROM named JOIN claims ON claims.id = (
                SELECT claims.id FROM claims WHERE {where} AND {_STANDING_TOTAL} AND claims.claimant = named.claimant
                ORDER BY {NEWEST_FIRST} LIMIT 1
            ) ORDER BY {OLDEST_FIRST}""",
            (*((str(selection.topic), selection.place) * 2), *parameters),
        )
        return [_total(row) for row in rows]

    def ends(self, selection: Selection, counts: Sequence[ClaimantCount], *, whole: int) -> list[Figure]:
        """Of each claimant of a selection the first, the newest and the newest standing figure, by as-of date.

        `counts` is what `claimants` told of the selection; a claimant with at most `whole` figures comes with all.
        """
        where, parameters = self._where(selection)
        few = json.dumps([count.claimant for count in counts if count.total <= whole])
        many = json.dumps([count.claimant for count in counts if count.total > whole])
        of_one = f"SELECT claims.id FROM claims WHERE {where} AND claims.claimant = wanted.value"
        of_each = f"SELECT ({of_one} {{end}} LIMIT 1) FROM json_each(?) AS wanted"
        ends = (
            f"ORDER BY {OLDEST_FIRST}",
            f"ORDER BY {NEWEST_FIRST}",
            f"AND claims.status = '{Status.STANDING}' ORDER BY {NEWEST_FIRST}",
        )
        all_of_few = f"SELECT id FROM claims WHERE {where} AND claims.claimant IN (SELECT value FROM json_each(?))"
        sql = " UNION ".join((all_of_few, *(of_each.format(end=end) for end in ends)))
        ids = [id_ for (id_,) in self._database.rows(sql, (*parameters, few, *((*parameters, many) * len(ends))))]
        tail = f"WHERE claims.id IN (SELECT value FROM json_each(?)) ORDER BY {OLDEST_FIRST}"
        return self._figures(tail, (json.dumps(ids),))

    def newest(self, selection: Selection, claimant: str, limit: int) -> list[Figure]:
        """The newest figures of one claimant (alone, not those below), the standing ones first."""
        where, parameters = self._where(selection)
        found: list[Figure] = []
        for sign in ("=", "<>"):
            tail = f"""WHERE {where} AND claims.claimant = ? AND claims.status {sign} '{Status.STANDING}'
                ORDER BY {NEWEST_FIRST} LIMIT ?"""
            if limit > len(found):
                found += self._figures(tail, (*parameters, claimant, limit - len(found)))
        return found

    def topics(self) -> list[TopicCount]:
        """How many figures there are of each topic, place and way of counting; in memory after the first call."""
        if self._topics is None:
            self._topics = topics(self._database)
        return self._topics

    def subjects(self) -> list[SubjectCount]:
        """How many figures there are of each subject: they can be browsed, and never answer a question."""
        rows = self._database.rows(
            """SELECT subject, count(*) FROM claims WHERE subject IS NOT NULL AND retired_in IS NULL
            GROUP BY 1 ORDER BY 1"""
        )
        return [SubjectCount(subject, total) for subject, total in rows]

    def of_subject(self, subject: str, *, limit: int | None = None, offset: int = 0) -> list[Figure]:
        """A page of the figures of a subject, by as-of date."""
        tail = f"WHERE claims.subject = ? AND claims.retired_in IS NULL ORDER BY {OLDEST_FIRST} LIMIT ? OFFSET ?"
        return self._figures(tail, (subject, -1 if limit is None else limit, offset))

    def relations_to(self, ids: Iterable[str]) -> Mapping[str, tuple[Relation, ...]]:
        """What other claims say of these: the relations that point to each, as a Figure holds those that leave it."""
        rows = self._database.rows(
            """SELECT relations.claim, relations.kind, relations.other, relations.note
            FROM relations JOIN claims ON claims.id = relations.claim
            WHERE relations.other IN (SELECT value FROM json_each(?)) AND claims.retired_in IS NULL
            ORDER BY relations.id""",
            (json.dumps(list(ids)),),
        )
        found: dict[str, tuple[Relation, ...]] = {}
        for row in rows:
            pointing = relation(row)
            assert pointing.other is not None  # the query asks for it
            found[pointing.other] = (*found.get(pointing.other, ()), pointing)
        return found

    def search(self, text: str, limit: int) -> list[Figure]:
        """Figures whose names, topic words, quotes or notes hold all words of a text; where none does, any of them."""
        spoken = [word for word in _UNBROKEN.findall(text) if _WORD.search(word)]
        words = ['"' + word.replace('"', '""') + '"*' for word in spoken[:_MOST_WORDS]]
        for joint in (" AND ", " OR "):
            ids = self._matching(joint.join(words), limit) if words else []
            if ids:
                return self.by_ids(ids)
        return []

    def _matching(self, expression: str, limit: int) -> list[str]:
        rows = self._database.rows(
            """SELECT claim_texts.claim FROM claim_texts_fts
            JOIN claim_texts ON claim_texts.id = claim_texts_fts.rowid
            JOIN claims ON claims.id = claim_texts.claim
            WHERE claim_texts_fts MATCH ? AND claims.retired_in IS NULL
            ORDER BY bm25(claim_texts_fts, 4.0, 3.0, 2.0, 1.0), claims.as_of_last DESC, claims.id LIMIT ?""",
            (expression, limit),
        )
        return [claim for (claim,) in rows]

    def _figures(self, tail: str, parameters: Sequence[object]) -> list[Figure]:
        return figures(self._database, self._database.rows(f"SELECT {COLUMNS} FROM claims {tail}", parameters))

    def _where(self, selection: Selection) -> Condition:
        """The condition of a selection, for figures in their order."""
        conditions: list[Condition] = [
            ("claims.retired_in IS NULL", ()),
            ("claims.topic = ?", (str(selection.topic),)),
            ("claims.place IS ?", (selection.place,)),
            *self._said_by(selection),
            *((f"claims.{limit.column} {limit.sign} ?", (limit.day.isoformat(),)) for limit in selection.limits()),
        ]
        if selection.countings:
            marks = ", ".join("?" * len(selection.countings))  # a few constants: much quicker than a list in JSON
            # A plus keeps SQLite from the index by ways of counting, which has figures in another order than theirs.
            conditions.append((f"+claims.counting IN ({marks})", selection.countings))
        return " AND ".join(sql for sql, _ in conditions), tuple(p for _, given in conditions for p in given)

    def _said_by(self, selection: Selection) -> list[Condition]:
        """Who said it: one of the claimants, or one of the persons, each found by an index."""
        of_topic = (str(selection.topic), selection.place)
        claimants, claimed = _one_of("claimant", sorted(self._named(selection)))
        persons, spoken = _one_of("spokesperson", selection.spokespersons)
        if not selection.spokespersons:
            return [(f"claims.{claimants}", claimed)] if selection.claimants else []
        said, given = f"SELECT rowid FROM claims WHERE {persons}", spoken
        if selection.claimants:
            of_them = f"topic = ? AND place IS ? AND {claimants} AND retired_in IS NULL"
            said += f" UNION SELECT rowid FROM claims WHERE {of_them}"
            given = (*spoken, *of_topic, *claimed)
        return [(f"claims.rowid IN ({said})", given)]


def _one_of(column: str, values: Iterable[str]) -> Condition:
    return f"{column} IN (SELECT value FROM json_each(?))", (json.dumps(list(values)),)


def _total(row: Sequence[Any]) -> Total:
    id_, claimant, low, high, qualifier, as_of = row
    return Total(id_, claimant, Value(low, high, Qualifier(qualifier)), _day(as_of))


def _point(row: Sequence[Any]) -> Point:
    claimant, low, high, qualifier, counting, period_start, as_of, inferred, status = row
    return Point(
        claimant=claimant,
        value=Value(low, high, Qualifier(qualifier)),
        counting=Counting(counting),
        period_start=PartialDate(period_start) if period_start else None,
        as_of=PartialDate(as_of, bool(inferred)),
        status=Status(status),
    )


def _day(text: str) -> date:
    return date.fromisoformat(text)
