from __future__ import annotations

import json
from pathlib import Path

import frictionless
import pytest

from bot.claims.package.datapackage import FILE_NAME, generated, table_schema, write_schemas
from bot.claims.tables import TABLES, AppearanceRow, ClaimRow, Population, Row
from tests.conftest import DATA, QUAKE

PACKAGES = pytest.mark.parametrize("root", [QUAKE, DATA], ids=["quake", "data"])


@PACKAGES
def test_the_schemas_are_those_of_the_models(root: Path) -> None:
    assert (root / FILE_NAME).read_text(encoding="utf-8") == generated(root)


@PACKAGES
def test_frictionless_finds_nothing(root: Path) -> None:
    report = frictionless.validate(str(root / FILE_NAME))
    assert report.flatten(["name", "rowNumber", "fieldName", "message"]) == []


def test_writing_schemas_twice_changes_nothing(small_package: Path) -> None:
    path = small_package / FILE_NAME
    head = json.loads(path.read_text(encoding="utf-8"))
    del head["resources"]
    path.write_text(json.dumps(head), encoding="utf-8")
    assert write_schemas(small_package)
    assert not write_schemas(small_package)
    assert path.read_text(encoding="utf-8") == (QUAKE / FILE_NAME).read_text(encoding="utf-8")


@pytest.mark.parametrize("model", TABLES, ids=lambda model: model.table)
def test_a_schema_has_the_columns_of_the_model(model: type[Row]) -> None:
    assert [field["name"] for field in table_schema(model)["fields"]] == list(model.model_fields)


def _field(model: type[Row], name: str) -> dict[str, object]:
    found: dict[str, object] = next(field for field in table_schema(model)["fields"] if field["name"] == name)
    return found


def test_kinds_of_columns() -> None:
    assert _field(ClaimRow, "said_on")["type"] == "date"
    assert _field(ClaimRow, "low") == {"name": "low", "type": "integer", "constraints": {"minimum": 0}}
    assert _field(ClaimRow, "as_of_inferred")["type"] == "boolean"
    assert "at-least" in _field(ClaimRow, "qualifier")["constraints"]["enum"]  # type: ignore[index]
    assert _field(ClaimRow, "claimant")["constraints"]["required"] is True  # type: ignore[index]
    assert "constraints" not in _field(Population, "group")


def test_references_that_a_file_alone_can_resolve() -> None:
    foreign = {key["fields"]: key["reference"] for key in table_schema(Population)["foreignKeys"]}
    assert foreign["parent"] == {"resource": "", "fields": "id"}
    assert foreign["party"] == {"resource": "parties", "fields": "id"}
    assert "claim" not in {key["fields"] for key in table_schema(AppearanceRow)["foreignKeys"]}
    assert "caveats" not in {key["fields"] for key in table_schema(ClaimRow)["foreignKeys"]}


@pytest.mark.parametrize(
    ("table", "old", "new", "field"),
    [
        ("claims", "at-least", "at-lest", "qualifier"),
        ("claims", ",cumulative,", ",comulative,", "counting"),
        ("claims", "2024-05-20", "20 May 2024", "as_of"),
        ("spokespersons", "disaster-agency", "disaster-office", "claimant"),
    ],
)
def test_an_outside_tool_finds_a_bad_cell_too(small_package: Path, table: str, old: str, new: str, field: str) -> None:
    path = small_package / f"{table}.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    report = frictionless.validate(str(small_package / FILE_NAME))
    assert field in str(report.flatten(["name", "fieldName", "note"]))
