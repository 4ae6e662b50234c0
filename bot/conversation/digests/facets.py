"""What a subscription is about, chosen facet by facet: any of these populations with any of these measures…"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import product

from bot.claims.database.store import Store
from bot.claims.model import Entry
from bot.conversation.actions import decode
from bot.digests.model import Selection, Wanted

FACETS = {"p": "population", "m": "measure", "o": "object", "l": "place", "c": "claimant"}  # by the sign in buttons
MOST_WANTED = 20  # combinations: more are better said as everything

Chosen = Mapping[str, tuple[str, ...]]  # ids by facet, none where any will do


class TooManyTopicsError(ValueError):
    """What was chosen makes more combinations than a subscription takes."""


def chosen(selection: Selection) -> Chosen:
    """The ids that are named of each facet."""
    return {facet: _named(selection, facet) for facet in FACETS.values()}


def combined(facets: Chosen) -> tuple[Wanted, ...]:
    """All combinations of what was chosen; none where nothing was. Raises TooManyTopicsError."""
    if not any(facets.values()):
        return ()
    names = list(FACETS.values())
    combinations = list(product(*(facets.get(facet) or (None,) for facet in names)))
    if len(combinations) > MOST_WANTED:
        raise TooManyTopicsError
    return tuple(Wanted(**dict(zip(names, ids, strict=True))) for ids in combinations)


def is_combined(selection: Selection) -> bool:
    """Whether the selection is all combinations of what it names."""
    try:
        return set(combined(chosen(selection))) == set(selection.wanted)
    except TooManyTopicsError:
        return False


def only(selection: Selection, facet: str, id_: str) -> Selection:
    """The selection of nothing but this."""
    return replace(selection, wanted=combined({facet: (id_,)}))


def toggled(selection: Selection, facet: str, id_: str) -> Selection:
    """The selection with an id more, or without it where it was chosen. Raises TooManyTopicsError."""
    facets = dict(chosen(selection))
    others = tuple(one for one in facets[facet] if one != id_)
    facets[facet] = others if id_ in facets[facet] else (*others, id_)
    return replace(selection, wanted=combined(facets))


def entries(store: Store, facet: str) -> Mapping[str, Entry]:
    """What there is to choose of a facet, in the package's order: what there are figures of, as far as that shows."""
    table = catalog_entries(store, facet)
    if facet == "claimant":
        return table
    there = {count.place if facet == "place" else getattr(count.topic, facet) for count in store.find.topics()}
    above = {parent for id_ in there if id_ for parent in _upwards(table, id_)}
    return {id_: entry for id_, entry in table.items() if id_ in above}


def catalog_entries(store: Store, facet: str) -> Mapping[str, Entry]:
    """Everything that the package names of a facet."""
    catalog = store.catalog
    return {
        "population": catalog.populations,
        "measure": catalog.measures,
        "object": catalog.objects,
        "place": catalog.places,
        "claimant": catalog.claimants,
    }[facet]


def find(store: Store, facet: str, code: str) -> str:
    """The id that a button stands for. Raises ChangedError."""
    return decode(code, entries(store, facet))


def _upwards(table: Mapping[str, Entry], id_: str) -> Iterable[str]:
    while id_ in table:
        yield id_
        id_ = table[id_].parent or ""


def _named(selection: Selection, facet: str) -> tuple[str, ...]:
    ids = (getattr(wanted, facet) for wanted in selection.wanted)
    return tuple(dict.fromkeys(id_ for id_ in ids if id_))
