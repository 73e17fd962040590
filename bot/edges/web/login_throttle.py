"""Locks out whoever guesses a password."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable

MOST_GUESSES = 10
"""Wrong passwords that an address may send in a minute."""

LOCKED_SECONDS = 60.0

MOST_ADDRESSES = 1000
"""Remembered at a time; the oldest is forgotten first."""


class LoginThrottle:
    """Counts wrong passwords by address.

    Args:
        clock: returns seconds that only grow.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._wrong: OrderedDict[str, list[float]] = OrderedDict()

    def is_locked(self, address: str) -> bool:
        """Return whether this address is locked out for now."""
        return len(self._lately(address)) >= MOST_GUESSES

    def note_wrong(self, address: str) -> None:
        """Count a wrong password."""
        self._wrong[address] = [*self._lately(address), self._clock()]
        self._wrong.move_to_end(address)
        while len(self._wrong) > MOST_ADDRESSES:
            self._wrong.popitem(last=False)

    def _lately(self, address: str) -> list[float]:
        since = self._clock() - LOCKED_SECONDS
        return [at for at in self._wrong.get(address, ()) if at > since]
