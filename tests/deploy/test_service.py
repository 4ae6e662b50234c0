"""The unit of systemd: understood as it stands, and shut in as far as its own judge asks for."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import main
from tests.conftest import ROOT

UNIT = ROOT / "deploy" / "claimbot.service"
PROGRAM = "/opt/claimbot/bin/claimbot"
MOST_EXPOSED = 15  # tenths, of 100: what is left is the network, and the system's own files to read

needs_systemd = pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")


def analysed(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["systemd-analyze", *arguments], capture_output=True, text=True, check=False)


@needs_systemd
def test_systemd_understands_every_line(tmp_path: Path) -> None:
    unit = tmp_path / UNIT.name
    unit.write_text(UNIT.read_text(encoding="utf-8").replace(PROGRAM, sys.executable), encoding="utf-8")
    found = analysed("verify", "--man=no", str(unit))
    assert found.returncode == 0, found.stderr
    assert UNIT.name not in found.stdout + found.stderr  # where it would name what it does not know


@needs_systemd
def test_it_is_shut_in() -> None:
    found = analysed("security", "--offline=true", "--no-pager", f"--threshold={MOST_EXPOSED}", str(UNIT))
    assert found.returncode == 0, found.stdout + found.stderr


def test_it_runs_a_command_that_there_is() -> None:
    (line,) = re.findall(r"^ExecStart=(.+)$", UNIT.read_text(encoding="utf-8"), re.MULTILINE)
    program, command, *options = shlex.split(line)
    assert program == PROGRAM
    known = {name for parameter in main.commands[command].params for name in parameter.opts}
    assert {option for option in options if option.startswith("-")} <= known
