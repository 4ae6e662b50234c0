"""Checks of dates: what a number counts to, when it was said, when it was printed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.claims.checks.common import typed_claims, weight
from bot.claims.model import Counting, PartialDate
from bot.claims.package.reader import Package
from bot.claims.problem import Problem, Severity
from bot.claims.tables import AppearanceRow, ClaimRow, SourceRow


def check_own_dates(package: Package) -> Iterator[Problem]:
    """A claim's own dates stand in a possible order."""
    for claim in typed_claims(package):
        as_of = PartialDate(claim.as_of)
        if claim.period_start is not None and PartialDate(claim.period_start).first > as_of.last:
            yield package.problem(
                claim, "period_start", f"{claim.period_start} is after as_of, {claim.as_of}", "correct one of the two"
            )
        if claim.said_on is not None and claim.said_on < as_of.first and claim.counting is not Counting.RATE:
            yield package.problem(
                claim,
                "said_on",
                f"{claim.said_on} is before the day it counts to, {claim.as_of}",
                "correct said_on or as_of; where a report has it so, say it in a caveat or note",
                weight(claim),
            )
        if claim.status_date is not None and claim.said_on is not None and claim.status_date < claim.said_on:
            yield package.problem(
                claim,
                "status_date",
                f"{claim.status_date} is before it was said, {claim.said_on}",
                "correct one of the two",
            )


def check_prints_follow(package: Package) -> Iterator[Problem]:
    """No report prints a number that counts to, or was said on, a later day."""
    claims = {claim.id: claim for claim in package.rows(ClaimRow)}
    published = {source.id: source.published for source in package.rows(SourceRow)}
    for appearance in package.rows(AppearanceRow):
        printed = published.get(appearance.source)
        claim = claims.get(appearance.claim)
        if printed is None or claim is None or not package.is_typed(appearance):
            continue
        for column, day in _too_late(claim, PartialDate(printed).last):
            where = package.origin(appearance)
            yield package.problem(
                claim,
                column,
                f"{day} is after {appearance.source} printed it, {printed} ({where.file}, row {where.row})",
                "correct the date or the source's; if the report has it so, say it in distortion or a note",
                Severity.WARNING if appearance.distortion or appearance.note else weight(claim),
            )


def _too_late(claim: ClaimRow, printed: date) -> Iterator[tuple[str, str]]:
    if PartialDate(claim.as_of).first > printed:
        yield "as_of", claim.as_of
    if claim.said_on is not None and claim.said_on > printed:
        yield "said_on", str(claim.said_on)


CHECKS = (check_own_dates, check_prints_follow)
