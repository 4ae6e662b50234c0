"""A process that answers questions and tells how long each took and what memory it holds; others start it.

    python -m tests.benchmarks.answering DIRECTORY PACKAGE QUESTIONS

It imports what `claimbot ask` does, so that its memory is that of answering alone.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from datetime import date
from pathlib import Path

from bot.asking import Asking, open_claimbot
from bot.config import ClaimsSettings, Settings, StorageSettings

TODAY = date(2026, 11, 22)


def settings(directory: Path, package: Path) -> Settings:
    """Settings that keep everything inside a directory."""
    return Settings(storage=StorageSettings(directory=directory), claims=ClaimsSettings(package=package))


def dev_questions(path: Path) -> list[str]:
    """The texts of a labelled set that stand by themselves."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [row["text"] for row in rows if not row.get("previous")]


def resident() -> float:
    """MiB that this process holds now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


def cpu_seconds() -> float:
    """CPU time of this process so far."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def main(directory: str, package: str, questions: str) -> None:
    """Open (and load, where that is needed), answer each question once unmeasured and once measured."""
    began = time.perf_counter()
    claimbot = open_claimbot(settings(Path(directory), Path(package)))
    opened, cpu = time.perf_counter() - began, cpu_seconds()
    asking, seconds = Asking(claimbot, today=TODAY), []
    texts = dev_questions(Path(questions))
    for measured in (False, True):
        for text in texts:
            before = time.process_time()  # of this process alone, whatever else the machine does
            asking.as_text(asking.answer(text))
            if measured:
                seconds.append(time.process_time() - before)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    told = {"figures": claimbot.store.meta.total, "opened": opened, "cpu": cpu, "memory": resident(), "peak": peak}
    sys.stdout.write(json.dumps(told | {"seconds": seconds}) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
