"""What the proofs of delivery share: chats on a local Bot API server, their subscriptions, and a program that delivers.

A program here is a process of its own that does what the bot does for digests: it looks for what is due and delivers.
"""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
import os
import signal
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from multiprocessing.context import ForkServerProcess
from typing import Any

from sqlalchemy import URL, func, make_url, select
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.answers.blocks import Block, BlockKind, Item, bold, plain
from bot.chats.chats import Chats
from bot.chats.tables import deliveries, subscriptions
from bot.conversation.reply import Button, Reply
from bot.digests.delivery.due import Due
from bot.digests.delivery.leader import Leader
from bot.digests.delivery.outbox import Outbox, Outgoing
from bot.digests.model import ClaimNews, Content, DeliveryState, Selection, State, Told, Wishes
from bot.digests.subscribing import subscriptions as rows
from bot.telegram.delivery import Callbacks, Courier
from bot.telegram.pacing import Pace, Pacer, Rate
from bot.telegram.server import LocalBotApi
from bot.telegram.server.shapes import Upload
from bot.telegram.transport import Transport

YESTERDAY = timedelta(days=1)
LIFTED = Pace(*(Rate(10**6, 10**6),) * 3)
READ_TIMEOUT = 3.0  # seconds: so that the proof need not wait longer for answers that never come
CLAIMS = ("one", "two", "three")


class News:
    """Claims of which there is something new since everybody was told."""

    def state(self) -> Told:
        """Always the same."""
        return Told("proof", 2, datetime(2026, 1, 1, tzinfo=UTC))

    def compose(self, _: Selection, __: Told, language: str, **___: object) -> Content:
        """A digest as long as many are."""
        blocks = tuple(Block(BlockKind.GROUP, bold(claim), (_item(claim),)) for claim in CLAIMS)
        return Content(language, blocks, blocks, tuple((claim, ClaimNews.NEW) for claim in CLAIMS), self.state())

    def changed_status(self, _: Told) -> Collection[str]:
        """Nothing is withdrawn."""
        return ()

    def has_been_at(self, _told: Told) -> bool:
        """It has."""
        return True


def _item(claim: str) -> Item:
    return Item(tuple(plain(f"{claim}: a figure, who said it, when, and where it was printed") for _ in range(5)))


class Server(LocalBotApi):
    """A server that counts what arrives, and notes when."""

    def __init__(self) -> None:
        super().__init__()
        self.judging = False
        self.arrived: list[float] = []

    def execute(self, method: Any, given: dict[str, Any], files: dict[str, Upload]) -> Any:
        """Do it, and count a message."""
        result = super().execute(method, given, files)
        if method.name == "sendMessage":
            self.arrived.append(asyncio.get_running_loop().time())
        return result

    def people(self, count: int) -> list[int]:
        """Private chats that were started."""
        chats = [self.world.private(self.world.add_user(f"Reader {number}")) for number in range(count)]
        for chat in chats:
            chat.started = True
        return [chat.id for chat in chats]

    def received(self, chat: int) -> int:
        """How many messages a chat has."""
        return len(self.world.chats[chat].messages)


def subscribe(chats: Chats, ids: Collection[int], wishes: Callable[[int], Wishes] = lambda _: Wishes()) -> None:
    """A daily digest for each chat, due since a moment ago."""
    now = datetime.now(UTC)
    common = {
        "state": State.ACTIVE.value,
        "told_origin": "proof",
        "told_revision": 1,
        "told_at": now - YESTERDAY,
        "next_run_at": now - timedelta(seconds=1),
        "created": now - YESTERDAY,
    }
    columns = (rows.columns(wishes(number)) for number in range(len(ids)))
    values = [{"chat_id": id_, **own, **common} for id_, own in zip(ids, columns, strict=True)]
    with chats.database.writing() as connection:
        connection.execute(subscriptions.insert(), values)


def queue(chats: Chats) -> None:
    """Queue what is due."""
    Due(chats.database, News(), Outbox(chats.database, _now), _now).tick()


@dataclass
class Record:
    """What the private database says at the end."""

    states: dict[int, tuple[str, str | None]] = field(default_factory=dict)  # by chat
    rows: int = 0
    told: set[int] = field(default_factory=set)  # chats

    @classmethod
    def of(cls, chats: Chats) -> Record:
        """Read it."""
        record = cls()
        with chats.database.reading() as connection:
            for row in connection.execute(select(deliveries)):
                record.rows += 1
                record.states[row.chat_id] = (row.state, row.reason)
            moved = select(subscriptions.c.chat_id).where(subscriptions.c.told_revision == News().state().revision)
            record.told = set(connection.execute(moved).scalars())
        return record

    @property
    def counts(self) -> Counter[str]:
        """How many deliveries are in each state."""
        return Counter(state for state, _ in self.states.values())


def stopped(chats: Chats) -> int:
    """How many deliveries are doubtful because their program was killed."""
    query = select(func.count()).where(
        deliveries.c.state == DeliveryState.DOUBTFUL.value, deliveries.c.reason == "stopped"
    )
    with chats.database.reading() as connection:
        return int(connection.execute(query).scalar_one())


def is_done(chats: Chats, number: int) -> bool:
    """Whether all have been queued and nothing waits or is on its way."""
    counts = Outbox(chats.database, _now).counts()
    return sum(counts.values()) == number and not (counts[DeliveryState.QUEUED] + counts[DeliveryState.SENDING])


def _now() -> datetime:
    return datetime.now(UTC)


def _dress(outgoing: Outgoing) -> Reply:
    assert outgoing.content is not None
    return Reply(outgoing.content.summary, ((Button("All of it", f"dg:{outgoing.id}"),),))


processes = multiprocessing.get_context("forkserver")
processes.set_forkserver_preload(["tests.proofs.delivering"])


def start(url: URL, server: LocalBotApi, *, lifted: bool = False) -> ForkServerProcess:
    """A program that delivers, in a process of its own."""
    address = url.render_as_string(hide_password=False)
    process = processes.Process(target=_work, args=(address, server.token, server.base_url, lifted), daemon=True)
    process.start()
    return process


def _work(url: str, token: str, base_url: str, lifted: bool) -> None:
    logging.disable(logging.WARNING)
    logging.getLogger("telegram").setLevel(logging.CRITICAL)  # of each answer that it cannot read
    with Chats(make_url(url)) as chats:
        asyncio.run(_deliver(chats, token, base_url, LIFTED if lifted else Pace()))


async def _deliver(chats: Chats, token: str, base_url: str, pace: Pace) -> None:
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    request = HTTPXRequest(
        read_timeout=READ_TIMEOUT, connect_timeout=READ_TIMEOUT, httpx_kwargs={"transport": Transport()}
    )
    leader = Leader(chats.database)
    outbox = Outbox(chats.database, _now, leader.writing)
    due = Due(chats.database, News(), Outbox(chats.database, _now), _now)

    def unreachable(chat: int, _: str) -> None:
        with chats.database.writing() as connection:
            rows.unreachable(connection, chat, _now())

    async with Bot(token, base_url, request=request) as bot:
        courier = Courier(bot, Pacer(pace), outbox, leader, Callbacks(_dress, unreachable, chats.migrate_chat))
        ticking = asyncio.create_task(asyncio.to_thread(due.tick))
        await courier.run(stop)
        await ticking


def kill(process: ForkServerProcess) -> None:
    """End it without a word."""
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    process.join()
