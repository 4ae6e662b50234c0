"""Rows that a series makes: read as rows of a table are, and kept in a tenth of the room.

The claims of a bulletin are alike but for number and day, and there may be a million of them. What they share stands
once, in a row of the table's own model; each keeps what is its own.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from bot.claims.tables import AppearanceRow, Row


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a row stands: a file of the package and the row as a spreadsheet shows it."""

    file: str
    row: int


@dataclass(frozen=True)
class Shared:
    """What rows have in common: a row that was validated."""

    row: Row

    @cached_property
    def stated(self) -> dict[str, Any]:
        """Its columns as JSON has them."""
        return self.row.model_dump(mode="json")


class Made:
    """A row of a series' own making. What it lacks it takes from the row that it shares with others."""

    __slots__ = ("_shared", "origin")
    _shared: Shared
    origin: Origin

    def __getattr__(self, name: str) -> Any:
        if name == "_shared":  # of a row that is still being made
            raise AttributeError(name)
        return getattr(self._shared.row, name)

    def model_dump(self, *, mode: str = "json", exclude: Collection[str] = ()) -> dict[str, Any]:
        """Its columns, in their order, as JSON has them."""
        assert mode == "json"
        return {column: value for column, value in (self._shared.stated | self._own()).items() if column not in exclude}

    def _own(self) -> dict[str, Any]:
        return {column: getattr(self, column) for column in self.__slots__}


class MadeAppearance(Made):
    """A print of a claim in a transcription."""

    __slots__ = ("as_printed", "claim", "source")

    def __init__(self, origin: Origin, claim: str, source: str, as_printed: str) -> None:
        self._shared, self.origin = _APPEARANCE, origin
        self.claim, self.source, self.as_printed = claim, source, as_printed


class MadeClaim(Made):
    """A claim of a bulletin, with its prints."""

    __slots__ = ("as_of", "high", "id", "low", "prints", "said_on")

    def __init__(self, shared: Shared, prints: tuple[MadeAppearance, ...], as_of: str, said_on: date | None) -> None:
        self._shared, self.origin, self.id, self.prints = shared, prints[0].origin, prints[0].claim, prints
        self.as_of, self.said_on = as_of, said_on
        self.low: int | None = None
        self.high: int | None = None

    def _own(self) -> dict[str, Any]:
        said_on = self.said_on and self.said_on.isoformat()
        return {"id": self.id, "low": self.low, "high": self.high, "as_of": self.as_of, "said_on": said_on}


_APPEARANCE = Shared(AppearanceRow(claim="any", source="any", as_printed=None, quote=None))
