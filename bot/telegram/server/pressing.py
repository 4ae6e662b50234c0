"""What users do with buttons and inline queries."""

from __future__ import annotations

from typing import Any

from bot.telegram.server.content import caption_text, message_text
from bot.telegram.server.keyboards import inline_keyboard
from bot.telegram.server.queries import Inquiry, Press
from bot.telegram.server.shapes import InlineQueryResult
from bot.telegram.server.talking import Talking
from bot.telegram.server.views import chat_json, message_json, user_json
from bot.telegram.server.world import Chat, Entry, Json, Message, User


class Pressing(Talking):
    """Users press and search."""

    inline_feedback = True  # as set with BotFather: the bot learns which result was chosen

    def press(self, user: User, message: Message, which: str | int, *, inaccessible: bool = False) -> Press:
        """Press a button by its label or position. What it does shows in the Press; `await press.wait()` for the bot.

        `inaccessible`: the message is too old for Telegram to say more about it than its number.
        """
        if message.deleted:
            raise LookupError(f"message {message.id} is gone")
        button = message.button(which)
        message.chat.log.append(Entry("pressed", user.first_name, f"[{button['text']}]", message))
        press = self.queries.open_press(user, button, message)
        if "callback_data" not in button:
            press.answered.set()
            return press
        content: Json = {
            "id": press.id,
            "from": user_json(user),
            "chat_instance": str(message.chat.id),
            "data": button["callback_data"],
        }
        if message.inline_id is not None:
            content["inline_message_id"] = message.inline_id
        elif inaccessible:
            content["message"] = {"chat": chat_json(message.chat), "message_id": message.id, "date": 0}
        else:
            content["message"] = message_json(message)
        user.met = True
        self.receiving.updates.put("callback_query", content)
        return press

    async def pressed(self, user: User, message: Message, which: str | int, seconds: float = 10) -> Press:
        """Press a button and wait until the bot has answered. Raises TimeoutError."""
        press = self.press(user, message, which)
        await press.wait(seconds)
        return press

    def pick(self, user: User, message: Message, label: str, chat: Chat) -> Message:
        """Press a button in place of the keyboard that asks for a chat. Raises LookupError and ValueError."""
        rows = (message.reply_keyboard or {}).get("keyboard", [])
        asked = next((one["request_chat"] for row in rows for one in row if one["text"] == label), None)
        if asked is None:
            raise LookupError(f"no button {label!r} that asks for a chat in place of the keyboard")
        if chat not in self.offered_for(user, asked):
            raise ValueError(f"{chat.title} is none of the chats that {user.first_name} is offered")
        shared: Json = {"request_id": asked["request_id"], "chat_id": chat.id}
        if asked.get("request_title"):
            shared["title"] = chat.title
        return self.say(user, None, None, service={"chat_shared": shared})

    def offered_for(self, user: User, asked: Json) -> list[Chat]:
        """The chats that Telegram lists for such a button."""
        found = []
        for chat in self.world.chats.values():
            member, bot = chat.members.get(user.id), chat.members.get(self.bot.id)
            of_kind = chat.type == "channel" if asked["chat_is_channel"] else chat.type in ("group", "supergroup")
            leads = member is not None and (member.admin or not asked.get("user_administrator_rights"))
            bot_is_in = (bot is not None and bot.present) or not asked.get("bot_is_member")
            if of_kind and leads and bot_is_in and chat.migrated_to is None:
                found.append(chat)
        return found

    def inline(self, user: User, query: str, offset: str = "", chat_type: str = "sender") -> Inquiry:
        """Type `@bot query` somewhere; what Telegram has kept is shown at once, without asking the bot."""
        inquiry = self.queries.open_inquiry(user, query[:256], offset)
        known = self.queries.known(user, query, offset)
        if known is not None:
            inquiry.answer, inquiry.cached = known, True
            inquiry.answered.set()
            return inquiry
        user.met = True
        self.receiving.updates.put(
            "inline_query",
            {
                "id": inquiry.id,
                "from": user_json(user),
                "query": inquiry.query,
                "offset": offset,
                "chat_type": chat_type,
            },
        )
        return inquiry

    async def searched(self, user: User, query: str, offset: str = "", seconds: float = 10) -> Inquiry:
        """Type an inline query and wait for the results. Raises TimeoutError."""
        inquiry = self.inline(user, query, offset)
        await inquiry.wait(seconds)
        return inquiry

    def choose(self, user: User, inquiry: Inquiry, which: int | str, chat: Chat) -> Message:
        """Pick a result by its position, title or id: it becomes a message. Raises LookupError."""
        found = next((one for n, one in enumerate(inquiry.results) if which in (n, one.get("title"), one["id"])), None)
        if found is None:
            raise LookupError(f"no result {which!r}; there are {inquiry.titles}")
        result = InlineQueryResult.model_validate(found)
        keyboard = inline_keyboard(result.reply_markup, None)
        number = self.queries.new_id() if keyboard else None
        message = self.world.new_message(
            chat, sender=user, via_bot=self.bot, keyboard=keyboard, inline_id=number, **self._becomes(result)
        )
        if number is not None:
            self.world.inline_messages[number] = message
        self.deliver(message)
        if self.inline_feedback:
            chosen: Json = {"result_id": result.id, "from": user_json(user), "query": inquiry.query}
            if number is not None:
                chosen["inline_message_id"] = number
            self.receiving.updates.put("chosen_inline_result", chosen)
        return message

    def _becomes(self, result: InlineQueryResult) -> dict[str, Any]:
        content = result.input_message_content
        if content is not None:
            text, entities = message_text(content.message_text, content.parse_mode, content.entities)
            return {"text": text, "entities": entities}
        caption, entities = caption_text(result.caption, result.parse_mode, result.caption_entities)
        photo = self.world.files.get(result.photo_file_id or "")
        if photo is None:
            photo = self.world.store_file("inline.jpg", (result.photo_url or "").encode(), "photo")
        return {"caption": caption, "entities": entities, "photo": photo}
