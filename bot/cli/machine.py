"""What `claimbot doctor` looks at: the machine. Its clock, disk, log and ports, rights of files, and backups."""

from __future__ import annotations

import errno
import os
import shutil
import socket
import stat
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.cli.common import say
from bot.cli.health import UnwellError, asked, private_database
from bot.config import Settings

NEEDED_MB = 500  # a database, its write-ahead log and a backup of each, with room to grow
WRONG_SECONDS = 30  # of the clock against another: more than a slow answer
LATE = timedelta(days=2)  # of the daily backup: one may have been missed
STANDARD_ERROR = 2


def backups_health(settings: Settings) -> str:
    """The daily backup is not late, and there is a place for it."""
    from bot.operation.backups import folder_of

    folder = folder_of(settings)
    with private_database(settings) as database:
        if database is None:
            return say("doctor-chats-none")
        made = _last_backup(settings, shared=not database.is_sqlite)
    where = _existing(folder)
    if not os.access(where, os.W_OK | os.X_OK) or not where.is_dir():
        raise UnwellError(say("doctor-backups-shut", path=str(where)))
    if not settings.backup.automatic:
        return say("doctor-backups-off")
    if made is None:
        return say("doctor-backups-none", path=str(folder))
    at, place = made
    if datetime.now(UTC) - at > LATE:
        raise UnwellError(say("doctor-backups-late", at=f"{at:%Y-%m-%d %H:%M}", path=place))
    return say("doctor-backups-ok", at=f"{at:%Y-%m-%d %H:%M}", path=place)


def _last_backup(settings: Settings, *, shared: bool) -> tuple[datetime, str] | None:
    """When the newest daily backup was made, and where it is: perhaps on another machine, where a server is shared."""
    from bot.chats import apart
    from bot.operation.backups import folder_of, read_stamp

    if shared:
        with private_database(settings) as database:
            assert database is not None
            with database.reading() as connection:
                last = apart.last_made(connection)
        return (last.made, f"{last.machine}:{last.file}") if last else None
    stamps = [(read_stamp(file), file) for file in folder_of(settings).glob("chats-????-??-??.db")]
    return max(((stamp.made, str(file)) for stamp, file in stamps if stamp), default=None)


def rights_health(settings: Settings) -> str:
    """What is secret is not for everybody to read."""
    from bot.operation.backups import exposed_data, shared_folders

    exposed = [say("cli-exposed", path=str(file)) for file in settings.exposed_files()]
    exposed += [say("cli-exposed-data", path=str(file)) for file in exposed_data(settings)]
    exposed += [say("cli-shared-folder", path=str(folder)) for folder in shared_folders(settings)]
    if exposed:
        raise UnwellError("\n".join(exposed))
    return say("doctor-rights-ok")


def clock_health(settings: Settings) -> str:
    """The clock is not behind the newest figure, and goes with others', where they can be asked."""
    from bot.asking import open_claimbot

    newest = open_claimbot(settings).store.meta.newest
    now = datetime.now().astimezone()
    if newest is not None and now.date() < newest:
        raise UnwellError(say("doctor-clock-behind", now=f"{now:%Y-%m-%d %H:%M %Z}", newest=str(newest)))
    shown = f"{now:%Y-%m-%d %H:%M:%S %Z}"
    ahead = _ahead_of_telegram(settings)
    if abs(ahead) > WRONG_SECONDS:
        wrong = "doctor-clock-ahead" if ahead > 0 else "doctor-clock-late"
        raise UnwellError(say(wrong, now=shown, seconds=round(abs(ahead))))
    if abs(ahead := _ahead_of_server(settings)) > WRONG_SECONDS:
        raise UnwellError(say("doctor-clock-server", now=shown, seconds=round(abs(ahead))))
    return say("doctor-clock-ok", now=f"{now:%Y-%m-%d %H:%M %Z}")


def _ahead_of_telegram(settings: Settings) -> float:
    """By how many seconds; 0 where Telegram cannot be asked, which is said in a line of its own."""
    try:
        told = asked(settings, "getMe")
    except UnwellError:
        return 0.0
    return told.ahead_seconds if told else 0.0


def _ahead_of_server(settings: Settings) -> float:
    """By how many seconds of the database's server; 0 where there is none, or none that answers: see `chats_health`."""
    from sqlalchemy import func, select

    from bot.chats.chats import ChatsError

    try:
        with private_database(settings) as database:
            if database is None or database.is_sqlite:
                return 0.0
            with database.reading() as connection:
                theirs: datetime = connection.execute(select(func.clock_timestamp())).scalar_one()
                return (datetime.now(UTC) - theirs).total_seconds()
    except ChatsError:
        return 0.0


def disk_health(directory: Path) -> str:
    """There is room where the databases live."""
    existing = _existing(directory)
    free = shutil.disk_usage(existing).free // 2**20
    if free < NEEDED_MB:
        raise UnwellError(say("doctor-disk-full", free=free, path=str(existing), needed=NEEDED_MB))
    return say("doctor-disk-ok", free=free, path=str(existing))


def log_health(settings: Settings) -> str:
    """What is written to standard error, as logs are, gets somewhere; as far as that can be told from this program."""
    try:
        kind, disk = os.fstat(STANDARD_ERROR).st_mode, os.fstatvfs(STANDARD_ERROR)
    except OSError as error:
        raise UnwellError(say("doctor-log-closed", error=error.strerror or "")) from None
    if stat.S_ISREG(kind) and disk.f_bavail == 0:
        raise UnwellError(say("doctor-log-full"))
    return say("doctor-log-ok", format=settings.log.format, level=settings.log.level)


def ports_health(settings: Settings) -> str:
    """Each port on which the bot is to listen can be had, or it has it."""
    found = [_port_health(settings, section, listen, port) for section, listen, port in _ports(settings)]
    return "; ".join(found) or say("doctor-ports-none")


def _ports(settings: Settings) -> Iterator[tuple[str, str, int]]:
    if settings.health.port is not None:
        yield "health", settings.health.listen, settings.health.port
    if settings.telegram.mode == "webhook":
        yield "telegram", settings.telegram.listen, settings.telegram.port


def _port_health(settings: Settings, section: str, listen: str, port: int) -> str:
    from tornado.netutil import bind_sockets

    from bot.operation.probe import is_claimbot

    where = f"{listen}:{port}"
    try:
        for bound in bind_sockets(port, listen):
            bound.close()
    except OSError as error:
        arguments = {"where": where, "section": section, "error": error.strerror or str(error)}
        if _is_foreign(error):  # so that the bot cannot be there either
            raise UnwellError(say("doctor-ports-foreign", **arguments)) from None
        if is_claimbot(settings, section):
            return say("doctor-ports-ours", where=where)
        raise UnwellError(say("doctor-ports-taken", **arguments)) from None
    return say("doctor-ports-free", where=where)


def _is_foreign(error: OSError) -> bool:
    """Whether nothing can listen at an address, as it is no address of this machine."""
    return isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL


def _existing(path: Path) -> Path:
    """The path, or what there is of the way to it."""
    return next(one for one in [path, *path.absolute().parents] if one.exists())
