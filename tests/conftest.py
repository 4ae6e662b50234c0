"""What tests of every part share: the shipped package, a small one about another subject, empty databases."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from filelock import FileLock
from sqlalchemy import URL

from bot.asking import Claimbot, database_path, open_claimbot
from bot.chats.chats import file_url
from bot.claims.package.reader import Package, read_package
from bot.config import ClaimsSettings, Settings, StorageSettings
from tests import postgres

ROOT = Path(__file__).parents[1]
DATA = ROOT / "data"
QUAKE = ROOT / "tests" / "packages" / "quake"

Loaded = Callable[[Path, Path], Settings]  # storage directory, package: see the fixture

# Begun first, in this order, as the run would wait for them at its end: programs, waits, and the most work.
LONGEST = [
    *("proofs/test_workers.py", "proofs/test_soak.py", "telegram/bot/test_run.py", "test_wheel.py", "test_symmetry.py"),
    *("proofs", "security/test_patterns.py", "telegram/bot", "security", "operation", "conversation", "answers"),
]


@pytest.fixture(scope="session")
def real_package() -> Package:
    """The shipped package, read once."""
    return read_package(DATA)


@pytest.fixture
def small_package(tmp_path: Path) -> Path:
    """The folder of a copy of the earthquake package, free to be edited."""
    return Path(shutil.copytree(QUAKE, tmp_path / "quake"))


@pytest.fixture(scope="session")
def quake_storage(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A storage directory with the database of the earthquake package."""
    make = partial(settings_for, package=QUAKE)
    return made_once(tmp_path_factory, "quake", lambda folder: open_claimbot(make(folder)).store.close())


@pytest.fixture
def quake_loaded(quake_storage: Path) -> Loaded:
    """Settings for a storage directory and a copy of the earthquake package, which is loaded there already.

    To load it, and to make its words, takes two seconds, which a copy of the file does not.
    """

    def loaded(storage: Path, package: Path) -> Settings:
        settings = settings_for(storage, package)
        storage.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(database_path(settings_for(quake_storage, QUAKE)), database_path(settings))
        return settings

    return loaded


@pytest.fixture(scope="session")
def real_storage(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A storage directory with the database of the shipped package."""
    return made_once(tmp_path_factory, "storage", lambda folder: open_claimbot(settings_for(folder)).store.close())


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


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A copy of a folder which the first worker that needs it makes for all."""
    base = factory.getbasetemp()
    shared = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / f"shared-{name}"
    with FileLock(f"{shared}.lock"):
        if not shared.exists():
            make(making := factory.mktemp(name))
            making.rename(shared)
    return Path(shutil.copytree(shared, factory.mktemp(name) / name))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Options of single tests."""
    parser.addoption("--rewrite-readme", action="store_true", help="put what the README's commands print into it")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Half as many again as there are cores: many tests wait for a program or a clock."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return cores + cores // 2


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=place_in_order)


def place_in_order(item: pytest.Item) -> int:
    file = item.path.relative_to(ROOT / "tests").as_posix()
    return next((place for place, long in enumerate(LONGEST) if file.startswith(long)), len(LONGEST))


def pytest_collection_finish() -> None:
    """What was imported stays: the collector of garbage need not look through it again and again."""
    gc.collect()
    gc.freeze()
