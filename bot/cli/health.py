"""Commands for those who run it: doctor."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import click

from bot.cli.common import TROUBLE, needs_settings, say
from bot.config import Settings

NEEDED_MB = 500  # a database, its write-ahead log and a backup of each, with room to grow
TOKEN = re.compile(r"\d+:[\w-]{30,}")


class UnwellError(Exception):
    """A check failed; the message says what to do."""


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
    yield "doctor-package", lambda: package_health(settings)
    yield "doctor-database", lambda: database_health(settings)
    yield "doctor-token", lambda: token_health(settings)
    yield "doctor-rights", lambda: rights_health(settings)
    yield "doctor-clock", lambda: clock_health(settings)
    yield "doctor-disk", lambda: disk_health(settings.storage.directory)


def package_health(settings: Settings) -> str:
    """The package can be read and has no errors."""
    from bot.claims.checks.check import check
    from bot.claims.package.reader import read_package

    package = read_package(settings.claims.package)
    if errors := [problem for problem in check(package) if problem.is_error]:
        raise UnwellError("\n".join(map(str, errors)))
    return say("doctor-package-ok", package=package.name, version=package.version)


def database_health(settings: Settings) -> str:
    """The claim database opens, is whole and holds claims."""
    from bot.asking import database_path, open_claimbot

    store = open_claimbot(settings).store
    store.database.check_integrity()
    return say(
        "doctor-database-ok",
        claims=store.meta.total,
        path=str(database_path(settings)),
        newest=str(store.meta.newest),
    )


def token_health(settings: Settings) -> str:
    """The token has a token's shape; none is fine for the terminal."""
    token = settings.telegram.token
    if token is None:
        return say("doctor-token-none")
    if not TOKEN.fullmatch(token.get_secret_value()):
        raise UnwellError(say("doctor-token-shape"))
    return say("doctor-token-set")


def rights_health(settings: Settings) -> str:
    """What is secret is not for everybody to read."""
    if exposed := [say("cli-exposed", path=str(file)) for file in settings.exposed_files()]:
        raise UnwellError("\n".join(exposed))
    return say("doctor-rights-ok")


def clock_health(settings: Settings) -> str:
    """The clock is not behind the newest figure."""
    from bot.asking import open_claimbot

    newest = open_claimbot(settings).store.meta.newest
    now = datetime.now().astimezone()
    if newest is not None and now.date() < newest:
        raise UnwellError(say("doctor-clock-behind", now=f"{now:%Y-%m-%d %H:%M %Z}", newest=str(newest)))
    return say("doctor-clock-ok", now=f"{now:%Y-%m-%d %H:%M %Z}")


def disk_health(directory: Path) -> str:
    """There is room where the databases live."""
    existing = next(path for path in [directory, *directory.resolve().parents] if path.exists())
    free = shutil.disk_usage(existing).free // 2**20
    if free < NEEDED_MB:
        raise UnwellError(say("doctor-disk-full", free=free, path=str(existing), needed=NEEDED_MB))
    return say("doctor-disk-ok", free=free, path=str(existing))
