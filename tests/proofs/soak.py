"""The real program, used by 200 readers for as long as one likes, with faults, new claims, a restart and a kill.

    python -m tests.proofs.soak MINUTES [--people 200] [--groups 20] [--pause 8]

`claimbot run` is a process of its own, the Bot API server and the readers are this one. Readers ask, press buttons,
search inline, set languages and subscribe, in private and in groups; one call in fifty fails in some way; every so
often the claims get a new one. Early on the program is ended by SIGTERM and started again, then killed by SIGKILL; what
it takes is measured from then on. It ends with a line of counts, and a status of 1 where anything was missed.
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from bot.asking import Claimbot, database_path
from bot.chats.chats import Chats, file_url
from bot.conversation.service import Conversation
from bot.telegram.server import LocalBotApi
from bot.telegram.server.faults import Fault
from tests.conftest import QUAKE, settings_for
from tests.proofs.crowd import PASSING_ACTS, Crowd
from tests.proofs.ledger import Editors, Ledger, is_all_told
from tests.proofs.programs import Program, Sample

FAULTS = 0.02  # of all calls that send or change something
SAMPLING = 2.0  # seconds
WARM = 0.4  # of the last program's life, in which caches fill and new claims come; then its memory should stand still
STEEPEST = 30.0  # MB an hour
LEAST_SAMPLES = 100  # a shorter life tells nothing about a slope
MOST_MORE = 8  # handles, and threads: pools that were not full yet
LEAST_SUBSCRIBED = 5  # before the first new claim
LONGEST = 120.0  # seconds until then
SETTLING = 150.0  # seconds: digests are looked for every minute


@dataclass
class Counts:
    """What came of it."""

    people: int = 0
    acts: int = 0
    unanswered: int = 0
    compared: int = 0
    settings: int = 0
    subscriptions: int = 0
    reloads: int = 0
    faults: int = 0
    starts: int = 0
    digests: Ledger = field(default_factory=Ledger)
    memory: float = 0.0  # MB
    slope: float | None = None  # MB an hour; None: too short
    warm_up: float = 0.0  # seconds of the last program's life before that is measured
    files: tuple[int, int] = (0, 0)  # handles: at first and at last
    tasks: tuple[float, float] = (0, 0)
    in_hand: float = 0
    misses: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def __str__(self) -> str:
        states = self.digests.states
        slope = "too short to tell"
        if self.slope is not None:
            slope = f"{self.slope:+.1f} MB an hour when {self.warm_up:.0f} s old"
        return (
            f"soak: {self.people} readers, {self.acts} acts, {self.unanswered} unanswered, {self.faults} faults,"
            f" {self.starts} starts, {self.reloads} new claims; {self.settings} settings and {self.subscriptions}"
            f" subscriptions acknowledged; digests: {self.digests.expected} expected, {states['sent']} sent,"
            f" {states['doubtful']} doubtful on record, {states['failed']} failed; {self.compared} answers compared;"
            f" memory {self.memory:.0f} MB, {slope}; handles {self.files[0]} to {self.files[1]}, tasks"
            f" {self.tasks[0]:.0f} to {self.tasks[1]:.0f}; {len(self.misses)} misses; {self.seconds:.0f} s"
        )


class Soak:
    """One run."""

    def __init__(self, folder: Path, seconds: float, people: int, groups: int, pause: float, *, brief: bool) -> None:
        self._folder = folder
        self._brief = brief  # digests of what is new after the last start would come only at the next minute
        self._seconds = seconds
        self._size = {"people": people, "groups": groups, "pause": pause}
        self._quiet_tasks = 0.0
        self.counts = Counts(people=people)

    async def run(self) -> Counts:
        """Let it all happen, and compare."""
        began = time.monotonic()
        with ExitStack() as stack:
            package = Path(shutil.copytree(QUAKE, self._folder / "package"))
            settings = settings_for(self._folder / "storage", package)
            editors = Editors(package, [database_path(settings)])
            stack.callback(editors.close)
            chats = stack.enter_context(Chats(file_url(settings.storage.directory)))
            own = stack.enter_context(Chats("sqlite://"))
            truth = Conversation(Claimbot.of(editors.rooms[0].store), own, settings)
            async with LocalBotApi() as server:
                server.judging = False  # and no record of requests, which would grow
                program = Program(server, settings.storage.directory, package)
                crowd = Crowd(server, chats, truth, **self._size)  # type: ignore[arg-type]
                try:
                    await program.start()
                    await self._use(program, crowd, editors, server)
                    await self._settle(program, chats, editors)
                    await self._look(program, crowd, editors, server, chats)
                finally:
                    await program.kill()
        self.counts.seconds = time.monotonic() - began
        return self.counts

    async def _use(self, program: Program, crowd: Crowd, editors: Editors, server: LocalBotApi) -> None:
        """The readers act while the program is ended, killed and measured."""
        faults = order_faults(server)
        stop = asyncio.Event()
        acting = asyncio.create_task(crowd.run(stop))
        watching = asyncio.create_task(self._watch(program))
        try:
            await self._happen(program, crowd, editors)
        finally:
            stop.set()
            await acting
            watching.cancel()
            with suppress(asyncio.CancelledError):
                await watching
        self.counts.faults = sum(fault.happened for fault in faults)
        server.faults.clear()

    async def _happen(self, program: Program, crowd: Crowd, editors: Editors) -> None:
        part = self._seconds / 10
        await asyncio.sleep(part)
        await asyncio.wait_for(crowd.subscribed(LEAST_SUBSCRIBED), LONGEST)
        add_claim(editors)
        await asyncio.sleep(part / 2)
        status = await program.end()
        if status != 0:
            self.counts.misses.append(f"SIGTERM: exit status {status}")
        await program.start()
        await asyncio.sleep(part / 2)
        add_claim(editors)
        await asyncio.sleep(part / 2)
        await program.kill()
        await program.start()
        self.counts.starts = 3
        self._quiet_tasks = await program.number("claimbot_tasks")
        for _ in range(0 if self._brief else 5):
            await asyncio.sleep(part)
            add_claim(editors)
        await asyncio.sleep(part)

    async def _watch(self, program: Program) -> None:
        while True:
            program.sample()
            await asyncio.sleep(min(SAMPLING, self._seconds / 50))

    async def _settle(self, program: Program, chats: Chats, editors: Editors) -> None:
        with suppress(TimeoutError):  # what is missing then is found by the comparison
            async with asyncio.timeout(SETTLING):
                while not is_all_told(chats, editors.reloads) or await program.number("claimbot_updates_in_hand"):
                    await asyncio.sleep(1)

    async def _look(self, program: Program, crowd: Crowd, editors: Editors, server: LocalBotApi, chats: Chats) -> None:
        counts, done = self.counts, crowd.done
        for place in crowd.places:
            crowd.look(place)
        counts.acts, counts.unanswered, counts.compared = done.acts.total(), done.unanswered.total(), done.compared
        counts.settings = sum(place.languages != {None} for place in crowd.places)
        counts.subscriptions = sum(place.subscribed for place in crowd.places)
        counts.reloads = len(editors.reloads)
        counts.digests = Ledger.of(chats, server, crowd.places, editors.reloads)
        counts.misses += [*done.misses, *counts.digests.misses]
        lost = sum(count for act, count in done.unanswered.items() if act not in PASSING_ACTS)
        if lost > counts.faults:
            counts.misses.append(f"{dict(done.unanswered)} unanswered, with {counts.faults} faults")
        counts.in_hand = await program.number("claimbot_updates_in_hand")
        counts.tasks = (self._quiet_tasks, await program.number("claimbot_tasks"))
        self._judge(program.samples, program.sample())

    def _judge(self, samples: Sequence[Sample], last: Sample | None) -> None:
        counts = self.counts
        assert last is not None, "the program has ended"
        warm = samples[int(len(samples) * WARM) :]
        counts.memory = last.memory
        if counts.tasks[1] > counts.tasks[0] + MOST_MORE or counts.in_hand:
            counts.misses.append(f"tasks: {counts.tasks}, updates in hand: {counts.in_hand}")
        first = warm[: len(warm) // 4 + 1]
        counts.files = (max(one.files for one in first), last.files)
        threads = (max(one.threads for one in first), last.threads)
        if len(warm) < LEAST_SAMPLES:
            return
        if counts.files[1] > counts.files[0] + MOST_MORE or threads[1] > threads[0] + MOST_MORE:
            counts.misses.append(f"handles: {counts.files}, threads: {threads}")
        line = statistics.linear_regression([one.at for one in warm], [one.memory for one in warm])
        counts.slope, counts.warm_up = line.slope * 3600, warm[0].at - samples[0].at
        if counts.slope > STEEPEST:
            counts.misses.append(f"memory grows by {counts.slope:.1f} MB an hour")


def add_claim(editors: Editors) -> None:
    """Add a claim and load the package."""
    begun = datetime.now(UTC)
    editors.load(editors.add(), begun)


def order_faults(server: LocalBotApi, share: float = FAULTS) -> list[Fault]:
    """Let that share of all calls fail, in five ways; and some updates come twice."""
    faults, each = server.faults, {"times": None, "probability": share / 5}
    return [
        faults.too_many(**each, retry_after=1),  # type: ignore[arg-type]
        faults.fails(**each, code=502),  # type: ignore[arg-type]
        faults.drops(**each),  # type: ignore[arg-type]
        faults.drops(**each, after=True),  # type: ignore[arg-type]
        faults.garbage(**each),  # type: ignore[arg-type]
        faults.repeats(times=None, probability=share / 5),
    ]


def prove(seconds: float, people: int = 200, groups: int = 20, pause: float = 8.0, *, brief: bool = False) -> Counts:
    """Run it in a temporary folder."""
    with tempfile.TemporaryDirectory(prefix="claimbot-soak-") as folder:
        return asyncio.run(Soak(Path(folder), seconds, people, groups, pause, brief=brief).run())


def main() -> int:
    """Run it; 1 where something was missed."""
    parser = argparse.ArgumentParser(description="The real program under use, faults, restarts and new claims.")
    parser.add_argument("minutes", type=float)
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--groups", type=int, default=20)
    parser.add_argument("--pause", type=float, default=8.0, help="seconds between two acts of a reader, on average")
    options = parser.parse_args()
    counts = prove(60 * options.minutes, options.people, options.groups, options.pause)
    sys.stdout.write(f"{counts}\n")
    sys.stderr.writelines(f"{each}\n" for each in counts.misses[:20])
    return 1 if counts.misses else 0


if __name__ == "__main__":
    sys.exit(main())
