"""A package that grows: the shipped one, and beside it daily bulletins of claimants that do not exist.

What is added takes the way that a real bulletin takes: a line in `claimants.csv`, `series.csv` and `series_columns.csv`
each, and a wide table with a row a day. No part of the program knows that it was made.
"""

from __future__ import annotations

import csv
import itertools
import json
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

from bot.claims.model import Topic
from bot.claims.package.reader import Package
from bot.claims.tables import ClaimRow, Publisher

Wanted = Mapping[Topic, int]


def standing_topics(package: Package) -> Counter[Topic]:
    """How many figures of the whole war each topic has."""
    claims = (claim for claim in package.rows(ClaimRow) if claim.place is None)
    return Counter(
        Topic(claim.population, claim.measure, claim.object) for claim in claims if claim.population and claim.measure
    )


def evenly(package: Package, figures: int) -> dict[Topic, int]:
    """So many figures in all, what has to be added spread over all topics that have any."""
    topics = sorted(standing_topics(package), key=str)
    each, rest = divmod(max(figures - len(package.rows(ClaimRow)), 0), len(topics))
    return {topic: each + (number < rest) for number, topic in enumerate(topics)}


def grow(package: Package, folder: Path, wanted: Wanted) -> Path:
    """A copy of a package in `folder` with so many figures more of each topic."""
    shutil.copytree(package.path, folder)
    days = _days(package)
    for number, columns in enumerate(_bulletins(wanted, len(days))):
        _add(package, folder, number, columns, days)
    _retitle(folder)
    return folder


def _days(package: Package) -> list[date]:
    """The days on which the package counts, its last one included."""
    first = package.descriptor.claimbot.start
    last = max(claim.as_of for claim in package.rows(ClaimRow) if len(claim.as_of) == len("2022-02-24"))
    return [first + timedelta(days=n) for n in range((date.fromisoformat(last) - first).days + 1)]


def _bulletins(wanted: Wanted, days: int) -> Iterator[dict[Topic, int]]:
    """For one claimant after another, on how many days each topic stands in its bulletin."""
    left = {topic: count for topic, count in wanted.items() if count > 0}
    while left:
        yield {topic: min(count, days) for topic, count in left.items()}
        left = {topic: count - days for topic, count in left.items() if count > days}


def _add(package: Package, folder: Path, number: int, columns: Mapping[Topic, int], days: Sequence[date]) -> None:
    """One claimant with its bulletin."""
    id_, name = f"grown-{number}", f"Institute {number} of a benchmark"
    names = dict.fromkeys(("name_en", "name_uk", "name_ru"), name)
    _append(folder / "claimants.csv", [{"id": id_, **names, "kind": "institute"}])
    about = {"publisher": package.rows(Publisher)[0].id, "counting": "cumulative", "method": "estimate"}
    hedge = {"qualifier": "about", "period_start": package.descriptor.claimbot.start}
    file = f"series/{id_}.csv"
    _append(folder / "series.csv", [{"id": id_, "bulletin": id_, "file": file, "claimant": id_, **about, **hedge}])
    keys = {topic: str(topic).replace("/", "-") for topic in columns}
    _append(
        folder / "series_columns.csv",
        [
            {"series": id_, "column": key, "key": key}
            | {"population": topic.population, "measure": topic.measure, "object": topic.object}
            for topic, key in keys.items()
        ],
    )
    with (folder / file).open("w", encoding="utf-8", newline="") as wide:
        table = csv.writer(wide, lineterminator="\n")
        table.writerow(["date", *keys.values()])
        for left, day in zip(itertools.count(len(days), -1), days, strict=False):
            # The newest days are filled. Totals rise by one a day, the same for each topic of a bulletin: no part is
            # above its whole, no day jumps. Each bulletin has others, as claimants have.
            total = 1000 * (number + 1) + len(days) - left
            table.writerow([day, *(total if left <= filled else "" for filled in columns.values())])


def _append(path: Path, rows: Sequence[Mapping[str, object]]) -> None:
    with path.open(encoding="utf-8", newline="") as table:
        header = next(csv.reader(table))
    with path.open("a", encoding="utf-8", newline="") as table:
        writer = csv.DictWriter(table, header, lineterminator="\n")
        writer.writerows(rows)


def _retitle(folder: Path) -> None:
    """The descriptor says that this is not the package it was made of."""
    path = folder / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(descriptor | {"title": "Grown for a benchmark"}, ensure_ascii=False), encoding="utf-8")
