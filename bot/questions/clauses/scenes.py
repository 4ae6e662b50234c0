"""Sentences that only set the scene: of a side, and nothing counted ("that country is huge. How many …"), or of life.

Beside a question that tells by itself whose losses it asks for, they tell nothing of them.
"""

from __future__ import annotations

from itertools import repeat, takewhile

from bot.questions.clauses.clauses import Span, clauses_of, is_whole, runs
from bot.questions.items import ASIDE, HEADS_OFF, MEASURES, PARTY_KINDS, SENTENCE_ENDS, Item
from bot.questions.question import Question, QuestionOf
from bot.questions.row import Row

_COMMAS = ",("
_ENDS = SENTENCE_ENDS + _COMMAS
_ACTORS = (*PARTY_KINDS, "claimant", "spokesperson", "each-side")
_NOUNS = ("group", "narrower", "object", "model")
_LEADS = ("locative", "owner", "owner-case", "source", "since", "within", "between", "with")
_COUNTS = (
    *MEASURES, "measure-noun", "captivity", "slang-number", "claim", "claim-after", "claim-own", "population", "other",
    "versus", "swap", "speaker", "help", "kin",
)  # fmt: skip
_MATTER = (
    "measure-noun", "captivity", "slang-number", "claim", "claim-own", "population", "other", "each-side", "swap",
    "speaker", "help", "kin", "event", "place", "month", "versus",
)  # fmt: skip
_SHORT = 2  # digits: longer numbers may be years, or counts


def read_scenes(row: Row, question_of: QuestionOf) -> None:
    """Sets aside whom they name. Runs before clauses are read."""
    if not row.has(*_ACTORS):
        return
    clauses = _with_talk_apart(row, list(clauses_of(row)))
    if len(clauses) < 2:
        return
    of_life = [span for span in clauses if _tells_of_life(row, *span)]
    scenes = list(takewhile(lambda span: span in of_life or _sets_scene(row, *span), clauses))
    if not scenes or any(item.has("anaphora", "there") for item in row.items[scenes[-1][1] :]):
        return
    asked = [question_of(*run) for run in runs(span for span in clauses if span not in scenes)]
    told = [item for span in scenes for item in row.items[slice(*span)]]
    if not asked or not all(_tells_whose(question, told) for question in asked):
        return
    for span in scenes:
        for item in row.items[slice(*span)]:
            if span in of_life or item.unknown or item.has(*_ACTORS, *_NOUNS, "ask"):
                item.use = item.use or ASIDE


def _with_talk_apart(row: Row, clauses: list[Span]) -> list[Span]:
    """The clauses, with talk of plain life at the head of the first one, up to a comma, as clauses of its own."""
    first, last = clauses[0] if clauses else (0, 0)
    talk: list[Span] = []
    for i in range(first, last - 1):
        if row[i].text not in _COMMAS:
            continue
        if not (any(item.has("everyday") for item in row.items[first:i]) and _tells_of_life(row, first, i + 1)):
            break
        talk.append((first, i + 1))
        first = i + 1
    return [*talk, (first, last), *clauses[1:]] if talk else clauses


def _tells_of_life(row: Row, first: int, last: int) -> bool:
    """Whether a clause is plain talk ("the cat broke a vase"): of no side, thing or place, and of no other war."""
    items = [item for item in row.items[first:last] if item.use is None and item.kind != "mark"]
    if row[last - 1].text not in _ENDS or any(_is_of_matter(item) for item in items):
        return False
    talk = [k for k in range(first, last) if row[k].unknown or row[k].has("everyday")]
    known = any(row[k].has("everyday") for k in talk)
    if not known and any(item.has(*MEASURES) for item in items):
        return False
    names = [k for k in talk if row[k].unknown and not row[k].has("everyday") and _may_tell_more(row, k)]
    return bool(talk) and (not names or (names == [first] and len(talk) > 1))


def _is_of_matter(item: Item) -> bool:
    if item.has("everyday"):
        return False
    return item.asks or (item.kind == "number" and len(item.text) > _SHORT) or item.has(*_MATTER, *_ACTORS, *_NOUNS)


def _sets_scene(row: Row, first: int, last: int) -> bool:
    if row[last - 1].kind != "mark" or row[last - 1].text in HEADS_OFF:
        return False
    items = [item for item in row.items[first:last] if item.use is None and item.kind != "mark"]
    if any(item.has("each-side") for item in items):
        items = [item for item in items if not item.means("claim-after", "verb")]  # "both lie"
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
    place = item.has("place") and not item.has(*_ACTORS)  # which may be where it was
    return item.asks or place or item.kind == "number" or item.has(*_COUNTS)


def _may_tell_more(row: Row, i: int) -> bool:
    """Whether an unknown word may be a name, or of another war."""
    return row[i].typed[:1].isupper() or (i > 0 and row[i - 1].has(*_LEADS))


def _tells_whose(question: Question | None, scene: list[Item]) -> bool:
    """Whether it is whole, names those whose losses it asks for, and what is counted where the scene names any."""
    frame = question.frame if question is not None and is_whole(question) else None
    both = any(item.has("each-side") for item in scene)
    if frame is None or not (frame.sides or frame.populations or both):
        return False
    named = frame.objects or frame.groups or frame.populations or frame.people
    return bool(named) or not any(item.has("everyday", *_NOUNS) for item in scene)
