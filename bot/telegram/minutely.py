"""What is done every minute, by APScheduler: it keeps no state, and what it missed is done once, late or not."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger


@asynccontextmanager
async def every_minute(work: Callable[[], Awaitable[None]]) -> AsyncIterator[None]:
    """Do some work now and at the beginning of each minute, never twice at once.

    What is under way at the end is waited for. `work` must not raise: nobody would hear of it.
    """
    logging.getLogger("apscheduler").setLevel(logging.WARNING)  # it tells of each minute
    busy = asyncio.Lock()

    async def do() -> None:
        async with busy:
            await work()

    scheduler = AsyncIOScheduler(timezone=UTC)
    # Without a grace time of its own a job that is a second late would be left out without a word.
    scheduler.add_job(
        do,
        CronTrigger(second=0, timezone=UTC),
        next_run_time=datetime.now(UTC),
        misfire_grace_time=None,
        coalesce=True,
        max_instances=1,
    )
    scheduler.start()
    try:
        yield
    finally:
        scheduler.remove_all_jobs()
        async with busy:
            scheduler.shutdown(wait=False)
