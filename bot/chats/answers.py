"""Answers of the last half hour: by who asked, by the bot's message that shows one, by the message that asked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, select

from bot.chats.connection import upsert
from bot.chats.model import Asker, Remembered
from bot.chats.tables import answer_messages, answers

LIFETIME = timedelta(minutes=30)

_NEWEST = (answers.c.at.desc(), answers.c.id.desc())


def add(connection: Connection, answer: Remembered) -> None:
    """Remember what an answer was about."""
    connection.execute(
        answers.insert(),
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


def show(connection: Connection, answer: int, chat: int, messages: Iterable[int]) -> None:
    """Say which of the bot's messages show an answer; one that showed another before, shows this one now."""
    rows = [{"chat_id": chat, "message_id": message, "answer_id": answer} for message in messages]
    if not rows:
        return
    statement = upsert(connection, answer_messages)
    statement = statement.on_conflict_do_update(
        index_elements=[answer_messages.c.chat_id, answer_messages.c.message_id],
        set_={"answer_id": statement.excluded.answer_id},
    )
    connection.execute(statement, rows)


def with_receipt(connection: Connection, chat: int, receipt: str, at: datetime) -> int | None:
    """The row id of the newest answer in a chat that has this receipt."""
    query = select(answers.c.id).where(answers.c.chat_id == chat, answers.c.receipt_id == receipt, *_alive(at))
    return connection.execute(query.order_by(*_NEWEST).limit(1)).scalar()


def last(connection: Connection, asker: Asker, at: datetime) -> Remembered | None:
    """The newest answer to this asker."""
    chat, user, topic = asker
    return _first(connection, at, answers.c.chat_id == chat, answers.c.user_id == user, answers.c.thread_id == topic)


def shown_by(connection: Connection, chat: int, message: int, at: datetime) -> Remembered | None:
    """The answer that a message of the bot shows."""
    shown = select(answer_messages.c.answer_id).where(
        answer_messages.c.chat_id == chat, answer_messages.c.message_id == message
    )
    return _first(connection, at, answers.c.id.in_(shown))


def to_question(connection: Connection, chat: int, message: int, at: datetime) -> Remembered | None:
    """The newest answer to a message."""
    return _first(connection, at, answers.c.chat_id == chat, answers.c.question_message_id == message)


def expire(connection: Connection, at: datetime) -> int:
    """Delete what is older than half an hour; how many answers."""
    return connection.execute(answers.delete().where(answers.c.at <= at - LIFETIME)).rowcount


def move(connection: Connection, old: int, new: int) -> int:
    """Give a group's answers to the supergroup it became, which counts its messages anew: ids of messages go."""
    connection.execute(answer_messages.delete().where(answer_messages.c.chat_id == old))
    moved = answers.update().where(answers.c.chat_id == old).values(chat_id=new, question_message_id=None)
    return connection.execute(moved).rowcount


def _first(connection: Connection, at: datetime, *conditions: ColumnElement[bool]) -> Remembered | None:
    row = connection.execute(select(answers).where(*conditions, *_alive(at)).order_by(*_NEWEST).limit(1)).first()
    if row is None:
        return None
    shown = select(answer_messages.c.message_id).where(answer_messages.c.answer_id == row.id)
    return Remembered(
        asker=Asker(row.chat_id, row.user_id, row.thread_id),
        slots=row.slots,
        receipt=row.receipt_id,
        question=row.question_message_id,
        messages=tuple(connection.execute(shown.order_by(answer_messages.c.message_id)).scalars()),
        at=row.at,
    )


def _alive(at: datetime) -> tuple[ColumnElement[bool], ...]:
    """Not yet expired; nor given later than the moment asked about."""
    return answers.c.at > at - LIFETIME, answers.c.at <= at
