"""A thread beside the bot's work, which runs until it is stopped."""

from __future__ import annotations

import threading


class Background(threading.Thread):
    """Runs beside the bot's work until it is stopped.

    Args:
        name: what it is called in lists of threads.
    """

    def __init__(self, name: str) -> None:
        super().__init__(name=name, daemon=True)
        self.over = threading.Event()
        """Set once it is to stop."""

    def stop(self) -> None:
        """Stop, and wait until what is under way is done."""
        self.over.set()
        if self.ident:
            self.join()
