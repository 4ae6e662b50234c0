"""May the bot do this here? Telegram's answers, in Telegram's words."""

from __future__ import annotations

from bot.telegram.server.errors import ApiError, bad_request, forbidden, malformed
from bot.telegram.server.shapes import ReplyParameters
from bot.telegram.server.world import GENERAL_TOPIC, Chat, Message, World


def reach(world: World, which: int | str | None) -> Chat:
    """A chat that the bot may see. Raises ApiError."""
    if which is None or which == "":
        raise malformed("chat_id is empty")
    chat = world.find_chat(which)
    if chat is None:
        raise _unreachable(world, which)
    if chat.migrated_to is not None:
        raise bad_request("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to.id)
    if chat.type != "private":
        _check_membership(world, chat)
    elif not chat.started:
        raise _unreachable(world, which)
    return chat


def _unreachable(world: World, which: int | str) -> ApiError:
    """A user whom the bot has met elsewhere, or nobody whom it knows."""
    user = world.users.get(which) if isinstance(which, int) else None
    if user is not None and user.is_bot:
        return forbidden("bot can't send messages to bots")
    if user is not None and user.met:
        return forbidden("bot can't initiate conversation with a user")
    return bad_request("chat not found")


def _check_membership(world: World, chat: Chat) -> None:
    member = chat.members.get(world.bot.id)
    if member is None:
        raise bad_request("chat not found")
    if member.status == "kicked":
        raise forbidden(f"bot was kicked from the {chat.type} chat")
    if not member.present:
        raise forbidden(f"bot is not a member of the {chat.type} chat")


def may_write(world: World, which: int | str | None) -> Chat:
    """A chat that the bot may write to. Raises ApiError."""
    chat = reach(world, which)
    if chat.user is not None:
        if chat.user.deactivated:
            raise forbidden("user is deactivated")
        if chat.blocked:
            raise forbidden("bot was blocked by the user")
        return chat
    member = chat.members[world.bot.id]
    if chat.type == "channel" and not member.admin:
        raise bad_request("need administrator rights in the channel chat")
    if not member.admin and (not chat.can_send or member.rights.get("can_send_messages") is False):
        raise bad_request("not enough rights to send text messages to the chat")
    return chat


def topic(world: World, chat: Chat, thread: int | None) -> int | None:
    """The topic that is written to; General is reached by naming none. Raises ApiError."""
    if thread is None:
        if GENERAL_TOPIC in chat.closed_topics and not chat.members[world.bot.id].admin:
            raise bad_request("TOPIC_CLOSED")
        return None
    if thread == GENERAL_TOPIC or thread not in chat.topics:
        raise bad_request("message thread not found")
    if thread in chat.closed_topics and not chat.members[world.bot.id].admin:
        raise bad_request("TOPIC_CLOSED")
    return thread


def answered(chat: Chat, given: ReplyParameters | None, thread: int | None) -> Message | None:
    """The message that is replied to. Raises ApiError."""
    if given is None:
        return None
    message = chat.messages.get(given.message_id)
    wanted = given.chat_id is None or given.chat_id == chat.id
    if message is None or message.deleted or not wanted:
        if given.allow_sending_without_reply:
            return None
        raise bad_request("message to be replied not found")
    if given.quote is not None and given.quote not in message.shown:
        raise bad_request("QUOTE_TEXT_INVALID")
    if chat.is_forum and thread is not None and message.thread != thread:
        return None
    return message


def own_message(world: World, chat: Chat, number: int | None, doing: str) -> Message:
    """A message of the bot's own. Raises ApiError."""
    if number is None:
        raise malformed("message identifier is not specified")
    message = chat.messages.get(number)
    if message is None or message.deleted:
        raise bad_request(f"message to {doing} not found")
    posted = message.sender_chat is chat and chat.type == "channel"
    if message.sender is not world.bot and not posted:
        raise bad_request("message can't be edited")
    return message


def bot_is_admin(world: World, chat: Chat) -> bool:
    """Whether the bot is an administrator of the chat."""
    member = chat.members.get(world.bot.id)
    return member is not None and member.admin
