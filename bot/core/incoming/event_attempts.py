"""An attempt to deliver an event to a program, which is due like a scheduled task."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class EventAttempt:
    """An attempt to deliver an event.

    Args:
        endpoint: the id of the address that it goes to.
        event: the event's id.
        nth: which attempt this is, from 1.
        due: when it is due.
    """

    endpoint: str
    event: str
    nth: int
    due: datetime

    @property
    def at(self) -> datetime:
        """When it begins."""
        return self.due

    @property
    def key(self) -> str:
        """The conversation's key; another time is another attempt."""
        due = int(1000 * self.due.timestamp())
        return f"event:{self.endpoint}:{self.event}:{self.nth}:{due}"
