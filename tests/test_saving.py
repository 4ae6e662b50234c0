"""`claimbot backup` and `claimbot restore`, as an operator meets them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.app import chats_of
from bot.cli import main
from tests.conftest import settings_for

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("CLAIMBOT_STORAGE__DIRECTORY", str(tmp_path / "storage"))
    return lambda *arguments, **options: CliRunner().invoke(main, [str(a) for a in arguments], **options)


@pytest.fixture
def settled(tmp_path: Path) -> Path:
    """A database in which two chats have chosen; the name of a backup that is to be made of it."""
    with chats_of(settings_for(tmp_path / "storage")) as chats:
        chats.set_language(7, "uk")
        chats.set_language(8, "uk")
    return tmp_path / "backup.db"


def languages(tmp_path: Path) -> list[str | None]:
    with chats_of(settings_for(tmp_path / "storage")) as chats:
        return [chats.chat(7).language, chats.chat(8).language]


def test_there_and_back(run: Run, settled: Path, tmp_path: Path) -> None:
    made = run("backup", settled)
    assert made.exit_code == 0
    assert f"Backed up: {settled} (0." in made.stdout and "14 days" in made.stdout
    with chats_of(settings_for(tmp_path / "storage")) as chats:
        chats.forget(7)
        chats.set_language(8, "ru")
    refused = run("restore", settled, input="n\n")
    assert refused.exit_code == 2
    assert "Put the state of 20" in refused.stdout and "Nothing was restored." in refused.stderr
    assert languages(tmp_path) == [None, "ru"]
    restored = run("restore", settled, input="y\n")
    assert restored.exit_code == 0
    assert "What 1 person or chat had deleted since was deleted again." in restored.stdout
    assert languages(tmp_path) == [None, "uk"]
    before = Path(restored.stdout.split("is in ")[-1].strip())
    assert run("restore", "--yes", before).exit_code == 0
    assert languages(tmp_path) == [None, "ru"]


def test_without_the_list_of_deletions(run: Run, settled: Path, tmp_path: Path) -> None:
    run("backup", settled)
    (tmp_path / "storage" / "forgotten.log").unlink()
    refused = run("restore", "--yes", settled)
    assert refused.exit_code == 2
    assert "forgotten.log does not reach back" in refused.stderr
    assert run("restore", "--yes", "--deletions-lost", settled).exit_code == 0


def test_a_damaged_database(run: Run, settled: Path, tmp_path: Path) -> None:
    run("backup", settled)
    (tmp_path / "storage" / "chats.db").write_bytes(b"\xff" * 9000)
    restored = run("restore", "--yes", settled)
    assert restored.exit_code == 0
    assert "chats.db.damaged-" in restored.stdout
    assert languages(tmp_path) == ["uk", "uk"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["backup", "{storage}"], "no backup of claimbot; give another name"),
        (["backup", "{storage}/chats.db/x"], "cannot be written"),
        (["restore", "{storage}/nothing.db"], "this is no backup of claimbot"),
        (["restore", "--yes", "{storage}/letter.txt"], "this is no backup of claimbot"),
    ],
)
def test_what_cannot_work_is_said_in_a_line(
    run: Run, settled: Path, tmp_path: Path, arguments: list[str], said: str
) -> None:
    storage = tmp_path / "storage"
    (storage / "letter.txt").write_text("dear editors")
    result = run(*(one.format(storage=storage) for one in arguments))
    assert result.exit_code == 2
    assert said in result.stderr and len(result.stderr.splitlines()) == 1
    assert languages(tmp_path) == ["uk", "uk"]


@pytest.mark.parametrize("command", [["backup", "x.db"], ["restore", "--yes", "x.db"], ["ask", "killed"], ["run"]])
def test_a_folder_that_cannot_be_made(
    run: Run, settled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    run("backup", tmp_path / "x.db")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CLAIMBOT_STORAGE__DIRECTORY", str(tmp_path / "x.db" / "storage"))
    monkeypatch.setenv("CLAIMBOT_TELEGRAM__TOKEN", f"1:{'a' * 35}")
    result = run(*command)
    assert result.exit_code == 2
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"{tmp_path / 'x.db' / 'storage'}: Not a directory; set storage.directory")


def test_where_nothing_is_to_be_backed_up(run: Run, tmp_path: Path) -> None:
    result = run("backup", tmp_path / "backup.db")
    assert result.exit_code == 2
    assert "there is no database yet" in result.stderr
    assert not (tmp_path / "backup.db").exists()
