"""How fast a bot may send: one message a second to a chat, twenty a minute to a group, thirty a second in all."""

from __future__ import annotations

import math
from collections import defaultdict, deque

from telegram.constants import FloodLimit

from bot.telegram.server.clock import Clock
from bot.telegram.server.errors import too_many_requests
from bot.telegram.server.world import Chat


class Pace:
    """Counts what was sent; answers 429 while `enabled`."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.enabled = False
        self._sent: dict[int | None, deque[float]] = defaultdict(deque)

    def __call__(self, chat: Chat) -> None:
        """Count one message to a chat. Raises ApiError with `retry_after` where that is too fast."""
        if not self.enabled:
            return
        now = self.clock.now()
        waits = [
            self._wait(None, FloodLimit.MESSAGES_PER_SECOND, 1, now),
            self._wait(chat.id, FloodLimit.MESSAGES_PER_SECOND_PER_CHAT, 1, now),
        ]
        if chat.type in {"group", "supergroup"}:
            waits.append(self._wait(chat.id, FloodLimit.MESSAGES_PER_MINUTE_PER_GROUP, 60, now))
        if max(waits) > 0:
            raise too_many_requests(max(1, math.ceil(max(waits))))
        for key in (None, chat.id):
            self._sent[key].append(now)
            while self._sent[key][0] < now - 60:
                self._sent[key].popleft()

    def _wait(self, key: int | None, count: int, seconds: float, now: float) -> float:
        """How long until one more would be within `count` in `seconds`."""
        recent = [moment for moment in self._sent[key] if moment > now - seconds]
        return 0 if len(recent) < count else recent[-count] + seconds - now
