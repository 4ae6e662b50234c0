"""Unknown words that change nothing: where every facet is told, and the word stands where none of them is decided.

Most unknown words are talk ("copped it, no kidding"); a few turn the question: the name of a place or claimant, a verb
whose subject is a side. Which it is, the word's place in the row tells. The answer says how many were stepped over.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.language.inflection import is_verb
from bot.questions.frame import Frame
from bot.questions.items import MEASURES, PARTY_KINDS, Item
from bot.questions.row import Row

STRANGER = "stranger"
_MOST = 3  # unknown words in one question
_LARGEST_SHARE = 0.25  # of its words
# What asks for a complement: an unknown word behind it may be a place, a claimant, a doer, a date.
_GOVERNORS = (
    "locative", "owner", "owner-case", "claim", "agent", "doer", "source", "since", "within", "between", "as-of",
    "recipient", "with", "foe", "negation", "possess", "auxiliary",
)  # fmt: skip
_LISTING = (",", "/", "+", "&")
_ARTICLES = ("the", "a", "an", "this", "that", "its", "their", "his", "her")
_COUNTED = ("group", "narrower", "object", "model", "measure-noun", "population", "party-people", "party-army")
_LISTED = (*_COUNTED, *MEASURES, "place", "claimant", "spokesperson", *PARTY_KINDS)


def step_over(row: Row, frame: Frame, unknown: Sequence[str]) -> bool:
    """Whether all of the unknown words can be stepped over; if so they are marked, else nothing is."""
    found = [i for i, item in enumerate(row.items) if item.unknown and len(item.text) > 1]
    words = sum(item.kind == "word" for item in row.items)
    if len(found) != len(unknown) or len(found) > min(_MOST, _LARGEST_SHARE * words) or not _is_told(row, frame):
        return False
    if not all(_is_harmless(row, i) for i in found):
        return False
    for i in found:
        row[i].use = STRANGER
    return True


def _is_told(row: Row, frame: Frame) -> bool:
    """Whether it asks for a number, and measure and side are named, neither by way of who did it or who says it."""
    whose = frame.sides or frame.populations or (frame.places and not frame.agents)
    return frame.asked and row.has_used("measure") and bool(whose)


def _is_harmless(row: Row, i: int) -> bool:
    before, after = _beside(row, i, -1), _beside(row, i, 1)
    if before is None and after is not None and after.use == "claimant" and after.has("spokesperson"):
        return True  # a title before the name
    if before is not None and before.has(*_COUNTED) and is_verb(row[i].text):
        return False  # what else became of them
    if row[i].typed[:1].isupper() or (before is None and after is None) or _is_listed(row, i):
        return False  # a name, alone between marks (it may be who says so), or one of several
    if before is not None and after is not None and _stands_between(before, after):
        return True
    return not (_decides(before) or _decides(after) or _is_what_was_counted(before, after))


def _is_what_was_counted(before: Item | None, after: Item | None) -> bool:
    """Whether it may be whom they killed, what they lost, where, or who says so."""
    if after is not None and (after.use == "measure" or after.has("ask", "event")):
        return True
    if before is not None and before.has(*_GOVERNORS):
        return not (before.has("claim") and after is not None and after.use == "claimant")
    asked = before is not None and before.has("ask", "measure-active", "measure-loss")
    return asked and not (after is not None and after.use == "place")


def _stands_between(before: Item, after: Item) -> bool:
    """Where the two beside leave no part to a word between them, so that it can only be talk.

    Behind who says it, or other talk, before a number or "how many"; between those counted and what became of them;
    between what happened and who says so, or what else happened. Found by making each word of the labelled questions
    unknown in turn: here the reading stayed right.
    """
    talk = before.idle and not before.has(*_GOVERNORS, "and", "versus", "pronoun")
    says = before.means("claim-after", "verb")
    if after.has("ask") or (after.kind == "number" and after.use is None):
        return talk or says or before.use == "claimant"
    if says:
        return after.use in ("measure", "side")
    if before.use in ("group", "object"):
        return after.use == "measure"
    return before.use == "measure" and after.use in ("measure", "claimant")


def _beside(row: Row, i: int, step: int) -> Item | None:
    """The item right beside, articles skipped; None at a mark or an end."""
    j = i + step
    while 0 <= j < len(row) and row[j].text in _ARTICLES:
        j += step
    return row[j] if 0 <= j < len(row) and row[j].kind != "mark" else None


def _decides(item: Item | None) -> bool:
    """A side, whose part a verb beside it may turn; what joins or tells who says so; a number, whose unit it may be."""
    if item is None:
        return False
    if item.kind in ("number", "date") or item.use == "date" or item.unknown:
        return True
    return item.has("claim-after", "versus", "and", "population") or (item.use != "location" and item.has(*PARTY_KINDS))


def _is_listed(row: Row, i: int) -> bool:
    """Whether it stands in a list: nothing but a comma or the like between it and something asked for."""
    return any(
        0 <= i + 2 * step < len(row)
        and row[i + step].text in _LISTING
        and row[i + 2 * step].has(*_LISTED)
        and _beside(row, i, -step) is None
        for step in (-1, 1)
    )
