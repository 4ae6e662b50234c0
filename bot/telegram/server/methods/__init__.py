"""The methods of the Bot API, by matter. Importing this package fills the registry."""

from bot.telegram.server.methods import about, answering, chats, editing, files, listening, sending
from bot.telegram.server.methods.registry import METHODS, Call, Method

__all__ = ["METHODS", "Call", "Method", "about", "answering", "chats", "editing", "files", "listening", "sending"]
