"""Where nothing is found within the limits of a question: what fewer of them find, each to be asked by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from bot.answers.answer import Nearby
from bot.claims.database.catalog import Catalog
from bot.questions.question import Dates, Reading

MEASURE, CLAIMANT, DATES, LIMITS = "measure", "claimant", "dates", "limits"


def nearby(
    reading: Reading, count: Callable[[Reading], int], catalog: Catalog, *, unlimited: bool = False
) -> tuple[Nearby, ...]:
    """What a reading without figures finds with another measure, any claimant or any dates; else without all of these.

    `count` tells how many figures answer a reading. Nothing for one that sets no such limits, unless `unlimited` says
    otherwise: topics near to it are told anyway.
    """
    if not (unlimited or _is_limited(reading)):
        return ()
    found = tuple(_counted(_loosened(reading, catalog), count))
    return found or tuple(_counted(iter([(LIMITS, _unlimited(reading))]), count))


def _is_limited(reading: Reading) -> bool:
    return bool(reading.claimants or reading.spokespersons) or reading.dates != Dates()


def _loosened(reading: Reading, catalog: Catalog) -> Iterator[tuple[str, Reading]]:
    for measure in catalog.measures:
        if measure != reading.topic.measure:
            yield MEASURE, replace(reading, topic=replace(reading.topic, measure=measure))
    if reading.claimants or reading.spokespersons:
        yield CLAIMANT, replace(reading, claimants=(), spokespersons=())
    if reading.dates != Dates():
        yield DATES, replace(reading, dates=Dates(), period=False)


def _unlimited(reading: Reading) -> Reading:
    return replace(reading, claimants=(), spokespersons=(), dates=Dates(), period=False)


def _counted(readings: Iterator[tuple[str, Reading]], count: Callable[[Reading], int]) -> Iterator[Nearby]:
    for how, reading in readings:
        if total := count(reading):
            yield Nearby(reading, how, total)
