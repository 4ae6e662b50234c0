"""What can go wrong on the way to Telegram, on demand: which method, how often, how likely."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Literal

from bot.telegram.server.errors import ApiError, too_many_requests

Kind = Literal["error", "drop", "late", "garbage", "repeat"]


@dataclass(slots=True)
class Fault:
    """One kind of trouble, which ends after so many `times` (None: never)."""

    kind: Kind
    method: str | None = None  # None: every method that sends or changes something
    times: int | None = 1
    probability: float = 1.0
    after: bool = False  # the request takes effect first
    seconds: float = 0.0
    error: ApiError | None = None
    happened: int = 0

    def hits(self, method: str, chance: random.Random) -> bool:
        """Whether it strikes this request; then it is counted."""
        if self.times is not None and self.happened >= self.times:
            return False
        if self.method is None and method.startswith("get"):
            return False
        if self.method is not None and self.method.lower() != method.lower():
            return False
        if self.probability < 1 and chance.random() >= self.probability:
            return False
        self.happened += 1
        return True


class Faults:
    """All trouble that a test has ordered. Each order returns the Fault, which counts how often it happened."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._ordered: list[Fault] = []

    def too_many(
        self, method: str | None = None, *, retry_after: int = 1, times: int | None = 1, probability: float = 1.0
    ) -> Fault:
        """429 with `retry_after`."""
        return self.add(Fault("error", method, times, probability, error=too_many_requests(retry_after)))

    def fails(  # noqa: PLR0913  most callers leave the last ones out
        self,
        method: str | None = None,
        *,
        code: int = 502,
        description: str = "Bad Gateway",
        times: int | None = 1,
        probability: float = 1.0,
        after: bool = False,
    ) -> Fault:
        """An error of Telegram's own, before or after the effect."""
        return self.add(Fault("error", method, times, probability, after, error=ApiError(code, description)))

    def drops(
        self, method: str | None = None, *, after: bool = False, times: int | None = 1, probability: float = 1.0
    ) -> Fault:
        """The connection ends without an answer, before or after the effect."""
        return self.add(Fault("drop", method, times, probability, after))

    def late(
        self, method: str | None = None, *, seconds: float, times: int | None = 1, probability: float = 1.0
    ) -> Fault:
        """The effect is there at once, the answer comes later."""
        return self.add(Fault("late", method, times, probability, after=True, seconds=seconds))

    def garbage(self, method: str | None = None, *, times: int | None = 1, probability: float = 1.0) -> Fault:
        """The answer is not JSON."""
        return self.add(Fault("garbage", method, times, probability, after=True))

    def repeats(self, *, times: int | None = 1, probability: float = 1.0) -> Fault:
        """An update that has been confirmed is delivered once more."""
        return self.add(Fault("repeat", "update", times, probability))

    def add(self, fault: Fault) -> Fault:
        """Order a fault."""
        self._ordered.append(fault)
        return fault

    def clear(self) -> None:
        """All is well again."""
        self._ordered.clear()

    def strike(self, method: str, *, after: bool) -> Fault | None:
        """The fault that strikes this request now, if any."""
        for fault in self._ordered:
            if fault.after is after and fault.kind != "repeat" and fault.hits(method, self._chance):
                return fault
        return None

    def repeat_now(self) -> bool:
        """Whether an update comes once more."""
        return any(fault.kind == "repeat" and fault.hits("update", self._chance) for fault in self._ordered)
