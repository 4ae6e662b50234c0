"""A local Bot API server with a world of its own: users, chats, buttons, faults and a clock that tests own."""

from bot.telegram.server.clock import Clock
from bot.telegram.server.local import LocalBotApi
from bot.telegram.server.queries import Inquiry, Press
from bot.telegram.server.world import Chat, Message, User

__all__ = ["Chat", "Clock", "Inquiry", "LocalBotApi", "Message", "Press", "User"]
