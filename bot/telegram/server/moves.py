"""How somebody's place in a chat changes, and which updates come of it."""

from __future__ import annotations

from bot.telegram.server.updates import Updates
from bot.telegram.server.views import chat_json, member_json, user_json
from bot.telegram.server.world import Chat, Json, Member, User, World


def set_status(world: World, updates: Updates, chat: Chat, new: Member, *, by: User) -> None:
    """Give a user another place; the bot learns it as `my_chat_member` or `chat_member`."""
    user = new.user
    old = chat.members.get(user.id) or Member(user, "left")
    before = member_json(old, chat)
    chat.members[user.id] = new
    content: Json = {
        "chat": chat_json(chat),
        "from": user_json(by),
        "date": world.clock.seconds(),
        "old_chat_member": before,
        "new_chat_member": member_json(new, chat),
    }
    meet(world, chat, by)
    if user is world.bot:
        for member in chat.members.values():
            meet(world, chat, member.user)
        updates.put("my_chat_member", content)
    elif hears_members(world, chat):
        updates.put("chat_member", content)


def hears_members(world: World, chat: Chat) -> bool:
    """Bots learn about other members only as administrators."""
    member = chat.members.get(world.bot.id)
    return member is not None and member.admin


def meet(world: World, chat: Chat, user: User) -> None:
    """The bot knows everybody with whom it shares a chat."""
    member = chat.members.get(world.bot.id)
    if member is not None and member.present:
        user.met = True
