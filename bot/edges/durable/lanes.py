"""What one person asks in one space is answered in the order in which it was written.

Webex promises no order of notices, and conversations go on side by side; so a later one waits
for the earlier ones of its lane, at its beginning and once more before others can see it: by then
an earlier one may have come. It waits until they are answered, and not for messages that are late.
"""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from bot.core.steps.step import Send, Step
from bot.core.steps.webex_steps import Say

LONGEST = 60.0
"""Seconds for which a conversation waits for those before it: late is better than never, and out
of order is better than late."""

HELD_UP = 5.0
"""Seconds for which a message may have to wait before those behind go on."""

MOST = 10
"""Conversations in one lane among which there is an order. Whoever asks more at once is a program,
each answer of which would make all the others wait; so then all of them go on."""


class Stand:
    """The place of one conversation in its lane.

    Args:
        written: when its message was, in seconds since 1970, then when it came: Webex counts in
            milliseconds.
        lane: all that stand in it.
    """

    def __init__(self, written: tuple[float, float], lane: set[Stand]) -> None:
        self.gone = asyncio.Event()
        self._written = written
        self._lane = lane
        self._answered = False
        self._until = time.monotonic() + LONGEST
        lane.add(self)
        if len(lane) > MOST:
            for each in lane:
                each.gone.set()

    def ahead(self) -> Stand | None:
        """Return one that was written earlier and is not answered, where one waits for it."""
        if self.gone.is_set() or not self.patience:
            return None
        return next((each for each in self._lane if each.is_before(self)), None)

    def is_before(self, other: Stand) -> bool:
        """Return whether the other has to wait for this one."""
        return self._written < other._written and not self.gone.is_set()

    @property
    def patience(self) -> float:
        """Seconds for which this one still waits."""
        return max(0.0, self._until - time.monotonic())

    def goes_on_to(self, step: Step) -> None:
        """Let those behind go on where this was answered: what comes after the words is late."""
        if self._answered and not isinstance(step, Say):
            self.leave()
        self._answered = isinstance(step, Say)

    def waits(self, step: Step, seconds: float) -> None:
        """Let those behind go on where a message has to wait for so long that it is late."""
        if isinstance(step, Send) and seconds > HELD_UP:
            self.leave()

    def leave(self) -> None:
        """Let those behind go on."""
        self._lane.discard(self)
        self.gone.set()


def alone() -> Stand:
    """Return the place of a conversation that nobody stands before or behind."""
    return Stand((0.0, 0.0), set())


class Lanes:
    """All lanes of one process; for its event loop alone."""

    def __init__(self) -> None:
        self._lanes: dict[str, set[Stand]] = defaultdict(set)

    @contextmanager
    def stand(self, key: str, recorded: dict[str, Any]) -> Iterator[Stand]:
        """Stand in the lane of what is recorded, until it is answered or the block ends.

        Args:
            key: the conversation's own name.
            recorded: says which lane, and when it was written; what says nothing stands alone.
        """
        name, written = recorded.get("order", (key, 0.0))
        lane = self._lanes[name]
        stand = Stand((written, recorded.get("at", 0.0)), lane)
        try:
            yield stand
        finally:
            stand.leave()
            if not lane and self._lanes.get(name) is lane:
                del self._lanes[name]

    def free(self, recorded: dict[str, Any]) -> bool:
        """Return whether what is recorded would wait for nobody."""
        lane = self._lanes.get(recorded["order"][0], ()) if "order" in recorded else ()
        return len(lane) >= MOST or all(each.gone.is_set() for each in lane)
