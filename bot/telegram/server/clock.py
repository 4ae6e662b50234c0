"""The server's clock: real time, or a time that stands still until a test moves it."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta


class Clock:
    """Seconds since the epoch. With `start` it stands still until it is moved; without, it follows real time."""

    def __init__(self, start: datetime | None = None) -> None:
        self._still = None if start is None else start.astimezone(UTC).timestamp()
        self._ahead = 0.0

    def now(self) -> float:
        """The present moment."""
        return (time.time() if self._still is None else self._still) + self._ahead

    def today(self) -> datetime:
        """The present moment as a date and time in UTC."""
        return datetime.fromtimestamp(self.now(), UTC)

    def seconds(self) -> int:
        """The present moment as Telegram writes dates."""
        return int(self.now())

    def advance(self, seconds: float = 0, **units: float) -> None:
        """Let time pass: seconds, or minutes=, hours=, days=."""
        self._ahead += seconds + timedelta(**units).total_seconds()

    def set(self, moment: datetime) -> None:
        """Stand still at another moment."""
        self._still, self._ahead = moment.astimezone(UTC).timestamp(), 0.0
