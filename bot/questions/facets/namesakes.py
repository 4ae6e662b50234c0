"""Places that are named like another one: beside words that go with the other (a crew: a vessel), that one is meant."""

from __future__ import annotations

from bot.questions.row import Row


def read_namesakes(row: Row) -> None:
    """Makes such a name that of the other. Runs before claimants are read, as it may be the name of one of them too."""
    if not row.has("aboard"):
        return
    for i, item in enumerate(row.items):
        name = item.concepts if item.has("namesake") else row.vocabulary.single(item.text.split(" ")[-1]) or {}
        says = row.is_led_by(i, "claim") or row.precedes(i, "claim", "claim-after")
        if "namesake" in name and item.has("place", "claimant", "object", "model") and not says:
            row.reread(item, {"place": name["namesake"]})
