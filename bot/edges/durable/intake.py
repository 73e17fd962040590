"""Takes notices out of the inbox as turns are free."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import sqlalchemy as sa
import structlog

from bot.edges.durable.inbox import Entries, Inbox
from bot.edges.durable.shares import Share

MOST = 20
"""Notices taken at a time, so that several workers share a burst."""

LONGEST = 0.5
"""Seconds after which it is looked although nobody wrote: an errand may be due, or overdue what
another process has not taken."""

log = structlog.get_logger()


class Intake(threading.Thread):
    """Looks into the inbox between `start` and `stop`.

    Args:
        inbox: where receivers leave notices.
        begin: records their conversations, and begins them.
        free: how many more conversations this process may have in hand.
        every: seconds after which it is asked whether there may be something.
        share: which of the notices this process takes first.
    """

    def __init__(
        self,
        inbox: Inbox,
        begin: Callable[[Entries], None],
        free: Callable[[], int],
        every: float,
        share: Callable[[], Share],
    ) -> None:
        super().__init__(name="intake", daemon=True)
        self._inbox = inbox
        self._begin = begin
        self._free = free
        self._every = every
        self._share = share
        self._over = threading.Event()

    def run(self) -> None:
        """Look until told to stop."""
        pause, looked, seen = 0.0, -LONGEST, 0
        with self._inbox.stirred() as stirred:
            while not self._over.wait(pause):
                pause, now = self._every, time.monotonic()
                most, version = min(MOST, self._free()), stirred()
                if most > 0 and (version != seen or now - looked > LONGEST):
                    seen, looked = version, now
                    pause = 0.0 if self._look(most) else self._every

    def stop(self) -> None:
        """Take nothing more out."""
        self._over.set()
        if self.ident:
            self.join()

    def _look(self, most: int) -> bool:
        try:
            return self._inbox.hand_over(most, self._begin, self._share())
        except (sa.exc.SQLAlchemyError, TimeoutError) as error:
            log.warning("inbox.not_reached", error=type(error).__name__)
            self._over.wait(1.0)
            return False
