"""A year of daily digests in 30 time zones, minute by minute: each at its local time, none missing, none twice.

    python -m tests.proofs.year [--from 2026-01-01] [--days 365] [--url postgresql://…]

The clock is injected; each minute calls `Due.tick`, as the running bot's scheduler does. When digests should come
is worked out apart from `bot.digests.subscribing.schedule`, by looking at what the clock of each zone shows in each
minute of the year.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time as wall
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import URL, make_url

from bot.answers.blocks import Block, BlockKind, bold
from bot.chats.chats import Chats, file_url
from bot.digests.delivery.due import Due
from bot.digests.delivery.outbox import Outbox, Result
from bot.digests.model import ClaimNews, Content, DeliveryState, Rhythm, Selection, Told, Wishes
from bot.digests.service import Digests

ZONES = (
    "Africa/Cairo",
    "Africa/Casablanca",
    "America/Anchorage",
    "America/Asuncion",
    "America/Havana",
    "America/Los_Angeles",
    "America/New_York",
    "America/Nuuk",  # its clocks leave out the last hour of a day
    "America/Phoenix",
    "America/Santiago",
    "America/Sao_Paulo",
    "America/Scoresbysund",
    "America/St_Johns",
    "Antarctica/Troll",  # two hours at once
    "Asia/Beirut",
    "Asia/Jerusalem",
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Asia/Tokyo",
    "Asia/Vladivostok",
    "Atlantic/Azores",
    "Australia/Lord_Howe",  # half an hour
    "Europe/Kyiv",
    "Europe/London",
    "Europe/Moscow",
    "Europe/Warsaw",
    "Pacific/Apia",
    "Pacific/Auckland",
    "Pacific/Chatham",
    "Pacific/Kiritimati",
)
TIMES = (time(0, 0), time(9, 0), time(23, 59))
MINUTE = timedelta(minutes=1)

Slot = tuple[int, date]  # a chat, and the date of its calendar


@dataclass
class News:
    """Claims of which there is something new each day."""

    now: datetime

    def state(self) -> Told:
        """A new state of the claims each day."""
        return Told("proof", self.now.toordinal(), self.now)

    def compose(self, _selection: Selection, _told: Told, language: str, **_wishes: object) -> Content:
        """A digest of nothing but its date."""
        blocks = (Block(BlockKind.GROUP, bold(self.now.date().isoformat())),)
        return Content(language, blocks, blocks, (("claim", ClaimNews.NEW),), self.state())

    def changed_status(self, _told: Told) -> Collection[str]:
        """Nothing is withdrawn."""
        return ()

    def has_been_at(self, _told: Told) -> bool:
        """It has."""
        return True

    def preview(self, _wishes: Wishes) -> Content:
        """Not asked for."""
        raise NotImplementedError


@dataclass
class Counts:
    """What came of it."""

    chats: int = 0
    zones: int = 0
    ticks: int = 0
    expected: int = 0
    exact: int = 0
    in_changes: int = 0  # at times that a clock left out or showed twice
    missing: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def misses(self) -> list[str]:
        """All that is not as it should be."""
        return [*self.missing, *self.twice, *self.wrong]

    @property
    def holds(self) -> bool:
        """Whether each came when it should, once."""
        return self.exact == self.expected > 0 and not self.misses

    def __str__(self) -> str:
        return (
            f"year: {self.chats} chats in {self.zones} zones, {self.ticks} ticks: {self.exact} of {self.expected}"
            f" digests at their minute ({self.in_changes} of them in clock changes), {len(self.missing)} missing,"
            f" {len(self.twice)} twice, {len(self.wrong)} at another time; {self.seconds:.0f} s"
        )


@dataclass
class Calendar:
    """What a zone's clock shows in each minute."""

    first: dict[date, dict[time, datetime]] = field(default_factory=lambda: defaultdict(dict))
    again: set[tuple[date, time]] = field(default_factory=set)  # shown twice
    left_out: dict[tuple[date, time], datetime] = field(default_factory=dict)  # and when it would have been

    @classmethod
    def of(cls, zone: str, minutes: Iterable[datetime]) -> Calendar:
        """Look at the clock every minute."""
        calendar, place, before = cls(), ZoneInfo(zone), None
        for moment in minutes:
            shown = moment.astimezone(place).replace(tzinfo=None)
            if shown.time() in calendar.first[shown.date()]:
                calendar.again.add((shown.date(), shown.time()))
            else:
                calendar.first[shown.date()][shown.time()] = moment
            skipped = before + MINUTE if before else shown
            gap = 0
            while skipped < shown:  # the clock was put forward: what it leaves out comes as much later
                calendar.left_out[skipped.date(), skipped.time()] = moment + gap * MINUTE
                skipped, gap = skipped + MINUTE, gap + 1
            before = shown
        return calendar

    def due(self, at: time) -> Iterator[tuple[date, datetime]]:
        """When a digest of each date should come. A date that the calendar leaves out has none."""
        for day, shown in self.first.items():
            if at in shown:
                yield day, shown[at]
            elif (day, at) in self.left_out:
                yield day, self.left_out[day, at]

    def odd_times(self) -> set[time]:
        """One time of each stretch that is left out or shown twice, and its first one."""
        odd = sorted([*self.again, *self.left_out])
        ends = [each for each, before in zip(odd, [None, *odd], strict=False) if not _follows(before, each)]
        return {at for _, at in ends} | {(datetime.combine(*each) + 17 * MINUTE).time() for each in ends}


def _follows(before: tuple[date, time] | None, each: tuple[date, time]) -> bool:
    return before is not None and datetime.combine(*each) - datetime.combine(*before) == MINUTE


def minutes(start: datetime, length: timedelta) -> Iterator[datetime]:
    """Every minute."""
    return (start + number * MINUTE for number in range(length // MINUTE))


@dataclass
class Year:
    """Chats that subscribed, and when each of them should hear."""

    chats: Chats
    news: News
    expected: dict[Slot, datetime] = field(default_factory=dict)
    odd: set[Slot] = field(default_factory=set)
    subscriptions: dict[int, Rhythm] = field(default_factory=dict)

    def clock(self) -> datetime:
        """The injected clock."""
        return self.news.now

    def subscribe(self, zones: Iterable[str], start: datetime, length: timedelta) -> None:
        """A chat for each zone and each time: morning, midnight, and all that its clock leaves out or shows twice."""
        digests = Digests(self.chats.database, self.news, self.clock)
        for zone in zones:
            calendar = Calendar.of(zone, minutes(start, length))
            for at in sorted({*TIMES, *calendar.odd_times()}):
                chat = len(self.subscriptions) + 1
                self.subscriptions[chat] = Rhythm(at=at, zone=zone)
                digests.subscribe(chat, None, None, Wishes(rhythm=self.subscriptions[chat]))
                for day, moment in calendar.due(at):
                    if moment > start:
                        self.expected[chat, day] = moment
                        if (day, at) in calendar.again or (day, at) in calendar.left_out:
                            self.odd.add((chat, day))

    def run(self, start: datetime, length: timedelta) -> Counts:
        """Let the year pass."""
        outbox = Outbox(self.chats.database, self.clock)
        due = Due(self.chats.database, self.news, outbox, self.clock)
        came: dict[Slot, list[datetime]] = defaultdict(list)
        zones = {rhythm.zone for rhythm in self.subscriptions.values()}
        counts = Counts(len(self.subscriptions), len(zones), expected=len(self.expected))
        for moment in minutes(start, length):
            self.news.now = moment
            counts.ticks += 1
            if not due.tick().queued:
                continue
            while sent := outbox.take(100):
                outbox.finish([Result(each, DeliveryState.SENT, message=counts.ticks) for each in sent])
                for each in sent:
                    came[each.chat, date.fromisoformat(each.key.rpartition(":")[2])].append(moment)
        return self._compare(came, counts)

    def _compare(self, came: dict[Slot, list[datetime]], counts: Counts) -> Counts:
        for slot in sorted({*came, *self.expected}):
            found, wanted = came.get(slot, []), self.expected.get(slot)
            said = f"chat {slot[0]} {self.subscriptions[slot[0]]} {slot[1]}: {wanted}, came {[*map(str, found)]}"
            if not found:
                counts.missing.append(said)
            elif len(found) > 1:
                counts.twice.append(said)
            elif found[0] != wanted:
                counts.wrong.append(said)
            else:
                counts.exact += 1
                counts.in_changes += slot in self.odd
        return counts


def prove(url: str | URL, start: datetime, length: timedelta, zones: Iterable[str] = ZONES) -> Counts:
    """Let some days pass and count what came when."""
    began = wall.monotonic()
    with Chats(url) as chats:
        year = Year(chats, News(start))
        year.subscribe(zones, start, length)
        counts = year.run(start, length)
    counts.seconds = wall.monotonic() - began
    return counts


def main() -> int:
    """Run the proof; 1 where it does not hold."""
    parser = argparse.ArgumentParser(description="A year of daily digests in 30 time zones.")
    parser.add_argument("--from", dest="start", type=date.fromisoformat, default=date(2026, 1, 1))
    parser.add_argument("--days", type=int, default=365)
    parser.add_argument("--url", type=make_url, help="an empty database, instead of SQLite in a temporary folder")
    options = parser.parse_args()
    start = datetime.combine(options.start, time(), UTC)
    with tempfile.TemporaryDirectory() as folder:
        counts = prove(options.url or file_url(Path(folder)), start, timedelta(options.days))
    sys.stdout.write(f"{counts}\n")
    for each in counts.misses[:20]:
        sys.stderr.write(f"{each}\n")
    return 0 if counts.holds else 1


if __name__ == "__main__":
    sys.exit(main())
