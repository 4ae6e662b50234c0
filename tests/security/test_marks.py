"""Mark-up, marks that turn the direction of writing, and orders to a terminal, in the names and texts of a package.

A package is written by whoever publishes claims, and quotes whoever made them. What users type comes back nowhere but
in the terminal: tests/answers/test_html.py has the mark-up, tests/telegram/bot/test_anything.py whatever users send.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.answers.chart_data import chart_data
from bot.answers.html import to_html
from bot.app import chats_of
from bot.asking import Asking, Claimbot, open_claimbot
from bot.conversation.service import Conversation
from bot.conversation.whom import Whom
from bot.telegram.server.html import parse_html
from tests.claims.package_edits import change
from tests.conftest import settings_for

HOSTILE = '=1+1\u202e</b><a href="https://evil.example">x</a>\u2066 &lt; \x1b[2J\x9b31m\u200f'
ANN = Whom(1, 1, language="en")
ASKED = "How many people were killed?"


@pytest.fixture
def hostile(small_package: Path) -> Iterator[Claimbot]:
    """The earthquake's claims with names and texts that mean harm."""
    for file, columns in EDITED.items():
        rows = list(csv.reader(io.StringIO((small_package / f"{file}.csv").read_text(encoding="utf-8"))))
        for row in rows[1:]:
            cells = {column: f"{row[rows[0].index(column)] or 'x'} {HOSTILE}" for column in columns}
            change(small_package, f"{file}.csv", row[0], **cells)
    opened = open_claimbot(settings_for(small_package.parent / "storage", small_package))
    yield opened
    opened.store.close()


EDITED = {
    "claimants": ("name_en",),
    "populations": ("name_en",),
    "publishers": ("name",),
    "notes": ("text_en",),
    "caveats": ("text_en",),
    "sources": ("title", "via"),
    "spokespersons": ("name_en",),
}


def strings(value: Any) -> Iterator[str]:
    """Every text in a reply, whatever it is made of."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from strings(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from strings(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name))


def steering(texts: Iterator[str]) -> list[str]:
    return [
        text for text in texts if not text.replace("\n", "").replace("\xa0", " ").replace("\u202f", " ").isprintable()
    ]


def actions(value: Any) -> set[str]:
    return {button.action for row in value.buttons for button in row if button.action}


def test_no_surface_of_the_conversation_is_steered(hostile: Claimbot, tmp_path: Path) -> None:
    settings = settings_for(tmp_path / "storage")
    with chats_of(settings) as chats:
        conversation = Conversation(hostile, chats, settings)
        replies = [conversation.ask(ANN, ASKED, 1), conversation.topics(ANN), conversation.about(ANN)]
        pressed: set[str] = set()
        for reply in replies:
            for action in sorted(actions(reply) - pressed) if len(pressed) < 60 else ():
                pressed.add(action)
                brought = conversation.pressed(ANN, action)
                replies.append(brought.later() if brought.later else brought)
        pages = [conversation.inline(ANN, query) for query in ("", ASKED)]
        assert len(pressed) > 30
        assert pages[0].items and pages[1].items
        for one in (*replies, *pages):
            assert steering(strings(one)) == []
        assert any("1+1" in text for text in strings(pages[1]))


def test_mark_up_in_names_is_text(hostile: Claimbot, tmp_path: Path) -> None:
    settings = settings_for(tmp_path / "storage")
    with chats_of(settings) as chats:
        reply = Conversation(hostile, chats, settings).ask(ANN, ASKED, 1)
    for written in to_html(reply.blocks):
        shown, entities = parse_html(written)
        assert '</b><a href="https://evil.example">x</a>' in shown
        assert "evil" not in str(entities)


def test_a_chart_is_not_steered_either(hostile: Claimbot) -> None:
    """What its picture and its caption are made of: drawn without mathematics ($…$), which a name could break."""
    data = chart_data(Asking(hostile, "en").answer(ASKED), hostile.store, hostile.texts("en"))
    assert data is not None
    assert steering(strings(data)) == []
    assert any("1+1" in text for text in strings(data))
