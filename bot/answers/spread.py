"""The spread: how far totals of one topic lie apart whose as-of dates are within seven days of each other.

Only standing totals are compared, one of each claimant, so that both ends are attributed and a claimant's own growth in
those days is no disagreement.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from bot.answers.answer import Spread
from bot.claims.database.find import Find
from bot.claims.database.selection import ClaimantCount, Selection, Total

WINDOW = timedelta(days=7)
_FIRST_STEP = 2 * WINDOW + timedelta(days=1)  # how far back to look at first: for the newest pair; then twice as far


def spread(find: Find, selection: Selection, counts: Sequence[ClaimantCount], until: date | None) -> Spread | None:
    """The spread in the window that ends on `until`, else in the newest one in which totals of two claimants differ.

    `counts` is what `find.claimants` told of the selection.
    """
    if len(counts) < 2:
        return None
    if until:
        ends = _ends(find.totals_in_window(selection, until - WINDOW, until))
    else:
        ends = next(filter(None, map(_ends, _windows(find, selection, counts))), None)
    if ends is None:
        return None
    low, high = find.by_ids([total.id for total in ends])
    lowest, highest = _bounds(ends[0])[0], _bounds(ends[1])[1]
    return Spread(low, high, ratio=highest / lowest if lowest else float("inf"))


def _windows(find: Find, selection: Selection, counts: Sequence[ClaimantCount]) -> Iterator[Sequence[Total]]:
    """Stretches of seven days in which two claimants have a total, the newest first."""
    first_of_all = min(count.first_as_of for count in counts)
    # Nothing after the last figure (and a window) of the second newest claimant has anything to be compared with.
    last, step = sorted(count.newest_as_of for count in counts)[-2] + WINDOW, _FIRST_STEP
    while last >= first_of_all:
        totals = find.totals_in_window(selection, last - step, last)
        last, step = last - step + WINDOW, 2 * step  # what begins before these days is looked at whole the next time
        yield from _shared(totals, since=last)


def _shared(totals: Sequence[Total], since: date) -> Iterator[Sequence[Total]]:
    for older, newer in reversed(list(pairwise(totals))):
        if newer.as_of > since and older.claimant != newer.claimant and newer.as_of - older.as_of <= WINDOW:
            yield [total for total in totals if newer.as_of - WINDOW <= total.as_of <= newer.as_of]


def _ends(window: Sequence[Total]) -> tuple[Total, Total] | None:
    """The lowest and the highest of the totals nearest in time, one of each claimant.

    Totals grow: those of the newest two days are compared first, and older ones only where the newer do not differ.
    """
    newest = sorted({total.claimant: total for total in window}.values(), key=lambda total: total.as_of, reverse=True)
    for since in dict.fromkeys(total.as_of for total in newest[1:]):
        if ends := _apart([total for total in newest if total.as_of >= since]):
            return ends
    return None


def _apart(totals: Sequence[Total]) -> tuple[Total, Total] | None:
    """The lowest and the highest; none where one interval holds the other or both are equal."""
    low, high = min(totals, key=_bounds), max(totals, key=lambda total: _bounds(total)[::-1])
    (lowest, below), (above, highest) = _bounds(low), _bounds(high)
    return (low, high) if lowest < above and below < highest else None


def _bounds(total: Total) -> tuple[int, int]:
    """Both ends; an open end is the one that was said."""
    low, high = total.value.low, total.value.high
    return (total.value.point if low is None else low, total.value.point if high is None else high)
