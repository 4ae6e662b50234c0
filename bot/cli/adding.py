"""The command by which a new claim enters: asked for field by field, or taken from a YAML file."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.cli.common import Progress, environment_language, needs_settings, opened, say, stop
from bot.config import Settings

if TYPE_CHECKING:
    from bot.asking import Claimbot
    from bot.claims.editing.add import Proposal
    from bot.claims.editing.newclaim import AskedField
    from bot.claims.package.reader import Package

DEEPEST = 3  # lists and mappings inside each other in a claim given as YAML
FEW = 12  # choices that fit on a line


@click.command(help=say("cli-add"))
@click.option("--yaml", "file", type=click.Path(path_type=Path, exists=True), help=say("cli-option-yaml"))
@click.option("--yes", is_flag=True, help=say("cli-option-yes"))
@click.option("--fields", is_flag=True, help=say("cli-option-fields"))
@needs_settings
def add(settings: Settings, file: Path | None, yes: bool, fields: bool) -> None:
    """Propose a claim, show it as readers will see it, and write it to package and database, or to neither."""
    from bot.claims.database.store import StoreError
    from bot.claims.editing.add import apply, propose
    from bot.claims.editing.filechange import settle
    from bot.claims.editing.newclaim import asked_fields, read_new_claim
    from bot.claims.package.reader import PackageError, read_package

    try:
        settle(settings.claims.package)
        package = read_package(settings.claims.package)
        asked = asked_fields(package)
        if fields:
            click.echo("\n".join(map(describe, asked)))
            return
        given = read_yaml(file) if file else dict(answers(asked))
        proposal = propose(package, read_new_claim(given, str(file or "add")))
        claimbot = opened(settings)
        click.echo("\n".join(preview_lines(claimbot, package, proposal)))
        if any(problem.is_error for problem in proposal.problems):
            stop(say("cli-not-written"))
        if not (yes or click.confirm(say("cli-write"))):
            click.echo(say("cli-not-written"))
            return
        with Progress(say("cli-building")) as progress:
            apply(proposal, claimbot.store, by="add", progress=progress)
    except (PackageError, StoreError) as error:
        stop(f"{error}\n{say('cli-not-written')}")
    click.echo(say("cli-written", id=proposal.claim.id))


def describe(field: AskedField) -> str:
    """A field in a line: its name, whether it may be left out, and what it may hold."""
    choices = ", ".join(field.choices[:FEW]) + (", …" if len(field.choices) > FEW else "")
    return labelled(field) + (f": {choices}" if choices else "")


def labelled(field: AskedField) -> str:
    """The name of a field, and whether it may be left out."""
    return field.name if field.required else f"{field.name} ({say('cli-optional')})"


def read_yaml(file: Path) -> Mapping[str, Any]:
    """The fields in a YAML file."""
    import yaml

    from bot.claims.package.reader import PackageError, Problem

    try:
        text = file.read_text(encoding="utf-8")
        depth = 0
        for event in yaml.parse(text):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST or isinstance(event, yaml.AliasEvent):  # a few lines of that can stand for gigabytes
                raise yaml.YAMLError("it is nested, or refers to itself (*name)")
        given = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise PackageError([Problem(file.name, None, None, str(error), "write it as YAML, in UTF-8")]) from error
    if not isinstance(given, dict):
        raise PackageError([Problem(file.name, None, None, "holds no fields", "write one `field: value` a line")])
    return given


def answers(asked: list[AskedField]) -> Iterator[tuple[str, str]]:
    """Ask for each field; the fields of a new source only where no known one was named."""
    source_known = False
    for field in asked:
        if field.name.startswith("source.") and source_known:
            continue
        answer = ask_one(field)
        source_known = source_known or (field.name == "source" and bool(answer))
        yield field.name, answer


def ask_one(field: AskedField) -> str:
    """Ask for a field until it holds something it may hold."""
    while True:
        answer = prompt(field).strip()
        words = answer.split() if field.many else [answer] if answer else []
        unknown = [word for word in words if field.choices and word not in field.choices]
        if not unknown and (words or not field.required):
            return answer
        click.echo(describe(field), err=True)


def prompt(field: AskedField) -> str:
    """Read a line, with completion where there is a terminal."""
    label = f"{labelled(field)}: "
    if not sys.stdin.isatty():
        click.echo(label, nl=False)
        line = sys.stdin.readline()
        if not line:
            raise click.Abort
        return line
    from prompt_toolkit import prompt as ask
    from prompt_toolkit.completion import FuzzyWordCompleter

    return ask(label, completer=FuzzyWordCompleter(list(field.choices)) if field.choices else None)


def preview_lines(claimbot: Claimbot, package: Package, proposal: Proposal) -> Iterator[str]:
    """The claim as readers will see it, what it changes, and what is wrong with it."""
    from bot.answers.layout import lay_out_figure
    from bot.answers.text import render
    from bot.claims.editing.add import preview

    texts = claimbot.texts(environment_language())
    yield say("cli-proposal")
    yield render(lay_out_figure(preview(package, proposal), claimbot.store, texts))
    changes = [
        *([say("cli-proposal-known")] if proposal.is_known else []),
        *([f"{say('cli-proposal-publisher')}: {proposal.new_publisher.name}"] if proposal.new_publisher else []),
        *(f"{say('cli-proposal-supersedes')}: {id_}" for id_ in proposal.supersedes),
        *(f"{say('cli-proposal-repeats')}: {id_}" for id_ in proposal.repeats),
        *(f"{say('cli-proposal-disputes')}: {id_}" for id_ in proposal.disputes),
    ]
    if changes:
        yield f"\n{say('cli-proposal-changes')}"
        yield from (f"  {change}" for change in changes)
    yield from (str(problem) for problem in proposal.problems)
