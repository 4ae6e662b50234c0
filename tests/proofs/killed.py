"""A delivery to 2,000 chats whose program is killed at 200 random moments: each chat has its digest exactly once.

    python -m tests.proofs.killed [--chats 2000] [--kills 200] [--database sqlite|postgresql|both] [--seed 1]

The server answers with 429, 5xx, late (the program gives up waiting), with garbage, drops connections before and after
the message was taken, and refuses it for those who have blocked the bot. On PostgreSQL two programs share the work, and
a random one of them is killed. What may have arrived or not must be on record as doubtful: no more than there are slots
for each kill, and one for each answer that was lost.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from sqlalchemy import URL

from bot.chats.chats import Chats, file_url
from bot.telegram.delivery import IN_FLIGHT
from bot.telegram.server.faults import Fault
from tests import postgres
from tests.proofs.delivering import READ_TIMEOUT, Record, Server, is_done, kill, start, stopped, subscribe

BLOCKED = 0.01  # of the chats
LATENCY = 0.05  # seconds: Telegram's
MOST_BETWEEN = 16  # messages between two kills
LOSING = ("cut off before", "cut off after", "garbled", "timed out")
PATIENCE = 3.0  # seconds between two kills at most
LONGEST = 600.0  # seconds for what is left after the last kill


@dataclass
class Counts:
    """What came of it."""

    database: str
    programs: int
    chats: int
    blocked: int = 0
    kills: int = 0
    most: int = 0  # left in doubt by one of them
    stopped: int = 0  # left in doubt by all of them
    faults: dict[str, int] = field(default_factory=dict)
    lost_answers: int = 0
    record: Record = field(default_factory=Record)
    misses: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def __str__(self) -> str:
        states, faults = self.record.counts, ", ".join(f"{count} {name}" for name, count in self.faults.items())
        return (
            f"killed: {self.database}, {self.programs} programs, {self.kills} kills, {faults}: {self.chats} chats,"
            f" {states['sent']} sent once, {states['doubtful']} doubtful on record ({self.stopped} of them by kills,"
            f" {self.most} at most by one, of {IN_FLIGHT} slots), {states['failed']} failed of {self.blocked} that"
            f" blocked the bot; {len(self.misses)} misses; {self.seconds:.0f} s"
        )


class Proof:
    """One delivery."""

    def __init__(self, url: URL, chats: int, kills: int, seed: int) -> None:
        self._url = url
        self._kills = kills
        self._chance = random.Random(seed)
        self._programs: list[ForkServerProcess] = []
        kind = url.get_backend_name()
        self.counts = Counts(kind, 2 if kind == "postgresql" else 1, chats)

    async def run(self) -> Counts:
        """Deliver, kill and count."""
        began = time.monotonic()
        async with Server() as server:
            ids = server.people(self.counts.chats)
            blocked = set(self._chance.sample(ids, max(1, round(len(ids) * BLOCKED))))
            for id_ in blocked:
                server.world.chats[id_].blocked = True
            self.counts.blocked = len(blocked)
            faults = _order(server)
            with Chats(self._url) as chats:
                subscribe(chats, ids)
                try:
                    await self._let_die(server, chats)
                    await self._let_end(server, chats)
                finally:
                    for program in self._programs:
                        kill(program)
                self.counts.record = Record.of(chats)
            self.counts.faults = {name: fault.happened for name, fault in faults.items()}
            self.counts.lost_answers = sum(
                fault.happened for name, fault in faults.items() if name not in ("429", "5xx")
            )
            self._compare(server, ids, blocked)
        self.counts.seconds = time.monotonic() - began
        return self.counts

    async def _let_die(self, server: Server, chats: Chats) -> None:
        for _ in range(self._kills):
            self._start(server)
            goal = len(server.arrived) + self._chance.randint(0, MOST_BETWEEN)
            await self._arrive(server, chats, goal)
            await asyncio.sleep(self._chance.uniform(0, LATENCY))
            self._count_stopped(chats)
            program = self._programs.pop(self._chance.randrange(len(self._programs)))
            await asyncio.to_thread(kill, program)
            self.counts.kills += 1

    async def _let_end(self, server: Server, chats: Chats) -> None:
        self._start(server)
        async with asyncio.timeout(LONGEST):
            while not is_done(chats, self.counts.chats):
                await asyncio.sleep(0.5)
        self._count_stopped(chats)

    async def _arrive(self, server: Server, chats: Chats, goal: int) -> None:
        """Wait until so many messages have arrived, or for a while: all that is left may wait for its next attempt."""
        patience = time.monotonic() + PATIENCE
        while len(server.arrived) < goal and time.monotonic() < patience and not is_done(chats, self.counts.chats):
            await asyncio.sleep(0.01)

    def _start(self, server: Server) -> None:
        while len(self._programs) < self.counts.programs:
            self._programs.append(start(self._url, server))

    def _count_stopped(self, chats: Chats) -> None:
        """How many the last kill left in doubt; by now the next program has seen them."""
        doubtful = stopped(chats)
        left = doubtful - self.counts.stopped
        self.counts.stopped = doubtful
        self.counts.most = max(self.counts.most, left)

    def _compare(self, server: Server, ids: list[int], blocked: set[int]) -> None:
        """Each chat's messages beside what is on record of it."""
        counts, record = self.counts, self.counts.record
        for id_ in ids:
            received, (state, reason) = server.received(id_), record.states.get(id_, ("missing", None))
            if not _is_right(state, received, id_ in blocked):
                counts.misses.append(f"chat {id_}: {received} messages, on record as {state} {reason}")
            if (id_ in record.told) != (state in ("sent", "doubtful")):
                counts.misses.append(f"chat {id_}: {state}, told: {id_ in record.told}")
        if record.rows != len(ids):
            counts.misses.append(f"{record.rows} deliveries for {len(ids)} chats")
        if counts.most > IN_FLIGHT:
            counts.misses.append(f"{counts.most} doubtful after one kill, with {IN_FLIGHT} slots")
        doubtful = record.counts["doubtful"] - counts.stopped
        if doubtful > counts.lost_answers:
            counts.misses.append(f"{doubtful} doubtful but for kills, and {counts.lost_answers} answers lost")


def _is_right(state: str, received: int, blocked: bool) -> bool:
    match state:
        case "sent":
            return received == 1 and not blocked
        case "doubtful":
            return received <= 1
        case "failed":
            return received == 0 and blocked
        case _:
            return False


def _order(server: Server) -> dict[str, Fault]:
    """Faults, and the time that each answer takes."""
    faults, every = server.faults, {"method": "sendMessage", "times": None}
    ordered = {
        "429": faults.too_many(**every, retry_after=1, probability=0.02),
        "5xx": faults.fails(**every, code=502, probability=0.02),
        "cut off before": faults.drops(**every, probability=0.01),
        "cut off after": faults.drops(**every, after=True, probability=0.01),
        "garbled": faults.garbage(**every, probability=0.01),
        "timed out": faults.late(**every, seconds=3 * READ_TIMEOUT, probability=0.01),
    }
    faults.late(**every, seconds=LATENCY)
    return ordered


def prove(url: URL, chats: int, kills: int, seed: int) -> Counts:
    """Run it on an empty database."""
    return asyncio.run(Proof(url, chats, kills, seed).run())


def main() -> int:
    """Run the proof; 1 where it does not hold."""
    parser = argparse.ArgumentParser(description="A delivery that is killed again and again.")
    parser.add_argument("--chats", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--database", choices=["sqlite", "postgresql", "both"], default="both")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    missed = 0
    with ExitStack() as stack:
        urls = []
        if options.database != "postgresql":
            urls.append(file_url(Path(stack.enter_context(tempfile.TemporaryDirectory()))))
        if options.database != "sqlite":
            if reason := postgres.missing():
                sys.stderr.write(f"killed: not on PostgreSQL: {reason}\n")
                return 1
            urls.append(stack.enter_context(postgres.server()))
        for url in urls:
            counts = prove(url, options.chats, options.kills, options.seed)
            sys.stdout.write(f"{counts}\n")
            sys.stderr.writelines(f"{each}\n" for each in counts.misses[:20])
            missed += bool(counts.misses)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
