"""What users say: messages, replies, edits, forwards, and which of it a bot in a group gets to hear."""

from __future__ import annotations

import re
from typing import Any

from bot.telegram.server.moves import meet
from bot.telegram.server.rights import bot_is_admin
from bot.telegram.server.stage import Stage
from bot.telegram.server.text import Entity, find_entities, part
from bot.telegram.server.views import chat_json, message_json, user_json
from bot.telegram.server.world import CHANNEL_BOT, GENERAL_TOPIC, Chat, Json, Message, User

START_PARAMETER = re.compile(r"[A-Za-z0-9_-]{0,64}")


class Talking(Stage):
    """Users write."""

    def say(  # noqa: PLR0913  most callers leave the last ones out
        self,
        user: User,
        chat: Chat | None,
        text: str | None,
        *,
        reply_to: Message | None = None,
        topic: int | None = None,
        entities: list[Entity] | None = None,
        **more: Any,
    ) -> Message:
        """A user writes into a chat (None: to the bot in private). Raises ValueError where that is impossible."""
        place = self.world.private(user) if chat is None else chat
        self._check_may_speak(user, place)
        thread = topic if topic not in (None, GENERAL_TOPIC) else None
        if thread is None and reply_to is not None and reply_to.in_topic:
            thread = reply_to.thread
        message = self.world.new_message(
            place,
            **self._signature(user, place),
            text=text,
            entities=find_entities(text, entities) if text else [],
            reply_to=reply_to or place.opening(thread),
            thread=thread or thread_of_replies(place, reply_to),
            in_topic=thread is not None,
            **more,
        )
        self.deliver(message)
        return message

    def tell(self, user: User, text: str, **more: Any) -> Message:
        """A user writes to the bot in private."""
        return self.say(user, None, text, **more)

    def press_start(self, user: User, parameter: str = "") -> Message:
        """A user opens the private chat, by the button *Start* or a deep link. Raises ValueError."""
        if not START_PARAMETER.fullmatch(parameter):
            raise ValueError(f"a start parameter has at most 64 of A-Z a-z 0-9 _ -, not {parameter!r}")
        self.unblock(user)
        return self.tell(user, f"/start {parameter}".strip())

    def edit(self, message: Message, text: str) -> Message:
        """A user changes the text of a message."""
        message.text, message.entities = text, find_entities(text)
        message.edited = self.clock.seconds()
        self.world.record("edited", message)
        self.deliver(message, edited=True)
        return message

    def forward(self, user: User, message: Message, chat: Chat | None) -> Message:
        """A user forwards a message."""
        return self.say(
            user,
            chat,
            message.text,
            entities=message.entities,
            caption=message.caption,
            photo=message.photo,
            document=message.document,
            origin=self._origin(message),
        )

    def send_picture(self, user: User, chat: Chat | None, content: bytes, caption: str = "") -> Message:
        """A user sends a picture."""
        stored = self.world.store_file("picture.png", content, "photo")
        return self.say(user, chat, None, photo=stored, caption=caption)

    def send_file(self, user: User, chat: Chat | None, name: str, content: bytes, **more: Any) -> Message:
        """A user sends a file."""
        return self.say(user, chat, None, document=self.world.store_file(name, content, "document"), **more)

    def block(self, user: User) -> None:
        """A user blocks the bot."""
        chat = self.world.private(user)
        if not chat.blocked:
            chat.blocked = True
            self.tell_of_block(chat)

    def unblock(self, user: User) -> None:
        """A user lets the bot in again."""
        chat = self.world.private(user)
        if chat.blocked:
            chat.blocked = False
            self.tell_of_block(chat)

    def tell_of_block(self, chat: Chat) -> None:
        """The bot learns that it has been blocked or let in."""
        user = chat.user
        assert user is not None
        bot = user_json(self.bot)
        places: list[Json] = [{"status": "member", "user": bot}, {"status": "kicked", "user": bot, "until_date": 0}]
        old, new = places if chat.blocked else reversed(places)
        self.receiving.updates.put(
            "my_chat_member",
            {
                "chat": chat_json(chat),
                "from": user_json(user),
                "date": self.clock.seconds(),
                "old_chat_member": old,
                "new_chat_member": new,
            },
        )

    def deliver(self, message: Message, *, edited: bool = False) -> None:
        """Tell the bot of a message, if it may hear it."""
        if not self.hears(message):
            return
        if message.sender is not None:
            meet(self.world, message.chat, message.sender)
        kind = "channel_post" if message.chat.type == "channel" else "message"
        self.receiving.updates.put(f"edited_{kind}" if edited else kind, message_json(message))

    def hears(self, message: Message) -> bool:
        """Whether the bot gets to hear a message: all in private, what privacy mode lets through in groups."""
        chat = message.chat
        member = chat.members.get(self.bot.id)
        if chat.type == "private":
            return not chat.blocked
        if member is None or not member.present:
            return False
        if chat.type == "channel" or self.world.can_read_all or bot_is_admin(self.world, chat):
            return True
        return message.service is not None or self._addressed(message)

    def _addressed(self, message: Message) -> bool:
        """Commands for this bot or for all, replies to it, messages sent through it, and mentions where they arrive."""
        if message.via_bot is self.bot:
            return True
        if message.reply_to is not None and self.is_bots(message.reply_to):
            return True
        own = f"@{self.bot.username}".lower()
        for entity in message.entities:
            word = part(message.shown, entity["offset"], entity["length"]).lower()
            if entity["type"] == "bot_command" and ("@" not in word or word.endswith(own)):
                return True
            if entity["type"] == "mention" and word == own and self.world.mentions_arrive:
                return True
        return False

    def _check_may_speak(self, user: User, chat: Chat) -> None:
        if user.deactivated:
            raise ValueError(f"{user.first_name}'s account is gone")
        if chat.type == "private":
            if chat.blocked:
                raise ValueError(f"{user.first_name} has blocked the bot: unblock or start first")
            chat.started = True
            user.met = True
            return
        if chat.migrated_to is not None:
            raise ValueError("this group has become a supergroup")
        member = chat.members.get(user.id)
        if member is None or not member.present:
            raise ValueError(f"{user.first_name} is not in {chat.title}")
        if chat.type == "channel" and not member.admin:
            raise ValueError("only administrators write in a channel")

    def _signature(self, user: User, chat: Chat) -> Json:
        if chat.type == "channel":
            return {"sender_chat": chat}
        member = chat.members.get(user.id)
        if member is not None and member.anonymous:
            return {"sender_chat": chat}
        return {"sender": user}

    def say_as_channel(self, channel: Chat, chat: Chat, text: str, **more: Any) -> Message:
        """Somebody writes into a group in the name of a channel."""
        bot = self.world.users.get(CHANNEL_BOT) or self.world.add_user(
            "Channel", username="Channel_Bot", user_id=CHANNEL_BOT, is_bot=True, language=None
        )
        message = self.world.new_message(
            chat, sender=bot, sender_chat=channel, text=text, entities=find_entities(text), **more
        )
        self.deliver(message)
        return message

    def _origin(self, message: Message) -> Json:
        date = message.date
        if message.origin is not None:
            return message.origin
        if message.chat.type == "channel":
            return {"type": "channel", "date": date, "chat": chat_json(message.chat), "message_id": message.id}
        if message.sender_chat is not None:
            return {"type": "chat", "date": date, "sender_chat": chat_json(message.sender_chat)}
        assert message.sender is not None
        return {"type": "user", "date": date, "sender_user": user_json(message.sender)}


def thread_of_replies(chat: Chat, answered: Message | None) -> int | None:
    """In a supergroup replies carry the number of the first message answered, though they are in no topic."""
    if answered is None or chat.type != "supergroup":
        return None
    return answered.thread or answered.id
