"""Subscribers, what they wish for, and what was delivered to them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, time

from sqlalchemy import insert, select

from bot.answers.blocks import Block, BlockKind, Item, Span, Style, bold, plain
from bot.answers.blocks import Line as Written
from bot.chats.chats import Chats
from bot.chats.tables import deliveries
from bot.claims.model import Topic
from bot.digests.model import (
    ClaimNews,
    Content,
    DeliveryState,
    Frequency,
    Kind,
    Quiet,
    Rhythm,
    Selection,
    Told,
    Wanted,
    Wishes,
)
from bot.digests.subscribing import subscriptions as rows
from tests.chats.conftest import Clock

ANN, BORIS, GROUP, OTHER_GROUP = 77, 88, -1001, -1002
WISHES = Wishes(
    Selection(
        (Wanted("defenders", "killed"), Wanted(claimant="agency", place="Ravenna", object="tank")),
        ("Мости", "bridge"),
        1000,
    ),
    Rhythm(Frequency.WEEKLY, time(9, 30), "Asia/Kathmandu", weekday=2, quiet=Quiet(time(22), time(7))),
    "uk",
    always=True,
    silent=True,
    pinned=True,
)
DAILY = Wishes(rhythm=Rhythm(at=time(15), zone="UTC"))  # due at 15:00; the tests begin at 12:00


@dataclass
class Claims:
    """Stands in for the composer: what state the claims are in, and any content."""

    clock: Clock
    told: Told = field(init=False)

    def __post_init__(self) -> None:
        self.told = Told("origin", 5, self.clock.now)

    def state(self) -> Told:
        return self.told

    def preview(self, wishes: Wishes) -> Content:
        return content(wishes.language)


def content(language: str = "en") -> Content:
    """A content with all that a block can hold."""
    spans = (Span("“q”", Style.ITALIC), Span("report", href="https://example.org/?a=1&b=2"))
    item = Item((Written(spans, indent=1, evidence=True), plain("500")), "claim-1", Topic("defenders", "killed"))
    summary = (Block(BlockKind.GROUP, bold("Defenders · killed"), (item,), reading=0),)
    claims = (("claim-1", ClaimNews.NEW), ("claim-2", ClaimNews.WITHDRAWN))
    full = (*summary, Block(BlockKind.CAVEATS, None))
    return Content(language, summary, full, claims, Told("origin", 6, datetime.fromisoformat("2026-05-17T12:00:00Z")))


class Record:
    """Puts deliveries on record, and reads what became of them."""

    def __init__(self, chats: Chats, clock: Clock) -> None:
        self._database = chats.database
        self._clock = clock

    def add(self, id_: int, slot: str, state: DeliveryState, chat: int = GROUP, **more: object) -> int:
        """The id of a new delivery."""
        values = {
            "key": rows.digest_key(id_, slot),
            "kind": Kind.DIGEST.value,
            "subscription_id": id_,
            "chat_id": chat,
            "state": state.value,
            "due_at": self._clock.now,
            "finished_at": None if state is DeliveryState.QUEUED else self._clock.now,
            **more,
        }
        with self._database.writing() as connection:
            return connection.execute(insert(deliveries).values(**values).returning(deliveries.c.id)).scalar_one()

    def states(self) -> dict[str, tuple[str, str | None]]:
        """By key, the state of each delivery and why it is in it."""
        with self._database.reading() as connection:
            found = connection.execute(select(deliveries.c.key, deliveries.c.state, deliveries.c.reason))
            return {row.key: (row.state, row.reason) for row in found}
