"""How many questions a minute one user and one group may ask: a token bucket for each.

Who goes on asking is told so once, politely, and then hears nothing until the bucket has filled up again; questions
that the rate allows are answered all the while. Everything is kept in memory: a restart forgives.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

MINUTE = 60.0  # seconds: an empty bucket is full again after so long, whatever its size

# Inline mode asks with nearly every letter that is typed: what a user may ask of it, for each question a minute.
SEARCHES_PER_QUESTION = 10

# More than ever ask within a minute; beyond that the bucket that was idle longest is dropped, which forgives its owner.
MOST_BUCKETS = 100_000


class Verdict(Enum):
    """What to do with a question."""

    ANSWER = auto()
    SAY_WAIT = auto()  # one polite line
    IGNORE = auto()


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: float
    told: bool = False


class _Buckets:
    """Buckets by owner, the one that was idle longest first."""

    def __init__(self) -> None:
        self._buckets: OrderedDict[int, _Bucket] = OrderedDict()

    def __len__(self) -> int:
        return len(self._buckets)

    def filled(self, owner: int, size: int, now: float) -> _Bucket:
        """The owner's bucket with what has flowed in until now."""
        self._drop_idle(now)
        bucket = self._buckets.setdefault(owner, _Bucket(size, now))
        self._buckets.move_to_end(owner)
        bucket.tokens = min(float(size), bucket.tokens + (now - bucket.at) * size / MINUTE)
        bucket.at = now
        if bucket.tokens >= size:
            bucket.told = False
        return bucket

    def _drop_idle(self, now: float) -> None:
        """Drop those that are full again, which are like new ones."""
        while self._buckets:
            owner, bucket = next(iter(self._buckets.items()))
            if now - bucket.at < MINUTE and len(self._buckets) < MOST_BUCKETS:
                return
            del self._buckets[owner]


class Limits:
    """Tells for each question whether to answer it. `clock` counts seconds and never goes back."""

    def __init__(
        self, user_per_minute: int, group_per_minute: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        for name, given in (("user_per_minute", user_per_minute), ("group_per_minute", group_per_minute)):
            if given < 1:
                raise ValueError(f"limits.{name}: {given} questions a minute; give 1 or more")
        self._user_per_minute = user_per_minute
        self._group_per_minute = group_per_minute
        self._clock = clock
        self._users = _Buckets()
        self._groups = _Buckets()
        self._searches = _Buckets()

    def __len__(self) -> int:
        return len(self._users) + len(self._groups) + len(self._searches)

    def judge(self, user: int | None, group: int | None = None) -> Verdict:
        """What to do with a question of a user (None: a channel, an anonymous admin), asked in a group or not."""
        now = self._clock()
        of_group, of_user = None, None
        if group is not None:
            of_group = self._groups.filled(group, self._group_per_minute, now)
            if of_group.tokens < 1:
                return _tell_once(of_group)
        if user is not None:
            of_user = self._users.filled(user, self._user_per_minute, now)
            if of_user.tokens < 1:
                verdict = _tell_once(of_user)
                if of_group and verdict is Verdict.SAY_WAIT:
                    of_group.tokens -= 1  # the line is a message in the group too
                return verdict
        for bucket in (of_group, of_user):
            if bucket:
                bucket.tokens -= 1
        return Verdict.ANSWER

    def lets_search(self, user: int) -> bool:
        """Whether to answer an inline query. One that is not answered shows nothing: there is nowhere to say why."""
        bucket = self._searches.filled(user, self._user_per_minute * SEARCHES_PER_QUESTION, self._clock())
        if bucket.tokens < 1:
            return False
        bucket.tokens -= 1
        return True


def _tell_once(bucket: _Bucket) -> Verdict:
    if bucket.told:
        return Verdict.IGNORE
    bucket.told = True
    return Verdict.SAY_WAIT
