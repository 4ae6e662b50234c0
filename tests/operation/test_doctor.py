"""What `claimbot doctor` finds out from Telegram, from the private database and from the bot that runs."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tornado.httpserver import HTTPServer
from tornado.testing import bind_unused_port
from tornado.web import Application, RequestHandler

from bot.app import chats_of
from bot.asking import Claimbot
from bot.chats.tables import deliveries
from bot.chats.trouble import ChatsError
from bot.cli import health, machine
from bot.cli.common import say
from bot.cli.health import UnwellError
from bot.config import HealthSettings, Settings
from bot.operation.probe import Answered
from bot.telegram.server import LocalBotApi
from tests.telegram.bot.running import running, settings_for
from tests.telegram.bot.test_run import process

pytestmark = pytest.mark.anyio

ADDRESS = "https://bot.example.org/telegram"


@pytest.fixture
def settings(judged: LocalBotApi, tmp_path: Path) -> Settings:
    return settings_for(judged, tmp_path, {})


async def examined(check: Any, settings: Settings) -> str:
    """What a check says, off the loop on which the server answers it."""
    said: str = await asyncio.to_thread(check, settings)
    return said


async def mended(check: Any, settings: Settings) -> str:
    """What a check that fails says is to be done."""
    with pytest.raises(UnwellError) as found:
        await examined(check, settings)
    return str(found.value)


async def test_telegram_answers(settings: Settings) -> None:
    assert "@claims_bot" in await examined(health.telegram_health, settings)
    assert "polling" in await examined(health.webhook_health, settings)


async def test_without_a_token_nobody_is_asked(settings: Settings) -> None:
    settings.telegram.token = None
    for check in (health.telegram_health, health.webhook_health):
        assert await examined(check, settings) == say("doctor-telegram-none")


async def test_a_wrong_token(settings: Settings, judged: LocalBotApi) -> None:
    wrong = settings_for(judged, settings.storage.directory, {"token": f"1:{'a' * 35}"})
    assert await mended(health.telegram_health, wrong) == say("cli-wrong-token")


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/bot", "nonsense", "http://[broken/bot"])
async def test_telegram_cannot_be_reached(settings: Settings, address: str) -> None:
    settings.telegram.base_url = address
    said = await mended(health.telegram_health, settings)
    assert address in said
    assert settings.telegram.token and settings.telegram.token.get_secret_value() not in said


@pytest.mark.parametrize(
    ("mode", "info", "said"),
    [
        ("polling", {"url": "https://other.example.org"}, "https://other.example.org"),
        ("webhook", {"url": ""}, ADDRESS),
        ("webhook", {"url": "https://other.example.org"}, "https://other.example.org"),
        ("webhook", {"url": ADDRESS, "last_error_date": time.time() - 60, "last_error_message": "502"}, "502"),
    ],
)
async def test_a_webhook_that_is_not_right(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, mode: Any, info: dict[str, Any], said: str
) -> None:
    settings.telegram.mode, settings.telegram.webhook_url = mode, ADDRESS
    monkeypatch.setattr("bot.operation.probe.ask_telegram", lambda *_: Answered(info, 0))
    assert said in await mended(health.webhook_health, settings)


async def test_a_webhook_that_failed_long_ago_is_right(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.telegram.mode, settings.telegram.webhook_url = "webhook", ADDRESS
    info = {"url": ADDRESS, "last_error_date": time.time() - 7200, "pending_update_count": 3}
    monkeypatch.setattr("bot.operation.probe.ask_telegram", lambda *_: Answered(info, 0))
    assert await examined(health.webhook_health, settings) == say("doctor-webhook-ok", address=ADDRESS, pending=3)


class _Late(RequestHandler):
    def get(self) -> None:
        self.set_header("Date", f"{datetime.now(UTC) - timedelta(minutes=5):%a, %d %b %Y %H:%M:%S GMT}")
        self.finish({"ok": True, "result": {"username": "claims_bot"}})


async def test_a_clock_that_goes_wrong(settings: Settings, claims: Claimbot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.asking.open_claimbot", lambda _: claims)
    monkeypatch.setattr(type(claims.store), "meta", claims.store.meta)  # read here: a store belongs to its thread
    assert await examined(machine.clock_health, settings)
    server, (socket, port) = HTTPServer(Application([(".*", _Late)])), bind_unused_port()
    server.add_socket(socket)
    settings.telegram.base_url = f"http://127.0.0.1:{port}/bot"
    assert " s ahead of Telegram" in await mended(machine.clock_health, settings)
    server.stop()


async def test_the_private_database_is_neither_made_nor_changed(settings: Settings, tmp_path: Path) -> None:
    assert health.chats_health(settings) == health.digests_health(settings) == say("doctor-chats-none")
    assert not (tmp_path / "chats.db").exists()


async def test_a_private_database_that_is_whole_and_one_that_is_not(settings: Settings, tmp_path: Path) -> None:
    file = tmp_path / "chats.db"
    with chats_of(settings):
        assert health.chats_health(settings) == say("doctor-chats-ok", where=str(file))
    file.write_bytes(b"nonsense" * 1000)
    with pytest.raises(Exception, match="restore a backup"):
        health.chats_health(settings)


async def test_a_private_database_that_a_newer_program_has_changed(settings: Settings) -> None:
    with chats_of(settings) as chats:
        with chats.database.writing() as connection:
            connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        with pytest.raises(ChatsError, match="newer"):
            health.chats_health(settings)


async def test_digests_that_are_not_delivered(settings: Settings, tmp_path: Path) -> None:
    with chats_of(settings) as chats:
        assert health.digests_health(settings) == say("doctor-digests-ok", waiting=0, sent=0)
        due = datetime.now(UTC) - timedelta(minutes=20)
        row = {"key": "d:1", "kind": "digest", "chat_id": 1, "state": "queued", "due_at": due, "next_attempt_at": due}
        with chats.database.writing() as connection:
            connection.execute(deliveries.insert().values(**row))
        with pytest.raises(UnwellError, match="20 min"):
            health.digests_health(settings)


async def test_the_bot_that_runs_is_asked(
    judged: LocalBotApi, claims: Claimbot, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    socket, port = bind_unused_port()
    settings.health = HealthSettings(port=port)
    where = f"127.0.0.1:{port}"
    socket.close()
    assert await examined(health.health_health, settings) == say("doctor-health-idle", where=where)
    async with running(judged, claims, tmp_path, health=settings.health):
        assert await examined(health.health_health, settings) == say("doctor-health-ok", where=where)
        monkeypatch.setattr("bot.operation.server.KEPT_SECONDS", -1.0)
        monkeypatch.setattr("bot.operation.readings.MINUTE_SECONDS", -1.0)
        assert "scheduler" in await mended(health.health_health, settings)
    settings.health.port = None
    assert await examined(health.health_health, settings) == say("doctor-health-none")


async def test_ports(
    judged: LocalBotApi, claims: Claimbot, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert await examined(machine.ports_health, settings) == say("doctor-ports-none")
    sockets = [bind_unused_port() for _ in range(2)]
    (health_port, port) = (number for _, number in sockets)
    settings.health = HealthSettings(port=health_port)
    webhook = {"mode": "webhook", "webhook_url": ADDRESS, "port": port}
    settings.telegram = settings_for(judged, tmp_path, webhook).telegram
    with monkeypatch.context() as impatient:  # with what listens and never says a word
        for patience in ("SECONDS", "SLOWEST_SECONDS"):
            impatient.setattr(f"bot.operation.probe.{patience}", 0.2)
        for section in ("health", "telegram"):
            with pytest.raises(UnwellError, match=f"{section}.port"):
                taken = {"health": health_port, "telegram": port}[section]
                await asyncio.to_thread(machine._port_health, settings, section, "127.0.0.1", taken)
    for socket, _ in sockets:
        socket.close()
    free = [say("doctor-ports-free", where=f"127.0.0.1:{number}") for number in (health_port, port)]
    assert await examined(machine.ports_health, settings) == "; ".join(free)
    ours = [say("doctor-ports-ours", where=f"127.0.0.1:{number}") for number in (health_port, port)]
    async with running(judged, claims, tmp_path, telegram=webhook, health=settings.health):
        assert await examined(machine.ports_health, settings) == "; ".join(ours)


@pytest.mark.parametrize("listen", ["192.0.2.1", "no-machine-is-called.invalid"])  # no machine has that address or name
async def test_nobody_is_asked_at_an_address_of_another_machine(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, listen: str
) -> None:
    def ask(*_: object) -> bool:
        raise AssertionError("what cannot be here was asked, which may take long")

    monkeypatch.setattr("bot.operation.probe.is_claimbot", ask)
    settings.health = HealthSettings(port=80, listen=listen)
    said = await mended(machine.ports_health, settings)
    assert f"{listen}:80" in said
    assert "health.listen" in said


class Dribbling(RequestHandler):
    """Never comes to an end."""

    async def get(self) -> None:
        while True:
            self.write(" ")
            await self.flush()
            await asyncio.sleep(0.01)


async def test_an_answer_that_does_not_end_is_not_waited_for(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.operation.probe.SLOWEST_SECONDS", 0.2)
    socket, port = bind_unused_port()
    server = HTTPServer(Application([("/healthz", Dribbling)]))
    server.add_socket(socket)
    settings.health = HealthSettings(port=port)
    assert "ReadTimeout" in await mended(health.health_health, settings)
    server.stop()
    await server.close_all_connections()


async def test_what_listens_is_not_the_bot(judged: LocalBotApi, settings: Settings) -> None:
    settings.health = HealthSettings(port=int(judged.base_url.rsplit(":", 1)[1].split("/")[0]))
    assert "HTTP 404" in await mended(health.health_health, settings)


async def test_a_locked_database_is_told_of_by_the_process(
    judged: LocalBotApi, real_storage: Path, tmp_path: Path
) -> None:
    """The whole way as an operator goes it: `claimbot run`, a port, a log in JSON."""
    socket, port = bind_unused_port()
    socket.close()
    given = {"CLAIMBOT_HEALTH__PORT": str(port), "CLAIMBOT_LOG__FORMAT": "json"}
    settings = Settings(health=HealthSettings(port=port))
    async with process(judged, real_storage, tmp_path, **given) as started:
        await judged.answer(judged.tell(judged.user("Ann"), "/help"), seconds=60)
        with closing(sqlite3.connect(tmp_path / "chats.db")) as other:
            other.execute("BEGIN IMMEDIATE")
            assert "database" in await mended(health.health_health, settings)
            other.rollback()
        started.terminate()
        _, errors = await asyncio.wait_for(started.communicate(), 60)
    assert started.returncode == 0, errors
