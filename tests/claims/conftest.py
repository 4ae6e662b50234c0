"""What tests of the shipped claims share: its rows, found by id."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from bot.claims.package.reader import Package
from bot.claims.tables import AppearanceRow, ClaimRow, RelationRow, SourceRow


@dataclass(frozen=True)
class Ledger:
    """The claims of a package, typed and made from series, with their prints and ties."""

    claims: dict[str, ClaimRow]
    prints: dict[str, dict[str, AppearanceRow]]  # claim -> publisher -> print
    sources: dict[str, SourceRow]
    ties: frozenset[tuple[str, str, str | None]]

    def values(self, *, claimant: str, population: str, measure: str) -> set[int | None]:
        """Every low end that this claimant gave on this topic."""
        return {
            claim.low
            for claim in self.claims.values()
            if (claim.claimant, claim.population, claim.measure) == (claimant, population, measure)
        }

    def published(self, claim: str, publisher: str) -> str | None:
        """The date of that publisher's print."""
        return self.sources[self.prints[claim][publisher].source].published


@pytest.fixture(scope="session")
def ledger(real_package: Package) -> Ledger:
    sources = {source.id: source for source in real_package.rows(SourceRow)}
    prints: dict[str, dict[str, AppearanceRow]] = {}
    for row in real_package.rows(AppearanceRow):
        prints.setdefault(row.claim, {}).setdefault(sources[row.source].publisher, row)
    return Ledger(
        claims={claim.id: claim for claim in real_package.rows(ClaimRow)},
        prints=prints,
        sources=sources,
        ties=frozenset((row.claim, row.kind.value, row.other) for row in real_package.rows(RelationRow)),
    )
