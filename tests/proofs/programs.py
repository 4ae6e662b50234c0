"""The real program as processes: `claimbot run`, started, watched, ended and killed from outside."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
import time
from asyncio.subprocess import DEVNULL, Process
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from bot.telegram.server import LocalBotApi

MAIN = "from bot.cli import main; main()"
LONGEST_START = 180.0  # seconds; the claims may have to be loaded first
LONGEST_END = 60.0
MB = 2**20


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@dataclass(frozen=True, slots=True)
class Sample:
    """What a program took at one moment."""

    at: float
    memory: float  # MB, resident
    files: int  # handles
    threads: int


@dataclass(slots=True)
class Program:
    """One program; it can be started again after it has ended. `sections` are settings by "SECTION__KEY"."""

    server: LocalBotApi
    storage: Path
    package: Path
    sections: dict[str, str] = field(default_factory=dict)
    samples: list[Sample] = field(default_factory=list)  # of the process that runs now
    health: int = field(default_factory=free_port)
    _process: Process | None = None

    @property
    def log(self) -> Path:
        """What it has written to its log."""
        return self.storage / "log.txt"

    async def start(self) -> None:
        """Start it and wait until it serves. Raises RuntimeError where it ends instead.

        Where it ends as Telegram could not be reached just then, it is started again, as its service would be.
        """
        self.storage.mkdir(parents=True, exist_ok=True)
        self.samples.clear()
        async with asyncio.timeout(LONGEST_START), httpx.AsyncClient() as client:
            process = await self._begin()
            while not await self._serves(client):
                if process.returncode == os.EX_TEMPFAIL:
                    process = await self._begin()
                elif process.returncode is not None:
                    raise RuntimeError(f"the program ended by itself:\n{self.log.read_text('utf-8')[-2000:]}")
                await asyncio.sleep(0.1)

    async def _begin(self) -> Process:
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-c", MAIN, "run"), env=self._environment(), stdout=DEVNULL, stderr=log
            )
        return self._process

    async def end(self) -> int:
        """End it by SIGTERM; its exit status."""
        assert self._process is not None
        self._process.send_signal(signal.SIGTERM)
        return await asyncio.wait_for(self._process.wait(), LONGEST_END)

    async def kill(self) -> None:
        """End it without a word, where it runs."""
        if self._process is not None and self._process.returncode is None:
            self._process.kill()
            await self._process.wait()

    def sample(self) -> Sample | None:
        """Look at what it takes now, and keep that; None where it does not run."""
        if self._process is None or self._process.returncode is not None:
            return None
        place = Path("/proc") / str(self._process.pid)
        try:
            lines = (place / "status").read_text("ascii", "replace").splitlines()
            files = len(list((place / "fd").iterdir()))
        except OSError:  # it has just ended
            return None
        said = {name: value.split() for name, _, value in (line.partition(":") for line in lines)}
        if "VmRSS" not in said:
            return None
        taken = Sample(time.monotonic(), int(said["VmRSS"][0]) * 1024 / MB, files, int(said["Threads"][0]))
        self.samples.append(taken)
        return taken

    async def number(self, name: str) -> float:
        """One of its numbers for Prometheus."""
        async with httpx.AsyncClient() as client:
            page = (await client.get(f"http://127.0.0.1:{self.health}/metrics")).text
        return next(float(line.split()[-1]) for line in page.splitlines() if line.startswith(f"{name} "))

    async def _serves(self, client: httpx.AsyncClient) -> bool:
        try:
            answer = await client.get(f"http://127.0.0.1:{self.health}/healthz")
        except httpx.TransportError:
            return False
        return answer.status_code == httpx.codes.OK

    def _environment(self) -> dict[str, str]:
        settings = {
            "TELEGRAM__TOKEN": self.server.token,
            "TELEGRAM__BASE_URL": self.server.base_url,
            "TELEGRAM__BASE_FILE_URL": self.server.base_file_url,
            "STORAGE__DIRECTORY": str(self.storage),
            "CLAIMS__PACKAGE": str(self.package),
            "LIMITS__USER_PER_MINUTE": "100000",
            "LIMITS__GROUP_PER_MINUTE": "100000",
            "LOG__LEVEL": "warning",
            "HEALTH__PORT": str(self.health),
            **self.sections,
        }
        return {**os.environ, "LC_ALL": "C.UTF-8", **{f"CLAIMBOT_{name}": value for name, value in settings.items()}}
