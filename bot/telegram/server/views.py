"""The world as JSON: users, chats, members and messages in the fields of the Bot API."""

from __future__ import annotations

from typing import Any

from bot.telegram.server.world import ANONYMOUS, Chat, Json, Member, Message, Stored, User

ADMIN_RIGHTS = {
    "can_manage_chat": True,
    "can_delete_messages": True,
    "can_manage_video_chats": True,
    "can_restrict_members": True,
    "can_promote_members": False,
    "can_change_info": True,
    "can_invite_users": True,
    "can_post_stories": False,
    "can_edit_stories": False,
    "can_delete_stories": False,
}
ADMIN_RIGHTS_OF = {
    "group": {"can_pin_messages": True},
    "supergroup": {"can_pin_messages": True, "can_manage_topics": False},
    "channel": {"can_post_messages": True, "can_edit_messages": True},
}
PERMISSIONS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
    "can_edit_tag",
    "can_react_to_messages",
)
GROUP_ANONYMOUS_BOT: Json = {
    "id": ANONYMOUS,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}


def present(**fields: Any) -> Json:
    """The fields that have a value."""
    return {name: value for name, value in fields.items() if value is not None}


def user_json(user: User) -> Json:
    """A User."""
    return present(
        id=user.id,
        is_bot=user.is_bot,
        first_name=user.first_name,
        last_name=user.last_name,
        username=user.username,
        language_code=user.language_code,
        is_premium=user.is_premium or None,
    )


def chat_json(chat: Chat) -> Json:
    """A Chat."""
    if chat.user is not None:
        user = chat.user
        return present(
            id=chat.id, type="private", first_name=user.first_name, last_name=user.last_name, username=user.username
        )
    return present(id=chat.id, type=chat.type, title=chat.title, username=chat.username, is_forum=chat.is_forum or None)


def full_chat_json(chat: Chat) -> Json:
    """A ChatFullInfo."""
    info = chat_json(chat) | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(
            ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
        ),
    }
    if chat.type in {"group", "supergroup"}:
        info["permissions"] = dict.fromkeys(PERMISSIONS, True) | {"can_send_messages": chat.can_send}
    if chat.pinned:
        info["pinned_message"] = message_json(chat.messages[chat.pinned[-1]], with_reply=False)
    return info


def member_json(member: Member, chat: Chat) -> Json:
    """A ChatMember."""
    found: Json = {"status": member.status, "user": user_json(member.user)}
    if member.status == "creator":
        found["is_anonymous"] = member.anonymous
    elif member.status == "administrator":
        found |= {"can_be_edited": False, "is_anonymous": member.anonymous}
        found |= ADMIN_RIGHTS | ADMIN_RIGHTS_OF.get(chat.type, {}) | member.rights
    elif member.status == "restricted":
        found |= {"is_member": True, "until_date": 0}
        found |= dict.fromkeys(PERMISSIONS, False) | member.rights
    elif member.status == "kicked":
        found["until_date"] = 0
    return found


def file_json(stored: Stored) -> Json:
    """What every kind of file has."""
    return {"file_id": stored.id, "file_unique_id": stored.unique_id, "file_size": len(stored.content)}


def photo_json(stored: Stored) -> list[Json]:
    """The sizes of a picture, the original last."""
    width, height = stored.width, stored.height
    small = {
        "width": max(1, width * 90 // max(width, height, 1)),
        "height": max(1, height * 90 // max(width, height, 1)),
    }
    thumbnail = file_json(stored) | small | {"file_unique_id": f"{stored.unique_id}s"}
    return [thumbnail, file_json(stored) | {"width": width, "height": height}]


def message_json(message: Message, *, with_reply: bool = True) -> Json:
    """A Message; a message that it answers has none within it."""
    found = {
        "message_id": message.id,
        "date": message.date,
        "chat": chat_json(message.chat),
    } | _sender(message)
    found |= present(
        message_thread_id=message.thread,
        is_topic_message=message.in_topic or None,
        edit_date=message.edited,
        forward_origin=message.origin,
        via_bot=user_json(message.via_bot) if message.via_bot else None,
    )
    if with_reply and message.reply_to is not None and not message.reply_to.deleted:
        found["reply_to_message"] = message_json(message.reply_to, with_reply=False)
    if message.keyboard:
        found["reply_markup"] = {"inline_keyboard": message.keyboard}
    return found | _content(message) | (message.service or {}) | message.extra


def _sender(message: Message) -> Json:
    if message.sender_chat is None:
        return present(**{"from": user_json(message.sender) if message.sender else None})
    found: Json = {"sender_chat": chat_json(message.sender_chat)}
    if message.chat.type != "channel":
        found["from"] = GROUP_ANONYMOUS_BOT
    return found


def _content(message: Message) -> Json:
    found: Json = {}
    if message.photo:
        found["photo"] = photo_json(message.photo)
    if message.document:
        found["document"] = file_json(message.document) | {"file_name": message.document.name}
    if message.text is not None:
        found["text"] = message.text
    elif message.caption:
        found["caption"] = message.caption
    if message.entities:
        found["entities" if message.text is not None else "caption_entities"] = message.entities
    if message.preview:
        found["link_preview_options"] = message.preview
    return found
