"""`claimbot announce`: what an operator tells chats, to whom, and how far it has come."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from bot.chats.chats import Chats, file_url
from bot.chats.model import Presence
from bot.cli import main
from bot.digests.delivery.announcing import Announcer
from bot.digests.delivery.outbox import Outgoing, Result
from bot.digests.model import DeliveryState, Pause, Selection, Wanted
from bot.digests.subscribing.subscriptions import pause
from tests.chats.conftest import Clock, clock
from tests.conftest import QUAKE
from tests.digests.desk import Desk

__all__ = ["clock"]

TEXT = "The bot moves to another machine tonight.\nIt is back at noon.\n\nNothing is lost.\n"


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Any:
    with Chats(file_url(tmp_path), clock=clock) as chats:
        yield Desk(chats, clock)


@pytest.fixture
def run(tmp_path: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("CLAIMBOT_STORAGE__DIRECTORY", str(tmp_path))
    monkeypatch.setenv("CLAIMBOT_CLAIMS__PACKAGE", str(QUAKE))
    (tmp_path / "news.txt").write_text(TEXT, encoding="utf-8")
    return lambda *arguments: CliRunner().invoke(main, ["announce", *map(str, arguments)])


def deliver(desk: Desk) -> list[Outgoing]:
    desk.clock.now = max(desk.clock.now, Announcer(desk.database, _wall).outbox._clock())
    return desk.send()


def _wall() -> Any:
    from bot.chats.chats import utc_now  # noqa: PLC0415

    return utc_now()


def test_a_dry_run_says_what_would_be_sent_to_how_many(run: Any, desk: Desk, tmp_path: Path) -> None:
    desk.subscribe(7)
    desk.subscribe(8, language="uk")
    (tmp_path / "news.uk.txt").write_text("Бот переїжджає.", encoding="utf-8")
    result = run("--to", "all", "--dry-run", tmp_path / "news.txt", tmp_path / "news.uk.txt")
    assert result.exit_code == 0, result.output
    assert result.stdout.count("To 1 chat:") == 2
    assert "It is back at noon." in result.stdout
    assert sum(desk.outbox.counts().values()) == 0


def test_everybody_is_told_once_in_the_language_of_the_chat(run: Any, desk: Desk, tmp_path: Path) -> None:
    desk.subscribe(7)
    desk.subscribe(7, always=True)
    desk.subscribe(8, language="uk")
    desk.chats.set(9, language="uk")
    desk.chats.set_presence(10, Presence.BLOCKED)
    (tmp_path / "news.uk.txt").write_text("Бот переїжджає.", encoding="utf-8")
    files = tmp_path / "news.txt", tmp_path / "news.uk.txt"
    for _ in range(2):
        assert run("--to", "all", "--no-wait", *files).exit_code == 0
    told = {each.chat: each.content.language for each in deliver(desk) if each.content}
    assert told == {7: "en", 8: "uk", 9: "uk"}


def test_topics_are_those_of_subscriptions(run: Any, desk: Desk, tmp_path: Path) -> None:
    desk.subscribe(7, selection=Selection((Wanted(population="west-shore-people"),)))
    desk.subscribe(8, selection=Selection((Wanted(population="lake-people", measure="injured"),)))
    desk.subscribe(9)
    desk.chats.set(10, language="en")
    result = run("--to", "east-shore-people/injured", "--no-wait", tmp_path / "news.txt")
    assert result.exit_code == 0, result.output
    assert sorted(each.chat for each in deliver(desk)) == [8, 9]


def test_who_is_paused_by_choice_is_told_and_who_cannot_be_reached_is_not(run: Any, desk: Desk, tmp_path: Path) -> None:
    chosen, gone = desk.subscribe(7), desk.subscribe(8)
    with desk.database.writing() as connection:
        pause(connection, chosen, Pause.CHOSEN, None, desk.clock())
        pause(connection, gone, Pause.UNREACHABLE, None, desk.clock())
    run("--to", "topics", "--no-wait", tmp_path / "news.txt")
    assert [each.chat for each in deliver(desk)] == [7]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--to", "all"], "Give one or more files"),
        (["news.txt"], "Give one or more files"),
        (["--to", "nowhere/killed", "news.txt"], "no such topic"),
        (["--to", "all", "empty.txt"], "empty, or longer"),
        (["--to", "all", "long.txt"], "empty, or longer"),
        (["--to", "all", "missing.txt"], "does not exist"),
    ],
)
def test_what_cannot_be_announced_ends_with_two(run: Any, tmp_path: Path, arguments: list[str], said: str) -> None:
    (tmp_path / "empty.txt").write_text(" \n", encoding="utf-8")
    (tmp_path / "long.txt").write_text("word " * 1000, encoding="utf-8")
    result = run(*(tmp_path / one if one.endswith(".txt") else one for one in arguments))
    assert (result.exit_code, said in result.output) == (2, True), result.output


def test_ctrl_c_takes_back_what_is_not_sent_yet(run: Any, desk: Desk, tmp_path: Path, monkeypatch: Any) -> None:
    for chat in range(1, 6):
        desk.subscribe(chat)

    def sleep(_: float) -> None:
        desk.clock.now = _wall()
        desk.outbox.finish([Result(each, DeliveryState.SENT) for each in desk.outbox.take(2)])
        raise KeyboardInterrupt

    monkeypatch.setattr("bot.cli.announcing.time.sleep", sleep)
    result = run("--to", "all", tmp_path / "news.txt")
    assert "Taken back from 3 chats." in result.stderr
    assert "Sent: 2. In doubt: 0. Failed: 0. Taken back: 3." in result.stdout


def test_an_announcement_is_stopped_by_its_id_and_gone_on_with(run: Any, desk: Desk, tmp_path: Path) -> None:
    for chat in range(1, 4):
        desk.subscribe(chat)
    queued = run("--to", "all", "--no-wait", tmp_path / "news.txt").stderr
    id_ = queued.split()[1]
    assert "Taken back from 3 chats." in run("--stop", id_).stdout
    assert deliver(desk) == []
    run("--to", "all", "--no-wait", tmp_path / "news.txt")
    assert len(deliver(desk)) == 3
