"""The words by which full-text search finds a claim: names in every language, what it counts, quotes and notes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from bot.claims.database.stated import ClaimRows
from bot.claims.package.reader import Package
from bot.claims.tables import (
    Claimant,
    Measure,
    Named,
    Note,
    Object,
    Place,
    Population,
    Publisher,
    SourceRow,
    Spokesperson,
    Subject,
)

_NAMED: tuple[type[Named], ...] = (Claimant, Spokesperson, Place, Population, Measure, Object, Subject)


class ClaimText(NamedTuple):
    """A row of `claim_texts` without its ids."""

    names: str
    topic: str
    quotes: str
    notes: str


class SearchText:
    """Puts together the texts of the claims of one package."""

    def __init__(self, package: Package) -> None:
        self._names = {
            (model.table, row.id): " ".join(dict.fromkeys((row.name_en, row.name_uk, row.name_ru)))
            for model in _NAMED
            for row in package.rows(model)
        }
        self._notes = {row.id: f"{row.text_en} {row.text_uk} {row.text_ru}" for row in package.rows(Note)}
        publishers = {row.id: row.name for row in package.rows(Publisher)}
        self._sources = {
            row.id: _joined((publishers.get(row.publisher), row.title, row.author)) for row in package.rows(SourceRow)
        }

        self._named = lru_cache(maxsize=4096)(self._join_names)  # the claims of a bulletin name the same few things

    def of(self, rows: ClaimRows) -> ClaimText:
        """The texts of one claim."""
        claim, appearances = rows.claim, rows.appearances
        of_prints = [row.note for row in appearances]
        of_relations = [row.note for row in rows.relations]
        notes = (*claim.notes, claim.status_reason, *of_prints, *of_relations)
        return ClaimText(
            names=self._named(claimants=claim.claimant, spokespersons=claim.spokesperson, places=claim.place),
            topic=self._named(
                populations=claim.population, measures=claim.measure, objects=claim.object, subjects=claim.subject
            ),
            quotes=_joined(
                part for row in appearances for part in (row.quote, row.as_printed, self._sources.get(row.source))
            ),
            notes=_joined(self._notes.get(note) for note in notes if note is not None),
        )

    def _join_names(self, **ids: str | None) -> str:
        return _joined(self._names.get((table, id_)) for table, id_ in ids.items() if id_ is not None)


def _joined(parts: Iterable[str | None]) -> str:
    return " ".join(dict.fromkeys(part for part in parts if part))
