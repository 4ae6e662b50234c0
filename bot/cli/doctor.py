"""Commands for those who run it: doctor."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

import click

from bot.cli import health, machine
from bot.cli.common import TROUBLE, needs_settings, say
from bot.config import Settings


@click.command(help=say("cli-doctor"))
@needs_settings
def doctor(settings: Settings) -> None:
    """Check everything a bot needs, one line each."""
    healthy = True
    click.echo(f"{say('cli-doctor-ok')}  {say('doctor-configuration')}")  # it was read, or we would not be here
    for name, check in checks(settings):
        try:
            line = f"{say('cli-doctor-ok')}  {say(name)}: {check()}"
        except Exception as error:
            healthy = False
            line = f"{say('cli-doctor-fix')}  {say(name)}: {error}"
        click.echo(line)
    sys.exit(0 if healthy else TROUBLE)


def checks(settings: Settings) -> Iterator[tuple[str, Callable[[], str]]]:
    """Each check with the text id of its name."""
    yield "doctor-package", lambda: health.package_health(settings)
    yield "doctor-database", lambda: health.database_health(settings)
    yield "doctor-chats", lambda: health.chats_health(settings)
    yield "doctor-backups", lambda: machine.backups_health(settings)
    yield "doctor-token", lambda: health.token_health(settings)
    yield "doctor-telegram", lambda: health.telegram_health(settings)
    yield "doctor-webhook", lambda: health.webhook_health(settings)
    yield "doctor-rights", lambda: machine.rights_health(settings)
    yield "doctor-clock", lambda: machine.clock_health(settings)
    yield "doctor-disk", lambda: machine.disk_health(settings.storage.directory)
    yield "doctor-log", lambda: machine.log_health(settings)
    yield "doctor-ports", lambda: machine.ports_health(settings)
    yield "doctor-digests", lambda: health.digests_health(settings)
    yield "doctor-health", lambda: health.health_health(settings)
