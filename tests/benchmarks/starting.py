"""`claimbot ask` as a process beside `python -c pass`, and which packages its imports cost.

python -m tests.benchmarks.starting
"""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from bot.asking import open_claimbot
from bot.config import shipped_package
from tests.benchmarks.answering import settings
from tests.benchmarks.table import tell

ASK = ("-c", "from bot.cli import main; main()", "ask", "how many Russian soldiers killed")
PROCESSES = {"python -c pass": ("-c", "pass"), "claimbot ask": ASK}
_ROUNDS = 7
_IMPORT = re.compile(r"import time:\s+(\d+) \|\s+\d+ \|\s+([\w.]+)")
_MOST = 12  # packages shown


def run(arguments: tuple[str, ...], storage: Path) -> str:
    """One process; what it said on standard error."""
    environment = {**os.environ, "CLAIMBOT_STORAGE__DIRECTORY": str(storage)}
    return subprocess.run(
        [sys.executable, *arguments], env=environment, capture_output=True, check=True, text=True
    ).stderr


def seconds(arguments: tuple[str, ...], storage: Path) -> float:
    """The median of its time from start to end."""
    taken = []
    for _ in range(_ROUNDS + 1):
        before = time.perf_counter()
        run(arguments, storage)
        taken.append(time.perf_counter() - before)
    return statistics.median(taken[1:])


def imports(storage: Path) -> Counter[str]:
    """Microseconds that each top package's own modules take to be imported by `claimbot ask`."""
    found: Counter[str] = Counter()
    for taken, module in _IMPORT.findall(run(("-X", "importtime", *ASK), storage)):
        found[module.split(".")[0]] += int(taken)
    return found


def main(storage: Path) -> None:
    """Print both tables."""
    open_claimbot(settings(storage, shipped_package())).store.close()
    taken = {name: seconds(arguments, storage) for name, arguments in PROCESSES.items()}
    least = min(taken.values())
    tell("starting", [{"": name, "ms": one * 1000, "ratio": one / least} for name, one in taken.items()])
    found = imports(storage)
    rows = [("all", found.total()), *found.most_common(_MOST)]
    tell("imports", [{"import of": name, "ms": taken / 1000} for name, taken in rows])


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as directory:
        main(Path(directory))
