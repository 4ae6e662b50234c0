"""The path by which a new figure enters: a proposal that shows what it changes, then package and database, or neither.

A figure that its claimant is already on record with becomes a further appearance of that claim. Nothing else is decided
for the editor: which totals it replaces as the newest and who said the same is shown; only relations that the editor
names are written, and a claim that is revised is marked as superseded.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from bot.claims.checks.check import check
from bot.claims.database.figures import figure_of
from bot.claims.database.load import LoadReport, Progress
from bot.claims.database.store import Store
from bot.claims.editing.csvedit import CsvText
from bot.claims.editing.filechange import FileChange, settle
from bot.claims.editing.newclaim import NewClaim, NewSource
from bot.claims.model import Counting, Figure, PartialDate, Status
from bot.claims.package.files import file_names, signature
from bot.claims.package.interest import Computation
from bot.claims.package.reader import Package, PackageError, Problem, read_package, survey
from bot.claims.tables import AppearanceRow, ClaimRow, Publisher, RelationRow, Row, SourceRow

_SAME_COUNT = ("population", "measure", "object", "subject", "place", "counting", "per", "period_start")
_SAME_VALUE = ("low", "high", "qualifier")


@dataclass(frozen=True, slots=True)
class Proposal:
    """What adding a figure would write, and what that changes."""

    folder: Path
    signature: str  # of the package it was made for
    claim: ClaimRow  # the new claim, or the known one that the report is a further appearance of
    is_known: bool
    appearance: AppearanceRow
    source: SourceRow
    new_source: bool
    new_publisher: Publisher | None
    relations: tuple[RelationRow, ...]
    supersedes: tuple[str, ...]  # totals that it replaces as the newest of its claimant, and claims it revises
    repeats: tuple[str, ...]  # claims of others with the same number for the same date
    disputes: tuple[str, ...]
    problems: tuple[Problem, ...]  # those that the package would have with it; an error keeps it from being written
    files: Mapping[str, str]  # the new texts of the files that change


def propose(package: Package, new: NewClaim) -> Proposal:
    """What it would mean to add that figure. Nothing is written."""
    publisher = _publisher(package, new.source) if isinstance(new.source, NewSource) else None
    source, new_source = _source(package, new.source, publisher)
    claim = _claim(package, new)
    known = next(
        (row for row in package.rows(ClaimRow) if _says(row, claim, (*_SAME_COUNT, *_SAME_VALUE, "claimant"))), None
    )
    proposal = Proposal(
        folder=package.path,
        signature=package.signature,
        claim=known or claim,
        is_known=known is not None,
        appearance=_appearance(new, (known or claim).id, source.id),
        source=source,
        new_source=new_source,
        new_publisher=publisher if publisher not in package.rows(Publisher) else None,
        relations=tuple(
            RelationRow(claim=(known or claim).id, kind=kind, other=other) for kind, other in new.related()
        ),
        supersedes=tuple(dict.fromkeys((*_newest_before(package, claim), *new.revises))) if known is None else (),
        repeats=tuple(
            row.id
            for row in package.rows(ClaimRow)
            if row.claimant != claim.claimant and _says(row, claim, (*_SAME_COUNT, *_SAME_VALUE))
        ),
        disputes=new.disputes,
        problems=(),
        files={},
    )
    proposal = replace(proposal, files=_edited(package, proposal, new.revises))
    return replace(proposal, problems=tuple(_problems(package, proposal)))


def apply(proposal: Proposal, store: Store, *, by: str, progress: Progress | None = None) -> LoadReport:
    """Write a proposal into its package and load the database; when either fails, both are as they were."""
    errors = [problem for problem in proposal.problems if problem.is_error]
    if errors:
        raise PackageError(errors)
    settle(proposal.folder)
    if signature(proposal.folder) != proposal.signature:
        what, fix = "has changed since the proposal was made", "propose the figure again"
        raise PackageError([Problem(proposal.folder.name, None, None, what, fix)])
    try:
        with FileChange(proposal.folder, proposal.files):
            return store.load(read_package(proposal.folder), by=by, progress=progress)
    except OSError as error:
        what = f"cannot be written ({error.strerror})"
        fix = "give this user the right to write there, or work on a copy of the package"
        raise PackageError([Problem(proposal.folder.name, None, None, what, fix)]) from error


def preview(package: Package, proposal: Proposal) -> Figure:
    """The figure as the store would hand it out."""
    claim = proposal.claim
    sources = {row.id: row for row in (*package.rows(SourceRow), proposal.source)}
    printed = [row for row in package.rows(AppearanceRow) if row.claim == claim.id and row.source != proposal.source.id]
    printed.append(proposal.appearance)
    related = [row for row in package.rows(RelationRow) if row.claim == claim.id] + list(proposal.relations)
    computed = Computation.for_package(package).of(claim, [sources[row.source] for row in printed], related)
    return figure_of(claim, computed, [(row, sources[row.source]) for row in printed], related)


def _claim(package: Package, new: NewClaim) -> ClaimRow:
    same = set(NewClaim.model_fields) & set(ClaimRow.model_fields)
    stem = "-".join(
        part
        for part in (new.claimant, new.as_of, new.population, new.measure, new.object, new.subject, new.place)
        if part
    )
    return ClaimRow(
        id=_free(stem, (row.id for row in package.rows(ClaimRow))),
        low=new.value.low,
        high=new.value.high,
        qualifier=new.value.qualifier,
        **{name: getattr(new, name) for name in same},
    )


def _appearance(new: NewClaim, claim: str, source: str) -> AppearanceRow:
    return AppearanceRow(
        claim=claim,
        source=source,
        as_printed=new.as_printed or new.value.typed,
        quote=new.quote,
        quote_language=new.quote_language,
        distortion=new.distortion,
    )


def _publisher(package: Package, source: NewSource) -> Publisher:
    """The publisher of that id or name; a new one where the package has none."""
    wanted = source.publisher.casefold()
    for row in package.rows(Publisher):
        if wanted in (row.id, row.name.casefold()):
            return row
    slug = re.sub(r"[^a-z0-9]+", "-", wanted).strip("-") or "publisher"
    return Publisher(id=_free(slug, (row.id for row in package.rows(Publisher))), name=source.publisher)


def _source(package: Package, given: str | NewSource, publisher: Publisher | None) -> tuple[SourceRow, bool]:
    """The report, and whether it is new; one with the same address is the same report."""
    known = package.rows(SourceRow)
    if isinstance(given, str):
        found = next((row for row in known if row.id == given), None)
        if found is None:
            what, fix = f"there is no source “{given}”", "give its publisher and address instead"
            raise PackageError([Problem("sources.csv", None, "id", what, fix)])
        return found, False
    assert publisher is not None  # a new source names one
    same_address = next((row for row in known if given.url is not None and row.url == given.url), None)
    if same_address is not None:
        return same_address, False
    id_ = _free(f"{publisher.id}-{given.published or 'undated'}", (row.id for row in known))
    return SourceRow(**{**given.model_dump(), "id": id_, "publisher": publisher.id}), True


def _free(stem: str, taken: Iterable[str]) -> str:
    """An id that is not taken: the stem, or with a number behind it."""
    used = set(taken)
    return next(id_ for id_ in (stem, *(f"{stem}-{n}" for n in range(2, len(used) + 3))) if id_ not in used)


def _says(row: ClaimRow, claim: ClaimRow, columns: Iterable[str]) -> bool:
    return row.as_of == claim.as_of and all(getattr(row, column) == getattr(claim, column) for column in columns)


def _newest_before(package: Package, claim: ClaimRow) -> Iterator[str]:
    """The claimant's standing total that this one replaces as the newest."""
    if claim.counting is not Counting.CUMULATIVE:
        return
    totals = [
        row
        for row in package.rows(ClaimRow)
        if row.claimant == claim.claimant
        and row.status is Status.STANDING
        and all(getattr(row, column) == getattr(claim, column) for column in _SAME_COUNT if column != "period_start")
    ]
    newest = max(totals, key=lambda row: (PartialDate(row.as_of).last, row.id), default=None)
    if newest is not None and PartialDate(newest.as_of).last <= PartialDate(claim.as_of).last:
        yield newest.id


def _edited(package: Package, proposal: Proposal, revised: Iterable[str]) -> dict[str, str]:
    files = _Files(package.path)
    claim, appearance, source = proposal.claim, proposal.appearance, proposal.source
    if proposal.new_publisher is not None:
        publisher = proposal.new_publisher
        files.of(publisher).insert(publisher, before=lambda cells: cells["id"] > publisher.id)
    if proposal.new_source:
        files.of(source).insert(source, before=lambda cells: cells["id"] > source.id)
    if not proposal.is_known:
        key = (claim.as_of, claim.id)
        files.of(claim).insert(claim, before=lambda cells: (cells["as_of"], cells["id"]) > key)
    printed_there = any((row.claim, row.source) == (claim.id, source.id) for row in package.rows(AppearanceRow))
    if not printed_there:
        files.of(appearance).insert_after(appearance, like=lambda cells: cells["claim"] == claim.id)
    for relation in proposal.relations:
        files.of(relation).insert_after(relation, like=lambda cells: cells["claim"] == claim.id)
    for id_ in revised:
        files.of(claim).change(id_, {"status": Status.SUPERSEDED.value, "status_date": _told_on(claim, source)})
    return files.texts()


def _told_on(claim: ClaimRow, source: SourceRow) -> str:
    if claim.said_on is not None:
        return claim.said_on.isoformat()
    return PartialDate(source.published).last.isoformat() if source.published else ""


class _Files:
    """The tables of a package that a proposal changes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._tables: dict[str, CsvText] = {}

    def of(self, row: Row) -> CsvText:
        name = f"{row.table}.csv"
        if name not in self._tables:
            self._tables[name] = CsvText((self._folder / name).read_bytes().decode())
        return self._tables[name]

    def texts(self) -> dict[str, str]:
        return {name: str(table) for name, table in self._tables.items()}


def _problems(package: Package, proposal: Proposal) -> Iterator[Problem]:
    """Every error of the package as it would be, and the warnings that it does not have now."""
    if not proposal.files:
        what, fix = "this report of the figure is in the package already", "nothing is to be done"
        yield Problem("appearances.csv", None, None, what, fix)
    warnings = {(problem.file, problem.column, problem.what) for problem in check(package)}
    with tempfile.TemporaryDirectory() as scratch:
        copy = _copied(package.path, Path(scratch) / "package")
        for name, text in proposal.files.items():
            (copy / name).write_bytes(text.encode())
        would_be, problems = survey(copy)
        problems += check(would_be) if would_be is not None else []
    yield from (p for p in problems if p.is_error or (p.file, p.column, p.what) not in warnings)


def _copied(folder: Path, to: Path) -> Path:
    """The files of a package alone: whatever else lies beside them stays there."""
    for name in file_names(folder):
        (to / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(folder / name, to / name)
    return to
