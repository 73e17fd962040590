"""What one person asks in one space is answered in the order in which it was written.

DBOS has no public way to this: within a partition of a queue it keeps no order below one second on
SQLite. Webex promises no order of notices either, and conversations go on side by side. So a later
request waits for the earlier ones of the same person in the same space, at its beginning and once
more before its first recorded step: by then an earlier one may have come. It waits until they are
answered, and not for messages that are late. This holds within one process.
"""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

from bot.core.incoming.received import Received
from bot.core.steps.ledger_steps import ScheduledTask
from bot.core.steps.step import Send, Step
from bot.core.steps.webex_steps import Say

LONGEST = 60.0
"""Seconds for which a request waits for those before it: late is better than never, and out of
order is better than late."""

HELD_UP = 5.0
"""Seconds for which a message may have to wait before the requests behind go on."""

MOST = 10
"""Requests of one person in one space among which there is an order. Whoever asks more at once is a
program, each answer of which would make all the others wait; so then all of them go on."""


class Turn:
    """The turn of one request among those of the same person in the same space.

    Args:
        written: when its message was, in seconds since 1970, then when it came: Webex counts in
            milliseconds.
        line: all that stand in line.
    """

    def __init__(self, written: tuple[float, float], line: set[Turn]) -> None:
        self.gone = asyncio.Event()
        self._written = written
        self._line = line
        self._answered = False
        self._until = time.monotonic() + LONGEST
        line.add(self)
        if len(line) > MOST:
            for each in line:
                each.gone.set()

    def ahead(self) -> Turn | None:
        """Return an earlier request that is not answered and has to be waited for, or None."""
        if self.gone.is_set() or not self.patience:
            return None
        return next((each for each in self._line if each.is_before(self)), None)

    def is_before(self, other: Turn) -> bool:
        """Return whether the other has to wait for this one."""
        return self._written < other._written and not self.gone.is_set()

    @property
    def patience(self) -> float:
        """Seconds for which this one still waits."""
        return max(0.0, self._until - time.monotonic())

    def comes_to(self, step: Step) -> None:
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
        self._line.discard(self)
        self.gone.set()


class Ordering:
    """The lines of all people and spaces of one process; for its event loop alone."""

    def __init__(self) -> None:
        self._lines: dict[str, set[Turn]] = defaultdict(set)

    @contextmanager
    def turn(self, begun_by: Received | ScheduledTask) -> Iterator[Turn]:
        """Stand in line until the request is answered or the block ends."""
        if isinstance(begun_by, ScheduledTask) or begun_by.order is None:
            yield Turn((0.0, 0.0), set())
            return
        name, written = begun_by.order
        line = self._lines[name]
        turn = Turn((written, begun_by.at.timestamp()), line)
        try:
            yield turn
        finally:
            turn.leave()
            if not line and self._lines.get(name) is line:
                del self._lines[name]
