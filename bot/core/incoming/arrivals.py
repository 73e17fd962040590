"""What happened at a meeting's door, recorded like a notice, for a conversation to start from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class DoorEvent(StrEnum):
    """What happened.

    Here: somebody pressed *Join*, and goes in or waits to be let in. Stuck: there was no link for
    them. Admitted: a host let them in from the host's page. Leaves: somebody who called at a desk
    no longer needs it.
    """

    HERE = "here"
    STUCK = "stuck"
    ADMITTED = "admitted"
    ANSWERED = "answered"
    ASKS_AGAIN = "asks again"
    LEAVES = "leaves"
    LOST_LINK = "lost link"


@dataclass(frozen=True)
class DoorNotice:
    """Something that happened at a door.

    Args:
        event: what.
        at: when, in UTC.
        seed: an unguessable value, the same in every replay.
        number: the meeting's number; 0 for a lost link.
        visitor: who; see `Attendance`. 0 for a lost link.
        address: whose link is lost, as they wrote it: an address or a phone number; else empty.
    """

    event: DoorEvent
    at: datetime
    seed: str = field(repr=False)
    number: int = 0
    visitor: int = 0
    address: str = field(default="", repr=False)

    @property
    def key(self) -> str:
        """The conversation's key: one for each visitor who is stuck, however often they press.

        An arrival is recorded with its notice, so a repeated press makes no other notice.
        """
        name = f"door:{self.event.replace(' ', '_')}"
        if self.event is DoorEvent.STUCK:
            return f"{name}:{self.visitor}"
        return f"{name}:{self.visitor}:{self.seed[-16:]}"
