"""The tables of a claim package: one model per CSV table, its columns in order, each with what it means.

The models are the single place where columns are defined: the reader validates rows with them, and the Table Schemas
in `datapackage.json` are made from them, so that an editor's spreadsheet tool and our checker agree.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, ClassVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from bot.claims.model import Counting, Distortion, Method, Qualifier, RelationKind, Status

ID_PATTERN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
PARTIAL_DATE_PATTERN = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)
LARGEST = 2**63 - 1  # of whole numbers: what the database keeps


def _empty_to_none(value: object) -> object:
    return None if value == "" else value


def _check_id(value: str) -> str:
    if not ID_PATTERN.fullmatch(value):
        raise ValueError("an id is made of a-z, 0-9 and single hyphens")
    return value


def _check_partial_date(value: str) -> str:
    if not PARTIAL_DATE_PATTERN.fullmatch(value):
        raise ValueError("a date is written YYYY-MM-DD, YYYY-MM or YYYY")
    year, month, day = (*map(int, value.split("-")), 1, 1)[:3]
    date(year, month, day)
    return value


def _split(separator: str) -> BeforeValidator:
    def split(value: object) -> object:
        if not isinstance(value, str):
            return value
        return tuple(part.strip() for part in value.split(separator) if part.strip())

    return BeforeValidator(split)


def _shown_as(pattern: re.Pattern[str]) -> WithJsonSchema:
    """Tell a JSON Schema (and through it the Table Schemas) which pattern a checked text follows."""
    return WithJsonSchema({"type": "string", "pattern": f"^{pattern.pattern}$"})


Id = Annotated[str, AfterValidator(_check_id), _shown_as(ID_PATTERN)]
Text = Annotated[str, Field(min_length=1)]
OptionalText = Annotated[str | None, BeforeValidator(_empty_to_none)]
OptionalId = Annotated[Id | None, BeforeValidator(_empty_to_none)]
OptionalInt = Annotated[Annotated[int, Field(ge=0, le=LARGEST)] | None, BeforeValidator(_empty_to_none)]
OptionalDate = Annotated[date | None, BeforeValidator(_empty_to_none)]
PartialDateText = Annotated[str, AfterValidator(_check_partial_date), _shown_as(PARTIAL_DATE_PATTERN)]
OptionalPartialDate = Annotated[PartialDateText | None, BeforeValidator(_empty_to_none)]
Flag = Annotated[bool, BeforeValidator(lambda v: False if v == "" else v)]
Ids = Annotated[tuple[Id, ...], _split(" ")]
Aliases = Annotated[tuple[str, ...], _split("|")]


class Row(BaseModel):
    """A row of a table; unknown columns are an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)
    table: ClassVar[str]
    primary_key: ClassVar[tuple[str, ...]] = ("id",)
    references: ClassVar[dict[str, str]] = {}  # column -> table whose id it holds (or holds several of)


class Named(Row):
    """A row with an id and a name in each language."""

    id: Id
    name_en: Text
    name_uk: Text
    name_ru: Text


class Party(Named):
    """A party to the conflict, or one that fights on its side (`side` names the party it fights for)."""

    table: ClassVar[str] = "parties"
    references: ClassVar = {"side": "parties"}
    side: OptionalId = Field(None, description="the party on whose side it fights; empty for a party itself")
    adjective_en: OptionalText = None
    adjective_uk: OptionalText = None
    adjective_ru: OptionalText = None


class Population(Named):
    """Whose losses are counted."""

    table: ClassVar[str] = "populations"
    references: ClassVar = {"parent": "populations", "party": "parties", "counterpart": "populations"}
    parent: OptionalId = None
    party: OptionalId = Field(None, description="the party whose people they are")
    group: OptionalText = Field(None, description="what kind of people: military, civilians, children, everyone…")
    counterpart: OptionalId = Field(None, description="the population of the other side, for 'other side'")


class Measure(Named):
    """What happened to those counted. Unlike measures never share a line."""

    table: ClassVar[str] = "measures"
    of: Text = Field(description="people, objects, or both: what it can be said of")
    definition_en: OptionalText = None
    definition_uk: OptionalText = None
    definition_ru: OptionalText = None


class Object(Named):
    """A kind of equipment."""

    table: ClassVar[str] = "objects"
    references: ClassVar = {"parent": "objects"}
    parent: OptionalId = None


class Place(Named):
    """A place of the gazetteer, with or without figures."""

    table: ClassVar[str] = "places"
    references: ClassVar = {"parent": "places", "population": "populations"}
    kind: Text = Field(description="country, region, district, city, village, ship, facility, battle, area")
    parent: OptionalId = None
    country: OptionalText = Field(None, description="whose territory it is under international law (party id), if any")
    population: OptionalId = Field(
        None, description="whose losses a question about this place means when it does not say"
    )
    aliases: Aliases = Field((), description="other names and spellings as people write them, separated by |")


class Subject(Named):
    """What a claim counts where no topic fits: browsed and searched, never an answer."""

    table: ClassVar[str] = "subjects"


class Claimant(Named):
    """An office or institution that says a number."""

    table: ClassVar[str] = "claimants"
    references: ClassVar = {"parent": "claimants", "party": "parties"}
    kind: Text
    parent: OptionalId = None
    party: OptionalId = Field(None, description="the party it belongs to; empty for a third party")
    counts_itself: Flag = Field(False, description="true: it counts cases itself (names, photographs, verified cases)")
    aliases: Aliases = ()


class Spokesperson(Named):
    """A person who speaks for a claimant."""

    table: ClassVar[str] = "spokespersons"
    references: ClassVar = {"claimant": "claimants"}
    claimant: Id
    role_en: OptionalText = None
    role_uk: OptionalText = None
    role_ru: OptionalText = None
    aliases: Aliases = ()


class Publisher(Row):
    """Who prints reports."""

    table: ClassVar[str] = "publishers"
    id: Id
    name: Text
    note: OptionalText = None


class SourceRow(Row):
    """A report."""

    table: ClassVar[str] = "sources"
    references: ClassVar = {"publisher": "publishers"}
    id: Id
    publisher: Id
    title: OptionalText = None
    url: OptionalText = None
    archived_url: OptionalText = None
    author: OptionalText = None
    published: OptionalPartialDate = None
    language: OptionalText = None
    via: OptionalText = Field(None, description="the agency or outlet it copied, as it says")


class Note(Row):
    """A free-text caveat with its author."""

    table: ClassVar[str] = "notes"
    id: Id
    author: Text
    text_en: Text
    text_uk: Text
    text_ru: Text


class Caveat(Row):
    """A caveat of the small vocabulary; `rule` names the computation that attaches it, if any."""

    table: ClassVar[str] = "caveats"
    id: Id
    rule: OptionalText = None
    text_en: Text
    text_uk: Text
    text_ru: Text


class ClaimRow(Row):
    """A claim typed by hand."""

    table: ClassVar[str] = "claims"
    references: ClassVar = {
        "population": "populations",
        "measure": "measures",
        "object": "objects",
        "subject": "subjects",
        "place": "places",
        "claimant": "claimants",
        "spokesperson": "spokespersons",
        "status_reason": "notes",
        "caveats": "caveats",
        "notes": "notes",
    }
    id: Id
    population: OptionalId = None
    measure: OptionalId = None
    object: OptionalId = None
    subject: OptionalId = Field(None, description="what is counted, where population and measure are empty")
    place: OptionalId = Field(None, description="the part of the war it counts; empty: the whole war")
    claimant: Id
    spokesperson: OptionalId = None
    low: OptionalInt = None
    high: OptionalInt = None
    qualifier: Qualifier
    counting: Counting
    per: OptionalText = Field(None, description="of a rate: day, week or month")
    period_start: OptionalPartialDate = None
    as_of: PartialDateText
    as_of_inferred: Flag = False
    said_on: OptionalDate = None
    method: Method
    status: Status = Status.STANDING
    status_reason: OptionalId = None
    status_date: OptionalDate = None
    caveats: Ids = ()
    notes: Ids = ()


class AppearanceRow(Row):
    """A print of a claim (of this table or of a series)."""

    table: ClassVar[str] = "appearances"
    primary_key: ClassVar = ("claim", "source")
    references: ClassVar = {"claim": "claims", "source": "sources", "note": "notes"}
    claim: Id
    source: Id
    as_printed: OptionalText = Field(None, description="the number in that report's own words or digits")
    quote: OptionalText = Field(None, description="the clause that holds the number, verbatim")
    quote_language: OptionalText = None
    distortion: Annotated[Distortion | None, BeforeValidator(_empty_to_none)] = None
    note: OptionalId = None


class RelationRow(Row):
    """How one claim stands to another."""

    table: ClassVar[str] = "relations"
    primary_key: ClassVar = ("claim", "kind", "other")
    references: ClassVar = {"claim": "claims", "other": "claims", "note": "notes"}
    claim: Id
    kind: RelationKind
    other: OptionalId = Field(None, description="empty: reports in general")
    note: OptionalId = None


class GlossaryRow(Row):
    """The neutral name for a thing, that every text follows; `avoid` lists names it stands in for."""

    table: ClassVar[str] = "glossary"
    id: Id
    kind: Text
    en: Text
    uk: Text
    ru: Text
    avoid: Aliases = ()
    note: OptionalText = None


class SeriesRow(Row):
    """A bulletin as a wide table: one row a date, one column a topic; several transcriptions may share a `bulletin`."""

    table: ClassVar[str] = "series"
    references: ClassVar = {
        "claimant": "claimants",
        "spokesperson": "spokespersons",
        "publisher": "publishers",
        "caveats": "caveats",
        "notes": "notes",
    }
    id: Id
    bulletin: Id = Field(description="series with the same bulletin transcribe the same publication")
    file: Text = Field(description="the wide table: columns date, address (may be absent) and those of series_columns")
    claimant: Id
    spokesperson: OptionalId = None
    publisher: Id = Field(description="who printed what was transcribed, as far as that is known")
    via: OptionalText = Field(None, description="who keeps this transcription")
    url: OptionalText = Field(None, description="where the transcription is kept: the address of a row without its own")
    language: OptionalText = Field(None, description="of what was transcribed")
    published: OptionalPartialDate = Field(
        None, description="when the whole table appeared; empty: each row appeared on its own date"
    )
    retrieved: OptionalDate = None
    counting: Counting
    period: OptionalText = Field(None, description="of counting=period: week or month, each ending on the row's date")
    period_start: OptionalPartialDate = None
    method: Method
    qualifier: Qualifier = Qualifier.EXACT
    caveats: Ids = ()
    notes: Ids = ()


class SeriesColumnRow(Row):
    """Which topic a column of a wide table counts."""

    table: ClassVar[str] = "series_columns"
    primary_key: ClassVar = ("series", "column")
    references: ClassVar = {
        "series": "series",
        "population": "populations",
        "measure": "measures",
        "object": "objects",
        "subject": "subjects",
        "caveats": "caveats",
        "notes": "notes",
    }
    series: Id
    column: Text
    key: Id = Field(description="names the column in claim ids; the same across transcriptions of one bulletin")
    population: OptionalId = None
    measure: OptionalId = None
    object: OptionalId = None
    subject: OptionalId = None
    qualifier: Annotated[Qualifier | None, BeforeValidator(_empty_to_none)] = Field(
        None, description="the hedge of this column, where it differs from the series"
    )
    qualifier_column: OptionalText = Field(None, description="the column with the hedge of a row, where that differs")
    low_column: OptionalText = Field(None, description="the column with the low end, where a row gives a range")
    high_column: OptionalText = Field(None, description="the column with the high end")
    caveats: Ids = ()
    notes: Ids = ()


_NAMED: tuple[type[Row], ...] = (
    Party,
    Population,
    Measure,
    Object,
    Place,
    Subject,
    Claimant,
    Spokesperson,
    Publisher,
    SourceRow,
    Note,
    Caveat,
)
ENTITIES: tuple[type[Row], ...] = (*_NAMED, GlossaryRow)  # what claims refer to, and what explains them
_CLAIMS: tuple[type[Row], ...] = (ClaimRow, AppearanceRow, RelationRow)
TABLES: tuple[type[Row], ...] = (*_NAMED, *_CLAIMS, GlossaryRow, SeriesRow, SeriesColumnRow)


def rows_by_table() -> dict[str, type[Row]]:
    """Table name -> its row model."""
    return {model.table: model for model in TABLES}
