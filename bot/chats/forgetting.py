"""Deleting everything about a person or a chat, in whatever table it stands.

Tables are not listed here: each column that names a chat or a user is marked where it is defined (`bot.chats.tables`),
so that a table added later is forgotten too.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import ColumnElement, Connection, or_, select

from bot.chats.tables import CHAT, OWNER, USER, metadata


def forget(connection: Connection, user: int) -> int:
    """Delete all rows about a person, the private chat with them among them, which has the same id; how many.

    What the person set up for a group or a channel stays there, without the person's name.
    """
    for table in metadata.sorted_tables:
        for column in table.c:
            if column.info == OWNER:
                connection.execute(table.update().where(column == user).values({column: None}))
    return _delete(connection, user, (CHAT, USER))


def forget_chat(connection: Connection, chat: int) -> int:
    """Delete all rows about a chat; how many."""
    return _delete(connection, chat, (CHAT,))


def forget_again(connection: Connection, was_forgotten: Callable[[int], bool]) -> int:
    """Delete what was deleted before and has come back with a backup; how many persons and chats."""
    forgotten = [id_ for id_ in sorted(_named(connection)) if was_forgotten(id_)]
    for id_ in forgotten:
        # Telegram numbers persons, and private chats like them, upwards from nought, other chats downwards.
        (forget if id_ > 0 else forget_chat)(connection, id_)
    return len(forgotten)


def _named(connection: Connection) -> set[int]:
    """Every chat and person that any row names."""
    columns = [column for table in metadata.sorted_tables for column in table.c if column.info in (CHAT, USER, OWNER)]
    return {id_ for column in columns for id_ in connection.execute(select(column).distinct()).scalars() if id_}


def _delete(connection: Connection, id_: int, marks: tuple[dict[str, str], ...]) -> int:
    deleted = 0
    for table in reversed(metadata.sorted_tables):  # what refers to other rows goes before them
        conditions: list[ColumnElement[bool]] = [column == id_ for column in table.c if column.info in marks]
        if conditions:
            deleted += connection.execute(table.delete().where(or_(*conditions))).rowcount
    return deleted
