"""An answer as neutral blocks: what the terminal prints and what a chat shows are made from the same ones.

A block holds items; an item is what must never be cut (a figure with its evidence, a caveat); an item holds lines, a
line holds spans. A renderer only adds mark-up, never a word.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.claims.model import Topic


class BlockKind(StrEnum):
    """What a block is about; a channel may leave out those it offers as buttons."""

    HEAD = "head"
    COUNTS = "counts"
    SPREAD = "spread"
    GROUP = "group"
    CHECKED = "checked"
    CAVEATS = "caveats"
    DIFFERENCES = "differences"
    RELATED = "related"
    MISSING = "missing"
    SUGGESTIONS = "suggestions"
    REFUSAL = "refusal"
    HINTS = "hints"


class Style(StrEnum):
    """How a span is set."""

    PLAIN = "plain"
    BOLD = "bold"
    ITALIC = "italic"


# Control and direction characters have no place in a name or a quotation: they could garble a terminal or turn a line.
_CONTROLS = (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029)  # with line and paragraph separators
_DIRECTIONS = (0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_UNSAFE = {**dict.fromkeys(_CONTROLS, " "), **dict.fromkeys(_DIRECTIONS, None)}


def clean(text: str) -> str:
    """The text on one line, without characters that steer a terminal or the direction of writing."""
    return text if text.isprintable() else text.translate(_UNSAFE)


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style, or a link."""

    text: str
    style: Style = Style.PLAIN
    href: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", clean(self.text))


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text; evidence (quotations, reports) may be folded away by a channel that can unfold it."""

    spans: tuple[Span, ...]
    indent: int = 0
    evidence: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """Lines that belong together and are never cut apart."""

    lines: tuple[Line, ...]
    figure: str | None = None  # id of the figure it shows
    reading: Topic | None = None  # the topic it offers, for a button


@dataclass(frozen=True, slots=True)
class Block:
    """A part of an answer with its title."""

    kind: BlockKind
    title: Line | None
    items: tuple[Item, ...] = ()
    reading: int | None = None  # the reading it belongs to, counted from 0; None: the whole answer


def plain(text: str, indent: int = 0) -> Line:
    """A line of unmarked text."""
    return Line((Span(text),), indent)


def bold(text: str, indent: int = 0) -> Line:
    """A line in bold."""
    return Line((Span(text, Style.BOLD),), indent)


def join(spans: Iterable[Span], separator: str = " · ") -> tuple[Span, ...]:
    """The spans with a separator between each two."""
    joined: list[Span] = []
    for span in spans:
        if joined:
            joined.append(Span(separator))
        joined.append(span)
    return tuple(joined)
