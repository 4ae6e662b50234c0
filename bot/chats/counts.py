"""What readers tell about answers: counts of helpful and unhelpful, and questions for the editors. Nobody is named."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, select

from bot.chats.connection import upsert
from bot.chats.model import EditorQuestion, FeedbackCount
from bot.chats.tables import editor_questions, feedback


def count(connection: Connection, topic: str, helpful: bool, day: date) -> None:
    """Count one more reader who found an answer about a topic helpful, or not."""
    statement = upsert(feedback, connection.dialect.name).values(
        topic=topic, day=day, helpful=int(helpful), unhelpful=int(not helpful)
    )
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=[feedback.c.topic, feedback.c.day],
            set_={
                "helpful": feedback.c.helpful + statement.excluded.helpful,
                "unhelpful": feedback.c.unhelpful + statement.excluded.unhelpful,
            },
        )
    )


def counted(connection: Connection, since: date) -> list[FeedbackCount]:
    """All counts from that day on, the oldest first."""
    query = select(feedback).where(feedback.c.day >= since).order_by(feedback.c.day, feedback.c.topic)
    return [FeedbackCount(row.topic, row.day, row.helpful, row.unhelpful) for row in connection.execute(query)]


def ask_editors(connection: Connection, text: str, language: str | None, day: date) -> None:
    """Keep a question that its asker agreed to pass on."""
    # PostgreSQL's text takes neither NUL nor half a surrogate pair.
    kept = text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")
    connection.execute(editor_questions.insert().values(day=day, language=language, text=kept))


def asked_of_editors(connection: Connection) -> list[EditorQuestion]:
    """Questions that wait for the editors, the oldest first."""
    rows = connection.execute(select(editor_questions).order_by(editor_questions.c.id))
    return [EditorQuestion(row.id, row.day, row.language, row.text) for row in rows]


def settle(connection: Connection, question: int) -> bool:
    """Delete a question that the editors have dealt with; False where there is none."""
    done = editor_questions.delete().where(editor_questions.c.id == question)
    return connection.execute(done).rowcount > 0


def expire(connection: Connection, before: date) -> dict[str, int]:
    """Delete counts and questions of earlier days; how many of each."""
    return {
        table.name: connection.execute(table.delete().where(table.c.day < before)).rowcount
        for table in (feedback, editor_questions)
    }
