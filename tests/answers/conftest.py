"""What tests of answers share: the earthquake, the same with two parties, and the shipped claims, each in a store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.asking import database_path
from bot.claims.database.store import Store
from tests.answers.asking import loaded
from tests.claims.package_edits import add, change
from tests.conftest import QUAKE, settings_for


@pytest.fixture(scope="session")
def quake(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with loaded(QUAKE, tmp_path_factory.mktemp("quake") / "claims.db") as store:
        yield store


@pytest.fixture(scope="session")
def real(real_storage: Path) -> Iterator[Store]:
    with Store.open(database_path(settings_for(real_storage))) as store:
        yield store


@pytest.fixture
def two_sides(small_package: Path) -> Path:
    """The earthquake with two parties, the shores, each with a council that counts, and a report without a date."""
    (small_package / "parties.csv").write_text(
        "id,name_en,name_uk,name_ru,side,adjective_en,adjective_uk,adjective_ru\n"
        "east,East Shore,Східний берег,Восточный берег,,,,\n"
        "west,West Shore,Західний берег,Западный берег,,,,\n",
        encoding="utf-8",
    )
    for party in ("east", "west"):
        change(small_package, "populations.csv", f"{party}-shore-people", party=party)
        add(
            small_package,
            "claimants.csv",
            "disaster-agency",
            id=f"{party}-council",
            name_en=f"Council of the {party}",
            name_uk=f"Рада {party}",
            name_ru=f"Совет {party}",
            party=party,
            aliases="",
        )
    add(small_package, "sources.csv", "relief-digest-2024-06", id="undated", published="", via="")
    return small_package
