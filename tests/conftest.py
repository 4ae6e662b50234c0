"""What tests of every part share: the shipped package, a small one about another subject, empty databases."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import URL

from bot.asking import Claimbot, open_claimbot
from bot.chats.chats import file_url
from bot.claims.package.reader import Package, read_package
from bot.config import ClaimsSettings, Settings, StorageSettings
from tests import postgres

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


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[URL]:
    reason = postgres.missing()
    if reason:
        pytest.skip(reason)
    with postgres.server() as url:
        yield url


@pytest.fixture
def postgres_url(postgres_server: URL) -> URL:
    postgres.empty(postgres_server)
    return postgres_server


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> URL:
    """The address of an empty database."""
    if request.param == "sqlite":
        return file_url(tmp_path / "storage")
    return request.getfixturevalue("postgres_url")


def settings_for(directory: Path, package: Path = DATA) -> Settings:
    """Settings that keep everything inside a directory."""
    return Settings(storage=StorageSettings(directory=directory), claims=ClaimsSettings(package=package))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Options of single tests."""
    parser.addoption("--rewrite-readme", action="store_true", help="put what the README's commands print into it")
