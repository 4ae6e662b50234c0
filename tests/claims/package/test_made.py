"""What a series makes reads as rows of the tables do, to whoever checks, writes and compares them."""

from __future__ import annotations

import copy
import json

import pytest

from bot.claims.package.made import Made, MadeClaim
from bot.claims.package.reader import Package, read_package
from bot.claims.tables import AppearanceRow, ClaimRow
from tests.conftest import QUAKE


@pytest.fixture(scope="module")
def package() -> Package:
    return read_package(QUAKE)


@pytest.mark.parametrize("model", [ClaimRow, AppearanceRow])
def test_a_made_row_is_as_if_it_had_been_typed(package: Package, model: type[ClaimRow | AppearanceRow]) -> None:
    made = [row for row in package.rows(model) if isinstance(row, Made)]
    assert made
    for row in made:
        stated = row.model_dump(mode="json")
        typed = model.model_validate_json(json.dumps(stated))
        assert json.dumps(typed.model_dump(mode="json")) == json.dumps(stated)  # the order of columns too
        assert {name: getattr(row, name) for name in model.model_fields} == dict(typed)
        assert not package.is_typed(row)
        assert row.model_dump(exclude={"claim"}) == typed.model_dump(mode="json", exclude={"claim"})


def test_a_made_claim_has_its_prints(package: Package) -> None:
    printed = [row for row in package.rows(AppearanceRow) if isinstance(row, Made)]
    claims = [row for row in package.rows(ClaimRow) if isinstance(row, MadeClaim)]
    assert [one for claim in claims for one in claim.prints] == printed
    assert all(one.claim == claim.id for claim in claims for one in claim.prints)


def test_a_made_row_lacks_what_its_table_lacks(package: Package) -> None:
    claim = next(row for row in package.rows(ClaimRow) if isinstance(row, Made))
    with pytest.raises(AttributeError):
        _ = claim.no_such_column
    assert copy.copy(claim).id == claim.id
