"""Text as Telegram measures and reads it: UTF-16 units, trimming, and the entities it finds by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from telegram.constants import MessageLimit

Entity = dict[str, Any]

# Each with a sign that it cannot be without. Order matters: what stands inside an earlier match is not looked at again.
FOUND = (
    (
        "url",
        "/",
        re.compile(r"\b(?:https?|tg)://[^\s<>\"]+[^\s<>\".,;:!?)\]}»”]|(?<![\w@/])(?:t\.me|telegram\.me)/[\w/?=&%-]+"),
    ),
    ("email", "@", re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]*\w")),
    ("bot_command", "/", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])")),
    ("mention", "@", re.compile(r"(?<![\w@/])@[A-Za-z][A-Za-z0-9_]{2,31}(?!\w)")),
    ("hashtag", "#", re.compile(r"(?<![\w#])#\w*[^\W\d]\w*")),
)


def units(text: str) -> int:
    """The length in UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def part(text: str, offset: int, length: int) -> str:
    """What an entity with this offset and length covers."""
    encoded = text.encode("utf-16-le", "surrogatepass")
    return encoded[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")


def trim(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Cut white space off both ends, as Telegram does, and move the entities with the text."""
    bare = text.strip()
    if bare == text:
        return text, entities
    before, length = units(text[: len(text) - len(text.lstrip())]), units(bare)
    moved = []
    for entity in entities:
        begin = max(0, entity["offset"] - before)
        end = min(length, entity["offset"] + entity["length"] - before)
        if end > begin:
            moved.append(entity | {"offset": begin, "length": end - begin})
    return bare, moved


def find_entities(text: str, known: list[Entity] | None = None) -> list[Entity]:
    """The entities given, and those that Telegram finds in the text: links, commands, mentions, hashtags."""
    entities = list(known or ())
    taken = [(e["offset"], e["offset"] + e["length"]) for e in entities if e["type"] in _CLOSED]
    for entity in _matches(text):
        begin, end = entity["offset"], entity["offset"] + entity["length"]
        if all(end <= other or begin >= other_end for other, other_end in taken):
            entities.append(entity)
            taken.append((begin, end))
    return sort_entities(entities)[: MessageLimit.MESSAGE_ENTITIES]


def sort_entities(entities: list[Entity]) -> list[Entity]:
    """By place; the outer one first."""
    return sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


_CLOSED = {"code", "pre", "text_link", "text_mention", "url", "email", "bot_command", "mention", "hashtag"}


def _matches(text: str) -> Iterator[Entity]:
    for kind, sign, pattern in FOUND:
        for match in pattern.finditer(text) if sign in text else ():
            yield {"type": kind, "offset": units(text[: match.start()]), "length": units(match.group())}
