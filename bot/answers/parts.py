"""Which figures answer a reading, by what they count: rates, totals, numbers on a day, and those that count otherwise.

A total never answers for a period, nor a period's figure for a total, nor either for a rate: each stands in its own
part of the answer. Rates are a part, the first, where one was asked for; else they count otherwise.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Generic, NamedTuple, TypeVar

from bot.claims.database.selection import Selection
from bot.claims.database.store import Meta
from bot.claims.model import Counting
from bot.questions.question import Reading

T = TypeVar("T")


class Parts(NamedTuple, Generic[T]):
    """Something for each part of a reading's figures. A part without a way of counting has none."""

    rates: T  # so many a day, week or month, where that is asked for
    main: T  # what answers: totals, or what happened in a period
    stock: T  # numbers on a day, which can fall
    other: T  # what counts otherwise

    @property
    def answering(self) -> tuple[T, T, T]:
        """All but what counts otherwise."""
        return self.rates, self.main, self.stock


def parts(reading: Reading, meta: Meta, known_by: date | None = None) -> Parts[Selection]:
    """The parts of a reading's figures."""
    found = _of_period(reading, meta, known_by) if reading.period else _of_totals(reading, known_by)
    if reading.per is None:
        return found
    unlike = tuple(counting for counting in found.other.countings if counting is not Counting.RATE)
    return found._replace(
        rates=replace(found.rates, countings=(Counting.RATE,)), other=replace(found.other, countings=unlike)
    )


def select(reading: Reading, known_by: date | None = None) -> Selection:
    """Everything within the limits that the question sets."""
    dates = reading.dates
    return Selection(
        topic=reading.topic,
        place=reading.place,
        claimants=reading.claimants,
        spokespersons=reading.spokespersons,
        as_of_from=dates.as_of_from,
        as_of_to=dates.as_of_to,
        said_from=dates.said_from,
        said_to=dates.said_to,
        known_by=known_by,
    )


def _of_totals(reading: Reading, known_by: date | None) -> Parts[Selection]:
    everything = select(reading, known_by)
    # What happened at a place is often one event: there its figure is the total.
    main = (Counting.CUMULATIVE, Counting.EVENT) if reading.place else (Counting.CUMULATIVE,)
    other = tuple(counting for counting in Counting if counting not in (*main, Counting.STOCK))
    return Parts(
        rates=replace(everything, countings=()),
        main=replace(everything, countings=main),
        stock=replace(everything, countings=(Counting.STOCK,)),
        other=replace(everything, countings=other),
    )


def _of_period(reading: Reading, meta: Meta, known_by: date | None) -> Parts[Selection]:
    everything = select(reading, known_by)
    within = (reading.dates.as_of_from or meta.start, reading.dates.as_of_to or meta.newest)
    inside = replace(everything, as_of_from=None, as_of_to=None, within=within)
    return Parts(
        rates=replace(everything, countings=()),
        main=replace(inside, countings=(Counting.PERIOD, Counting.EVENT, Counting.CUMULATIVE)),
        stock=replace(everything, countings=()),  # how many there were on a day does not tell what happened
        other=replace(everything, countings=(Counting.RATE, Counting.STOCK)),
    )
