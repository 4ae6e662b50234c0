"""An answer as plain text, for the terminal and for whatever shows no mark-up."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from bot.answers.answer import Answer
from bot.answers.blocks import Block, Line
from bot.answers.layout import lay_out
from bot.claims.database.store import Store
from bot.language.texts import Texts

INDENT = "  "


def to_text(answer: Answer, store: Store, texts: Texts, *, width: int | None = None) -> str:
    """The answer in words; lines are folded where a width is given."""
    return render(lay_out(answer, store, texts), width=width)


def render(blocks: Sequence[Block], *, width: int | None = None) -> str:
    """Blocks as plain text, a blank line between each two."""
    return "\n\n".join("\n".join(_fold(line, width) for line in _lines(block)) for block in blocks)


def _lines(block: Block) -> list[Line]:
    title = [block.title] if block.title else []
    return title + [line for item in block.items for line in item.lines]


def _fold(line: Line, width: int | None) -> str:
    margin = INDENT * line.indent
    text = "".join(span.text for span in line.spans)
    links = dict.fromkeys(span.href for span in line.spans if span.href)  # each address once
    text = " ".join((text, *links))
    if width is None:
        return margin + text
    return textwrap.fill(
        text,
        width,
        initial_indent=margin,
        subsequent_indent=margin + INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    )
