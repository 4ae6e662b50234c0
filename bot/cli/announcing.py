"""Commands for those who run it: announce."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.claims.model import LANGUAGES
from bot.cli.common import Progress, needs_settings, opened, say, stop
from bot.config import Settings

if TYPE_CHECKING:
    from bot.claims.database.catalog import Catalog
    from bot.digests.delivery.announcing import Announcement, Announcer, Listener
    from bot.digests.model import Wanted

LOOK_SECONDS = 1.0  # between two looks at how far it has come
EVERYBODY, SUBSCRIBERS = "all", "topics"


@click.command(help=say("cli-announce"))
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--to", multiple=True, metavar="WHOM", help=say("cli-option-to"))
@click.option("--dry-run", is_flag=True, help=say("cli-option-dry-run"))
@click.option("--no-wait", is_flag=True, help=say("cli-option-no-wait"))
@click.option("--stop", "stopped", metavar="ID", help=say("cli-option-stop"))
@needs_settings
def announce(
    settings: Settings, files: tuple[Path, ...], to: tuple[str, ...], dry_run: bool, no_wait: bool, stopped: str | None
) -> None:
    """Tell chats something, once each."""
    from bot.app import chats_of
    from bot.chats.chats import ChatsError
    from bot.chats.chats import utc_now as now
    from bot.digests.delivery.announcing import Announcer

    if stopped is None and (not files or not to):
        raise click.UsageError(say("cli-announce-usage"))
    try:
        with chats_of(settings) as chats:
            announcer = Announcer(chats.database, now)
            if stopped is not None:
                click.echo(say("cli-announce-stopped", count=announcer.outbox.stop(stopped)))
                return
            announcement, listeners = _read(files), _listeners(settings, announcer, to)
            if dry_run:
                _show(announcement, listeners)
                return
            announcer.announce(announcement, listeners)
            click.echo(say("cli-announce-queued", count=len(listeners), id=announcement.id), err=True)
            if not no_wait:
                _watch(announcer, announcement.id)
    except ChatsError as error:
        stop(str(error))


def _show(announcement: Announcement, listeners: Sequence[Listener]) -> None:
    from bot.answers.text import render

    for language, blocks in announcement.texts.items():
        count = sum(announcement.language(one.language) == language for one in listeners)
        click.echo(f"{say('cli-announce-would', count=count)}\n\n{render(blocks)}\n")


def _watch(announcer: Announcer, id_: str) -> None:
    """Show how far it has come; Ctrl+C takes back what is not sent yet."""
    from bot.digests.model import DeliveryState

    try:
        with Progress(say("cli-announcing")) as progress:
            while True:
                counts = announcer.outbox.counts(id_)
                left = counts[DeliveryState.QUEUED] + counts[DeliveryState.SENDING]
                progress(sum(counts.values()) - left, sum(counts.values()))
                if not left:
                    break
                time.sleep(LOOK_SECONDS)
    except KeyboardInterrupt:
        click.echo(say("cli-announce-stopped", count=announcer.outbox.stop(id_)), err=True)
    given = {state.value: count for state, count in announcer.outbox.counts(id_).items()}
    click.echo(say("cli-announced", **given))


def _listeners(settings: Settings, announcer: Announcer, to: Sequence[str]) -> list[Listener]:
    if EVERYBODY in to:
        return announcer.everybody()
    if SUBSCRIBERS in to:
        return announcer.subscribers()
    with opened(settings).store as store:
        catalog = store.catalog
        return announcer.subscribers([_topic(catalog, written) for written in to], catalog)


def _topic(catalog: Catalog, written: str) -> Wanted:
    from bot.digests.model import Wanted

    tables = (catalog.populations, catalog.measures, catalog.objects)
    ids = written.split("/")
    if len(ids) > len(tables) or any(id_ not in table for id_, table in zip(ids, tables, strict=False)):
        stop(say("cli-announce-no-topic", topic=written))
    return Wanted(*ids)


def _read(files: Sequence[Path]) -> Announcement:
    """The texts of the files: NAME.uk.txt is for those who read that language, NAME.txt for all others."""
    from bot.digests.delivery.announcing import ANY, Announcement, AnnouncementError

    texts: dict[str, str] = {}
    for file in files:
        language = file.suffixes[-2].lstrip(".") if len(file.suffixes) > 1 else ANY
        try:
            texts[language if language in LANGUAGES else ANY] = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            stop(f"{file}: {error}")
    try:
        return Announcement.of(texts)
    except AnnouncementError:
        stop(say("cli-announce-length"))
