"""Checks of numbers against each other: totals and their parts, jumps from one day to the next."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import pairwise

from bot.claims.checks.common import VALID, weight
from bot.claims.model import Counting, PartialDate, Qualifier, RelationKind
from bot.claims.package.reader import Package
from bot.claims.problem import Problem, Severity
from bot.claims.tables import ClaimRow, Object, Population, RelationRow

_JUMP = 10
_TOO_SMALL = 50  # below, a tenfold rise within days is how a count begins
_SOON = timedelta(days=31)
_TOTALS = frozenset({Counting.CUMULATIVE, Counting.STOCK})
_FIRM = frozenset({Qualifier.EXACT, Qualifier.AT_LEAST, Qualifier.MORE_THAN, Qualifier.AT_MOST, Qualifier.RANGE})
_LEEWAY = 1.1  # for "about" and "nearly"

Scope = tuple[object, ...]


def check_related_parts(package: Package) -> Iterator[Problem]:
    """No part, and no sum of the parts of one whole, is above it."""
    claims = {claim.id: claim for claim in package.rows(ClaimRow)}
    parts: dict[str, list[ClaimRow]] = defaultdict(list)
    for relation in package.rows(RelationRow):
        if relation.kind is RelationKind.PART_OF and relation.other in claims and relation.claim in claims:
            parts[relation.other].append(claims[relation.claim])
    for whole_id, its_parts in parts.items():
        whole = claims[whole_id]
        for part in its_parts:
            yield from _part_fits(package, part, whole)
        total = sum(part.low or 0 for part in its_parts)
        if len(its_parts) > 1 and total > _ceiling(whole):
            named = ", ".join(part.id for part in its_parts)
            what = f"{_shown(whole)} is below the sum of its parts, {total} ({named})"
            fix = "correct the numbers; if parts overlap or the report has it so, leave it"
            yield package.problem(whole, "low", what, fix, Severity.WARNING)


def check_narrower(package: Package) -> Iterator[Problem]:
    """Of one claimant and date, a narrower population or kind of thing is not above the wider one."""
    hierarchies = {
        "population": {row.id: row.parent for row in package.rows(Population)},
        "object": {row.id: row.parent for row in package.rows(Object)},
    }
    for column, parents in hierarchies.items():
        above, wider = set(parents.values()) - {None}, defaultdict[Scope, list[ClaimRow]](list)
        for claim in package.rows(ClaimRow):
            if (value := getattr(claim, column)) in above:
                wider[_scope(claim, column, value)].append(claim)
        for claim in package.rows(ClaimRow):
            parent = parents.get(getattr(claim, column) or "")
            for whole in wider.get(_scope(claim, column, parent), ()) if parent else ():
                yield from _part_fits(package, claim, whole)


def _scope(claim: ClaimRow, column: str, value: str | None) -> Scope:
    """What two claims must share to be compared, but for one facet that takes the given value."""
    facets = {"population": claim.population, "measure": claim.measure, "object": claim.object, column: value}
    return (
        *facets.values(), claim.claimant, claim.place, claim.counting, claim.per, claim.period_start, claim.as_of,
        claim.said_on,
    )  # fmt: skip


def _part_fits(package: Package, part: ClaimRow, whole: ClaimRow) -> Iterator[Problem]:
    if part.low is None or part.low <= _ceiling(whole) or not _valid(part, whole):
        return
    yield package.problem(
        whole,
        "low",
        f"{_shown(whole)} is below its part {part.id}, {part.low}",
        "correct the one that is mistyped; if the claimant has it so, say it in a caveat or note",
        weight(part, whole),
    )


def _ceiling(claim: ClaimRow) -> float:
    """The most that the claim allows for; an open end allows for anything."""
    if claim.high is None:
        return math.inf
    return claim.high if claim.qualifier in _FIRM else claim.high * _LEEWAY


def _shown(claim: ClaimRow) -> str:
    return str(claim.high if claim.high is not None else claim.low)


def check_series_jumps(package: Package) -> Iterator[Problem]:
    """Within a series, a number does not jump tenfold from one row to the next, nor between transcriptions."""
    columns: dict[Scope, list[ClaimRow]] = defaultdict(list)
    for claim in package.rows(ClaimRow):
        if not package.is_typed(claim) and claim.counting in _TOTALS:
            columns[_line(claim)].append(claim)
    yield from _jumps(package, columns.values())


def check_typed_jumps(package: Package) -> Iterator[Problem]:
    """Totals of one claimant and topic do not jump tenfold within a month."""
    lines: dict[Scope, list[ClaimRow]] = defaultdict(list)
    for claim in package.rows(ClaimRow):
        if package.is_typed(claim) and claim.counting in _TOTALS and claim.status in VALID:
            lines[_line(claim)].append(claim)
    yield from _jumps(package, lines.values())


def _line(claim: ClaimRow) -> Scope:
    return (
        claim.claimant, claim.population, claim.measure, claim.object, claim.subject, claim.place, claim.counting,
        claim.period_start,
    )  # fmt: skip


def _jumps(package: Package, lines: Iterable[list[ClaimRow]]) -> Iterator[Problem]:
    for line in lines:
        line.sort(key=lambda claim: PartialDate(claim.as_of).last)
        for before, after in pairwise(line):
            smaller, larger = sorted((_point(before), _point(after)))
            if smaller < _TOO_SMALL or larger < _JUMP * smaller or not _near(before, after):
                continue
            yield package.problem(
                after,
                "low" if after.low is not None else "high",
                f"{_point(after)} is a jump by a factor of {larger / smaller:.0f} from {_point(before)} ({before.id})",
                "look for a digit too many or too few; if it was said so, say it in a caveat or note",
                weight(before, after) if package.is_typed(after) else Severity.ERROR,
            )


def _point(claim: ClaimRow) -> int:
    return claim.low if claim.low is not None else claim.high or 0


def _near(before: ClaimRow, after: ClaimRow) -> bool:
    return PartialDate(after.as_of).last - PartialDate(before.as_of).last <= _SOON


def _valid(*claims: ClaimRow) -> bool:
    return all(claim.status in VALID for claim in claims)


CHECKS = (check_related_parts, check_narrower, check_series_jumps, check_typed_jumps)
