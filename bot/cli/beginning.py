"""The command by which a bot begins: writes its settings, asking for what it needs, and walks through @BotFather."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot import config
from bot.claims.model import LANGUAGES
from bot.cli.common import environment_language, say, stop
from bot.language.texts import Texts

if TYPE_CHECKING:
    from telegram import User

    from bot.operation.beginning import Value

MODES = ("polling", "webhook")
HEALTH_PORT = 9464
STANDARD_INPUT = "-"
_TOKEN = re.compile(r"(?<!\d)\d{5,}:[\w-]{30,}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Asker:
    """Asks for what was not given as an option; takes the default of everything where nobody can be asked."""

    texts: Texts
    silent: bool

    def ask(self, message: str, given: Any, default: Any, **options: Any) -> Any:
        """What was given, else what is answered, else the default."""
        if given is not None or self.silent:
            return default if given is None else given
        return click.prompt(self.texts.say(message), default=default, show_default=default != "", **options)

    def tell(self, message: str, **arguments: str | int) -> None:
        """Say something to whoever is being asked."""
        click.echo(self.texts.say(message, **arguments), err=True)


@click.command(help=say("cli-init"))
@click.argument("file", default=config.DEFAULT_FILE, type=click.Path(path_type=Path))
@click.option("--lang", "language", type=click.Choice(LANGUAGES), help=say("cli-option-init-lang"))
@click.option("--token", help=say("cli-option-token"))
@click.option("--mode", type=click.Choice(MODES), help=say("cli-option-mode"))
@click.option("--webhook-url", metavar="URL", help=say("cli-option-webhook-url"))
@click.option("--directory", type=click.Path(), help=say("cli-option-directory"))
@click.option("--database", metavar="URL", help=say("cli-option-database"))
@click.option("--name", help=say("cli-option-name"))
@click.option("--contact", help=say("cli-option-contact"))
@click.option("--chat", "chats", type=int, multiple=True, help=say("cli-option-chat"))
@click.option("--health-port", type=click.IntRange(0, 65535), help=say("cli-option-health-port"))
@click.option("--no-input", is_flag=True, help=say("cli-option-no-input"))
def init(file: Path, language: str | None, token: str | None, no_input: bool, **given: Any) -> None:
    """Write a first config.toml."""
    from bot.operation.beginning import filled_in, write

    if file.exists():
        stop(say("cli-init-exists", path=str(file)))
    if language is None:
        language = environment_language()
        if not no_input:
            language = click.prompt(say("init-language"), type=click.Choice(LANGUAGES), default=language)
    asker = Asker(Texts(language), no_input)
    if token == STANDARD_INPUT:
        token = sys.stdin.readline().strip()
    try:
        if not no_input and token is None:
            asker.tell("init-newbot")
        token, bot = _checked_token(asker, token, config.parse("").telegram.base_url)
        for line in botfather(asker.texts, bot):
            click.echo(line, err=True)
        write(file, filled_in(_values(asker, token, **given), file))
    except config.ConfigError as error:
        stop(str(error))
    options = "" if file == config.DEFAULT_FILE else f" --config {file}"
    asker.tell("init-written", path=str(file), options=options)


def botfather(texts: Texts, bot: User | None) -> Iterator[str]:
    """What is left to be set with @BotFather; each with whether it is so, where Telegram has told."""
    yield f"\n{texts.say('init-botfather')}"
    known = {
        "init-privacy": bot is not None and not bot.can_read_all_group_messages,
        "init-inline": bot is not None and bot.supports_inline_queries,
        "init-groups": bot is not None and bot.can_join_groups,
    }
    for message in ("init-privacy", "init-inline", "init-feedback", "init-groups", "init-commands"):
        mark = "–"
        if bot is not None and message in known:
            mark = texts.say("init-is-so" if known[message] else "init-is-not-so")
        yield f"  {mark} {texts.say(message)}"
    yield ""


def _checked_token(asker: Asker, given: str | None, base_url: str) -> tuple[str, User | None]:
    """A token that Telegram knows, or has not been asked about; what it says of the bot. An empty one: none yet."""
    import asyncio

    from bot.operation.beginning import UnreachableError, WrongTokenError, introduction

    while True:
        token = asker.ask("init-token", given, "", hide_input=sys.stdin.isatty()).strip()
        if not token:
            return "", None
        trouble = "init-token-shape"
        if _TOKEN.fullmatch(token):
            try:
                bot = asyncio.run(introduction(token, base_url))
            except UnreachableError as error:
                asker.tell("init-token-unchecked", error=str(error))
                return token, None
            except WrongTokenError:
                trouble = "init-token-wrong"
            else:
                asker.tell("init-token-checked", bot=f"@{bot.username}")
                return token, bot
        if given is not None or asker.silent:
            raise config.ConfigError(asker.texts.say(trouble))
        asker.tell(trouble)


def _values(asker: Asker, token: str, **given: Any) -> dict[str, Value]:
    """What stands in the file in place of the example's values: only what is not the default anyhow."""
    ask = asker.ask
    mode = ask("init-mode", given["mode"], MODES[0], type=click.Choice(MODES))
    values: dict[str, Value] = {"telegram.token": token, "telegram.mode": mode}
    if mode != MODES[0]:
        values["telegram.webhook_url"] = ask("init-webhook-url", given["webhook_url"], "", value_proc=_https(asker))
    usual = str(config.StorageSettings().directory)
    directory = ask("init-directory", given["directory"], usual)
    values["storage.directory"] = "" if directory == usual else str(Path(directory).expanduser().absolute())
    values["storage.chats_url"] = ask("init-database", given["database"], "")
    values["operator.name"] = ask("init-name", given["name"], "")
    values["operator.contact"] = ask("init-contact", given["contact"], "")
    chats = given["chats"] or ask("init-chats", None, "", value_proc=_numbers(asker))
    values["operator.chats"] = list(chats)
    values["health.port"] = ask("init-health-port", given["health_port"], HEALTH_PORT, type=click.IntRange(0, 65535))
    return {name: value for name, value in values.items() if value}


def _https(asker: Asker) -> Callable[[str], str]:
    def read(written: str) -> str:
        if not written.startswith("https://"):
            raise click.UsageError(asker.texts.say("init-not-https"))
        return written

    return read


def _numbers(asker: Asker) -> Callable[[str], list[int]]:
    def read(written: str) -> list[int]:
        try:
            return [int(word) for word in written.replace(",", " ").split()]
        except ValueError:
            raise click.UsageError(asker.texts.say("init-not-ids")) from None

    return read
