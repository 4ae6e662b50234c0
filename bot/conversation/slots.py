"""What is kept of a question and of an answer: slots and figures, never what was typed.

A follow-up ("and the other side?") builds on the slots of the question before it. A receipt keeps them together with
the answer as it was given. The words among the slots (`unmatched`) are names that the package itself lists.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import TypeAdapter, ValidationError

from bot.answers.blocks import Block
from bot.claims.database.catalog import Catalog
from bot.questions.frame import Frame
from bot.questions.question import Question, Reading

_QUESTION = TypeAdapter(Question)
_BLOCKS = TypeAdapter(tuple[Block, ...])
_SLOTS = set(Question.__dataclass_fields__) - {"text", "steps"}

Json = Any


class SlotsError(ValueError):
    """What was kept cannot be read (any more)."""


def question_to_json(question: Question, *, frame: bool) -> Json:
    """The slots of a question; the frame is what a follow-up builds on."""
    slots = _SLOTS if frame else _SLOTS - {"frame"}
    return _QUESTION.dump_python(question, mode="json", include=slots, exclude_defaults=True)


def question_from_json(slots: Json) -> Question:
    """The question without its text. Raises SlotsError."""
    try:
        return _QUESTION.validate_python({**slots, "text": ""})
    except (TypeError, ValidationError) as error:
        raise SlotsError("slots of a question that cannot be read") from error


def blocks_to_json(blocks: tuple[Block, ...]) -> Json:
    """An answer as it is shown."""
    return _BLOCKS.dump_python(blocks, mode="json", exclude_defaults=True)


def blocks_from_json(shown: Json) -> tuple[Block, ...]:
    """An answer as it was shown. Raises SlotsError."""
    try:
        return _BLOCKS.validate_python(shown)
    except ValidationError as error:
        raise SlotsError("an answer that cannot be read") from error


def figures_in(blocks: Iterable[Block]) -> tuple[str, ...]:
    """The ids of the figures that are shown, in their order."""
    return tuple(dict.fromkeys(item.figure for block in blocks for item in block.items if item.figure))


def is_known(question: Question, catalog: Catalog) -> bool:
    """Whether the package still has everything that the slots name."""
    readings = (*question.readings, *(suggestion.reading for suggestion in question.suggestions))
    return all(_reading_known(reading, catalog) for reading in readings) and _frame_known(question.frame, catalog)


def _reading_known(reading: Reading, catalog: Catalog) -> bool:
    topic = reading.topic
    return (
        _all_in([topic.population], catalog.populations)
        and _all_in([topic.measure], catalog.measures)
        and _all_in([topic.object] if topic.object else [], catalog.objects)
        and _all_in([reading.place] if reading.place else [], catalog.places)
        and _all_in(reading.claimants, catalog.claimants)
        and _all_in(reading.spokespersons, catalog.spokespersons)
    )


def _frame_known(frame: Frame | None, catalog: Catalog) -> bool:
    if frame is None:
        return True
    return (
        _all_in((*frame.sides, *frame.agents, *frame.owners), catalog.parties)
        and _all_in(frame.populations, catalog.populations)
        and _all_in(frame.measures, catalog.measures)
        and _all_in(frame.objects, catalog.objects)
        and _all_in(frame.claimants, catalog.claimants)
        and _all_in(frame.spokespersons, catalog.spokespersons)
        and _all_in(frame.places, catalog.places)
    )


def _all_in(ids: Iterable[str], entries: Iterable[str]) -> bool:
    return set(ids) <= set(entries)
