"""What an answer costs by the size of its topic, beside opening its rows in SQLite and doing nothing with them.

    python -m tests.benchmarks.sizes

Understanding, finding and rendering in this process, of three topics grown to the sizes below.
"""

from __future__ import annotations

import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bot.asking import Asking, database_path, open_claimbot
from bot.claims.model import Topic
from bot.claims.package.reader import read_package
from bot.config import shipped_package
from tests.benchmarks.answering import TODAY, settings
from tests.benchmarks.growing import grow, standing_topics
from tests.benchmarks.table import tell

SIZES = {
    "russian soldiers missing": (Topic("russian-forces", "missing"), 10),
    "russian soldiers wounded": (Topic("russian-forces", "wounded"), 1_000),
    "russian losses": (Topic("russian-forces", "losses"), 25_000),
}
_ROWS = "SELECT * FROM claims WHERE topic = ? AND place IS NULL AND retired_in IS NULL"
_ROUNDS = 40


def milliseconds(call: Callable[[], object]) -> float:
    """The median of CPU time, once it is warm."""
    call()
    taken = []
    for _ in range(_ROUNDS):
        before = time.process_time()
        call()
        taken.append(time.process_time() - before)
    return statistics.median(taken) * 1000


def main(folder: Path) -> None:
    """Grow, load, measure, print."""
    package = read_package(shipped_package())
    today = standing_topics(package)
    grown = grow(package, folder / "package", {topic: size - today[topic] for topic, size in SIZES.values()})
    chosen = settings(folder, grown)
    asking = Asking(open_claimbot(chosen), today=TODAY)
    connection = sqlite3.connect(database_path(chosen))
    rows = []
    for question, (topic, _) in SIZES.items():
        understood, answered = asking.claimbot.understand(question, today=TODAY), asking.answer(question)
        assert [reading.topic for reading in understood.readings] == [topic]
        opened = connection.execute(_ROWS, (str(topic),)).fetchall()
        floor = milliseconds(lambda topic=topic: connection.execute(_ROWS, (str(topic),)).fetchall())
        understand = milliseconds(lambda text=question: asking.claimbot.understand(text, today=TODAY))
        answer = milliseconds(lambda text=question: asking.answer(text))
        render = milliseconds(lambda given=answered: asking.as_text(given))
        rows.append(
            {
                "milliseconds of CPU": question,
                "figures": len(opened),
                "understand": understand,
                "find": answer - understand,
                "render": render,
                "all": answer + render,
                "rows only": floor,
                "ratio": (answer + render) / floor,
            }
        )
    tell("sizes", rows)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if sys.argv[1:] else None) as directory:
        main(Path(directory))
