"""The metrics for Prometheus.

Each label has a small set of values that the bot's own code names: never what somebody sent.
https://prometheus.io/docs/practices/naming/
"""

from __future__ import annotations

import time
from functools import cache
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client.core import GaugeMetricFamily, Metric

from bot.core.domain.errors import Trouble
from bot.core.incoming.notices import KNOWN
from bot.core.steps.webex_steps import Step
from bot.edges.minds import Edges

REGISTRY = CollectorRegistry()
"""Of this process, however many bots live in it."""

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
"""Upper ends of a histogram's classes: from a statement to the time-out of a call."""

_NOTICES = Counter(
    "instant_connect_notices",
    "Notices that came, by what they tell and what became of them.",
    ["kind", "outcome"],
    registry=REGISTRY,
)
_COMMANDS = Counter(
    "instant_connect_commands",
    "Commands and errands, by kind and what became of them.",
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

_KINDS = frozenset(":".join(each) for each in KNOWN)


def notice(kind: str, outcome: str) -> None:
    """Count a notice.

    Args:
        kind: as ``messages:created``; what the bot has no answer to counts as ``other``.
        outcome: ``taken``, ``ignored``, ``refused`` or ``not_recorded``.
    """
    _NOTICES.labels(kind if kind in _KINDS else "other", outcome).inc()


def command(kind: str, outcome: str) -> None:
    """Count a command that came to its end; both words are this code's own."""
    _COMMANDS.labels(kind, outcome).inc()


def again(step: Step, trouble: Trouble) -> None:
    """Count one more attempt at a step."""
    _RETRIES.labels(type(step).__name__, type(trouble).__name__).inc()


def webhooks(active: frozenset[tuple[str, str]]) -> None:
    """Note which webhooks Webex had, and active, when it was asked."""
    for kind in KNOWN:
        _WEBHOOKS.labels(":".join(kind)).set(kind in active)
    _WEBHOOKS_SEEN.set_to_current_time()


def gauge(name: str, told: str, value: float) -> Metric:
    """Return what is read when it is asked for, without a label."""
    return GaugeMetricFamily(f"instant_connect_{name}", told, value=value)


class Timed:
    """Performs steps, and measures how long each takes.

    Args:
        edges: which perform them.
    """

    def __init__(self, edges: Edges) -> None:
        self._edges = edges

    def perform(self, step: Step) -> Any:
        """Do `step` once, in this thread, and return its answer.

        Raises:
            Trouble: it was not done, and what that means.
        """
        began, kind = time.perf_counter(), type(step).__name__
        try:
            return self._edges.perform(step)
        except Trouble as trouble:
            _TROUBLES.labels(kind, type(trouble).__name__).inc()
            raise
        finally:
            _step(kind).observe(time.perf_counter() - began)


@cache  # to look it up among the others takes as long as to count
def _step(kind: str) -> Histogram:
    return _STEPS.labels(kind)
