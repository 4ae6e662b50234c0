"""Figures from rows of the database: a query for the claims, one for their prints and one for their relations."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from bot.claims.database.connection import ClaimDatabase
from bot.claims.model import (
    Appearance,
    Counting,
    Distortion,
    Figure,
    Interest,
    Method,
    PartialDate,
    Qualifier,
    Relation,
    RelationKind,
    Source,
    Status,
    Topic,
    Value,
)

if TYPE_CHECKING:  # reading figures needs no model of the package
    from bot.claims.package.interest import Computed
    from bot.claims.tables import AppearanceRow, ClaimRow, RelationRow, SourceRow

T = TypeVar("T")

# Figures stand in the order of as-of dates. Ties go by when it was known and whose losses it counts, so that exchanging
# the two sides does not change the order; the id only makes it definite.
OLDEST_FIRST = "claims.as_of_last, claims.known_on, claims.interest, claims.id"
NEWEST_FIRST = "claims.as_of_last DESC, claims.known_on DESC, claims.interest DESC, claims.id DESC"

COLUMNS = """claims.id, claims.population, claims.measure, claims.object, claims.subject, claims.place, claims.claimant,
    claims.spokesperson, claims.interest, claims.low, claims.high, claims.qualifier, claims.counting, claims.per,
    claims.period_start, claims.as_of, claims.as_of_inferred, claims.said_on, claims.known_on, claims.method,
    claims.status, claims.status_reason, claims.status_date, claims.computed_caveats, claims.caveats, claims.notes"""

_APPEARANCES = """
SELECT
    appearances.claim, appearances.as_printed, appearances.quote, appearances.quote_language, appearances.distortion,
    appearances.note, sources.id, sources.publisher, sources.title, sources.url, sources.archived_url, sources.author,
    sources.published, sources.language, sources.via
FROM appearances JOIN sources ON sources.id = appearances.source
WHERE appearances.claim IN (SELECT value FROM json_each(?))
ORDER BY appearances.claim, appearances.position
"""

_RELATIONS = """
SELECT claim, kind, other, note FROM relations
WHERE claim IN (SELECT value FROM json_each(?)) ORDER BY id
"""


def figures(database: ClaimDatabase, rows: Sequence[Sequence[Any]]) -> list[Figure]:
    """Figures from rows of COLUMNS, in their order, each with its appearances and relations."""
    if not rows:
        return []
    ids = json.dumps([row[0] for row in rows])
    appearances = _by_claim(database.rows(_APPEARANCES, (ids,)), _appearance)
    relations = _by_claim(database.rows(_RELATIONS, (ids,)), relation)
    return [_figure(row, appearances.get(row[0], ()), relations.get(row[0], ())) for row in rows]


def _by_claim(rows: Iterable[Sequence[Any]], make: Callable[[Sequence[Any]], T]) -> Mapping[str, tuple[T, ...]]:
    made: defaultdict[str, list[T]] = defaultdict(list)
    for row in rows:
        made[row[0]].append(make(row))
    return {claim: tuple(values) for claim, values in made.items()}


def _figure(row: Sequence[Any], appearances: tuple[Appearance, ...], relations: tuple[Relation, ...]) -> Figure:
    (
        id_, population, measure, object_, subject, place, claimant, spokesperson, interest, low, high, qualifier,
        counting, per, period_start, as_of, as_of_inferred, said_on, known_on, method,
        status, status_reason, status_date, computed_caveats, caveats, notes,
    ) = row  # fmt: skip
    return Figure(
        id=id_,
        topic=Topic(population, measure, object_) if population and measure else None,
        subject=subject,
        place=place,
        claimant=claimant,
        spokesperson=spokesperson,
        interest=Interest(interest),
        value=Value(low, high, Qualifier(qualifier)),
        counting=Counting(counting),
        per=per,
        period_start=_partial(period_start),
        as_of=PartialDate(as_of, bool(as_of_inferred)),
        said_on=day(said_on),
        known_on=day(known_on),
        method=Method(method),
        status=Status(status),
        status_reason=status_reason,
        status_date=day(status_date),
        caveats=tuple(dict.fromkeys(_ids(computed_caveats) + _ids(caveats))),
        notes=_ids(notes),
        appearances=appearances,
        relations=relations,
    )


def figure_of(
    claim: ClaimRow,
    computed: Computed,
    prints: Iterable[tuple[AppearanceRow, SourceRow]],
    relations: Iterable[RelationRow],
) -> Figure:
    """The figure that rows of a package come to, before any database has them."""
    return Figure(
        id=claim.id,
        topic=Topic(claim.population, claim.measure, claim.object) if claim.population and claim.measure else None,
        subject=claim.subject,
        place=claim.place,
        claimant=claim.claimant,
        spokesperson=claim.spokesperson,
        interest=computed.interest,
        value=Value(claim.low, claim.high, claim.qualifier),
        counting=claim.counting,
        per=claim.per,
        period_start=_partial(claim.period_start),
        as_of=PartialDate(claim.as_of, claim.as_of_inferred),
        said_on=claim.said_on,
        known_on=computed.known_on,
        method=claim.method,
        status=claim.status,
        status_reason=claim.status_reason,
        status_date=claim.status_date,
        caveats=tuple(dict.fromkeys(computed.caveats + claim.caveats)),
        notes=claim.notes,
        appearances=tuple(
            Appearance(
                source=Source(**{**source.model_dump(), "published": _partial(source.published)}),
                **row.model_dump(exclude={"claim", "source"}),
            )
            for row, source in prints
        ),
        relations=tuple(Relation(**row.model_dump()) for row in relations),
    )


def _appearance(row: Sequence[Any]) -> Appearance:
    _, as_printed, quote, quote_language, distortion, note, source, publisher, title, url, archived_url, *rest = row
    author, published, language, via = rest
    return Appearance(
        source=Source(
            id=source,
            publisher=publisher,
            title=title,
            url=url,
            archived_url=archived_url,
            author=author,
            published=_partial(published),
            language=language,
            via=via,
        ),
        as_printed=as_printed,
        quote=quote,
        quote_language=quote_language,
        distortion=Distortion(distortion) if distortion else None,
        note=note,
    )


def relation(row: Sequence[Any]) -> Relation:
    """A relation from a row of claim, kind, other and note."""
    claim, kind, other, note = row
    return Relation(claim=claim, kind=RelationKind(kind), other=other, note=note)


def _partial(text: str | None) -> PartialDate | None:
    return PartialDate(text) if text else None


def day(text: str | None) -> date | None:
    """A stored day."""
    return date.fromisoformat(text) if text else None


@lru_cache(maxsize=4096)  # the figures of a bulletin repeat the same few lists
def _ids(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))
