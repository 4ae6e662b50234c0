"""The installed command works from any folder, with the claims inside the `bot` package."""

import asyncio
import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from bot.telegram.server import LocalBotApi

from .conftest import ROOT

COMMAND = [
    *(sys.executable, "-c"),
    "import bot, sys; print(bot.__file__, file=sys.stderr); from bot.cli import main; main()",
]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing but the wheel's content."""
    wheels = tmp_path_factory.mktemp("wheel")
    target = tmp_path_factory.mktemp("site")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(wheels), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = wheels.glob("*.whl")
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(target), str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    return target


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


def ran(installed: Path, folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The installed command, run in a folder; where it was found is the first line of its errors."""
    options = called(installed, folder, environment)
    return subprocess.run([*COMMAND, *arguments], **options, capture_output=True, text=True, check=False)


@contextmanager
def started(installed: Path, folder: Path, *arguments: str, **environment: str) -> Iterator[subprocess.Popen[bytes]]:
    """The same as a program that goes on running, ended after the test."""
    options = called(installed, folder, environment)
    with subprocess.Popen([*COMMAND, *arguments], **options, stderr=subprocess.DEVNULL) as program:
        try:
            yield program
        finally:
            program.kill()


def called(installed: Path, folder: Path, environment: dict[str, str]) -> dict[str, Any]:
    where = {"PYTHONPATH": str(installed), "CLAIMBOT_STORAGE__DIRECTORY": str(folder / "storage"), "LC_ALL": "C.UTF-8"}
    return {"cwd": folder, "env": {**os.environ, **where, **environment}}


def fetched(url: str) -> tuple[int, dict[str, Any]]:
    """The status and the JSON of an answer."""
    try:
        with urlopen(url, timeout=30) as answer:
            return answer.status, json.load(answer)
    except HTTPError as error:
        return error.code, json.load(error)


def test_the_claims_are_inside(installed: Path) -> None:
    assert (installed / "bot" / "data" / "datapackage.json").is_file()
    assert not list((installed / "bot" / "data").rglob("*.py"))


def test_everything_that_is_read_at_run_time_is_inside(installed: Path) -> None:
    """All that stands beside the modules in the checkout: texts, migrations, cities, words."""
    beside = {
        file.relative_to(ROOT)
        for package in ("bot", "handlers")
        for file in (ROOT / package).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts and "data" not in file.relative_to(ROOT).parts
    }
    kinds = {file.suffix for file in beside}
    assert {".py", ".ftl", ".toml", ".gz", ".mako", ".txt"} <= kinds
    assert [str(file) for file in sorted(beside) if not (installed / file).is_file()] == []
    packaged = {file.relative_to(ROOT / "data") for file in (ROOT / "data").rglob("*") if file.is_file()}
    assert [str(file) for file in sorted(packaged) if not (installed / "bot" / "data" / file).is_file()] == []


def test_nothing_else_is_inside(installed: Path) -> None:
    (information,) = installed.glob("claimbot-*.dist-info")
    assert {entry.name for entry in installed.iterdir()} == {"bot", "handlers", "bin", information.name}
    assert list(information.rglob("LICENSE"))
    assert not [file for file in installed.rglob("*") if file.suffix in {".db", ".log"} or file.name == "config.toml"]


def test_it_answers_from_any_folder(installed: Path, tmp_path: Path) -> None:
    done = ran(installed, tmp_path, "ask", "--json", "how many Russian soldiers killed")
    assert str(installed) in done.stderr
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["status"] == "answered"


@pytest.mark.anyio
async def test_a_bot_begins_and_is_well_with_nothing_but_the_wheel(
    installed: Path, real_storage: Path, tmp_path: Path
) -> None:
    """As docs/operating.md has it: init, doctor, run, /healthz."""
    async with LocalBotApi() as server:
        given = {
            "CLAIMBOT_TELEGRAM__BASE_URL": server.base_url,
            "CLAIMBOT_STORAGE__DIRECTORY": str(real_storage),
            "CLAIMBOT_STORAGE__CHATS_URL": f"sqlite:///{tmp_path}/chats.db",
        }
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        options = ["--no-input", "--token", server.token, "--health-port", str(port)]
        begun = await asyncio.to_thread(ran, installed, tmp_path, "init", *options, **given)
        assert begun.returncode == 0, begun.stderr
        with started(installed, tmp_path, "run", **given) as program:
            answered = server.tell(server.user("Ann"), "how many Russian soldiers killed")
            await server.answer(answered, seconds=60)
            status, said = await asyncio.to_thread(fetched, f"http://127.0.0.1:{port}/healthz")
            doctor = await asyncio.to_thread(ran, installed, tmp_path, "doctor", **given)
            program.terminate()
            assert await asyncio.to_thread(program.wait, 60) == 0
    assert (status, said["status"]) == (200, "ok"), said
    assert doctor.returncode == 0, doctor.stdout


def test_settings_are_written_with_nothing_but_the_wheel(installed: Path, tmp_path: Path) -> None:
    done = ran(installed, tmp_path, "init", "--no-input", "--name", "The Example newsroom")
    assert done.returncode == 0, done.stderr
    example = (ROOT / "config.example.toml").read_text(encoding="utf-8")
    written = (tmp_path / "config.toml").read_text(encoding="utf-8")
    assert len(written.splitlines()) == len(example.splitlines())
    assert 'name = "The Example newsroom"' in written
