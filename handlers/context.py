"""What a handler is given."""

from __future__ import annotations

from typing import Any

from telegram.ext import CallbackContext, ExtBot

from bot.telegram.edge import Edge


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """The context of an update, with the edge that all handlers work with."""

    @property
    def edge(self) -> Edge:
        """The conversation, and how its replies are sent."""
        edge: Edge = self.bot_data["edge"]
        return edge
