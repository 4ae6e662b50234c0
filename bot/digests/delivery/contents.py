"""Digests as composed: kept once for all who get the same."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime

from pydantic import TypeAdapter
from sqlalchemy import Connection, select

from bot.answers.blocks import Block
from bot.chats.connection import upsert
from bot.chats.model import Json
from bot.chats.tables import content_claims, contents
from bot.digests.model import ClaimNews, Content, Told

_BLOCKS = TypeAdapter(tuple[Block, ...])


def add(connection: Connection, content: Content, at: datetime) -> int:
    """Keep a content; its id, which is the one it has already where the same is kept."""
    values = _values(content)
    digest = hashlib.sha256(json.dumps([values, content.claims], sort_keys=True, default=str).encode()).hexdigest()
    insert = upsert(contents, connection.dialect.name).values(digest=digest, created=at, **values)
    added = connection.execute(insert.on_conflict_do_nothing().returning(contents.c.id)).scalar()
    if added is None:
        return int(connection.execute(select(contents.c.id).where(contents.c.digest == digest)).scalar_one())
    if content.claims:
        rows = [{"content_id": added, "claim": claim, "news": news.value} for claim, news in content.claims]
        connection.execute(content_claims.insert(), rows)
    return int(added)


def find(connection: Connection, id_: int) -> Content | None:
    """The content with an id; None where there is none, or where its blocks are kept no longer."""
    row = connection.execute(select(contents).where(contents.c.id == id_)).first()
    if row is None or row.summary is None:
        return None
    told = select(content_claims.c.claim, content_claims.c.news).where(content_claims.c.content_id == id_)
    return Content(
        language=row.language,
        summary=_BLOCKS.validate_python(row.summary),
        full=_BLOCKS.validate_python(row.full),
        claims=tuple((claim, ClaimNews(news)) for claim, news in connection.execute(told.order_by("claim"))),
        told=Told(row.told_origin, row.told_revision, row.told_at),
    )


def _values(content: Content) -> dict[str, Json]:
    return {
        "language": content.language,
        "summary": _BLOCKS.dump_python(content.summary, mode="json"),
        "full": _BLOCKS.dump_python(content.full, mode="json"),
        "told_origin": content.told.origin,
        "told_revision": content.told.revision,
        "told_at": content.told.at,
    }
