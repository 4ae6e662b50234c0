"""A conversation in the terminal, with line editing and history."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.history import FileHistory

from bot.answers.answer import Answer
from bot.asking import Asking


class Conversation:
    """Questions and answers, each understood in the light of the one before, until the input ends."""

    def __init__(self, asking: Asking, welcome: str, history: Path, width: int | None) -> None:
        self._asking = asking
        self._welcome = welcome
        self._history = history
        self._width = width
        self._previous: str | None = None
        self._answer: Answer | None = None

    def run(self) -> None:
        """Converse on the terminal, or answer line by line what is piped in."""
        for line in self._lines():
            if text := line.strip():
                sys.stdout.write(self.reply(text) + "\n\n")
                sys.stdout.flush()

    def reply(self, text: str) -> str:
        """The answer to one line: a question, or the number of one of the readings just offered."""
        answer = self._chosen(text)
        if answer is None:
            answer = self._asking.answer(text, previous=self._previous)
            self._previous = text
        self._answer = answer
        return self._asking.as_text(answer, self._width)

    def _chosen(self, text: str) -> Answer | None:
        question = self._answer.question if self._answer else None
        if question is None or not text.isdecimal() or not 1 <= int(text) <= len(question.suggestions):
            return None
        return self._asking.reading(question, question.suggestions[int(text) - 1].reading)

    def _lines(self) -> Iterator[str]:
        if not sys.stdin.isatty():
            yield from sys.stdin
            return
        sys.stdout.write(self._welcome + "\n\n")
        session: PromptSession[str] = PromptSession(history=FileHistory(str(self._history)))
        while True:
            try:
                yield session.prompt("› ")
            except (EOFError, KeyboardInterrupt):
                return
