"""A restored database holds what the backup held, less what was deleted since, wherever the backup came from."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import URL, Connection

from bot.chats import apart
from bot.chats.chats import Chats, deletions_of, file_url
from bot.chats.deletions import LostDeletionsError
from bot.chats.deletions_file import FileDeletions
from bot.chats.forgetting import forget_again
from bot.chats.tables import metadata
from bot.chats.trouble import BackupError, ChatsError, Trouble
from bot.digests.delivery.leader import Leader
from bot.digests.model import DeliveryState
from bot.operation.backups import Kept, back_up, read_stamp
from bot.operation.restoring import restore
from tests.chats.conftest import START, Clock
from tests.chats.filling import everything, fill_all
from tests.digests.desk import Desk, claims_in

ANN, BEN, GROUP, OTHER_GROUP = 7_001, 7_002, -1_001, -1_002


def kept_of(chats: Chats, directory: Path) -> Kept:
    return Kept(chats.database, deletions_of(chats.database, directory), directory / "backups")


def lose_list(kept: Kept) -> None:
    if isinstance(kept.deletions, FileDeletions):
        kept.deletions.file.path.unlink()
    else:
        with kept.database.writing() as connection:
            apart.metadata.drop_all(connection)


@contextmanager
def another(url: URL, directory: Path) -> Iterator[tuple[Chats, Kept]]:
    """A private database of its own."""
    directory.mkdir(exist_ok=True)
    with Chats(url, storage=directory) as chats:
        yield chats, kept_of(chats, directory)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "backup.db"


def test_every_row_of_every_table_comes_back(kept: Kept, chats: Chats, file: Path) -> None:
    for number in (3, 17):
        fill_all(chats.database, number, chat=-number, user=number)
    before = everything(chats.database)
    back_up(kept, file, START)
    fill_all(chats.database, 5, chat=-5, user=5)
    with chats.database.writing() as connection:
        connection.exec_driver_sql("UPDATE chats SET language = 'ru'")
    restored = restore(kept, file, START)
    assert everything(chats.database) == before
    assert restored.forgotten == 0
    assert restored.damaged is None


def test_new_rows_are_numbered_after_those_that_came(kept: Kept, chats: Chats, file: Path) -> None:
    fill_all(chats.database, 40, chat=GROUP, user=ANN)
    back_up(kept, file, START)
    restore(kept, file, START)
    chats.editor_question("When was the first?")
    assert [one.id for one in chats.editor_questions()] == [40, 41]


def test_from_either_database_into_the_other(chats: Chats, kept: Kept, tmp_path: Path, postgres_url: URL) -> None:
    """Whoever outgrows the file moves to a server by a backup, and back."""
    file, other_url = tmp_path / "backup.db", file_url(tmp_path / "other")
    if chats.database.is_sqlite:
        other_url = postgres_url
    fill_all(chats.database, 3, chat=GROUP, user=ANN)
    back_up(kept, file, START)
    with another(other_url, tmp_path / "other") as (theirs, kept_there):
        restore(kept_there, file, START, lost=True)
        assert everything(theirs.database) == everything(chats.database)


def test_a_server_begun_anew_keeps_its_list_of_deletions(postgres_url: URL, tmp_path: Path, file: Path) -> None:
    """What docs/operating.md says of going back to an older program: all tables but three are dropped."""
    with another(postgres_url, tmp_path / "storage") as (chats, kept):
        chats.set_language(ANN, "uk")
        chats.set_language(BEN, "uk")
        back_up(kept, file, START)
        chats.forget(BEN)
        with chats.database.writing() as connection:
            metadata.drop_all(connection)
            connection.exec_driver_sql("DROP TABLE alembic_version")
    with another(postgres_url, tmp_path / "storage") as (chats, kept):
        assert restore(kept, file, START).forgotten == 1
        assert (chats.chat(ANN).language, chats.chat(BEN).language) == ("uk", None)


def test_what_was_there_before_is_kept_in_a_backup(kept: Kept, chats: Chats, file: Path) -> None:
    back_up(kept, file, START)
    chats.set_language(ANN, "uk")
    before = restore(kept, file, START).before
    assert before and before.parent == kept.folder
    assert chats.chat(ANN).language is None
    restore(kept, before, START)
    assert chats.chat(ANN).language == "uk"


def test_what_was_deleted_since_is_deleted_again(kept: Kept, chats: Chats, file: Path) -> None:
    for number, (chat, user) in enumerate([(ANN, ANN), (GROUP, ANN), (OTHER_GROUP, BEN), (BEN, BEN)]):
        fill_all(chats.database, number, chat=chat, user=user)
    back_up(kept, file, START)
    chats.forget(ANN)
    chats.forget_chat(OTHER_GROUP)
    assert restore(kept, file, START).forgotten == 2
    rest = everything(chats.database)
    named = {row[0] for row in rest["chats"]}
    assert named == {GROUP, BEN}
    assert all(ANN not in row and OTHER_GROUP not in row for rows in rest.values() for row in rows)
    assert len(rest["subscriptions"]) == 2  # the group's own stays, without who set it up


def test_whoever_came_back_after_deleting_everything_stays(kept: Kept, chats: Chats, file: Path) -> None:
    chats.set_language(ANN, "en")
    chats.forget(ANN)
    chats.set_language(ANN, "uk")
    back_up(kept, file, START)
    assert restore(kept, file, START).forgotten == 0
    assert chats.chat(ANN).language == "uk"


def test_a_backup_older_than_the_list_of_deletions_is_not_put_back_unasked(
    kept: Kept, chats: Chats, file: Path
) -> None:
    chats.set_language(ANN, "uk")
    chats.set_language(BEN, "uk")
    back_up(kept, file, START)
    lose_list(kept)
    chats.forget(BEN)
    before = everything(chats.database)
    with pytest.raises(LostDeletionsError):
        restore(kept, file, START)
    assert everything(chats.database) == before
    restore(kept, file, START, lost=True)
    assert chats.chat(ANN).language == "uk"
    assert chats.chat(BEN).language is None  # of what the new list does tell


def test_a_plain_copy_of_the_file_is_put_back_when_asked(tmp_path: Path, file: Path) -> None:
    with another(file_url(tmp_path / "storage"), tmp_path / "storage") as (chats, kept):
        chats.set_language(ANN, "uk")
        with (
            closing(sqlite3.connect(tmp_path / "storage" / "chats.db")) as source,
            closing(sqlite3.connect(file)) as to,
        ):
            source.backup(to)
        assert read_stamp(file) is None
        chats.set_language(ANN, "ru")
        restore(kept, file, START, lost=True)
        assert chats.chat(ANN).language == "uk"


@pytest.mark.parametrize("content", [b"", b"a letter " * 1000, None])
def test_what_is_no_backup_changes_nothing(kept: Kept, chats: Chats, file: Path, content: bytes | None) -> None:
    chats.set_language(ANN, "uk")
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(BackupError, match="no backup of claimbot"):
        restore(kept, file, START, lost=True)
    assert chats.chat(ANN).language == "uk"
    assert not file.exists() or file.read_bytes() == content


def test_a_damaged_backup_changes_nothing(kept: Kept, chats: Chats, file: Path) -> None:
    for number in range(300):
        chats.set_language(number, "uk")
    back_up(kept, file, START)
    content = file.read_bytes()
    file.write_bytes(content[:8192] + b"\xff" * (len(content) - 16384) + content[-8192:])
    chats.set_language(7, "ru")
    with pytest.raises(BackupError, match="damaged"):
        restore(kept, file, START, lost=True)
    assert chats.chat(7).language == "ru"
    assert not list(kept.folder.glob(".restoring-*"))


def test_a_backup_of_a_newer_program_is_refused(kept: Kept, chats: Chats, file: Path) -> None:
    back_up(kept, file, START)
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(ChatsError) as caught:
        restore(kept, file, START)
    assert caught.value.trouble is Trouble.NEWER


def test_a_bot_goes_on_with_what_was_restored(kept: Kept, chats: Chats, url: URL, file: Path, tmp_path: Path) -> None:
    """Another program restores while this one reads and writes: nothing fails, and it sees one state or the other."""
    for chat in range(200):
        chats.set_language(chat, "uk")
    back_up(kept, file, START)
    with chats.database.writing() as connection:
        connection.exec_driver_sql("UPDATE chats SET language = 'ru'")
    stop, seen = threading.Event(), set()

    def use() -> None:
        while not stop.is_set():
            with chats.database.reading() as connection:
                rows = connection.exec_driver_sql("SELECT DISTINCT language FROM chats WHERE chat_id < 200").all()
            seen.add(tuple(row[0] for row in rows))
            chats.remember_update(len(seen) + 1000)

    using = threading.Thread(target=use)
    using.start()
    try:
        program = (
            "import sys; from pathlib import Path; from bot.chats.chats import Chats\n"
            "from bot.operation.restoring import restore; from tests.chats.conftest import START\n"
            "from tests.operation.test_restoring import kept_of\n"
            "restore(kept_of(Chats(sys.argv[1]), Path(sys.argv[2])), Path(sys.argv[3]), START)"
        )
        folder = tmp_path / "storage"
        address = url.render_as_string(hide_password=False)
        subprocess.run([sys.executable, "-c", program, address, folder, file], check=True, timeout=120)
        assert chats.chat(7).language == "uk"
    finally:
        stop.set()
        using.join()
    assert seen <= {("ru",), ("uk",)}


def test_what_was_deleted_during_the_restoring_is_deleted(
    kept: Kept, chats: Chats, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chats.set_language(ANN, "uk")
    back_up(kept, file, START)

    def back_up_while_ann_leaves(*given: object) -> None:
        back_up(*given)  # type: ignore[arg-type]
        chats.forget(ANN)

    monkeypatch.setattr("bot.operation.restoring.back_up", back_up_while_ann_leaves)
    restore(kept, file, START)
    assert chats.chat(ANN).language is None


def test_whoever_deletes_while_the_rows_are_put_in_is_deleted_after_it(
    kept: Kept, chats: Chats, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By another worker: it waits until the restoring ends, and finds what has come back."""
    chats.set_language(ANN, "uk")
    back_up(kept, file, START)
    leaving, calls = threading.Thread(target=lambda: chats.forget(ANN)), count()

    def forget_again_while_ann_leaves(rows: Connection, was_forgotten: Callable[[int], bool]) -> int:
        if next(calls):  # the first one is to the copy of the backup
            leaving.start()
            leaving.join(0.5)
            assert leaving.is_alive()
        return forget_again(rows, was_forgotten)

    monkeypatch.setattr("bot.operation.restoring.forget_again", forget_again_while_ann_leaves)
    restore(kept, file, START)
    leaving.join(30)
    assert chats.chat(ANN).language is None


class TestDamaged:
    @pytest.fixture
    def storage(self, tmp_path: Path, file: Path) -> Path:
        """A damaged database, of which there is a backup."""
        with another(file_url(tmp_path / "storage"), tmp_path / "storage") as (chats, kept):
            chats.set_language(ANN, "uk")
            chats.set_language(BEN, "uk")
            back_up(kept, file, START)
            chats.forget(BEN)
        (tmp_path / "storage" / "chats.db").write_bytes(b"\xff" * 20_000)
        return tmp_path / "storage"

    def test_it_is_put_aside(self, storage: Path, file: Path) -> None:
        chats = Chats(file_url(storage))
        restored = restore(kept_of(chats, storage), file, START)
        assert restored.damaged == storage / "chats.db.damaged-20260517-120000"
        assert restored.damaged.read_bytes() == b"\xff" * 20_000
        assert restored.before is None
        assert chats.chat(ANN).language == "uk"
        assert chats.chat(BEN).language is None
        chats.close()

    def test_not_from_under_a_bot_that_runs(self, storage: Path, file: Path) -> None:
        running = Leader(Chats(file_url(storage)).database)
        assert running.lead()
        chats = Chats(file_url(storage))
        with pytest.raises(BackupError, match="stop the bot"):
            restore(kept_of(chats, storage), file, START)
        chats.close()
        running.resign()
        assert (storage / "chats.db").read_bytes() == b"\xff" * 20_000


class TestDigests:
    def test_what_was_due_at_the_backup_is_doubtful_and_what_comes_later_is_sent(
        self, kept: Kept, chats: Chats, clock: Clock, file: Path
    ) -> None:
        desk = Desk(chats, clock)
        desk.subscribe(ANN)
        desk.claims.load("second")
        desk.tick(days=1)
        back_up(kept, file, clock.now)
        assert len(desk.send()) == 1
        clock.forward(hours=2)
        restore(kept, file, clock.now)
        assert desk.outbox.take(10) == []
        (doubtful,) = desk.digests.doubtful(ANN)
        assert doubtful.state is DeliveryState.DOUBTFUL
        desk.claims.load("third")
        desk.tick(days=1)
        assert [claims_in(each) for each in desk.send()] == [["third"]]

    def test_contents_are_not_taken_for_others_with_their_number(
        self, kept: Kept, chats: Chats, clock: Clock, file: Path
    ) -> None:
        """The bot that runs has contents in memory, and what is composed later gets the same numbers anew."""
        desk = Desk(chats, clock)
        desk.subscribe(ANN)
        back_up(kept, file, clock.now)
        desk.claims.load("second")
        desk.tick(days=1)
        assert [claims_in(each) for each in desk.send()] == [["second"]]
        restore(kept, file, clock.now)
        desk.claims.loads[-1] = ("another",)
        desk.tick(minutes=1)
        assert [claims_in(each) for each in desk.send()] == [["another"]]
