"""The backup of each day is made once, by one of all programs, and goes when its time is over."""

from __future__ import annotations

import asyncio
import os
import socket
import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import URL

from bot.asking import Claimbot
from bot.chats import apart
from bot.chats.chats import Chats, deletions_of
from bot.chats.deletions import LostDeletionsError
from bot.chats.trouble import BackupError
from bot.config import BackupSettings, OperatorSettings
from bot.operation.backups import Kept, read_stamp
from bot.operation.daily import Daily
from bot.operation.restoring import restore
from bot.telegram.server import LocalBotApi, User
from tests.chats.conftest import Clock
from tests.telegram.bot.running import asked, running

AT = BackupSettings(at="12:30", keep_days=2)
ANN = 7_001


@pytest.fixture
def daily(kept: Kept, clock: Clock) -> Daily:
    return Daily(kept, BackupSettings(at="12:30", keep_days=2), clock)


def test_once_a_day_and_not_before_its_hour(daily: Daily, kept: Kept, clock: Clock) -> None:
    assert daily.tick() is None
    clock.forward(minutes=30)
    made = daily.tick()
    assert made == kept.folder / "chats-2026-05-17.db"
    assert daily.tick() is None
    assert Daily(kept, BackupSettings(at="12:30"), clock).tick() is None  # after a restart
    clock.forward(hours=23, minutes=59)
    assert daily.tick() is None
    clock.forward(minutes=1)
    assert daily.tick() == kept.folder / "chats-2026-05-18.db"


def test_missed_it_is_made_late(daily: Daily, clock: Clock) -> None:
    clock.forward(hours=11)
    assert daily.tick()


def test_old_ones_go_and_with_them_what_they_needed_to_know(
    daily: Daily, kept: Kept, chats: Chats, clock: Clock
) -> None:
    kept.folder.mkdir()
    strange = ("chats-2026-05-01.db.txt", "chats.db", "chats-2020-01-01.sql")
    for name in (*strange, "chats-2026-05-01-before_restore_010203.db"):
        (kept.folder / name).write_text("")
    first = kept.deletions.mark()
    chats.set_language(7, "uk")
    chats.forget(7)
    clock.forward(minutes=30)
    for _ in range(4):
        daily.tick()
        clock.forward(days=1)
    names = {file.name for file in kept.folder.glob("chats*")}
    assert names == {*strange, "chats-2026-05-18.db", "chats-2026-05-19.db", "chats-2026-05-20.db"}
    with pytest.raises(LostDeletionsError):
        kept.deletions.since(first)
    oldest = read_stamp(kept.folder / "chats-2026-05-18.db")
    assert oldest and not kept.deletions.since(oldest.mark)(7)


def test_none_is_made_where_that_is_not_wanted(kept: Kept, chats: Chats, clock: Clock) -> None:
    daily = Daily(kept, BackupSettings(automatic=False, at="00:00", keep_days=2), clock)
    first = kept.deletions.mark()
    chats.forget(7)
    assert daily.tick() is None
    assert not kept.folder.exists()
    clock.forward(days=3)
    daily.tick()
    with pytest.raises(LostDeletionsError):
        kept.deletions.since(first)


def test_what_fails_is_tried_again_in_an_hour_and_not_each_minute(daily: Daily, kept: Kept, clock: Clock) -> None:
    kept.folder.write_text("in the way")
    clock.forward(minutes=30)
    with pytest.raises(BackupError, match="no backup can be written there"):
        daily.tick()
    assert daily.tick() is None
    kept.folder.unlink()
    clock.forward(hours=1)
    assert daily.tick()


def test_two_programs_make_one(kept: Kept, clock: Clock) -> None:
    clock.forward(hours=1)
    made: list[Path | None] = []
    several = [Daily(kept, BackupSettings(at="12:30"), clock) for _ in range(4)]
    threads = [threading.Thread(target=lambda one=one: made.append(one.tick())) for one in several]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(map(bool, made)) == [False, False, False, True]
    assert len(list(kept.folder.glob("chats-*"))) == 1


def test_what_a_killed_program_left_goes(daily: Daily, kept: Kept, clock: Clock) -> None:
    kept.folder.mkdir()
    left = [kept.folder / f".chats-2026-05-16.db.new{end}" for end in ("", "-wal")]
    for each in left:
        each.write_text("")
    clock.forward(minutes=30)
    assert daily.tick()
    assert not any(each.exists() for each in left)


def test_settings_name_an_hour() -> None:
    for wrong in ("24:00", "3:30", "03:60", "noon", "03:30:00"):
        with pytest.raises(ValueError, match="at"):
            BackupSettings(at=wrong)
    assert BackupSettings().time_of_day.hour == 3


@pytest.mark.anyio
async def test_the_bot_makes_it(judged: LocalBotApi, claims: Claimbot, tmp_path: Path, ann: User) -> None:
    async with running(judged, claims, tmp_path, backup=BackupSettings(at="00:00")) as bot:
        file = tmp_path / "backups" / f"chats-{judged.clock.today():%Y-%m-%d}.db"
        async with asyncio.timeout(60):
            while not file.exists():
                await asyncio.sleep(0.05)
        assert read_stamp(file)
        assert str(bot.settings.backup.keep_days) in (await asked(judged, ann, "/privacy")).shown


@pytest.mark.anyio
async def test_the_operator_hears_that_it_cannot(
    judged: LocalBotApi, claims: Claimbot, tmp_path: Path, ann: User
) -> None:
    (tmp_path / "backups").write_text("in the way")
    judged.tell(ann, "/start")
    sections = {"backup": BackupSettings(at="00:00"), "operator": OperatorSettings(chats=[ann.id])}
    async with running(judged, claims, tmp_path, **sections):
        await judged.until(lambda: any("no backup can be written there" in said for said in judged.said(ann)))


class TestSeveralMachines:
    """Two machines that share a server's database and nothing else."""

    @pytest.fixture
    def machines(self, postgres_url: URL, tmp_path: Path) -> Iterator[tuple[Kept, Kept]]:
        one, other = (self.machine(postgres_url, tmp_path / name) for name in ("one", "other"))
        one.database.open()
        yield one, other
        one.database.close()
        other.database.close()

    def machine(self, url: URL, storage: Path) -> Kept:
        storage.mkdir()
        database = Chats(url).database
        return Kept(database, deletions_of(database, storage), storage / "backups")

    def test_one_of_them_makes_it(self, machines: tuple[Kept, Kept], clock: Clock) -> None:
        one, other = (Daily(kept, AT, clock) for kept in machines)
        clock.forward(hours=1)
        for _ in range(3):
            clock.forward(days=1)
            assert one.tick()
            assert other.tick() is None
        assert not list(machines[1].folder.glob("*.db"))
        with machines[1].database.reading() as connection:
            last = apart.last_made(connection)
        file = machines[0].folder / f"chats-{clock.now:%Y-%m-%d}.db"
        assert last == (clock.now, socket.gethostname(), str(file))

    def test_both_at_once_make_one(self, machines: tuple[Kept, Kept], clock: Clock) -> None:
        clock.forward(hours=1)
        made: list[Path | None] = []
        several = [Daily(kept, AT, clock) for kept in machines * 2]
        threads = [threading.Thread(target=lambda one=one: made.append(one.tick())) for one in several]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        assert sorted(map(bool, made)) == [False, False, False, True]
        assert len([file for kept in machines for file in kept.folder.glob("chats-*")]) == 1

    def test_where_one_cannot_the_other_does(self, machines: tuple[Kept, Kept], clock: Clock) -> None:
        one, other = (Daily(kept, AT, clock) for kept in machines)
        machines[0].folder.write_text("in the way")
        clock.forward(hours=1)
        with pytest.raises(BackupError):
            one.tick()
        assert other.tick()

    def test_when_who_was_making_it_is_gone_another_does(self, machines: tuple[Kept, Kept], clock: Clock) -> None:
        daily = Daily(machines[1], AT, clock)
        clock.forward(hours=1)
        with machines[0].database.writing() as connection:
            apart.make(connection)
        with machines[0].database.writing() as connection:
            assert apart.takes_turn(connection)
            assert daily.tick() is None
        clock.forward(hours=1)
        assert daily.tick()

    def test_each_drops_its_own_old_ones(self, machines: tuple[Kept, Kept], clock: Clock) -> None:
        old = machines[1].folder / "chats-2026-05-01.db"
        old.parent.mkdir()
        old.write_text("")
        clock.forward(hours=1)
        assert Daily(machines[0], AT, clock).tick()
        assert Daily(machines[1], AT, clock).tick() is None
        assert not old.exists()

    def test_restoring_does_not_undo_that_it_was_made(self, machines: tuple[Kept, Kept], clock: Clock) -> None:
        clock.forward(hours=1)
        made = Daily(machines[0], AT, clock).tick()
        assert made
        restore(machines[0], made, clock.now)
        assert Daily(machines[1], AT, clock).tick() is None

    def test_one_restores_what_another_has_deleted_since(
        self, machines: tuple[Kept, Kept], postgres_url: URL, clock: Clock, tmp_path: Path
    ) -> None:
        clock.forward(hours=1)
        with Chats(postgres_url, clock=clock, storage=tmp_path / "other") as at_the_other:
            at_the_other.set_language(ANN, "uk")
            made = Daily(machines[0], AT, clock).tick()
            assert made
            at_the_other.forget(ANN)
            assert restore(machines[0], made, clock.now).forgotten == 1
            assert at_the_other.chat(ANN).language is None


def test_what_a_killed_restoring_left_goes(kept: Kept, clock: Clock) -> None:
    """It is a copy of what a backup holds, which nobody would look for."""
    left, at_work = kept.folder / ".restoring-a", kept.folder / ".restoring-b"
    for each in (left, at_work):
        each.mkdir(parents=True)
        (each / "chats.db").write_text("")
    long_ago = time.time() - timedelta(days=2).total_seconds()
    os.utime(left, (long_ago, long_ago))
    clock.forward(hours=1)
    assert Daily(kept, AT, clock).tick()
    assert not left.exists() and at_work.exists()
