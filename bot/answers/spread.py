"""The spread: how far totals of one topic lie apart whose as-of dates are within seven days of each other.

Only standing totals are compared, one of each claimant, so that both ends are attributed and a claimant's own growth in
those days is no disagreement.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise

from bot.answers.answer import Spread
from bot.claims.find import Find, Selection, Total

WINDOW = timedelta(days=7)
_FIRST_STEP = timedelta(days=90)  # how far back to look when the newest totals are not within a window


def spread(find: Find, selection: Selection, until: date | None = None) -> Spread | None:
    """The spread in the window that ends on `until`, else in the newest window that has totals of two claimants."""
    window = find.totals_in_window(selection, until - WINDOW, until) if until else _newest_window(find, selection)
    ends = _ends(_one_each(window))
    if ends is None:
        return None
    low, high = find.by_ids([total.id for total in ends])
    lowest, highest = _bounds(ends[0])[0], _bounds(ends[1])[1]
    return Spread(low, high, ratio=highest / lowest if lowest else float("inf"))


def _newest_window(find: Find, selection: Selection) -> Sequence[Total]:
    newest = sorted((total.as_of for total in find.newest_totals(selection)), reverse=True)
    if len(newest) < 2:
        return ()
    # Nothing after the second newest claimant's last total (and a window) has anything to be compared with.
    last, step = newest[1] + WINDOW, 2 * WINDOW
    first_of_all = find.claimants(selection)[0].first_as_of
    while last >= first_of_all:
        if window := _newest_shared(find.totals_in_window(selection, last - step, last)):
            return window
        last, step = last - step + WINDOW, max(2 * step, _FIRST_STEP)
    return ()


def _newest_shared(totals: Sequence[Total]) -> Sequence[Total]:
    """Of totals in the order of dates: those of the newest seven days in which two claimants have one."""
    for older, newer in reversed(list(pairwise(totals))):
        if older.claimant != newer.claimant and newer.as_of - older.as_of <= WINDOW:
            return [total for total in totals if newer.as_of - WINDOW <= total.as_of <= newer.as_of]
    return ()


def _one_each(window: Sequence[Total]) -> list[Total]:
    """Of each claimant the total nearest to the day on which the second newest of them counts."""
    newest = {total.claimant: total for total in window}  # later ones replace earlier ones
    if len(newest) < 2:
        return []
    shared = sorted((total.as_of for total in newest.values()), reverse=True)[1]
    chosen: dict[str, Total] = {}
    for total in reversed(window):
        best = chosen.get(total.claimant)
        if best is None or abs(total.as_of - shared) < abs(best.as_of - shared):
            chosen[total.claimant] = total
    return list(chosen.values())


def _ends(totals: Iterable[Total]) -> tuple[Total, Total] | None:
    ordered = sorted(totals, key=_bounds)
    if len(ordered) < 2:
        return None
    low, high = ordered[0], max(ordered, key=lambda total: _bounds(total)[1])
    return None if low.claimant == high.claimant or _bounds(low)[0] == _bounds(high)[1] else (low, high)


def _bounds(total: Total) -> tuple[int, int]:
    """Both ends; an open end is the one that was said."""
    low, high = total.value.low, total.value.high
    return (total.value.point if low is None else low, total.value.point if high is None else high)
