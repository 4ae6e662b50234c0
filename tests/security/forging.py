"""Presses as a client of somebody's own making sends them: any data, on any message of the bot's that it sees."""

from __future__ import annotations

from bot.telegram.server import LocalBotApi, Message, Press, User
from bot.telegram.server.views import message_json, user_json


async def forged(server: LocalBotApi, user: User, message: Message, data: str) -> Press:
    """The press of a button that the message does not have, once the bot has answered it."""
    press = server.queries.open_press(user, {"text": "forged", "callback_data": data}, message)
    user.met = True
    server.receiving.updates.put(
        "callback_query",
        {
            "id": press.id,
            "from": user_json(user),
            "chat_instance": str(message.chat.id),
            "data": data,
            "message": message_json(message),
        },
    )
    await press.wait(10)
    await server.settled()
    return press
