"""Reads what Telegram says of the bot's own place in a chat."""

from __future__ import annotations

from telegram import ChatMember, ChatMemberRestricted, ChatMemberUpdated, User
from telegram.constants import ChatMemberStatus, ChatType

from bot.chats.model import PRESENT, Presence

_PLACES: dict[str, Presence] = {
    ChatMemberStatus.OWNER: Presence.ADMIN,
    ChatMemberStatus.ADMINISTRATOR: Presence.ADMIN,
    ChatMemberStatus.MEMBER: Presence.MEMBER,
    ChatMemberStatus.RESTRICTED: Presence.MEMBER,
    ChatMemberStatus.LEFT: Presence.LEFT,
    ChatMemberStatus.BANNED: Presence.REMOVED,
}

_REFUSALS = {
    "blocked by the user": Presence.BLOCKED,
    "user is deactivated": Presence.GONE,
    "chat not found": Presence.GONE,
    "group chat was deleted": Presence.GONE,
    "kicked": Presence.REMOVED,
    "not a member": Presence.REMOVED,
}


def presence_after(change: ChatMemberUpdated) -> Presence:
    """What the bot is in the chat from now on."""
    presence = _place(change.new_chat_member)
    if change.chat.type == ChatType.PRIVATE and presence is Presence.REMOVED:
        return Presence.BLOCKED
    return presence


def hears_everything(presence: Presence, me: User) -> bool:
    """Whether messages that do not address the bot reach it too."""
    return presence is Presence.ADMIN or bool(me.can_read_all_group_messages)


def joined_group(change: ChatMemberUpdated, known: Presence) -> bool:
    """Whether the bot has just come into a group. A group that became a supergroup, `known` by then, is no new one."""
    if change.chat.type not in (ChatType.GROUP, ChatType.SUPERGROUP) or known in (Presence.MEMBER, Presence.ADMIN):
        return False
    return _place(change.old_chat_member) not in PRESENT and presence_after(change) in PRESENT


def absence(refusal: str) -> Presence | None:
    """What a refusal to take a message tells of the bot's place there; None where it may be let in at another time."""
    said = refusal.lower()
    return next((presence for phrase, presence in _REFUSALS.items() if phrase in said), None)


def _place(member: ChatMember) -> Presence:
    if isinstance(member, ChatMemberRestricted) and not member.is_member:
        return Presence.LEFT
    return _PLACES.get(member.status, Presence.UNKNOWN)
