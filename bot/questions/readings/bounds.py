"""From the dates of a question to the bounds that they set to what is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.questions.dates.spans import Limits
from bot.questions.frame import Frame
from bot.questions.question import Dates


def limits_to_dates(frame: Frame) -> list[tuple[Dates, bool]]:
    """The bounds of each date that is compared, or of all together, and whether it asks what happened within them."""
    if len(frame.limits) > 1 and len({(limits.how, limits.span.grain) for limits in frame.limits}) == 1:
        return [_bounds(frame, [limits]) for limits in dict.fromkeys(frame.limits)]
    return [_bounds(frame, frame.limits)]


def _bounds(frame: Frame, together: Sequence[Limits]) -> tuple[Dates, bool]:
    first: date | None = None
    last: date | None = None
    period = False
    for limits in together:
        if limits.how == "as-of":
            last = _as_of(limits)
        elif limits.how == "since":
            first, period = limits.span.first, True
        elif limits.how == "within":
            first, last = limits.span.first, limits.span.last
            period = not (frame.running and first == last)
    if frame.said and together and period:
        return Dates(said_from=first, said_to=last), False
    return Dates(as_of_from=first, as_of_to=last), period


def _as_of(limits: Limits) -> date:
    span = limits.span
    if span.grain == "middle":
        return span.first + (span.last - span.first) / 2
    return span.first if span.grain == "start" else span.last
