"""A few figures for many, where there is no room for more: the newest of each claimant, both sides among them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.answers.choose import by_date
from bot.claims.database.catalog import Catalog
from bot.claims.model import Figure, Interest, Status

BELLIGERENTS = (Interest.OWN_LOSSES, Interest.ENEMY_LOSSES)


def newest_of_each(figures: Iterable[Figure]) -> list[Figure]:
    """The newest standing figure of each claimant, or the newest one where none stands, by date."""
    newest: dict[str, Figure] = {}
    for figure in sorted(figures, key=lambda figure: (figure.status is Status.STANDING, by_date(figure))):
        newest[figure.claimant] = figure
    return sorted(newest.values(), key=by_date)


def few(figures: Sequence[Figure], room: int, catalog: Catalog) -> list[Figure]:
    """So many of them: the newest of each belligerent, then the newest of all, in the order of dates."""
    newest_first = sorted(figures, key=by_date, reverse=True)
    of_sides = (_newest_of_side(newest_first, side, catalog) for side in BELLIGERENTS)
    chosen = dict.fromkeys(figure.id for figure in (*filter(None, of_sides), *newest_first))
    kept = set(list(chosen)[:room])
    return sorted((figure for figure in figures if figure.id in kept), key=by_date)


def _newest_of_side(newest_first: Sequence[Figure], side: Interest, catalog: Catalog) -> Figure | None:
    """What a side says: by the party itself where it has said something, else by those who fight with it."""
    of_side = [figure for figure in newest_first if figure.interest is side]
    return next((one for one in of_side if catalog.is_belligerent(one.claimant)), next(iter(of_side), None))
