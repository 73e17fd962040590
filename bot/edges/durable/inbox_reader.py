"""Takes notices from the inbox while there are free slots.

DBOS polls only its own queues; see `inbox` for why there is one besides.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import sqlalchemy as sa
import structlog

from bot.core.conversations.requests.decision import Trigger
from bot.edges.durable.inbox import Inbox

MOST = 20
"""The most notices to take at a time, so that several workers share a burst."""

log = structlog.get_logger()


class InboxReader(threading.Thread):
    """Reads the inbox between `start` and `stop`.

    Args:
        inbox: the received notices.
        begin: records and begins their conversations.
        free: returns how many more conversations this process can run.
        every: seconds between two looks at the inbox.
    """

    def __init__(
        self,
        inbox: Inbox,
        begin: Callable[[list[Trigger]], None],
        free: Callable[[], int],
        every: float,
    ) -> None:
        super().__init__(name="inbox", daemon=True)
        self._inbox, self._begin, self._free, self._every = inbox, begin, free, every
        self._woken = threading.Event()
        self._over = False

    def run(self) -> None:
        """Read the inbox until `stop` is called."""
        while not self._over:
            most = min(MOST, self._free())
            if most <= 0 or not self._look(most):
                self._woken.wait(self._every)
                self._woken.clear()

    def wake(self) -> None:
        """Read the inbox now, because a notice has come."""
        self._woken.set()

    def stop(self) -> None:
        """Stop taking notices."""
        self._over = True
        self.wake()
        if self.ident:
            self.join()

    def _look(self, most: int) -> bool:
        """Begin the conversations of so many notices; return whether there may be more."""
        try:
            return self._inbox.hand_over(most, self._begin)
        except (sa.exc.SQLAlchemyError, TimeoutError) as error:
            log.warning("inbox.not_reached", error=type(error).__name__)
            time.sleep(1.0)
            return False
