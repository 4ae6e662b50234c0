"""What the loader computes about a claim: whose losses it counts, when it was known, which days it covers, its caveats.

Nothing here is typed by an editor, so both sides are treated alike by construction: the same rule looks at the claim's
claimant, population, method, dates and status, whoever it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Self, TypeVar

from bot.claims.model import Counting, Interest, Method, PartialDate, Precision, Qualifier, RelationKind, Status
from bot.claims.package.reader import Package
from bot.claims.tables import Caveat, Claimant, ClaimRow, Party, Population, RelationRow, SourceRow

_UNCLEAR_MEASURE = "losses"  # the contract's id: the claimant does not say what is counted
_MINIMUM_METHODS = frozenset({Method.VERIFIED_COUNT, Method.NAMED_LIST, Method.PHOTOGRAPHS})
_OPEN_UPWARDS = frozenset({Qualifier.AT_LEAST, Qualifier.MORE_THAN})
_ESTIMATES = frozenset({Method.INTELLIGENCE_ESTIMATE, Method.ESTIMATE})

N = TypeVar("N", Claimant, Population)


@dataclass(frozen=True, slots=True)
class Computed:
    """What is computed about one claim."""

    interest: Interest
    known_on: date | None  # the day by which it had certainly been said; None: the package does not tell
    as_of_first: date
    as_of_last: date
    covers_from: date | None  # the first day counted; None: a stock has none, or it is not known
    caveats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules for caveats look at."""

    claim: ClaimRow
    interest: Interest
    of_party: bool  # the claimant belongs to a party to the conflict
    known_on: date | None
    derived: bool


Rule = Callable[[Facts], bool]


def _has_status(status: Status) -> Rule:
    return lambda facts: facts.claim.status is status


def _counted_at_least(facts: Facts) -> bool:
    """A count of checked cases, or an independent count that says so itself."""
    claim = facts.claim
    says_so = facts.interest is Interest.INDEPENDENT_COUNT and claim.qualifier in _OPEN_UPWARDS
    return claim.method in _MINIMUM_METHODS or says_so


# The names that the column `rule` of caveats.csv may hold.
RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "own-losses": lambda facts: facts.interest is Interest.OWN_LOSSES,
        "enemy-losses": lambda facts: facts.interest is Interest.ENEMY_LOSSES,
        "not-verified": lambda facts: facts.of_party,
        "minimum-count": _counted_at_least,
        "estimate": lambda facts: facts.claim.method in _ESTIMATES,
        "model": lambda facts: facts.claim.method is Method.MODEL,
        "leak": lambda facts: facts.claim.method is Method.LEAK,
        "compilation": lambda facts: facts.claim.method is Method.COMPILATION,
        "measure-unclear": lambda facts: facts.claim.measure == _UNCLEAR_MEASURE and facts.claim.object is None,
        "as-of-month": lambda facts: PartialDate(facts.claim.as_of).grain is not Precision.DAY,
        "as-of-inferred": lambda facts: facts.claim.as_of_inferred,
        "said-on-unknown": lambda facts: facts.known_on is None,
        "derived-from-other": lambda facts: facts.derived,
        **{status.value: _has_status(status) for status in Status if status is not Status.STANDING},
    }
)


def unknown_rules(caveats: Iterable[Caveat]) -> list[Caveat]:
    """Caveats whose rule this program does not know: an error of the package."""
    return [caveat for caveat in caveats if caveat.rule is not None and caveat.rule not in RULES]


class Computation:
    """Computes what follows from a claim within its package."""

    def __init__(
        self,
        *,
        start: date,
        parties: Iterable[Party],
        populations: Iterable[Population],
        claimants: Iterable[Claimant],
        caveats: Iterable[Caveat],
    ) -> None:
        self._start = start
        self._sides = {party.id: party.side or party.id for party in parties}
        self._populations = {population.id: population for population in populations}
        self._claimants = {claimant.id: claimant for claimant in claimants}
        self._rules = [(caveat.id, RULES[caveat.rule]) for caveat in caveats if caveat.rule is not None]
        self._interest = lru_cache(maxsize=4096)(self._find_interest)  # asked for each claim, and of few claimants

    @classmethod
    def for_package(cls, package: Package) -> Self:
        """The computation by a package's own parties, populations, claimants and caveats."""
        return cls(
            start=package.descriptor.claimbot.start,
            parties=package.rows(Party),
            populations=package.rows(Population),
            claimants=package.rows(Claimant),
            caveats=package.rows(Caveat),
        )

    def of(self, claim: ClaimRow, sources: Sequence[SourceRow], relations: Sequence[RelationRow]) -> Computed:
        """Everything computed about a claim, from the reports it appears in and its relations to others."""
        interest = self.interest(claim)
        known_on = claim.said_on or _first_printed(sources)
        as_of = PartialDate(claim.as_of)
        facts = Facts(
            claim=claim,
            interest=interest,
            of_party=self._side_of_claimant(claim.claimant) is not None,
            known_on=known_on,
            derived=any(relation.kind is RelationKind.DERIVED_FROM for relation in relations),
        )
        return Computed(
            interest=interest,
            known_on=known_on,
            as_of_first=as_of.first,
            as_of_last=as_of.last,
            covers_from=self._covers_from(claim),
            caveats=tuple(caveat for caveat, applies in self._rules if applies(facts)),
        )

    def interest(self, claim: ClaimRow) -> Interest:
        """Whose losses the claimant counts: its own side's, the other side's, or those of others."""
        return self._interest(claim.claimant, claim.population)

    def _find_interest(self, claimant: str, population: str | None) -> Interest:
        side = self._side_of_claimant(claimant)
        if side is None:
            counts_itself = any(above.counts_itself for above in _upwards(self._claimants, claimant))
            return Interest.INDEPENDENT_COUNT if counts_itself else Interest.THIRD_PARTY
        counted = self._side_of_population(population)
        if counted is None:
            return Interest.THIRD_PARTY
        return Interest.OWN_LOSSES if counted == side else Interest.ENEMY_LOSSES

    def _side_of_claimant(self, claimant: str) -> str | None:
        party = next((above.party for above in _upwards(self._claimants, claimant) if above.party), None)
        return self._sides.get(party) if party else None

    def _side_of_population(self, population: str | None) -> str | None:
        if population is None:
            return None
        party = next((above.party for above in _upwards(self._populations, population) if above.party), None)
        return self._sides.get(party) if party else None

    def _covers_from(self, claim: ClaimRow) -> date | None:
        if claim.period_start is not None:
            return PartialDate(claim.period_start).first
        if claim.counting is Counting.CUMULATIVE:
            return self._start
        return None if claim.counting is Counting.STOCK else PartialDate(claim.as_of).first


def _upwards(entries: Mapping[str, N], id_: str) -> Iterable[N]:
    """An entry and everything above it; a circle of parents (an error of the package) ends the walk."""
    seen: set[str] = set()
    following: str | None = id_
    while following is not None and following in entries and following not in seen:
        seen.add(following)
        entry = entries[following]
        yield entry
        following = entry.parent


def _first_printed(sources: Iterable[SourceRow]) -> date | None:
    printed = (PartialDate(source.published).last for source in sources if source.published is not None)
    return min(printed, default=None)
