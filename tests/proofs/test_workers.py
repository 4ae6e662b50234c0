"""Workers behind nginx in short; `make prove-workers` is the real one."""

from __future__ import annotations

import pytest
from sqlalchemy import URL

from tests.proofs import workers

pytestmark = pytest.mark.timeout(240)


@pytest.mark.skipif(workers.missing() is not None, reason=str(workers.missing()))
def test_two_workers_lose_nothing_when_one_is_killed(postgres_url: URL) -> None:
    counts = workers.prove(postgres_url, 2, people=10, seconds=4)
    assert counts.misses == []
    assert min(counts.settings, counts.subscriptions, counts.digests.expected) > 0
