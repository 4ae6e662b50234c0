"""The comparison of ways to match a question, as the Markdown table that the README shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_HEADER = (
    "| | right | right where 5 % of the others would be answered | wrong side | answered though out of scope "
    "| median | p99 | memory |\n|---|--:|--:|--:|--:|--:|--:|--:|\n"
)


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured of one way; shares of one, milliseconds, MiB."""

    name: str
    right: float
    right_at_threshold: float
    wrong_side: float
    false_answers: float
    milliseconds: float
    slowest: float
    memory: float


def markdown(rows: Sequence[Row], inside: int, outside: int) -> str:
    """The table, with what it was measured on above it."""
    lines = [
        f"{inside} questions with one topic and {outside} out of scope, in three languages and mixed:\n\n",
        _HEADER,
    ]
    lines += [
        f"| {row.name} | {row.right:.0%} | {row.right_at_threshold:.0%} | {row.wrong_side:.1%} "
        f"| {row.false_answers:.1%} | {row.milliseconds:.2f} ms | {row.slowest:.1f} ms | {row.memory:.0f} MiB |\n"
        for row in rows
    ]
    return "".join(lines)
