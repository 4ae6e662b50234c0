"""`datapackage.json`: what a package says of itself, and the Table Schemas made from the row models.

The head (title, licences, sources, the `claimbot` object) is typed by an editor; the resources are generated, so that a
spreadsheet tool and our own checker agree about every column.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from bot.claims.package.files import inside
from bot.claims.tables import TABLES, Row

FILE_NAME = "datapackage.json"
_EXPANDED = {"claims"}  # series add to this table, so that its file alone cannot resolve a reference
_INTEGER = {"type": "integer", "constraints": {"minimum": 0}}


class Licence(BaseModel):
    """A licence, as the Data Package standard writes it."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: str
    title: str | None = None
    path: str | None = None


class DataSource(BaseModel):
    """Where data of the package came from."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    title: str
    path: str | None = None
    version: str | None = None
    licenses: tuple[Licence, ...] = ()


class Settings(BaseModel):
    """What the program must know about the subject and cannot read from a table."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    start: date = Field(description="the day on which the counted losses begin")
    languages: tuple[str, ...] = Field(min_length=1)
    fell_silent_days: int = Field(gt=0, description="a claimant without a new total for so long has fallen silent")


class Descriptor(BaseModel):
    """The parts of `datapackage.json` that the program uses; resources are for other tools."""

    model_config = ConfigDict(extra="ignore", frozen=True)
    name: Annotated[str, Field(pattern=r"^[a-z0-9._-]+$")]
    title: str
    description: str = ""
    version: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]
    created: datetime
    licenses: tuple[Licence, ...] = ()
    sources: tuple[DataSource, ...] = ()
    claimbot: Settings


def generated(root: Path) -> str:
    """The text that `datapackage.json` should have: the head it has, and resources made from the models and tables."""
    head: dict[str, Any] = json.loads((root / FILE_NAME).read_text(encoding="utf-8"))
    head["profile"] = "tabular-data-package"
    head.pop("resources", None)
    head["resources"] = [*map(_table_resource, TABLES), *_wide_resources(root)]
    return json.dumps(head, ensure_ascii=False, indent=2) + "\n"


def write_schemas(root: Path) -> bool:
    """Bring `datapackage.json` in line with the models and tables; true if that changed the file."""
    path, text = root / FILE_NAME, generated(root)
    if path.read_text(encoding="utf-8") == text:
        return False
    path.write_text(text, encoding="utf-8", newline="\n")
    return True


def _resource(name: str, path: str, description: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": name,
        "path": path,
        "profile": "tabular-data-resource",
        "description": description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _table_resource(model: type[Row]) -> dict[str, Any]:
    return _resource(model.table, f"{model.table}.csv", model.__doc__ or "", table_schema(model))


def table_schema(model: type[Row]) -> dict[str, Any]:
    """The Table Schema of a row model."""
    described = model.model_json_schema()
    kinds = described.get("$defs", {})
    required = set(described.get("required", ()))
    fields = [_field(name, _resolve(field, kinds), name in required) for name, field in described["properties"].items()]
    many = {field["name"] for field in fields if field["name"] in _columns_of_many(described)}
    foreign = [
        {"fields": column, "reference": {"resource": "" if table == model.table else table, "fields": "id"}}
        for column, table in model.references.items()
        if column not in many and table not in _EXPANDED
    ]
    schema: dict[str, Any] = {"fields": fields, "missingValues": [""], "primaryKey": list(model.primary_key)}
    if foreign:
        schema["foreignKeys"] = foreign
    return schema


def _columns_of_many(described: dict[str, Any]) -> set[str]:
    return {name for name, field in described["properties"].items() if field.get("type") == "array"}


def _resolve(field: dict[str, Any], kinds: dict[str, Any]) -> dict[str, Any]:
    """One flat description of a field: references followed, "or nothing" left out."""
    for option in (field, *field.get("anyOf", ())):
        if option.get("type") == "null":
            continue
        kind = kinds.get(option.get("$ref", "").rpartition("/")[2], {})
        if "type" in option or kind:
            return {**kind, **option, "description": field.get("description") or kind.get("description")}
    raise TypeError(f"a column of this kind has no Table Schema: {field}")


def _field(name: str, described: dict[str, Any], required: bool) -> dict[str, Any]:
    made: dict[str, Any] = {"name": name, "type": _type(described)}
    if described["description"]:
        made["description"] = described["description"]
    if made["type"] == "boolean":
        made |= {"trueValues": ["true", "TRUE"], "falseValues": ["false", "FALSE"]}
    constraints: dict[str, Any] = {"required": True} if required else {}
    constraints |= {key: described[key] for key in ("enum", "pattern", "minimum") if key in described}
    item_pattern = described.get("items", {}).get("pattern")
    if item_pattern:
        inner = item_pattern.strip("^$")
        constraints["pattern"] = f"^{inner}( {inner})*$"
    if constraints:
        made["constraints"] = constraints
    return made


def _type(described: dict[str, Any]) -> str:
    if described.get("format") == "date":
        return "date"
    return described["type"] if described["type"] in ("integer", "boolean") else "string"


def _wide_resources(root: Path) -> Iterator[dict[str, Any]]:
    columns: dict[str, set[str]] = {}
    for row in _read(root / "series_columns.csv"):
        named = (row[key] for key in ("column", "low_column", "high_column"))
        columns.setdefault(row["series"], set()).update(name for name in named if name)
    for row in _read(root / "series.csv"):
        if (path := _wide_table(root, row["file"])) is not None:
            described = f"The wide table of series {row['id']}: one row a date, one column a topic."
            schema = _wide_schema(_header(path), columns.get(row["id"], set()))
            yield _resource(f"series-{row['id']}", row["file"], described, schema)


def _wide_table(root: Path, name: str) -> Path | None:
    try:
        return inside(root, name)
    except OSError:  # told when the package is read
        return None


def _wide_schema(header: Iterable[str], counted: set[str]) -> dict[str, Any]:
    fields: list[dict[str, Any]] = []
    for name in header:
        if name == "date":
            fields.append({"name": name, "type": "date", "constraints": {"required": True}})
        else:
            fields.append({"name": name, **(_INTEGER if name in counted else {"type": "string"})})
    return {"fields": fields, "missingValues": [""], "primaryKey": ["date"]}


def _read(path: Path) -> list[dict[str, str]]:
    if not path.is_file():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _header(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return next(csv.reader(file), [])
