"""The image and what is composed of it, as far as they can be looked at without an engine of containers."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from fnmatch import fnmatch
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import PurePosixPath
from threading import Thread
from typing import Any

import pytest
import yaml

from bot import config
from tests.conftest import ROOT

DOCKERFILE = ROOT / "deploy" / "Dockerfile"
IGNORED = ROOT / "deploy" / "Dockerfile.dockerignore"
COMPOSE = ROOT / "deploy" / "compose.yaml"


def steps() -> list[tuple[str, str]]:
    """The instructions of the Dockerfile with their arguments."""
    lines = [line for line in DOCKERFILE.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    joined = re.sub(r"\\\n\s*", " ", "\n".join(lines))
    return [(word, rest) for word, _, rest in (line.partition(" ") for line in joined.splitlines())]


def last(instruction: str) -> str:
    return [rest for word, rest in steps() if word == instruction][-1]


def composed() -> dict[str, Any]:
    services: dict[str, Any] = yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))
    return services


@contextmanager
def answering(status: int) -> Iterator[int]:
    """A server that answers /healthz so; its port."""

    class Health(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status if self.path == "/healthz" else 404)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Health) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def test_it_runs_as_nobody_in_particular_from_files_that_are_roots() -> None:
    assert int(last("USER")) >= 1000
    assert f"--uid {last('USER')}" in last("RUN")
    assert not any("--chown" in rest for word, rest in steps() if word == "COPY")
    assert (json.loads(last("ENTRYPOINT")), json.loads(last("CMD"))) == (["claimbot"], ["run"])


@pytest.mark.parametrize(("status", "well"), [(200, True), (503, False)])
def test_its_health_check_asks_healthz(status: int, well: bool) -> None:
    command = json.loads(last("HEALTHCHECK").partition("CMD ")[2])
    with answering(status) as port:
        done = subprocess.run(
            [sys.executable, *command[1:]],
            env={**os.environ, "CLAIMBOT_HEALTH__PORT": str(port)},
            capture_output=True,
            check=False,
        )
    assert command[0] == "python"
    assert (done.returncode == 0) is well


def test_its_settings_are_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in re.findall(r"(CLAIMBOT_\w+)=(\S+)", last("ENV")):
        monkeypatch.setenv(name, value)
    settings = config.parse("")
    assert str(settings.storage.directory) == last("VOLUME")
    assert {str(settings.telegram.port), str(settings.health.port)} == set(last("EXPOSE").split())


def test_what_is_built_from_is_sent_to_the_engine_and_nothing_private() -> None:
    lines = IGNORED.read_text(encoding="utf-8").splitlines()
    let_in = {line[1:] for line in lines if line.startswith("!")}
    assert "*" in lines
    assert all((ROOT / name).exists() for name in let_in)
    assert {"bot", "handlers", "data", "pyproject.toml", config.EXAMPLE, "README.md", "LICENSE"} <= let_in
    kept_out = [line.removeprefix("**/") for line in lines if line.startswith("**/")]
    for private in ("chats.db", "chats.db-wal", "claims.db-shm"):
        assert any(fnmatch(private, pattern) for pattern in kept_out)


def test_the_composed_bot_has_no_rights_and_is_shown_to_nobody() -> None:
    bot = composed()["services"]["bot"]
    assert (bot["read_only"], bot["cap_drop"]) == (True, ["ALL"])
    assert all(port.startswith("127.0.0.1:") for port in bot["ports"])
    written = {volume.partition(":")[2] for volume in bot["volumes"]} | {one.partition(":")[0] for one in bot["tmpfs"]}
    cache = re.search(r"MPLCONFIGDIR=(\S+)", last("ENV"))
    assert cache
    for folder in (last("VOLUME"), cache[1]):
        assert written & {str(one) for one in (PurePosixPath(folder), *PurePosixPath(folder).parents)}


def test_the_composed_database_is_reached_by_the_bot_alone() -> None:
    compose = composed()
    database = compose["services"]["database"]
    assert "ports" not in database
    assert [compose["networks"][name]["internal"] for name in database["networks"]] == [True]
    assert "inside" in compose["services"]["bot"]["networks"]
    assert compose["services"]["bot"]["depends_on"]["database"]["condition"] == "service_healthy"
    assert "healthcheck" in database


def test_its_composed_settings_are_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    compose = composed()
    given = compose["services"]["bot"]["environment"]
    for name, value in given.items():
        monkeypatch.setenv(name, re.sub(r"\$\{\w+:\?[^}]*\}", "1:word", value))
    database = compose["services"]["database"]["environment"]
    url = config.parse("").storage.chats_url
    assert url is not None
    named = f"{database['POSTGRES_USER']}:1:word@database/{database['POSTGRES_DB']}"
    assert url.get_secret_value() == f"postgresql://{named}"
    for key in re.findall(r"# (CLAIMBOT_\w+): (.+)", COMPOSE.read_text(encoding="utf-8")):
        monkeypatch.setenv(key[0], yaml.safe_load(key[1]))
    assert config.parse("").operator.chats == [123456789]
