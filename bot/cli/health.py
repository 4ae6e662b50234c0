"""What `claimbot doctor` looks at: the package, the databases, Telegram, and the bot that runs."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from bot.cli.common import say
from bot.config import Settings

if TYPE_CHECKING:
    from bot.chats.connection import Database
    from bot.operation.probe import Answered

RECENT_SECONDS = 3600  # since Telegram could not deliver to the webhook
TOKEN = re.compile(r"\d+:[\w-]{30,}")


class UnwellError(Exception):
    """A check failed; the message says what to do."""


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
    """The private database answers, is whole, and is not too new. It is neither made nor changed here."""
    from bot.chats.migrations import NewerDatabaseError, refuse_newer
    from bot.chats.trouble import ChatsError, Trouble

    with private_database(settings) as database:
        if database is None:
            return say("doctor-chats-none")
        database.check()
        with database.reading() as connection:
            try:
                refuse_newer(connection)
            except NewerDatabaseError as error:
                raise ChatsError(Trouble.NEWER, database.where, str(error)) from None
        return say("doctor-chats-ok", where=database.where)


def digests_health(settings: Settings) -> str:
    """What is due is delivered."""
    from bot.operation.readings import outbox_reading

    with private_database(settings) as database:
        if database is None:
            return say("doctor-chats-none")
        with database.reading() as connection:
            outbox = outbox_reading(connection, datetime.now().astimezone())
    if outbox.stalled:
        raise UnwellError(say("doctor-digests-overdue", minutes=int(outbox.overdue_seconds // 60)))
    return say("doctor-digests-ok", waiting=outbox.states["queued"], sent=outbox.states["sent"])


def telegram_health(settings: Settings) -> str:
    """Telegram answers, and knows the bot."""
    told = asked(settings, "getMe")
    if told is None:
        return say("doctor-telegram-none")
    inline = say("doctor-inline-on" if told.result.get("supports_inline_queries") else "doctor-inline-off")
    hears = say("doctor-privacy-off" if told.result.get("can_read_all_group_messages") else "doctor-privacy-on")
    return say("doctor-telegram-ok", bot=str(told.result.get("username")), inline=inline, privacy=hears)


def webhook_health(settings: Settings) -> str:
    """Telegram calls the bot where it listens, and nobody else."""
    told = asked(settings, "getWebhookInfo")
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
def private_database(settings: Settings) -> Iterator[Database | None]:
    """The private database as it is, tables and all; None where it is a file that the first start will make."""
    from bot.app import chats_of

    database = chats_of(settings).database
    try:
        yield None if database.file is not None and not database.file.exists() else database
    finally:
        database.close()


def asked(settings: Settings, method: str) -> Answered | None:
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
