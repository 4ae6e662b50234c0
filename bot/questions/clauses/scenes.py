"""Sentences that only set the scene: they name a side, and count nothing ("that country is huge. How many did it …").

Beside a question that tells by itself whose losses it asks for, they tell nothing of them.
"""

from __future__ import annotations

from itertools import repeat, takewhile

from bot.questions.clauses.clauses import ASIDE, clauses_of, is_whole, runs
from bot.questions.items import MEASURES, PARTY_KINDS, SENTENCE_ENDS, Item
from bot.questions.question import Question, QuestionOf
from bot.questions.row import Row

_ENDS = SENTENCE_ENDS + ","
_ACTORS = (*PARTY_KINDS, "claimant", "spokesperson")
_NOUNS = ("group", "narrower", "object", "model")
_LEADS = ("locative", "owner", "owner-case", "source", "since", "within", "between", "with")
_COUNTS = (
    *MEASURES, "measure-noun", "captivity", "slang-number", "claim", "claim-after", "claim-own", "population", "other",
    "each-side", "versus", "swap", "speaker", "help", "kin",
)  # fmt: skip


def read_scenes(row: Row, question_of: QuestionOf) -> None:
    """Sets aside whom they name. Runs before clauses are read."""
    clauses = list(clauses_of(row))
    if len(clauses) < 2 or not any(item.has(*_ACTORS) for item in row.items):
        return
    scenes = list(takewhile(lambda span: _sets_scene(row, *span), clauses))
    if not scenes or any(item.has("anaphora") for item in row.items[scenes[-1][1] :]):
        return
    asked = [question_of(*run) for run in runs(span for span in clauses if span not in scenes)]
    told = [item for span in scenes for item in row.items[slice(*span)]]
    if not asked or not all(_tells_whose(question, told) for question in asked):
        return
    for item in told:
        if item.unknown or item.has(*_ACTORS, *_NOUNS, "ask"):
            item.use = item.use or ASIDE


def _sets_scene(row: Row, first: int, last: int) -> bool:
    if row[last - 1].text not in _ENDS:
        return False  # a heading
    items = [item for item in row.items[first:last] if item.use is None and item.kind != "mark"]
    if not any(item.has(*_ACTORS) for item in items) or any(_counts(item) for item in items):
        return False
    sources = [item for item in items if item.has("claimant", "spokesperson") and not item.has(*PARTY_KINDS)]
    others = [item for item in items if not item.has(*_ACTORS) and item.text not in ("the", "a")]
    if sources and (any(map(_is_of_no_side, repeat(row), sources)) or len(others) < 2):
        return False  # who may say it
    return not any(item.unknown and _may_tell_more(row, first + k) for k, item in enumerate(row.items[first:last]))


def _is_of_no_side(row: Row, source: Item) -> bool:
    persons = row.vocabulary.entities.spokespersons
    claimants = [persons[person].attributes["claimant"] for person in source.concepts.get("spokesperson", ())]
    return not any(map(row.vocabulary.claimant_party, (*claimants, *source.concepts.get("claimant", ()))))


def _counts(item: Item) -> bool:
    asks = item.has("ask") and not item.has("filler")
    place = item.has("place") and not item.has(*_ACTORS)  # which may be where it was
    return asks or place or item.kind == "number" or item.has(*_COUNTS)


def _may_tell_more(row: Row, i: int) -> bool:
    """Whether an unknown word may be a name, or of another war."""
    return row[i].typed[:1].isupper() or (i > 0 and row[i - 1].has(*_LEADS))


def _tells_whose(question: Question | None, scene: list[Item]) -> bool:
    """Whether it is whole, names those whose losses it asks for, and what is counted where the scene names any."""
    frame = question.frame if question is not None and is_whole(question) else None
    if frame is None or not (frame.sides or frame.populations):
        return False
    named = frame.objects or frame.groups or frame.populations or frame.people
    return bool(named) or not any(item.has(*_NOUNS) for item in scene)
