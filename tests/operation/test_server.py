"""/healthz and /metrics of the running bot, over HTTP; and the dashboard, which draws nothing that is not told."""

from __future__ import annotations

import asyncio
import json
import re
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.asking import Claimbot
from bot.config import HealthSettings, LimitsSettings
from bot.operation.server import CannotListenError
from bot.telegram.server import LocalBotApi, User
from tests.conftest import ROOT
from tests.telegram.bot.running import Running, asked, running

pytestmark = pytest.mark.anyio

DASHBOARD = ROOT / "deploy" / "grafana.json"
QUESTION = "how many Russian soldiers have been killed"
NAME = re.compile(r"\b(?:claimbot|process|python)_\w+")


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
async def watched(judged: LocalBotApi, claims: Claimbot, tmp_path: Path, port: int) -> AsyncIterator[Running]:
    """The bot with the port open, and little patience with those who ask too often."""
    given = {"health": HealthSettings(port=port), "limits": LimitsSettings(user_per_minute=3)}
    async with running(judged, claims, tmp_path, **given) as started:
        yield started


@pytest.fixture
async def http(watched: Running, port: int) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
        yield client


async def numbers(http: httpx.AsyncClient) -> dict[str, float]:
    """Every number, by its name and labels."""
    page = await http.get("/metrics")
    assert page.status_code == 200
    return {
        f"{sample.name}{''.join(f',{value}' for value in sample.labels.values())}": sample.value
        for family in text_string_to_metric_families(page.text)
        for sample in family.samples
    }


async def test_a_healthy_bot(http: httpx.AsyncClient) -> None:
    answer = await http.get("/healthz")
    assert answer.status_code == 200
    told = answer.json()
    assert told["status"] == "ok"
    assert set(told["checks"]) == {"database", "claims", "package", "scheduler", "telegram", "outbox", "disk"}
    assert all(check["status"] in {"ok", "warning"} for check in told["checks"].values())


async def test_a_bot_that_cannot_reach_telegram_says_503(
    watched: Running, http: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    for limit in ("FETCH_SECONDS", "MINUTE_SECONDS"):
        monkeypatch.setattr(f"bot.operation.readings.{limit}", -1.0)
    answer = await http.get("/healthz")
    assert answer.status_code == 503
    failed = {name for name, check in answer.json()["checks"].items() if check["status"] == "failed"}
    assert failed == {"scheduler", "telegram"}


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/", 404), ("GET", "/metrics/x", 404), ("POST", "/metrics", 405), ("DELETE", "/healthz", 405)],
)
async def test_there_is_nothing_else(http: httpx.AsyncClient, method: str, path: str, status: int) -> None:
    answer = await http.request(method, path)
    assert (answer.status_code, answer.text) == (status, str(status))
    assert "server" not in answer.headers


async def test_many_who_ask_at_once_cost_one_look(
    watched: Running, http: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = []
    monkeypatch.setattr("bot.operation.readings.outbox_reading", lambda *_: looks.append(1))
    monkeypatch.setattr("bot.operation.server.KEPT_SECONDS", 1000.0)
    await asyncio.gather(*(http.get("/healthz") for _ in range(20)))
    assert len(looks) == 1


async def test_what_happens_is_counted(  # noqa: PLR0917
    judged: LocalBotApi,
    watched: Running,
    http: httpx.AsyncClient,
    ann: User,
    ben: User,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.telegram.send.PAUSES", (0.0, 0.0, 0.0))
    judged.faults.fails("sendMessage", code=502, times=1)
    await asked(judged, ann, QUESTION)
    await asked(judged, ann, "flurb gnarp blix")
    await judged.searched(ben, QUESTION)

    def fail(*_: object) -> None:
        raise KeyError(QUESTION)

    monkeypatch.setattr(watched.edge.conversation, "topics", fail)
    await asked(judged, ann, "/topics")
    for _ in range(3):
        judged.tell(ann, "/help")
    await judged.settled()
    counted = await numbers(http)
    assert counted["claimbot_updates_total,message"] == 6
    assert counted["claimbot_updates_total,inline_query"] == 1
    assert counted["claimbot_update_seconds_count,message"] == 6
    assert counted["claimbot_answers_total,answered"] == 1
    assert counted["claimbot_answers_total,not-understood"] == 1
    assert counted["claimbot_repeats_total,network"] == 1
    assert counted["claimbot_incidents_total,KeyError"] == 1
    assert counted["claimbot_limited_total"] >= 1
    assert counted["claimbot_calls_total,done"] >= 4
    assert counted["claimbot_updates_in_hand"] == 0
    assert counted["claimbot_check,database"] == 1
    assert counted["claimbot_claims"] == watched.edge.conversation.desk.store.meta.total
    assert counted["claimbot_outbox,queued"] == 0
    assert counted["claimbot_fetched_timestamp_seconds"] > 0


async def test_a_port_that_is_taken_is_said(judged: LocalBotApi, claims: Claimbot, tmp_path: Path, port: int) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        async with running(judged, claims, tmp_path, health=HealthSettings(port=port)) as bot:
            assert isinstance(await bot.died(), CannotListenError)


async def test_every_number_of_the_dashboard_is_told(
    judged: LocalBotApi, watched: Running, http: httpx.AsyncClient
) -> None:
    shown = set(NAME.findall(DASHBOARD.read_text()))
    page = (await http.get("/metrics")).text
    told = set(NAME.findall(page))
    told |= {f"{name}_{part}" for name in told for part in ("total", "bucket", "sum", "count")}
    assert len(shown) > 10
    assert shown - told == set()


def test_the_dashboard_names_its_source_by_a_variable() -> None:
    board = json.loads(DASHBOARD.read_text())
    panels = [panel for panel in board["panels"] if panel["type"] != "row"]
    assert {panel["datasource"]["uid"] for panel in panels} == {"${source}"}
    assert len({panel["id"] for panel in panels}) == len(panels)
    assert all(panel["title"] and panel["targets"] for panel in panels)
