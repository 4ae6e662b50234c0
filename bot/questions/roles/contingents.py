"""Populations that are a part of one side: its mercenaries do things as their side does, and suffer by themselves."""

from __future__ import annotations

from bot.questions.items import PARTY_KINDS, Item
from bot.questions.parties.parties import cases_of, is_party, stands_by_deed
from bot.questions.row import Row

_ITS = ("its", "their")


def name_sides_of_contingents(row: Row) -> list[Item]:
    """Has them stand for their side while it is read who did it; returns them."""
    contingents: list[Item] = []
    if row.has("own-people"):
        return contingents
    others = any(_is_other(item, row) for item in row.items)
    for i in row.open("population"):
        party = row.vocabulary.population_party(row[i].target("population"))
        cases = cases_of(row[i].text)
        did = others or "instrumental" in cases or ("nominative" in cases and stands_by_deed(row, i))
        if party and did and not row[i].has("filler", *PARTY_KINDS):
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
    leads = item.use is None and (item.text == "whom" or (item.has("agent") and not item.has("source")))
    own = item.use is None and (item.has("reflexive") or item.text in _ITS)  # "they killed so many of its soldiers"
    owned = item.use is None and item.has("owner") and item.has("group", "narrower")
    things = item.use is None and item.has("object", "model")
    return leads or own or owned or things or (is_party(item, row) and not item.has("anaphora"))
