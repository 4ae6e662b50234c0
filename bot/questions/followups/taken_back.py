"""What a follow-up takes back: one of two that were asked about, a date, a place, who says so."""

from __future__ import annotations

from itertools import pairwise

from bot.questions.followups.shifts import in_the_year_before
from bot.questions.frame import Frame
from bot.questions.parties.naming import party_of
from bot.questions.row import Row


def take_back(row: Row, frame: Frame, before: Frame) -> None:
    """What is denied falls out of what was asked before."""
    _keep_the_others(row, frame, before)
    frame.everywhere |= bool(before.places) and _takes_back(row, "place")
    if frame.everywhere and frame.places == before.places:
        frame.places = []  # "not only there, everywhere"
    if (before.claimants or before.spokespersons) and _takes_back(row, "claimant", "spokesperson"):
        frame.everyone, frame.each_side = True, False  # "never mind him, everyone"
    if frame.everyone and (frame.claimants, frame.spokespersons) == (before.claimants, before.spokespersons):
        frame.claimants, frame.spokespersons = [], []  # "not only him, all of them"
    _take_dates_back(row, frame, before)


def _takes_back(row: Row, *kinds: str) -> bool:
    return any(item.use == "negated" and item.has(*kinds) for item in row.items)


def _keep_the_others(row: Row, frame: Frame, before: Frame) -> None:
    """ "Without the others", "not the wounded": of several asked about before, those that are not taken back."""
    denied = [item for item in row.items if item.use == "negated"]
    if not denied:
        return
    both = list(row.vocabulary.sides) if before.each_side and not before.sides else before.sides
    parties = {party_of(item, row) for item in denied}
    named = {target for item in denied for targets in item.concepts.values() for target in targets}
    if len(both) > 1 and not parties.isdisjoint(both) and not frame.sides:
        frame.sides = [side for side in both if side not in parties]
    for kept, all_of_them in ((frame.measures, before.measures), (frame.objects, before.objects)):
        if len(all_of_them) > 1 and not (kept or named.isdisjoint(all_of_them)):
            kept += [target for target in all_of_them if target not in named]


def _take_dates_back(row: Row, frame: Frame, before: Frame) -> None:
    """ "Not yesterday, at any time", "not in May, in June"."""
    denied = any(first.has("negation") and second.use == "date" for first, second in pairwise(row.items))
    denied |= any(item.use == "negated" and item.kind in ("number", "date") for item in row.items)
    if denied and before.limits:
        old = [limits.span.first for limits in before.limits]
        frame.limits = [x for x in frame.limits if in_the_year_before(x, before.limits).span.first not in old]
        frame.always |= not frame.limits
