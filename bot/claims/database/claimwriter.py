"""Writing claims into the database: only what changed, and what it was before."""
# ruff: noqa: S608 - SQL is put together from the names of tables and columns; every value is a bound parameter

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from bot.claims.database.connection import ClaimDatabase
from bot.claims.database.searchtext import ClaimText
from bot.claims.database.stated import ClaimRows, Stated, stored
from bot.claims.model import Change, Topic
from bot.claims.package.interest import Computed
from bot.claims.tables import AppearanceRow, ClaimRow

_BATCH = 1000  # claims that are written together

_STATED = tuple(ClaimRow.model_fields)
_COMPUTED = ("topic", "interest", "known_on", "as_of_first", "as_of_last", "covers_from", "computed_caveats", "digest")
_APPEARANCE = ("position", *AppearanceRow.model_fields)
_RELATION = ("claim", "kind", "other", "note")
_TEXT = ("claim", *ClaimText._fields)
_REVISION = ("claim", "load", "change", "old", "new")


class ClaimWriter:
    """Brings the claims of the database in line with those it is given; `counts` tells what that changed."""

    def __init__(self, database: ClaimDatabase, load: int) -> None:
        self.counts: Counter[Change] = Counter()
        self._database = database
        self._load = load
        rows = database.rows("SELECT id, digest, retired_in FROM claims")
        self._digests = {id_: digest for id_, digest, _ in rows}
        self._retired = {id_ for id_, _, retired_in in rows if retired_in is not None}
        self._seen: set[str] = set()
        self._waiting: defaultdict[str, list[Sequence[Any]]] = defaultdict(list)

    def write(self, rows: ClaimRows, computed: Computed, text: ClaimText) -> None:
        """Note a claim as part of the package, and write it if anything about it is new."""
        id_, stated = rows.claim.id, rows.stated()
        self._seen.add(id_)
        columns = _computed_columns(stated, computed)
        digest = hashlib.blake2b(repr((stated, columns, text)).encode(), digest_size=16).hexdigest()
        if self._digests.get(id_) == digest and id_ not in self._retired:
            return
        change = self._change(id_, stated)
        self._add_rows(stated, (*columns, digest), text, change)
        if len(self._waiting["claims"]) >= _BATCH:
            self._flush()

    def finish(self) -> None:
        """Write what is still waiting, and retire the claims that were not seen."""
        self._flush()
        gone = [id_ for id_ in self._digests if id_ not in self._seen and id_ not in self._retired]
        for id_, old in stored(self._database, gone).items():
            self._revise(id_, Change.RETIRED, old, None)
        self._database.run_many("UPDATE claims SET retired_in = ? WHERE id = ?", ((self._load, id_) for id_ in gone))
        self._flush()

    def _change(self, id_: str, stated: Stated) -> Change | None:
        """What becomes of the claim, noted as a revision; None where only what we compute about it changed."""
        if id_ not in self._digests:
            self.counts[Change.ADDED] += 1
            return Change.ADDED
        old = stored(self._database, [id_])[id_]
        if id_ in self._retired:
            return self._revise(id_, Change.RESTORED, old, stated)
        return self._revise(id_, Change.CHANGED, old, stated) if old != stated else None

    def _revise(self, id_: str, change: Change, old: Stated, new: Stated | None) -> Change:
        self.counts[change] += 1
        self._waiting["revisions"].append((id_, self._load, change, _json(old), None if new is None else _json(new)))
        return change

    def _add_rows(self, stated: Stated, computed: Sequence[object], text: ClaimText, change: Change | None) -> None:
        id_, waiting = stated["id"], self._waiting
        changed_in = self._load if change in (Change.CHANGED, Change.RESTORED) else None
        own = (_json(value) if isinstance(value, list) else value for value in map(stated.__getitem__, _STATED))
        waiting["claims"].append((*own, *computed, self._load, changed_in))
        waiting["texts"].append((id_, *text))
        for position, row in enumerate(stated["appearances"]):
            waiting["appearances"].append((position, id_, *(row[column] for column in _APPEARANCE[2:])))
        for row in stated["relations"]:
            waiting["relations"].append((id_, *(row[column] for column in _RELATION[1:])))
        if change is not Change.ADDED:
            waiting["replaced"].append((id_,))

    def _flush(self) -> None:
        run, waiting = self._database.run_many, self._waiting
        run("DELETE FROM appearances WHERE claim = ?", waiting["replaced"])
        run("DELETE FROM relations WHERE claim = ?", waiting["replaced"])
        run(_UPSERT_CLAIM, waiting["claims"])
        run(_UPSERT_TEXT, waiting["texts"])
        run(_insert("appearances", _APPEARANCE), waiting["appearances"])
        run(_insert("relations", _RELATION), waiting["relations"])
        run(_insert("revisions", _REVISION), waiting["revisions"])
        waiting.clear()


def _insert(table: str, columns: Sequence[str]) -> str:
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"


def upsert(table: str, columns: Sequence[str], key: str = "id") -> str:
    """A statement that inserts a row, or brings the row with that key up to date."""
    named = [f'"{column}"' for column in columns]
    updates = ", ".join(f"{column} = excluded.{column}" for column in named if column != f'"{key}"')
    return f"{_insert(table, named)} ON CONFLICT ({key}) DO UPDATE SET {updates}"


# An update keeps the load that added the claim, and the load that last changed it where only computed columns changed.
_UPSERT_CLAIM = (
    _insert("claims", (*_STATED, *_COMPUTED, "added_in", "changed_in"))
    + " ON CONFLICT (id) DO UPDATE SET retired_in = NULL, changed_in = coalesce(excluded.changed_in, changed_in), "
    + ", ".join(f"{column} = excluded.{column}" for column in (*_STATED[1:], *_COMPUTED))
)
_UPSERT_TEXT = upsert("claim_texts", _TEXT, key="claim")


def _computed_columns(stated: Stated, computed: Computed) -> tuple[object, ...]:
    population, measure = stated["population"], stated["measure"]
    return (
        str(Topic(population, measure, stated["object"])) if population and measure else None,
        computed.interest.value,
        computed.known_on and computed.known_on.isoformat(),
        computed.as_of_first.isoformat(),
        computed.as_of_last.isoformat(),
        computed.covers_from and computed.covers_from.isoformat(),
        _json(computed.caveats),
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
