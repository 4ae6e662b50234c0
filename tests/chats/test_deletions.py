"""The list of deletions tells of an id that it was deleted, to whoever knows the id, and only for a while.

It is a file beside a database that is a file, and a table of a server's database: both are held to the same.
"""

from __future__ import annotations

import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import URL, text

from bot.chats.chats import Chats, deletions_of, file_url
from bot.chats.connection import Database
from bot.chats.deletions import Deletions, LostDeletionsError, Mark
from bot.chats.deletions_file import FileDeletions
from bot.chats.trouble import ChatsError, Trouble

DAY = date(2026, 5, 17)
ANN, BEN, GROUP = 7_001_234_567, 7_009_876_543, -1_007_777_004_242

DELETE = """
import sys; from datetime import date; from pathlib import Path
from bot.chats.chats import Chats, deletions_of
url, storage, *ids = sys.argv[1:]
deletions = deletions_of(Chats(url).database, Path(storage))
for id_ in ids:
    with deletions.deleting(int(id_), date(2026, 5, 17)):
        pass
"""


@pytest.fixture
def storage(tmp_path: Path) -> Path:
    (tmp_path / "storage").mkdir()
    return tmp_path / "storage"


@pytest.fixture
def database(url: URL, storage: Path) -> Iterator[Database]:
    with Chats(url) as chats:
        yield chats.database


@pytest.fixture
def deletions(database: Database, storage: Path) -> Deletions:
    return deletions_of(database, storage)


@pytest.fixture
def file(storage: Path) -> Iterator[FileDeletions]:
    """That of a database in a file."""
    with Chats(file_url(storage)) as chats:
        yield FileDeletions(chats.database, storage)


@pytest.fixture
def server(postgres_url: URL) -> Iterator[Database]:
    with Chats(postgres_url) as chats:
        yield chats.database


def delete(deletions: Deletions, *ids: int, day: date = DAY) -> None:
    for id_ in ids:
        with deletions.deleting(id_, day):
            pass


def told(deletions: Deletions, mark: Mark) -> set[int]:
    deleted = deletions.since(mark)
    return {id_ for id_ in (ANN, BEN, GROUP) if deleted(id_)}


def test_it_tells_what_was_deleted_after_a_mark(deletions: Deletions) -> None:
    first = deletions.mark()
    delete(deletions, ANN)
    second = deletions.mark()
    delete(deletions, GROUP)
    assert told(deletions, first) == {ANN, GROUP}
    assert told(deletions, second) == {GROUP}
    assert told(deletions, deletions.mark()) == set()
    delete(deletions, ANN)  # once more
    assert told(deletions, second) == {ANN, GROUP}
    content = deletions.content()
    assert content and len(content.lines) == 2  # one for each


def test_what_is_deleted_with_it_is_deleted_or_neither(deletions: Deletions, database: Database) -> None:
    before = deletions.mark()
    with deletions.deleting(ANN, DAY) as connection:
        connection.execute(text("INSERT INTO seen_updates (update_id, at) VALUES (1, '2026-05-17 00:00:00')"))
    with pytest.raises(ZeroDivisionError), deletions.deleting(BEN, DAY) as connection:
        connection.execute(text("DELETE FROM seen_updates"))
        raise ZeroDivisionError
    with database.reading() as connection:
        assert connection.execute(text("SELECT update_id FROM seen_updates")).scalars().all() == [1]
    assert ANN in told(deletions, before)


def test_it_names_nobody(deletions: Deletions, storage: Path) -> None:
    delete(deletions, ANN, GROUP)
    content = deletions.content()
    assert content
    said = str(content)
    assert str(ANN) not in said and str(-GROUP) not in said
    other = FileDeletions(Database("sqlite://"), storage.parent)
    delete(other, ANN)
    others = other.content()
    assert others and not {line.digest for line in others.lines} & {line.digest for line in content.lines}


def test_a_file_is_its_owners(file: FileDeletions) -> None:
    delete(file, ANN, GROUP)
    written = file.file.path.read_text()
    assert str(ANN) not in written and str(-GROUP) not in written
    assert stat.S_IMODE(file.file.path.stat().st_mode) == 0o600


def test_lines_are_dropped_when_no_backup_needs_them(deletions: Deletions) -> None:
    first = deletions.mark()
    delete(deletions, ANN)
    second = deletions.mark()
    delete(deletions, BEN, day=DAY + timedelta(days=3))
    assert deletions.prune(DAY) == 0
    assert deletions.prune(DAY + timedelta(days=1)) == 1
    assert told(deletions, second) == {BEN}
    with pytest.raises(LostDeletionsError):
        deletions.since(first)
    assert deletions.prune(DAY + timedelta(days=4)) == 1
    last = deletions.mark()
    assert last.number == 2  # it counts on
    delete(deletions, GROUP)
    assert told(deletions, last) == {GROUP}


def test_numbers_are_given_once_though_a_clock_went_back(deletions: Deletions) -> None:
    delete(deletions, ANN)
    delete(deletions, BEN, day=DAY - timedelta(days=3))
    deletions.prune(DAY)
    mark = deletions.mark()
    assert mark.number == 2
    delete(deletions, GROUP)
    assert told(deletions, mark) == {GROUP}


def test_another_list_does_not_tell(file: FileDeletions) -> None:
    mark = file.mark()
    file.file.path.unlink()
    with pytest.raises(LostDeletionsError):
        file.since(mark)
    delete(file, ANN)
    with pytest.raises(LostDeletionsError):
        file.since(mark)
    with pytest.raises(LostDeletionsError):
        file.since(None)
    assert file.known()(ANN) and not file.known()(BEN)


def test_an_older_copy_of_the_list_does_not_tell(file: FileDeletions) -> None:
    delete(file, ANN)
    older = file.file.path.read_bytes()
    delete(file, BEN)
    mark = file.mark()
    file.file.path.write_bytes(older)
    with pytest.raises(LostDeletionsError):
        file.since(mark)


def test_nobody_gets_a_mark_while_something_is_being_deleted(database: Database, storage: Path) -> None:
    """A backup made by that mark could hold what is just going, and would be taken to be without it."""
    marks: list[Mark] = []
    deletions, others = deletions_of(database, storage), deletions_of(database, storage)
    asking = threading.Thread(target=lambda: marks.append(others.mark()))
    with deletions.deleting(ANN, DAY):
        asking.start()
        asking.join(0.2)
        assert marks == []
    asking.join(10)
    assert told(deletions, marks[0]) == set()


def test_a_deletion_that_cannot_be_noted_is_not_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    deletions = FileDeletions(Database("sqlite://"), tmp_path / "file")
    done = False
    with pytest.raises(ChatsError) as caught, deletions.deleting(ANN, DAY):
        done = True
    assert caught.value.trouble is Trouble.UNREADABLE
    assert not done


@pytest.mark.parametrize(
    "content", ["", "something else\n", "claimbot-forgotten-1 00 x\n", "claimbot-forgotten-1 00 0\n1", "\u0491"]
)
def test_what_is_no_list_is_not_taken_for_an_empty_one(file: FileDeletions, content: str) -> None:
    file.file.path.write_text(content)
    with pytest.raises(ChatsError) as caught:
        file.mark()
    assert caught.value.trouble is Trouble.DAMAGED
    assert file.file.path.read_text() == content


def test_threads_and_programs_do_not_lose_each_others_lines(deletions: Deletions, url: URL, storage: Path) -> None:
    address = url.render_as_string(hide_password=False)
    programs = [
        subprocess.Popen([sys.executable, "-c", DELETE, address, storage, *map(str, range(first, first + 10))])
        for first in (100, 200)  # of which each begins the list where it is first
    ]
    threads = [threading.Thread(target=delete, args=(deletions, id_)) for id_ in range(1, 21)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert [program.wait(60) for program in programs] == [0, 0]
    content = deletions.content()
    assert content and [line.number for line in content.lines] == list(range(1, 41))
    assert all(deletions.known()(id_) for id_ in (*range(1, 21), *range(100, 110), *range(200, 210)))


class TestMoving:
    """From a file to a server, and back."""

    def test_the_list_goes_along(self, file: FileDeletions, server: Database, storage: Path) -> None:
        first = file.mark()
        delete(file, ANN)
        second = file.mark()
        moved = deletions_of(server, storage)
        assert moved.mark() == second
        assert not file.file.path.exists()
        delete(moved, BEN)
        assert told(moved, first) == {ANN, BEN}
        assert told(moved, second) == {BEN}

    def test_and_stays_there(self, file: FileDeletions, server: Database, storage: Path) -> None:
        """Back in a file nobody knows what was deleted meanwhile, and it is not taken for nothing."""
        mark = file.mark()
        delete(deletions_of(server, storage), ANN)
        delete(file, BEN)
        with pytest.raises(LostDeletionsError):
            file.since(mark)

    def test_what_was_deleted_elsewhere_meanwhile_is_not_taken_for_nothing(
        self, file: FileDeletions, server: Database, storage: Path
    ) -> None:
        there = deletions_of(server, storage)
        mark = there.mark()
        delete(file, ANN)
        with pytest.raises(LostDeletionsError):
            there.since(mark)
        there.prune(DAY + timedelta(days=1))  # no backup is left that is older
        assert not file.file.path.exists()
        assert told(there, mark) == set()

    def test_a_program_killed_between_leaves_no_second_list(
        self, file: FileDeletions, server: Database, storage: Path
    ) -> None:
        delete(file, ANN)
        before = file.file.path.read_bytes()
        there = deletions_of(server, storage)
        mark = there.mark()
        file.file.path.write_bytes(before)
        assert told(there, mark) == set()
        there.mark()
        assert not file.file.path.exists()
