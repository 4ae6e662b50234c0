"""Giving what a group subscribed to, and what is on its way to it, to the supergroup that it became."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from bot.chats.tables import deliveries, drafts, subscriptions


def move(connection: Connection, old: int, new: int) -> int:
    """Move subscriptions and deliveries; how many. What was just being put together is put together anew."""
    connection.execute(drafts.delete().where(drafts.c.chat_id == old))
    moved = 0
    for table in (subscriptions, deliveries):
        update = table.update().where(table.c.chat_id == old).values(chat_id=new)
        moved += connection.execute(update).rowcount
    # The key of an announcement names the chat: under its new name it must not get the same one again.
    named = func.replace(deliveries.c.key, f":{old}:", f":{new}:")
    there = deliveries.alias("there")
    taken = select(there.c.id).where(there.c.key == named).exists()
    mine = (deliveries.c.chat_id == new) & deliveries.c.key.contains(f":{old}:", autoescape=True)
    connection.execute(deliveries.update().where(mine, ~taken).values(key=named))
    return moved
