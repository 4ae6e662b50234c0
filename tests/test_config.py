"""Settings: every key documented, an unknown one refused with a suggestion, the environment above the file."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from bot import config
from bot.config import Settings

from .conftest import ROOT

EXAMPLE = ROOT / "config.example.toml"


def written(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "config.toml"
    file.write_text(text, encoding="utf-8")
    return file


def keys(model: type[BaseModel], prefix: str = "") -> set[str]:
    """Every key a settings model has, as section.key."""
    found = set()
    for name, field in model.model_fields.items():
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            found |= keys(field.annotation, f"{prefix}{name}.")
        else:
            found.add(prefix + name)
    return found


def example_keys() -> set[str]:
    section, found = "", set()
    for line in EXAMPLE.read_text(encoding="utf-8").splitlines():
        if header := re.fullmatch(r"\[(\w+)\]", line):
            section = header[1]
        elif key := re.match(r"(?:# )?(\w+) = ", line):
            found.add(f"{section}.{key[1]}")
    return found


def test_the_example_documents_every_key_and_no_other() -> None:
    assert example_keys() == keys(Settings)


def test_the_example_shows_the_defaults(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = tomllib.loads(EXAMPLE.read_text(encoding="utf-8"))
    defaults = Settings()
    for section, values in shown.items():
        for key, value in values.items():
            assert getattr(getattr(defaults, section), key) == value, f"{section}.{key}"
    assert config.load(EXAMPLE).model_dump() == defaults.model_dump()


@pytest.mark.parametrize(
    ("text", "named", "suggested"),
    [
        ('[telegram]\ntokn = "1:a"\n', "telegram.tokn", "token"),
        ("[limits]\nuser_per_minut = 3\n", "limits.user_per_minut", "user_per_minute"),
        ("[operater]\nchats = []\n", "operater", "operator"),
        ("[retention]\nreceipt_days = 3\n", "retention.receipt_days", "receipts_days"),
    ],
)
def test_an_unknown_key_is_an_error_with_a_suggestion(tmp_path: Path, text: str, named: str, suggested: str) -> None:
    file = written(tmp_path, text)
    with pytest.raises(config.ConfigError) as refused:
        config.load(file)
    assert f"{file}: {named}: unknown key; did you mean {suggested}?" == str(refused.value)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('[telegram]\nmode = "webhok"\n', "telegram.mode"),
        ('[telegram]\nmode = "webhook"\n', "webhook_url"),
        ('[telegram]\nmode = "webhook"\nwebhook_url = "http://bot.example.org"\n', "https://"),
        ('[telegram]\nwebhook_secret = "a b"\n', "webhook_secret"),
        ('[telegram]\nkey = "k.pem"\n', "certificate"),
        ("[telegram]\nport = 70000\n", "telegram.port"),
        ("[limits]\ngroup_per_minute = 0\n", "limits.group_per_minute"),
        ('[operator]\nchats = ["me"]\n', "operator.chats"),
        ("[telegram\n", "config.toml"),
    ],
)
def test_a_value_that_cannot_be_used_is_named(tmp_path: Path, text: str, named: str) -> None:
    with pytest.raises(config.ConfigError, match=re.escape(named)):
        config.load(written(tmp_path, text))


@pytest.mark.parametrize(
    ("variable", "value", "read"),
    [
        ("CLAIMBOT_TELEGRAM__MODE", "polling", lambda s: s.telegram.mode == "polling"),
        ("CLAIMBOT_TELEGRAM__TOKEN", "2:b", lambda s: s.telegram.token.get_secret_value() == "2:b"),
        ("CLAIMBOT_LIMITS__USER_PER_MINUTE", "7", lambda s: s.limits.user_per_minute == 7),
        ("CLAIMBOT_OPERATOR__CHATS", "[1, -2]", lambda s: s.operator.chats == [1, -2]),
        ("CLAIMBOT_STORAGE__CHATS_URL", "sqlite://", lambda s: s.storage.chats_url.get_secret_value() == "sqlite://"),
        ("claimbot_backup__automatic", "false", lambda s: s.backup.automatic is False),
        ("CLAIMBOT_STORAGE__DIRECTORY", "/srv", lambda s: s.storage.directory == Path("/srv")),
    ],
)
def test_the_environment_overrides_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, read: Any
) -> None:
    text = '[telegram]\nmode = "polling"\ntoken = "1:a"\n[limits]\nuser_per_minute = 3\ngroup_per_minute = 4\n'
    monkeypatch.setenv(variable, value)
    settings = config.load(written(tmp_path, text))
    assert read(settings)
    assert settings.limits.group_per_minute == 4


@pytest.mark.parametrize(
    ("variable", "value", "told"),
    [
        ("CLAIMBOT_TELEGRAM__TOKN", "1:hidden", "telegram.tokn: unknown key; did you mean token?"),
        ("CLAIMBOT_OPERATOR__CHATS", "me", "operator.chats"),
        ("CLAIMBOT_OPERATOR__CHATS", '["me"]', "operator.chats"),
        ("CLAIMBOT_HEALTH__PORT", "hidden", "health.port"),
    ],
)
def test_a_fault_in_the_environment_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, variable: str, value: str, told: str
) -> None:
    monkeypatch.setenv(variable, value)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(config.ConfigError) as refused:
        config.load()
    assert str(refused.value).startswith(f"environment: {told}")
    assert "hidden" not in str(refused.value)


@pytest.mark.parametrize("variable", ["CLAIMBOT_SERVICE_HOST", "CLAIMBOT_OTHER__KEY", "CLAIMBOT_TELEGRAM", "CLAIMBOT_"])
def test_variables_of_others_change_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, variable: str) -> None:
    monkeypatch.chdir(tmp_path)
    before = config.load().model_dump()
    monkeypatch.setenv(variable, "tcp://10.0.0.1:80")
    assert config.load().model_dump() == before


def test_a_section_that_is_none_is_an_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CLAIMBOT_TELEGRAM__MODE", "polling")
    with pytest.raises(config.ConfigError, match="telegram: "):
        config.load(written(tmp_path, "telegram = 3\n"))


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(config.ConfigError, match=r"claimbot init .*none\.toml"):
        config.load(tmp_path / "none.toml")


def test_secrets_are_never_shown(tmp_path: Path) -> None:
    text = '[telegram]\ntoken = "1:hidden-token"\nwebhook_secret = "hidden-word"\n'
    text += '[storage]\nchats_url = "postgresql://bot:hidden@host/claimbot"\n'
    settings = config.load(written(tmp_path, text))
    assert "hidden" not in repr(settings) + str(settings.model_dump())


@pytest.mark.parametrize(
    ("url", "path", "listened"),
    [
        ("https://bot.example.org/telegram", None, "/telegram"),
        ("https://bot.example.org/a/b/", None, "/a/b"),
        ("https://bot.example.org", None, "/"),
        ("https://bot.example.org/outside", "inside", "/inside"),
    ],
)
def test_the_webhook_listens_on_the_path_of_its_address(url: str, path: str | None, listened: str) -> None:
    settings = Settings.model_validate({"telegram": {"mode": "webhook", "webhook_url": url, "webhook_path": path}})
    assert settings.telegram.path == listened
