"""What changed between two states of the claims, for a reviewer: two packages, a package and the database, two loads.

A claim is compared with its appearances and relations, as its package states it. Changes come by table, then by id.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from bot.claims.database.connection import ClaimDatabase
from bot.claims.database.revisions import Revision, revisions
from bot.claims.database.stated import Stated, claims_of, stored, stored_ids
from bot.claims.model import Change
from bot.claims.package.reader import Package, read_package
from bot.claims.tables import ENTITIES, ClaimRow, Row

Rows: TypeAlias = Mapping[str, Mapping[str, Any]]
_LISTS = ("aliases", "avoid")  # columns that the database keeps as JSON
_TABLES: tuple[type[Row], ...] = (*ENTITIES, ClaimRow)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One column (or `appearances`, `relations`) of one row; values as JSON has them."""

    field: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Difference:
    """One row that was added, changed, or has left (retired)."""

    table: str
    id: str
    change: Change
    fields: tuple[FieldChange, ...]  # those that changed; all that are filled where the row was added or has left


def diff(old: Path | ClaimDatabase, new: Path | ClaimDatabase) -> list[Difference]:
    """What changed from one state to another, each a package's folder or a database."""
    before, after = _tables(old), _tables(new)
    return [found for model in _TABLES for found in _compare(model.table, before[model.table], after[model.table])]


def diff_loads(database: ClaimDatabase, old: int, new: int) -> list[Difference]:
    """What changed in the claims between two loads, by their numbers; 0 is the empty database."""
    rows = database.rows(
        """SELECT id, added_in FROM claims WHERE added_in > :old AND added_in <= :new OR id IN (
            SELECT claim FROM revisions WHERE load > :old AND load <= :new)""",
        {"old": old, "new": new},
    )
    added_in: dict[str, int] = dict(rows)
    later: dict[str, list[Revision]] = {id_: [] for id_ in added_in}
    for revision in revisions(database, since=old):
        if revision.claim in later:
            later[revision.claim].append(revision)
    live = set(stored_ids(database))
    now = {id_: stated for id_, stated in stored(database, added_in).items() if id_ in live}
    before, after = (
        {
            id_: stated
            for id_ in added_in
            if added_in[id_] <= load and (stated := _state_after(load, later[id_], now.get(id_))) is not None
        }
        for load in (old, new)
    )
    return list(_compare(ClaimRow.table, before, after))


def _state_after(load: int, later: Iterable[Revision], now: Stated | None) -> Stated | None:
    """A claim as it was after a load: what the first change since then replaced, else what it is now."""
    following = next((revision for revision in later if revision.load > load), None)
    if following is None:
        return now
    return None if following.change is Change.RESTORED else following.old


def changed_fields(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[FieldChange, ...]:
    """The fields in which two states of a row differ."""
    names = dict.fromkeys((*old, *new))
    return tuple(
        FieldChange(name, old.get(name), new.get(name))
        for name in names
        if name != "id" and _filled(old.get(name)) != _filled(new.get(name))
    )


def _filled(value: object) -> object:
    """None for an empty cell of any kind; the number 0 is none."""
    return None if value is None or value is False or value in ("", []) else value


def _compare(table: str, old: Rows, new: Rows) -> Iterator[Difference]:
    for id_ in sorted({*old, *new}):
        before, after = old.get(id_), new.get(id_)
        fields = changed_fields(before or {}, after or {})
        if before is None:
            yield Difference(table, id_, Change.ADDED, fields)
        elif after is None:
            yield Difference(table, id_, Change.RETIRED, fields)
        elif fields:
            yield Difference(table, id_, Change.CHANGED, fields)


def _tables(state: Path | ClaimDatabase) -> dict[str, Rows]:
    if isinstance(state, Path):
        return _of_package(read_package(state))
    return _of_database(state)


def _of_package(package: Package) -> dict[str, Rows]:
    tables: dict[str, Rows] = {model.table: _by_id(package.rows(model)) for model in ENTITIES}
    tables[ClaimRow.table] = {rows.claim.id: rows.stated() for rows in claims_of(package)}
    return tables


def _of_database(database: ClaimDatabase) -> dict[str, Rows]:
    tables: dict[str, Rows] = {model.table: _by_id(_stored_rows(database, model)) for model in ENTITIES}
    tables[ClaimRow.table] = stored(database, stored_ids(database))
    return tables


def _stored_rows(database: ClaimDatabase, model: type[Row]) -> Iterator[Row]:
    columns = ", ".join(f'"{column}"' for column in model.model_fields)
    sql = f'SELECT {columns} FROM "{model.table}" WHERE retired_in IS NULL'  # noqa: S608 - names of our models
    for record in database.records(sql):
        lists = {column: json.loads(record[column]) for column in _LISTS if column in record}
        yield model.model_validate({**record, **lists})


def _by_id(rows: Iterable[Row]) -> Rows:
    dumped = (row.model_dump(mode="json") for row in rows)
    return {row["id"]: row for row in dumped}
