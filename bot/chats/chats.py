"""The private database of chats: settings, short memory, receipts, counts. Its claims live elsewhere.

Every method is one transaction, and what it changes is committed before it returns; within `database.together()` it
is a part of one. On its own it waits for another program's lock, a few seconds at most. No event loop may: there
it is called within the other, and takes well under a millisecond on SQLite.
A moment that matters (`at`) is the clock's unless it is given. A database that cannot be used raises ChatsError.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Self, Unpack

from sqlalchemy import URL, Connection

from bot.chats import answers, asked, counts, forgetting, moving, receipts, settings, updates
from bot.chats.connection import LOCK_TIMEOUT_SECONDS, Database, file_url
from bot.chats.deletions import Deletions
from bot.chats.deletions_file import FileDeletions
from bot.chats.deletions_table import TableDeletions
from bot.chats.model import (
    Asker,
    Changes,
    ChatSettings,
    EditorQuestion,
    FeedbackCount,
    Json,
    Presence,
    Receipt,
    Remembered,
)
from bot.chats.trouble import ChatsError, Trouble

__all__ = [
    "Asker",
    "ChatSettings",
    "Chats",
    "ChatsError",
    "Presence",
    "Receipt",
    "Remembered",
    "Trouble",
    "file_url",
]


def utc_now() -> datetime:
    """The clock on the wall."""
    return datetime.now(UTC)


def deletions_of(database: Database, storage: Path) -> Deletions:
    """The list of deletions that belongs to a database; `storage` is this machine's folder of databases."""
    return (FileDeletions if database.is_sqlite else TableDeletions)(database, storage)


class Chats:
    """See the module's description."""

    def __init__(  # noqa: PLR0913  all but one by name
        self,
        url: str | URL,
        *,
        receipts_days: int = 365,
        feedback_days: int = 365,
        clock: Callable[[], datetime] = utc_now,
        lock_timeout: float = LOCK_TIMEOUT_SECONDS,
        storage: Path | None = None,
    ) -> None:
        self.database = Database(url, lock_timeout=lock_timeout)
        self._receipts_kept = timedelta(days=receipts_days)
        self._feedback_kept = timedelta(days=feedback_days)
        self._clock = clock
        # Where no folder is given no backups are made either, so none will need to know.
        self.deletions = deletions_of(self.database, storage) if storage else None

    def open(self) -> Self:
        """Make the database, or bring its tables up to date."""
        self.database.open()
        return self

    def close(self) -> None:
        """Give the connections back."""
        self.database.close()

    def __enter__(self) -> Self:
        return self.open()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # What a chat chose, and how the bot stands in it

    def chat(self, chat: int) -> ChatSettings:
        """The settings of a chat; the defaults where nothing was chosen."""
        with self.database.reading() as connection:
            return settings.find(connection, chat)

    def set(self, chat: int, **changes: Unpack[Changes]) -> ChatSettings:
        """Change settings of a chat; those not named stay as they are."""
        with self.database.writing() as connection:
            return settings.change(connection, chat, changes)

    def set_language(self, chat: int, language: str | None) -> ChatSettings:
        """Choose a chat's language; None takes the choice back."""
        return self.set(chat, language=language)

    def set_presence(
        self, chat: int, presence: Presence, *, can_hear: bool | None = None, at: datetime | None = None
    ) -> ChatSettings:
        """Keep whether the bot can write to a chat, and what it hears there (None: as known before)."""
        with self.database.writing() as connection:
            return settings.notice(connection, chat, presence, can_hear, at or self._clock())

    def migrate_chat(self, old: int, new: int) -> bool:
        """Give all that a group has to the supergroup it became; False where there was nothing (any more)."""
        with self.database.writing() as connection:
            chosen = settings.move(connection, old, new)
            moved = answers.move(connection, old, new) + moving.move(connection, old, new)
            return moved > 0 or chosen

    # Answers of the last half hour

    def remember_answer(
        self, asker: Asker, slots: Json, receipt: str | None, question: int | None = None, at: datetime | None = None
    ) -> None:
        """Remember what an answer was about; `question` is the message that asked. See also `answer_sent`."""
        chat, user, topic = asker
        given = Remembered(Asker(chat, user, topic), slots, receipt, question, at or self._clock())
        with self.database.writing() as connection:
            answers.add(connection, given)

    def answer_sent(self, chat: int, receipt: str, messages: Sequence[int], at: datetime | None = None) -> bool:
        """Say which messages show the newest answer in a chat with this receipt; False where none is remembered."""
        with self.database.writing() as connection:
            return answers.show(connection, chat, receipt, messages, at or self._clock())

    def last_answer(self, asker: Asker, at: datetime | None = None) -> Remembered | None:
        """The newest answer to this asker within the last half hour."""
        with self.database.reading() as connection:
            return answers.last(connection, asker, at or self._clock())

    def answer_shown_by(self, chat: int, message: int, at: datetime | None = None) -> Remembered | None:
        """The answer that a message of the bot shows: for a reply to it."""
        with self.database.reading() as connection:
            return answers.shown_by(connection, chat, message, at or self._clock())

    def answer_to(self, chat: int, question: int, at: datetime | None = None) -> Remembered | None:
        """The newest answer to a message: for when that is edited."""
        with self.database.reading() as connection:
            return answers.to_question(connection, chat, question, at or self._clock())

    # Receipts

    def receipt_new(self, readings: Json, shown: Json, revision: int, version: str, language: str) -> str:
        """Keep an answer as it was given; the id to open it with. The same answer on the same day has one receipt."""
        given = receipts.Given(readings, shown, revision, version, language)
        with self.database.writing() as connection:
            return receipts.add(connection, given, self._clock(), self._receipts_kept)

    def receipt(self, typed: str, at: datetime | None = None) -> Receipt | None:
        """The receipt with this id, however it is typed; None where there is none, or no longer."""
        with self.database.reading() as connection:
            return receipts.find(connection, typed, at or self._clock())

    # What readers tell about answers

    def feedback(self, topic: str, helpful: bool, at: datetime | None = None) -> None:
        """Count a reader's word on an answer about a topic."""
        with self.database.writing() as connection:
            counts.count(connection, topic, helpful, self._day(at))

    def feedback_counts(self, since: date) -> list[FeedbackCount]:
        """The counts of each topic and day from a day on."""
        with self.database.reading() as connection:
            return counts.counted(connection, since)

    def editor_question(self, text: str, language: str | None = None, at: datetime | None = None) -> None:
        """Keep a question for the editors. Only after its asker agreed; who that was is not kept."""
        with self.database.writing() as connection:
            counts.ask_editors(connection, text, language, self._day(at))

    def editor_questions(self) -> list[EditorQuestion]:
        """The questions that wait for the editors, the oldest first."""
        with self.database.reading() as connection:
            return counts.asked_of_editors(connection)

    def editor_question_done(self, question: int) -> bool:
        """Delete a question that the editors have dealt with; False where there is none."""
        with self.database.writing() as connection:
            return counts.settle(connection, question)

    # What was asked, counted

    def add_asked(self, counted: Counter[asked.Key]) -> None:
        """Add to the counts of what was asked."""
        with self.database.writing() as connection:
            asked.add(connection, counted)

    def asked(self, kind: str, since: date) -> list[tuple[str, int]]:
        """How many questions there were of each topic or outcome since a day's week, most first."""
        with self.database.reading() as connection:
            return asked.counted(connection, kind, since)

    # Updates that were handled

    def seen_update(self, update: int) -> bool:
        """Whether an update was handled within the last day."""
        with self.database.reading() as connection:
            return updates.seen(connection, update)

    def remember_update(self, update: int, at: datetime | None = None) -> bool:
        """Keep that an update was handled; False where that was known already."""
        with self.database.writing() as connection:
            return updates.remember(connection, update, at or self._clock())

    # Forgetting

    def forget(self, user: int) -> int:
        """Delete everything about a person; how many rows."""
        with self._deleting(user) as connection:
            deleted = forgetting.forget(connection, user)
        self.database.checkpoint()
        return deleted

    def forget_chat(self, chat: int) -> int:
        """Delete everything about a chat; how many rows."""
        with self._deleting(chat) as connection:
            deleted = forgetting.forget_chat(connection, chat)
        self.database.checkpoint()
        return deleted

    def prune(self, at: datetime | None = None) -> dict[str, int]:
        """Delete what may be kept no longer; how many rows of each table. To be called every minute or so."""
        now = at or self._clock()
        with self.database.writing() as connection:
            return {
                "answers": answers.expire(connection, now),
                "receipts": receipts.expire(connection, now),
                "seen_updates": updates.expire(connection, now),
                "asked": asked.expire(connection, (now - self._feedback_kept).date()),
                **counts.expire(connection, (now - self._feedback_kept).date()),
            }

    def vacuum(self) -> None:
        """Give the space of deleted rows back: for quiet hours, as others wait meanwhile."""
        self.database.vacuum()

    def _deleting(self, id_: int) -> AbstractContextManager[Connection]:
        return self.deletions.deleting(id_, self._day(None)) if self.deletions else self.database.writing()

    def _day(self, at: datetime | None) -> date:
        return (at or self._clock()).astimezone(UTC).date()
