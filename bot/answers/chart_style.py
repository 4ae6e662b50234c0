"""How a chart looks: two themes, colours that no side claims, marks by hedge, numbers and dates as languages have them.

The colours are chosen for colour-blind readers (after Paul Tol's muted scheme) and go by the order of first dates: no
side has one of its own. A letter on each series says the same without colour.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from babel.dates import format_date
from babel.numbers import format_decimal

from bot.answers.chart_data import Sign
from bot.language.texts import BABEL_LOCALES

# A phone shows 1,080 pixels across 5 inches: what is 10 points here is 10 points there.
WIDTH = 5.0
DPI = 216
MARGIN = 0.2
PLOT_HEIGHT, PLOT_HEIGHT_EACH = 2.9, 2.2
FONT = "DejaVu Sans"  # comes with matplotlib; has Latin and Cyrillic
TITLE, TEXT, SMALL = 12.5, 9.5, 7.5
LEADING = 1.35  # height of a line of text by its size


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of a picture."""

    background: str
    ink: str
    faint: str
    grid: str
    cycle: tuple[str, ...]


LIGHT = Theme(
    background="#ffffff",
    ink="#1c1c1e",
    faint="#5f6368",
    grid="#e3e3e6",
    cycle=("#332288", "#117733", "#aa4499", "#44aa99", "#cc6677", "#999933", "#882255", "#666666"),
)
DARK = Theme(
    background="#17212b",
    ink="#f2f2f3",
    faint="#a9b2ba",
    grid="#2c3945",
    cycle=("#a99df0", "#6fcf97", "#e79ae0", "#62d6c4", "#f2a08f", "#d3cf6e", "#f08fb5", "#c4c9ce"),
)

# Marker, and whether it is filled: what was said with a hedge stays open.
MARKERS: dict[Sign, tuple[str, bool]] = {
    Sign.EXACT: ("o", True),
    Sign.ABOUT: ("o", False),
    Sign.AT_LEAST: ("^", False),
    Sign.AT_MOST: ("v", False),
    Sign.BETWEEN: ("_", True),
    Sign.REPLACED: ("+", True),
    Sign.VOID: ("x", True),
}


def number_format(language: str) -> Callable[[float, object], str]:
    """Writes the numbers of an axis."""
    locale = BABEL_LOCALES[language]
    return lambda value, _: str(format_decimal(value, format="#,##0.###", locale=locale))


def date_ticks(first: date, last: date, language: str) -> tuple[list[date], list[str]]:
    """A few days of an axis of time with their names: years, months or days, as the stretch asks for."""
    locale = BABEL_LOCALES[language]
    days = (last - first).days
    if days > 2 * 365:
        every = 1 + days // (6 * 365)
        ticks = [date(year, 1, 1) for year in range(first.year, last.year + 2, every)]
        pattern = "y"
    elif days > 75:
        ticks = _months(first, last, every=1 + days // 150)
        pattern = "LLL y"
    else:
        step = timedelta(days=max(days // 3, 1))
        ticks = [first + step * index for index in range(5)]
        pattern = "d MMM y" if days < 3 else "d MMM"
    inside = [tick for tick in ticks if first <= tick <= last] or [first]
    return inside, [str(format_date(tick, pattern, locale=locale)) for tick in inside]


def _months(first: date, last: date, every: int) -> list[date]:
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    months = (first.year * 12 + first.month - 1 + offset for offset in range(0, count + 1, every))
    return [date(month // 12, month % 12 + 1, 1) for month in months]


def apart(wanted: Sequence[tuple[float, float]], *, width: float, height: float, ceiling: float) -> list[float]:
    """Heights for labels wanted at some points, so that they stand clear of each other and under a ceiling."""
    heights = [y for _, y in wanted]
    upwards = sorted(range(len(wanted)), key=lambda index: heights[index])
    for order, direction in ((upwards, 1), (upwards[::-1], -1)):
        for position, index in enumerate(order):
            below = [heights[other] for other in order[:position] if abs(wanted[other][0] - wanted[index][0]) < width]
            if direction > 0 and below:
                heights[index] = max(heights[index], max(below) + height)
            elif direction < 0:
                heights[index] = min(heights[index], ceiling, *(other - height for other in below))
    return heights
