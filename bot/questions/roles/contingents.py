"""Populations that are a part of one side: its mercenaries do things as their side does, and suffer by themselves."""

from __future__ import annotations

from bot.questions.items import PARTY_KINDS, Item
from bot.questions.parties.parties import cases_of, is_party, stands_by_deed
from bot.questions.row import Row


def name_sides_of_contingents(row: Row) -> list[Item]:
    """Has them stand for their side while it is read who did it; returns them."""
    contingents: list[Item] = []
    if row.has("own-people"):
        return contingents
    others = any(_is_other(item, row) for item in row.items)
    for i in row.open("population"):
        party = row.vocabulary.population_party(row[i].target("population"))
        cases = row[i].concepts.get("case") or cases_of(row[i].text)
        told = "instrumental" in cases or ("nominative" in cases and stands_by_deed(row, i))
        may_act = others or told or row[i].text.isascii()  # without cases, its place tells
        if party and may_act and not row[i].has("filler", *PARTY_KINDS):
            case = {"case": cases} if cases else {}
            row.reread(row[i], {**case, **row[i].concepts, "party-people": (party,)})
            contingents.append(row[i])
    return contingents


def leave_to_themselves(contingents: list[Item]) -> None:
    """What nothing made a doer suffered it, as itself and not as its whole side."""
    for item in contingents:
        item.concepts = {kind: to for kind, to in item.concepts.items() if kind not in ("party-people", "case")}


def _is_other(item: Item, row: Row) -> bool:
    """Whom they may have done it to; or what leads to who did it: "at the hands of"."""
    leads = item.has("agent") and not item.has("source")
    owned = item.has("owned-by") and item.has("group", "narrower")
    others = leads or owned or item.has("reflexive", "object", "model")
    return (item.use is None and others) or (is_party(item, row) and not item.has("anaphora"))
