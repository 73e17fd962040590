"""Limits how often something may be done, by client or by whatever else it is counted by."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable

MOST_KEYS = 1000
"""Remembered at a time; the one that was longest unused is forgotten first."""


class RateLimit:
    """Counts by key, in this process. Threads may share it.

    Args:
        most: how often it may be done.
        seconds: within which.
        clock: returns seconds that only grow.
        keys: how many are remembered.
    """

    def __init__(
        self,
        most: int,
        seconds: float,
        clock: Callable[[], float] = time.monotonic,
        keys: int = MOST_KEYS,
    ) -> None:
        self.seconds = seconds
        self._most, self._clock, self._keys = most, clock, keys
        self._times: OrderedDict[str, list[float]] = OrderedDict()
        self._lock = threading.Lock()

    def is_reached(self, key: str) -> bool:
        """Return whether it was done too often lately."""
        with self._lock:
            return len(self._lately(key)) >= self._most

    def note(self, key: str) -> None:
        """Count that it was done."""
        with self._lock:
            self._note(key)

    def allows(self, key: str) -> bool:
        """Return whether it may be done once more, and count it if so."""
        with self._lock:
            if len(self._lately(key)) >= self._most:
                return False
            self._note(key)
            return True

    def wait(self, key: str) -> float:
        """Count that it was done, if it may be; return the seconds to wait, 0 for none."""
        return 0.0 if self.allows(key) else self.reset(key)

    def left(self, key: str) -> int:
        """Return how often it may still be done."""
        with self._lock:
            return max(0, self._most - len(self._lately(key)))

    def reset(self, key: str) -> float:
        """Return the seconds after which it may be done once more than now."""
        with self._lock:
            lately = self._lately(key)
            return lately[0] + self.seconds - self._clock() if lately else 0.0

    def _note(self, key: str) -> None:
        self._times[key] = [*self._lately(key), self._clock()]
        self._times.move_to_end(key)
        while len(self._times) > self._keys:
            self._times.popitem(last=False)

    def _lately(self, key: str) -> list[float]:
        since = self._clock() - self.seconds
        return [at for at in self._times.get(key, ()) if at > since]
