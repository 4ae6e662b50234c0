"""What the checks share."""

from __future__ import annotations

from collections.abc import Iterator

from bot.claims.model import Status
from bot.claims.package.reader import Package
from bot.claims.problem import Severity
from bot.claims.tables import ClaimRow

VALID = frozenset({Status.STANDING, Status.SUPERSEDED})  # said and meant, if only for a time


def typed_claims(package: Package) -> Iterator[ClaimRow]:
    """Claims of claims.csv; those of series follow what their series and columns say, which is checked there."""
    return (claim for claim in package.rows(ClaimRow) if package.is_typed(claim))


def weight(*claims: ClaimRow) -> Severity:
    """An irregularity is an error, unless an editor has explained one of the claims: then it warns."""
    explained = any(claim.caveats or claim.notes or claim.status not in VALID for claim in claims)
    return Severity.WARNING if explained else Severity.ERROR
