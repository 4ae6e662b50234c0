"""A PostgreSQL server for the tests, started where Debian's package is installed (apt-get install postgresql)."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from sqlalchemy import URL, create_engine

SUPERUSER = "postgres"


def missing() -> str | None:
    """Why no server can be started here; None where one can."""
    if find_spec("psycopg") is None:
        return "psycopg is not installed"
    if _program("initdb") is None:
        return "PostgreSQL is not installed"
    if os.geteuid() == 0 and not _has_user():
        return "PostgreSQL does not run as root, and there is no user postgres"
    return None


@contextmanager
def server() -> Iterator[URL]:
    """A new server that listens on a socket of its own; the address of its first database."""
    directory = Path(tempfile.mkdtemp(prefix="claimbot-pg-"))
    data = directory / "data"
    if os.geteuid() == 0:
        shutil.chown(directory, SUPERUSER)
    try:
        _run("initdb", "-D", data, "-U", SUPERUSER, "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C")
        _run("pg_ctl", "-D", data, "-l", directory / "log", "-w", "-o", f"-k {directory} -h '' -F", "start")
        try:
            yield URL.create("postgresql", username=SUPERUSER, database="postgres", query={"host": str(directory)})
        finally:
            _run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(directory, ignore_errors=True)


def stop(url: URL) -> None:
    """Stop the server at once, as a crash would."""
    _run("pg_ctl", "-D", _directory(url) / "data", "-m", "immediate", "-w", "stop")


def start(url: URL) -> None:
    """Start it again."""
    directory = _directory(url)
    _run("pg_ctl", "-D", directory / "data", "-l", directory / "log", "-w", "-o", f"-k {directory} -h '' -F", "start")


def empty(url: URL) -> None:
    """Drop all that is in a database: faster than to drop the database itself."""
    engine = create_engine(url.set(drivername="postgresql+psycopg"))
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA public")
    engine.dispose()


def _directory(url: URL) -> Path:
    host = url.query["host"]
    assert isinstance(host, str)
    return Path(host)


def _program(name: str) -> str | None:
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return shutil.which(name, path=os.pathsep.join(map(str, [*versions, os.environ.get("PATH", "")])))


def _has_user() -> bool:
    try:
        pwd.getpwnam(SUPERUSER)
    except KeyError:
        return False
    return True


def _run(name: str, *arguments: object) -> None:
    program = _program(name)
    assert program
    user = SUPERUSER if os.geteuid() == 0 else None
    done = subprocess.run(
        [program, *map(str, arguments)],
        user=user,
        cwd="/",
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
