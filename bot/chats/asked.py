"""What was asked, counted for the operator: how many questions a week, by topic and by what came of them.

No count may tell of one chat. So a topic is counted only once several chats have asked about it within the week; till
then its count, and which chats those were, is in memory only: as digests under a key that is made anew each week and
is nowhere else. A restart forgets them, and what was not counted by then never is: the counts are a lower bound.
"""

from __future__ import annotations

import hashlib
import secrets
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from threading import Lock

from sqlalchemy import Connection, func, select

from bot.chats.connection import upsert
from bot.chats.tables import asked

FEWEST_CHATS = 5  # that must have asked about a topic before it is counted

TOPIC, OUTCOME = "topic", "outcome"

Key = tuple[date, str, str]  # week, kind, name: a row


def week_of(day: date) -> date:
    """The Monday of a week."""
    return day - timedelta(days=day.weekday())


@dataclass(slots=True)
class _Rare:
    """A topic that few chats have asked about this week."""

    questions: int = 0
    chats: set[bytes] = field(default_factory=set)


class Tally:
    """Counts in memory, until `taken`. Threads may share it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._counts: Counter[Key] = Counter()
        self._week = date.min
        self._begin(date.min)

    def count(self, day: date, chat: int, outcome: str, topics: Iterable[str]) -> None:
        """Count a question; of the chat that asked nothing is kept."""
        week = week_of(day)
        with self._lock:
            if week != self._week:
                self._begin(week)
            self._counts[week, OUTCOME, outcome] += 1
            for topic in topics:
                self._count_topic(topic, chat)

    def taken(self) -> Counter[Key]:
        """What was counted since it was taken last."""
        with self._lock:
            taken, self._counts = self._counts, Counter()
        return taken

    def give_back(self, counts: Counter[Key]) -> None:
        """Count again what was taken and could not be kept."""
        with self._lock:
            self._counts += counts

    def _begin(self, week: date) -> None:
        self._week = week
        self._key = secrets.token_bytes(32)
        self._rare: dict[str, _Rare] = {}
        self._common: set[str] = set()

    def _count_topic(self, topic: str, chat: int) -> None:
        if topic in self._common:
            self._counts[self._week, TOPIC, topic] += 1
            return
        rare = self._rare.setdefault(topic, _Rare())
        rare.questions += 1
        rare.chats.add(hashlib.blake2b(str(chat).encode(), key=self._key, digest_size=16).digest())
        if len(rare.chats) >= FEWEST_CHATS:
            del self._rare[topic]
            self._common.add(topic)
            self._counts[self._week, TOPIC, topic] += rare.questions


def add(connection: Connection, counts: Counter[Key]) -> None:
    """Add to what is kept."""
    for (week, kind, name), questions in counts.items():
        statement = upsert(asked, connection.dialect.name).values(week=week, kind=kind, name=name, questions=questions)
        total = asked.c.questions + statement.excluded.questions
        connection.execute(
            statement.on_conflict_do_update(
                index_elements=[asked.c.week, asked.c.kind, asked.c.name], set_={"questions": total}
            )
        )


def counted(connection: Connection, kind: str, since: date) -> list[tuple[str, int]]:
    """The questions of each name since a day's week, most first."""
    total = func.sum(asked.c.questions)
    query = select(asked.c.name, total).where(asked.c.kind == kind, asked.c.week >= week_of(since))
    rows = connection.execute(query.group_by(asked.c.name).order_by(total.desc(), asked.c.name))
    return [(name, int(questions)) for name, questions in rows]


def expire(connection: Connection, before: date) -> int:
    """Delete the counts of weeks that ended before a day; how many."""
    over = asked.c.week < before - timedelta(days=6)
    return connection.execute(asked.delete().where(over)).rowcount
