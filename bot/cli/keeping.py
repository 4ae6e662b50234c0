"""Commands for those who keep a claim package: check, load, add, diff, corrections."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from bot.cli.common import TROUBLE, Day, Progress, environment_language, needs_settings, opened, say, stop
from bot.config import Settings

FOLDER = click.Path(path_type=Path)


@click.command(help=say("cli-check"))
@click.argument("package", required=False, type=FOLDER)
@click.option("--strict", is_flag=True, help=say("cli-option-warnings"))
@click.option("--write-schemas", is_flag=True, help=say("cli-option-write-schemas"))
@needs_settings
def check(settings: Settings, package: Path | None, strict: bool, write_schemas: bool) -> None:
    """Check a package; exit status 2 where it has errors."""
    from bot.claims.checks.check import check_path
    from bot.claims.package.datapackage import write_schemas as write
    from bot.claims.problem import Severity

    package = package or settings.claims.package
    if write_schemas:
        write(package)
    problems = check_path(package)
    for problem in problems:
        click.echo(str(problem))
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    click.echo(say("cli-checked", package=str(package), errors=errors, warnings=len(problems) - errors))
    sys.exit(TROUBLE if errors or (strict and problems) else 0)


@click.command(help=say("cli-load"))
@click.argument("package", type=FOLDER)
@needs_settings
def load(settings: Settings, package: Path) -> None:
    """Bring the live database up to date from a package, or leave it as it is."""
    from bot.asking import open_store
    from bot.claims.database.store import StoreError
    from bot.claims.package.reader import PackageError, read_package

    try:
        with Progress(say("cli-building")) as progress:
            store = open_store(settings)
            report = store.load(read_package(package), by="load", progress=progress)
    except (PackageError, StoreError) as error:
        stop(str(error))
    counts = {"added": report.added, "changed": report.changed, "retired": report.retired}
    message = "cli-loaded" if any(counts.values()) else "cli-unchanged"
    click.echo(say(message, package=store.meta.package, version=store.meta.version, **counts))


@click.command(help=say("cli-diff"))
@click.argument("old", type=FOLDER)
@click.argument("new", type=FOLDER)
def diff(old: Path, new: Path) -> None:
    """List what changed between two packages."""
    from bot.claims.editing.diff import diff as difference
    from bot.claims.package.reader import PackageError

    try:
        found = difference(old, new)
    except PackageError as error:
        stop(str(error))
    for one in found:
        click.echo(f"{one.change} {one.table} {one.id}")
        for field in one.fields:
            click.echo(f"    {field.field}: {_shown(field.old)} → {_shown(field.new)}")
    if not found:
        click.echo(say("cli-no-difference"))


@click.command(help=say("cli-corrections"))
@click.option("--since", type=Day(), help=say("cli-option-since"))
@needs_settings
def corrections(settings: Settings, since: date | None) -> None:
    """Print the public log of corrections."""
    from bot.claims.editing.corrections import corrections as logged

    claimbot = opened(settings)
    language = environment_language()
    found = logged(claimbot.store.database, since)
    for one in found:
        click.echo(f"{one.on}  {one.claim}  ({one.version})")
        for field in one.fields:
            click.echo(f"    {field.field}: {_shown(field.old)} → {_shown(field.new)}")
        for reason in one.reasons:
            click.echo(f"    {claimbot.store.catalog.notes[reason].name(language)}")
    if not found:
        click.echo(say("cli-no-corrections"))


def _shown(value: object) -> str:
    return "–" if value in (None, "", [], False) else str(value)
