"""Bringing the tables of the private database up to date, by Alembic, inside the transaction of the caller."""

from __future__ import annotations

import logging
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

log = logging.getLogger(__name__)

FOLDER = Path(__file__).parent

# One program at a time migrates; the others wait, then find nothing left to do. Any fixed number will do.
_ADVISORY_LOCK = 2_022_022_406


class NewerDatabaseError(Exception):
    """The tables were made by a version of this program that is newer than this one."""


def upgrade(connection: Connection) -> None:
    """Apply the migrations that are missing. On SQLite the caller holds the lock for writing already."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _ADVISORY_LOCK})
    logging.getLogger("alembic.runtime.migration").setLevel(logging.WARNING)  # it tells of each look
    refuse_newer(connection)
    if not is_current(connection):
        config = configuration()
        config.attributes["connection"] = connection
        command.upgrade(config, "heads")
        log.info("the tables of the private database are up to date: version %s", ", ".join(_versions(connection)))


def refuse_newer(connection: Connection) -> None:
    """Raise NewerDatabaseError where the tables are of a newer version."""
    known = {script.revision for script in ScriptDirectory.from_config(configuration()).walk_revisions()}
    if unknown := set(_versions(connection)) - known:
        raise NewerDatabaseError(", ".join(sorted(unknown)))


def is_current(connection: Connection) -> bool:
    """Whether the tables are those that this program uses."""
    return set(_versions(connection)) == set(ScriptDirectory.from_config(configuration()).get_heads())


def configuration() -> Config:
    """Alembic's configuration; there is no alembic.ini."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _versions(connection: Connection) -> tuple[str, ...]:
    return MigrationContext.configure(connection).get_current_heads()
