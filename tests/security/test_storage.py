"""Files that others have put where ours are, or handed to an operator: links, forged backups, folders open to all."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.app import chats_of
from bot.chats.trouble import BackupError
from bot.cli import main
from bot.config import Settings
from bot.operation import backups
from bot.operation.backups import Kept, back_up
from bot.operation.restoring import restore
from tests.chats.conftest import START
from tests.conftest import QUAKE, settings_for

pytestmark = pytest.mark.skipif(os.name != "posix", reason="links and rights as POSIX has them")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Of a bot in which one chat has chosen."""
    made = settings_for(tmp_path / "storage", QUAKE)
    with chats_of(made) as chats:
        chats.set_language(7, "uk")
    return made


@pytest.fixture
def kept(settings: Settings) -> Kept:
    return Kept.of(settings, chats_of(settings).database)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A file of somebody's."""
    (tmp_path / "letter").write_text("dear editors")
    return tmp_path / "letter"


@pytest.mark.parametrize("name", ["backup.db", ".backup.db.new", ".backup.db.new-journal", ".backup.db.new-wal"])
def test_a_backup_writes_through_no_link(kept: Kept, letter: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / name).symlink_to(letter)
    try:
        back_up(kept, tmp_path / "backup.db", START)
    except BackupError:
        assert name == "backup.db"
    assert letter.read_text() == "dear editors"


def test_nor_through_one_that_is_made_in_the_middle(
    kept: Kept, letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remove = backups._remove

    def remove_and_be_overtaken(file: Path) -> None:
        remove(file)
        file.symlink_to(letter)

    monkeypatch.setattr(backups, "_remove", remove_and_be_overtaken)
    with pytest.raises(BackupError, match="cannot be written"):
        back_up(kept, tmp_path / "backup.db", START)
    assert letter.read_text() == "dear editors"


def test_a_link_that_leads_nowhere_is_replaced_not_followed(kept: Kept, tmp_path: Path) -> None:
    (tmp_path / "backup.db").symlink_to(tmp_path / "nowhere")
    back_up(kept, tmp_path / "backup.db", START)
    assert not (tmp_path / "nowhere").exists()
    assert not (tmp_path / "backup.db").is_symlink()


@pytest.mark.parametrize(
    "forged",
    [
        "CREATE TRIGGER t AFTER DELETE ON chats BEGIN INSERT INTO chats (chat_id) VALUES (old.chat_id); END",
        "DROP TABLE asked;"
        "CREATE VIEW asked AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n) SELECT x FROM n",
    ],
)
def test_a_backup_that_would_do_something_is_refused(kept: Kept, tmp_path: Path, forged: str) -> None:
    """Without this a view that never ends is read, and a trigger brings back who was deleted."""
    file = tmp_path / "backup.db"
    back_up(kept, file, START)
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(forged)
    with pytest.raises(BackupError, match="no backup of claimbot"):
        restore(kept, file, START)


@pytest.mark.parametrize("name", ["/etc/passwd", "/dev/null", "/dev/zero", ".", "../storage/claims.db"])
def test_what_is_no_backup_is_not_read_as_one(settings: Settings, tmp_path: Path, name: str) -> None:
    environment = {"CLAIMBOT_STORAGE__DIRECTORY": str(settings.storage.directory)}
    done = CliRunner().invoke(main, ["restore", "--yes", str(tmp_path / "storage" / name)], env=environment)
    assert done.exit_code == 2
    assert "no backup of claimbot" in done.output and "root:" not in done.output


def test_what_a_restoring_puts_down_is_its_owners_alone(
    kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(kept, tmp_path / "backup.db", START)
    seen: list[int] = []

    def look(*given: object) -> None:
        (folder,) = kept.folder.glob(".restoring-*")
        seen.extend(stat.S_IMODE(each.stat().st_mode) for each in (kept.folder, folder))
        back_up(*given)  # type: ignore[arg-type]

    monkeypatch.setattr("bot.operation.restoring.back_up", look)
    before = os.umask(0)
    try:
        restore(kept, tmp_path / "backup.db", START)
    finally:
        os.umask(before)
    assert seen == [0o700, 0o700]


@pytest.mark.parametrize("command", ["doctor", "run"])
def test_what_others_can_read_or_write_is_told_of(settings: Settings, command: str) -> None:
    storage = settings.storage.directory
    copy = storage / "backups" / "mine.db"
    copy.parent.mkdir(mode=0o777)
    copy.parent.chmod(0o777)
    copy.write_text("")
    copy.chmod(0o644)
    environment = {
        "CLAIMBOT_STORAGE__DIRECTORY": str(storage),
        "CLAIMBOT_CLAIMS__PACKAGE": str(QUAKE),
        "CLAIMBOT_TELEGRAM__TOKEN": f"1:{'a' * 35}",
        "CLAIMBOT_TELEGRAM__BASE_URL": "http://127.0.0.1:9/bot",
    }
    said = CliRunner().invoke(main, [command], env=environment).output
    assert f"chmod 600 {copy}" in said
    assert f"chmod 700 {copy.parent}" in said
