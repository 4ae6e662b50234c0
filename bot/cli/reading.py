"""Commands for those who ask: ask, chat."""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import IO, TYPE_CHECKING, Any

import click

from bot.claims.model import LANGUAGES
from bot.cli.common import (
    ANSWERED,
    NO_ANSWER,
    Day,
    environment_language,
    needs_settings,
    opened,
    say,
    stop,
    terminal_width,
)
from bot.config import Settings

if TYPE_CHECKING:
    from bot.asking import Asking


@click.command(help=say("cli-ask"))
@click.argument("question", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help=say("cli-option-json"))
@click.option("--batch", type=click.File("rb"), help=say("cli-option-batch"))
@click.option("--lang", "language", type=click.Choice(LANGUAGES), help=say("cli-option-lang"))
@click.option("--today", type=Day(), help=say("cli-option-today"))
@click.option("--known-by", type=Day(), help=say("cli-option-known-by"))
@click.option("--figures", type=click.IntRange(min=0), help=say("cli-option-figures"))
@click.option("--all", "everything", is_flag=True, help=say("cli-option-all"))
@click.option("--by", type=click.Choice(["claimant", "date"]), default="claimant", help=say("cli-option-by"))
@needs_settings
def ask(
    settings: Settings,
    question: tuple[str, ...],
    as_json: bool,
    batch: IO[bytes] | None,
    figures: int | None,
    everything: bool,
    by: str,
    **options: Any,
) -> None:
    """Answer one question, or a file of them."""
    from bot.answers.answer import Options, Order
    from bot.answers.contract import json_options
    from bot.asking import Asking

    if bool(question) == bool(batch):
        raise click.UsageError(say("cli-question-or-batch"))
    if batch and not as_json:
        raise click.UsageError(say("cli-batch-needs-json"))
    shape = json_options(figures) if as_json else Options(everything=everything, by=Order(by))
    asking = Asking(opened(settings), **options, options=shape)
    if batch:
        for line in filter(bytes.strip, batch):
            click.echo(_json(asking.batch_line(line)))
        return
    _answer_one(asking, " ".join(question), as_json)


def _answer_one(asking: Asking, text: str, as_json: bool) -> None:
    from bot.answers.contract import error_to_json
    from bot.asking import describe

    try:
        answer = asking.answer(text)
        shown = _json(asking.as_json(answer)) if as_json else asking.as_text(answer, terminal_width())
    except Exception as error:
        if as_json:
            click.echo(_json(error_to_json(text, describe(error))))
        stop(say("cli-trouble", error=describe(error)))
    click.echo(shown)
    sys.exit(ANSWERED if answer.status == "answered" else NO_ANSWER)


@click.command(help=say("cli-chat"))
@click.option("--lang", "language", type=click.Choice(LANGUAGES), help=say("cli-option-lang"))
@click.option("--today", type=Day(), help=say("cli-option-today"))
@click.option("--as", "played", type=click.Choice(["private", "group"]), default="private", help=say("cli-option-as"))
@needs_settings
def chat(settings: Settings, language: str | None, today: date | None, played: str) -> None:
    """Converse in the terminal."""
    import asyncio

    from bot.terminal.conversation import converse

    claimbot = opened(settings)
    spoken = language or environment_language()
    asyncio.run(converse(claimbot, settings, language=spoken, today=today, group=played == "group"))


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)
