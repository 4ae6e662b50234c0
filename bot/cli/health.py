"""Commands for those who run it: doctor."""

from __future__ import annotations

import re
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.common import TROUBLE, needs_settings, say
from bot.config import Settings

if TYPE_CHECKING:
    from bot.chats.connection import Database
    from bot.operation.probe import Answered

NEEDED_MB = 500  # a database, its write-ahead log and a backup of each, with room to grow
WRONG_SECONDS = 30  # of the clock against Telegram's: more than a slow answer
RECENT_SECONDS = 3600  # since Telegram could not deliver to the webhook
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
    yield "doctor-chats", lambda: chats_health(settings)
    yield "doctor-token", lambda: token_health(settings)
    yield "doctor-telegram", lambda: telegram_health(settings)
    yield "doctor-webhook", lambda: webhook_health(settings)
    yield "doctor-rights", lambda: rights_health(settings)
    yield "doctor-clock", lambda: clock_health(settings)
    yield "doctor-disk", lambda: disk_health(settings.storage.directory)
    yield "doctor-digests", lambda: digests_health(settings)
    yield "doctor-health", lambda: health_health(settings)


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


def chats_health(settings: Settings) -> str:
    """The private database answers and is whole. It is neither made nor changed here: by its own user only."""
    with _private_database(settings) as database:
        if database is None:
            return say("doctor-chats-none")
        database.check()
        return say("doctor-chats-ok", where=database.where)


def digests_health(settings: Settings) -> str:
    """What is due is delivered."""
    from bot.operation.readings import outbox_reading

    with _private_database(settings) as database:
        if database is None:
            return say("doctor-chats-none")
        with database.reading() as connection:
            outbox = outbox_reading(connection, datetime.now().astimezone())
    if outbox.stalled:
        raise UnwellError(say("doctor-digests-overdue", minutes=int(outbox.overdue_seconds // 60)))
    return say("doctor-digests-ok", waiting=outbox.states["queued"], sent=outbox.states["sent"])


def telegram_health(settings: Settings) -> str:
    """Telegram answers, and knows the bot."""
    told = _asked(settings, "getMe")
    if told is None:
        return say("doctor-telegram-none")
    inline = say("doctor-inline-on" if told.result.get("supports_inline_queries") else "doctor-inline-off")
    hears = say("doctor-privacy-off" if told.result.get("can_read_all_group_messages") else "doctor-privacy-on")
    return say("doctor-telegram-ok", bot=str(told.result.get("username")), inline=inline, privacy=hears)


def webhook_health(settings: Settings) -> str:
    """Telegram calls the bot where it listens, and nobody else."""
    told = _asked(settings, "getWebhookInfo")
    if told is None:
        return say("doctor-telegram-none")
    address, wanted = str(told.result.get("url", "")), settings.telegram.webhook_url or ""
    pending = int(told.result.get("pending_update_count", 0))
    if settings.telegram.mode == "polling":
        if address:
            raise UnwellError(say("doctor-webhook-left", address=address))
        return say("doctor-webhook-polling", pending=pending)
    if address != wanted:
        raise UnwellError(say("doctor-webhook-other", address=address or "–", wanted=wanted))
    failed = float(told.result.get("last_error_date", 0))
    if time.time() - failed < RECENT_SECONDS:
        raise UnwellError(say("doctor-webhook-failing", error=str(told.result.get("last_error_message", ""))))
    return say("doctor-webhook-ok", address=address, pending=pending)


def health_health(settings: Settings) -> str:
    """The running bot finds itself well."""
    from bot.operation.probe import NoAnswerError, failed_checks

    if settings.health.port is None:
        return say("doctor-health-none")
    where = f"{settings.health.listen}:{settings.health.port}"
    try:
        failed = failed_checks(settings.health)
    except NoAnswerError as error:
        raise UnwellError(say("doctor-health-another", where=where, error=str(error))) from None
    if failed is None:
        return say("doctor-health-idle", where=where)
    if failed:
        raise UnwellError(say("doctor-health-failed", where=where, checks=", ".join(failed)))
    return say("doctor-health-ok", where=where)


@contextmanager
def _private_database(settings: Settings) -> Iterator[Database | None]:
    """The private database as it is, tables and all; None where it is a file that the first start will make."""
    from bot.app import chats_of

    database = chats_of(settings).database
    try:
        yield None if database.file is not None and not database.file.exists() else database
    finally:
        database.close()


def _asked(settings: Settings, method: str) -> Answered | None:
    """What Telegram answers; None where there is no token to ask with."""
    from bot.operation.probe import NoAnswerError, RefusedTokenError, ask_telegram

    token, address = settings.telegram.token, settings.telegram.base_url
    if token is None:
        return None
    try:
        return ask_telegram(address, token, method)
    except RefusedTokenError:
        raise UnwellError(say("cli-wrong-token")) from None
    except NoAnswerError as error:
        raise UnwellError(say("cli-no-telegram", address=address, error=str(error))) from None


def rights_health(settings: Settings) -> str:
    """What is secret is not for everybody to read."""
    if exposed := [say("cli-exposed", path=str(file)) for file in settings.exposed_files()]:
        raise UnwellError("\n".join(exposed))
    return say("doctor-rights-ok")


def clock_health(settings: Settings) -> str:
    """The clock is not behind the newest figure, and goes with Telegram's, where that can be asked."""
    from bot.asking import open_claimbot

    newest = open_claimbot(settings).store.meta.newest
    now = datetime.now().astimezone()
    if newest is not None and now.date() < newest:
        raise UnwellError(say("doctor-clock-behind", now=f"{now:%Y-%m-%d %H:%M %Z}", newest=str(newest)))
    ahead = _ahead_of_telegram(settings)
    if abs(ahead) > WRONG_SECONDS:
        wrong = "doctor-clock-ahead" if ahead > 0 else "doctor-clock-late"
        raise UnwellError(say(wrong, now=f"{now:%Y-%m-%d %H:%M:%S %Z}", seconds=round(abs(ahead))))
    return say("doctor-clock-ok", now=f"{now:%Y-%m-%d %H:%M %Z}")


def _ahead_of_telegram(settings: Settings) -> float:
    """By how many seconds; 0 where Telegram cannot be asked, which is said in a line of its own."""
    try:
        told = _asked(settings, "getMe")
    except UnwellError:
        return 0.0
    return told.ahead_seconds if told else 0.0


def disk_health(directory: Path) -> str:
    """There is room where the databases live."""
    existing = next(path for path in [directory, *directory.resolve().parents] if path.exists())
    free = shutil.disk_usage(existing).free // 2**20
    if free < NEEDED_MB:
        raise UnwellError(say("doctor-disk-full", free=free, path=str(existing), needed=NEEDED_MB))
    return say("doctor-disk-ok", free=free, path=str(existing))
