"""A row of bars out of characters: a chart that fits into a line of text."""

from __future__ import annotations

from collections.abc import Sequence

BARS = "▁▂▃▅▆▇"  # those that stand on one line in the fonts of all phones; "▄" and "█" do not


def sparkline(numbers: Sequence[int]) -> str:
    """A bar for each number, from 0 to the greatest; empty where there are none."""
    greatest = max(numbers, default=0)
    if greatest <= 0:
        return BARS[0] * len(numbers)
    return "".join(BARS[round(max(number, 0) * (len(BARS) - 1) / greatest)] for number in numbers)
