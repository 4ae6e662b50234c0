"""What becomes of labelled questions: a line as `sets/first_runs.md` has it, and each that is not right.

`python -m tests.questions.first_run FILE…`, for a new set before anyone looks at what the bot makes of it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.questions.understand import understand
from tests.questions import as_json as output
from tests.questions import package, score

Row = dict[str, Any]
_RIGHT = ("right", "none", "right-refusal")
_LABELS = ("side", "who", "metric", "object", "claimant", "date_from", "date_to", "place")


def judged(file: Path) -> Iterator[tuple[Row, Row, str]]:
    """Each row of a set that is scored, what it is understood as, and the verdict."""
    vocabulary = package.vocabulary()
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if "BORDERLINE" in (row.get("note") or ""):
            continue
        question = understand(row["text"], vocabulary, today=package.TODAY, previous=score.previous(row))
        read = output.as_json(question, vocabulary)
        yield row, read, score.judge(row, read)


def line_of(name: str, commit: str, verdicts: list[tuple[Row, str]]) -> str:
    """A set's row of the table of first runs."""
    inside = Counter(verdict for row, verdict in verdicts if row["in_scope"])
    outside = Counter(verdict for row, verdict in verdicts if not row["in_scope"])
    cells = [f"`{name}`", commit, *(_share(verdicts, language) for language in ("en", "uk", "ru"))]
    mixed = [row for row, _ in verdicts if row["in_scope"] and row["lang"] == "mixed"]
    beside = f" ({len(mixed)} mixed: {_share(verdicts, 'mixed', 0)})" if mixed else ""
    cells += [f"{_share(verdicts)} of {inside.total()}{beside}"]
    cells += [str(inside[verdict]) for verdict in ("clarify", "refused", "wrong", "extra", "wrong-side")]
    misread = f", {outside['misread']} misread" if outside["misread"] else ""
    cells += [f"{outside['false-answer']} of {outside.total()}{misread}"]
    return f"| {' | '.join(cells)} |"


def _share(verdicts: list[tuple[Row, str]], language: str | None = None, digits: int = 1) -> str:
    chosen = [verdict for row, verdict in verdicts if row["in_scope"] and language in (None, row["lang"])]
    return f"{100 * sum(v in _RIGHT for v in chosen) / len(chosen):.{digits}f} %" if chosen else "–"


def _fault(row: Row, read: Row, verdict: str) -> str:
    wanted = ", ".join(f"{name} {row[name]}" for name in _LABELS if row.get(name))
    got = "; ".join(
        " ".join(str(part) for part in (r["topic"], r["place"], *(c["id"] for c in r["claimants"]), *_days(r)) if part)
        for r in read["readings"]
    )
    before = f" after {row['previous']!r}" if row.get("previous") else ""
    note = f"\n    note: {row['note']}" if row.get("note") else ""
    text = f"{verdict:12} {row['id']} {row['lang']} {row['text']!r}{before}"
    return f"{text}\n    {row['kind']}: {wanted}\n    {read['status']}: {got}{note}"


def _days(reading: Row) -> Iterator[str]:
    for name in ("as_of_from", "as_of_to", "said_from", "said_to"):
        if reading[name]:
            yield f"{name} {reading[name]}"


def main() -> None:
    """Print the faults of each set and its line, and last a line for all of them where there are several."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True
    ).stdout.strip()
    everything: list[tuple[Row, str]] = []
    lines = []
    for file in map(Path, sys.argv[1:]):
        found = list(judged(file))
        for row, read, verdict in found:
            if verdict not in (*_RIGHT, "asks-back"):
                sys.stdout.write(_fault(row, read, verdict) + "\n")
        verdicts = [(row, verdict) for row, _, verdict in found]
        lines.append(line_of(file.name, commit, verdicts))
        everything += verdicts
    if len(lines) > 1:
        lines.append(line_of("all", commit, everything))
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
