"""3,000 digests in real time: 30 a second, within 2 %.

python -m tests.proofs.pace [--messages 3000]
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bot.chats.chats import Chats, file_url
from bot.telegram.pacing import Pace
from tests.proofs.delivering import Record, Server, kill, queue, start, subscribe

TOLERANCE = 0.02


@dataclass(frozen=True)
class Counts:
    """What came of it."""

    messages: int
    sent: int
    seconds: float

    @property
    def rate(self) -> float:
        """Messages a second."""
        return (self.messages - 1) / self.seconds

    @property
    def holds(self) -> bool:
        """Whether all came, as fast as they may."""
        return self.sent == self.messages and abs(self.rate / Pace().overall.per_second - 1) <= TOLERANCE

    def __str__(self) -> str:
        return f"pace: {self.sent} of {self.messages} messages in {self.seconds:.1f} s, {self.rate:.2f} a second"


async def prove(messages: int, *, lifted: bool = False) -> Counts:
    """Deliver so many from a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        url = file_url(Path(folder))
        async with Server() as server:
            with Chats(url) as chats:
                subscribe(chats, server.people(messages))
                queue(chats)
                program = start(url, server, lifted=lifted)
                while len(server.arrived) < messages:
                    await asyncio.sleep(0.1)
                await asyncio.sleep(1)
                await asyncio.to_thread(kill, program)
                sent = Record.of(chats).counts["sent"]
            return Counts(messages, min(sent, len(server.arrived)), server.arrived[-1] - server.arrived[0])


def main() -> int:
    """Run the proof; 1 where it does not hold."""
    parser = argparse.ArgumentParser(description="Digests in real time.")
    parser.add_argument("--messages", type=int, default=3000)
    counts = asyncio.run(prove(parser.parse_args().messages))
    sys.stdout.write(f"{counts}\n")
    return 0 if counts.holds else 1


if __name__ == "__main__":
    sys.exit(main())
