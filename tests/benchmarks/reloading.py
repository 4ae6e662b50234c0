"""For how long everybody waits when a running bot takes up claims that were loaded: the longest pauses of its loop.

    python -m tests.benchmarks.reloading [FIGURES]     beside the shipped package, one grown to so many: 100,000

Another program loads the package twice while the loop ticks every millisecond: with another version and the same words,
then with a word more. What stands beside it as *idle* is the same loop with nothing to do: the noise of the machine.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable
from contextlib import suppress
from pathlib import Path

from bot.app import take_up
from bot.asking import open_claimbot
from bot.chats.chats import Chats
from bot.claims.package.reader import read_package
from bot.config import shipped_package
from bot.conversation.service import Conversation
from bot.conversation.whom import Whom
from bot.operation.memory import settle
from tests.benchmarks.answering import settings
from tests.benchmarks.growing import evenly, grow
from tests.benchmarks.table import tell

QUESTIONS = ("how many Russian soldiers killed", "скільки цивільних загинуло", "сколько танков уничтожено")
TICK = 0.001  # seconds
SHOWN = 3  # of the longest pauses
LOAD = (
    "import sys; from pathlib import Path; from bot.asking import *; from tests.benchmarks.answering import settings;"
)
LOAD += "refresh(open_store(settings(*map(Path, sys.argv[1:]))), Path(sys.argv[2]))"


async def pauses(work: Awaitable[object]) -> list[float]:
    """The milliseconds for which the loop did nothing else while something was done, the longest first."""
    found: list[float] = []

    async def tick() -> None:
        while True:
            before = time.perf_counter()
            await asyncio.sleep(TICK)
            found.append(1000 * (time.perf_counter() - before - TICK))

    ticking = asyncio.create_task(tick())
    await asyncio.sleep(10 * TICK)
    await work
    ticking.cancel()
    with suppress(asyncio.CancelledError):
        await ticking
    return sorted(found, reverse=True)


async def reload(conversation: Conversation, storage: Path, package: Path) -> list[float]:
    """Let another program load the package, and the bot take it up; then somebody asks."""
    subprocess.run([sys.executable, "-c", LOAD, storage, package], check=True)

    async def taken_up() -> None:
        assert await take_up(conversation)
        for question in QUESTIONS:
            await asyncio.sleep(TICK)
            conversation.ask(Whom(1, 1), question)

    return await pauses(taken_up())


async def measure(storage: Path, package: Path) -> list[dict[str, str | float]]:
    """A row for each way to reload."""
    chosen = settings(storage, package)
    open_claimbot(chosen).store.close()
    with Chats("sqlite://") as chats:
        conversation = Conversation(open_claimbot(chosen), chats, chosen)
        await conversation.warm()
        for question in QUESTIONS:
            conversation.ask(Whom(1, 1), question)
        settle()  # as when it runs
        found = {"idle": await pauses(asyncio.sleep(1))}
        edit(package / "datapackage.json", '"version": "', '"version": "1')
        found["the same words"] = await reload(conversation, storage, package)
        edit(package / "words" / "en.toml", "[measure]\nkilled = [\n", '[measure]\nkilled = [\n    "perishedly",\n')
        found["a word more"] = await reload(conversation, storage, package)
        figures = conversation.desk.store.meta.total
        conversation.composer.close()
    return [
        {"figures": figures, "reloaded with": name}
        | {f"longest pause, {number + 1}., ms": each[number] for number in range(SHOWN)}
        for name, each in found.items()
    ]


def edit(file: Path, old: str, new: str) -> None:
    """Change a file of the package."""
    text = file.read_text("utf-8")
    assert old in text, f"{file} has changed"
    file.write_text(text.replace(old, new, 1), "utf-8")


def main(figures: int, folder: Path) -> None:
    """Print the table."""
    package = read_package(shipped_package())
    today, grown = grow(package, folder / "today", {}), grow(package, folder / "grown", evenly(package, figures))
    del package
    rows = [row for one in (today, grown) for row in asyncio.run(measure(folder / f"storage-{one.name}", one))]
    tell(f"reloading-{figures}", rows)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as directory:
        main(int(sys.argv[1]) if sys.argv[1:] else 100_000, Path(directory))
