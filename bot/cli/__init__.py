"""The command line. A command is a few lines that call one service; its texts come from `locales/*/cli.ftl`."""

from __future__ import annotations

import click

from bot.cli.adding import add
from bot.cli.announcing import announce
from bot.cli.beginning import init
from bot.cli.common import say
from bot.cli.doctor import doctor
from bot.cli.explaining import explain
from bot.cli.keeping import check, corrections, diff, load
from bot.cli.reading import ask, chat
from bot.cli.running import run
from bot.cli.saving import backup, restore


@click.group(
    help=say("cli-about"),
    context_settings={"help_option_names": ["-h", "--help"]},
    commands=[ask, chat, explain, run, check, add, load, diff, corrections, announce, backup, restore, init, doctor],
)
@click.version_option(package_name="claimbot")
def main() -> None:
    """Run `claimbot`."""
