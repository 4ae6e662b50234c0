"""How long what digests leave behind is kept.

That a digest was sent, and of which claims it told, is kept as long as its subscription: should one of them be
withdrawn years later, the chat hears of it.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, and_, not_, or_, select

from bot.chats.tables import contents, deliveries, drafts, subscriptions
from bot.digests.model import DeliveryState, Kind, State

DRAFT_LIFETIME = timedelta(hours=1)
REMOVED_LIFETIME = timedelta(days=30)  # of a subscription, in which its removal can be undone
RECORD_LIFETIME = timedelta(days=90)  # of a delivery that told nothing about claims
TEXT_LIFETIME = timedelta(days=90)  # of what a digest said; of which claims it told stays
ORPHAN_LIFETIME = timedelta(days=1)  # of a content that nobody is to get: longer than it takes to queue it

_d = deliveries.c


def prune(connection: Connection, at: datetime) -> dict[str, int]:
    """Delete what is kept no longer; how many rows of each table."""
    told = and_(_d.kind == Kind.DIGEST.value, _d.state.in_([DeliveryState.SENT.value, DeliveryState.DOUBTFUL.value]))
    removed = and_(subscriptions.c.state == State.REMOVED.value, subscriptions.c.removed_at <= at - REMOVED_LIFETIME)
    needed = select(_d.id).where(_d.content_id == contents.c.id).exists()
    orphaned = and_(contents.c.created <= at - ORPHAN_LIFETIME, ~needed)
    said = and_(
        contents.c.created <= at - TEXT_LIFETIME, or_(contents.c.summary.is_not(None), contents.c.full.is_not(None))
    )
    outdated = and_(_d.finished_at <= at - RECORD_LIFETIME, not_(told))
    found = {
        "drafts": connection.execute(drafts.delete().where(drafts.c.at <= at - DRAFT_LIFETIME)).rowcount,
        "subscriptions": connection.execute(subscriptions.delete().where(removed)).rowcount,
        "deliveries": connection.execute(deliveries.delete().where(outdated)).rowcount,
        "contents": connection.execute(contents.delete().where(orphaned)).rowcount,
    }
    connection.execute(contents.update().where(said).values(summary=None, full=None))
    return found
