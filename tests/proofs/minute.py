"""100,000 subscriptions due in the same minute: how long composing and queueing takes, and how much memory.

    python -m tests.proofs.minute [--subscriptions 100000] [--seconds 60] [--url postgresql://…]

The digests are real ones: of the claims that ship, for twenty selections in three languages, told last on one of two
days. It holds where each is queued once, or recorded as having nothing to tell, within `--seconds`.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from sqlalchemy import URL, func, make_url, select

from bot.asking import database_path, open_claimbot
from bot.chats.chats import Chats, file_url
from bot.chats.tables import contents, deliveries, subscriptions
from bot.claims.database.store import Store
from bot.claims.model import LANGUAGES
from bot.config import Settings, StorageSettings
from bot.digests.delivery.due import Due, Tick
from bot.digests.delivery.outbox import Outbox
from bot.digests.model import Rhythm, Selection, State, Wanted, Wishes
from bot.digests.news.composer import Composer
from bot.digests.subscribing import subscriptions as rows

NOW = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)
DAYS = (7, 30)  # since they were told
SELECTIONS = 20


@dataclass(frozen=True)
class Counts:
    """What came of it."""

    subscriptions: int
    tick: Tick
    again: Tick  # found due a minute later
    contents: int
    deliveries: int
    composing: float  # seconds, for one of each kind
    seconds: float
    cpu: float  # seconds of this process
    before: int  # megabytes
    after: int

    @property
    def holds(self) -> bool:
        """Whether each was dealt with once."""
        done = self.tick.queued + self.tick.nothing
        return done == self.deliveries == self.subscriptions and self.again == Tick()

    def __str__(self) -> str:
        return (
            f"minute: {self.subscriptions} subscriptions due: {self.tick.queued} queued, {self.tick.nothing} with"
            f" nothing to tell, {self.tick.composed} composed to {self.contents} contents; {self.seconds:.1f} s, of"
            f" which composing {self.composing:.1f} s; {self.cpu:.1f} s of CPU; memory"
            f" {self.before} MB before, {self.after} MB at most"
        )


class Timed(Composer):
    """Counts the time that composing takes."""

    spent = 0.0

    def compose(self, *args: object, **kwargs: object) -> object:  # type: ignore[override]
        """Compose, against the clock."""
        began = time.perf_counter()
        try:
            return super().compose(*args, **kwargs)  # type: ignore[arg-type]
        finally:
            self.spent += time.perf_counter() - began


def prove(url: URL, count: int, claims: Path) -> Counts:
    """Subscribe, then look for what is due, once and a minute later."""
    now = NOW
    composer = Timed(partial(Store.open, claims, create=False), lambda: now)
    with Chats(url) as chats:
        _subscribe(chats, count, claims)
        due = Due(chats.database, composer, Outbox(chats.database, lambda: now), lambda: now)
        before, began, worked = _memory(), time.perf_counter(), time.process_time()
        tick = due.tick()
        seconds, cpu = time.perf_counter() - began, time.process_time() - worked
        after = _memory()
        now += timedelta(minutes=1)
        again = due.tick()
        with chats.database.reading() as connection:
            kept = [
                connection.execute(select(func.count()).select_from(one)).scalar_one() for one in (contents, deliveries)
            ]
    composer.close()
    return Counts(count, tick, again, *kept, composer.spent, seconds, cpu, before, after)


def _subscribe(chats: Chats, count: int, claims: Path) -> None:
    with Store.open(claims, create=False) as store:
        newest = store.meta.newest
        facets = [Wanted(population=one) for one in store.catalog.populations]
        facets += [Wanted(measure=one) for one in store.catalog.measures] + [
            Wanted(object=one) for one in store.catalog.objects
        ]
    wanted = [(), *((one,) for one in facets[: SELECTIONS - 1])]
    told = [datetime.combine(newest, NOW.timetz()) - timedelta(days=days) for days in DAYS]
    common = {"state": State.ACTIVE.value, "told_origin": "before", "told_revision": 1, "created": told[-1]}
    kinds = [
        rows.columns(Wishes(Selection(each), Rhythm(at=NOW.time()), language))
        for each in wanted
        for language in LANGUAGES
    ]
    values = [
        {"chat_id": 1 + n, "next_run_at": NOW, "told_at": told[n % len(told)], **kinds[n // 2 % len(kinds)], **common}
        for n in range(count)
    ]
    with chats.database.writing() as connection:
        for begin in range(0, count, 10_000):
            connection.execute(subscriptions.insert(), values[begin : begin + 10_000])


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _build(settings: Settings) -> None:
    open_claimbot(settings).store.close()


def main() -> int:
    """Run the proof; 1 where it does not hold."""
    parser = argparse.ArgumentParser(description="Many subscriptions due at once.")
    parser.add_argument("--subscriptions", type=int, default=100_000)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--url", type=make_url, help="an empty database, instead of SQLite in a temporary folder")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(storage=StorageSettings(directory=Path(folder)))
        building = multiprocessing.get_context("spawn").Process(target=_build, args=(settings,))
        building.start()  # a process of its own: what it takes to read the package is not counted
        building.join()
        counts = prove(options.url or file_url(Path(folder)), options.subscriptions, database_path(settings))
    sys.stdout.write(f"{counts}\n")
    return 0 if counts.holds and counts.seconds <= options.seconds else 1


if __name__ == "__main__":
    sys.exit(main())
