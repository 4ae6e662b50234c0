"""A new figure as an editor gives it: the one definition of its fields, for prompts and for YAML files alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from bot.claims.model import Counting, Distortion, Method, Qualifier, RelationKind, Status
from bot.claims.package.csvtable import cell_problems
from bot.claims.package.reader import Package, PackageError
from bot.claims.tables import (
    Flag,
    Id,
    Ids,
    OptionalDate,
    OptionalId,
    OptionalPartialDate,
    OptionalText,
    PartialDateText,
    Text,
    rows_by_table,
)
from bot.language.numbers import read_numbers

_OPEN_UPWARDS = (Qualifier.AT_LEAST, Qualifier.MORE_THAN)


@dataclass(frozen=True, slots=True)
class In:
    """The field holds an id of that table of the package (or several)."""

    table: str


class NewValue(BaseModel):
    """A number with its hedge; given as one would type it ("about 9,000"), or bound by bound."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    low: int | None = Field(None, ge=0)
    high: int | None = Field(None, ge=0)
    qualifier: Qualifier = Qualifier.EXACT
    typed: str | None = None

    @model_validator(mode="after")
    def _some_bound(self) -> Self:
        if self.low is None and self.high is None:
            raise ValueError("a value needs a low end, a high end or both")
        return self


def _read_value(value: object) -> object:
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return value
    numbers = read_numbers(value)
    if len(numbers) != 1:
        raise ValueError('write one number with its hedge, as in "about 9,000", "at least 136" or "1,000 to 1,200"')
    number = numbers[0]
    hedge = Qualifier(number.qualifier) if number.qualifier else Qualifier.EXACT
    return {
        "low": None if hedge is Qualifier.AT_MOST else number.low,
        "high": None if hedge in _OPEN_UPWARDS else number.high,
        "qualifier": Qualifier.RANGE if number.low != number.high else hedge,
        "typed": value,
    }


def _iso(value: object) -> object:
    """YAML reads 2022-03-02 as a date and 2022 as a number; both are texts here."""
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _listed(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


class NewSource(BaseModel):
    """A report that the package does not have yet. A publisher it does not have either is added by its name."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    publisher: Text
    title: OptionalText = None
    url: OptionalText = None
    archived_url: OptionalText = None
    author: OptionalText = None
    published: Annotated[OptionalPartialDate, BeforeValidator(_iso)] = None
    language: OptionalText = None
    via: OptionalText = None


class NewClaim(BaseModel):
    """The fields of a new figure, in the order in which they are asked for."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)
    claimant: Annotated[Id, In("claimants")]
    spokesperson: Annotated[OptionalId, In("spokespersons")] = None
    population: Annotated[OptionalId, In("populations")] = None
    measure: Annotated[OptionalId, In("measures")] = None
    object: Annotated[OptionalId, In("objects")] = None
    subject: Annotated[OptionalId, In("subjects")] = None
    place: Annotated[OptionalId, In("places")] = None
    value: Annotated[NewValue, BeforeValidator(_read_value)]
    counting: Counting = Counting.CUMULATIVE
    per: OptionalText = None
    period_start: Annotated[OptionalPartialDate, BeforeValidator(_iso)] = None
    as_of: Annotated[PartialDateText, BeforeValidator(_iso)]
    as_of_inferred: Flag = False
    said_on: OptionalDate = None
    method: Method
    source: Annotated[Id | NewSource, In("sources")]
    as_printed: OptionalText = Field(
        None, description="the number in the report's words; left out: as the value is typed"
    )
    quote: OptionalText = None
    quote_language: OptionalText = None
    distortion: Distortion | None = None
    status: Status = Status.STANDING
    status_reason: Annotated[OptionalId, In("notes")] = None
    status_date: OptionalDate = None
    caveats: Annotated[Ids, BeforeValidator(_listed), In("caveats")] = ()
    notes: Annotated[Ids, BeforeValidator(_listed), In("notes")] = ()
    disputes: Annotated[Ids, BeforeValidator(_listed), In("claims")] = ()
    repeats: Annotated[Ids, BeforeValidator(_listed), In("claims")] = ()
    revises: Annotated[Ids, BeforeValidator(_listed), In("claims")] = ()
    derived_from: Annotated[Ids, BeforeValidator(_listed), In("claims")] = ()
    part_of: Annotated[Ids, BeforeValidator(_listed), In("claims")] = ()

    @model_validator(mode="after")
    def _topic_or_subject(self) -> Self:
        if (self.subject is None) == (self.population is None or self.measure is None):
            raise ValueError("a figure needs a population and a measure or, where none fits, a subject")
        return self

    def related(self) -> Iterator[tuple[RelationKind, str]]:
        """The claims it is told to stand to, and how."""
        for kind in RelationKind:
            for other in getattr(self, kind.value, ()):
                yield kind, other


@dataclass(frozen=True, slots=True)
class AskedField:
    """A field to ask for; a dotted name is part of the field before the dot."""

    name: str
    required: bool
    many: bool  # several ids, separated by spaces
    choices: tuple[str, ...]  # the ids or words to choose from; empty: free text
    table: str | None  # whose ids the choices are


def asked_fields(package: Package) -> list[AskedField]:
    """The fields of a new figure in the order of asking. Those of a new source follow `source` left empty."""
    asked = []
    for name, field in NewClaim.model_fields.items():
        table = next((mark.table for mark in field.metadata if isinstance(mark, In)), None)
        many = field.default == () and not field.is_required()
        asked.append(
            AskedField(name, field.is_required() and name != "source", many, _choices(package, table, field), table)
        )
        if name == "source":
            asked += [
                AskedField(f"source.{part}", part_field.is_required(), False, (), None)
                for part, part_field in NewSource.model_fields.items()
            ]
    return asked


def _choices(package: Package, table: str | None, field: Any) -> tuple[str, ...]:
    if table is not None:
        return tuple(row.id for row in package.rows(rows_by_table()[table]) if hasattr(row, "id"))
    kinds = [kind for kind in (field.annotation, *getattr(field.annotation, "__args__", ())) if isinstance(kind, type)]
    words = next((kind for kind in kinds if issubclass(kind, StrEnum)), None)
    return tuple(words) if words is not None else ()


def read_new_claim(given: Mapping[str, Any], file: str) -> NewClaim:
    """A new figure from answers or a YAML mapping; dotted names are put under the name before the dot.

    PackageError tells every fault, as of that file.
    """
    nested: dict[str, Any] = {}
    for name, value in given.items():
        whole, _, part = name.partition(".")
        if part:
            nested.setdefault(whole, {})[part] = value
        elif value not in ("", None):
            nested[name] = value
    try:
        return NewClaim.model_validate(nested)
    except ValidationError as error:
        raise PackageError(cell_problems(file, None, error)) from error
