"""The commands that Telegram offers in its menus, for each scope and language."""

from __future__ import annotations

import asyncio
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
    """Tell Telegram the commands where it has others. Without them the bot works all the same: a failure is noted."""
    offers = [
        _offer(bot, [BotCommand(name, texts(language).say(f"command-{name}")) for name in names], scope, code)
        for scope, names in menus()
        for language in LANGUAGES
        for code in ([language, None] if language == DEFAULT else [language])
    ]
    for failed in await asyncio.gather(*offers, return_exceptions=True):
        if isinstance(failed, TelegramError):
            log.warning("a menu of commands is as it was: %s", failed)
        elif failed is not None:
            raise failed


async def _offer(bot: Bot, offered: list[BotCommand], scope: BotCommandScope, language: str | None) -> None:
    if list(await bot.get_my_commands(scope, language)) != offered:
        await bot.set_my_commands(offered, scope=scope, language_code=language)
