"""The clauses of a text: where they end, what they speak of that others name, and whether they are a question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.questions.clauses.chat import counts, is_of_chat, is_smile
from bot.questions.items import PARTY_KINDS
from bot.questions.question import Outcome, Question
from bot.questions.row import Row

_ENDS = frozenset(".!?;:-")
FIRST_PERSON = ("ю", "у")  # of verbs, in languages with cases

Span = tuple[int, int]  # a clause: its first item, and the first behind it


def runs(spans: Iterable[Span]) -> Iterator[Span]:
    """Clauses that stand side by side, as one."""
    start = end = -1
    for first, last in spans:
        if first != end and end > 0:
            yield start, end
        start, end = (start if first == end else first), last
    if end > 0:
        yield start, end


def is_whole(question: Question | None) -> bool:
    """Whether it was understood, and every word of it."""
    return question is not None and question.outcome is Outcome.UNDERSTOOD and not question.set_aside


def speaks_of_them(row: Row, first: int, last: int) -> bool:
    """Whether a pronoun stands for the side: "how many did they lose"."""
    items = row.items[first:last]
    named = any(item.has(*PARTY_KINDS) and not item.has("anaphora") for item in items)
    return not named and any(item.has("anaphora") for item in items)


def asks_of_there(row: Row, spans: Iterable[Span]) -> bool:
    """Whether a question without a place of its own speaks of those, or of the place, that were named before it."""
    items = [item for span in spans for item in row.items[slice(*span)]]
    words = (word for item in items for word in row.words(item))
    return any("there" in word or "anaphora" in word for word in words) and not any(item.has("place") for item in items)


def clauses_of(row: Row) -> Iterator[Span]:
    """The runs of items between marks that end a clause, a comma before a "how many", or words that give a reason."""
    first = 0
    for i in range(len(row)):
        if _ends_clause(row, i, first):
            if i > first:
                yield first, i + 1
            first = i + 1
        elif i > first and row[i].has("reason"):
            yield first, i
            first = i
        elif i > first and row[i].asks and (comma := _comma_before(row, i)) > first:
            yield first, comma + 1
            first = comma + 1
    if first < len(row):
        yield first, len(row)


def _ends_clause(row: Row, i: int, first: int) -> bool:
    item = row[i]
    if item.kind != "mark":
        return False
    if item.text == ",":
        parts = row.items[first:i], row.until_mark(i + 1)
        return any(map(is_of_chat, parts)) and any(map(counts, parts))
    if item.text not in _ENDS:
        return is_smile(row, i)
    spaced = 0 < i < len(row) - 1 and row[i - 1].end < item.start and item.end < row[i + 1].start
    return item.text != "-" or spaced


def _comma_before(row: Row, i: int) -> int:
    """The comma that begins the clause of a "how many", words that change nothing between; -1 for none."""
    j = i - 1
    while j >= 0 and row[j].has("filler") and not row[j].has("claim-after", "negation"):
        j -= 1
    return j if j >= 0 and row[j].text == "," else -1
