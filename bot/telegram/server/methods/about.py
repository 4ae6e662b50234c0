"""What the bot says about itself."""

from __future__ import annotations

import re

from telegram.constants import BotCommandLimit

from bot.telegram.server import parameters as take
from bot.telegram.server.errors import malformed
from bot.telegram.server.methods.registry import Call, method
from bot.telegram.server.profile import scope_key
from bot.telegram.server.rights import reach
from bot.telegram.server.shapes import BotCommandScope
from bot.telegram.server.views import user_json
from bot.telegram.server.world import Json

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LANGUAGE = re.compile(r"(?:[a-z]{2})?")
BYTES_OF_COMMANDS = 8192


@method("getMe", take.Nothing)
def get_me(call: Call, given: take.Nothing) -> Json:  # noqa: ARG001  all methods take the same
    """Who the bot is."""
    return user_json(call.world.bot) | {
        "can_join_groups": True,
        "can_read_all_group_messages": call.world.can_read_all,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
    }


@method("setMyCommands", take.SetMyCommands)
def set_my_commands(call: Call, given: take.SetMyCommands) -> bool:
    """The commands offered, for one scope and language."""
    if len(given.commands) > BotCommandLimit.MAX_COMMAND_NUMBER:
        raise malformed("BOT_COMMANDS_TOO_MUCH")
    for command in given.commands:
        if not COMMAND.fullmatch(command.command):
            raise malformed("BOT_COMMAND_INVALID")
        if not command.description.strip():
            raise malformed("BOT_COMMAND_DESCRIPTION_INVALID")
    if sum(len(one.command) + len(one.description.encode()) for one in given.commands) > BYTES_OF_COMMANDS:
        raise malformed("BOT_COMMANDS_TOO_MUCH")
    scope = _scope(call, given.scope)
    call.profile.commands[scope_key(scope), _language(given.language_code)] = [
        command.model_dump() for command in given.commands
    ]
    return True


@method("getMyCommands", take.Commands)
def get_my_commands(call: Call, given: take.Commands) -> list[Json]:
    """The commands set for exactly this scope and language."""
    scope = _scope(call, given.scope)
    return call.profile.commands.get((scope_key(scope), _language(given.language_code)), [])


@method("deleteMyCommands", take.Commands)
def delete_my_commands(call: Call, given: take.Commands) -> bool:
    """No commands for this scope and language."""
    scope = _scope(call, given.scope)
    call.profile.commands.pop((scope_key(scope), _language(given.language_code)), None)
    return True


@method("setMyDescription", take.SetMyDescription)
def set_my_description(call: Call, given: take.SetMyDescription) -> bool:
    """The text shown in an empty chat."""
    return _set(call.profile.description, given.language_code, given.description)


@method("getMyDescription", take.OneLanguage)
def get_my_description(call: Call, given: take.OneLanguage) -> Json:
    """The text shown in an empty chat."""
    return {"description": _get(call.profile.description, given.language_code)}


@method("setMyShortDescription", take.SetMyShortDescription)
def set_my_short_description(call: Call, given: take.SetMyShortDescription) -> bool:
    """The text on the bot's page."""
    return _set(call.profile.short_description, given.language_code, given.short_description)


@method("getMyShortDescription", take.OneLanguage)
def get_my_short_description(call: Call, given: take.OneLanguage) -> Json:
    """The text on the bot's page."""
    return {"short_description": _get(call.profile.short_description, given.language_code)}


@method("setMyName", take.SetMyName)
def set_my_name(call: Call, given: take.SetMyName) -> bool:
    """The bot's name."""
    return _set(call.profile.name, given.language_code, given.name)


@method("getMyName", take.OneLanguage)
def get_my_name(call: Call, given: take.OneLanguage) -> Json:
    """The bot's name."""
    return {"name": _get(call.profile.name, given.language_code) or call.world.bot.first_name}


@method("setChatMenuButton", take.ChatMenuButton)
def set_chat_menu_button(call: Call, given: take.ChatMenuButton) -> bool:
    """The button beside the input field, for one private chat or all."""
    if given.chat_id is not None:
        reach(call.world, given.chat_id)
    button = given.menu_button
    if button is not None and button.type == "web_app" and not (button.text and button.web_app):
        raise malformed("can't parse menu button: text and web_app must be specified")
    call.profile.menu_buttons[given.chat_id] = (
        {"type": "default"} if button is None else button.model_dump(exclude_none=True)
    )
    return True


@method("getChatMenuButton", take.ChatMenuButton)
def get_chat_menu_button(call: Call, given: take.ChatMenuButton) -> Json:
    """The button beside the input field."""
    buttons = call.profile.menu_buttons
    return buttons.get(given.chat_id) or buttons.get(None) or {"type": "commands"}


def _scope(call: Call, scope: BotCommandScope | None) -> BotCommandScope | None:
    if scope is None:
        return None
    wants_chat = scope.type in {"chat", "chat_administrators", "chat_member"}
    if wants_chat != (scope.chat_id is not None) or (scope.type == "chat_member") != (scope.user_id is not None):
        raise malformed("can't parse BotCommandScope: the chat or user does not fit the type")
    if scope.chat_id is not None:
        chat = reach(call.world, scope.chat_id)
        if chat.type == "channel":
            raise malformed("can't change commands in channel chats")
        return scope.model_copy(update={"chat_id": chat.id})
    return scope


def _language(code: str | None) -> str:
    if not LANGUAGE.fullmatch(code or ""):
        raise malformed("LANG_CODE_INVALID")
    return code or ""


def _set(texts: dict[str, str], code: str | None, text: str | None) -> bool:
    if text:
        texts[_language(code)] = text
    else:
        texts.pop(_language(code), None)
    return True


def _get(texts: dict[str, str], code: str | None) -> str:
    return texts.get(_language(code)) or texts.get("", "")
