"""What digests leave behind is kept as long as it is needed, and no longer."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.chats.chats import Chats
from bot.chats.tables import content_claims, deliveries
from bot.digests.delivery import contents
from bot.digests.model import DeliveryState, Kind
from bot.digests.service import Digests
from tests.chats.conftest import START, Clock
from tests.digests.subscriber import ANN, DAILY, GROUP, Record, content


def keep(chats: Chats, number: int) -> int:
    one = content()
    with chats.database.writing() as connection:
        return contents.add(connection, replace(one, told=replace(one.told, revision=number)), START)


@pytest.mark.parametrize(
    ("ended", "stays"),
    [
        ((DeliveryState.SENT, Kind.DIGEST), True),
        ((DeliveryState.DOUBTFUL, Kind.DIGEST), True),
        ((DeliveryState.NOTHING, Kind.DIGEST), False),
        ((DeliveryState.FAILED, Kind.DIGEST), False),
        ((DeliveryState.REPLACED, Kind.DIGEST), False),
        ((DeliveryState.QUEUED, Kind.DIGEST), True),
        ((DeliveryState.SENT, Kind.ANNOUNCEMENT), False),
        ((DeliveryState.SENT, Kind.NOTICE), False),
    ],
)
def test_records_of_deliveries(
    digests: Digests, clock: Clock, record: Record, ended: tuple[DeliveryState, Kind], stays: bool
) -> None:
    made = digests.subscribe(GROUP, None, ANN, DAILY)
    record.add(made.id, "2026-05-17", ended[0], kind=ended[1].value)
    clock.forward(days=89)
    assert digests.prune()["deliveries"] == 0
    clock.forward(days=2)
    assert digests.prune()["deliveries"] == (0 if stays else 1)
    assert len(record.states()) == stays


def test_what_a_digest_said(digests: Digests, chats: Chats, clock: Clock, record: Record) -> None:
    made = digests.subscribe(GROUP, None, ANN, DAILY)
    sent = record.add(made.id, "2026-05-17", DeliveryState.SENT, content_id=keep(chats, 1))
    keep(chats, 2)  # for nobody
    assert digests.prune()["contents"] == 0
    clock.forward(days=2)
    assert digests.prune()["contents"] == 1
    assert digests.content(sent, GROUP)
    clock.forward(days=90)
    assert digests.prune()["contents"] == 0
    assert digests.content(sent, GROUP) is None
    with chats.database.reading() as connection:  # of which claims it told is known for ever
        assert connection.execute(select(func.count()).select_from(content_claims)).scalar() == 2


def test_a_removal_can_be_undone_for_a_month(digests: Digests, chats: Chats, clock: Clock, record: Record) -> None:
    kept, gone = digests.subscribe(GROUP, 1, ANN, DAILY), digests.subscribe(GROUP, 2, ANN, DAILY)
    record.add(gone.id, "2026-05-17", DeliveryState.SENT, content_id=keep(chats, 1))
    digests.remove(gone.id, GROUP)
    clock.forward(days=29)
    assert digests.prune()["subscriptions"] == 0 and digests.get(gone.id, GROUP)
    clock.forward(days=1)
    pruned = digests.prune()
    assert (pruned["subscriptions"], pruned["contents"]) == (1, 1)
    assert digests.restore(gone.id, GROUP) is None and digests.of_chat(GROUP) == [kept]
    with chats.database.reading() as connection:
        assert connection.execute(select(func.count()).select_from(deliveries)).scalar() == 0


def test_drafts(digests: Digests, clock: Clock) -> None:
    digests.set_draft(GROUP, ANN, {})
    clock.forward(minutes=30)
    digests.set_draft(ANN, ANN, {})
    clock.forward(minutes=30)
    assert digests.prune()["drafts"] == 1
    assert digests.draft(ANN, ANN) == {} and clock.now == START + timedelta(hours=1)
