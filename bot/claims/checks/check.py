"""What a package must keep besides the shape of its tables: each check looks at one subject and tells every fault.

A few irregular things are true: reports do garble dates, and totals do contradict their parts. Where an editor has
explained one, by a caveat, a note or a distortion on the row, the checks that it concerns warn only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from bot.claims.checks import dates, names, prints, sums, texts, values
from bot.claims.package.reader import Package, survey
from bot.claims.problem import Problem

Check = Callable[[Package], Iterable[Problem]]

CHECKS: tuple[Check, ...] = (
    *values.CHECKS,
    *dates.CHECKS,
    *prints.CHECKS,
    *sums.CHECKS,
    *names.CHECKS,
    *texts.CHECKS,
)


def check(package: Package) -> list[Problem]:
    """Every fault of a package that could be read, by file and row."""
    found = [problem for run in CHECKS for problem in run(package)]
    return sorted(found, key=lambda problem: (problem.file, problem.row or 0, problem.column or ""))


def check_path(path: Path) -> list[Problem]:
    """Every fault of the package in that folder, whether it can be read or not."""
    package, problems = survey(path)
    return problems + (check(package) if package is not None else [])
