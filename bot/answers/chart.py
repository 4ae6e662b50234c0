"""An answer's figures over time as a picture for a phone: PNG, light or dark, with the same facts in words.

Only `draw` needs matplotlib, which is imported there; it keeps nothing, and may run on any thread.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

from bot.answers.answer import Answer
from bot.answers.chart_data import (
    ChartData,
    chart_data,
    chart_key,
    is_drawable,
    is_subject_drawable,
    subject_chart_data,
    subject_chart_key,
)
from bot.claims.database.store import Store
from bot.language.texts import Texts

__all__ = [
    "Chart",
    "ChartData",
    "chart",
    "chart_data",
    "chart_key",
    "draw",
    "is_drawable",
    "is_subject_drawable",
    "subject_chart_data",
    "subject_chart_key",
]


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture and what it shows, in words."""

    png: bytes
    caption: str  # plain text that fits under a picture


def chart(answer: Answer, store: Store, texts: Texts, *, dark: bool = False) -> Chart | None:
    """The chart of an answer; None where there is nothing to draw."""
    data = chart_data(answer, store, texts)
    return draw(data, dark=dark) if data else None


def draw(data: ChartData, *, dark: bool = False) -> Chart:
    """The picture of what `chart_data` gathered."""
    from bot.answers.chart_picture import Picture  # noqa: PLC0415 - matplotlib takes a second to import

    buffer = io.BytesIO()
    Picture(data, dark=dark).save(buffer)
    return Chart(buffer.getvalue(), data.caption)
