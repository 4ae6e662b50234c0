"""Secrets: a type of their own in the settings, none in errors or logs, and files that not everybody reads.

That no token reaches a log: tests/telegram/test_secrets.py; of a process at DEBUG: tests/telegram/bot/test_run.py.
"""

from __future__ import annotations

import io
import logging
import os
import stat
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner
from pydantic import BaseModel, SecretStr
from sqlalchemy.exc import OperationalError

from bot import config
from bot.app import chats_of
from bot.chats.chats import ChatsError
from bot.cli import main
from bot.config import Settings
from bot.telegram.secrets import HIDDEN, RedactingFilter, Redactor
from tests.conftest import QUAKE

PASSWORD = "s3cr3t-p%40ss"  # as an address has it; what the server is told is s3cr3t-p@ss
TOML = f"""
[telegram]
token = "1234567:hidden-token-hidden-token-hidden-t"
webhook_secret = "hidden-word"
[storage]
chats_url = "postgresql://bot:{PASSWORD}@127.0.0.1:9/claimbot?sslpassword=hidden-key"
"""
NAMES_OF_SECRETS = ("token", "secret", "password", "url")
OPEN_ADDRESSES = {"base_url", "base_file_url", "webhook_url"}  # of Telegram and of the bot: public


def fields(model: type[BaseModel]) -> Iterator[tuple[str, object]]:
    for name, field in model.model_fields.items():
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            yield from fields(field.annotation)
        else:
            yield name, field.annotation


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "config.toml"
    path.write_text(TOML)
    path.chmod(0o600)
    return path


def test_every_setting_that_sounds_secret_is_of_the_type_that_is_not_shown() -> None:
    sounding = {name: kind for name, kind in fields(Settings) if any(word in name for word in NAMES_OF_SECRETS)}
    assert {name for name, kind in sounding.items() if SecretStr not in (kind, *get_args(kind))} == OPEN_ADDRESSES


def test_all_secrets_are_known_in_every_form(file: Path) -> None:
    settings = config.load(file)
    redactor = Redactor(settings.secrets())
    for secret in (PASSWORD, "s3cr3t-p@ss", "hidden-token", "hidden-word", "hidden-key"):
        whole = f"1234567:{secret}-hidden-token-hidden-t" if secret == "hidden-token" else secret
        assert redactor.redact(f"it is {whole}!") == f"it is {HIDDEN}!"


def test_a_database_that_is_not_there_is_told_of_without_its_password(file: Path, tmp_path: Path) -> None:
    settings = config.load(file)
    settings.storage.directory = tmp_path
    with pytest.raises(ChatsError) as refused, chats_of(settings):
        pass
    written = "".join(traceback.format_exception(refused.value))
    assert "127.0.0.1:9" in written
    assert not any(secret in written for secret in settings.secrets())


def test_an_error_of_the_driver_loses_the_password_on_its_way_to_the_log(file: Path) -> None:
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.addFilter(RedactingFilter(Redactor(config.load(file).secrets())))
    log = logging.Logger("test")
    log.addHandler(handler)
    try:
        raise OperationalError("SELECT", {}, ValueError("could not connect with s3cr3t-p@ss"))
    except OperationalError:
        log.exception("no database")
    assert "could not connect with [secret]" in written.getvalue()
    assert "s3cr3t" not in written.getvalue()


@pytest.mark.parametrize(
    "text",
    [
        "[telegram]\ntoken = 1234567\n",
        "[telegram]\ntoken = ['hidden']\n",
        "[telegram]\nwebhook_secret = 'hidden word'\n",
        "[storage]\nchats_url = { hidden = 'hidden' }\n",
        "[telegram]\nmode = 'webhook'\ntoken = '1:hidden'\n",
    ],
)
def test_an_error_in_the_settings_shows_no_value(tmp_path: Path, text: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text)
    with pytest.raises(config.ConfigError) as refused:
        config.load(path)
    written = "".join(traceback.format_exception(refused.value)).replace(str(path), "")
    assert "hidden" not in written
    assert "1234567" not in written


@pytest.mark.skipif(os.name != "posix", reason="rights as POSIX has them")
@pytest.mark.parametrize(
    ("mode", "text", "exposed"),
    [
        (0o600, TOML, False),
        (0o640, TOML, False),  # root's, readable for the group of the service
        (0o644, TOML, True),
        (0o604, TOML, True),
        (0o644, "[limits]\nuser_per_minute = 3\n", False),
        (0o662, "[limits]\nuser_per_minute = 3\n", True),  # whoever can write there can send the token elsewhere
        (0o602, TOML, True),
    ],
)
def test_a_file_of_secrets_that_others_can_read_is_told_of(file: Path, mode: int, text: str, exposed: bool) -> None:
    file.write_text(text)
    file.chmod(mode)
    assert list(config.load(file).exposed_files()) == [file] * exposed


@pytest.mark.skipif(os.name != "posix", reason="rights as POSIX has them")
def test_what_the_environment_keeps_does_not_make_the_file_secret(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text("[telegram]\nmode = 'polling'\n")
    file.chmod(0o644)
    monkeypatch.setenv("CLAIMBOT_TELEGRAM__TOKEN", "1:hidden")
    assert list(config.load(file).exposed_files()) == []


@pytest.mark.skipif(os.name != "posix", reason="rights as POSIX has them")
def test_the_key_of_the_certificate_is_a_secret_too(tmp_path: Path) -> None:
    certificate, key = tmp_path / "certificate.pem", tmp_path / "key.pem"
    for one in (certificate, key):
        one.write_text("-----BEGIN")
        one.chmod(0o644)
    settings = Settings.model_validate({"telegram": {"certificate": certificate, "key": key}})
    assert list(settings.exposed_files()) == [key]
    key.chmod(0o600)
    assert list(settings.exposed_files()) == []


@pytest.mark.skipif(os.name != "posix", reason="rights as POSIX has them")
def test_the_doctor_says_what_to_do(file: Path, tmp_path: Path) -> None:
    file.write_text(f'[telegram]\ntoken = "1:{"a" * 35}"\n[storage]\ndirectory = "{tmp_path}"\n')
    file.chmod(0o644)
    command = ["doctor", "--config", str(file), "--data", str(QUAKE)]
    said = CliRunner().invoke(main, command)
    assert f"chmod 600 {file}" in said.output
    assert said.exit_code == 2
    file.chmod(0o600)
    assert "chmod" not in CliRunner().invoke(main, command).output


@pytest.mark.skipif(os.name != "posix", reason="rights as POSIX has them")
def test_the_private_database_is_its_owners_alone(tmp_path: Path) -> None:
    settings = Settings.model_validate({"storage": {"directory": tmp_path}})
    with chats_of(settings) as chats:
        chats.set_language(1, "uk")
        for path in tmp_path.glob("chats.db*"):
            assert stat.S_IMODE(path.stat().st_mode) == 0o600, path
