"""Rows of buttons, and blocks of plain text, as several parts of a conversation need them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.answers.blocks import Block, BlockKind, Item, Line, bold, plain
from bot.answers.citation import full_citation, plain_citation
from bot.answers.html import clip
from bot.answers.wording import Wording
from bot.claims.model import Figure, Topic
from bot.conversation.actions import code, write
from bot.conversation.reply import Button
from bot.language.texts import Texts

LONGEST_LABEL = 60  # a phone shows less; more helps nobody
PER_PAGE = 8  # buttons below each other

Row = tuple[Button, ...]
Rows = tuple[Row, ...]


def press(label: str, verb: str, *arguments: str | int) -> Button:
    """A button that brings back an action."""
    return Button(clip(label, LONGEST_LABEL), action=write(verb, *arguments))


def rows(*given: Iterable[Button | None]) -> Rows:
    """Rows without the buttons that are None, and without empty rows."""
    kept = (tuple(button for button in row if button is not None) for row in given)
    return tuple(row for row in kept if row)


def column(buttons: Iterable[Button]) -> Rows:
    """Each button in a row of its own."""
    return tuple((button,) for button in buttons)


def copies(figure: Figure, wording: Wording, label: str | None = None) -> Row:
    """Copy a figure's citation: plain (so labelled, where a label is given), and with where it was printed."""
    say = wording.texts.say
    return (
        Button(clip(label or say("button-copy-plain"), LONGEST_LABEL), copy=plain_citation(figure, wording)),
        Button(say("button-copy-address"), copy=full_citation(figure, wording)),
    )


def topic_button(wording: Wording, topic: Topic, place: str | None, total: int) -> Button:
    """Opens a topic, and says how many figures it has."""
    return Button(counted(wording.topic(topic, place), wording.texts.number(total)), action=topic_action(topic, place))


def counted(label: str, count: str) -> str:
    """A label with a number behind it, which is never cut off."""
    return f"{clip(label, LONGEST_LABEL - len(count) - 3)} · {count}"


def topic_action(topic: Topic, place: str | None) -> str:
    """The action that opens a topic; empty arguments stand for no object and no place."""
    parts = (topic.population, topic.measure, topic.object, place)
    return write("t", *(code(part) if part else "" for part in parts))


@dataclass(frozen=True, slots=True)
class Stops:
    """Where the buttons under a page lead: arguments of its action, None where there is nothing."""

    first: tuple[str | int, ...] | None = None
    previous: tuple[str | int, ...] | None = None
    following: tuple[str | int, ...] | None = None
    last: tuple[str | int, ...] | None = None


def navigation(verb: str, stops: Stops) -> Row:
    """To the first page, one back, one on, and to the last."""
    signs = (("«", stops.first), ("‹", stops.previous), ("›", stops.following), ("»", stops.last))
    return tuple(press(sign, verb, *arguments) for sign, arguments in signs if arguments is not None)


def numbered(page: int, pages: int, *before: str | int) -> Stops:
    """The stops of pages with fixed numbers, from 1."""
    back = (*before, page - 1) if page > 1 else None
    on = (*before, page + 1) if page < pages else None
    return Stops((*before, 1) if page > 2 else None, back, on, (*before, pages) if page < pages - 1 else None)


def page_of(things: Sequence[object], page: int, size: int = PER_PAGE) -> tuple[int, int]:
    """The page that is meant, within those there are, and how many there are."""
    pages = max(1, -(-len(things) // size))
    return min(max(page, 1), pages), pages


def text(*paragraphs: str) -> tuple[Block, ...]:
    """Paragraphs."""
    return tuple(Block(BlockKind.HINTS, None, (Item((plain(paragraph),)),)) for paragraph in paragraphs)


def titled(title: str, *lines: str | Line) -> Block:
    """Lines under a title in bold."""
    items = tuple(Item((plain(line) if isinstance(line, str) else line,)) for line in lines)
    return Block(BlockKind.HINTS, bold(title), items)


def examples(texts: Texts) -> list[str]:
    """The questions that the package gives as examples."""
    found: list[str] = []
    while texts.has(message := f"subject-examples-{len(found) + 1}"):
        found.append(texts.say(message))
    return found
