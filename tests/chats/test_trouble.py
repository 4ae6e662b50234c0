"""A database that cannot be used says what is wrong, with which one and what to do, and what it held stays."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
import traceback
from contextlib import closing
from pathlib import Path
from unittest import mock

import pytest
from sqlalchemy import URL, create_engine, text

from bot.chats.chats import Chats, file_url
from bot.chats.model import Asker
from bot.chats.trouble import ChatsError, RefusedError, Trouble
from tests import postgres


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database in which a chat has chosen its language, and nothing waits in the log."""
    with Chats(file_url(tmp_path)) as chats:
        chats.set_language(7, "uk")
        for number in range(200):
            chats.remember_answer(Asker(number), {"n": "x" * 100}, None)
        chats.database.checkpoint()
    return tmp_path / "chats.db"


def trouble_of(url: str | URL, **options: float) -> ChatsError:
    """What using this database comes to."""
    with pytest.raises(ChatsError) as caught, Chats(url, **options) as chats:  # type: ignore[arg-type]
        chats.set_language(8, "ru")
        for number in range(200):
            chats.last_answer(Asker(number))
    return caught.value


def language(path: Path) -> str | None:
    with Chats(file_url(path.parent)) as chats:
        return chats.chat(7).language


class TestFile:
    def test_made_with_its_folder_for_its_owner_alone(self, tmp_path: Path) -> None:
        url = file_url(tmp_path / "a%20b" / "c?d")
        with Chats(url) as chats:
            chats.set_language(7, "uk")
            files = list((tmp_path / "a%20b" / "c?d").iterdir())
            assert {file.name for file in files} == {"chats.db", "chats.db-wal", "chats.db-shm"}
            assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}

    def test_how_it_is_opened(self, path: Path) -> None:
        with Chats(file_url(path.parent)) as chats, chats.database.reading() as connection:
            settings = {
                name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
                for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
            }
        assert settings == {"journal_mode": "wal", "synchronous": 1, "foreign_keys": 1, "secure_delete": 1}

    def test_locked(self, path: Path) -> None:
        with Chats(file_url(path.parent), lock_timeout=0.05) as chats, closing(sqlite3.connect(path)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(ChatsError, match="another program is writing") as caught:
                chats.set_language(7, "ru")
            assert caught.value.trouble is Trouble.LOCKED
            assert chats.chat(7).language == "uk"  # who writes does not keep others from reading
            other.rollback()
            assert chats.set_language(7, "ru").language == "ru"

    def test_locked_while_opened(self, path: Path) -> None:
        with closing(sqlite3.connect(path)) as other:
            other.execute("BEGIN IMMEDIATE")
            assert trouble_of(file_url(path.parent), lock_timeout=0.05).trouble is Trouble.LOCKED

    def test_read_only(self, path: Path) -> None:
        url = URL.create("sqlite", database=f"file:{path}", query={"mode": "ro", "uri": "true"})
        assert trouble_of(url).trouble is Trouble.READ_ONLY
        assert language(path) == "uk"

    @pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only to root")
    @pytest.mark.parametrize("what", ["file", "folder"])
    def test_no_right_to_write(self, path: Path, what: str) -> None:
        (path if what == "file" else path.parent).chmod(0o555)
        try:
            assert trouble_of(file_url(path.parent)).trouble is Trouble.READ_ONLY
        finally:
            (path if what == "file" else path.parent).chmod(0o755)
        assert language(path) == "uk"

    def test_not_a_database(self, tmp_path: Path) -> None:
        (tmp_path / "chats.db").write_bytes(b"a letter to the editor " * 300)
        error = trouble_of(file_url(tmp_path))
        assert error.trouble is Trouble.DAMAGED
        assert str(tmp_path / "chats.db") in str(error) and "restore a backup" in str(error)
        assert (tmp_path / "chats.db").read_bytes().startswith(b"a letter")

    def test_damaged_pages(self, path: Path) -> None:
        content = path.read_bytes()
        path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
        assert trouble_of(file_url(path.parent)).trouble is Trouble.DAMAGED

    def test_check_finds_what_nobody_reads(self, path: Path) -> None:
        content = bytearray(path.read_bytes())
        content[-4096:] = b"\xff" * 4096
        path.write_bytes(content)
        with Chats(file_url(path.parent)) as chats, pytest.raises(ChatsError) as caught:
            chats.database.check()
        assert caught.value.trouble is Trouble.DAMAGED

    def test_full(self, path: Path) -> None:
        with Chats(file_url(path.parent)) as chats:
            with chats.database.reading() as connection:
                pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
                connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
            with pytest.raises(ChatsError, match="free space") as caught:
                chats.receipt_new(["x" * 100_000], [], 1, "1.0.0", "en")
            assert caught.value.trouble is Trouble.FULL
            assert chats.chat(7).language == "uk"
            with chats.database.reading() as connection:
                connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
            assert chats.receipt_new(["x" * 100_000], [], 1, "1.0.0", "en")

    def test_a_folder_in_its_place(self, tmp_path: Path) -> None:
        (tmp_path / "chats.db").mkdir()
        assert trouble_of(file_url(tmp_path)).trouble is Trouble.UNREADABLE

    def test_a_file_in_place_of_its_folder(self, tmp_path: Path) -> None:
        (tmp_path / "storage").write_text("")
        assert trouble_of(file_url(tmp_path / "storage")).trouble is Trouble.UNREADABLE

    def test_made_by_a_newer_program(self, path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("UPDATE alembic_version SET version_num = '9999'")
        error = trouble_of(file_url(path.parent))
        assert error.trouble is Trouble.NEWER and "9999" in str(error)

    def test_killed_after_a_change(self, path: Path) -> None:
        """What a method has acknowledged outlives the process, however that ends."""
        program = (
            "import os, signal, sys; from bot.chats.chats import Chats; chats = Chats(sys.argv[1]).open(); "
            "chats.set_language(7, 'en'); os.kill(os.getpid(), signal.SIGKILL)"
        )
        url = file_url(path.parent).render_as_string()
        assert subprocess.run([sys.executable, "-c", program, url], check=False).returncode == -9
        assert language(path) == "en"


class TestAddress:
    @pytest.mark.parametrize("url", ["chats.db", "mysql://user:geheim@host/chats", "", "postgresql+asyncpg://host/x"])
    def test_of_no_known_kind(self, url: str) -> None:
        error = trouble_of(url)
        assert error.trouble is Trouble.UNSUPPORTED and "postgresql://" in str(error)
        assert "geheim" not in str(error)

    def test_without_a_driver(self) -> None:
        with mock.patch.dict(sys.modules, {"psycopg": None}):
            error = trouble_of("postgresql://user:geheim@host/chats?password=geheim")
        assert error.trouble is Trouble.NO_DRIVER
        assert "claimbot[postgresql]" in str(error) and "geheim" not in str(error)

    def test_no_server(self, tmp_path: Path) -> None:
        pytest.importorskip("psycopg")
        error = trouble_of(f"postgresql://user:geheim@/chats?host={tmp_path}")
        assert error.trouble is Trouble.UNREACHABLE
        assert "check that the server runs" in str(error) and "geheim" not in str(error)


class TestServer:
    @pytest.mark.parametrize("change", [{"database": "nowhere"}, {"username": "nobody"}])
    def test_unknown_database_or_user(self, postgres_url: URL, change: dict[str, str]) -> None:
        assert trouble_of(postgres_url.set(**change)).trouble is Trouble.UNREACHABLE

    def test_read_only(self, postgres_url: URL) -> None:
        Chats(postgres_url).open().close()
        name = postgres_url.database
        with admin(postgres_url) as connection:
            connection.execute(text(f"ALTER DATABASE {name} SET default_transaction_read_only = on"))
            try:
                assert trouble_of(postgres_url).trouble is Trouble.READ_ONLY
            finally:
                connection.execute(text(f"ALTER DATABASE {name} RESET default_transaction_read_only"))

    def test_locked(self, postgres_url: URL) -> None:
        with Chats(postgres_url, lock_timeout=0.2) as chats:
            chats.set_language(7, "uk")
            with admin(postgres_url, isolation_level="READ COMMITTED") as other:
                other.execute(text("LOCK TABLE chats"))
                with pytest.raises(ChatsError) as caught:
                    chats.set_language(7, "ru")
            assert caught.value.trouble is Trouble.LOCKED
            assert chats.chat(7).language == "uk"

    def test_a_restarted_server_is_found_again(self) -> None:
        if reason := postgres.missing():
            pytest.skip(reason)
        with postgres.server() as url, Chats(url) as chats:
            chats.set_language(7, "uk")
            postgres.stop(url)
            with pytest.raises(ChatsError) as caught:
                chats.chat(7)
            assert caught.value.trouble is Trouble.UNREACHABLE
            postgres.start(url)
            assert chats.chat(7).language == "uk"


def admin(url: URL, isolation_level: str = "AUTOCOMMIT"):  # type: ignore[no-untyped-def]  # SQLAlchemy's connection
    return create_engine(url.set(drivername="postgresql+psycopg"), isolation_level=isolation_level).connect()


def test_faults_of_ours_are_no_trouble_of_the_database(chats: Chats) -> None:
    """Nobody is to look for them there; and what was to be stored does not show."""
    slots = "-".join(["a", "marked", "answer"])
    with pytest.raises(RefusedError, match="chat_id") as caught:
        chats.remember_answer(Asker(None), slots, None)  # type: ignore[arg-type]
    assert slots not in "".join(traceback.format_exception(caught.value))


def test_numbers_that_no_column_can_hold(chats: Chats) -> None:
    with pytest.raises(RefusedError):
        chats.set_language(2**70, "uk")
    with pytest.raises(RefusedError):
        chats.remember_update(-(2**63) - 1)


def test_all_is_well(chats: Chats) -> None:
    chats.set_language(7, "uk")
    chats.database.check()
    chats.vacuum()
    assert chats.chat(7).language == "uk"
