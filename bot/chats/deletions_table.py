"""The list of deletions of a private database on a server: a table there, which all its programs share.

Where the database was in a file before, the list goes on with what the file beside it held.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from sqlalchemy import Connection, func, select, text

from bot.chats import apart
from bot.chats.apart import forgotten, forgotten_list
from bot.chats.connection import Database
from bot.chats.deletions import Content, Deletions, Line, LostDeletionsError, Mark, digest, new
from bot.chats.deletions_file import ListFile


class TableDeletions(Deletions):
    """See the module's description."""

    def __init__(self, database: Database, directory: Path) -> None:
        self.where = f"{database.where}: {forgotten.name}"
        self._database = database
        self._file = ListFile(directory)

    @contextmanager
    def deleting(self, id_: int, day: date) -> Iterator[Connection]:
        """It is written down and done in one transaction."""
        with self._held() as (connection, head):
            line = Line(head.last + 1, day, digest(id_, head.salt))
            connection.execute(forgotten.delete().where(forgotten.c.digest == line.digest))
            connection.execute(forgotten_list.update().values(last=line.number))
            _add(connection, line)
            yield connection

    def mark(self) -> Mark:
        """See Deletions."""
        with self._held() as (_, head):
            return head.mark

    def prune(self, before: date) -> int:
        """See Deletions."""
        old = forgotten.c.day < before
        with self._held() as (connection, head):
            newest = connection.execute(select(func.max(forgotten.c.number)).where(old)).scalar() or 0
            connection.execute(forgotten_list.update().values(dropped=max(head.dropped, newest)))
            gone = connection.execute(forgotten.delete().where(old)).rowcount
        self._file.prune(before)
        if (left := self._file.read()) is not None and not left.lines:
            self._file.remove(left.salt)
        return gone

    def content(self) -> Content | None:
        """See Deletions."""
        with self._database.reading() as connection:
            if not apart.there(connection, [forgotten_list, forgotten]):
                return None
            # The lines first: where some are dropped in between, the head tells of it.
            rows = connection.execute(select(forgotten).order_by(forgotten.c.number)).all()
            return _head(connection, tuple(Line(row.number, row.day, row.digest) for row in rows))

    def since(self, mark: Mark | None) -> Callable[[int], bool]:
        """See Deletions. Where the database was in a file again for a while, this list does not know of that time."""
        apart_from_it, content = self._file.read(), self.content()
        if apart_from_it is not None and content is not None and apart_from_it.salt != content.salt:
            raise LostDeletionsError
        return super().since(mark)

    @contextmanager
    def _held(self) -> Iterator[tuple[Connection, Content]]:
        """A transaction in which nobody else changes the list, and the list without its lines; begun where needed."""
        with self._database.writing() as connection:
            apart.make(connection)
            connection.execute(text(f"LOCK TABLE {forgotten_list.name} IN EXCLUSIVE MODE"))  # others may read
            head = _head(connection)
            if head is None:
                head = self._file.read() or new()
                row = {"salt": head.salt, "last": head.last, "dropped": head.dropped}
                connection.execute(forgotten_list.insert().values(row))
                _add(connection, *head.lines)
            yield connection, head
        self._file.remove(head.salt)  # it stands here now


def _head(connection: Connection, lines: tuple[Line, ...] = ()) -> Content | None:
    row = connection.execute(select(forgotten_list)).first()
    return Content(row.salt, row.last, row.dropped, lines) if row else None


def _add(connection: Connection, *lines: Line) -> None:
    for line in lines:
        values = {"number": line.number, "day": line.day, "digest": line.digest}
        connection.execute(forgotten.insert().values(values))
