"""Keeps strangers from filling the log: similar events are logged once a minute, and counted."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import structlog

log = structlog.get_logger()

SECONDS = 60.0
"""Between two lines about the same thing."""


class LogThrottle:
    """Logs a warning at most once a minute for each event and its details.

    Args:
        clock: returns seconds that only grow.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._seen: dict[tuple[Any, ...], tuple[float, int]] = {}

    def warning(self, event: str, **details: Any) -> None:
        """Log a warning, or count it; `times` says how often it happened since the last line.

        Args:
            event: the event's name.
            details: few different ones, as each has a line of its own.
        """
        key, now = (event, *details.items()), self._clock()
        logged, times = self._seen.get(key, (now - SECONDS, 0))
        if now - logged < SECONDS:
            self._seen[key] = logged, times + 1
            return
        self._seen[key] = now, 0
        log.warning(event, **details, times=times + 1)
