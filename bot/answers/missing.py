"""What the database lacks: claimants whom a reader would expect and who have no standing total of late. Computed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from bot.answers.answer import Missing
from bot.claims.database.catalog import Catalog
from bot.questions.question import Reading


def missing(
    reading: Reading, newest_totals: Iterable[tuple[str, date]], catalog: Catalog, *, until: date, silent_days: int
) -> tuple[Missing, ...]:
    """Claimants without a standing total in the `silent_days` before `until`, of those the question names or, where it
    names none, of the belligerents. `newest_totals` tells of claimants with totals how far their newest counts.
    """
    since = until - timedelta(days=silent_days)
    totals = list(newest_totals)
    found = []
    for claimant in _named(reading, catalog) or catalog.belligerents:
        below = catalog.below("claimants", claimant)
        last = max((as_of for said_by, as_of in totals if said_by in below), default=None)
        if last is None or last < since:
            found.append(Missing(catalog.claimants[claimant], last))
    return tuple(sorted(found, key=lambda one: one.since or date.max))


def _named(reading: Reading, catalog: Catalog) -> list[str]:
    """The claimants that a question names, and those that the persons it names speak for."""
    spoken_for = (catalog.spokespersons[id_].attributes["claimant"] for id_ in reading.spokespersons)
    return list(dict.fromkeys([*reading.claimants, *spoken_for]))
