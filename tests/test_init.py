"""`claimbot init`: the first settings, closed to others, never in place of what is there; and what Telegram says."""

from __future__ import annotations

import asyncio
import os
import stat
import sys
import tomllib
from asyncio.subprocess import DEVNULL, PIPE
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from bot import config
from bot.cli import main
from bot.operation.beginning import filled_in, write
from bot.telegram.server import LocalBotApi

from .conftest import ROOT

TOKEN = "123456789:AAEhBOweik9ai2lMCmKJNJ6ZvZQnLocalOnly"
NOWHERE = "http://127.0.0.1:9/bot"
EXAMPLE = (ROOT / "config.example.toml").read_text(encoding="utf-8")


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the settings are to be written, on a machine from which Telegram cannot be reached."""
    monkeypatch.setenv("CLAIMBOT_TELEGRAM__BASE_URL", NOWHERE)
    monkeypatch.delenv("CLAIMBOT_STORAGE__DIRECTORY", raising=False)
    return tmp_path / "config.toml"


def init(file: Path, *options: str, typed: str = "") -> Result:
    return CliRunner().invoke(main, ["init", str(file), *options], input=typed)


def comments(text: str) -> list[str]:
    """The lines that explain, and those keys that were left as they are."""
    return [line for line in text.splitlines() if line.startswith("# ")]


def test_without_questions_it_writes_the_defaults_and_every_explanation(file: Path) -> None:
    done = init(file, "--lang", "en", "--no-input")
    assert done.exit_code == 0, done.output
    written = file.read_text(encoding="utf-8")
    assert set(comments(EXAMPLE)) - set(comments(written)) == {"# port = 9464"}
    assert config.load(file).model_dump(exclude={"health"}) == config.parse("").model_dump(exclude={"health"})
    assert config.load(file).health.port == 9464


def test_options_become_settings(file: Path, tmp_path: Path) -> None:
    options = {
        "--token": TOKEN,
        "--mode": "webhook",
        "--webhook-url": "https://bot.example.org/telegram",
        "--directory": str(tmp_path / "data"),
        "--database": "postgresql://bot:word@host/claimbot",
        "--name": 'The "Example" newsroom',
        "--contact": "bot@example.org",
        "--health-port": "9999",
    }
    given_as = [word for pair in options.items() for word in pair]
    done = init(file, "--lang", "en", "--no-input", *given_as, "--chat", "5", "--chat", "-100")
    assert done.exit_code == 0, done.output
    settings = tomllib.loads(file.read_text(encoding="utf-8"))
    assert "webhook_secret" not in settings["telegram"]  # else that of another machine would be another
    assert settings["telegram"] | {"token": TOKEN, "mode": "webhook"} == settings["telegram"]
    assert settings["telegram"]["webhook_url"] == options["--webhook-url"]
    assert settings["storage"] == {"directory": str(tmp_path / "data"), "chats_url": options["--database"]}
    assert settings["operator"] == {
        "name": options["--name"],
        "contact": options["--contact"],
        "chats": [5, -100],
    }
    assert settings["health"]["port"] == 9999
    assert TOKEN not in done.output
    assert "the token was not checked" in done.output


@pytest.mark.skipif(os.name != "posix", reason="rights are those of POSIX")
def test_only_its_owner_can_read_it(file: Path) -> None:
    before = os.umask(0)
    try:
        init(file, "--lang", "en", "--no-input", "--token", TOKEN)
    finally:
        os.umask(before)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(config.load(file).exposed_files()) == []


def test_a_file_that_is_there_stays_as_it_is(file: Path) -> None:
    file.write_text("mine", encoding="utf-8")
    done = init(file, "--lang", "en", "--no-input")
    assert (done.exit_code, file.read_text(encoding="utf-8")) == (2, "mine")
    with pytest.raises(config.ConfigError, match="exists"):  # one that came meanwhile stays too
        write(file, "yours")
    assert file.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--token", "123:short"], "is not a token"),
        (["--mode", "webhook"], "webhook_url"),
        (["--mode", "webhook", "--webhook-url", "http://bot.example.org"], "https://"),
        (["--mode", "carrier-pigeon"], "carrier-pigeon"),
        (["--health-port", "70000"], "70000"),
        (["--name", "a\x7fb"], "config.toml"),
    ],
)
def test_what_could_not_be_used_is_refused_and_nothing_written(file: Path, options: list[str], said: str) -> None:
    done = init(file, "--lang", "en", "--no-input", *options)
    assert done.exit_code == 2, done.output
    assert said in done.output
    assert not file.exists()


def test_the_token_may_come_from_standard_input(file: Path) -> None:
    assert init(file, "--lang", "en", "--no-input", "--token", "-", typed=f"{TOKEN}\n").exit_code == 0
    assert list(config.load(file).secrets()) == [TOKEN]


@pytest.mark.parametrize(
    ("language", "says"), [("en", "with @BotFather:"), ("uk", "У чаті з @BotFather:"), ("ru", "В чате с @BotFather:")]
)
def test_it_asks_for_what_was_not_given(file: Path, tmp_path: Path, language: str, says: str) -> None:
    answers = [
        *(language, "123:short", TOKEN, "webhook", "http://bot.example.org/x", "https://bot.example.org/x"),
        *(str(tmp_path / "data"), "", "The Example newsroom", "", "five", "5, -100", ""),
    ]
    done = init(file, typed="".join(f"{answer}\n" for answer in answers))
    assert done.exit_code == 0, done.output
    for step in ("/newbot", "/setprivacy", "/setinline", "/setinlinefeedback", "/setjoingroups", "/setcommands"):
        assert step in done.output
    assert says in done.output
    settings = config.load(file)
    assert settings.telegram.webhook_url == "https://bot.example.org/x"
    assert settings.storage.directory == tmp_path / "data"
    assert (settings.operator.name, settings.operator.chats) == ("The Example newsroom", [5, -100])
    assert settings.health.port == 9464


def test_giving_up_writes_nothing(file: Path) -> None:
    done = init(file, typed="en\n")
    assert done.exit_code == 1
    assert not file.exists()


@given(name=st.text(), chats=st.lists(st.integers(-(2**52), 2**52)))
def test_whatever_is_given_is_read_back_or_refused(name: str, chats: list[int]) -> None:
    try:
        text = filled_in({"operator.name": name, "operator.chats": chats}, Path("config.toml"))
    except config.ConfigError:
        assert "\x7f" in name or any("\ud800" <= letter <= "\udfff" for letter in name)
        return
    assert config.parse(text).operator.model_dump() == {"name": name, "contact": "", "chats": chats}


async def ran(*options: str, base_url: str) -> tuple[int, str]:
    """The exit status and what was said."""
    started = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", "from bot.cli import main; main()", "init", "--lang", "en", "--no-input", *options),
        env={**os.environ, "CLAIMBOT_TELEGRAM__BASE_URL": base_url, "LC_ALL": "C.UTF-8"},
        stdin=DEVNULL,
        stdout=PIPE,
        stderr=PIPE,
    )
    printed, errors = await started.communicate()
    assert started.returncode is not None
    return started.returncode, (printed + errors).decode()


@pytest.mark.anyio
async def test_telegram_is_asked_about_the_token(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    async with LocalBotApi() as server:
        server.world.can_read_all = True
        wrong: Any = await ran(str(file), "--token", TOKEN, base_url=server.base_url)
        assert (wrong[0], file.exists()) == (2, False)
        assert "does not know this token" in wrong[1]
        status, said = await ran(str(file), "--token", server.token, base_url=server.base_url)
    assert status == 0, said
    assert f"Telegram knows the token: @{server.bot.username}" in said
    assert "to do: /setprivacy" in said
    assert "ok /setinline:" in said
    assert server.token not in said
    assert config.load(file).telegram.token is not None
