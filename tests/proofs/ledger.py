"""What was to be told by digests, what is on record as told, and what the chats have: compared."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from bot.chats.chats import Chats
from bot.chats.tables import content_claims, deliveries, subscriptions
from bot.digests.model import DeliveryState, State
from bot.telegram.server import LocalBotApi
from tests.digests.newsroom import HOUSES, Newsroom
from tests.proofs.crowd import Place, is_digest

TOLD = (DeliveryState.SENT.value, DeliveryState.DOUBTFUL.value)
WAITING = (DeliveryState.QUEUED.value, DeliveryState.SENDING.value)


@dataclass(frozen=True, slots=True)
class Reload:
    """A claim that was added, and the time in which it came into the databases."""

    claim: str
    begun: datetime
    ended: datetime


class Editors:
    """Add a claim and load the package, into one database or those of several machines one after the other."""

    def __init__(self, package: Path, databases: Iterable[Path]) -> None:
        for database in (databases := list(databases)):
            database.parent.mkdir(parents=True, exist_ok=True)
        self.rooms = [Newsroom(package, database) for database in databases]
        self.reloads: list[Reload] = []

    def add(self) -> str:
        """Write a new claim into the package; its id."""
        number = len(self.reloads) + 1
        day = date(2024, 7, 1) + timedelta(days=number)
        return self.rooms[0].add(HOUSES, day.isoformat(), low=str(5000 + number), high=str(5000 + number))

    def load(self, claim: str, begun: datetime) -> None:
        """Load it everywhere."""
        for room in self.rooms:
            room.load()
        self.reloads.append(Reload(claim, begun, datetime.now(UTC)))

    def close(self) -> None:
        """Close the databases."""
        for room in self.rooms:
            room.close()


@dataclass(slots=True)
class Ledger:
    """What came of the digests."""

    states: Counter[str] = field(default_factory=Counter)
    expected: int = 0  # of news and those who were to be told of it
    misses: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, chats: Chats, server: LocalBotApi, places: Iterable[Place], reloads: Iterable[Reload]) -> Ledger:
        """Compare. Each place has one subscription, to everything at once."""
        ledger, record = cls(), _Record.of(chats)
        ledger.states.update(record.states)
        for place in places:
            ids = record.subscriptions[place.chat.id]
            if place.subscribed and len(ids) != 1:
                ledger.misses.append(f"chat {place.chat.id}: acknowledged, and {len(ids)} subscriptions are kept")
            ledger._compare_messages(record, server, place)
            for created in ids.values():
                ledger._compare_news(record, place, created, reloads)
        return ledger

    def _compare_messages(self, record: _Record, server: LocalBotApi, place: Place) -> None:
        chat = place.chat.id
        there = {one.id for one in place.chat.messages.values() if server.is_bots(one) and is_digest(one)}
        sent, doubtful = record.sent[chat], record.doubtful[chat]
        if missing := [one for one in sent if one not in there]:
            self.misses.append(f"chat {chat}: on record as sent, and not there: {missing}")
        if not 0 <= len(there) - len(sent) <= doubtful:
            self.misses.append(f"chat {chat}: {len(there)} digests; {len(sent)} sent and {doubtful} doubtful on record")

    def _compare_news(self, record: _Record, place: Place, created: datetime, reloads: Iterable[Reload]) -> None:
        for reload in reloads:
            told = record.told[place.chat.id, reload.claim]
            if created < reload.begun:
                self.expected += 1
                if told != 1:
                    self.misses.append(f"chat {place.chat.id}: told {told} times of {reload.claim}")
            elif told > (created < reload.ended):
                self.misses.append(f"chat {place.chat.id}: told of {reload.claim}, which it knew")


@dataclass(slots=True)
class _Record:
    """What the private database says."""

    states: Counter[str] = field(default_factory=Counter)
    subscriptions: dict[int, dict[int, datetime]] = field(default_factory=lambda: defaultdict(dict))  # by chat and id
    sent: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))  # by chat, the messages
    doubtful: Counter[int] = field(default_factory=Counter)
    told: Counter[tuple[int, str]] = field(default_factory=Counter)  # of which claim, sent or doubtful

    @classmethod
    def of(cls, chats: Chats) -> _Record:
        """Read it."""
        record, d, c = cls(), deliveries.c, content_claims.c
        with chats.database.reading() as connection:
            for row in connection.execute(select(subscriptions).where(subscriptions.c.state == State.ACTIVE.value)):
                record.subscriptions[row.chat_id][row.id] = row.created
            for row in connection.execute(select(deliveries)):
                record.states[row.state] += 1
                if row.state == DeliveryState.SENT.value:
                    record.sent[row.chat_id].append(row.message_id)
                record.doubtful[row.chat_id] += row.state == DeliveryState.DOUBTFUL.value
            both = select(d.chat_id, c.claim).join(content_claims, c.content_id == d.content_id)
            record.told.update(tuple(row) for row in connection.execute(both.where(d.state.in_(TOLD))))
        return record


def is_all_told(chats: Chats, reloads: Iterable[Reload]) -> bool:
    """Whether nothing waits or is on its way any more, and who was to hear of the last reload did."""
    record = _Record.of(chats)
    last = list(reloads)[-1]
    due = [chat for chat, ids in record.subscriptions.items() for created in ids.values() if created < last.begun]
    waits = sum(record.states[state] for state in WAITING)
    return not waits and all(record.told[chat, last.claim] for chat in due)
