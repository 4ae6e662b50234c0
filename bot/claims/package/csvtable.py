"""Reading one CSV table into rows of its model; each fault is told with row and column, and none ends the reading."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.claims.package.files import inside
from bot.claims.problem import Problem
from bot.claims.tables import Row

R = TypeVar("R", bound=Row)
Cells = tuple[int, list[str]]  # a record with its row number


def read_text(root: Path, name: str, problems: list[Problem]) -> str | None:
    """The text of a file of the package; None, with a problem, where there is none or it is not UTF-8."""
    try:
        content = inside(root, name).read_bytes()
        return content.decode("utf-8-sig")
    except OSError as error:
        problems.append(Problem(name, None, None, f"cannot be read ({error.strerror})", "add the file to the package"))
    except UnicodeDecodeError as error:
        row = content.count(b"\n", 0, error.start) + 1
        what = f"is not UTF-8: byte 0x{content[error.start]:02x}"
        problems.append(Problem(name, row, None, what, "save the file again with the encoding UTF-8"))
    return None


def read_cells(root: Path, name: str, problems: list[Problem]) -> tuple[list[str], list[Cells]]:
    """The header of a CSV file and its records, blank ones left out."""
    text = read_text(root, name, problems)
    if text is None:
        return [], []
    records = list(_records(name, text, problems))
    if not records or records[0][0] != 1:
        problems.append(Problem(name, 1, None, "has no header", "put the column names into the first row"))
        return [], []
    header = [cell.strip() for cell in records[0][1]]
    return header, list(_even_records(name, header, records[1:], problems))


def _records(name: str, text: str, problems: list[Problem]) -> Iterator[Cells]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            if any(cell.strip() for cell in cells):
                yield number, cells
    except csv.Error as error:
        fix = "look for a quotation mark that is not closed, here or in a row above"
        problems.append(Problem(name, number + 1, None, f"cannot be read as CSV: {error}", fix))


def _even_records(
    name: str, header: Sequence[str], records: Sequence[Cells], problems: list[Problem]
) -> Iterator[Cells]:
    for number, cells in records:
        if len(cells) == len(header):
            yield number, cells
        else:
            what = f"has {len(cells)} cells where the header has {len(header)}"
            problems.append(Problem(name, number, None, what, "put text that holds a comma between quotation marks"))


def read_rows(root: Path, model: type[R], problems: list[Problem]) -> list[tuple[int, R]]:
    """The valid rows of a table with their row numbers."""
    name = f"{model.table}.csv"
    header, records = read_cells(root, name, problems)
    if not header or not _header_fits(name, header, list(model.model_fields), problems):
        return []
    rows = []
    for number, cells in records:
        given = {column: cell.strip() for column, cell in zip(header, cells, strict=True) if cell.strip()}
        try:
            rows.append((number, model.model_validate(given)))
        except ValidationError as error:
            problems.extend(cell_problems(name, number, error))
    return rows


def _header_fits(name: str, header: Sequence[str], expected: Sequence[str], problems: list[Problem]) -> bool:
    if len(header) == 1 and ";" in header[0]:
        problems.append(Problem(name, 1, None, "is separated by semicolons", "save it with commas between the cells"))
        return False
    faults = [(column, "is missing", "add the column") for column in expected if column not in header]
    for column, times in Counter(header).items():
        if column not in expected:
            fix = f"remove it, or rename it to one of: {', '.join(expected)}"
            faults.append((column, "is not a column of this table", fix))
        elif times > 1:
            faults.append((column, "stands twice in the header", "keep one of the two columns"))
    problems.extend(Problem(name, 1, *fault) for fault in faults)
    return not faults


def cell_problems(name: str, row: int | None, error: ValidationError) -> Iterator[Problem]:
    """What pydantic found in a row (or, without a row, in a file), in an editor's words."""
    for fault in error.errors(include_url=False):
        column = ".".join(str(part) for part in fault["loc"] if not isinstance(part, int)) or None
        yield Problem(name, row, column, *_explain(fault))


# The kinds of pydantic's errors by their beginnings, and how an editor is told of them.
_FAULTS = (
    ("missing", "is empty", "fill it in"),
    ("extra_forbidden", "is not known here", "remove it"),
    ("enum", "“{value}” is not one of the allowed values", "write one of: {expected}"),
    ("value_error", "“{value}” does not fit: {error}", "correct the cell"),
    ("greater_than", "“{value}” is below what is possible", "write a number of at least {ge}"),
    ("int_", "“{value}” is not a whole number", "write digits only, without spaces, commas or words"),
    ("bool_", "“{value}” is neither true nor empty", "write true, or leave the cell empty"),
    ("date_", "“{value}” is not a date", "write it as YYYY-MM-DD"),
    ("", "“{value}” does not fit: {message}", "correct it"),
)


def _explain(fault: ErrorDetails) -> tuple[str, str]:
    what, fix = next((what, fix) for kind, what, fix in _FAULTS if fault["type"].startswith(kind))
    told = {"ge": 0, **fault.get("ctx", {}), "value": fault.get("input"), "message": fault["msg"]}
    return what.format_map(told), fix.format_map(told)
