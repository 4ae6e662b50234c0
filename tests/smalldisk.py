"""A disk so small that it can be filled, for one program: mounted where nobody else sees it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_MOUNT = 'mount -t tmpfs -o "size=$1k" none "$0" && shift && exec "$@"'


def run(program: str, folder: Path, kilobytes: int, *arguments: object) -> list[str]:
    """What a program prints that is told the folder of a small disk, and more; skips where none can be mounted."""
    folder.mkdir(exist_ok=True)
    python = (sys.executable, "-c", program, folder, *arguments)
    done = _mounted(folder, kilobytes, *python) if _can_mount(folder) else None
    if done is None:
        pytest.skip("no disk can be mounted here (unshare --map-root-user --mount)")
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def _can_mount(folder: Path) -> bool:
    return shutil.which("unshare") is not None and _mounted(folder, 100, "true").returncode == 0


def _mounted(folder: Path, kilobytes: int, *command: object) -> subprocess.CompletedProcess[str]:
    before = ("unshare", "--map-root-user", "--mount", "sh", "-c", _MOUNT, folder, kilobytes)
    run = [str(one) for one in (*before, *command)]
    return subprocess.run(run, check=False, capture_output=True, text=True, timeout=120)
