"""Some of those who are counted, named besides: "34 killed, including two children". Both are asked for."""

from __future__ import annotations

from bot.questions.frame import Frame, add
from bot.questions.items import MEASURES, Item
from bot.questions.row import Row


def read_subsets(row: Row, frame: Frame) -> None:
    """Takes people who are named as some of the others apart. Runs before facets are read."""
    if not row.has(*MEASURES):
        return
    for i in list(row.open("group")):
        group = row[i].target("group")
        if row[i].has("narrower") or not row.vocabulary.is_territorial(group) or not _are_among_others(row, i):
            continue
        add(frame.subsets, group)
        row[i].use = "group"


def _are_among_others(row: Row, i: int) -> bool:
    first = i
    while first > 0 and (_counts(row[first - 1]) or row[first - 1].text == "-"):
        first -= 1
    before = row[first - 1] if first else None
    behind = row.next(i)
    led = before is not None and (before.has("among") or (before.has("anaphora") and before.use in (None, "idle")))
    others = (item for j, item in enumerate(row.items) if not first <= j <= i)
    counted = any(item.kind == "number" or item.has("group", "population", "persons") for item in others)
    return counted and (led or (behind is not None and behind.has("among")))


def _counts(item: Item) -> bool:
    talk = item.idle and not item.has("among", "anaphora")
    return talk or item.kind == "number" or item.use == "number" or item.has("count")
