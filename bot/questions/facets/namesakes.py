"""Words that are spelt like others, told by those beside them: a town and a vessel, "seems" and "surrenders"."""

from __future__ import annotations

from bot.language.inflection import is_verb
from bot.questions.items import PARTY_KINDS
from bot.questions.row import Row


def read_namesakes(row: Row) -> None:
    """Makes such a word the other. Runs before claimants are read, as a name may be that of one of them too.

    Of a place and a vessel, the vessel is meant beside what goes with one (a crew).
    """
    for i in row.open("yield"):
        if row[i].has("filler") and _surrenders(row, i):
            row.reread(row[i], {"measure": row[i].concepts["yield"], "yield": row[i].concepts["yield"]})
    if not row.has("aboard"):
        return
    for i, item in enumerate(row.items):
        name = item.concepts if item.has("namesake") else row.vocabulary.single(item.text.split(" ")[-1]) or {}
        says = row.is_led_by(i, "claim") or row.precedes(i, "claim", "claim-after")
        if "namesake" in name and item.has("place", "claimant", "object", "model") and not says:
            row.reread(item, {"place": name["namesake"]})


def _surrenders(row: Row, i: int) -> bool:
    """Whether a verb that may be "seems" is all that is told of the party right before it."""
    subject = i > 0 and row[i - 1].has(*PARTY_KINDS) and row[i - 1].means("case", "nominative")
    return subject and not any(is_verb(x.text) and not x.has("claim-after") for x in row.until_mark(i + 1))
