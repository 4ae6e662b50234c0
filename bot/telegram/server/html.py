"""Telegram's HTML: the tags it knows, its words for every fault, and the text that a user sees in the end.

Places in messages of faults are byte offsets into the UTF-8 text, places of entities UTF-16 units of the text seen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from bot.telegram.server.errors import ApiError, malformed
from bot.telegram.server.text import Entity, sort_entities, units

KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}
SIGNS = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:#x([0-9A-Fa-f]{1,6})|#([0-9]{1,7})|([A-Za-z]+));?")
ATTRIBUTE = re.compile(r"\s*([^\s=>]*)\s*")
TAG_NAME = re.compile(r"[^\s>]*")
END_TAG = re.compile(r"([^\s>]*)\s*(>?)")
EQUALS = re.compile(r"=\s*")
RUN = re.compile(r"[^<&]+")
QUOTED = {quote: re.compile(rf"[^&{quote}]+") for quote in "'\""}
NAME_TOKEN = re.compile(r"[A-Za-z0-9.-]*")
WEB = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[\w-]{2,}(?:[:/?#]\S*)?|https?://(?:localhost|[\d.]+)\S*|tg://\S+", re.I)


@dataclass(slots=True)
class Open:
    """A tag that waits for its end."""

    name: str
    arguments: dict[str, str]
    offset: int
    begin: int


@dataclass(slots=True)
class Parser:
    """Reads one text from left to right."""

    source: str
    at: int = 0
    seen: list[str] = field(default_factory=list)
    length: int = 0
    stack: list[Open] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def parse(self) -> tuple[str, list[Entity]]:
        """The text seen and its entities. Raises ApiError with Telegram's words."""
        while self.at < len(self.source):
            sign = self.source[self.at]
            if sign == "<":
                self._tag()
            elif sign == "&":
                self._show(*reference(self.source, self.at))
            else:
                run = RUN.match(self.source, self.at)
                assert run is not None
                self._show(run.group(), run.end())
        if self.stack:
            raise unreadable(f'Can\'t find end tag corresponding to start tag "{self.stack[-1].name}"')
        return "".join(self.seen), visible(self.entities)

    def _show(self, text: str, until: int) -> None:
        self.seen.append(text)
        self.length += units(text)
        self.at = until

    def _place(self, index: int) -> int:
        return len(self.source[:index].encode("utf-8", "surrogatepass"))

    def _tag(self) -> None:
        begin = self.at
        if self.source.startswith("</", begin):
            self._end_tag(begin)
        else:
            self._start_tag(begin)

    def _start_tag(self, begin: int) -> None:
        match = TAG_NAME.match(self.source, begin + 1)
        assert match is not None
        name, self.at = match.group().lower(), match.end()
        if self.at >= len(self.source):
            raise unreadable(f"Unclosed start tag at byte offset {self._place(begin)}")
        if name not in KINDS:
            raise unreadable(f'Unsupported start tag "{name}" at byte offset {self._place(begin)}')
        arguments = self._attributes(name, begin)
        if name == "span" and arguments.get("class") != "tg-spoiler":
            raise unreadable(f'Tag "span" must have class "tg-spoiler" at byte offset {self._place(begin)}')
        self.stack.append(Open(name, arguments, self.length, len(self.seen)))

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        """What stands between the tag's name and its `>`."""
        found: dict[str, str] = {}
        while True:
            match = ATTRIBUTE.match(self.source, self.at)
            assert match is not None
            name, self.at = match.group(1), match.end()
            if self.at >= len(self.source):
                raise unreadable(f'Unclosed start tag "{tag}" at byte offset {self._place(begin)}')
            sign = self.source[self.at]
            if not name and sign == ">":
                self.at += 1
                return found
            if not name:
                raise unreadable(f'Empty attribute name in the tag "{tag}" at byte offset {self._place(begin)}')
            found[name.lower()] = self._value(tag, begin) if sign == "=" else ""

    def _value(self, tag: str, begin: int) -> str:
        space = EQUALS.match(self.source, self.at)
        assert space is not None
        self.at = space.end()
        if self.at >= len(self.source):
            raise unreadable(f'Unclosed start tag "{tag}" at byte offset {self._place(begin)}')
        quote = self.source[self.at]
        if quote not in "'\"":
            return self._name_token()
        value: list[str] = []
        self.at += 1
        while self.at < len(self.source) and self.source[self.at] != quote:
            run = QUOTED[quote].match(self.source, self.at)
            text, self.at = (run.group(), run.end()) if run else reference(self.source, self.at)
            value.append(text)
        self.at += 1
        if self.at >= len(self.source):
            raise unreadable(f"Unclosed start tag at byte offset {self._place(begin)}")
        return "".join(value)

    def _name_token(self) -> str:
        match = NAME_TOKEN.match(self.source, self.at)
        assert match is not None
        if (
            not self.source[match.end() : match.end() + 1].isspace()
            and self.source[match.end() : match.end() + 1] != ">"
        ):
            raise unreadable(f"Unexpected end of name token at byte offset {self._place(self.at)}")
        self.at = match.end()
        return match.group().lower()

    def _end_tag(self, begin: int) -> None:
        place = self._place(begin)
        if not self.stack:
            raise unreadable(f"Unexpected end tag at byte offset {place}")
        match = END_TAG.match(self.source, begin + 2)
        assert match is not None
        name, closed = match.group(1).lower(), match.group(2)
        if not closed:
            raise unreadable(f"Unclosed end tag at byte offset {place}")
        opened = self.stack.pop()
        if name and name != opened.name:
            raise unreadable(
                f'Unmatched end tag at byte offset {place}, expected "</{opened.name}>", found "</{name}>"'
            )
        self.at = match.end()
        if self.length > opened.offset:
            self._close(opened)

    def _close(self, opened: Open) -> None:
        place = {"type": KINDS[opened.name], "offset": opened.offset, "length": self.length - opened.offset}
        if opened.name == "a":
            self.entities += link(place, opened.arguments.get("href") or "".join(self.seen[opened.begin :]))
        else:
            self.entities.append(place | details(opened))


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """The text that a user sees, and its entities. Raises ApiError with Telegram's words."""
    return Parser(source).parse()


def unreadable(words: str) -> ApiError:
    """Telegram's error for text that it cannot parse."""
    return malformed(f"can't parse entities: {words}")


def reference(source: str, at: int) -> tuple[str, int]:
    """The sign that `&…;` stands for and where the text goes on; an unknown one is shown as it is written."""
    match = REFERENCE.match(source, at)
    if match is None:
        return source[at], at + 1
    hexadecimal, decimal, name = match.groups()
    if name:
        return (SIGNS[name], match.end()) if name in SIGNS else (source[at], at + 1)
    number = int(hexadecimal, 16) if hexadecimal else int(decimal)
    if not 0 < number < 0x10FFFF:
        return source[at], at + 1
    if 0xD800 <= number <= 0xDFFF:
        raise unreadable(
            "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate "
            "code units"
        )
    return chr(number), match.end()


def details(opened: Open) -> dict[str, Any]:
    """What a tag's attributes add to its entity."""
    match opened.name:
        case "tg-emoji":
            return {"custom_emoji_id": emoji(opened.arguments.get("emoji-id", ""))}
        case "tg-time":
            return moment(opened.arguments)
        case "blockquote" if "expandable" in opened.arguments:
            return {"type": "expandable_blockquote"}
        case "code":
            return {"language": opened.arguments.get("class", "").removeprefix("language-")}
        case _:
            return {}


def link(place: Entity, address: str) -> list[Entity]:
    """A link to a page or a mention of a user; an address that is none leaves plain text."""
    user = re.fullmatch(r"tg://user\?id=(\d+)", address)
    if user:
        whose = {"id": int(user.group(1)), "is_bot": False, "first_name": "User"}
        return [place | {"type": "text_mention", "user": whose}]
    if not WEB.fullmatch(address):
        return []
    return [place | {"url": address if "://" in address else f"http://{address}"}]


def emoji(identifier: str) -> str:
    """The identifier of a custom emoji."""
    if not identifier.isdecimal() or int(identifier) == 0:
        raise unreadable("Invalid custom emoji identifier specified")
    return identifier


def moment(arguments: dict[str, str]) -> dict[str, Any]:
    """What a `<tg-time>` says."""
    unix = arguments.get("unix", "")
    if not unix.isdecimal():
        raise unreadable("Invalid Unix time specified")
    found: dict[str, Any] = {"unix_time": int(unix)}
    if arguments.get("format"):
        found["date_time_format"] = arguments["format"]
    return found


def visible(entities: list[Entity]) -> list[Entity]:
    """The entities that Telegram keeps: none inside code, no quotation inside a quotation, `pre` joined with `code`."""
    kept: list[Entity] = []
    for entity in sort_entities(entities[::-1]):  # of two that cover the same, the outer one was closed later
        around = [one for one in kept if one["offset"] + one["length"] >= entity["offset"] + entity["length"]]
        solid = next((one for one in around if one["type"] in {"code", "pre"}), None)
        if solid is not None:
            if solid["type"] == "pre" and entity.get("language") and solid["length"] == entity["length"]:
                solid["language"] = entity["language"]
            continue
        if "blockquote" in entity["type"] and any("blockquote" in one["type"] for one in around):
            continue
        kept.append(dict(entity))
    for entity in kept:
        if entity["type"] == "code" or not entity.get("language", "-"):
            entity.pop("language", None)
    return kept
