"""What the operator tells chats: to whom, once to each, and how to stop it.

An announcement has its name from what it says. So giving it again sends it to nobody a second time: it goes on with
those who were not reached, and reaches who has come since.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, or_, select

from bot.answers.blocks import Block, BlockKind, Item, plain
from bot.answers.html import LIMIT, to_html, utf16
from bot.chats.connection import Database
from bot.chats.model import PRESENT
from bot.chats.tables import chats, subscriptions
from bot.claims.database.catalog import Catalog
from bot.digests.delivery import contents
from bot.digests.delivery.outbox import New, Outbox, batched
from bot.digests.model import Content, Kind, Pause, State, Subscription, Told, Wanted
from bot.digests.subscribing.subscriptions import some

ANY = ""  # the language of a text for those for whom there is no other
ID_LENGTH = 8
_TOLD = Told("", 0, datetime(1970, 1, 1, tzinfo=UTC))  # an announcement tells nothing about claims


class AnnouncementError(Exception):
    """A text cannot be announced: it is empty, or longer than a message. The message names its language, or nothing."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """What is to be told, by language."""

    texts: Mapping[str, tuple[Block, ...]]

    @classmethod
    def of(cls, texts: Mapping[str, str]) -> Announcement:
        """Take plain texts, paragraphs set apart by empty lines. Raises AnnouncementError."""
        made = {language: _blocks(text) for language, text in sorted(texts.items())}
        for language, blocks in made.items():
            if len(to_html(blocks)) != 1 or utf16(texts[language].strip()) > LIMIT:
                raise AnnouncementError(language)
        return cls(made)

    @property
    def id(self) -> str:
        """The same for the same words."""
        said = {language: to_html(blocks) for language, blocks in self.texts.items()}
        return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:ID_LENGTH]

    def language(self, preferred: str | None) -> str:
        """The language in which somebody is told: the preferred one where there is a text in it."""
        order = (preferred or ANY, ANY, "en", *self.texts)
        return next(language for language in order if language in self.texts)


@dataclass(frozen=True, slots=True)
class Listener:
    """A chat that is told."""

    chat: int
    thread: int | None = None
    subscription: int | None = None  # whose quiet hours and silence are kept to
    language: str | None = None


class Announcer:
    """Queues announcements for whoever leads to deliver them."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock
        self.outbox = Outbox(database, clock)

    def everybody(self) -> list[Listener]:
        """All chats on record that the bot can write to."""
        present = or_(chats.c.presence.is_(None), chats.c.presence.in_([each.value for each in PRESENT]))
        with self._database.reading() as connection:
            absent = set(connection.execute(select(chats.c.chat_id).where(~present)).scalars())
            known = connection.execute(select(chats.c.chat_id, chats.c.language).where(present)).all()
            found = {row.chat_id: Listener(row.chat_id, language=row.language) for row in known}
            found |= {one.chat: one for one in _listeners(_subscribed(connection)) if one.chat not in absent}
        return list(found.values())

    def subscribers(self, topics: Collection[Wanted] = (), catalog: Catalog | None = None) -> list[Listener]:
        """Chats whose subscriptions tell of one of these topics; without topics, all that have one."""
        with self._database.reading() as connection:
            found = _subscribed(connection)
        if catalog is not None:
            found = [one for one in found if _concerns(one, topics, catalog)]
        return _listeners(found)

    def announce(self, announcement: Announcement, listeners: Iterable[Listener]) -> None:
        """Queue it for those who have not had it yet."""
        with self._database.writing() as connection:
            kept = {
                language: contents.add(connection, Content(language or "en", blocks, blocks, (), _TOLD), self._clock())
                for language, blocks in announcement.texts.items()
            }
        new = [
            New(
                f"a:{announcement.id}:{one.chat}:{one.thread or 0}",
                Kind.ANNOUNCEMENT,
                one.chat,
                one.thread,
                one.subscription,
                kept[announcement.language(one.language)],
            )
            for one in listeners
        ]
        for part in batched(new):
            with self._database.writing() as connection:
                self.outbox.queue(connection, part)


def _subscribed(connection: Connection) -> list[Subscription]:
    reached = or_(subscriptions.c.paused.is_(None), subscriptions.c.paused == Pause.CHOSEN.value)
    return some(connection, subscriptions.c.state != State.REMOVED.value, reached)


def _listeners(found: Iterable[Subscription]) -> list[Listener]:
    """One for each chat: where and how its first subscription comes."""
    listeners: dict[int, Listener] = {}
    for one in found:
        listeners.setdefault(one.chat, Listener(one.chat, one.thread, one.id, one.wishes.language))
    return list(listeners.values())


def _concerns(subscription: Subscription, topics: Collection[Wanted], catalog: Catalog) -> bool:
    wanted = subscription.wishes.selection.wanted
    return not wanted or any(_meets(one, topic, catalog) for one in wanted for topic in topics)


def _meets(wanted: Wanted, topic: Wanted, catalog: Catalog) -> bool:
    facets = (
        ("populations", wanted.population, topic.population),
        ("measures", wanted.measure, topic.measure),
        ("objects", wanted.object, topic.object),
    )
    return all(ours is None or its is None or ours in catalog.upwards(table, its) for table, ours, its in facets)


def _blocks(text: str) -> tuple[Block, ...]:
    paragraphs = [part.strip("\n") for part in text.strip().replace("\r\n", "\n").split("\n\n")]
    return tuple(
        Block(BlockKind.HINTS, None, (Item(tuple(plain(line) for line in part.split("\n"))),)) for part in paragraphs
    )
