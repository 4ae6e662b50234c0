"""Chats as they come about and change: who is in them, who leads them, where they move."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from bot.telegram.server.moves import meet, set_status
from bot.telegram.server.talking import Talking
from bot.telegram.server.views import user_json
from bot.telegram.server.world import SUPERGROUPS, Chat, Entry, Json, Member, Message, User


class Gathering(Talking):
    """Users come together."""

    def user(self, first_name: str, language: str | None = "en", *, username: str | None = None) -> User:
        """Somebody whom the bot does not know yet."""
        return self.world.add_user(first_name, language=language, username=username)

    def group(  # noqa: PLR0913  most callers leave the last ones out
        self,
        title: str,
        owner: User,
        *members: User,
        supergroup: bool = False,
        forum: bool = False,
        bot: bool = True,
        bot_admin: bool = False,
    ) -> Chat:
        """A group with its members; the bot is added last, by the owner, unless `bot` is False."""
        kind = "supergroup" if supergroup or forum else "group"
        chat = self.world.add_chat("supergroup" if kind == "supergroup" else "group", title, owner, is_forum=forum)
        for member in members:
            self._set(chat, Member(member), member)
        if bot:
            self.add_bot(owner, chat, admin=bot_admin)
        return chat

    def channel(self, title: str, owner: User, *, username: str | None = None, bot: bool = True) -> Chat:
        """A channel; the bot is in it as an administrator."""
        chat = self.world.add_chat("channel", title, owner, username=username)
        if bot:
            self.add_bot(owner, chat, admin=True)
        return chat

    def topic(self, chat: Chat, name: str, by: User) -> int:
        """A new topic of a forum; its number."""
        message = self._service(chat, by, {"forum_topic_created": {"name": name, "icon_color": 7322096}})
        chat.topics[message.id] = name
        message.thread, message.in_topic = message.id, True
        return message.id

    def add_bot(self, by: User, chat: Chat, *, admin: bool = False) -> None:
        """Somebody adds the bot."""
        self._set(chat, Member(self.bot, "administrator" if admin else "member"), by)
        if chat.type != "channel":
            self._service(chat, by, self._newcomers([self.bot]))

    def remove_bot(self, by: User, chat: Chat) -> None:
        """Somebody throws the bot out."""
        if chat.type == "group":
            self._service(chat, by, {"left_chat_member": user_json(self.bot)})
        self._set(chat, Member(self.bot, "kicked"), by)

    def promote_bot(self, by: User, chat: Chat, **rights: bool) -> None:
        """Somebody makes the bot an administrator."""
        self._set(chat, Member(self.bot, "administrator", rights=rights), by)

    def demote_bot(self, by: User, chat: Chat) -> None:
        """Somebody makes the bot a plain member again."""
        self._set(chat, Member(self.bot, "member"), by)

    def mute_bot(self, by: User, chat: Chat) -> None:
        """Somebody forbids the bot to write."""
        rights = {"can_send_messages": False}
        self._set(chat, Member(self.bot, "restricted", rights=rights), by)

    def join(self, user: User, chat: Chat) -> None:
        """A user joins."""
        self._set(chat, Member(user, "member"), user)
        meet(self.world, chat, user)
        if chat.type != "channel":
            self._service(chat, user, self._newcomers([user]))

    def leave(self, user: User, chat: Chat) -> None:
        """A user leaves."""
        if chat.type != "channel":
            self._service(chat, user, {"left_chat_member": user_json(user)})
        self._set(chat, Member(user, "left"), user)

    def kick(self, by: User, user: User, chat: Chat) -> None:
        """Somebody throws a user out."""
        self._service(chat, by, {"left_chat_member": user_json(user)})
        self._set(chat, Member(user, "kicked"), by)

    def promote(self, by: User, user: User, chat: Chat, *, anonymous: bool = False) -> None:
        """Somebody makes a user an administrator; an anonymous one writes in the group's name."""
        if user is chat_owner(chat):
            chat.members[user.id].anonymous = anonymous
            return
        self._set(chat, Member(user, "administrator", anonymous), by)

    def demote(self, by: User, user: User, chat: Chat) -> None:
        """Somebody makes a user a plain member again."""
        self._set(chat, Member(user, "member"), by)

    def delete_account(self, user: User) -> None:
        """A user leaves Telegram."""
        user.deactivated = True
        user.first_name, user.last_name, user.username = "Deleted Account", None, None

    def rename(self, by: User, chat: Chat, title: str) -> None:
        """Somebody gives a chat another title."""
        chat.title = title
        self._service(chat, by, {"new_chat_title": title})

    def migrate(self, by: User, chat: Chat) -> Chat:
        """A group becomes a supergroup under another number: a service message in each, and no other event."""
        new = Chat(-(SUPERGROUPS + self.world.new_id()), "supergroup", chat.title, members=dict(chat.members))
        new.counter = itertools.count(2)
        self.world.chats[new.id] = new
        self._service(chat, by, {"migrate_to_chat_id": new.id})
        chat.migrated_to = new
        self._service(new, by, {"migrate_from_chat_id": chat.id})
        return new

    def _set(self, chat: Chat, place: Member, by: User) -> None:
        set_status(self.world, self.receiving.updates, chat, place, by=by)

    def _newcomers(self, users: Iterable[User]) -> Json:
        return {"new_chat_members": [user_json(user) for user in users]}

    def _service(self, chat: Chat, by: User, content: Json) -> Message:
        """A message that Telegram writes."""
        message = self.world.new_message(chat, **self._signature(by, chat), service=content)
        chat.log[-1] = Entry("event", by.first_name, f"{by.first_name}: {describe(content)}", message)
        self.deliver(message)
        return message


def chat_owner(chat: Chat) -> User | None:
    """Whose chat it is."""
    return next((member.user for member in chat.members.values() if member.status == "creator"), None)


def describe(content: Json) -> str:
    """A service message in words, for the transcript."""
    name, value = next(iter(content.items()))
    if isinstance(value, list):
        value = ", ".join(one["first_name"] for one in value)
    elif isinstance(value, dict):
        value = value.get("first_name") or value.get("name")
    return f"{name.replace('_', ' ')} {value}"
