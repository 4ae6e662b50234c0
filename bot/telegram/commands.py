"""The commands that Telegram offers in its menus, for each scope and language."""

from __future__ import annotations

import logging
from collections.abc import Callable

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
)
from telegram.error import TelegramError

from bot.claims.model import LANGUAGES
from bot.conversation.welcome import DIGEST_COMMANDS, GROUP_COMMANDS, PRIVATE_COMMANDS
from bot.language.texts import Texts

log = logging.getLogger(__name__)

FOR_ADMINS = (*DIGEST_COMMANDS, "settings", "language")
DEFAULT = "en"  # for clients in other languages than ours


def menus() -> tuple[tuple[BotCommandScope, tuple[str, ...]], ...]:
    """The commands of each scope."""
    common = tuple(name for name in GROUP_COMMANDS if name not in FOR_ADMINS)
    return (
        (BotCommandScopeAllPrivateChats(), PRIVATE_COMMANDS),
        (BotCommandScopeAllGroupChats(), common),
        (BotCommandScopeAllChatAdministrators(), (*common, *FOR_ADMINS)),
    )


async def register(bot: Bot, texts: Callable[[str], Texts]) -> None:
    """Tell Telegram the commands. Without them the bot works all the same, so a failure is only noted."""
    try:
        for scope, names in menus():
            for language in LANGUAGES:
                say = texts(language).say
                offered = [BotCommand(name, say(f"command-{name}")) for name in names]
                await bot.set_my_commands(offered, scope=scope, language_code=language)
                if language == DEFAULT:
                    await bot.set_my_commands(offered, scope=scope)
    except TelegramError as error:
        log.warning("the menus of commands are as they were: %s", error)
