"""Chats and their members."""

from __future__ import annotations

from bot.telegram.server import parameters as take
from bot.telegram.server.errors import bad_request
from bot.telegram.server.methods.registry import Call, method
from bot.telegram.server.moves import set_status
from bot.telegram.server.rights import bot_is_admin, may_write, reach
from bot.telegram.server.views import full_chat_json, member_json
from bot.telegram.server.world import Chat, Json, Member


@method("getChat", take.OneChat)
def get_chat(call: Call, given: take.OneChat) -> Json:
    """All about a chat."""
    return full_chat_json(reach(call.world, given.chat_id))


@method("getChatMember", take.GetChatMember)
def get_chat_member(call: Call, given: take.GetChatMember) -> Json:
    """What a user is in a chat."""
    chat = _with_members(call, given.chat_id)
    user = call.world.users.get(given.user_id)
    if user is None:
        raise bad_request("user not found" if given.user_id > 0 else "invalid user_id specified")
    return member_json(chat.members.get(user.id) or Member(user, "left"), chat)


@method("getChatAdministrators", take.OneChat)
def get_chat_administrators(call: Call, given: take.OneChat) -> list[Json]:
    """The administrators, without other bots."""
    chat = reach(call.world, given.chat_id)
    if chat.type == "private":
        raise bad_request("there are no administrators in the private chat")
    admins = [one for one in chat.members.values() if one.admin]
    return [member_json(one, chat) for one in admins if not one.user.is_bot or one.user is call.world.bot]


@method("getChatMemberCount", take.OneChat)
def get_chat_member_count(call: Call, given: take.OneChat) -> int:
    """How many are in a chat."""
    return sum(member.present for member in reach(call.world, given.chat_id).members.values())


@method("leaveChat", take.OneChat)
def leave_chat(call: Call, given: take.OneChat) -> bool:
    """The bot leaves."""
    chat = reach(call.world, given.chat_id)
    if chat.type == "private":
        raise bad_request("chat member status can't be changed in private chats")
    set_status(call.world, call.receiving.updates, chat, Member(call.world.bot, "left"), by=call.world.bot)
    return True


@method("pinChatMessage", take.PinChatMessage)
def pin_chat_message(call: Call, given: take.PinChatMessage) -> bool:
    """Put a message at the head of the chat."""
    chat = _where_pins_are_allowed(call, given.chat_id)
    message = chat.messages.get(given.message_id)
    if message is None or message.deleted:
        raise bad_request("message to pin not found")
    if given.message_id not in chat.pinned:
        chat.pinned.append(given.message_id)
    return True


@method("unpinChatMessage", take.UnpinChatMessage)
def unpin_chat_message(call: Call, given: take.UnpinChatMessage) -> bool:
    """Take a message from the head of the chat; the newest one where none is named."""
    chat = _where_pins_are_allowed(call, given.chat_id)
    number = given.message_id if given.message_id is not None else (chat.pinned or [0])[-1]
    if number not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(number)
    return True


def _with_members(call: Call, chat_id: int | str) -> Chat:
    chat = reach(call.world, chat_id)
    if chat.type == "channel" and not bot_is_admin(call.world, chat):
        raise bad_request("CHAT_ADMIN_REQUIRED")
    return chat


def _where_pins_are_allowed(call: Call, chat_id: int | str) -> Chat:
    chat = may_write(call.world, chat_id)
    member = chat.members.get(call.world.bot.id)
    if chat.type != "private" and not (member and member.admin and member.rights.get("can_pin_messages", True)):
        raise bad_request("not enough rights to manage pinned messages in the chat")
    return chat
