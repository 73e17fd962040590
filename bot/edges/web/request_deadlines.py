"""Cuts off connections that take too long.

A server's own time-out, where it has one, begins anew with each byte, so that a few senders of a
byte now and then would keep every thread for themselves.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

DEADLINE = 10.0
"""Seconds for a whole request, from its first byte to its answer."""


class Deadlines:
    """The connections on which something is being read or answered.

    Args:
        seconds: that each has for it.
    """

    def __init__(self, seconds: float = DEADLINE) -> None:
        self.seconds = seconds
        self._busy: dict[socket.socket, float] = {}

    @contextmanager
    def kept(self, line: socket.socket) -> Iterator[None]:
        """Have a connection cut off unless the block ends in time."""
        self._busy[line] = time.monotonic() + self.seconds
        try:
            yield
        finally:
            self._busy.pop(line, None)

    def cut_off(self) -> None:
        """Cut off who is late; whoever reads from it then comes to an end."""
        now = time.monotonic()
        for late in [line for line, until in self._busy.copy().items() if until < now]:
            self._busy.pop(late, None)
            with suppress(OSError):  # it may have left by itself
                late.shutdown(socket.SHUT_RDWR)
