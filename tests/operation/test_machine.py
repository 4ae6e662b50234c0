"""What `claimbot doctor` finds out about the machine: its backups, clock, log, and rights of files."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlalchemy import URL

from bot.app import chats_of
from bot.chats import apart
from bot.cli import machine
from bot.cli.common import say
from bot.cli.health import UnwellError
from bot.config import Settings
from bot.digests.delivery.leader import Leader
from bot.operation.backups import Kept, back_up
from tests import smalldisk
from tests.conftest import settings_for


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_for(tmp_path)


def test_backups(settings: Settings, tmp_path: Path) -> None:
    assert machine.backups_health(settings) == say("doctor-chats-none")
    with chats_of(settings) as chats:
        assert machine.backups_health(settings) == say("doctor-backups-none", path=str(tmp_path / "backups"))
        kept, now = Kept.of(settings, chats.database), datetime.now(UTC)
        for days in (3, 4):
            back_up(
                kept,
                tmp_path / "backups" / f"chats-{now - timedelta(days=days):%Y-%m-%d}.db",
                now - timedelta(days=days),
            )
        with pytest.raises(UnwellError, match=f"{now - timedelta(days=3):%Y-%m-%d %H:%M} UTC"):
            machine.backups_health(settings)
        newest = tmp_path / "backups" / f"chats-{now:%Y-%m-%d}.db"
        back_up(kept, newest, now)
        assert str(newest) in machine.backups_health(settings)
        settings.backup.automatic = False
        assert machine.backups_health(settings) == say("doctor-backups-off")


def test_a_backup_that_another_machine_made(settings: Settings, postgres_url: URL, tmp_path: Path) -> None:
    settings.storage.chats_url = SecretStr(postgres_url.render_as_string(hide_password=False))
    with chats_of(settings) as chats:
        assert machine.backups_health(settings) == say("doctor-backups-none", path=str(tmp_path / "backups"))
        now = datetime.now(UTC)
        for age in (timedelta(), timedelta(days=3)):
            with chats.database.writing() as connection:
                apart.make(connection)
                apart.note_made(connection, apart.Made(now - age, "other.example.org", "/backups/chats.db"))
            if not age:
                assert "other.example.org:/backups/chats.db" in machine.backups_health(settings)
        with pytest.raises(UnwellError, match=r"other\.example\.org"):
            machine.backups_health(settings)


def test_backups_that_have_no_place(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    settings.backup.directory = tmp_path / "file" / "backups"
    with chats_of(settings), pytest.raises(UnwellError, match=r"backup\.directory"):
        machine.backups_health(settings)


def test_a_clock_that_differs_from_the_servers(
    settings: Settings, postgres_url: URL, real_storage: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert machine._ahead_of_server(settings) == 0
    settings.storage.chats_url = SecretStr(postgres_url.render_as_string(hide_password=False))
    assert 0 < abs(machine._ahead_of_server(settings)) < machine.WRONG_SECONDS
    monkeypatch.setattr(machine, "_ahead_of_server", lambda _: -99.0)
    with pytest.raises(UnwellError, match="server by 99 s"):
        machine.clock_health(settings_for(real_storage))


def test_files_that_hold_nothing_are_not_complained_of(settings: Settings, tmp_path: Path) -> None:
    with chats_of(settings) as chats:
        assert Leader(chats.database).lead()
        back_up(Kept.of(settings, chats.database), tmp_path / "backups" / "mine.db", datetime.now(UTC))
        assert machine.rights_health(settings) == say("doctor-rights-ok")


@pytest.mark.parametrize(
    "name",
    [
        "chats.db",
        "chats.db-wal",
        "chats.db.damaged-1",
        "forgotten.log",
        "backups/chats-2026-05-17.db",
        "backups/mine.db",
    ],
)
def test_copies_that_everybody_can_read(settings: Settings, tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("")
    file.chmod(0o640)
    assert machine.rights_health(settings) == say("doctor-rights-ok")
    file.chmod(0o644)
    with pytest.raises(UnwellError, match=f"chmod 600 {file}"):
        machine.rights_health(settings)


LOG_HEALTH = """
from bot.cli.machine import log_health
from bot.config import LogSettings, Settings
try:
    print("ok", log_health(Settings(log=LogSettings(format="json"))))
except Exception as error:
    print("mend", error)
"""


def test_where_the_log_goes() -> None:
    said = subprocess.run([sys.executable, "-c", LOG_HEALTH], capture_output=True, text=True, check=True).stdout
    assert said.startswith("ok") and "json" in said


def test_a_log_that_goes_nowhere() -> None:
    closed = ["sh", "-c", 'exec "$@" 2>&-', "sh", sys.executable, "-c", LOG_HEALTH]
    said = subprocess.run(closed, stdout=subprocess.PIPE, text=True, check=True).stdout
    assert said.startswith("mend") and "2>> FILE" in said


def test_a_log_on_a_full_disk(tmp_path: Path) -> None:
    program = """
import subprocess, sys
from pathlib import Path
small = Path(sys.argv[1])
with (small / "log").open("w") as log:
    try:
        (small / "ballast").write_bytes(bytes(10_000_000))
    except OSError:
        pass
    subprocess.run([sys.executable, "-c", sys.argv[2]], stderr=log, check=True)
"""
    (said,) = smalldisk.run(program, tmp_path / "small", 100, LOG_HEALTH)
    assert said.startswith("mend") and "full disk" in said
