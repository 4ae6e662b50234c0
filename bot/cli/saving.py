"""Commands for those who run the bot: backup, restore."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click

from bot.cli.common import needs_settings, say, stop
from bot.config import Settings

FILE = click.Path(path_type=Path)


@click.command(help=say("cli-backup"))
@click.argument("file", type=FILE)
@needs_settings
def backup(settings: Settings, file: Path) -> None:
    """Copy the private database into a file."""
    from bot.app import chats_of
    from bot.chats.chats import ChatsError
    from bot.chats.trouble import BackupError
    from bot.conversation.desk import now
    from bot.operation.backups import Kept, back_up

    try:
        with closing(chats_of(settings)) as chats:  # not opened, which would change a database of an older version
            if chats.database.file is not None and not chats.database.file.is_file():
                stop(say("cli-nothing-to-back-up", path=chats.database.where))
            back_up(Kept.of(settings, chats.database), file, now())
    except (BackupError, ChatsError) as error:
        stop(str(error))
    click.echo(say("cli-backed-up", file=str(file), size=_megabytes(file)))
    click.echo(say("cli-backup-holds", days=settings.backup.keep_days))


@click.command(help=say("cli-restore"))
@click.argument("file", type=FILE)
@click.option("--yes", is_flag=True, help=say("cli-option-restore-yes"))
@click.option("--deletions-lost", is_flag=True, help=say("cli-option-deletions-lost"))
@needs_settings
def restore(settings: Settings, file: Path, yes: bool, deletions_lost: bool) -> None:
    """Put a backup in place of what the private database holds."""
    from bot.app import chats_of
    from bot.chats.chats import ChatsError
    from bot.chats.deletions import LostDeletionsError
    from bot.chats.trouble import BackupError
    from bot.conversation.desk import now
    from bot.operation.backups import Kept, read_stamp
    from bot.operation.restoring import check
    from bot.operation.restoring import restore as put_back

    try:
        check(file)
        stamp = read_stamp(file)
        made = f"{stamp.made:%Y-%m-%d %H:%M} UTC" if stamp else "?"
        with closing(chats_of(settings)) as chats:
            kept = Kept.of(settings, chats.database)
            if not yes and not click.confirm(say("cli-restore-sure", made=made, where=chats.database.where)):
                stop(say("cli-not-restored"))
            restored = put_back(kept, file, now(), lost=deletions_lost)
    except LostDeletionsError:
        lost = "cli-deletions-lost" if kept.database.is_sqlite else "cli-deletions-lost-server"
        stop(say(lost, path=kept.deletions.where))
    except (BackupError, ChatsError) as error:
        stop(str(error))
    click.echo(say("cli-restored", made=made, forgotten=restored.forgotten))
    if restored.before is not None:
        click.echo(say("cli-restored-before", path=str(restored.before)))
    if restored.damaged is not None:
        click.echo(say("cli-restored-damaged", path=str(restored.damaged)))


def _megabytes(file: Path) -> str:
    return f"{file.stat().st_size / 2**20:.1f}"
