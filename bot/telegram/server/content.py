"""Text and captions on their way in: parsed, trimmed, measured."""

from __future__ import annotations

from collections.abc import Sequence

from telegram.constants import MessageLimit

from bot.telegram.server.errors import malformed
from bot.telegram.server.html import parse_html
from bot.telegram.server.shapes import MessageEntity
from bot.telegram.server.text import Entity, find_entities, sort_entities, trim, units

Formatted = tuple[str, list[Entity]]


def formatted(text: str, parse_mode: str | None, entities: Sequence[MessageEntity] | None) -> Formatted:
    """The text a user sees and its entities. Raises ApiError."""
    mode = (parse_mode or "").lower()
    if mode.startswith("markdown"):
        raise malformed("unsupported parse_mode: this server reads HTML only")
    if mode == "html":
        seen, found = parse_html(text)
    else:
        seen, found = text, given_entities(text, entities)
    return trim(seen, found)


def given_entities(text: str, entities: Sequence[MessageEntity] | None) -> list[Entity]:
    """Entities that the bot named itself."""
    length = units(text)
    for entity in entities or ():
        if entity.offset < 0 or entity.length <= 0 or entity.offset + entity.length > length:
            raise malformed("entity beginning or end is out of the text")
    return sort_entities([entity.model_dump(exclude_none=True) for entity in entities or ()])


def message_text(text: str, parse_mode: str | None, entities: Sequence[MessageEntity] | None) -> Formatted:
    """The text of a message. Raises ApiError where it is empty or too long."""
    if not text:
        raise malformed("message text is empty")
    seen, found = formatted(text, parse_mode, entities)
    if not seen:
        raise malformed("text must be non-empty")
    if units(seen) > MessageLimit.MAX_TEXT_LENGTH:
        raise malformed("message is too long")
    return seen, find_entities(seen, found)


def caption_text(text: str | None, parse_mode: str | None, entities: Sequence[MessageEntity] | None) -> Formatted:
    """A caption. Raises ApiError where it is too long."""
    if not text:
        return "", []
    seen, found = formatted(text, parse_mode, entities)
    if units(seen) > MessageLimit.CAPTION_LENGTH:
        raise malformed("message caption is too long")
    return seen, find_entities(seen, found)
