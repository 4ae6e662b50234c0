"""What a benchmark measured: printed as a table, and kept as JSON in `.benchmarks/`."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

_KEPT = Path(__file__).parents[2] / ".benchmarks"


def tell(name: str, rows: Sequence[Mapping[str, str | float]]) -> None:
    """Print rows of the same columns, numbers with as many places as matter, and keep them."""
    cells = [list(rows[0]), *([_shown(value) for value in row.values()] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for first, *others in cells:
        line = "  ".join(cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True))
        sys.stdout.write(f"{first.ljust(widths[0])}  {line}\n")
    sys.stdout.flush()
    _KEPT.mkdir(exist_ok=True)
    (_KEPT / f"{name}.json").write_text(json.dumps(list(rows), indent=1) + "\n", encoding="utf-8")


def _shown(value: str | float) -> str:
    if isinstance(value, str):
        return value
    return f"{value:,.0f}" if abs(value) >= 100 or isinstance(value, int) else f"{value:.2f}"
