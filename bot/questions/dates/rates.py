"""Rates: "30k a month" is so many in each, and sets no limits."""

from __future__ import annotations

from collections.abc import Sequence

from bot.questions.items import Item

_REACH = 3  # items between the number and its unit: "1000 of their men a month"
_COUNTED = ("group", "narrower", "object", "model", "measure", "measure-noun", "party-people", "party-adjective")


def mark_rates(items: Sequence[Item]) -> None:
    """Takes out "a month" behind a number and what it counts, so that it is read as no date."""
    for i in range(1, len(items) - 1):
        article, unit = items[i], items[i + 1]
        behind = items[i + 2] if i + 2 < len(items) else None
        if _is_each(article, unit) and not (behind is not None and behind.has("event", "when")):
            article.use = unit.use = "idle"
        if article.kind != "word" or not article.means("count", "1") or not unit.has("unit"):
            continue
        if behind is not None and behind.has("when", "and"):
            continue  # "a month ago", "a year and a half"
        if _follows_number(items, i):
            article.use = unit.use = "idle"


def _is_each(preposition: Item, unit: Item) -> bool:
    """ "A day", where a language says it with a preposition of dates."""
    if unit.means("unit", "day"):
        return preposition.has("as-of") and preposition.has("within")
    return preposition.has("per") and unit.has("lasting")


def _follows_number(items: Sequence[Item], i: int) -> bool:
    for item in reversed(items[max(0, i - _REACH) : i]):
        if item.kind == "number":
            return True
        if not item.has(*_COUNTED) or item.has("within"):
            return False
    return False
