"""What tests of attacks share: the real bot on a judged server, and presses that no button offered."""

from __future__ import annotations

from tests.chats.conftest import Clock, clock
from tests.telegram.bot.conftest import ann, ben, bot, claims
from tests.telegram.conftest import anyio_backend, judged, lenient

__all__ = ["Clock", "ann", "anyio_backend", "ben", "bot", "claims", "clock", "judged", "lenient"]
