"""A claim as its package states it, with its appearances and relations: one JSON object, as revisions keep it."""
# ruff: noqa: S608 - SQL is put together from the names of tables and columns; every value is a bound parameter

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias, cast

from bot.claims.database.connection import ClaimDatabase
from bot.claims.package.made import MadeClaim
from bot.claims.package.reader import Package
from bot.claims.tables import AppearanceRow, ClaimRow, RelationRow

# The columns of claims.csv by name, and the lists `appearances` and `relations`; values as JSON has them.
Stated: TypeAlias = dict[str, Any]

_LISTS = ("caveats", "notes")
_WANTED = "(SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class ClaimRows:
    """A claim's own row and the rows about it."""

    claim: ClaimRow
    appearances: tuple[AppearanceRow, ...]
    relations: tuple[RelationRow, ...]

    def stated(self) -> Stated:
        """All of it as one JSON object."""
        stated: Stated = self.claim.model_dump(mode="json")
        stated["appearances"] = [row.model_dump(mode="json", exclude={"claim"}) for row in self.appearances]
        stated["relations"] = [row.model_dump(mode="json", exclude={"claim"}) for row in self.relations]
        return stated


def claims_of(package: Package) -> Iterator[ClaimRows]:
    """Every claim of a package with the rows about it, in the package's order."""
    appearances: defaultdict[str, list[AppearanceRow]] = defaultdict(list)
    for appearance in filter(package.is_typed, package.rows(AppearanceRow)):
        appearances[appearance.claim].append(appearance)
    relations: defaultdict[str, list[RelationRow]] = defaultdict(list)
    for relation in package.rows(RelationRow):
        relations[relation.claim].append(relation)
    for claim in package.rows(ClaimRow):
        made = cast("tuple[AppearanceRow, ...]", claim.prints) if isinstance(claim, MadeClaim) else ()
        yield ClaimRows(claim, (*appearances.get(claim.id, ()), *made), tuple(relations.get(claim.id, ())))


def stored(database: ClaimDatabase, ids: Iterable[str]) -> dict[str, Stated]:
    """Claims as the database has them, retired or not, by id; those it never had are left out."""
    wanted = (json.dumps(list(ids)),)
    found = database.records(f"SELECT {', '.join(ClaimRow.model_fields)} FROM claims WHERE id IN {_WANTED}", wanted)
    claims: dict[str, Stated] = {record["id"]: record for record in found}
    for stated in claims.values():
        stated["as_of_inferred"] = bool(stated["as_of_inferred"])
        stated.update({column: json.loads(stated[column]) for column in _LISTS})
    for table, model, order in (("appearances", AppearanceRow, "position"), ("relations", RelationRow, "id")):
        columns = ", ".join(model.model_fields)
        for stated in claims.values():
            stated[table] = []
        sql = f"SELECT {columns} FROM {table} WHERE claim IN {_WANTED} ORDER BY claim, {order}"
        for row in database.records(sql, wanted):
            claims[row.pop("claim")][table].append(row)
    return claims


def stored_ids(database: ClaimDatabase) -> list[str]:
    """The ids of the claims that have not left the package."""
    return [id_ for (id_,) in database.rows("SELECT id FROM claims WHERE retired_in IS NULL ORDER BY id")]
