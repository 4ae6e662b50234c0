"""What is said not to be meant: denied, corrected, or of no interest to whoever asks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.questions.frame import Frame
from bot.questions.items import ASIDE, MEASURES, PARTY_KINDS, Item
from bot.questions.row import Row

_REACH = 3  # items from what is denied to how few it was
_ALIKE = (
    PARTY_KINDS,
    ("group", "narrower", "population"),
    ("object", "model"),
    (*MEASURES, "measure-noun", "captivity"),
    ("place",),
    ("claimant", "spokesperson"),
)
FACETS = tuple(kind for kinds in _ALIKE for kind in kinds)
_LIMITING = ("unit", "timing", "spot")  # "without the year", "not the region"


def read_negations(row: Row, before: Frame | None) -> None:
    """What is said not to be meant is taken out before anything else is read; a follow-up may deny what was asked."""
    if before is not None:
        _read_complaints(row, before)
    for i in row.open("negation", "indifference"):
        j = _behind(row, i)
        if _asks_to_confirm(row, i, j) or (before is not None and _refuses(row, i, j, before)):
            row[i].use = "idle"
        elif j < len(row) and row[j].has("object") and row.precedes(j, "strike"):
            row[i].use = row[j + 1].use = "idle"  # "they have no tanks left"
        elif row[i].has("indifference"):
            _drop_indifferent(row, i)
        elif j < len(row) and _may_be_denied(row[j]):
            row[i].use = "idle"
            if not any(item.has("not-one") for item in row.items[j : j + _REACH]):
                row[j].use = "negated"
                if row[j].has("office", "person") and row.precedes(j, "spokesperson"):
                    row[j + 1].use = "negated"  # "not by the minister So-and-so's count"
                _deny_clause(row, i, j)
                _take_back(row, i, j)


def _read_complaints(row: Row, before: Frame) -> None:
    """ "You gave me those. I'm asking about the others!!": what was answered, beside what somebody says he asked."""
    starts = [i for i in range(1, len(row)) if row[i - 1].kind == "mark" or row[i].has("continuing")]
    clauses = [row.items[first:last] for first, last in pairwise([0, *starts, len(row)])]
    for items in clauses:
        meant = [item for other in clauses if other is not items and _tells_what_was_meant(other) for item in other]
        if _is_of_answer(items, meant, before):
            for item in items:
                item.use = item.use or ASIDE


def _tells_what_was_meant(items: Sequence[Item]) -> bool:
    """ "I'm asking about those", "I need them", "those, I meant"; not "you gave me those"."""
    speaker = next((item for item in items if item.has("personal", "addressee")), None)
    said = any(item.has("correction") or item.means("asker", "does") for item in items)
    return (said or (speaker is not None and speaker.has("personal"))) and items[-1].use != ASIDE


def _is_of_answer(items: Sequence[Item], meant: Sequence[Item], before: Frame) -> bool:
    """Whether a clause names what was asked before, or tells the bot of it, and another of its kind was meant."""
    told = [item for item in items if item.has(*FACETS)]
    known = before.targets.union(before.claimants)
    given = any(item.has("addressee") for item in items) or not any(item.targets.isdisjoint(known) for item in told)
    counted = any(item.means("ask", "how-many") and item.asks for item in items)
    alike = any(any(x.has(*kinds) for x in told) and any(x.has(*kinds) for x in meant) for kinds in _ALIKE)
    return given and alike and not counted


def _deny_clause(row: Row, i: int, negated: int) -> None:
    """ "But for those who are their captives": all that tells who these are."""
    if any(row[j].has("who") or row.begins_in(j, "who") for j in range(i, negated)):
        for item in row.until_mark(negated + 1):
            if item.use is None and item.has(*FACETS):
                item.use = "negated"


def _behind(row: Row, i: int) -> int:
    """What is denied: articles, prepositions and "those who are" skipped."""
    j = i + 1
    while j < len(row) and (
        row[j].text in ("the", "a", "for", "those", "the ones")
        or row[j].has("locative", "claim", "owner-case", "agent", "that-one", "who")
        or row[j].means("claim-after", "about")
        or row.begins_in(j, "who")
        or (row[j].has("auxiliary") and row[j - 1].has("who"))
        or (row[j].text == "," and row.precedes(j, "who"))
    ):
        j += 1
    return j


def _asks_to_confirm(row: Row, i: int, j: int) -> bool:
    """ "Didn't the ministry say", "haven't they lost", "not 5,000?": a question, and no denial."""
    begins = row[i].text.isascii() and row[i].text.endswith(("n't", "nt")) and (i == 0 or row[i - 1].kind == "mark")
    if j < len(row) and row[j].kind == "number" and all(item.kind == "mark" for item in row.items[j + 1 :]):
        return row[len(row) - 1].text == "?" and all(item.idle or item.has("negation") for item in row.items[:j])
    return begins and j < len(row) and row[j].has("claimant", "spokesperson", "party", "party-people", "party-army")


def _refuses(row: Row, i: int, j: int, before: Frame) -> bool:
    """ "No planes", with its comma left out, where nobody asked about planes: they are what is meant."""
    head = i == 0 and row[i].has("refusal") and j < len(row)
    return head and before.targets.isdisjoint(row[j].targets)


def _may_be_denied(item: Item) -> bool:
    return (item.has(*FACETS, *_LIMITING) or item.kind == "number") and not item.has("everywhere", "event")


def _take_back(row: Row, i: int, negated: int) -> None:
    """ "Of subs, sorry, not subs": what was named before and is corrected by the speaker himself."""
    correction = next((j for j in range(i) if row[j].has("correction")), 0)
    if negated + 1 < len(row) and not row[negated + 1].has(*PARTY_KINDS):
        correction = correction or i  # not "tanks of these, not tanks of those"
    for item in row.items[:correction]:
        same = item.has("object", "model") and item.concepts == row[negated].concepts  # in another form, or cut short
        if item.use is None and item.has(*FACETS) and (same or item.text == row[negated].text):
            item.use = "negated"


def _drop_indifferent(row: Row, i: int) -> None:
    """ "The others do not interest me": whom the clause names falls out."""
    for step in (-1, 1):
        j = i + step
        while 0 <= j < len(row) and row[j].kind != "mark" and not row[j].has("and", "ask"):
            if row[j].has(*FACETS, *_LIMITING):
                row[j].use = row[i].use = "negated"
            j += step
        if row[i].use is not None:
            return
