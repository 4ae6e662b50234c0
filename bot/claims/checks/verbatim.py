"""The verbatim gate: where a quote is kept, the number must stand in it, in digits or in words."""

from __future__ import annotations

from bot.language.numbers import read_numbers


def numbers_in(text: str) -> frozenset[int]:
    """Every number that stands in a text; of a range, both ends."""
    return frozenset(bound for span in read_numbers(text) for bound in (span.low, span.high))


def bounds(low: int | None, high: int | None) -> frozenset[int]:
    """The ends of a value that are not open."""
    return frozenset(bound for bound in (low, high) if bound is not None)


def stands_in(quote: str, printed: str) -> bool:
    """Whether the quote holds the number as printed; what is no number ("dozens") must stand there as it is."""
    expected = numbers_in(printed)
    return expected <= numbers_in(quote) if expected else printed.casefold() in quote.casefold()
