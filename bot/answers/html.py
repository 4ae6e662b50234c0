"""Blocks as messages in Telegram's HTML, each whole in itself: its tags close, and it tells whose numbers it shows.

Blocks are packed into messages; one larger than a message goes on in the next between two items, under its title again.
A message that goes on with a reading begins with what that reading is about. An item is never cut: one larger than a
message sheds its last lines of evidence and says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby
from urllib.parse import quote, urlsplit, urlunsplit

from bot.answers.blocks import Block, BlockKind, Item, Line, Span, Style

LIMIT = 4096  # UTF-16 units of a message, counted after parsing
MOST_ENTITIES = 100
INDENT = "\u2002"  # wider than a space, which is next to nothing on a phone
ELLIPSIS = "…"
_TAGS = {Style.BOLD: "b", Style.ITALIC: "i"}
_SCHEMES = frozenset({"http", "https"})  # and not tg://user?id=1, which would call a person
_URL_CHARACTERS = "!#$%&'()*+,/:;=?@[]~"  # what an address keeps as it is, percent signs included
_SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Room:
    """How much fits: visible UTF-16 units and entities."""

    size: int
    entities: int = MOST_ENTITIES

    def without(self, *pieces: Piece) -> Room:
        """What is left beside some pieces, each set apart and perhaps marked as going on."""
        return Room(self.size - sum(p.size + 4 for p in pieces), self.entities - sum(p.entities for p in pieces))


@dataclass(frozen=True, slots=True)
class Piece:
    """Mark-up whose tags all close, and what it counts for."""

    html: str = ""
    size: int = 0
    entities: int = 0

    def fits(self, room: Room) -> bool:
        """Whether there is room for it."""
        return self.size <= room.size and self.entities <= room.entities

    def within(self, tag: str, attributes: str = "") -> Piece:
        """The same inside a tag."""
        return Piece(f"<{tag}{attributes}>{self.html}</{tag}>", self.size, self.entities + 1)


def to_html(blocks: Iterable[Block], *, limit: int = LIMIT, left_out: str = ELLIPSIS) -> list[str]:
    """The messages that show the blocks. `left_out` stands where evidence found no room."""
    packer = _Packer(Room(limit), left_out)
    for block in blocks:
        packer.add(block)
    return packer.messages()


def utf16(text: str) -> int:
    """The length of a text as Telegram counts it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def clip(text: str, size: int) -> str:
    """The beginning of a text in at most so many UTF-16 units, an ellipsis at its end where it was cut."""
    if utf16(text) <= size:
        return text
    kept = text[: max(size - 1, 0)]
    while kept and utf16(kept) > size - 1:
        kept = kept[:-1]
    return kept.rstrip() + ELLIPSIS if size > 0 else ""


class _Packer:
    """Fills one message after another."""

    def __init__(self, room: Room, left_out: str) -> None:
        self._room = room
        self._left_out = Line((Span(left_out, Style.ITALIC),), evidence=True)
        self._done: list[Piece] = []
        self._pieces: list[Piece] = []  # of the message being filled
        self._topics: dict[int, Line] = {}  # what each reading is about
        self._heading: list[Piece] = []  # titles that wait for the block they stand over

    def messages(self) -> list[str]:
        self._flush_heading()
        self._end_message()
        return [message.html.strip() for message in self._done if _is_visible(message.html)]

    def add(self, block: Block) -> None:
        if block.kind is BlockKind.HEAD and block.reading is not None and block.items:
            self._flush_heading()
            self._topics.setdefault(block.reading, block.items[0].lines[0])
        title = self._title(block.title) if block.title else None
        if block.kind is BlockKind.GROUP and title and not block.items:
            self._flush_heading()
            self._heading = [title]
            return
        head = self._running_head(block)
        room = self._room.without(*head, *self._heading, *([title] if title else []))
        items = [self._item(item, room) for item in block.items]
        whole = _stack([*self._heading, _stack([*([title] if title else []), *items], "\n")], "\n\n")
        if self._takes(whole):
            self._pieces.append(whole)
        elif _stack([*head, whole], "\n\n").fits(self._room):
            self._end_message()
            self._pieces = [*head, whole]
        else:
            self._spread_out(head, title, items)
        self._heading = []

    def _spread_out(self, head: Sequence[Piece], title: Piece | None, items: Sequence[Piece]) -> None:
        """A block larger than a message: as many items in each as fit, under its title again."""
        over = self._heading
        part = [title] if title else []
        fresh = True  # no item of this block is in the message yet
        for item in items:
            grown = _stack([*over, _stack([*part, item], "\n")], "\n\n")
            if not self._takes(grown):
                if not fresh:
                    self._pieces.append(_stack([*over, _stack(part, "\n")], "\n\n"))
                self._end_message()
                self._pieces = list(head)
                part = [title] if title else []
                if not fresh:
                    over, part = list(map(_again, self._heading)), list(map(_again, part))
            part.append(item)
            fresh = False
        self._pieces.append(_stack([*over, _stack(part, "\n")], "\n\n"))

    def _takes(self, piece: Piece) -> bool:
        return _stack([*self._pieces, piece], "\n\n").fits(self._room)

    def _end_message(self) -> None:
        if self._pieces:
            self._done.append(_stack(self._pieces, "\n\n"))
        self._pieces = []

    def _flush_heading(self) -> None:
        for title in self._heading:
            if not self._takes(title):
                self._end_message()
            self._pieces.append(title)
        self._heading = []

    def _running_head(self, block: Block) -> list[Piece]:
        if block.reading is None or block.reading not in self._topics or block.kind is BlockKind.HEAD:
            return []
        return [_again(self._title(self._topics[block.reading]))]

    def _title(self, line: Line) -> Piece:
        """A title, which leaves most of a message to what stands under it."""
        room = Room(self._room.size // 4, self._room.entities // 4)
        return _first_fitting([_line(line), _lines(_clipped([line], room))], room)

    def _item(self, item: Item, room: Room) -> Piece:
        return _first_fitting(self._attempts(item, room), room)

    def _attempts(self, item: Item, room: Room) -> Iterator[Piece]:
        """The item whole, then with less and less of its evidence, and last the beginning of what cannot be shed."""
        yield _lines(item.lines)
        evidence = [index for index, line in enumerate(item.lines) if line.evidence]
        for first in reversed(evidence):  # of those shed: the note that they are stands in its place
            kept = (
                self._left_out if index == first else line
                for index, line in enumerate(item.lines)
                if index <= first or not line.evidence
            )
            yield _lines(kept)
        yield _lines(_clipped([line for line in item.lines if not line.evidence] or item.lines, room))


def _first_fitting(attempts: Iterable[Piece], room: Room) -> Piece:
    piece = Piece()
    for piece in attempts:
        if piece.fits(room):
            break
    return piece


def _stack(pieces: Sequence[Piece], separator: str) -> Piece:
    shown = [piece for piece in pieces if piece.html]
    size = sum(piece.size for piece in shown) + len(separator) * max(len(shown) - 1, 0)
    return Piece(separator.join(piece.html for piece in shown), size, sum(piece.entities for piece in shown))


def _again(title: Piece) -> Piece:
    """A title over what goes on."""
    return _stack([title, Piece(ELLIPSIS, 1)], " ")


def _lines(lines: Iterable[Line]) -> Piece:
    """Lines one below the other; evidence that stands together is folded away together."""
    pieces = []
    for evidence, run in groupby(lines, lambda line: line.evidence):
        if evidence:
            folded = _stack([_line(replace(line, indent=0)) for line in run], "\n")
            pieces.append(folded.within("blockquote", " expandable") if folded.html else folded)
        else:
            pieces += [_line(line) for line in run]
    return _stack(pieces, "\n")


def _line(line: Line) -> Piece:
    if not any(span.text.strip() for span in line.spans):
        return Piece()
    margin = INDENT * line.indent
    spans = [_span(span) for span in line.spans]
    return _stack([Piece(margin, len(margin)), *spans], "")


def _span(span: Span) -> Piece:
    text = _SURROGATES.sub("\ufffd", span.text)  # half a character, which no request can carry
    piece = Piece(escape(text), utf16(text))
    if not text.strip():
        return piece
    if tag := _TAGS.get(span.style):
        piece = piece.within(tag)
    if span.href and (address := _address(span.href)):
        piece = piece.within("a", f' href="{escape(address)}"')
    return piece


def _address(url: str) -> str | None:
    """The address in the characters that an address may have; None for what is none."""
    try:
        parts = urlsplit(_SURROGATES.sub("", url))
        host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
    except ValueError:
        return None
    if parts.scheme not in _SCHEMES or not host:
        return None
    rest = (quote(part, safe=_URL_CHARACTERS) for part in parts[2:])
    return urlunsplit((parts.scheme, quote(host, safe=_URL_CHARACTERS), *rest))


def _clipped(lines: Iterable[Line], room: Room) -> list[Line]:
    """The beginning of some lines; marked up as long as there are entities."""
    size, entities, kept = room.size, room.entities, []
    for line in lines:
        size -= line.indent + 1
        spans = []
        for span in line.spans:
            text = clip(span.text, size)
            costs = (span.style is not Style.PLAIN) + (span.href is not None)
            spans.append(replace(span, text=text) if costs <= entities else Span(text))
            entities -= costs if costs <= entities else 0
            size -= utf16(span.text)
            if size <= 0:
                break
        kept.append(replace(line, spans=tuple(spans)))
        if size <= 0:
            break
    return kept


def _is_visible(html: str) -> bool:
    """Whether there is anything to see: Telegram refuses a message without."""
    return any(character.isprintable() and not character.isspace() for character in re.sub("<[^<>]*>", "", html))
