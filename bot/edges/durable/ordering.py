"""Answers one person's requests in one space in the order in which they were written.

DBOS can't do this: on SQLite, partitions of its queues keep no order within one second. Webex
doesn't order its notices either, and conversations run side by side. So a request waits for
earlier ones of the same person in the same space, when it begins and again before its first
recorded step, because an earlier one may have arrived since. It waits until they are answered, but
not for messages that are late. This holds within one process.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from bot.core.conversations.requests.decision import Trigger
from bot.core.incoming.received import Received
from bot.core.steps.step import Send, Step
from bot.core.steps.webex_steps import Say

LONGEST = 60.0
"""Seconds that a request waits for earlier ones; then a wrong order is better than no answer."""

HELD_UP = 5.0
"""Seconds that a message may be delayed before later requests stop waiting for it."""

MOST = 10
"""The most requests of one person in one space to keep in order. More at once come from a program;
then none of them waits."""


class Turn:
    """The place of one request in the line of the same person's requests in the same space.

    Args:
        written: when its message was written and when it came, in seconds since 1970; the latter
            decides between messages of the same millisecond.
        line: all requests in the line.
    """

    def __init__(self, written: tuple[float, float], line: set[Turn]) -> None:
        self.written, self.gone = written, asyncio.Event()
        self._line, self._answered = line, False
        self._until = asyncio.get_running_loop().time() + LONGEST
        line.add(self)
        if len(line) > MOST:
            for each in line:
                each.gone.set()

    async def come(self) -> None:
        """Wait for the earlier requests in the line to be answered."""
        with suppress(TimeoutError):
            async with asyncio.timeout_at(self._until):
                while ahead := self._ahead():
                    await ahead.gone.wait()

    def _ahead(self) -> Turn | None:
        if self.gone.is_set():
            return None
        before = (each for each in self._line if each.written < self.written)
        return next((each for each in before if not each.gone.is_set()), None)

    def comes_to(self, step: Step) -> None:
        """Let later requests go on if this step comes after the answer."""
        if self._answered and not isinstance(step, Say):
            self.leave()
        self._answered = isinstance(step, Say)

    def waits(self, step: Step, seconds: float) -> None:
        """Let later requests go on if a message is delayed for too long."""
        if isinstance(step, Send) and seconds > HELD_UP:
            self.leave()

    def leave(self) -> None:
        """Let later requests go on."""
        self._line.discard(self)
        self.gone.set()


class Ordering:
    """The lines of all people and spaces in one process. Use it only from the event loop."""

    def __init__(self) -> None:
        self._lines: dict[str, set[Turn]] = defaultdict(set)

    @contextmanager
    def turn(self, trigger: Trigger) -> Iterator[Turn]:
        """Keep a place in the line until the request is answered or the block ends."""
        if not isinstance(trigger, Received) or trigger.order is None:
            yield Turn((0.0, 0.0), set())
            return
        name, written = trigger.order
        line = self._lines[name]
        turn = Turn((written, trigger.at.timestamp()), line)
        try:
            yield turn
        finally:
            turn.leave()
            if not line and self._lines.get(name) is line:
                del self._lines[name]
