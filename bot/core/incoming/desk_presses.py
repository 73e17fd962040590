"""A press of the button at a desk, recorded like a notice, for a conversation to start from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class DeskPress:
    """A press of the button at a desk.

    Args:
        desk: its name.
        at: when, in UTC.
        seed: an unguessable value, which becomes the identity of its meeting.
        language: what the caller reads, as two letters.
    """

    desk: str
    at: datetime
    seed: str = field(repr=False)
    language: str

    @property
    def key(self) -> str:
        """The conversation's key."""
        return f"desk:{hashlib.sha256(self.seed.encode()).hexdigest()[:20]}"
