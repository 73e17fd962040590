"""How often the door's pages may be asked, by door and by client.

Tokens can't be guessed; the limits keep those who try from costing much. They are generous to a
hospital, where many guests have one address: each guest's door is counted for itself.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable

from bot.edges.web.rate_limit import RateLimit

MINUTE = 60.0
QUARTER = 900.0
HOUR = 3600.0


class DoorLimits:
    """The limits of this process, which only keep it from much work.

    How often links are sent to one guest is counted for the whole installation.

    Args:
        clock: returns seconds that only grow.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._unknown = RateLimit(20, MINUTE, clock)
        self._known = RateLimit(30, MINUTE, clock)
        self._shared = RateLimit(300, MINUTE, clock)
        self._polls = RateLimit(600, MINUTE, clock)
        self._lost = RateLimit(3, HOUR, clock)
        self._calls = RateLimit(30, QUARTER, clock)
        self._digits = RateLimit(10, QUARTER, clock)

    def wait_for_unknown(self, client: str) -> float:
        """Count a request for a door that doesn't exist; return the seconds to wait, 0 for none.

        Args:
            client: who asks.
        """
        return _wait(self._unknown, client)

    def wait_for_page(self, token: str, client: str, *, shared: bool = False) -> float:
        """Count a page or a press; return the seconds to wait, 0 for none.

        Args:
            token: of the door.
            client: who asks.
            shared: whether many may use this door at a time, behind one address.
        """
        return _wait(self._shared if shared else self._known, _key(token, client))

    def wait_for_state(self, token: str, client: str) -> float:
        """Count a look at a door's state; return the seconds to wait, 0 for none."""
        return _wait(self._polls, _key(token, client))

    def wait_for_lost(self, client: str) -> float:
        """Count somebody who lost their link; return the seconds to wait, 0 for none."""
        return _wait(self._lost, client)

    def wait_for_call(self, client: str) -> float:
        """Count a press at a desk; return the seconds to wait, 0 for none."""
        return _wait(self._calls, client)

    def wait_for_digits(self, client: str) -> float:
        """Count wrong digits at a desk; return the seconds to wait, 0 for none."""
        return _wait(self._digits, client)


def _wait(limit: RateLimit, key: str) -> float:
    return 0.0 if limit.allows(key) else limit.seconds


def _key(token: str, client: str) -> str:
    """Return a key that doesn't hold the token."""
    return f"{hashlib.sha256(token.encode()).hexdigest()} {client}"
