"""What the benchmarks measure is a package as any other."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.claims.checks.check import check
from bot.claims.database.selection import Selection
from bot.claims.database.store import Store
from bot.claims.package.reader import read_package
from tests.benchmarks.growing import evenly, grow, standing_topics
from tests.conftest import QUAKE


@pytest.mark.parametrize("figures", [1_000, 4_321])
def test_a_package_grows_to_as_many_figures_as_asked_for_without_a_fault(tmp_path: Path, figures: int) -> None:
    package = read_package(QUAKE)
    before = standing_topics(package)
    wanted = evenly(package, figures)
    grown = read_package(grow(package, tmp_path / "grown", wanted))
    assert [problem for problem in check(grown) if problem.is_error] == []
    with Store.open(tmp_path / "claims.db") as store:
        store.load(grown, by="test")
        assert store.meta.total == figures
        for topic, more in wanted.items():
            assert store.find.total(Selection(topic)) == before[topic] + more
