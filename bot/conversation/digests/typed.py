"""Reads what is typed while a subscription is put together: a time of day, words, a number."""

from __future__ import annotations

import re
from datetime import time

_TIME = re.compile(r"(?:\w{1,2}\s+)?(\d{1,2})(?:\s*[:.h-]?\s*([0-5]\d))?\s*(?:([ap])\.?m\.?)?", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,3}(?:[ ,.\u00a0\u202f]?\d{3})*|\d+")
_BETWEEN_WORDS = re.compile(r"[,;\n]+")
_ASIDE_WORDS = 6  # whoever writes more asks something else
MOST_WORDS = 10
LONGEST_WORD = 40
MOST_DIGITS = 6


def is_aside(written: str) -> bool:
    """Whether it looks like a question rather than like an answer of a word or two."""
    return "?" in written or len(written.split()) >= _ASIDE_WORDS


def read_time(written: str) -> time | None:
    """A time of day: 8, 8:30, 8.30, 0830, 8 pm."""
    found = _TIME.fullmatch(written.strip().rstrip("."))
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").casefold()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour % 24, minute) if hour <= 23 or (hour, minute) == (24, 0) else None


def read_words(written: str) -> tuple[str, ...] | None:
    """Words or phrases with commas between them; None where they are none, too many or too long."""
    words = tuple(dict.fromkeys(" ".join(word.split()).casefold() for word in _BETWEEN_WORDS.split(written)))
    words = tuple(word for word in words if any(character.isalnum() for character in word))
    fits = 0 < len(words) <= MOST_WORDS and all(len(word) <= LONGEST_WORD for word in words)
    return words if fits else None


def read_number(written: str) -> int | None:
    """A whole number as people write it: 1000, 1,000, 1 000."""
    found = _NUMBER.fullmatch(written.strip())
    digits = re.sub(r"\D", "", written) if found else ""
    return int(digits) if 0 < len(digits) <= MOST_DIGITS else None
