"""Answers of the last half hour: by who asked, by the bot's message that shows one, by the message that asked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Connection, Executable, Select, bindparam, select

from bot.chats.connection import upsert
from bot.chats.model import Asker, Remembered
from bot.chats.tables import answer_messages, answers

LIFETIME = timedelta(minutes=30)

_given = answers.alias("given")
_NEWEST = _given.c.id.desc()  # and not by time: this is the order that the indexes have
_ALIVE = _given.c.at > bindparam("since")


def _finding(*conditions: ColumnElement[bool]) -> Select[Any]:
    """The newest answer that fits, once for each message that shows it."""
    newest = select(_given.c.id).where(*conditions, _ALIVE).order_by(_NEWEST).limit(1).scalar_subquery()
    shown = answers.outerjoin(answer_messages, answer_messages.c.answer_id == answers.c.id)
    query = select(answers, answer_messages.c.message_id).select_from(shown).where(answers.c.id == newest)
    return query.order_by(answer_messages.c.message_id)


# Made once: to build a statement takes longer than to run it. With a user and without are two statements, as SQL has
# two ways to compare, of which only these use an index everywhere.
_IN_CHAT = _given.c.chat_id == bindparam("chat")
_BY_ASKER = {
    (user, topic): _finding(
        _IN_CHAT,
        _given.c.user_id == bindparam("user") if user else _given.c.user_id.is_(None),
        _given.c.thread_id == bindparam("topic") if topic else _given.c.thread_id.is_(None),
    )
    for user in (False, True)
    for topic in (False, True)
}
_BY_QUESTION = _finding(_IN_CHAT, _given.c.question_message_id == bindparam("message"))
_BY_MESSAGE = _finding(
    _given.c.id.in_(
        select(answer_messages.c.answer_id).where(
            answer_messages.c.chat_id == bindparam("chat"), answer_messages.c.message_id == bindparam("message")
        )
    )
)
_ADD = answers.insert()


@cache
def _show(dialect: str) -> Executable:
    newest = select(_given.c.chat_id, bindparam("message", type_=BigInteger), _given.c.id)
    newest = newest.where(_IN_CHAT, _given.c.receipt_id == bindparam("receipt"), _ALIVE).order_by(_NEWEST).limit(1)
    statement = upsert(answer_messages, dialect).from_select(["chat_id", "message_id", "answer_id"], newest)
    return statement.on_conflict_do_update(
        index_elements=[answer_messages.c.chat_id, answer_messages.c.message_id],
        set_={"answer_id": statement.excluded.answer_id},
    ).returning(answer_messages.c.answer_id)


def add(connection: Connection, answer: Remembered) -> None:
    """Remember what an answer was about."""
    connection.execute(
        _ADD,
        {
            "chat_id": answer.asker.chat,
            "user_id": answer.asker.user,
            "thread_id": answer.asker.topic,
            "question_message_id": answer.question,
            "receipt_id": answer.receipt,
            "slots": answer.slots,
            "at": answer.at,
        },
    )


def show(connection: Connection, chat: int, receipt: str, messages: Iterable[int], at: datetime) -> bool:
    """Say which of the bot's messages show the newest answer with this receipt; False where none is remembered.

    A message that showed another answer before shows this one now.
    """
    sought = {"since": at - LIFETIME, "chat": chat, "receipt": receipt}
    statement = _show(connection.dialect.name)
    return all(connection.execute(statement, sought | {"message": one}).first() for one in messages)


def last(connection: Connection, asker: Asker, at: datetime) -> Remembered | None:
    """The newest answer to this asker."""
    statement = _BY_ASKER[asker.user is not None, asker.topic is not None]
    return _first(connection, statement, at, {"chat": asker.chat, "user": asker.user, "topic": asker.topic})


def shown_by(connection: Connection, chat: int, message: int, at: datetime) -> Remembered | None:
    """The answer that a message of the bot shows."""
    return _first(connection, _BY_MESSAGE, at, {"chat": chat, "message": message})


def to_question(connection: Connection, chat: int, message: int, at: datetime) -> Remembered | None:
    """The newest answer to a message."""
    return _first(connection, _BY_QUESTION, at, {"chat": chat, "message": message})


def expire(connection: Connection, at: datetime) -> int:
    """Delete what is older than half an hour; how many answers."""
    return connection.execute(answers.delete().where(answers.c.at <= at - LIFETIME)).rowcount


def move(connection: Connection, old: int, new: int) -> int:
    """Give a group's answers to the supergroup it became, which counts its messages anew: ids of messages go."""
    connection.execute(answer_messages.delete().where(answer_messages.c.chat_id == old))
    moved = answers.update().where(answers.c.chat_id == old).values(chat_id=new, question_message_id=None)
    return connection.execute(moved).rowcount


def _first(connection: Connection, statement: Executable, at: datetime, sought: dict[str, Any]) -> Remembered | None:
    rows = connection.execute(statement, {"since": at - LIFETIME} | sought).all()
    if not rows:
        return None
    row = rows[0]
    return Remembered(
        asker=Asker(row.chat_id, row.user_id, row.thread_id),
        slots=row.slots,
        receipt=row.receipt_id,
        question=row.question_message_id,
        at=row.at,
        messages=tuple(row.message_id for row in rows if row.message_id is not None),
    )
