"""What tests of every part share: the shipped package, and a small one about another subject."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.claims.package import Package, read_package

ROOT = Path(__file__).parents[1]
DATA = ROOT / "data"
QUAKE = ROOT / "tests" / "packages" / "quake"


@pytest.fixture(scope="session")
def real_package() -> Package:
    """The shipped package, read once."""
    return read_package(DATA)


@pytest.fixture
def small_package(tmp_path: Path) -> Path:
    """The folder of a copy of the earthquake package, free to be edited."""
    return Path(shutil.copytree(QUAKE, tmp_path / "quake"))
