"""docs/operating.md: every command, setting, number and file that it names is one that there is."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import click
import pytest
import yaml

from bot import config
from bot.cli import main
from bot.operation.metrics import Metrics

from .conftest import ROOT
from .test_config import keys

PAGE = ROOT / "docs" / "operating.md"
TEXT = PAGE.read_text(encoding="utf-8")
BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)
FILES = {"config.toml", "claims.db", "chats.db", "forgotten.log", "metrics", "compose.yaml"}


def blocks(kind: str) -> list[str]:
    return [block[2] for block in BLOCK.finditer(TEXT) if block[1] == kind]


def commands() -> list[str]:
    """What is to be typed, and each `claimbot …` in the running text."""
    typed = [line for block in blocks("sh") for line in block.splitlines()]
    return typed + re.findall(r"`(claimbot [^`]+)`", BLOCK.sub("", TEXT))


def calls() -> list[list[str]]:
    """The words of each call of claimbot, from its command on."""
    found = []
    for line in commands():
        for part in line.split("|"):
            words = shlex.split(part, comments=True)
            at = [number for number, word in enumerate(words) if Path(word).name == "claimbot" and number < 5]
            if at and len(words) > at[-1] + 1 and words[at[-1] + 1] in main.commands:
                found.append(words[at[-1] + 1 :])
    return found


def test_its_commands_are_found() -> None:
    named = {words[0] for words in calls()}
    assert named >= {"init", "doctor", "backup", "restore", "run", "check", "load", "corrections"}
    unknown = set(re.findall(r"`claimbot (\w+)", TEXT)) - set(main.commands)
    assert unknown == set()


@pytest.mark.parametrize("words", calls(), ids=" ".join)
def test_each_command_takes_what_it_is_given(words: list[str]) -> None:
    command = main.commands[words[0]]
    with click.Context(command, resilient_parsing=True) as context:
        command.make_parser(context).parse_args(words[1:])


def test_each_setting_that_it_names_is_one() -> None:
    sections = set(config.Settings.model_fields)
    named = set(re.findall(rf"`((?:{'|'.join(sections)})\.\w+)`", TEXT)) - FILES
    assert len(named) > 10
    assert named <= keys(config.Settings)
    variables = set(re.findall(r"CLAIMBOT_([A-Z_]+?)__([A-Z_]+)", TEXT))
    assert {f"{section}.{key}".lower() for section, key in variables} <= keys(config.Settings)


@pytest.mark.parametrize("text", blocks("toml"))
def test_its_settings_can_be_read(text: str) -> None:
    config.parse(text)


def test_its_alarms_watch_what_is_counted() -> None:
    counted = {name for family in Metrics().registry.collect() for name in (family.name, f"{family.name}_total")}
    counted |= set(re.findall(r'"(claimbot_\w+)"', (ROOT / "bot" / "operation" / "metrics.py").read_text("utf-8")))
    (alarms,) = map(yaml.safe_load, blocks("yaml"))
    named = {name for alarm in alarms for name in re.findall(r"claimbot_\w+", alarm["expr"])}
    assert len(named) >= 3
    assert named <= counted


def test_every_check_of_health_is_explained() -> None:
    source = (ROOT / "bot" / "operation" / "readings.py").read_text(encoding="utf-8")
    checks = set(re.findall(r'Check\(\s*"(\w+)"', source))
    assert len(checks) >= 7
    assert set(re.findall(r"^\| `(\w+)` \|", TEXT, re.MULTILINE)) == checks


def test_its_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]*)(?:#[^)]*)?\)", TEXT):
        assert (PAGE.parent / target).exists(), target
    headings = {
        re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")
        for title in re.findall(r"^#+ (.+)$", TEXT, re.MULTILINE)
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", TEXT)) <= headings


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
def test_workers_are_instances_with_ports_of_their_own(tmp_path: Path) -> None:
    (made,) = [line for line in commands() if line.startswith("printf '[Service]")]
    written = subprocess.run(made.partition("|")[0], shell=True, capture_output=True, text=True, check=True).stdout
    unit = (
        (ROOT / "deploy" / "claimbot.service")
        .read_text(encoding="utf-8")
        .replace("/opt/claimbot/bin/claimbot", "/bin/sh")
    )
    (tmp_path / "claimbot@.service").write_text(f"{unit}\n{written}", encoding="utf-8")
    verified = ["systemd-analyze", "verify", "--man=no", str(tmp_path / "claimbot@.service")]
    found = subprocess.run(verified, capture_output=True, text=True, check=False)
    assert (found.returncode, "claimbot@" in found.stderr) == (0, False), found.stderr
    environment = re.search(r"Environment=(.+)", written)
    assert environment
    ports = dict(pair.split("=") for pair in environment[1].replace("%i", "8081").split())
    assert ports == {"CLAIMBOT_TELEGRAM__PORT": "8081", "CLAIMBOT_HEALTH__PORT": "18081"}
