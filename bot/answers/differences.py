"""Differences between two totals of one claimant around the dates asked for. Nobody said them: the answer says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.answers.answer import Difference
from bot.claims.database.find import Find
from bot.claims.database.selection import Selection, Total
from bot.claims.model import Counting

NEAR = timedelta(days=7)  # a total stands for a date if it counts up to a day of the week before it


def differences(find: Find, selection: Selection, first: date, last: date) -> tuple[Difference, ...]:
    """For each claimant with a total just before the range and another at its end: both."""
    totals = replace(selection, within=None, as_of_from=None, as_of_to=None, countings=(Counting.CUMULATIVE,))
    before = _newest(find.totals_in_window(totals, first - NEAR, first - timedelta(days=1)))
    after = _newest(find.totals_in_window(totals, max(first, last - NEAR), last))
    pairs = [(before[claimant].id, after[claimant].id) for claimant in before if claimant in after]
    figures = find.by_ids([id_ for pair in pairs for id_ in pair])
    both = [Difference(*figures[index : index + 2]) for index in range(0, len(figures), 2)]
    return tuple(pair for pair in both if pair.before.period_start == pair.after.period_start)


def _newest(totals: list[Total]) -> dict[str, Total]:
    return {total.claimant: total for total in totals}  # in the order of dates: later ones replace earlier ones
