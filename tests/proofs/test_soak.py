"""The soak in short; `make soak MINUTES=20` is the real one. And that it can fail."""

from __future__ import annotations

import pytest

from tests.proofs import soak

pytestmark = pytest.mark.timeout(240)


def test_nothing_is_lost_or_repeated_through_a_restart_and_a_kill() -> None:
    counts = soak.prove(10, people=20, groups=3, pause=0.6, brief=True)
    assert counts.misses == []
    assert (counts.starts, counts.reloads) == (3, 2)
    assert min(counts.compared, counts.settings, counts.subscriptions, counts.digests.expected) > 0
