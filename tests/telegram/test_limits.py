"""Token buckets: answered at the rate that was set, told once, then silence until the bucket is full again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram import limits
from bot.telegram.limits import Limits, Verdict

ANSWER, SAY_WAIT, IGNORE = Verdict.ANSWER, Verdict.SAY_WAIT, Verdict.IGNORE
GROUP = -100


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def limited(clock: Clock) -> Limits:
    return Limits(user_per_minute=3, group_per_minute=6, clock=clock)


def ask(limited: Limits, times: int, user: int | None = 1, group: int | None = None) -> list[Verdict]:
    return [limited.judge(user, group) for _ in range(times)]


def test_told_once_then_silence(limited: Limits) -> None:
    assert ask(limited, 6) == [ANSWER] * 3 + [SAY_WAIT] + [IGNORE] * 2


def test_users_do_not_share(limited: Limits) -> None:
    ask(limited, 5)
    assert limited.judge(2) is ANSWER


def test_answered_at_the_rate_while_the_flood_lasts_and_never_told_again(limited: Limits, clock: Clock) -> None:
    ask(limited, 4)
    verdicts = []
    for second in range(1, 601):
        clock.now = float(second)
        verdicts.append(limited.judge(1))
    assert verdicts.count(ANSWER) == 30  # 3 a minute, for 10 minutes
    assert SAY_WAIT not in verdicts


def test_told_again_after_a_pause(limited: Limits, clock: Clock) -> None:
    ask(limited, 6)
    clock.now = 60.0
    assert ask(limited, 5) == [ANSWER] * 3 + [SAY_WAIT, IGNORE]


def test_a_short_pause_is_no_reason_to_tell_again(limited: Limits, clock: Clock) -> None:
    ask(limited, 6)
    clock.now = 45.0
    assert ask(limited, 4) == [ANSWER] * 2 + [IGNORE] * 2


def test_a_group(limited: Limits) -> None:
    verdicts = [limited.judge(user, GROUP) for user in range(10)]
    assert verdicts == [ANSWER] * 6 + [SAY_WAIT] + [IGNORE] * 3
    assert limited.judge(1, -200) is ANSWER


def test_a_user_in_a_group_uses_up_both(limited: Limits) -> None:
    assert ask(limited, 5, user=1, group=GROUP) == [ANSWER] * 3 + [SAY_WAIT, IGNORE]
    # The three answers and the line were four messages in the group, the silence none.
    assert ask(limited, 3, user=2, group=GROUP) == [ANSWER] * 2 + [SAY_WAIT]
    assert limited.judge(1) is IGNORE  # nor does a private chat give the same user more


def test_a_full_group_costs_its_users_nothing(limited: Limits) -> None:
    for user in range(2, 9):
        limited.judge(user, GROUP)
    assert ask(limited, 3, user=1, group=GROUP) == [IGNORE] * 3
    assert limited.judge(1) is ANSWER


def test_many_users_in_a_group_are_not_each_told(limited: Limits) -> None:
    """A flood from many draws no more lines than the group may have messages."""
    verdicts = [limited.judge(user, GROUP) for _ in range(10) for user in range(1000)]
    assert (verdicts.count(ANSWER), verdicts.count(SAY_WAIT)) == (6, 1)


def test_nobody_in_particular(limited: Limits) -> None:
    """A channel, or an anonymous admin: only the group's limit holds."""
    assert ask(limited, 8, user=None, group=GROUP) == [ANSWER] * 6 + [SAY_WAIT, IGNORE]
    assert ask(limited, 9, user=None) == [ANSWER] * 9


@pytest.mark.parametrize(("user", "group"), [(0, 5), (5, 0), (-1, 5)])
def test_no_limit_at_all_is_a_mistake(user: int, group: int) -> None:
    with pytest.raises(ValueError, match=r"limits\.\w+_per_minute: -?\d"):
        Limits(user, group)


def test_memory_is_of_the_last_minute(limited: Limits, clock: Clock) -> None:
    for user in range(1000):
        limited.judge(user, -user)
    assert len(limited) == 2000
    clock.now = 60.0
    limited.judge(1, -1)
    assert len(limited) == 2


def test_memory_has_an_end(limited: Limits, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_BUCKETS", 100)
    for user in range(1000):
        limited.judge(user)
    assert len(limited) == 100
    assert ask(limited, 3, user=999) == [ANSWER] * 2 + [SAY_WAIT]


@given(
    st.integers(1, 30),
    st.lists(st.tuples(st.floats(0, 30), st.integers(1, 3), st.sampled_from([None, GROUP])), max_size=200),
)
def test_never_more_answers_than_the_rate_allows(
    per_minute: int, questions: list[tuple[float, int, int | None]]
) -> None:
    clock = Clock()
    limited = Limits(per_minute, per_minute * 2, clock)
    answered: list[tuple[float, int]] = []
    for pause, user, group in questions:
        clock.now += pause
        if limited.judge(user, group) is ANSWER:
            answered.append((clock.now, user))
    for asker in (1, 2, 3):
        times = [at for at, user in answered if user == asker]
        for first, start in enumerate(times):
            for number, end in enumerate(times[first:], start=1):
                assert number <= per_minute + (end - start) * per_minute / 60 + 1e-6
