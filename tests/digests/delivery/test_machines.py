"""Several machines share the chats; each loads new claims into a database of its own, one sooner than the other."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from bot.chats.chats import Chats
from bot.claims.database.store import Store
from bot.digests.delivery.due import Due
from bot.digests.delivery.outbox import Outbox, Result
from bot.digests.model import DeliveryState, Frequency, Rhythm, Wishes
from bot.digests.news.composer import Composer
from bot.digests.service import Digests
from tests.chats.conftest import Clock
from tests.digests.newsroom import HOUSES, Newsroom


class Machine:
    """One that looks for what is due, and delivers it."""

    def __init__(self, chats: Chats, clock: Clock, package: Path, database: Path) -> None:
        self.newsroom = Newsroom(package, database)
        self.composer = Composer(lambda: Store.open(database), clock)
        self.outbox = Outbox(chats.database, clock)
        self.due = Due(chats.database, self.composer, self.outbox, clock)
        self._clock = clock

    def told(self) -> list[str]:
        """The claims that its next look tells of."""
        self._clock.forward(minutes=1)
        self.due.tick()
        taken = self.outbox.take(10)
        self.outbox.finish([Result(each, DeliveryState.SENT, message=each.id) for each in taken])
        return [claim for each in taken if each.content for claim, _ in each.content.claims]

    def close(self) -> None:
        self.composer.close()
        self.newsroom.close()


@pytest.fixture
def machines(chats: Chats, clock: Clock, small_package: Path, tmp_path: Path) -> Iterator[tuple[Machine, Machine]]:
    with ExitStack() as stack:
        made = [
            Machine(chats, clock, Path(shutil.copytree(small_package, tmp_path / name)), tmp_path / f"{name}.db")
            for name in ("early", "late")
        ]
        for machine in made:
            stack.callback(machine.close)
        yield made[0], made[1]


def test_a_claim_is_told_once_though_another_machine_has_not_loaded_it_yet(
    chats: Chats, clock: Clock, machines: tuple[Machine, Machine]
) -> None:
    early, late = machines
    Digests(chats.database, early.composer, clock).subscribe(7, None, None, Wishes(rhythm=Rhythm(Frequency.AT_ONCE)))
    first = early.newsroom.add(HOUSES, "2024-07-02", low="5001", high="5001")
    early.newsroom.load()
    assert [early.told(), late.told(), early.told()] == [[first], [], []]
    second = early.newsroom.add(HOUSES, "2024-07-03", low="5002", high="5002")
    early.newsroom.load()
    assert [late.told(), early.told(), late.told()] == [[], [second], []]
