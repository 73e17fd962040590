"""What one person asks in one space is answered in the order in which it was written.

Webex promises no order of notices, and conversations go on side by side; so a later one waits
for the earlier ones of its lane, at its beginning and once more before others can see it: by then
an earlier one may have come.
"""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

LONGEST = 60.0
"""Seconds for which a conversation waits for those before it: late is better than never, and out
of order is better than late."""


class Stand:
    """The place of one conversation in its lane.

    Args:
        written: when its message was, in seconds since 1970; its name where two are the same.
        others: all that stand in the lane.
    """

    def __init__(self, written: tuple[float, str], others: set[Stand]) -> None:
        self.gone = asyncio.Event()
        self._written = written
        self._others = others
        self._until = time.monotonic() + LONGEST

    def ahead(self) -> Stand | None:
        """Return one that was written earlier and still goes on, unless it takes too long."""
        if time.monotonic() >= self._until:
            return None
        earlier = (each for each in self._others if each._written < self._written)  # noqa: SLF001
        return next(earlier, None)

    @property
    def patience(self) -> float:
        """Seconds for which this one still waits."""
        return max(0.0, self._until - time.monotonic())


class Lanes:
    """All lanes of one process; for its event loop alone."""

    def __init__(self) -> None:
        self._lanes: dict[str, set[Stand]] = defaultdict(set)

    @contextmanager
    def stand(self, key: str, recorded: dict[str, Any]) -> Iterator[Stand]:
        """Stand in the lane of what is recorded, for as long as the block runs.

        Args:
            key: the conversation's own name.
            recorded: says which lane, and when it was written; what says nothing stands alone.
        """
        lane, written = recorded.get("order", (key, 0.0))
        here = self._lanes[lane]
        stand = Stand((written, key), here)
        here.add(stand)
        try:
            yield stand
        finally:
            here.discard(stand)
            stand.gone.set()
            if not here and self._lanes.get(lane) is here:
                del self._lanes[lane]

    def busy(self, recorded: dict[str, Any]) -> bool:
        """Return whether anything goes on in the lane of what is recorded."""
        return "order" in recorded and recorded["order"][0] in self._lanes
