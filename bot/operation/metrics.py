"""Numbers for Prometheus: what has happened since the start, counted, and what stands now, looked up when asked for.

No number tells of a person, a chat or a text; no label has more values than a page has room for.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, disable_created_metrics
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.gc_collector import GCCollector
from prometheus_client.registry import Collector

from bot.operation.readings import Readings

disable_created_metrics()  # type: ignore[no-untyped-call]  # a second line for each number: when it was first counted

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)  # how long updates take


class Metrics(Collector):
    """All numbers of one program."""

    def __init__(self) -> None:
        self.registry = registry = CollectorRegistry()
        self.updates = Counter("claimbot_updates", "Updates handled, by kind", ["kind"], registry=registry)
        self.seconds = Histogram(
            "claimbot_update_seconds",
            "Time from an update's turn until it was answered, by kind",
            ["kind"],
            buckets=SECONDS,
            registry=registry,
        )
        self.in_hand = Gauge("claimbot_updates_in_hand", "Updates being handled", registry=registry)
        self.tasks = Gauge(
            "claimbot_tasks", "Tasks of the event loop: a number that only grows is a leak", registry=registry
        )
        self.answers = Counter(
            "claimbot_answers", "Answers, by what came of the question", ["outcome"], registry=registry
        )
        self.limited = Counter("claimbot_limited", "Questions, presses and searches too many", registry=registry)
        self.calls = Counter("claimbot_calls", "Calls that answer somebody, by outcome", ["outcome"], registry=registry)
        self.repeats = Counter(
            "claimbot_repeats", "Repetitions of such calls, by reason", ["reason"], registry=registry
        )
        self.deliveries = Counter(
            "claimbot_deliveries", "Attempts to deliver a digest, by outcome", ["state"], registry=registry
        )
        self.incidents = Counter("claimbot_incidents", "Errors inside, by kind", ["kind"], registry=registry)
        self.minutes = Histogram(
            "claimbot_minute_seconds", "What is done every minute", buckets=SECONDS, registry=registry
        )
        self.fetched = _moment("claimbot_fetched", "When Telegram last told of updates", registry)
        self.updated = _moment("claimbot_updated", "When an update was last received", registry)
        self.ticked = _moment("claimbot_ticked", "When what is done every minute was last done", registry)
        self.now: Readings | None = None
        registry.register(self)
        ProcessCollector(registry=registry)
        GCCollector(registry)

    def describe(self) -> list[GaugeMetricFamily]:
        """Nothing: the registry would look everything up to learn the names."""
        return []

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """What stands now; nothing about what cannot be looked up."""
        now = self.now
        if now is None:
            return
        checks = GaugeMetricFamily("claimbot_check", "1 where a check of /healthz has not failed", labels=["check"])
        for check in now.checks:
            checks.add_metric([check.name], float(check.passed))
        yield checks
        if now.claims is not None:
            yield from _of_claims(now)
        if now.outbox is not None:
            outbox = GaugeMetricFamily(
                "claimbot_outbox", "Deliveries that wait, and those that ended within a day, by state", labels=["state"]
            )
            for state, count in now.outbox.states.items():
                outbox.add_metric([state], count)
            yield outbox
            yield GaugeMetricFamily(
                "claimbot_outbox_overdue_seconds", "For how long a delivery has been due", now.outbox.overdue_seconds
            )
        if now.subscriptions is not None:
            yield GaugeMetricFamily("claimbot_subscriptions", "Subscriptions that are served", now.subscriptions)
        yield GaugeMetricFamily("claimbot_disk_free_bytes", "Room where the databases live", now.free_bytes)


def _of_claims(now: Readings) -> Iterator[GaugeMetricFamily]:
    assert now.claims is not None
    yield GaugeMetricFamily("claimbot_claims", "Figures in the claim database", now.claims.total)
    yield GaugeMetricFamily("claimbot_claims_revision", "Number of its last load", now.claims.revision)
    newest = datetime.combine(now.claims.newest, time(), UTC).timestamp()
    yield GaugeMetricFamily("claimbot_claims_newest_timestamp_seconds", "The newest as-of date", newest)
    version = GaugeMetricFamily("claimbot_info", "What runs", labels=["version", "claims"])
    version.add_metric([now.version, now.claims.version], 1)
    yield version


def _moment(name: str, what: str, registry: CollectorRegistry) -> Gauge:
    return Gauge(f"{name}_timestamp_seconds", what, registry=registry)
