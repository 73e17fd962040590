"""What the bot has just asked somebody: open for ten minutes, to that person in that place."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

OPEN = timedelta(minutes=10)
"""For so long a question can be answered, by Webex's own times of the messages."""

GAP = "\ue001"
"""Where an answer goes in a sentence."""


@dataclass(frozen=True)
class OpenQuestion:
    """A question to one person in one place.

    Args:
        id: its own.
        at: when the message was written that it was asked about.
        choices: sentences of the grammar, one of which is to be chosen.
        sentence: with a `GAP`, where words were asked for.
    """

    id: str
    at: datetime
    choices: tuple[str, ...] = field(default=(), repr=False)
    sentence: str = field(default="", repr=False)

    def is_open(self, at: datetime) -> bool:
        """Return whether a message that was written at a moment may answer it."""
        return timedelta(0) <= at - self.at <= OPEN
