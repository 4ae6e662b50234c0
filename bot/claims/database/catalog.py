"""The named things of the loaded package (facets, claimants, places, caveats…), in memory and by id."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from bot.claims.database.connection import ClaimDatabase
from bot.claims.model import Entry

# Columns that hold a name or a text in one language begin with one of these.
_NAME_PREFIXES = ("name_", "text_")
_LARGEST = ("places", "notes", "claimants", "spokespersons")  # together they take some 15 ms to read
_NOT_ATTRIBUTES = frozenset({"id", "name", "parent", "aliases", "retired_in"})


class Catalog:
    """Entries by table and id. A table is read when it is first asked for."""

    def __init__(self, database: ClaimDatabase) -> None:
        self._database = database
        self._children: dict[str, Mapping[str, tuple[str, ...]]] = {}

    def read(self) -> Iterator[str]:
        """Read the largest tables, one at a step: so that nobody who asks has to wait for all of them."""
        for table in _LARGEST:
            getattr(self, table)
            yield table

    @cached_property
    def parties(self) -> Mapping[str, Entry]:
        """Parties to the conflict and those who fight on their side."""
        return self._read("parties")

    @cached_property
    def populations(self) -> Mapping[str, Entry]:
        """Whose losses are counted."""
        return self._read("populations")

    @cached_property
    def measures(self) -> Mapping[str, Entry]:
        """What happened to those counted."""
        return self._read("measures")

    @cached_property
    def objects(self) -> Mapping[str, Entry]:
        """Kinds of equipment."""
        return self._read("objects")

    @cached_property
    def places(self) -> Mapping[str, Entry]:
        """The gazetteer, with and without figures."""
        return self._read("places")

    @cached_property
    def subjects(self) -> Mapping[str, Entry]:
        """What is counted where no topic fits."""
        return self._read("subjects")

    @cached_property
    def claimants(self) -> Mapping[str, Entry]:
        """Offices and institutions that say numbers."""
        return self._read("claimants")

    @cached_property
    def spokespersons(self) -> Mapping[str, Entry]:
        """Persons who speak for a claimant (attribute `claimant`)."""
        return self._read("spokespersons")

    @cached_property
    def publishers(self) -> Mapping[str, Entry]:
        """Who prints reports."""
        records = self._database.records(
            "SELECT id, name, note FROM publishers WHERE retired_in IS NULL ORDER BY rowid"
        )
        return {
            record["id"]: Entry(
                id=record["id"],
                names={"en": record["name"]},
                attributes={"note": record["note"]} if record["note"] else {},
            )
            for record in records
        }

    @cached_property
    def caveats(self) -> Mapping[str, Entry]:
        """The small vocabulary of caveats, with their texts as names."""
        return self._read("caveats")

    @cached_property
    def notes(self) -> Mapping[str, Entry]:
        """Free-text caveats and reasons (attribute `author`), with their texts as names."""
        return self._read("notes")

    @cached_property
    def glossary(self) -> Mapping[str, Entry]:
        """The neutral name of a thing; what it stands in for are its aliases."""
        records = self._database.records("SELECT * FROM glossary WHERE retired_in IS NULL ORDER BY rowid")
        return {
            record["id"]: Entry(
                id=record["id"],
                names={language: record[language] for language in ("en", "uk", "ru")},
                aliases=tuple(json.loads(record["avoid"])),
                attributes={key: record[key] for key in ("kind", "note") if record[key]},
            )
            for record in records
        }

    @cached_property
    def belligerents(self) -> tuple[str, ...]:
        """The topmost claimants that belong to a party itself, not to one that fights on its side."""
        return tuple(
            claimant.id
            for claimant in self.claimants.values()
            if claimant.parent is None
            and (party := self.parties.get(claimant.attributes.get("party", "")))
            and "side" not in party.attributes
        )

    def is_belligerent(self, claimant: str) -> bool:
        """Whether a claimant is a party to the conflict, or an office of one."""
        return self.root(claimant) in self.belligerents

    def root(self, claimant: str) -> str:
        """The topmost parent of a claimant; itself, where it has none."""
        return list(self.upwards("claimants", claimant))[-1]

    def upwards(self, table: str, id_: str) -> Iterator[str]:
        """The id itself, its parent, the parent's parent…"""
        entries: Mapping[str, Entry] = getattr(self, table)
        following: str | None = id_
        while following is not None:
            yield following
            entry = entries.get(following)
            following = entry.parent if entry else None

    def below(self, table: str, id_: str) -> frozenset[str]:
        """The id itself and everything that has it as a parent, at any depth."""
        children = self._children_of(table)
        found: set[str] = set()
        waiting = [id_]
        while waiting:
            next_id = waiting.pop()
            found.add(next_id)
            waiting.extend(children.get(next_id, ()))
        return frozenset(found)

    def _children_of(self, table: str) -> Mapping[str, tuple[str, ...]]:
        if table not in self._children:
            children: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
            entries: Mapping[str, Entry] = getattr(self, table)
            for entry in entries.values():
                if entry.parent is not None:
                    children[entry.parent] += (entry.id,)
            self._children[table] = dict(children)
        return self._children[table]

    def _read(self, table: str) -> Mapping[str, Entry]:
        records = self._database.records(f'SELECT * FROM "{table}" WHERE retired_in IS NULL ORDER BY rowid')  # noqa: S608 - a name from this module
        return {record["id"]: _entry(record) for record in records}


def _entry(record: Mapping[str, Any]) -> Entry:
    names = {
        column.removeprefix(prefix): value
        for prefix in _NAME_PREFIXES
        for column, value in record.items()
        if column.startswith(prefix) and value
    }
    attributes = {
        column: str(value)
        for column, value in record.items()
        if column not in _NOT_ATTRIBUTES and not column.startswith(_NAME_PREFIXES) and value not in (None, "", 0)
    }
    return Entry(
        id=record["id"],
        names=names,
        parent=record.get("parent"),
        aliases=tuple(json.loads(record.get("aliases") or "[]")),
        attributes=attributes,
    )
