"""Checks of named things: circles of parents, names that collide, words for what is not there, unknown rules."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from bot.claims.package.interest import unknown_rules
from bot.claims.package.reader import Package
from bot.claims.problem import Problem, Severity
from bot.claims.tables import (
    Caveat,
    Claimant,
    Measure,
    Named,
    Object,
    Party,
    Place,
    Population,
    RelationRow,
    Row,
    Spokesperson,
    Subject,
)

# The kinds of words that name rows of a table, alone or refined ("party-army"). Other kinds are cues, which only the
# understanding of questions knows.
_NAMING: Mapping[str, type[Named]] = {
    "party": Party,
    "population": Population,
    "measure": Measure,
    "object": Object,
    "place": Place,
    "subject": Subject,
    "claimant": Claimant,
    "spokesperson": Spokesperson,
}


def check_circles(package: Package) -> Iterator[Problem]:
    """Nothing stands above itself."""
    yield from _circles(package, "parent", {row.id: (row, row.parent) for row in package.rows(Population)})
    yield from _circles(package, "parent", {row.id: (row, row.parent) for row in package.rows(Object)})
    yield from _circles(package, "parent", {row.id: (row, row.parent) for row in package.rows(Place)})
    yield from _circles(package, "parent", {row.id: (row, row.parent) for row in package.rows(Claimant)})
    yield from _circles(package, "side", {row.id: (row, row.side) for row in package.rows(Party)})


def _circles(package: Package, column: str, above: Mapping[str | None, tuple[Row, str | None]]) -> Iterator[Problem]:
    for start, (row, parent) in above.items():
        path: list[str | None] = [start]
        following = parent
        while following in above and following not in path:
            path.append(following)
            following = above[following][1]
        if following == start:
            what = f"makes a circle: {' → '.join(map(str, [*path, start]))}"
            yield package.problem(row, column, what, "empty it, or name what stands above")


def check_aliases(package: Package) -> Iterator[Problem]:
    """No alias takes another's name or stands twice; a claimant's may be shared, and then means them all."""
    yield from _aliases(package, package.rows(Place))
    yield from _aliases(package, package.rows(Spokesperson))
    for claimant in package.rows(Claimant):
        yield from _repeated(package, claimant)


def _aliases(package: Package, rows: Iterable[Place | Spokesperson]) -> Iterator[Problem]:
    rows = list(rows)
    named = {name.casefold(): row for row in rows for name in (row.name_en, row.name_uk, row.name_ru)}
    taken: dict[str, Row] = {}
    for row in rows:
        yield from _repeated(package, row)
        for alias in row.aliases:
            owner, first = named.get(alias.casefold()), taken.setdefault(alias.casefold(), row)
            if owner is not None and owner.id != row.id:
                what = f"“{alias}” is the name of {owner.id} (row {package.row_number(owner)})"
                yield package.problem(row, "aliases", what, "remove it here")
            elif first is not row:
                what = f"“{alias}” is an alias in row {package.row_number(first)} too"
                yield package.problem(row, "aliases", what, "give it to one of the two", Severity.WARNING)


def _repeated(package: Package, row: Place | Spokesperson | Claimant) -> Iterator[Problem]:
    for alias, times in Counter(alias.casefold() for alias in row.aliases).items():
        if times > 1:
            yield package.problem(row, "aliases", f"“{alias}” stands twice", "remove one", Severity.WARNING)


def check_words(package: Package) -> Iterator[Problem]:
    """A word names a thing that is there."""
    targets = {kind: {row.id for row in package.rows(model)} for kind, model in _NAMING.items()}
    targets["group"] = {row.group for row in package.rows(Population) if row.group}
    seen: dict[tuple[str, str], set[str]] = defaultdict(set)
    for word in package.words:
        known = targets.get(word.kind.partition("-")[0])
        if known is None or word.target in known or word.target in seen[word.language, word.kind]:
            continue
        seen[word.language, word.kind].add(word.target)
        what = f"“{word.target}” is no {word.kind} of this package"
        yield Problem(f"words/{word.language}.toml", word.line, word.target, what, "correct the id, or remove the line")


def check_rules(package: Package) -> Iterator[Problem]:
    """A caveat's rule is one that the program can compute."""
    for caveat in unknown_rules(package.rows(Caveat)):
        what = f"“{caveat.rule}” is no rule that the program knows"
        yield package.problem(caveat, "rule", what, "correct it, or empty it and name the caveat on claims")


def check_relations(package: Package) -> Iterator[Problem]:
    """A claim is related to another, not to itself; where to reports in general, a note says to which."""
    for relation in package.rows(RelationRow):
        if relation.other == relation.claim:
            yield package.problem(relation, "other", "is the claim itself", "name the other claim")
        elif relation.other is None and relation.note is None:
            yield package.problem(
                relation, "other", "is empty, as is note", "name the other claim, or say in a note what"
            )


CHECKS = (check_circles, check_aliases, check_words, check_rules, check_relations)
