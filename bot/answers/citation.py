"""A figure as a citation ready to paste: what it counts, the number with its hedge, who said it, when, who printed it.

A button that copies holds 256 characters: what has no room is left out, or, of the topic's name, the end. Number,
claimant and date are never.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.answers.blocks import clean
from bot.answers.html import clip, utf16
from bot.answers.wording import SEPARATOR, Wording
from bot.claims.model import Figure

LIMIT = 256  # UTF-16 units that a button can copy
_BY_WEIGHT = ("topic", "published", "url", "publisher", "said", "person", "title")


def plain_citation(figure: Figure, wording: Wording, *, limit: int = LIMIT) -> str:
    """The figure with topic, claimant and dates: "topic: value · claimant · as of …"."""
    return _Citation(figure, wording, limit).fitted({"topic", "said", "person"})


def full_citation(figure: Figure, wording: Wording, *, limit: int = LIMIT) -> str:
    """The same with where it was printed: publisher, title, date and address of the leading report."""
    return _Citation(figure, wording, limit).fitted(set(_BY_WEIGHT))


class _Citation:
    """One figure, cited."""

    def __init__(self, figure: Figure, wording: Wording, limit: int) -> None:
        self._limit = limit
        self._claimant = clean(wording.claimant(figure.claimant))
        self._value, self._when = wording.value_with_status(figure), wording.when(figure)
        parts = {
            "topic": wording.matter(figure),
            "said": wording.said_on(figure),
            "person": wording.spokesperson(figure),
            **(_printed(figure, wording)),
        }
        self._parts = {name: clean(part) for name, part in parts.items() if part}

    def fitted(self, wanted: set[str]) -> str:
        """The essentials, and of the parts wanted those that there is room for, the weightiest first."""
        kept: dict[str, str] = {}
        for name in _BY_WEIGHT:
            if name not in wanted or name not in self._parts:
                continue
            grown = kept | {name: self._parts[name]}
            if utf16(self._written(grown)) <= self._limit:
                kept = grown
            elif name == "topic":
                room = self._limit - utf16(self._written({"topic": ""}))
                kept = {name: clip(self._parts[name], room)} if room > 1 else {}
        return self._written(kept)

    def _written(self, parts: Mapping[str, str]) -> str:
        topic = f"{parts['topic']}: " if "topic" in parts else ""
        said = [parts[name] for name in ("said", "person") if name in parts]
        report = ", ".join(parts[name] for name in ("publisher", "title", "published") if name in parts)
        sentences = [topic + SEPARATOR.join([*self._essentials(), *said]), report, parts.get("url", "")]
        return ". ".join(filter(None, sentences))

    def _essentials(self) -> tuple[str, str, str]:
        """Number, claimant and date; where even these are too long, the claimant's name loses its end."""
        room = self._limit - utf16(self._value) - utf16(self._when) - 2 * len(SEPARATOR)
        return self._value, clip(self._claimant, room), self._when


def _printed(figure: Figure, wording: Wording) -> dict[str, str | None]:
    if not figure.appearances:
        return {}
    source = figure.appearances[0].source
    return {
        "publisher": wording.name(wording.catalog.publishers, source.publisher),
        "title": wording.texts.say("quoted", text=clean(source.title)) if source.title else None,
        "published": wording.texts.date(source.published) if source.published else None,
        "url": source.url,
    }
