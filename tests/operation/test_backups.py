"""A backup holds what was there at one moment, and is there whole or not at all; old ones go."""

from __future__ import annotations

import sqlite3
import stat
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import URL, create_engine, text

from bot.chats.chats import Chats, deletions_of, file_url
from bot.chats.trouble import BackupError, ChatsError, Trouble
from bot.operation.backups import Kept, back_up, read_stamp
from tests import smalldisk
from tests.chats.conftest import START, Clock


def kept_of(chats: Chats, storage: Path) -> Kept:
    return Kept(chats.database, deletions_of(chats.database, storage), storage / "backups")


def language(file: Path, chat: int) -> str | None:
    """What a backup says that a chat had chosen."""
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        row = connection.execute("SELECT language FROM chats WHERE chat_id = ?", (chat,)).fetchone()
    return row[0] if row else None


def test_it_is_one_file_for_its_owner(kept: Kept, chats: Chats, tmp_path: Path) -> None:
    chats.set_language(7, "uk")
    file = tmp_path / "deep" / "down" / "a b?.db"
    back_up(kept, file, START)
    assert list(file.parent.iterdir()) == [file]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert language(file, 7) == "uk"
    stamp = read_stamp(file)
    assert stamp and stamp.made == START and stamp.mark == kept.deletions.mark()


def test_it_is_one_moment_while_others_write(kept: Kept, chats: Chats, tmp_path: Path) -> None:
    """Two chats always choose together; a copy that saw one table at one time and one at another would tell."""
    stop = threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            with chats.database.writing() as connection:
                for chat in ("chats", "seen_updates"):
                    column = "chat_id" if chat == "chats" else "update_id"
                    rest = (", at", f", '{START:%Y-%m-%d %H:%M:%S}'") if chat == "seen_updates" else ("", "")
                    connection.execute(text(f"INSERT INTO {chat} ({column}{rest[0]}) VALUES ({number}{rest[1]})"))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(5):
            file = tmp_path / f"{number}.db"
            back_up(kept, file, START)
            with closing(sqlite3.connect(file)) as connection:
                counted = [connection.execute(f"SELECT count(*) FROM {table}").fetchone() for table in
                           ("chats", "seen_updates")]  # fmt: skip
            assert counted[0] == counted[1]
    finally:
        stop.set()
        writer.join()


def test_a_later_one_takes_the_place_of_an_earlier_and_of_nothing_else(
    kept: Kept, chats: Chats, tmp_path: Path
) -> None:
    file, other = tmp_path / "chats.backup", tmp_path / "letter.txt"
    other.write_text("dear editors")
    chats.set_language(7, "uk")
    back_up(kept, file, START)
    chats.set_language(7, "ru")
    back_up(kept, file, START)
    assert language(file, 7) == "ru"
    with pytest.raises(BackupError, match="another name"):
        back_up(kept, other, START)
    assert other.read_text() == "dear editors"


def test_a_damaged_database_does_not_take_the_place_of_a_good_backup(tmp_path: Path, clock: Clock) -> None:
    with Chats(file_url(tmp_path)) as chats:
        kept = kept_of(chats, tmp_path)
        for number in range(500):
            chats.set_language(number, "uk")
        back_up(kept, tmp_path / "backup.db", START)
    content = (tmp_path / "chats.db").read_bytes()
    (tmp_path / "chats.db").write_bytes(content[:-8192] + b"\xff" * 8192)
    with Chats(file_url(tmp_path)) as chats, pytest.raises(ChatsError) as caught:
        back_up(kept_of(chats, tmp_path), tmp_path / "backup.db", START)
    assert caught.value.trouble is Trouble.DAMAGED
    assert language(tmp_path / "backup.db", 499) == "uk"


def test_a_server_with_tables_of_an_older_version_is_left_alone(postgres_url: URL, tmp_path: Path) -> None:
    Chats(postgres_url).open().close()
    engine = create_engine(postgres_url.set(drivername="postgresql+psycopg"))
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    engine.dispose()
    chats = Chats(postgres_url)
    with pytest.raises(ChatsError, match="pg_dump"):
        back_up(kept_of(chats, tmp_path), tmp_path / "backup.db", START)
    chats.close()
    assert not (tmp_path / "backup.db").exists()


def test_a_database_of_an_older_version_is_copied_as_it_is(tmp_path: Path) -> None:
    """So that one can be made before the program that is to bring it up to date is started."""
    with closing(sqlite3.connect(tmp_path / "chats.db")) as connection, connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute("INSERT INTO alembic_version VALUES ('0001')")
    chats = Chats(file_url(tmp_path))
    back_up(kept_of(chats, tmp_path), tmp_path / "backup.db", START)
    chats.close()
    with closing(sqlite3.connect(tmp_path / "backup.db")) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)


def test_a_full_disk_leaves_the_backup_that_was_there(tmp_path: Path) -> None:
    program = """
import sys
from pathlib import Path
from bot.chats.chats import Chats, deletions_of, file_url
from bot.chats.trouble import BackupError, ChatsError
from bot.operation.backups import Kept, back_up
from tests.chats.conftest import START
small, storage = Path(sys.argv[1]), Path(sys.argv[2])
with Chats(file_url(storage)) as chats:
    chats.set_language(7, "uk")
    kept = Kept(chats.database, deletions_of(chats.database, storage), storage)
    back_up(kept, small / "backup.db", START)
    before = (small / "backup.db").read_bytes()
    for number in range(100):
        chats.receipt_new(["x" * 5000, number], [], 1, "1", "en")
    try:
        back_up(kept, small / "backup.db", START)
    except (BackupError, ChatsError) as error:
        print(error)
    assert (small / "backup.db").read_bytes() == before
    print([file.name for file in small.iterdir()])
"""
    said, names = smalldisk.run(program, tmp_path / "small", 300, tmp_path)
    assert "free space on the disk" in said and "backup.db" in said
    assert names == "['backup.db']"
