"""The sandbox's clock, which people move forward to see what happens later."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from threading import Lock

Clock = Callable[[], datetime]

LONGEST = timedelta(days=366)
"""The furthest that the clock can be moved ahead; links that expire later can't be made."""


def utc_now() -> datetime:
    """Return the current time in UTC."""
    return datetime.now(UTC)


class MovableClock:
    """A clock that goes like another one, and can be ahead of it.

    Args:
        clock: the other one; returns the time, timezone-aware.
    """

    def __init__(self, clock: Clock = utc_now) -> None:
        self._clock = clock
        self.ahead = timedelta()
        """How far it is ahead."""
        self.on_advance: list[Callable[[], None]] = []
        """Called after each move, one move at a time."""
        self._moving = Lock()

    def __call__(self) -> datetime:
        """Return its time."""
        return self._clock() + self.ahead

    def advance(self, by: timedelta) -> None:
        """Move it forward."""
        with self._moving:
            self.ahead += by
            for each in self.on_advance:
                each()
