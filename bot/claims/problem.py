"""A fault in a claim package, told so that an editor finds it and knows what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error keeps a package from being loaded; a warning asks for a second look."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: where it is, what is wrong and what to do about it."""

    file: str  # inside the package, with forward slashes
    row: int | None  # as a spreadsheet shows it: the header is row 1
    column: str | None
    what: str
    fix: str
    severity: Severity = Severity.ERROR

    @property
    def is_error(self) -> bool:
        """Whether it keeps the package from being loaded."""
        return self.severity is Severity.ERROR

    def __str__(self) -> str:
        place = [self.file]
        if self.row is not None:
            place.append(f"row {self.row}")
        if self.column is not None:
            place.append(f"column {self.column}")
        return visible(f"{', '.join(place)}: {self.what} — {self.fix}")


def visible(text: str) -> str:
    """A line as a terminal may show it: what would steer it, or turn the direction of writing, is spelt out."""
    if len(text) > _LONGEST:
        text = text[: _LONGEST - 1] + "…"
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)


_LONGEST = 2000  # characters of a problem in words
_SHOWN = 20  # in the error's message; `problems` holds all


class PackageError(Exception):
    """A package that cannot be used as it stands; `problems` says why."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        lines = [str(problem) for problem in self.problems[:_SHOWN]]
        if more := len(self.problems) - len(lines):
            lines.append(f"… and {more} more")
        super().__init__("\n".join(lines))
