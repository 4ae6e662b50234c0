"""What commands share: texts in the user's language, settings from options, the opened claimbot, exit statuses."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, Self

import click
from babel.core import default_locale

from bot import config
from bot.claims.model import LANGUAGES
from bot.language.texts import Texts

if TYPE_CHECKING:
    from rich import progress

    from bot.asking import Claimbot

ANSWERED, NO_ANSWER, TROUBLE = 0, 1, 2
PASSING = 75  # EX_TEMPFAIL of sysexits.h: what starts programs may try again, nothing need be mended
WIDEST = 110  # columns; longer lines are hard to read


def environment_language() -> str:
    """The language of the user's environment, English where it is not one of ours."""
    language = (default_locale("LC_MESSAGES") or "en").split("_")[0]
    return language if language in LANGUAGES else "en"


texts = Texts(environment_language())
say = texts.say


class Day(click.ParamType[date]):
    """A day as YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the day; anything else is a usage error."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(say("cli-not-a-day", value=str(value)), param, ctx)


def stop(message: str, status: int = TROUBLE) -> NoReturn:
    """End with a message for the user and an exit status, that of trouble unless another is given."""
    click.echo(message, err=True)
    sys.exit(status)


def needs_settings(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command its settings from --config and --data."""

    @click.option("--config", "config_file", type=click.Path(path_type=Path), help=say("cli-option-config"))
    @click.option("--data", type=click.Path(path_type=Path), help=say("cli-option-data"))
    @wraps(command)
    def wrapper(config_file: Path | None, data: Path | None, **options: Any) -> None:
        try:
            settings = config.load(config_file)
            if data is not None:
                settings.claims.package = data
            command(settings, **options)
        except config.ConfigError as error:
            stop(str(error))

    return wrapper


class Progress:
    """A bar on standard error that appears with the first step and is gone at the end."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._bar: progress.Progress | None = None

    def __call__(self, done: int, total: int) -> None:
        """Show so many steps as done."""
        if self._bar is None:
            from rich import console, progress

            self._bar = progress.Progress(console=console.Console(stderr=True), transient=True)
            self._bar.start()
            self._bar.add_task(self._title, total=total)
        self._bar.update(self._bar.task_ids[0], completed=done, total=total)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()


def terminal_width() -> int | None:
    """Columns of the terminal, for folding lines; None where the output goes elsewhere."""
    return min(shutil.get_terminal_size().columns, WIDEST) if sys.stdout.isatty() else None


def opened(settings: config.Settings) -> Claimbot:
    """The claimbot of these settings, its database built first where needed, with a progress bar."""
    from bot.asking import open_claimbot
    from bot.claims.database.store import StoreError
    from bot.claims.problem import PackageError

    try:
        with Progress(say("cli-building")) as progress:
            claimbot = open_claimbot(settings, progress)
    except (PackageError, StoreError) as error:
        stop(str(error))
    if claimbot.warning:
        click.echo(f"{claimbot.warning}\n{say('cli-serving-old')}", err=True)
    return claimbot
