"""A clause that asks why beside one that tells or asks how many: "10,000 dead? Why the tally is credible"."""

from __future__ import annotations

from bot.questions.items import MEASURES, PARTY_KINDS, SENTENCE_ENDS
from bot.questions.question import Outcome, Question, QuestionOf
from bot.questions.row import Row

RHETORIC = "rhetoric"
_ENDS = SENTENCE_ENDS + ":"


def read_rhetoric(row: Row, question_of: QuestionOf) -> None:
    """Sets the clause aside where the rest is a question of its own, and it asks for no more itself.

    Runs before roles are read. `question_of` gives what the items from one position to another ask by themselves.
    """
    clauses = list(row.parts(_ENDS))
    asking = [span for span in clauses if any(_asks_why(row, i) for i in range(*span))]
    rest = [span for span in clauses if span not in asking]
    if len(asking) != 1 or not rest:
        return
    first, last = asking[0]
    if sum(row[i].has("claimant", "spokesperson") for i in range(first, last)) > 1:
        return  # "why do this one's and that one's figures differ?": both are asked for
    if all(_is_answerable(question_of(*span), _is_title(row, first, last)) for span in rest):
        for item in row.items[first:last]:
            item.use = item.use or RHETORIC


def _asks_why(row: Row, i: int) -> bool:
    return row[i].has("cause") and row[i].use is None and not row[i].has("filler")


def _is_title(row: Row, first: int, last: int) -> bool:
    """Whether it ends a headline: the last clause, and no question, or one about numbers ("why do they differ?")."""
    closes = first > 0 and last == len(row)
    return closes and (row[last - 1].text != "?" or _asks_about_numbers(row, first, last))


def _asks_about_numbers(row: Row, first: int, last: int) -> bool:
    items = row.items[first:last]
    of_ours = any(item.has(*MEASURES, *PARTY_KINDS, "object", "group", "other") for item in items)
    return not of_ours and any(item.has("ask") and item.means("claim-after", "noun") for item in items)


def _is_answerable(question: Question | None, title: bool) -> bool:
    """Understood by itself, and in front of a headline's explanation or with a number of its own."""
    if question is None or question.outcome is not Outcome.UNDERSTOOD or question.set_aside:
        return False
    asked = any(step.concept and "ask:" in step.concept and "filler" not in step.concept for step in question.steps)
    return title or question.checked is not None or asked
