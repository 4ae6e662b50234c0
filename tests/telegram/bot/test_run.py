"""`claimbot run` as a process: start, stop, a second instance, a wrong token, and what reaches the log."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.app import chats_of
from bot.telegram.server import LocalBotApi
from tests.conftest import settings_for

pytestmark = pytest.mark.anyio

TEXT = "how many Russian soldiers have been killed"
MAIN = "from bot.cli import main; main()"


@asynccontextmanager
async def process(
    server: LocalBotApi, storage: Path, chats: Path, *options: str, **environment: str
) -> AsyncIterator[Process]:
    """The program, ended after the test."""
    variables = {
        "CLAIMBOT_TELEGRAM__TOKEN": server.token,
        "CLAIMBOT_TELEGRAM__BASE_URL": server.base_url,
        "CLAIMBOT_TELEGRAM__BASE_FILE_URL": server.base_file_url,
        "CLAIMBOT_STORAGE__DIRECTORY": str(storage),
        "CLAIMBOT_STORAGE__CHATS_URL": f"sqlite:///{chats / 'chats.db'}",
        "LC_ALL": "C.UTF-8",
    }
    started = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", MAIN, "run", *options),
        env={**os.environ, **variables, **environment},
        stdout=PIPE,
        stderr=PIPE,
    )
    try:
        yield started
    finally:
        if started.returncode is None:
            started.kill()
        await started.wait()


async def ended(started: Process, seconds: float = 60) -> tuple[int, str]:
    """The exit status and all that was printed."""
    printed, errors = await asyncio.wait_for(started.communicate(), seconds)
    assert started.returncode is not None
    return started.returncode, (printed + errors).decode()


async def test_sigterm_answers_what_was_received_and_keeps_the_token_out_of_the_log(
    judged: LocalBotApi, real_storage: Path, tmp_path: Path
) -> None:
    ann = judged.user("Zelda")
    async with process(judged, real_storage, tmp_path, "--log", "debug") as started:
        first = judged.tell(ann, TEXT)
        await judged.answer(first, seconds=60)
        judged.faults.late("sendMessage", seconds=1)
        last = judged.tell(ann, "/help")
        await judged.until(lambda: len(judged.sent_after(last)) == 1)
        started.send_signal(signal.SIGTERM)
        status, printed = await ended(started)
    assert (status, judged.updates_waiting) == (0, 0), printed
    assert "claims_bot" in printed
    assert judged.token not in printed
    assert judged.token.partition(":")[2] not in printed
    assert TEXT not in printed
    assert "Zelda" not in printed


async def test_a_second_instance_ends_with_a_clear_message(
    judged: LocalBotApi, real_storage: Path, tmp_path: Path
) -> None:
    async with process(judged, real_storage, tmp_path) as first:
        await judged.answer(judged.tell(judged.user("Ann"), "/help"), seconds=60)
        async with process(judged, real_storage, tmp_path) as second:
            done, _ = await asyncio.wait(
                [asyncio.create_task(ended(one, 60)) for one in (first, second)], return_when=asyncio.FIRST_COMPLETED
            )
            status, printed = done.pop().result()
    assert status == 2
    assert "Another program fetches the messages of this bot" in printed
    assert "Traceback" not in printed


@pytest.mark.parametrize(
    ("variable", "value", "said", "with_status"),
    [
        ("CLAIMBOT_TELEGRAM__TOKEN", "123456789:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "does not know this token", 2),
        ("CLAIMBOT_TELEGRAM__BASE_URL", "http://127.0.0.1:9/bot", "cannot be reached at http://127.0.0.1:9/bot", 75),
        ("CLAIMBOT_STORAGE__CHATS_URL", "postgresql://a@127.0.0.1:9/b", "check that the server runs", 75),
        ("CLAIMBOT_STORAGE__CHATS_URL", "nonsense://x", "storage.chats_url", 2),
        ("CLAIMBOT_TELEGRAM__MODE", "webhook", "webhook_url", 2),
    ],
)
async def test_what_cannot_work_is_said_in_a_line(
    judged: LocalBotApi, real_storage: Path, tmp_path: Path, *, variable: str, value: str, said: str, with_status: int
) -> None:
    async with process(judged, real_storage, tmp_path, **{variable: value}) as started:
        status, printed = await ended(started, 60)
    assert (status, said in printed) == (with_status, True), printed
    assert "Unclosed" not in printed
    assert "Traceback" not in printed
    assert value not in printed or "TOKEN" not in variable


async def test_without_a_token_it_says_how_to_get_one_and_how_to_try(judged: LocalBotApi, tmp_path: Path) -> None:
    started = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", MAIN, "run"),
        env={**os.environ, "CLAIMBOT_STORAGE__DIRECTORY": str(tmp_path), "LC_ALL": "C.UTF-8"},
        stdout=PIPE,
        stderr=PIPE,
    )
    status, printed = await ended(started)
    assert status == 2
    assert "@BotFather" in printed
    assert "claimbot chat" in printed
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "remedy"), [("chats.db", "claimbot restore FILE"), ("claims.db", "load the claim package again")]
)
async def test_a_damaged_database_is_found_at_the_start(
    judged: LocalBotApi, real_storage: Path, tmp_path: Path, name: str, remedy: str
) -> None:
    """Also in pages that nobody would read for a long time."""
    with chats_of(settings_for(tmp_path)) as chats:
        for number in range(500):
            chats.set_language(number, "uk")
    shutil.copy(real_storage / "claims.db", tmp_path)
    content = bytearray((tmp_path / name).read_bytes())
    page = len(content) // 4096 * 2 // 3 * 4096
    content[page : page + 4096] = b"\xff" * 4096
    (tmp_path / name).write_bytes(content)
    async with process(judged, tmp_path, tmp_path) as started:
        status, said = await ended(started)
    assert status == 2
    assert f"{tmp_path / name}: the " in said and "damaged" in said and remedy in said
