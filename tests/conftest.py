"""What tests of every part share: the shipped package, and a small one about another subject."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.asking import Claimbot, open_claimbot
from bot.claims.package.reader import Package, read_package
from bot.config import ClaimsSettings, Settings, StorageSettings

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


@pytest.fixture(scope="session")
def real_storage(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A storage directory with the database of the shipped package, built once."""
    directory = tmp_path_factory.mktemp("storage")
    open_claimbot(settings_for(directory)).store.close()
    return directory


@pytest.fixture
def real_claimbot(real_storage: Path) -> Iterator[Claimbot]:
    """The shipped package, ready to answer."""
    claimbot = open_claimbot(settings_for(real_storage))
    yield claimbot
    claimbot.store.close()


def settings_for(directory: Path, package: Path = DATA) -> Settings:
    """Settings that keep everything inside a directory."""
    return Settings(storage=StorageSettings(directory=directory), claims=ClaimsSettings(package=package))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Options of single tests."""
    parser.addoption("--rewrite-readme", action="store_true", help="put what the README's commands print into it")
