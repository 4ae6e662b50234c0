"""What the terminal shows of a chat: new messages of the bot, with numbered buttons, pictures and files saved."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path

from bot.language.texts import Texts
from bot.telegram.server import Message
from bot.telegram.server.world import Entry, Stored
from bot.terminal.play import Play


class Screen:
    """Shows what is new since it was last asked."""

    def __init__(self, play: Play, texts: Texts, folder: Path, width: int | None) -> None:
        self._play = play
        self._texts = texts
        self._folder = folder
        self._width = width
        self._shown: dict[int, int] = {}  # by chat: how many entries of its log

    def news(self) -> str:
        """What the bot has said since, and what else happened there."""
        entries = [entry for chat in self._play.chats() for entry in self._new(chat.id, chat.log)]
        if any(entry.rows for entry in entries if self._is_bots(entry)):
            self._play.buttons.clear()
        return "\n\n".join("\n".join(self._entry(entry)) for entry in entries if self._is_bots(entry))

    def _new(self, chat: int, log: list[Entry]) -> list[Entry]:
        seen = self._shown.get(chat, 0)
        self._shown[chat] = len(log)
        return log[seen:]

    def _is_bots(self, entry: Entry) -> bool:
        return (
            entry.what in ("sent", "edited") and entry.message is not None and self._play.server.is_bots(entry.message)
        )

    def _entry(self, entry: Entry) -> Iterator[str]:
        message = entry.message
        assert message is not None
        if self._play.in_group:
            yield self._head(message)
        for stored in filter(None, (message.photo, message.document)):
            yield self._texts.say("terminal-saved", path=str(self._save(stored)))
        for line in entry.text.splitlines():
            yield from self._folded(line)
        place = 0
        for row in entry.rows:
            numbered = []
            for label in row:
                self._play.buttons.append((message, place))
                numbered.append(f"[{len(self._play.buttons)}] {label}")
                place += 1
            yield from self._folded("  ".join(numbered))

    def _head(self, message: Message) -> str:
        """The message's number, by which it can be replied to, and which chat it is in."""
        where = message.chat.title or self._texts.say("terminal-in-private")
        return f"#{message.id} · {where}" if message.chat is self._play.chat else f"· {where}"

    def _folded(self, line: str) -> list[str]:
        if self._width is None:
            return [line]
        indent = " " * (len(line) - len(line.lstrip()) + 2)
        return textwrap.wrap(line, self._width, subsequent_indent=indent, break_on_hyphens=False) or [""]

    def _save(self, stored: Stored) -> Path:
        """Keep a picture or a file where it can be opened; an older one of the same name stays."""
        self._folder.mkdir(parents=True, exist_ok=True)
        name = Path(stored.name)
        path = self._folder / name
        number = 1
        while path.exists() and path.read_bytes() != stored.content:
            number += 1
            path = self._folder / f"{name.stem}-{number}{name.suffix}"
        path.write_bytes(stored.content)
        return path
