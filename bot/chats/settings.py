"""What a chat chose, and how the bot stands in it: one row a chat, written only where there is something to say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, case, func, select

from bot.chats.connection import upsert
from bot.chats.model import Changes, ChatSettings, Presence, WhoMayChange
from bot.chats.tables import chats

_CHOICES = ("language", "who_may_change", "topics")
_FIND = select(chats).where(chats.c.chat_id == bindparam("chat"))


def find(connection: Connection, chat: int) -> ChatSettings:
    """The settings of a chat; the defaults where nothing was chosen."""
    row = connection.execute(_FIND, {"chat": chat}).first()
    return _settings(row) if row else ChatSettings(chat)


def change(connection: Connection, chat: int, changes: Changes) -> ChatSettings:
    """Change what is named, and nothing else: two admins who change different things do not undo each other."""
    _write(connection, chat, _checked(changes))
    return find(connection, chat)


def notice(connection: Connection, chat: int, presence: Presence, can_hear: bool | None, at: datetime) -> ChatSettings:
    """Keep how the bot stands in a chat; `presence_since` moves only when the standing changes."""
    values: dict[str, Any] = {"presence": presence.value, "presence_since": at}
    if can_hear is not None:
        values["can_hear"] = can_hear
    statement = upsert(chats, connection.dialect.name).values(chat_id=chat, **values)
    new = statement.excluded
    since = case((chats.c.presence == new.presence, chats.c.presence_since), else_=new.presence_since)
    statement = statement.on_conflict_do_update(
        index_elements=[chats.c.chat_id], set_={name: new[name] for name in values} | {"presence_since": since}
    )
    connection.execute(statement)
    return find(connection, chat)


def move(connection: Connection, old: int, new: int) -> bool:
    """Give the settings of a group to the supergroup it became; False where there were none (any more).

    What the supergroup has already, chosen or noticed, stays: it is newer.
    """
    row = connection.execute(select(chats).where(chats.c.chat_id == old).with_for_update()).first()
    if row is None:
        return False
    values = {name: value for name, value in row._mapping.items() if name != "chat_id"}
    statement = upsert(chats, connection.dialect.name).values(chat_id=new, **values)
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=[chats.c.chat_id],
            set_={name: func.coalesce(chats.c[name], statement.excluded[name]) for name in values},
        )
    )
    connection.execute(chats.delete().where(chats.c.chat_id == old))
    return True


def _write(connection: Connection, chat: int, values: Mapping[str, Any]) -> None:
    if not values:
        return
    statement = upsert(chats, connection.dialect.name).values(chat_id=chat, **values)
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=[chats.c.chat_id], set_={name: statement.excluded[name] for name in values}
        )
    )


def _checked(changes: Changes) -> dict[str, Any]:
    values: dict[str, Any] = dict(changes)
    unknown = values.keys() - set(_CHOICES)
    if unknown:
        raise ValueError(
            f"no setting of a chat is called {', '.join(sorted(unknown))}; there are {', '.join(_CHOICES)}"
        )
    if values.get("who_may_change") is not None:
        values["who_may_change"] = WhoMayChange(values["who_may_change"]).value
    if values.get("topics") is not None:
        values["topics"] = list(values["topics"]) or None
    return values


def _settings(row: Row[Any]) -> ChatSettings:
    return ChatSettings(
        chat=row.chat_id,
        language=row.language,
        who_may_change=WhoMayChange(row.who_may_change) if row.who_may_change else WhoMayChange.ADMINS,
        topics=tuple(row.topics or ()),
        presence=Presence(row.presence) if row.presence else Presence.UNKNOWN,
        can_hear=row.can_hear,
        presence_since=row.presence_since,
    )
