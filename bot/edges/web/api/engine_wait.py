"""Waits a while for what the engine does about a program's request."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TypeVar

from bot.edges.web.api.api_problems import ApiProblem

PATIENCE = 8.0
"""Seconds to wait for the engine. Many programs give up after ten."""

PAUSE = 0.005
"""Seconds between two looks, each of which takes a tenth of a millisecond."""
FINISHED_EVERY = 0.25
"""Seconds between two looks for what was asked, and for the end of its conversation."""

MOST_WAITING = 8
"""Requests that may wait at a time, so that threads are left for Webex's notices."""

REFUSED = "The bot refused. It told the host why, unless they aren't allowed to use the bot."
STILL = "The bot is still at it. Repeat the request in a few seconds"

T = TypeVar("T")


class EngineWait:
    """Waits for the engine. Threads may share it.

    Args:
        wake: has the engine look into the inbox now.
        is_finished: returns whether the conversation with a key has ended.
    """

    def __init__(self, wake: Callable[[], None], is_finished: Callable[[str], bool]) -> None:
        self._wake, self.is_finished = wake, is_finished
        self._free = threading.BoundedSemaphore(MOST_WAITING)

    def until(self, look: Callable[[], T | None], key: str) -> T:
        """Wake the engine, and return what `look` finds as soon as it finds something.

        Args:
            look: returns None while there is nothing.
            key: of the conversation that is to bring it about.

        Raises:
            ApiProblem: the conversation ended without it, or it takes too long.
        """
        self._wake()
        if not self._free.acquire(blocking=False):
            said = "The bot has many requests at once. Try again."
            raise ApiProblem(503, said, {"Retry-After": "1"})
        try:
            return self._found(look, key)
        finally:
            self._free.release()

    def already(self, look: Callable[[], T | None], key: str) -> T:
        """Return what `look` finds of a request that was asked before.

        Raises:
            ApiProblem: the conversation ended without it, or is in progress.
        """
        if (found := look()) is not None:
            return found
        if self.is_finished(key):
            raise ApiProblem(422, REFUSED)
        raise ApiProblem(409, f"{STILL}.", {"Retry-After": "1"})

    def _found(self, look: Callable[[], T | None], key: str) -> T:
        over, asks_again = time.monotonic() + PATIENCE, time.monotonic() + FINISHED_EVERY
        while time.monotonic() < over:
            if (found := look()) is not None:
                return found
            if time.monotonic() >= asks_again:
                asks_again = time.monotonic() + FINISHED_EVERY
                if self.is_finished(key):
                    if (found := look()) is not None:
                        return found
                    raise ApiProblem(422, REFUSED)
            time.sleep(PAUSE)
        raise ApiProblem(503, f"{STILL}, with the same Idempotency-Key.", {"Retry-After": "5"})
