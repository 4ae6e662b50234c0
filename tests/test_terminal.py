"""The bot in the terminal: the real one, with numbered buttons, saved pictures and completed commands."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from bot.asking import Claimbot
from bot.cli import main
from bot.terminal.conversation import Commands
from bot.terminal.play import Play
from bot.terminal.screen import Screen

from .conftest import settings_for

NOON = datetime(2026, 8, 24, 12, 0, tzinfo=UTC)
QUESTION = "how many Russian soldiers have been killed"


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


class Seat:
    """Somebody at the terminal."""

    def __init__(self, play: Play, screen: Screen) -> None:
        self.play = play
        self.screen = screen

    async def type(self, line: str) -> str:
        told = await self.play.play(line)
        return "\n".join(filter(None, (self.screen.news(), told)))


async def seated(claimbot: Claimbot, folder: Path, *, group: bool) -> AsyncIterator[Seat]:
    async with Play(claimbot, settings_for(folder), language="en", group=group, clock=lambda: NOON) as play:
        seat = Seat(play, Screen(play, claimbot.texts("en"), folder / "saved", 80))
        if group:
            await play.server.settled()
            seat.screen.news()
        yield seat


@pytest.fixture
async def private(real_claimbot: Claimbot, tmp_path: Path) -> AsyncIterator[Seat]:
    async for seat in seated(real_claimbot, tmp_path, group=False):
        yield seat


@pytest.fixture
async def group(real_claimbot: Claimbot, tmp_path: Path) -> AsyncIterator[Seat]:
    async for seat in seated(real_claimbot, tmp_path, group=True):
        yield seat


def numbers(shown: str) -> dict[str, str]:
    """The labels of the numbered buttons."""
    found = {}
    for part in shown.replace("  [", "\n[").splitlines():
        number, bracket, label = part.strip().removeprefix("[").partition("] ")
        if bracket and number.isdecimal():
            found[label] = number
    return found


@pytest.fixture
def run(real_storage: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("CLAIMBOT_STORAGE__DIRECTORY", str(real_storage))
    return lambda *arguments, **options: CliRunner().invoke(main, [str(a) for a in arguments], **options)


def test_lines_that_are_piped_in_are_answered_one_by_one(run: Any) -> None:
    result = run("chat", input="how many soldiers were killed?\n1\nand wounded?\n\n/help\n")
    assert result.exit_code == 0, result.output
    asked_back, chosen, followed, helped = (
        result.stdout.index(said)
        for said in ("[1] Russian forces · killed", "Receipt", "Russian forces · wounded\n", "/topics")
    )
    assert asked_back < chosen < followed < helped


def test_a_group_that_is_piped_in(run: Any) -> None:
    result = run("chat", "--as", "group", input=f"hello\nBen: /ask {QUESTION}\n")
    assert result.exit_code == 0, result.output
    assert "· Newsroom" in result.stdout
    assert "Russian forces · killed" in result.stdout


@pytest.mark.anyio
async def test_buttons_have_numbers_that_press_them(private: Seat) -> None:
    answer = await private.type(QUESTION)
    page = await private.type(next(number for label, number in numbers(answer).items() if "All figures" in label))
    assert page != answer
    assert "›" in numbers(page)
    assert await private.type(numbers(page)["›"]) != page


@pytest.mark.anyio
async def test_a_number_that_presses_nothing_is_a_text(private: Seat) -> None:
    assert await private.type("9000")


@pytest.mark.anyio
async def test_a_press_shows_its_word_and_a_copy_button_its_text(private: Seat) -> None:
    answer = numbers(await private.type(QUESTION))
    thanked = await private.type(answer["Helpful"])
    assert thanked
    assert "\n" not in thanked
    cited = numbers(await private.type(answer["Citation"]))
    copied = await private.type(next(number for label, number in cited.items() if label.startswith("Copy")))
    assert "202" in copied


@pytest.mark.anyio
async def test_pictures_and_files_are_saved_and_named(private: Seat, tmp_path: Path) -> None:
    answer = numbers(await private.type(QUESTION))
    shown = await private.type(answer["Chart"])
    (picture,) = (tmp_path / "saved").iterdir()
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert str(picture) in shown.replace("\n", "").replace("  ", "")


@pytest.mark.anyio
async def test_commands_complete_on_tab(private: Seat) -> None:
    completer = Commands(private.play)

    def offered(typed: str) -> list[str]:
        return [one.text for one in completer.get_completions(Document(typed), CompleteEvent())]

    assert offered("/to") == ["/topics"]
    assert "/help" in offered("/")
    assert offered("to") == offered("/zz") == []


@pytest.mark.anyio
async def test_in_a_group_it_speaks_when_addressed(group: Seat) -> None:
    assert await group.type("hello everybody") == ""
    answer = await group.type(f"ben: /ask {QUESTION}")
    number = answer.partition("#")[2].split()[0]
    followed = await group.type(f">{number} and Ukrainian?")
    assert "Ukrainian forces" in followed
    link = numbers(followed)
    in_private = await group.type(next(iter(link.values())))
    assert in_private.startswith("· in private")
