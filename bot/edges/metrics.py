"""Counts and measures for Prometheus.

Labels take a few values from the bot's own code, never anything that somebody sent; only groups of
experts are called as administrators named them.
https://prometheus.io/docs/practices/naming/
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from functools import cache
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client.core import GaugeMetricFamily, Metric

from bot.core.domain.desk_figures import GroupFigures
from bot.core.domain.errors import Trouble
from bot.core.incoming.notices import HANDLED
from bot.core.steps.step import Step
from bot.edges.ports import Edges

REGISTRY = CollectorRegistry()
"""This process's registry."""

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
"""A histogram's buckets, from a database statement to the timeout of a call."""

_NOTICES = Counter(
    "instant_connect_notices",
    "Notices that came, by what they tell and what became of them.",
    ["kind", "outcome"],
    registry=REGISTRY,
)
_COMMANDS = Counter(
    "instant_connect_commands",
    "Commands and scheduled tasks, by kind and what became of them.",
    ["kind", "outcome"],
    registry=REGISTRY,
)
_STEPS = Histogram(
    "instant_connect_step_seconds",
    "How long one attempt at a step took, by kind.",
    ["kind"],
    buckets=SECONDS,
    registry=REGISTRY,
)
_TROUBLES = Counter(
    "instant_connect_step_troubles",
    "Attempts at a step that failed, by kind and how.",
    ["kind", "trouble"],
    registry=REGISTRY,
)
_RETRIES = Counter(
    "instant_connect_retries",
    "Further attempts at a step, by kind and why.",
    ["kind", "trouble"],
    registry=REGISTRY,
)
_WEBHOOKS = Gauge(
    "instant_connect_webhook_active",
    "Whether a webhook was there and active when the bot last looked, by what it tells.",
    ["kind"],
    registry=REGISTRY,
)
_WEBHOOKS_SEEN = Gauge(
    "instant_connect_webhooks_seen_timestamp_seconds",
    "When the bot last looked at its webhooks.",
    registry=REGISTRY,
)

_KINDS = frozenset(":".join(each) for each in HANDLED)


def notice(kind: str, outcome: str) -> None:
    """Count a notice.

    Args:
        kind: such as ``messages:created``; kinds that the bot ignores count as ``other``.
        outcome: ``taken``, ``ignored``, ``refused`` or ``not_recorded``.
    """
    _NOTICES.labels(kind if kind in _KINDS else "other", outcome).inc()


def command(kind: str, outcome: str) -> None:
    """Count a finished command; `kind` and `outcome` are fixed words of the bot's code."""
    _COMMANDS.labels(kind, outcome).inc()


def again(step: Step, trouble: Trouble) -> None:
    """Count a retry of a step."""
    _RETRIES.labels(type(step).__name__, type(trouble).__name__).inc()


def webhooks(active: frozenset[tuple[str, str]]) -> None:
    """Record which webhooks are active, as Webex just said."""
    for kind in HANDLED:
        _WEBHOOKS.labels(":".join(kind)).set(kind in active)
    _WEBHOOKS_SEEN.set_to_current_time()


def gauge(name: str, description: str, value: float) -> Metric:
    """Return a gauge without labels, for a collector."""
    return GaugeMetricFamily(f"instant_connect_{name}", description, value=value)


def desk_figures(found: Sequence[GroupFigures]) -> tuple[Metric, Metric]:
    """Return today's figures of groups of experts, for a collector.

    The label `group` is a name that administrators gave.
    """
    requests = GaugeMetricFamily(
        "instant_connect_expert_requests_today",
        "Requests to groups of experts since midnight, UTC, by what became of them.",
        labels=["group", "outcome"],
    )
    seconds = GaugeMetricFamily(
        "instant_connect_expert_claim_seconds",
        "Within how long half and 90 percent of today's requests were taken.",
        labels=["group", "quantile"],
    )
    for each in found:
        for outcome in ("asked", "taken", "waiting", "unclaimed", "escalated", "given_back"):
            requests.add_metric([each.group, outcome], getattr(each, outcome))
        for percent in (50, 90) if each.taken else ():
            seconds.add_metric([each.group, str(percent / 100)], each.within(percent))
    return requests, seconds


class MeasuringPerformer:
    """Performs steps, and measures how long each takes.

    Args:
        edges: performs the steps.
    """

    def __init__(self, edges: Edges) -> None:
        self._edges = edges

    def perform(self, step: Step) -> Any:
        """Perform `step` once, in this thread, and return its answer.

        Raises:
            Trouble: it failed.
        """
        began, kind = time.perf_counter(), type(step).__name__
        try:
            return self._edges.perform(step)
        except Trouble as trouble:
            _TROUBLES.labels(kind, type(trouble).__name__).inc()
            raise
        finally:
            _step(kind).observe(time.perf_counter() - began)


@cache  # finding the labelled histogram takes as long as observing a value
def _step(kind: str) -> Histogram:
    return _STEPS.labels(kind)
