"""`claimbot explain`: how each word of a question was read and what came of it, for those who extend the vocabulary."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import click

from bot.cli.common import Day, needs_settings, opened, say
from bot.config import Settings

if TYPE_CHECKING:
    from bot.questions.frame import Frame
    from bot.questions.question import Question, Reading, Step

_GAP = "  "


@click.command(help=say("cli-explain"))
@click.argument("question", nargs=-1, required=True)
@click.option("--previous", help=say("cli-option-previous"))
@click.option("--today", type=Day(), help=say("cli-option-today"))
@needs_settings
def explain(settings: Settings, question: tuple[str, ...], previous: str | None, today: date | None) -> None:
    """Show how a question is understood."""
    understood = opened(settings).understand(" ".join(question), previous=previous, today=today)
    for line in (*_words(understood.steps), "", *_outcome(understood)):
        click.echo(line)


def _words(steps: tuple[Step, ...]) -> Iterator[str]:
    """A table: each word as typed, as it was mended, what it can mean, what was made of it."""
    rows = [tuple(say(f"explain-{column}") for column in ("typed", "read", "meaning", "use"))]
    said = (step for step in steps if step.concept or any(map(str.isalnum, step.typed)))
    rows += [(step.typed, _read(step), step.concept or "", _use(step)) for step in said]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for *columns, last in rows:
        padded = (cell.ljust(width) for cell, width in zip(columns, widths, strict=True))
        yield _GAP.join((*padded, last)).rstrip()


def _read(step: Step) -> str:
    return "" if step.repaired == step.typed.casefold() else step.repaired


def _use(step: Step) -> str:
    if step.note is not None:
        return say(f"explain-use-{step.note}")
    return say("explain-use-none") if not step.concept and step.typed.isalpha() else ""


def _outcome(question: Question) -> Iterator[str]:
    yield say(f"explain-outcome-{question.outcome}", language=question.language)
    if question.refusal is not None:
        yield _GAP + say(f"explain-refusal-{question.refusal}")
    if question.missing is not None:
        yield _GAP + say(f"explain-missing-{question.missing}")
    if question.frame is not None:
        yield from (_GAP + say(f"explain-veto-{veto}") for veto in _vetoes(question.frame))
    if question.checked is not None:
        yield _GAP + say("explain-number", low=question.checked.low, high=question.checked.high)
    yield from (_GAP + _described(reading) for reading in question.readings)
    yield from (_GAP + "? " + _described(suggestion.reading) for suggestion in question.suggestions)


def _vetoes(frame: Frame) -> Iterator[str]:
    """What kept the side from being taken as it was typed."""
    if frame.doubt:
        yield "doubt"
    if frame.speaker:
        yield "speaker"
    if len(frame.sides) > 1 and not (frame.versus or frame.each_side):
        yield "two-sides"
    if set(frame.sides) & set(frame.agents):
        yield "same-side"


def _described(reading: Reading) -> str:
    """A reading in the names of its slots; but for `per`, these are those of the contract's JSON."""
    dates = reading.dates
    slots = {
        "place": reading.place,
        "claimants": " ".join((*reading.claimants, *reading.spokespersons)),
        "as_of_from": dates.as_of_from,
        "as_of_to": dates.as_of_to,
        "said_from": dates.said_from,
        "said_to": dates.said_to,
        "unmatched": " ".join(reading.unmatched),
        "per": reading.per,
    }
    return " ".join((str(reading.topic), *(f"{name}={value}" for name, value in slots.items() if value)))
