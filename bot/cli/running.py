"""Commands for those who run the bot: run."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import click

from bot.cli.common import PASSING, TROUBLE, needs_settings, opened, say, stop
from bot.config import Settings

if TYPE_CHECKING:
    from telegram import User

    from bot.app import App
    from bot.asking import Claimbot


@click.command(help=say("cli-run"))
@click.option("--log", type=click.Choice(["debug", "info", "warning"]), help=say("cli-option-log"))
@needs_settings
def run(settings: Settings, log: str | None) -> None:
    """Run the Telegram bot."""
    if settings.telegram.token is None:
        stop(say("cli-no-token"))

    import asyncio

    from telegram.error import InvalidToken, TelegramError

    from bot.app import build_application, chats_of
    from bot.chats.trouble import ChatsError, Trouble
    from bot.operation.backups import exposed_data, shared_folders
    from bot.operation.logs import set_up
    from bot.operation.server import CannotListenError
    from bot.telegram.polling import SecondInstanceError

    redactor = set_up(settings.log.format, log or settings.log.level, settings.secrets())
    for file in settings.exposed_files():
        click.echo(say("cli-exposed", path=str(file)), err=True)
    for file in exposed_data(settings):
        click.echo(say("cli-exposed-data", path=str(file)), err=True)
    for folder in shared_folders(settings):
        click.echo(say("cli-shared-folder", path=str(folder)), err=True)
    claimbot = opened(settings)
    _look_through(claimbot)
    try:
        with chats_of(settings) as chats:
            chats.database.check()
            application = build_application(settings, claimbot, chats)
            del claimbot  # the application's alone: it lets the words go when there are new ones
            asyncio.run(_until_stopped(application, settings))
    except ChatsError as error:
        stop(str(error), PASSING if error.trouble in (Trouble.UNREACHABLE, Trouble.LOCKED) else TROUBLE)
    except InvalidToken:
        stop(say("cli-wrong-token"))
    except SecondInstanceError as error:
        stop(say("cli-second-instance", said=str(error)))
    except CannotListenError as error:
        where = {"listen": settings.health.listen, "port": str(settings.health.port)}
        stop(say("cli-cannot-tell-health", **where, error=str(error)))
    except TelegramError as error:
        address = settings.telegram.base_url
        stop(redactor.redact(say("cli-no-telegram", address=address, error=str(error))), PASSING)
    except OSError as error:
        where = {"listen": settings.telegram.listen, "port": str(settings.telegram.port)}
        stop(say("cli-cannot-listen", **where, error=str(error)))
    click.echo(say("cli-stopped"), err=True)


def _look_through(claimbot: Claimbot) -> None:
    """Look whether the claim database is whole, before anybody is answered from it."""
    from bot.claims.database.store import StoreError

    try:
        claimbot.store.database.check_integrity()
    except StoreError as error:
        stop(str(error))


async def _until_stopped(application: App, settings: Settings) -> None:
    """Serve until the first SIGTERM or Ctrl+C; the second ends at once."""
    import asyncio

    from bot.app import serve
    from bot.operation.memory import settle

    stopping, loop = asyncio.Event(), asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):

        def stop_once(number: signal.Signals = number) -> None:
            loop.remove_signal_handler(number)
            stopping.set()

        loop.add_signal_handler(number, stop_once)

    def started(me: User) -> None:
        settle()
        click.echo(say("cli-running", bot=str(me.username), mode=settings.telegram.mode), err=True)

    await serve(application, settings, stopping, started)
