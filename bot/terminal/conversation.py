"""The conversation in the terminal, with line editing, history and completion; or what is piped in, line by line."""

from __future__ import annotations

import asyncio
import shutil
import sys
from collections.abc import AsyncIterator, Iterable
from datetime import UTC, date, datetime
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory

from bot.asking import Claimbot
from bot.config import Settings
from bot.language.texts import Texts
from bot.terminal.play import Play
from bot.terminal.screen import Screen

WIDEST = 110  # columns; longer lines are hard to read


async def converse(claimbot: Claimbot, settings: Settings, *, language: str, today: date | None, group: bool) -> None:
    """A conversation in the terminal until the input ends."""

    def clock() -> datetime:
        moment = datetime.now(UTC)
        return datetime.combine(today, moment.timetz()) if today else moment

    texts, storage = claimbot.texts(language), settings.storage.directory
    width = min(shutil.get_terminal_size().columns, WIDEST) if sys.stdout.isatty() else None
    async with Play(claimbot, settings, language=language, group=group, clock=clock) as play:
        screen = Screen(play, texts, storage / "saved", width)
        await Conversation(play, screen, texts, storage / "history").run()


class Conversation:
    """Lines in, answers out."""

    def __init__(self, play: Play, screen: Screen, texts: Texts, history: Path) -> None:
        self._play = play
        self._screen = screen
        self._texts = texts
        self._history = history

    async def run(self) -> None:
        """Converse until the input ends."""
        if sys.stdin.isatty():
            self._print(self._welcome())
            await self._one("/start" if not self._play.in_group else "/help")
        async for line in self._lines():
            if text := line.strip():
                await self._one(text)

    async def _one(self, text: str) -> None:
        told = await self._play.play(text)
        self._print("\n".join(filter(None, (self._screen.news(), told))))

    def _print(self, text: str) -> None:
        if text:
            sys.stdout.write(text + "\n\n")
            sys.stdout.flush()

    def _welcome(self) -> str:
        title = self._texts.say("subject-title")
        if not self._play.in_group:
            return self._texts.say("terminal-welcome", title=title)
        one, other = self._play.people
        return self._texts.say("terminal-welcome-group", title=title, one=one.first_name, other=other.first_name)

    async def _lines(self) -> AsyncIterator[str]:
        if not sys.stdin.isatty():
            while line := await asyncio.to_thread(sys.stdin.readline):
                yield line
            return
        session: PromptSession[str] = PromptSession(
            history=FileHistory(str(self._history)), completer=Commands(self._play), complete_while_typing=False
        )
        while True:
            try:
                yield await session.prompt_async("› ")
            except (EOFError, KeyboardInterrupt):
                return


class Commands(Completer):
    """Completes the commands that the bot offers in this chat."""

    def __init__(self, play: Play) -> None:
        self._play = play

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:  # noqa: ARG002
        """The commands that begin as the line does."""
        typed = document.text_before_cursor
        for command in self._play.server.commands(self._play.people[0], self._play.chat):
            name = f"/{command['command']}"
            if typed.startswith("/") and name.startswith(typed):
                yield Completion(name, start_position=-len(typed), display_meta=command["description"])
