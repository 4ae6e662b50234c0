"""What losses are measured against, and nobody here counts: "than the other empire lost in its war", "than were built".

Where what stands beside it is a whole question by itself, it neither refuses it nor adds to it. The other side is no
yardstick: it is asked for too.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.questions.clauses.clauses import is_whole
from bot.questions.items import ASIDE, MEASURES, PARTY_KINDS, SENTENCE_ENDS, Item
from bot.questions.question import QuestionOf
from bot.questions.row import Row

_ENDS = SENTENCE_ENDS + ",:()-"
_PAIR_REACH = 5  # items between the two halves of "as … as"
_SAYING = ("claim-after", "claim-own", "spokesperson")
# What may be asked for besides: another count, another day, another place.
_OF_OURS = (
    *MEASURES, *PARTY_KINDS, "measure-noun", "captivity", "group", "narrower", "object", "model", "population", "place",
    "claimant", "month", "when", "unit", "season", "era", "speaker", "enemy",
)  # fmt: skip


def read_yardsticks(row: Row, question_of: QuestionOf) -> None:
    """Sets it aside. Runs before clauses are read; `question_of` gives what a run of items asks by itself."""
    for i in range(len(row)):
        if row[i].use is not None or not _compares(row, i):
            continue
        end = _end(row, i)
        before, behind = row.items[:i], row.items[i + 1 : end]
        if not behind or any(item.has(*_SAYING) for item in behind) or _is_number(behind):
            continue
        if _parties(behind) <= _parties(before) and _is_another_matter(behind):
            leads = end < len(row) and all(item.idle or item.has("more") for item in before)
            if (i or leads) and is_whole(question_of(end, len(row)) if leads else question_of(0, i)):
                for item in row.items[i:end]:
                    item.use = ASIDE
        elif before and _is_other_side(_parties(before), behind):
            row.reread(row[i], {**row[i].concepts, "versus": ("versus",)})  # "as many as they", "exceed theirs"


def _compares(row: Row, i: int) -> bool:
    """Whether item i is a word of comparison, or a phrase that ends in one ("more than", "as high as")."""
    phrase = " " in row[i].text
    compares = row.words(row[i])[-1].get("yardstick", ()) if phrase else ()
    compares = (*compares, *row[i].concepts.get("yardstick", ()))
    before = row[i - 1] if i else None
    adds = before is not None and before.kind == "word" and before.has("and")
    if "than" in compares or ("where" in compares and i + 1 < len(row) and row[i + 1].has("locative")):
        return not adds
    if "pair" in compares:
        return phrase or any(item.means("yardstick", "pair") for item in row.items[max(0, i - _PAIR_REACH) : i])
    return "led" in compares and before is not None and before.has("more")


def _end(row: Row, i: int) -> int:
    """Where its clause ends: at a mark, unless that joins another matter; at "how many", who says it, or by when."""
    for j in range(i + 1, len(row)):
        item = row[j]
        joins = item.text == "," and j + 1 < len(row) and row[j + 1].has("other")
        closes = item.has("claim", "as-of") and not item.has("claim-after", "locative", "within")
        if (item.kind == "mark" and item.text in _ENDS and not joins) or item.asks or closes:
            return j
    return len(row)


def _is_number(items: Sequence[Item]) -> bool:
    """ "More than 15,000 dead": no comparison but a number; a span of time is none ("than ten years of that war")."""
    first, following = items[0], items[1] if len(items) > 1 else None
    if first.kind != "number" and not first.has("count", "fraction"):
        return False
    return following is None or not (following.has("unit") or (first.has("count") and following.has("other")))


def _is_another_matter(items: Sequence[Item]) -> bool:
    """Whether it is of another war, state or matter, of what somebody has, or of nothing that is counted here."""
    if any(map(_leads_elsewhere, items)):
        return True
    if any(item.has("possess") for item in items) and not any(item.has(*MEASURES, *PARTY_KINDS) for item in items):
        return True
    told = any(item.kind in ("number", "date") or item.has(*_OF_OURS) for item in items)
    return not told and not all(item.idle for item in items)


def _leads_elsewhere(item: Item) -> bool:
    """A word of another matter, or a third state."""
    if item.has("claimant"):
        return not item.has("place", *PARTY_KINDS)
    return item.has("other") and not item.means("other", "chatter")


def _is_other_side(named: set[str], items: Sequence[Item]) -> bool:
    others = _parties(items)
    return bool(named and others) and not (named & others or any(x.kind == "number" or x.has("unit") for x in items))


def _parties(items: Sequence[Item]) -> set[str]:
    return {party for item in items for kind in PARTY_KINDS for party in item.concepts.get(kind, ())}
