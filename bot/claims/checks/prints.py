"""Checks of appearances and reports: the verbatim gate above all."""

from __future__ import annotations

from collections.abc import Iterator

from bot.claims.checks.common import typed_claims
from bot.claims.checks.verbatim import bounds, numbers_in, stands_in
from bot.claims.model import Distortion
from bot.claims.package.reader import Package
from bot.claims.problem import Problem, Severity
from bot.claims.tables import AppearanceRow, ClaimRow, SourceRow

_OTHER_NUMBER = {Distortion.MISPRINTED: Severity.ERROR, Distortion.ROUNDED: Severity.WARNING}


def check_quotes(package: Package) -> Iterator[Problem]:
    """The verbatim gate: a quote holds the number as printed, or else the claim's own."""
    claims = {claim.id: claim for claim in package.rows(ClaimRow)}
    for appearance in package.rows(AppearanceRow):
        claim = claims.get(appearance.claim)
        if appearance.quote is None or claim is None:
            continue
        if appearance.quote_language is None:
            yield package.problem(
                appearance, "quote_language", "is empty beside a quote", "write its language: en, uk, ru…"
            )
        printed = appearance.as_printed or _in_digits(claim)
        if not stands_in(appearance.quote, printed):
            yield package.problem(
                appearance,
                "quote",
                f"does not hold the number “{printed}”",
                "quote the clause with the number, word for word",
            )


def check_printed_numbers(package: Package) -> Iterator[Problem]:
    """A print gives the claim's number, or says that it gives another."""
    claims = {claim.id: claim for claim in package.rows(ClaimRow)}
    for appearance in package.rows(AppearanceRow):
        claim = claims.get(appearance.claim)
        if claim is None or not package.is_typed(appearance):
            continue
        if appearance.as_printed is None:
            if appearance.distortion in _OTHER_NUMBER:
                what = f"is empty, though the number is {appearance.distortion}"
                fix = "write the number as it stands in that report"
                yield package.problem(appearance, "as_printed", what, fix, _OTHER_NUMBER[appearance.distortion])
        elif appearance.distortion is None and not bounds(claim.low, claim.high) <= numbers_in(appearance.as_printed):
            yield package.problem(
                appearance,
                "as_printed",
                f"“{appearance.as_printed}” is not the claim's {_in_digits(claim)}",
                "correct one of the two, or say in distortion what this print does (rounded, misprinted…)",
                Severity.WARNING if appearance.note else Severity.ERROR,
            )


def _in_digits(claim: ClaimRow) -> str:
    return " to ".join(str(bound) for bound in sorted(bounds(claim.low, claim.high)))


def check_sourced(package: Package) -> Iterator[Problem]:
    """Every claim appears in a report; every report carries a claim."""
    appearances = package.rows(AppearanceRow)
    printed = {appearance.claim for appearance in appearances}
    used = {appearance.source for appearance in appearances}
    for claim in typed_claims(package):
        if claim.id not in printed:
            yield package.problem(claim, "id", f"“{claim.id}” appears in no report", "add a row to appearances.csv")
    for source in package.rows(SourceRow):
        if package.is_typed(source) and source.id not in used:
            yield package.problem(
                source,
                "id",
                f"“{source.id}” carries no claim",
                "add its claims to appearances.csv, or remove it",
                Severity.WARNING,
            )


CHECKS = (check_quotes, check_printed_numbers, check_sourced)
