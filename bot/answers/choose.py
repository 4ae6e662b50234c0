"""Chooses which figures of a part an answer carries, and groups them by claimant or by date."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby, zip_longest

from bot.answers.answer import Group, Options, Order
from bot.claims.database.catalog import Catalog
from bot.claims.database.find import Find
from bot.claims.database.selection import ClaimantCount, Selection
from bot.claims.model import Figure, Interest

WHOLE = 3  # a claimant with so few figures is shown whole: telling that some are left out would be as long
_OF_PARTIES = frozenset({Interest.OWN_LOSSES, Interest.ENEMY_LOSSES})


class Chooser:
    """Chooses for one reading; with pages, each part goes on where the one before ended."""

    def __init__(self, find: Find, catalog: Catalog, options: Options) -> None:
        self._find = find
        self._catalog = catalog
        self._options = options
        self._skip = (options.page - 1) * (options.page_size or 0)
        self._room = options.page_size
        self._newest_left = options.newest

    def groups(
        self, selection: Selection, counts: Sequence[ClaimantCount], *, whole: bool = False
    ) -> tuple[Group, ...]:
        """The groups of a part: of each claimant in the order of first figures, or of runs in the order of dates.

        `whole`: all of its figures, unless a page or a number of them is asked for.
        """
        totals = {count.claimant: count.total for count in counts}
        figures = self._choose(selection, counts, whole=whole)
        if self._options.by is Order.DATE:
            runs = [(claimant, list(run)) for claimant, run in groupby(figures, lambda figure: figure.claimant)]
        else:
            by_claimant: defaultdict[str, list[Figure]] = defaultdict(list)
            for figure in figures:
                by_claimant[figure.claimant].append(figure)
            runs = [(claimant, by_claimant[claimant]) for claimant in totals if claimant in by_claimant]
        return tuple(
            Group(self._catalog.claimants[claimant], run[0].interest, totals[claimant], tuple(run))
            for claimant, run in runs
        )

    def _choose(self, selection: Selection, counts: Sequence[ClaimantCount], *, whole: bool) -> list[Figure]:
        if not counts or self._newest_left == 0:
            return []
        if self._newest_left is not None:
            newest = self._newest(selection, counts, self._newest_left)
            self._newest_left -= len(newest)
            return newest
        if self._room is not None:
            return self._page(selection, counts)
        if whole or self._options.everything:
            return self._find.figures(selection)
        return self._find.ends(selection, counts, whole=WHOLE)

    def _page(self, selection: Selection, counts: Sequence[ClaimantCount]) -> list[Figure]:
        if self._options.by is Order.DATE:
            return self._slice(selection, sum(count.total for count in counts))
        return [f for count in counts for f in self._slice(selection, count.total, count.claimant)]

    def _slice(self, selection: Selection, total: int, claimant: str | None = None) -> list[Figure]:
        """What of these figures falls on the page; moves the page's window past them."""
        assert self._room is not None  # only with pages
        offset, limit = min(self._skip, total), self._room
        self._skip -= offset
        if offset == total or not limit:
            return []
        figures = self._find.figures(selection, claimant=claimant, limit=limit, offset=offset)
        self._room -= len(figures)
        return figures

    def _newest(self, selection: Selection, counts: Sequence[ClaimantCount], limit: int) -> list[Figure]:
        """At most so many, the newest of each claimant first, both belligerents always among them."""
        if sum(count.total for count in counts) <= limit:
            return self._find.figures(selection)
        each = 1
        while sum(min(count.total, each) for count in counts) < limit:
            each *= 2
        turns = [self._find.newest(selection, count.claimant, each) for count in counts]
        return sorted(self._by_turn(turns)[:limit], key=by_date)

    def _by_turn(self, of_claimants: Iterable[Sequence[Figure]]) -> list[Figure]:
        """The newest of each claimant, then the second newest of each…

        Within a turn the newest come first, and the parties to the conflict before others, one of each side by turns,
        so that room for two has both; a party itself comes before those who fight on its side.
        """
        ranked = []
        for turn in zip_longest(*of_claimants):
            newest_first = sorted(filter(None, turn), key=by_date, reverse=True)
            newest_first.sort(key=lambda figure: not self._catalog.is_belligerent(figure.claimant))
            places: Counter[Interest] = Counter()
            turn_ranks: list[tuple[bool, int, Figure]] = []
            for figure in newest_first:
                turn_ranks.append((figure.interest not in _OF_PARTIES, places[figure.interest], figure))
                places[figure.interest] += 1
            ranked += [figure for *_, figure in sorted(turn_ranks, key=lambda rank: rank[:2])]
        return ranked


def by_date(figure: Figure) -> tuple[date, date, str, str]:
    """The order of figures: by as-of date, as the store has it."""
    return (figure.as_of.last, figure.known_on or date.min, figure.interest, figure.id)
