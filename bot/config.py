"""Settings: config.toml, overridden by environment variables; an unknown key is an error with a suggestion."""

from __future__ import annotations

import json
import os
import re
import stat
import tomllib
from collections.abc import Iterator
from datetime import time
from importlib import resources
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from urllib.parse import parse_qsl, unquote, urlsplit

import platformdirs
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    SecretStr,
    ValidationError,
    model_validator,
)
from rapidfuzz import process

DEFAULT_FILE = Path("config.toml")
EXAMPLE = "config.example.toml"
_PREFIX, _BETWEEN = "CLAIMBOT_", "__"  # of environment variables: CLAIMBOT_SECTION__KEY
_SECRET = re.compile(r"[\w-]{1,256}", re.ASCII)


class ConfigError(Exception):
    """The settings cannot be used; the message says what, where and what to do."""


class Section(BaseModel):
    """A section of the configuration file."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)


class TelegramSettings(Section):
    """How to reach Telegram."""

    token: SecretStr | None = None
    base_url: str = "https://api.telegram.org/bot"
    base_file_url: str = "https://api.telegram.org/file/bot"
    mode: Literal["polling", "webhook"] = "polling"
    webhook_url: str | None = None
    webhook_path: str | None = None
    webhook_secret: SecretStr | None = None
    listen: str = "127.0.0.1"
    port: int = Field(default=8080, ge=0, le=65535)
    certificate: Path | None = None
    key: Path | None = None

    @model_validator(mode="after")
    def _webhook_is_complete(self) -> Self:
        if self.mode == "webhook" and urlsplit(self.webhook_url or "").scheme != "https":
            raise ValueError("mode webhook needs webhook_url, the https:// address that Telegram is to call")
        if self.key is not None and self.certificate is None:
            raise ValueError("key needs certificate as well")
        if self.webhook_secret and not _SECRET.fullmatch(self.webhook_secret.get_secret_value()):
            raise ValueError("webhook_secret may hold A-Z, a-z, 0-9, _ and -, up to 256 of them")
        return self

    @property
    def path(self) -> str:
        """The path on which the webhook listens: that of its public address unless another is set."""
        return "/" + (self.webhook_path or urlsplit(self.webhook_url or "").path).strip("/")


class LimitsSettings(Section):
    """How often a user and a group are answered."""

    user_per_minute: int = Field(default=20, ge=1)
    group_per_minute: int = Field(default=15, ge=1)


class RetentionSettings(Section):
    """How long what was answered is kept."""

    receipts_days: int = Field(default=365, ge=1)
    feedback_days: int = Field(default=365, ge=1)


class BackupSettings(Section):
    """Backups of the private database."""

    automatic: bool = True
    at: str = Field(default="03:30", pattern=r"^([01]\d|2[0-3]):[0-5]\d$")
    directory: Path | None = None
    keep_days: int = Field(default=14, ge=1)

    @property
    def time_of_day(self) -> time:
        """When the daily one is made, by UTC."""
        return time.fromisoformat(self.at)


class LogSettings(Section):
    """What is written to the log, and how."""

    format: Literal["text", "json"] = "text"
    level: Literal["debug", "info", "warning"] = "info"


class HealthSettings(Section):
    """Where /healthz and /metrics are answered; without a port, nowhere."""

    listen: str = "127.0.0.1"
    port: int | None = Field(default=None, ge=0, le=65535)


def _list(value: object) -> object:
    """A list as it is, or as an environment variable writes it: [1, -2]."""
    return json.loads(value) if isinstance(value, str) else value


class OperatorSettings(Section):
    """Who runs this bot."""

    name: str = ""
    contact: str = ""
    chats: Annotated[list[int], BeforeValidator(_list)] = Field(default_factory=list)


class StorageSettings(Section):
    """Where the databases live."""

    directory: Path = Field(default_factory=lambda: platformdirs.user_data_path("claimbot", appauthor=False))
    chats_url: SecretStr | None = None  # the address of a server has a password in it

    def make(self) -> None:
        """Make the directory where it is missing. Raises ConfigError."""
        try:
            self.directory.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            said = f"{self.directory}: {error.strerror}; set storage.directory to a folder that this user may write to"
            raise ConfigError(said) from None


def shipped_package() -> Path:
    """The claim package inside the installed `bot` package, or beside it in a checkout."""
    root = Path(str(resources.files("bot")))
    inside = root / "data"
    return inside if inside.is_dir() else root.parent / "data"


def shipped_example() -> str:
    """config.example.toml, every key with its explanation: inside the installed `bot` package, or in a checkout."""
    root = Path(str(resources.files("bot")))
    inside = root / EXAMPLE
    return (inside if inside.is_file() else root.parent / EXAMPLE).read_text(encoding="utf-8")


class ClaimsSettings(Section):
    """Which claims are served."""

    package: Path = Field(default_factory=shipped_package)


class Settings(Section):
    """All settings, each with its default."""

    telegram: TelegramSettings = Field(default_factory=TelegramSettings)
    storage: StorageSettings = Field(default_factory=StorageSettings)
    claims: ClaimsSettings = Field(default_factory=ClaimsSettings)
    limits: LimitsSettings = Field(default_factory=LimitsSettings)
    retention: RetentionSettings = Field(default_factory=RetentionSettings)
    backup: BackupSettings = Field(default_factory=BackupSettings)
    operator: OperatorSettings = Field(default_factory=OperatorSettings)
    log: LogSettings = Field(default_factory=LogSettings)
    health: HealthSettings = Field(default_factory=HealthSettings)
    _file: Path | None = PrivateAttr(None)  # where they were read from

    def secrets(self) -> Iterator[str]:
        """All that must not reach a log, in each form in which it could."""
        for secret in (self.telegram.token, self.telegram.webhook_secret, self.storage.chats_url):
            if secret is not None:
                yield secret.get_secret_value()
        if self.storage.chats_url is not None:
            yield from _passwords(self.storage.chats_url.get_secret_value())

    def exposed_files(self) -> Iterator[Path]:
        """Files of secrets that everybody on this machine can read, and settings that everybody can write."""
        if os.name != "posix":
            return
        if self._file is not None:
            secret = stat.S_IROTH if any(self._from_file(self._file)) else 0
            if self._file.stat().st_mode & (secret | stat.S_IWOTH):
                yield self._file
        key = self.telegram.key
        if key is not None and key.is_file() and key.stat().st_mode & (stat.S_IROTH | stat.S_IWOTH):
            yield key

    def _from_file(self, file: Path) -> Iterator[str]:
        """The secrets that stand in the file itself, rather than in the environment."""
        written = file.read_text(encoding="utf-8")
        return (secret for secret in self.secrets() if secret in written)


def load(file: Path | None = None) -> Settings:
    """Read settings from `file` (default: config.toml where it exists). Raises ConfigError."""
    if file is None:
        file = DEFAULT_FILE if DEFAULT_FILE.is_file() else None
    try:
        text = file.read_text(encoding="utf-8") if file else ""
    except FileNotFoundError:
        raise ConfigError(f"{file}: no such file; make it with claimbot init {file}, or leave --config out") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file}: {error}") from error
    settings = parse(text, file)
    settings._file = file
    return settings


def parse(text: str, file: Path | None = None) -> Settings:
    """The settings that a text of TOML and the environment give; `file` is where it stands. Raises ConfigError."""
    try:
        given = tomllib.loads(text)
        for section, key, value in _environment():
            part = given.setdefault(section, {})
            if isinstance(part, dict):
                part[key] = value
        return Settings.model_validate(given)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{file}: {error}") from error
    except ValidationError as error:
        raise ConfigError("\n".join(_explain(e, file) for e in error.errors())) from error


def _environment() -> Iterator[tuple[str, str, str]]:
    """What environment variables set, in sections that there are: others may use names that begin like ours."""
    for name, value in os.environ.items():
        section, between, key = name.upper().removeprefix(_PREFIX).lower().partition(_BETWEEN)
        if name.upper().startswith(_PREFIX) and between and section in Settings.model_fields:
            yield section, key, value


def _passwords(url: str) -> Iterator[str]:
    """The passwords in the address of a database, as they are and as they stand there."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return
    for password in (parts.password, *(value for name, value in parse_qsl(parts.query) if "password" in name)):
        if password:
            yield password
            yield unquote(password)


def _explain(error: Any, file: Path | None) -> str:
    *sections, key = map(str, error["loc"])
    where = f"{file or 'environment'}: {'.'.join([*sections, key])}"
    if error["type"] != "extra_forbidden":
        return f"{where}: {error['msg'].removeprefix('Value error, ')}"
    model: type[BaseModel] = Settings
    for section in sections:
        model = model.model_fields[section].annotation  # type: ignore[assignment]  # sections are models
    nearest = process.extractOne(key, model.model_fields.keys())
    return f"{where}: unknown key" + (f"; did you mean {nearest[0]}?" if nearest else "")
