"""One, two and four workers behind nginx, on one PostgreSQL database: what they answer, and what a kill costs.

    python -m tests.proofs.workers [--workers 1 2 4] [--seconds 40] [--people 100]

Each worker is `claimbot run` with a folder and a claim database of its own, as on a machine of its own; new claims are
loaded into one after the other. Readers use the bot as in `tests.proofs.soak`, as fast as they are answered. In the
middle one worker is killed, the one that delivers digests too where it is that one; later another one takes its place.
A line of counts for each number of workers, and a status of 1 where anything was missed.
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import sys
import tempfile
import time
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import URL

from bot.asking import Claimbot, database_path
from bot.chats.chats import Chats
from bot.conversation.service import Conversation
from bot.telegram.server import LocalBotApi
from tests import postgres
from tests.conftest import QUAKE, settings_for
from tests.proofs import nginx
from tests.proofs.crowd import Crowd
from tests.proofs.ledger import Editors, Ledger, is_all_told
from tests.proofs.programs import Program, free_port
from tests.proofs.soak import LEAST_SUBSCRIBED, LONGEST, SETTLING, add_claim

PATH = "/telegram"
GROUPS = 8


@dataclass
class Counts:
    """What came of it."""

    workers: int
    rate: float = 0.0  # questions answered a second, before the kill
    rate_after: float = 0.0  # and after it, with one worker less until it is back
    acts: int = 0
    unanswered: int = 0
    settings: int = 0
    subscriptions: int = 0
    digests: Ledger = field(default_factory=Ledger)
    misses: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def __str__(self) -> str:
        states = self.digests.states
        return (
            f"workers: {self.workers}, {self.rate:.1f} questions answered a second among other things,"
            f" {self.rate_after:.1f} with one killed; {self.acts} acts, {self.unanswered} unanswered;"
            f" {self.settings} settings and {self.subscriptions} subscriptions acknowledged;"
            f" digests: {self.digests.expected} expected, {states['sent']} sent, {states['doubtful']} doubtful;"
            f" {len(self.misses)} misses; {self.seconds:.0f} s"
        )


class Proof:
    """One number of workers."""

    def __init__(self, url: URL, folder: Path, workers: int, people: int, seconds: float) -> None:
        self._url = url
        self._folder = folder
        self._people = people
        self._seconds = seconds
        self.counts = Counts(workers)

    async def run(self) -> Counts:
        """Let them work, and compare."""
        began = time.monotonic()
        async with AsyncExitStack() as stack:
            package = Path(shutil.copytree(QUAKE, self._folder / "package"))
            own = [settings_for(self._folder / f"worker-{number}", package) for number in range(self.counts.workers)]
            editors = Editors(package, [database_path(one) for one in own])
            stack.callback(editors.close)
            chats = stack.enter_context(Chats(self._url))
            scratch = stack.enter_context(Chats("sqlite://"))
            truth = Conversation(Claimbot.of(editors.rooms[0].store), scratch, own[0])
            server = await stack.enter_async_context(LocalBotApi())
            server.judging = False
            ports = [free_port() for _ in own]
            programs = [
                Program(server, one.storage.directory, package, self._sections(port))
                for one, port in zip(own, ports, strict=True)
            ]
            front = free_port()
            await stack.enter_async_context(nginx.balancer(self._folder / "nginx", front, ports))
            crowd = Crowd(server, chats, truth, people=self._people, groups=GROUPS, pause=0.05)
            try:
                await asyncio.gather(*(program.start() for program in programs))
                server.receiving.webhook.url = f"http://127.0.0.1:{front}{PATH}"  # without TLS
                await self._use(programs, crowd, editors, server, f"http://127.0.0.1:{front}{PATH}")
                await self._settle(chats, editors)
                self._look(crowd, editors, server, chats)
            finally:
                await asyncio.gather(*(program.kill() for program in programs))
        self.counts.seconds = time.monotonic() - began
        return self.counts

    def _sections(self, port: int) -> dict[str, str]:
        return {
            "STORAGE__CHATS_URL": self._url.render_as_string(hide_password=False),
            "TELEGRAM__MODE": "webhook",
            "TELEGRAM__WEBHOOK_URL": f"https://127.0.0.1{PATH}",
            "TELEGRAM__PORT": str(port),
            "BACKUP__AUTOMATIC": "false",
        }

    async def _use(
        self, programs: list[Program], crowd: Crowd, editors: Editors, server: LocalBotApi, address: str
    ) -> None:
        stop = asyncio.Event()
        acting = asyncio.create_task(crowd.run(stop))
        part = self._seconds / 4
        try:
            await asyncio.wait_for(crowd.subscribed(LEAST_SUBSCRIBED), LONGEST)
            await asyncio.sleep(part)
            began = time.monotonic()
            await asyncio.sleep(part)
            self.counts.rate = _rate(crowd, began)
            add_claim(editors)
            began = time.monotonic()
            await programs[0].kill()
            await asyncio.sleep(part)
            self.counts.rate_after = _rate(crowd, began)
            await programs[0].start()  # it looks for what is due, and tells the server where to call
            server.receiving.webhook.url = address
            await asyncio.sleep(part)
        finally:
            stop.set()
            await acting

    async def _settle(self, chats: Chats, editors: Editors) -> None:
        with suppress(TimeoutError):  # what is missing then is found by the comparison
            async with asyncio.timeout(SETTLING):
                while not is_all_told(chats, editors.reloads):
                    await asyncio.sleep(1)

    def _look(self, crowd: Crowd, editors: Editors, server: LocalBotApi, chats: Chats) -> None:
        counts, done = self.counts, crowd.done
        for place in crowd.places:
            crowd.look(place)
        counts.acts, counts.unanswered = done.acts.total(), done.unanswered.total()
        counts.settings = sum(place.languages != {None} for place in crowd.places)
        counts.subscriptions = sum(place.subscribed for place in crowd.places)
        counts.digests = Ledger.of(chats, server, crowd.places, editors.reloads)
        counts.misses += [*done.misses, *counts.digests.misses]


def _rate(crowd: Crowd, began: float) -> float:
    return sum(at > began for at, _ in crowd.done.waits) / (time.monotonic() - began)


def prove(url: URL, workers: int, people: int, seconds: float) -> Counts:
    """Run it on an empty database."""
    with tempfile.TemporaryDirectory(prefix="claimbot-workers-") as folder:
        return asyncio.run(Proof(url, Path(folder), workers, people, seconds).run())


def missing() -> str | None:
    """Why it cannot be run here; None where it can."""
    return postgres.missing() or (None if nginx.program() else "nginx is not installed")


def main() -> int:
    """Run the proof; 1 where it does not hold."""
    parser = argparse.ArgumentParser(description="Several workers behind nginx on one PostgreSQL database.")
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2, 4])
    parser.add_argument("--seconds", type=float, default=40.0)
    parser.add_argument("--people", type=int, default=100)
    options = parser.parse_args()
    if reason := missing():
        sys.stdout.write(f"workers: skipped, as {reason}\n")
        return 0
    missed = 0
    with postgres.server() as url:
        for number in options.workers:
            postgres.empty(url)
            counts = prove(url, number, options.people, options.seconds)
            sys.stdout.write(f"{counts}\n")
            sys.stderr.writelines(f"{each}\n" for each in counts.misses[:20])
            missed += bool(counts.misses)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
