"""A small package that is edited and loaded again and again, as editors keep one over time."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from bot.claims.database.store import Store
from bot.claims.package.reader import read_package
from bot.digests.model import Told
from bot.digests.news.news import state_of
from tests.claims import package_edits as edits

MORNING = datetime(2024, 6, 20, 6, tzinfo=UTC)

KILLED = "disaster-agency-2024-05-03-lake-people-killed"
INJURED = "disaster-agency-2024-05-03-lake-people-injured"
HOUSES = "lake-government-2024-05-03-lake-people-destroyed-house"
NAMED = "lake-courier-2024-05-20-lake-people-killed"
TAKEN_BACK = "lake-health-2024-05-02-east-shore-people-killed"
FIRST = "disaster-agency-2024-05-01-lake-people-killed"


class Newsroom:
    """A package, and the database that it is loaded into."""

    def __init__(self, folder: Path, database: Path) -> None:
        self.folder = folder
        self.store = Store.open(database)
        self.load()

    def load(self) -> Told:
        """Load the package as it is now; what somebody has been told who was told everything."""
        self.store.load(read_package(self.folder), by="a test")
        return self.told

    @property
    def told(self) -> Told:
        """What somebody has been told who was told everything."""
        return state_of(self.store, MORNING)

    def add(self, like: str, as_of: str, **cells: str) -> str:
        """A new claim that is like another one but for its date and some cells, printed on its day; its id."""
        id_ = cells.pop("id", f"{like[:-1]}-{as_of}")
        source = f"report-of-{id_}"
        edits.add(self.folder, "claims.csv", like, id=id_, as_of=as_of, said_on=as_of, **cells)
        edits.add(self.folder, "sources.csv", "northern-wire-2024-05-03", id=source, published=as_of, url="")
        edits.add(self.folder, "appearances.csv", KILLED, claim=id_, source=source, as_printed="", quote="")
        return id_

    def change(self, claim: str, **cells: str) -> None:
        """Write cells of a claim; another number is not what its prints have, and a status has a reason."""
        if "low" in cells:
            edits.change(self.folder, "appearances.csv", claim, as_printed="", quote="")
        if cells.get("status", "standing") != "standing":
            cells.setdefault("status_reason", "east-shore-counted-twice")
            cells.setdefault("status_date", "2024-12-15")
        edits.change(self.folder, "claims.csv", claim, **cells)

    def remove(self, claim: str) -> None:
        """Take a claim out of the package, with its prints and relations."""
        for file in ("claims.csv", "appearances.csv", "relations.csv"):
            edits.remove(self.folder, file, claim)

    def close(self) -> None:
        """Close the database."""
        self.store.close()
