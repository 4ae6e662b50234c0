"""A claim package as read: its rows with the places they stand at, its words and its texts."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path
from typing import TypeVar, cast

from pydantic import ValidationError
from rapidfuzz import process

from bot.claims.model import LANGUAGES, Word
from bot.claims.package import series
from bot.claims.package.csvtable import cell_problems, read_rows, read_text
from bot.claims.package.datapackage import FILE_NAME, Descriptor
from bot.claims.package.files import digest, signature
from bot.claims.package.made import Made, Origin
from bot.claims.problem import PackageError, Problem, Severity
from bot.claims.tables import TABLES, AppearanceRow, Caveat, ClaimRow, Row, SeriesColumnRow, SeriesRow, rows_by_table

__all__ = ["Package", "PackageError", "Problem", "Severity", "Word", "read_package", "survey"]

R = TypeVar("R", bound=Row)
_TOML_HEADING = re.compile(r"\s*\[\s*[\"']?([^\]\"']+?)[\"']?\s*\]")
_TOML_KEY = re.compile(r"\s*[\"']?([\w-]+)[\"']?\s*=")
_UNREADABLE = ("is nested too deeply, or holds a number too long, to be read", "write it as simply as it can be")
_CLOSE_ENOUGH = 80  # of 100: below that, naming a like id would mislead


@dataclass(frozen=True)
class Package:
    """Everything a package holds. Rows made from series stand beside those typed by hand."""

    path: Path
    descriptor: Descriptor
    words: tuple[Word, ...]
    texts: Mapping[str, str]  # language -> Fluent source
    digest: str  # changes with any byte of any file
    signature: str  # cheap: changes when a file's name, size or time does
    _tables: Mapping[type[Row], Sequence[Row]] = field(repr=False)
    _origins: Mapping[int, Origin] = field(repr=False)  # by identity: equal rows may stand at two places

    @property
    def name(self) -> str:
        """The package's id, as its descriptor gives it."""
        return self.descriptor.name

    @property
    def version(self) -> str:
        """The package's version."""
        return self.descriptor.version

    def rows(self, model: type[R]) -> list[R]:
        """The rows of a table, in the order of the file; claims, sources and appearances with those of the series."""
        return list(cast("Sequence[R]", self._tables.get(model, ())))

    def origin(self, row: Row) -> Origin:
        """The file and row where it stands; for what a series says, a row of the wide table."""
        return row.origin if isinstance(row, Made) else self._origins[id(row)]

    def row_number(self, row: Row) -> int:
        """The row as a spreadsheet shows it; the header is row 1."""
        return self.origin(row).row

    def is_typed(self, row: Row) -> bool:
        """Whether the row stands in its own table, rather than being made from a series."""
        return not isinstance(row, Made) and self.origin(row).file == f"{row.table}.csv"

    def problem(self, row: Row, column: str, what: str, fix: str, severity: Severity = Severity.ERROR) -> Problem:
        """A fault of that row, with its place."""
        origin = self.origin(row)
        return Problem(origin.file, origin.row, column, what, fix, severity)


def read_package(path: Path) -> Package:
    """Read a package whole, or raise PackageError with every fault that keeps it from being read."""
    package, problems = survey(path)
    if package is None or problems:
        raise PackageError(problems)
    return package


def survey(path: Path) -> tuple[Package | None, list[Problem]]:
    """What can be read of a package, and what cannot; None where not even `datapackage.json` says what it is."""
    if not path.is_dir():
        what = f"there is no folder {path}"
        return None, [Problem(FILE_NAME, None, None, what, "give the folder of a claim package")]
    problems: list[Problem] = []
    descriptor = _read_descriptor(path, problems)
    languages = descriptor.claimbot.languages if descriptor else LANGUAGES
    tables, origins = _read_tables(path, problems)
    words = tuple(word for language in languages for word in _read_words(path, language, problems))
    texts = {language: read_text(path, f"texts/{language}.ftl", problems) or "" for language in languages}
    if descriptor is None:
        return None, problems
    package = Package(path, descriptor, words, texts, digest(path), signature(path), tables, origins)
    problems += [*_duplicates(package), *_unknown_references(package)]
    return package, problems


def _read_descriptor(path: Path, problems: list[Problem]) -> Descriptor | None:
    text = read_text(path, FILE_NAME, problems)
    if text is None:
        return None
    try:
        return Descriptor.model_validate(json.loads(text))
    except json.JSONDecodeError as error:
        problems.append(Problem(FILE_NAME, error.lineno, None, f"is not JSON: {error.msg}", "correct that line"))
    except ValidationError as error:
        problems.extend(cell_problems(FILE_NAME, None, error))
    except (RecursionError, ValueError):
        problems.append(Problem(FILE_NAME, None, None, *_UNREADABLE))
    return None


def _read_tables(path: Path, problems: list[Problem]) -> tuple[dict[type[Row], list[Row]], dict[int, Origin]]:
    located: list[tuple[str, int, Row]] = []
    for model in TABLES:
        located += ((f"{model.table}.csv", number, row) for number, row in read_rows(path, model, problems))
    expansion = series.expand(
        path,
        [row for _, _, row in located if isinstance(row, SeriesRow)],
        [row for _, _, row in located if isinstance(row, SeriesColumnRow)],
    )
    problems += expansion.problems
    located += expansion.sources
    tables: dict[type[Row], list[Row]] = {model: [] for model in TABLES}
    for _, _, row in located:
        tables[type(row)].append(row)
    tables[ClaimRow] += cast("list[Row]", expansion.claims)
    tables[AppearanceRow] += cast("list[Row]", [one for claim in expansion.claims for one in claim.prints])
    return tables, {id(row): Origin(file, number) for file, number, row in located}


def _read_words(path: Path, language: str, problems: list[Problem]) -> Iterator[Word]:
    name = f"words/{language}.toml"
    text = read_text(path, name, problems)
    if text is None:
        return
    try:
        kinds = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        problems.append(Problem(name, None, None, f"is not TOML: {error}", "correct that line"))
        return
    except (RecursionError, ValueError):
        problems.append(Problem(name, None, None, *_UNREADABLE))
        return
    lines = _lines_of(text)
    for kind, targets in kinds.items():
        for target, forms in targets.items() if isinstance(targets, dict) else ((kind, None),):
            line = lines.get((kind, target)) or lines.get(("", target))
            if isinstance(forms, list) and all(isinstance(form, str) for form in forms):
                yield from (Word(language, kind, target, form, line) for form in forms)
            else:
                fix = 'write [kind], and below it target = ["word", "word"]'
                problems.append(Problem(name, line, target, "is not a list of words under a kind", fix))


def _lines_of(text: str) -> dict[tuple[str, str], int]:
    """Where each key of a TOML file stands, which its parser does not tell: (heading, key) -> line."""
    lines: dict[tuple[str, str], int] = {}
    heading = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if found := _TOML_HEADING.match(line):
            heading = found[1]
        elif found := _TOML_KEY.match(line):
            lines.setdefault((heading, found[1]), number)
    return lines


def _duplicates(package: Package) -> Iterator[Problem]:
    for model in TABLES:
        first: dict[object, Row] = {}
        key_of = attrgetter(*model.primary_key)
        for row in package.rows(model):
            key = key_of(row)
            earlier = first.setdefault(key, row)
            if earlier is not row:
                parts = key if isinstance(key, tuple) else (key,)
                there, shown = package.origin(earlier), " ".join(str(part) for part in parts if part)
                what = f"“{shown}” stands already in {there.file}, row {there.row}"
                yield package.problem(row, model.primary_key[0], what, "give it another id, or remove one of the two")


def _unknown_references(package: Package) -> Iterator[Problem]:
    """Of typed rows: what is made from a series refers to what series.csv and series_columns.csv do."""
    known = {table: {getattr(row, "id", "") for row in package.rows(model)} for table, model in rows_by_table().items()}
    for model in TABLES:
        for row in filter(package.is_typed, package.rows(model)):
            for column, table, referred in _references(row):
                if referred not in known[table]:
                    what = f"“{referred}” is not in {table}.csv"
                    yield package.problem(row, column, what, _nearest(referred, table, known[table]))
    shared = series.TRANSCRIPTIONS_DIFFER
    if shared not in known[Caveat.table] and any(shared in claim.caveats for claim in package.rows(ClaimRow)):
        what = f"“{shared}” is missing, though transcriptions of a series differ"
        yield Problem("caveats.csv", None, "id", what, "add that caveat")


def _references(row: Row) -> Iterator[tuple[str, str, str]]:
    """Every id of another row that this row holds: its column, the table it should be in, the id."""
    for column, table in row.references.items():
        value = getattr(row, column)
        for referred in (value,) if isinstance(value, str) else value or ():
            yield column, table, referred


def _nearest(unknown: str, table: str, known: Iterable[str]) -> str:
    found = process.extractOne(unknown, known, score_cutoff=_CLOSE_ENOUGH)
    return f"{f'write “{found[0]}”' if found else 'correct it'}, or add it to {table}.csv"
