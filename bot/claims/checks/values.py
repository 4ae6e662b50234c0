"""Checks of what a claim counts and how much: topic, bounds, hedge, counting, status."""

from __future__ import annotations

from collections.abc import Iterator

from bot.claims.checks.common import typed_claims
from bot.claims.model import Counting, Qualifier, RelationKind, Status
from bot.claims.package.reader import Package
from bot.claims.problem import Problem, Severity
from bot.claims.tables import ClaimRow, Measure, RelationRow, SeriesColumnRow, SeriesRow

_PER = ("day", "week", "month")
_OPEN_ABOVE = frozenset({Qualifier.AT_LEAST, Qualifier.MORE_THAN})


def check_bounds(package: Package) -> Iterator[Problem]:
    """A value has a bound, its bounds stand the right way round and fit the hedge."""
    for claim in package.rows(ClaimRow):
        for column, what, fix in _bounds_faults(claim.low, claim.high, claim.qualifier):
            yield package.problem(claim, column, what, fix)


def _bounds_faults(low: int | None, high: int | None, qualifier: Qualifier) -> Iterator[tuple[str, str, str]]:
    if low is None and high is None:
        yield "low", "is empty, as is high", "give the number in both, or in one of them where the other end is open"
    elif low is not None and high is not None and low > high:
        yield "low", f"{low} is above high, {high}", "exchange the two, or correct the one that is mistyped"
    elif qualifier in _OPEN_ABOVE and low is None:
        yield "low", f"is empty, though the number is “{qualifier}”", "move the number from high to low"
    elif qualifier is Qualifier.AT_MOST and high is None:
        yield "high", f"is empty, though the number is “{qualifier}”", "move the number from low to high"
    elif qualifier is Qualifier.RANGE and (low is None or high is None or low == high):
        yield "qualifier", "is “range” without two different ends", "give both ends, or another qualifier"
    elif qualifier is Qualifier.EXACT and low != high:
        yield "qualifier", "is “exact”, though low and high differ", "make them equal, or give another qualifier"


def check_topics(package: Package) -> Iterator[Problem]:
    """A topic is whole or empty, and its object is there exactly where the measure is of objects."""
    measured = {measure.id: measure.of for measure in package.rows(Measure)}
    rows: list[ClaimRow | SeriesColumnRow] = [*typed_claims(package), *package.rows(SeriesColumnRow)]
    for row in rows:
        if row.population is None and row.measure is None:
            yield from _topicless(package, row)
        elif row.measure is None or row.population is None:
            column, other = ("measure", "population") if row.measure is None else ("population", "measure")
            yield package.problem(
                row, column, f"is empty beside a {other}", f"fill it in, or empty {other} and name a subject"
            )
        elif row.subject is not None:
            yield package.problem(row, "subject", "stands beside a topic", "keep either the topic or the subject")
        else:
            yield from _object_fits(package, row, measured.get(row.measure))


def _topicless(package: Package, row: ClaimRow | SeriesColumnRow) -> Iterator[Problem]:
    if row.subject is None:
        yield package.problem(
            row,
            "subject",
            "is empty, as are population and measure",
            "name what is counted, as a topic or as a subject",
        )
    if row.object is not None:
        yield package.problem(row, "object", "stands without a measure", "fill in population and measure, or empty it")


def _object_fits(package: Package, row: ClaimRow | SeriesColumnRow, of: str | None) -> Iterator[Problem]:
    if of == "people" and row.object is not None:
        yield package.problem(
            row,
            "object",
            f"“{row.object}” cannot be {row.measure}: that is said of people",
            "empty it, or correct measure",
        )
    elif of == "objects" and row.object is None:
        yield package.problem(
            row, "object", f"is empty, though {row.measure} is said of objects", "name the object, or correct measure"
        )


def check_measures(package: Package) -> Iterator[Problem]:
    """A measure is of people, of objects or of both."""
    for measure in package.rows(Measure):
        if measure.of not in ("people", "objects", "both"):
            yield package.problem(measure, "of", f"“{measure.of}” is not known", "write people, objects or both")


def check_counting(package: Package) -> Iterator[Problem]:
    """A rate says per what, a period when it began."""
    for claim in typed_claims(package):
        if (claim.counting is Counting.RATE) != (claim.per is not None):
            what = "is empty, though the number is a rate" if claim.per is None else "stands beside what is not a rate"
            yield package.problem(claim, "per", what, f"write one of {', '.join(_PER)} for a rate, else nothing")
        elif claim.per is not None and claim.per not in _PER:
            yield package.problem(claim, "per", f"“{claim.per}” is not known", f"write one of: {', '.join(_PER)}")
        if claim.counting is Counting.PERIOD and claim.period_start is None:
            yield package.problem(
                claim, "period_start", "is empty, though the number is of a period", "write its first day"
            )
    for series in package.rows(SeriesRow):
        if (series.counting is Counting.PERIOD) != (series.period in ("week", "month")):
            yield package.problem(
                series, "period", "does not fit counting", "write week or month for a period, else nothing"
            )


def check_status(package: Package) -> Iterator[Problem]:
    """What became of a claim has a reason and a date, or a newer claim that revises it."""
    revised = {relation.other for relation in package.rows(RelationRow) if relation.kind is RelationKind.REVISES}
    for claim in typed_claims(package):
        if claim.status is Status.STANDING:
            for column in ("status_reason", "status_date"):
                if getattr(claim, column) is not None:
                    yield package.problem(
                        claim, column, "is filled, though the claim stands", "empty it, or change status"
                    )
        elif claim.status is not Status.SUPERSEDED or claim.id not in revised:
            yield from _status_explained(package, claim)


def _status_explained(package: Package, claim: ClaimRow) -> Iterator[Problem]:
    if claim.status_reason is None:
        yield package.problem(
            claim,
            "status_reason",
            f"is empty, though the claim is {claim.status}",
            "add a note that says why, and its id here",
        )
    if claim.status_date is None:
        yield package.problem(
            claim,
            "status_date",
            f"is empty, though the claim is {claim.status}",
            "add the day, if known",
            Severity.WARNING,
        )


CHECKS = (check_bounds, check_topics, check_measures, check_counting, check_status)
