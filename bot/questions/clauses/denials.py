"""Clauses that say what is not asked: "not about the money, …", "never mind who was drafted: …", "…, no houses needed".

Where the rest is a whole question by itself, they neither refuse it nor add to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.questions.clauses.clauses import Span, asks_of_there, is_whole, runs
from bot.questions.facets.negations import FACETS
from bot.questions.items import ASIDE, MEASURES, PARTY_KINDS, Item
from bot.questions.question import QuestionOf
from bot.questions.row import Row

_ENDS = ".!?;:,("


def read_denials(row: Row, question_of: QuestionOf, *, follows: bool = False) -> None:
    """Sets them aside. Runs before clauses are read; `question_of` gives what a run of items asks by itself.

    What a follow-up denies by name may be what was asked before: `followups.taken_back` reads it.
    """
    clauses = list(_clauses(row))
    denied = [span for span in clauses if _is_denied(row.items[slice(*span)])]
    if follows:
        denied = [span for span in denied if not any(item.has(*FACETS) for item in row.items[slice(*span)])]
    if not denied:
        return
    rest = [run for run in runs(span for span in clauses if span not in denied) if is_whole(question_of(*run))]
    if not rest:
        return
    there = asks_of_there(row, rest)
    for item in (item for span in denied for item in row.items[slice(*span)]):
        if not (there and item.has("place")):
            item.use = item.use or ASIDE


def _clauses(row: Row) -> Iterator[Span]:
    """The runs between marks, dashes with spaces around them included."""
    first = 0
    for i, item in enumerate(row.items):
        spaced = 0 < i < len(row) - 1 and row[i - 1].end < item.start and item.end < row[i + 1].start
        if item.kind == "mark" and (item.text in _ENDS or (item.text == "-" and spaced)):
            if i > first:
                yield first, i + 1
            first = i + 1
    if first < len(row):
        yield first, len(row)


def _is_denied(items: Sequence[Item]) -> bool:
    """Led or closed by words for what is of no interest, or known; or by a "not", where it is another matter."""
    if any(item.has("indifference") and item.use is None for item in items):
        return True
    known = any(item.has("known") for item in items)
    if known and not any(item.asks or item.kind == "number" for item in items) and items[-1].text != "?":
        return True
    other = any(item.has("other") for item in items)
    if not other or any(item.has(*MEASURES, *PARTY_KINDS) for item in items):
        return False
    first = next((item for item in items if not item.idle or item.has("negation")), None)
    return (first is not None and first.has("negation")) or known
