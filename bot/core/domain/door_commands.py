"""Commands about the guests at a meeting's door."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.core.domain.doors import Reply
from bot.core.domain.guests import Guest
from bot.core.domain.meeting_commands import NO_MEETING, MeetingReference


@dataclass(frozen=True)
class LetIn:
    """Let guests in who wait at the door. Nobody named means the only one.

    Args:
        guests: by mention, address or phone number.
        names: guests by parts of their names, addresses or numbers.
        visitors: by what identifies them at the door.
        which: the meeting.
        everybody: whether all are meant who wait.
    """

    guests: tuple[Guest, ...] = ()
    names: tuple[str, ...] = field(default=(), repr=False)
    visitors: tuple[int, ...] = ()
    which: MeetingReference = NO_MEETING
    everybody: bool = False


@dataclass(frozen=True)
class ReplyAtDoor:
    """Answer guests who are at the door. Nobody named means all.

    Args:
        reply: the answer.
        guests: by mention, address or phone number.
        names: guests by parts of their names, addresses or numbers.
        visitors: by what identifies them at the door.
        which: the meeting.
    """

    reply: Reply
    guests: tuple[Guest, ...] = ()
    names: tuple[str, ...] = field(default=(), repr=False)
    visitors: tuple[int, ...] = ()
    which: MeetingReference = NO_MEETING
