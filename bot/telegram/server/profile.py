"""What the bot says about itself: commands, descriptions, name, menu button."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.telegram.server.shapes import BotCommandScope
from bot.telegram.server.world import Chat, Json, User

Scope = tuple[str, int | str | None, int | None]
DEFAULT_SCOPE: Scope = ("default", None, None)


@dataclass(slots=True)
class Profile:
    """Each text by language ('' is for all other languages), commands by scope and language."""

    commands: dict[tuple[Scope, str], list[Json]] = field(default_factory=dict)
    description: dict[str, str] = field(default_factory=dict)
    short_description: dict[str, str] = field(default_factory=dict)
    name: dict[str, str] = field(default_factory=dict)
    menu_buttons: dict[int | None, Json] = field(default_factory=dict)

    def offered(self, chat: Chat, user: User) -> list[Json]:
        """The commands that this user is offered in this chat: the narrowest scope that has any."""
        language = user.language_code or ""
        for scope in _scopes(chat, user):
            for code in (language, ""):
                if (scope, code) in self.commands:
                    return self.commands[scope, code]
        return []


def scope_key(scope: BotCommandScope | None) -> Scope:
    """A scope as a key."""
    return DEFAULT_SCOPE if scope is None else (scope.type, scope.chat_id, scope.user_id)


def _scopes(chat: Chat, user: User) -> list[Scope]:
    """The scopes that hold here, the narrowest first, in the order that Telegram documents."""
    if chat.type == "private":
        return [("chat", chat.id, None), ("all_private_chats", None, None), DEFAULT_SCOPE]
    scopes: list[Scope] = [("chat_member", chat.id, user.id)]
    admin = chat.status(user) in {"creator", "administrator"}
    if admin:
        scopes.append(("chat_administrators", chat.id, None))
    scopes.append(("chat", chat.id, None))
    if admin:
        scopes.append(("all_chat_administrators", None, None))
    return [*scopes, ("all_group_chats", None, None), DEFAULT_SCOPE]
