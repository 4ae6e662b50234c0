"""A claim as its package states it, with its appearances and relations: one JSON object, as revisions keep it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from bot.claims.database import ClaimDatabase
from bot.claims.package import Package
from bot.claims.tables import AppearanceRow, ClaimRow, RelationRow

# The columns of claims.csv by name, and the lists `appearances` and `relations`; values as JSON has them.
Stated: TypeAlias = dict[str, Any]

_LISTS = ("caveats", "notes")
_OF_APPEARANCE = [column for column in AppearanceRow.model_fields if column != "claim"]
_OF_RELATION = [column for column in RelationRow.model_fields if column != "claim"]


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
    for appearance in package.rows(AppearanceRow):
        appearances[appearance.claim].append(appearance)
    relations: defaultdict[str, list[RelationRow]] = defaultdict(list)
    for relation in package.rows(RelationRow):
        relations[relation.claim].append(relation)
    for claim in package.rows(ClaimRow):
        yield ClaimRows(claim, tuple(appearances[claim.id]), tuple(relations[claim.id]))


def stored(database: ClaimDatabase, claim: str) -> Stated | None:
    """A claim as the database has it, retired or not; None where it never had it."""
    columns = ", ".join(ClaimRow.model_fields)
    found = database.records(f"SELECT {columns} FROM claims WHERE id = ?", (claim,))  # noqa: S608 - our columns
    if not found:
        return None
    stated: Stated = found[0]
    stated["as_of_inferred"] = bool(stated["as_of_inferred"])
    stated.update({column: json.loads(stated[column]) for column in _LISTS})
    stated["appearances"] = _rows_about(database, claim, "appearances", _OF_APPEARANCE, "position")
    stated["relations"] = _rows_about(database, claim, "relations", _OF_RELATION, "id")
    return stated


def _rows_about(
    database: ClaimDatabase, claim: str, table: str, columns: list[str], order: str
) -> list[Mapping[str, Any]]:
    sql = f"SELECT {', '.join(columns)} FROM {table} WHERE claim = ? ORDER BY {order}"  # noqa: S608 - our columns
    return list(database.records(sql, (claim,)))
