"""What a follow-up takes back: one of two that were asked about, a date, a place, who says so."""

from __future__ import annotations

from bot.questions.followups.shifts import in_the_year_before
from bot.questions.frame import Frame
from bot.questions.items import PARTY_KINDS, Item
from bot.questions.parties.naming import party_of
from bot.questions.row import Row


def take_back(row: Row, frame: Frame, before: Frame) -> None:
    """What is denied falls out of what was asked before."""
    _widen(row, frame, before)
    _keep_the_others(row, frame, before)
    _widen_to_country(row, frame)
    frame.everywhere |= bool(before.places) and _takes_back(row, "place")
    if frame.everywhere and frame.places == before.places:
        frame.places = []  # "not only there, everywhere"
    if (before.claimants or before.spokespersons) and any(_is_sayer_denied(item, row, before) for item in row.items):
        frame.everyone, frame.each_side = True, False  # "never mind him, everyone"
    if frame.everyone and (frame.claimants, frame.spokespersons) == (before.claimants, before.spokespersons):
        frame.claimants, frame.spokespersons = [], []  # "not only him, all of them"
    _take_dates_back(row, frame, before)


def _widen_to_country(row: Row, frame: Frame) -> None:
    """ "And in the whole country?": where, and not whose."""
    for i, item in enumerate(row.items):
        lead = row[i - 1] if i and item.use == "side" and item.has("party") else None
        if lead and lead.has("whole", "everywhere") and (lead.has("locative") or row.is_led_by(i - 1, "locative")):
            frame.sides = [side for side in frame.sides if side != item.target("party")]
            frame.locations, item.use = [item.target("party")], "location"


def _takes_back(row: Row, *kinds: str) -> bool:
    return any(item.use == "negated" and item.has(*kinds) for item in row.items)


def _is_sayer_denied(item: Item, row: Row, before: Frame) -> bool:
    """A country that is denied may be whose losses they are, unless it was the one who said so."""
    sayer = item.use == "negated" and item.has("claimant", "spokesperson")
    party = party_of(item, row)
    said = party is not None and row.vocabulary.root_claimant(party) in before.claimants
    return sayer and (said or not item.has(*PARTY_KINDS))


def _widen(row: Row, frame: Frame, before: Frame) -> None:
    """ "Not only there", "not just them", "not just the one day": what was asked about is no longer alone."""
    for i in row.open("not-only"):
        if before.limits and (unit := _unit_behind(row, i)):
            unit.use = "date"
            frame.always |= not frame.limits
        skipped = (j for j in range(i + 1, len(row)) if not row[j].has("locative", "claim", "that-one", "filler"))
        j = next(skipped, i)
        if row[j].use == "group" and not row.vocabulary.wholes_of(row[j].target("group")).isdisjoint(frame.groups):
            frame.groups.remove(row[j].target("group"))  # "not just the children, all who live there"
        frame.everywhere |= row[j].use == "place" and frame.places == before.places
        frame.everyone |= row[j].use == "claimant" and frame.claimants == before.claimants
        party = party_of(row[j], row) if row[j].has("anaphora") else None
        if party:
            frame.sides, frame.agents = [x for x in frame.sides if x != party], [x for x in frame.agents if x != party]


def _unit_behind(row: Row, i: int) -> Item | None:
    behind = (item for item in row.items[i + 1 :] if not (item.idle or item.has("locative", "count")))
    following = next(behind, None)
    return following if following is not None and following.has("unit") and following.use is None else None


def _keep_the_others(row: Row, frame: Frame, before: Frame) -> None:
    """ "Without the others", "not the wounded": of several asked about before, those that are not taken back."""
    denied = [item for item in row.items if item.use == "negated"]
    if not denied:
        return
    both = list(row.vocabulary.sides) if before.each_side and not before.sides else before.sides
    parties = {party_of(item, row) for item in denied}
    named = {target for item in denied for target in item.targets}
    if len(both) > 1 and not parties.isdisjoint(both) and not frame.sides:
        frame.sides = [side for side in both if side not in parties]
    for kept, all_of_them in ((frame.measures, before.measures), (frame.objects, before.objects)):
        if len(all_of_them) > 1 and not (kept or named.isdisjoint(all_of_them)):
            kept += [target for target in all_of_them if target not in named]


def _take_dates_back(row: Row, frame: Frame, before: Frame) -> None:
    """ "Not yesterday, at any time", "not in May, in June", "forget the year"."""
    dates = [i for i, item in enumerate(row.items) if item.use == "date" and (i == 0 or row[i - 1].use != "date")]
    denied = [_is_denied(row, i) for i in dates]
    if len(dates) == len(frame.limits):
        frame.limits = [limits for limits, out in zip(frame.limits, denied, strict=True) if not out]
    if before.limits and (any(denied) or _takes_back(row, "unit", "timing") or _takes_back_day(row)):
        old = [limits.span.first for limits in before.limits]
        frame.limits = [x for x in frame.limits if in_the_year_before(x, before.limits).span.first not in old]
        frame.always |= not frame.limits


def _is_denied(row: Row, i: int) -> bool:
    """ "Not", right before a date, or before "only" or "that" there."""
    while i > 0 and row[i - 1].has("only", "that-one", "locative"):
        i -= 1
    return i > 0 and row[i - 1].has("negation", "not-only") and not (i == 1 and row[0].has("refusal"))


def _takes_back_day(row: Row) -> bool:
    return any(item.use == "negated" and item.kind in ("number", "date") for item in row.items)
