"""How far a claimant's newest total lies from an earlier one of the same line: a difference, which nobody said."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.claims.database.since import LineTotal

_STEPS = 8  # differences that a sparkline shows
_FEWEST_STEPS = 4
_LAST = 4 * _STEPS  # totals to look at, of which several may be of one day
_UNEVEN = 2  # totals so many times as far apart in time as others would make a sparkline tell of dates, not of numbers


@dataclass(frozen=True, slots=True)
class Growth:
    """The newest total against an earlier one of the same claimant."""

    before: LineTotal
    difference: int
    steps: tuple[int, ...] = ()  # the last differences of the line, oldest first, where its totals came evenly and grew


def growth(line: Sequence[LineTotal], new: Collection[str]) -> Growth | None:
    """The last total of a line against the last of an earlier day that is not new; None where there is none."""
    newest = line[-1]
    known = (total for total in reversed(line) if total.id not in new)
    before = next((total for total in known if total.as_of.last < newest.as_of.last), None)
    return _between(before, line) if before else None


def milestone(line: Sequence[LineTotal], new: Collection[str], threshold: int) -> tuple[bool, Growth | None]:
    """Whether a line has grown by more than the threshold, and since which total: whoever asks, and however often.

    Its first total is a milestone, and so is each one that lies above the last milestone by more than the threshold. A
    new milestone is news.
    """
    reached: list[LineTotal] = []
    for total in line:
        if not reached or total.value.point - reached[-1].value.point > threshold:
            reached.append(total)
    first_new = next((number for number, total in enumerate(reached) if total.id in new), None)
    if first_new is None or line[-1].id not in new:
        return False, None
    return True, _between(reached[first_new - 1], line) if first_new else None


def _between(before: LineTotal, line: Sequence[LineTotal]) -> Growth | None:
    newest = line[-1]
    if _is_range(before) or _is_range(newest):
        return None
    return Growth(before, newest.value.point - before.value.point, _steps(line))


def _is_range(total: LineTotal) -> bool:
    """Whether it has two ends, so that no one difference can be told."""
    return None not in (total.value.low, total.value.high) and total.value.low != total.value.high


def _steps(line: Sequence[LineTotal]) -> tuple[int, ...]:
    last = list(_one_a_day(line[-_LAST:]))[-_STEPS - 1 :]
    gaps = [(later.as_of.last - earlier.as_of.last).days for earlier, later in pairwise(last)]
    steps = tuple(later.value.point - earlier.value.point for earlier, later in pairwise(last))
    if len(steps) < _FEWEST_STEPS or max(gaps) > _UNEVEN * min(gaps) or min(steps) < 0 or max(steps) == 0:
        return ()
    return steps


def _one_a_day(line: Iterable[LineTotal]) -> Iterable[LineTotal]:
    return {total.as_of.last: total for total in line}.values()
