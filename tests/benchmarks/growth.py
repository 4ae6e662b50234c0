"""The shipped package beside the same grown to so many figures: answers, memory, start and load.

    python -m tests.benchmarks.growth [FIGURES]     a million unless told otherwise, which takes minutes to load

The questions of `tests/questions/sets/dev.jsonl` are asked in a process of its own for each; times are CPU time.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bot.claims.package.reader import read_package
from bot.config import shipped_package
from tests.benchmarks.growing import evenly, grow
from tests.benchmarks.table import tell

QUESTIONS = Path(__file__).parents[1] / "questions" / "sets" / "dev.jsonl"


def process(storage: Path, package: Path) -> dict[str, Any]:
    """What a process that opens this package and answers tells."""
    arguments = ("-m", "tests.benchmarks.answering", str(storage), str(package), str(QUESTIONS))
    done = subprocess.run([sys.executable, *arguments], capture_output=True, check=True, text=True)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def measure(storage: Path, package: Path) -> dict[str, float]:
    """One process that loads the package, and then another that finds it loaded."""
    loading, answering = process(storage, package), process(storage, package)
    seconds = sorted(answering["seconds"])
    return {
        "figures": answering["figures"],
        "load, s": loading["opened"],
        "load, CPU s": loading["cpu"],
        "load, peak MiB": loading["peak"],
        "database, MiB": sum(file.stat().st_size for file in storage.glob("*.db")) / 2**20,
        "start, s": answering["opened"],
        "memory, MiB": answering["memory"],
        "answer p50, ms": percentile(seconds, 0.5),
        "answer p90, ms": percentile(seconds, 0.9),
        "answer p99, ms": percentile(seconds, 0.99),
    }


def percentile(ordered: list[float], share: float) -> float:
    """Milliseconds within which that share of the answers came."""
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)] * 1000


def main(figures: int, folder: Path) -> None:
    """Print the table: a row a measure, then how many times as much."""
    package = read_package(shipped_package())
    grown = grow(package, folder / "grown", evenly(package, figures))
    del package
    before, after = measure(folder / "today", shipped_package()), measure(folder / "storage", grown)
    tell(
        f"growth-{figures}",
        [
            {"": name, "shipped": before[name], "grown": after[name], "ratio": after[name] / before[name]}
            for name in after
        ],
    )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as directory:
        main(int(sys.argv[1]) if sys.argv[1:] else 1_000_000, Path(directory))
