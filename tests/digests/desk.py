"""What is due, the outbox, and claims that say whatever a test wants to be new."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select

from bot.answers.blocks import Block, BlockKind, bold
from bot.chats.chats import Chats
from bot.chats.tables import deliveries
from bot.digests.delivery.due import Due, Tick
from bot.digests.delivery.outbox import Outbox, Outgoing, Result
from bot.digests.model import ClaimNews, Content, DeliveryState, Rhythm, Selection, Subscription, Told, Wishes
from bot.digests.service import Digests
from tests.chats.conftest import Clock


@dataclass
class Claims:
    """Claims in the order in which they came; each load adds some."""

    clock: Clock
    loads: list[tuple[str, ...]] = field(default_factory=lambda: [("first",)])
    changed: set[str] = field(default_factory=set)
    origin: str = "package"
    composed: list[Told] = field(default_factory=list)
    broken: set[int] = field(default_factory=set)  # thresholds that nothing can be composed for

    def load(self, *claims: str) -> None:
        self.loads.append(claims)

    def state(self) -> Told:
        return Told(self.origin, len(self.loads), self.clock())

    def compose(
        self, selection: Selection, told: Told, language: str, *, always: bool = False, also: Collection[str] = ()
    ) -> Content | None:
        if selection.threshold in self.broken:
            raise ArithmeticError(selection.threshold)
        self.composed.append(told)
        new = [claim for load in self.loads[told.revision :] for claim in load]
        if selection.words:
            new = [claim for claim in new if claim in selection.words]
        claims = tuple((claim, ClaimNews.NEW) for claim in new) + tuple((one, ClaimNews.WITHDRAWN) for one in also)
        if not claims and not always:
            return None
        blocks = (Block(BlockKind.GROUP, bold(f"{language}: {', '.join(claim for claim, _ in claims)}")),)
        return Content(language, blocks, blocks, claims, self.state())

    def changed_status(self, _: Told) -> Collection[str]:
        return self.changed

    def has_been_at(self, told: Told) -> bool:
        return told.origin == self.origin

    def preview(self, wishes: Wishes) -> Content:
        raise NotImplementedError


class Desk:
    """All of it together."""

    def __init__(self, chats: Chats, clock: Clock) -> None:
        self.chats = chats
        self.database = chats.database
        self.clock = clock
        self.claims = Claims(clock)
        self.outbox = Outbox(self.database, clock)
        self.due = Due(self.database, self.claims, self.outbox, clock)
        self.digests = Digests(self.database, self.claims, clock)

    def subscribe(self, chat: int, rhythm: Rhythm | None = None, owner: int | None = None, **wishes: Any) -> int:
        """The id of a new subscription: daily at nine, in UTC."""
        return self.digests.subscribe(chat, None, owner, Wishes(rhythm=rhythm or Rhythm(), **wishes)).id

    def subscription(self, id_: int, chat: int) -> Subscription:
        found = self.digests.get(id_, chat)
        assert found is not None
        return found

    def tick(self, **later: float) -> Tick:
        self.clock.forward(**later)
        return self.due.tick()

    def send(self, state: DeliveryState = DeliveryState.SENT, reason: str | None = None) -> list[Outgoing]:
        """Deliver what waits, with the same end for all."""
        taken = self.outbox.take(1000)
        self.outbox.finish([Result(each, state, reason, message=each.id) for each in taken])
        return taken

    def states(self) -> list[tuple[str, str]]:
        """Each delivery's slot and state, in the order of their making."""
        with self.database.reading() as connection:
            found = connection.execute(select(deliveries.c.key, deliveries.c.state).order_by(deliveries.c.id))
            return [(key.rpartition(":")[2], state) for key, state in found]


def claims_in(outgoing: Outgoing) -> list[str]:
    """What a digest tells of."""
    assert outgoing.content is not None
    return [claim for claim, _ in outgoing.content.claims]


def at(moment: datetime) -> str:
    return f"{moment:%m-%d %H:%M}"
